from datetime import timedelta

import pytest

from app.errors import DraftMissing
from app.model.draft import Stage
from app.model.persona import Side
from app.studio.drafting import digest_of
from app.studio.studio import Studio
from tests.app.studio.conftest import Clock, Start, persona_on, typed, written


def listed(studio: Studio, side: Side) -> list[str]:
    return [summary.title for summary in studio.drafting.summaries(persona_on(studio, side).id)]


def test_what_was_typed_is_read_back_before_it_is_durable(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, "one")
    typed(studio, draft_id, "one two")
    assert studio.drafting.draft(draft_id).text == "one two"


def test_a_pair_is_two_drafts_that_know_each_other(studio: Studio) -> None:
    personal, professional = written(studio, Side.PERSONAL, "mine"), written(studio, Side.PROFESSIONAL, "ours")
    studio.drafting.pair(personal, professional)
    assert studio.drafting.twin_of(personal) == professional
    assert studio.drafting.twin_of(professional) == personal


def test_pairing_anew_ends_the_pairs_that_were(studio: Studio) -> None:
    personal = written(studio, Side.PERSONAL, "mine")
    first, second = written(studio, Side.PROFESSIONAL, "ours"), written(studio, Side.PROFESSIONAL, "ours again")
    studio.drafting.pair(personal, first)
    studio.drafting.pair(second, personal)
    assert studio.drafting.twin_of(first) is None
    assert studio.drafting.twin_of(personal) == second


def test_two_drafts_of_one_persona_are_no_pair(studio: Studio) -> None:
    with pytest.raises(ValueError, match="each side"):
        studio.drafting.pair(written(studio, Side.PERSONAL, "a"), written(studio, Side.PERSONAL, "b"))


def test_the_other_version_starts_empty_under_the_same_title(studio: Studio) -> None:
    source = written(studio, Side.PERSONAL, "mine", title="Rooftop")
    twin, changes = studio.drafting.start_twin(source, persona_on(studio, Side.PROFESSIONAL).id)
    assert (twin.title, twin.text) == ("Rooftop", "")
    assert studio.drafting.twin_of(source) == twin.id
    assert changes.draft_ids >= {source, twin.id}


def test_a_twin_in_the_trash_is_no_twin_until_it_is_back(studio: Studio) -> None:
    personal, professional = written(studio, Side.PERSONAL, "mine"), written(studio, Side.PROFESSIONAL, "ours")
    studio.drafting.pair(personal, professional)
    studio.drafting.trash(professional)
    assert studio.drafting.twin_of(personal) is None
    studio.drafting.restore(professional)
    assert studio.drafting.twin_of(personal) == professional


def test_ready_names_the_text_that_was_ready(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, "Seeds sown")
    typed(studio, draft_id, "Seeds sown.")
    studio.drafting.mark_ready(draft_id)
    draft = studio.drafting.draft(draft_id)
    assert draft.stage is Stage.READY
    assert draft.ready_digest == digest_of("Seeds sown.")


def test_an_edit_undoes_ready(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, "Seeds sown")
    studio.drafting.mark_ready(draft_id)
    typed(studio, draft_id, "Seeds sown!")
    studio.flush()
    assert studio.drafting.draft(draft_id).stage is Stage.DRAFT


def test_ready_is_no_stage_to_be_moved_to(studio: Studio) -> None:
    with pytest.raises(ValueError, match="mark_ready"):
        studio.drafting.set_stage(written(studio, Side.PERSONAL, "x"), Stage.READY)


def test_a_duplicate_has_the_text_as_last_typed(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, "one", title="Walk")
    typed(studio, draft_id, "one two")
    copy, _ = studio.drafting.duplicate(draft_id, "Walk (copy)")
    assert (copy.title, copy.text) == ("Walk (copy)", "one two")
    assert studio.drafting.draft(draft_id).text == "one two"


def test_search_finds_words_just_typed_and_no_example(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, "")
    typed(studio, draft_id, "leeks and broad beans")
    found = studio.drafting.search(persona_on(studio, Side.PERSONAL).id, "beans")
    assert [summary.id for summary in found] == [draft_id]


def test_the_trash_keeps_thirty_days(studio: Studio, clock: Clock) -> None:
    persona_id = persona_on(studio, Side.PERSONAL).id
    draft_id = written(studio, Side.PERSONAL, "old")
    studio.drafting.trash(draft_id)
    clock.move(timedelta(days=29))
    studio.drafting.tidy()
    assert [summary.id for summary in studio.drafting.trashed(persona_id)] == [draft_id]
    clock.move(timedelta(days=1))
    studio.drafting.tidy()
    assert studio.drafting.trashed(persona_id) == ()
    with pytest.raises(DraftMissing):
        studio.drafting.draft(draft_id)


def test_removing_the_examples_leaves_what_was_made_mine(studio: Studio) -> None:
    personal = persona_on(studio, Side.PERSONAL).id
    kept, edited = (summary.id for summary in studio.drafting.summaries(personal))
    studio.drafting.adopt_example(kept)
    typed(studio, edited, "typed into, so it is mine")
    studio.drafting.remove_examples()
    assert {summary.id for summary in studio.drafting.summaries(personal)} == {kept, edited}
    assert listed(studio, Side.PROFESSIONAL) == []


def test_what_was_open_is_remembered_over_a_restart(start: Start) -> None:
    with start() as studio:
        draft_id = written(studio, Side.PERSONAL, "open me")
        written(studio, Side.PERSONAL, "newer")
        studio.drafting.leave_open(persona_on(studio, Side.PERSONAL).id, draft_id)
    with start() as again:
        assert again.drafting.left_open(persona_on(again, Side.PERSONAL).id) == draft_id
