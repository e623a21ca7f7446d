"""Which drafts give away where their writer lives, works or can be found."""

from app.model.boundaries import Boundaries
from app.model.draft import Stage
from app.model.finding import Risk
from app.model.persona import Side
from app.model.policy import IgnoreScope, Stance
from tests.app.studio.conftest import persona_on, typed, written

HOME = "I live at 14 Quay Street, come round."
NUMBER = "Ring me on 07700 900123."
HARMLESS = "The leeks made it. So did the slugs."


def searched(studio):
    """Everything that the whole search finds, after it has been seen to end."""
    steps = list(studio.giveaways.search())
    assert steps[-1].is_done
    assert [step.looked_at for step in steps] == sorted(step.looked_at for step in steps)
    return [found for step in steps for found in step.found]


def test_drafts_of_both_personas_at_every_stage_are_looked_through_and_harmless_ones_left_alone(studio):
    at_home, at_work = written(studio, Side.PERSONAL, HOME, "Party"), written(studio, Side.PROFESSIONAL, NUMBER)
    written(studio, Side.PERSONAL, HARMLESS)
    studio.drafting.set_stage(at_home, Stage.POSTED)
    studio.drafting.set_stage(at_work, Stage.ARCHIVED)
    found = searched(studio)
    assert {(each.draft_id, each.title, each.stage) for each in found} == {
        (at_home, "Party", Stage.POSTED),
        (at_work, "", Stage.ARCHIVED),
    }
    assert {each.persona_id for each in found} == {persona.id for persona in studio.personas.all()}
    for each in found:
        text = studio.drafting.draft(each.draft_id).text
        assert text[each.span.start : each.span.end] == each.words
    assert any("14 Quay Street" in each.words for each in found)
    assert any("07700 900123" in each.words for each in found)


def test_what_was_ignored_or_turned_off_counts_because_somebody_else_reads_now(studio):
    persona = persona_on(studio, Side.PERSONAL)
    draft_id = written(studio, Side.PERSONAL, HOME)
    policy = studio.personas.policy(persona.id, None)
    for finding in studio.reviewing.review(persona.id, draft_id, HOME, policy).findings:
        studio.reviewing.dismiss(persona.id, draft_id, finding, IgnoreScope.RULE, "")
    studio.personas.describe(persona, Boundaries(stances=((Risk.PRIVACY_LOCATION, Stance.OFF),)))
    assert {each.draft_id for each in searched(studio)} == {draft_id}


def test_examples_and_the_trash_are_nobodys_trace(studio):
    studio.drafting.trash(written(studio, Side.PERSONAL, HOME))
    assert searched(studio) == []


def test_what_was_typed_a_moment_ago_is_looked_at_as_it_stands(studio):
    draft_id = written(studio, Side.PERSONAL, HARMLESS)
    typed(studio, draft_id, HOME)
    assert {each.draft_id for each in searched(studio)} == {draft_id}


def test_a_long_draft_is_looked_through_in_slices_with_every_place_where_it_stands(studio):
    filler = "The bus was late again and I read half a chapter. " * 100
    text = f"{HOME}\n{filler}\n{filler}{HOME} {filler}\n\n{HOME}"
    draft_id = written(studio, Side.PERSONAL, text)
    steps = list(studio.giveaways.search())
    assert len([step for step in steps if step.looked_at == 0]) > 4
    places = sorted({each.span.start for step in steps for each in step.found if "14 Quay" in each.words})
    assert len(places) == 3
    for place in places:
        assert studio.drafting.draft(draft_id).text[place:].lstrip("I ").startswith(("live at 14", "14 Quay"))


def test_drafts_that_go_during_the_search_are_left_out_and_the_rest_is_found(studio):
    elsewhere, _ = studio.roll.create(Side.PERSONAL, "Ann elsewhere")
    gone = studio.drafting.new(elsewhere.id, text=HOME)[0].id
    stays = written(studio, Side.PROFESSIONAL, HOME)
    search = studio.giveaways.search()
    assert next(search).drafts == 2
    studio.roll.archive(elsewhere.id)
    assert {each.draft_id for step in search for each in step.found} == {stays}
    studio.roll.bring_back(elsewhere.id)
    assert {each.draft_id for each in searched(studio)} == {stays, gone}


def test_no_drafts_are_looked_through_at_once(studio):
    studio.drafting.remove_examples()
    steps = list(studio.giveaways.search())
    assert [(step.looked_at, step.drafts, step.is_done) for step in steps] == [(0, 0, True)]
