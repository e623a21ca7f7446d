"""Being told that a draft reads like the other side, and saying that it belongs here."""

from dataclasses import replace
from typing import Any

from app.checks.belonging import Reading
from app.model.draft import Draft, Stage
from app.model.ids import DraftId
from app.model.persona import Handle, Side
from app.studio.changes import Topic
from app.studio.studio import Studio
from tests.app.studio.conftest import Start, persona_on, typed, written

BUSINESS = "The client moved the deadline, so the keynote is on Friday and the webinar after it."
OTHER_BUSINESS = "Our clinic is hiring. Apply online by May, the salary range and the job description are there."
HOME = ("The heron stood by the weir at dusk, same stone as ever.", "Nine swifts and a heron by the weir at dusk.")
WORK = ("The turbine passed its vibration survey, bearings next.", "Bearings replaced, vibration down at the turbine.")
HERON = "At dusk a heron on the weir and swifts above, the evening cold, the same stone, and nine of us."


def reading(studio: Studio, draft_id: DraftId, **changes: Any) -> Reading | None:
    draft: Draft = replace(studio.drafting.draft(draft_id), **changes)
    side = studio.personas.persona(draft.persona_id).side
    other = persona_on(studio, side.other).id
    policy = studio.personas.policy(draft.persona_id, other)
    report = studio.reviewing.review(draft.persona_id, draft.id, draft.text, policy)
    return studio.belonging.reading(draft, report, other)


def keep_here(studio: Studio, draft_id: DraftId) -> None:
    draft = studio.drafting.draft(draft_id)
    changes = studio.belonging.keep_here(draft, draft.text)
    assert changes.topics == {Topic.DISMISSALS}


def learned(studio: Studio) -> None:
    studio.belonging.learn(persona.id for persona in studio.personas.all())
    while studio.belonging.read_on():
        pass


def usual_drafts(studio: Studio, count: int = 20) -> None:
    for number in range(count):
        written(studio, Side.PERSONAL, HOME[number % 2])
        written(studio, Side.PROFESSIONAL, WORK[number % 2])


def test_a_draft_in_the_wrong_pane_is_told(studio: Studio) -> None:
    found = reading(studio, written(studio, Side.PERSONAL, BUSINESS))
    assert found is not None
    assert found.side is Side.PROFESSIONAL
    assert {BUSINESS[span.start : span.end] for span in found.deciding} >= {"client", "deadline"}


def test_in_the_right_pane_nothing_is_said(studio: Studio) -> None:
    assert reading(studio, written(studio, Side.PROFESSIONAL, BUSINESS)) is None


def test_an_example_an_empty_draft_and_one_that_has_left_are_left_alone(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, BUSINESS)
    assert reading(studio, draft_id, example=True) is None
    assert reading(studio, draft_id, text=" \n") is None
    assert reading(studio, draft_id, stage=Stage.READY) is not None
    for stage in (Stage.HANDED_OFF, Stage.POSTED, Stage.ARCHIVED):
        assert reading(studio, draft_id, stage=stage) is None


def test_it_is_said_without_a_persona_across_as_well(studio: Studio) -> None:
    draft = studio.drafting.draft(written(studio, Side.PERSONAL, BUSINESS))
    policy = studio.personas.policy(draft.persona_id, None)
    report = studio.reviewing.review(draft.persona_id, draft.id, draft.text, policy)
    assert studio.belonging.reading(draft, report, None) is not None


def test_a_handle_of_the_persona_across_is_among_the_words(studio: Studio) -> None:
    across = persona_on(studio, Side.PROFESSIONAL)
    studio.personas.describe(replace(across, handles=(Handle("x", "@ann_turbines"),)))
    text = "The client has moved the deadline again, and @ann_turbines has the rest of it."
    found = reading(studio, written(studio, Side.PERSONAL, text))
    assert found is not None
    assert "ann_turbines" in {text[span.start : span.end] for span in found.deciding}


def test_belongs_here_holds_over_small_changes_and_a_restart_and_in_this_draft_alone(start: Start) -> None:
    with start() as studio:
        draft_id = written(studio, Side.PERSONAL, BUSINESS)
        keep_here(studio, draft_id)
        assert reading(studio, draft_id) is None
        assert reading(studio, written(studio, Side.PERSONAL, BUSINESS)) is not None
    with start() as studio:
        typed(studio, draft_id, f"{BUSINESS} Wish us luck.")
        assert reading(studio, draft_id) is None


def test_belongs_here_ends_when_the_text_has_changed_much(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, BUSINESS)
    keep_here(studio, draft_id)
    typed(studio, draft_id, OTHER_BUSINESS)
    assert reading(studio, draft_id) is not None


def test_belongs_here_can_be_taken_back(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, BUSINESS)
    keep_here(studio, draft_id)
    persona_id = persona_on(studio, Side.PERSONAL).id
    [answer] = studio.reviewing.dismissals(persona_id)
    assert answer.shown.startswith("The client moved")
    studio.reviewing.take_back(persona_id, answer)
    assert reading(studio, draft_id) is not None


def test_with_twenty_drafts_on_each_side_the_habits_count(studio: Studio) -> None:
    usual_drafts(studio)
    draft_id = written(studio, Side.PROFESSIONAL, HERON)
    assert reading(studio, draft_id) is None
    learned(studio)
    found = reading(studio, draft_id)
    assert found is not None
    assert found.side is Side.PERSONAL
    assert {HERON[span.start : span.end] for span in found.deciding} >= {"heron", "weir", "dusk"}


def test_examples_and_the_trash_are_no_habits(studio: Studio) -> None:
    usual_drafts(studio, 19)  # with the examples of the first start there are more than twenty
    studio.drafting.trash(written(studio, Side.PROFESSIONAL, WORK[0]))
    learned(studio)
    assert reading(studio, written(studio, Side.PROFESSIONAL, HERON)) is None


def test_what_is_known_follows_the_drafts(studio: Studio) -> None:
    usual_drafts(studio)
    draft_id = written(studio, Side.PROFESSIONAL, HERON)
    learned(studio)
    assert reading(studio, draft_id) is not None
    for summary in studio.drafting.summaries(persona_on(studio, Side.PERSONAL).id):
        if not summary.example:
            studio.drafting.trash(summary.id)
    learned(studio)
    assert reading(studio, draft_id) is None


def test_an_edited_draft_is_read_again(studio: Studio) -> None:
    usual_drafts(studio)
    draft_id = written(studio, Side.PROFESSIONAL, HERON)
    learned(studio)
    for summary in studio.drafting.summaries(persona_on(studio, Side.PERSONAL).id):
        if not summary.example:
            typed(studio, summary.id, "A quiet day.")
            studio.flush()
    learned(studio)
    assert reading(studio, draft_id) is None


def test_drafts_are_read_a_few_at_a_time_and_only_once(studio: Studio) -> None:
    usual_drafts(studio, 30)
    studio.belonging.learn(persona.id for persona in studio.personas.all())
    steps = 1
    while studio.belonging.read_on():
        steps += 1
    assert steps >= 3
    studio.belonging.learn(persona.id for persona in studio.personas.all())
    assert not studio.belonging.read_on()
