from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from app.errors import DraftMissing, TextTooLong
from app.model.draft import RevisionReason, Stage
from app.model.ids import DraftId, PairId
from app.model.policy import Dismissal, IgnoreScope
from app.store.draft_rows import LONGEST_TEXT
from tests.app.store.samples import NOW, a_draft, save, texts, written
from tests.strategies import raw_texts


def test_a_draft_comes_back_as_it_went_in(persona, vault):
    draft = replace(
        a_draft(persona, "👩🏽‍🚀 naïve\n\ttext\u200b", title="Title"),
        pair_id=PairId("pair"),
        stage=Stage.READY,
        ready_digest="digest",
        cursor=3,
        scroll=0.25,
        trashed_at=NOW,
    )

    vault.drafts.insert(draft)

    assert vault.drafts.get(draft.id) == draft


def test_a_draft_that_is_not_here_is_named(vault):
    unknown = DraftId("unknown")
    assert not vault.drafts.holds(unknown)
    for attempt in (
        lambda: vault.drafts.get(unknown),
        lambda: vault.drafts.save(unknown, title="", text="", cursor=0, scroll=0, now=NOW),
        lambda: vault.drafts.rename(unknown, "title"),
        lambda: vault.drafts.trash(unknown, NOW),
        lambda: vault.drafts.revisions(unknown),
    ):
        with pytest.raises(DraftMissing) as refusal:
            attempt()
        assert refusal.value.draft_id == unknown


def test_drafts_are_listed_with_the_newest_change_first(vault):
    first, second, third = (written(vault, word) for word in ("first", "second", "third"))

    save(vault, first, "first, changed")

    assert [summary.id for summary in vault.drafts.summaries()] == [first.id, third.id, second.id]


def test_looking_around_in_a_draft_changes_nothing_but_the_place(vault):
    first, second = written(vault, "first"), written(vault, "second")

    vault.drafts.save(first.id, title="", text="first", cursor=4, scroll=0.5, now=NOW + timedelta(hours=1))

    kept = vault.drafts.get(first.id)
    assert (kept.cursor, kept.scroll, kept.changed_at) == (4, 0.5, first.changed_at)
    assert [summary.id for summary in vault.drafts.summaries()] == [second.id, first.id]


def test_a_place_outside_the_text_is_brought_back_into_it(vault):
    draft = written(vault, "short")

    vault.drafts.save(draft.id, title="", text="short", cursor=99, scroll=7.0, now=NOW)

    kept = vault.drafts.get(draft.id)
    assert (kept.cursor, kept.scroll) == (5, 1.0)


def test_a_summary_is_one_line_of_the_beginning(vault):
    written(vault, "First line\n\n  second\tline " + "x" * 500)

    (summary,) = vault.drafts.summaries()

    assert summary.excerpt.startswith("First line second line xxx")
    assert len(summary.excerpt) == 120


def test_an_edit_takes_ready_back_and_a_move_of_the_cursor_does_not(vault):
    draft = written(vault, "Checked")
    vault.drafts.set_stage(draft.id, Stage.READY, "digest")

    save(vault, draft, "Checked")
    assert vault.drafts.get(draft.id).stage is Stage.READY

    save(vault, draft, "Changed")
    kept = vault.drafts.get(draft.id)
    assert (kept.stage, kept.ready_digest) == (Stage.DRAFT, None)


def test_a_digest_goes_with_ready_alone(vault):
    draft = written(vault, "text")
    for stage, digest in ((Stage.READY, None), (Stage.POSTED, "digest")):
        with pytest.raises(ValueError, match="READY"):
            vault.drafts.set_stage(draft.id, stage, digest)


def test_an_edited_example_is_the_users_own(persona, vault):
    example = a_draft(persona, "As shipped", example=True)
    vault.drafts.insert(example)

    save(vault, example, "As changed")
    vault.drafts.delete_examples()

    assert texts(vault) == {"As changed"}


def test_examples_go_or_stay_all_at_once(persona, vault):
    for text in ("one", "two"):
        vault.drafts.insert(a_draft(persona, text, example=True))
    written(vault, "own")

    vault.drafts.adopt_examples()
    vault.drafts.insert(a_draft(persona, "three", example=True))
    vault.drafts.delete_examples()

    assert texts(vault) == {"one", "two", "own"}
    assert len(vault.drafts.search("one")) == 1


def test_the_trash_keeps_a_draft_for_thirty_days(vault):
    older, newer, kept = (written(vault, word) for word in ("older", "newer", "kept"))
    vault.drafts.trash(older.id, NOW)
    vault.drafts.trash(newer.id, NOW + timedelta(days=1))

    assert [summary.id for summary in vault.drafts.summaries(trashed=True)] == [newer.id, older.id]
    assert [summary.id for summary in vault.drafts.summaries()] == [kept.id]

    vault.drafts.purge_trash(NOW + timedelta(days=30))

    assert [summary.id for summary in vault.drafts.summaries(trashed=True)] == [newer.id]
    assert not vault.drafts.holds(older.id)


def test_a_restored_draft_has_the_stage_it_had(vault):
    draft = written(vault, "text")
    vault.drafts.set_stage(draft.id, Stage.POSTED)
    vault.drafts.trash(draft.id, NOW)

    vault.drafts.restore(draft.id)

    kept = vault.drafts.get(draft.id)
    assert (kept.stage, kept.trashed_at) == (Stage.POSTED, None)


def test_a_clock_set_back_empties_no_trash(vault):
    draft = written(vault, "text")
    vault.drafts.trash(draft.id, NOW)

    vault.drafts.purge_trash(NOW - timedelta(days=3000))

    assert vault.drafts.holds(draft.id)


def test_a_text_that_is_too_long_is_refused_and_the_draft_stays(vault):
    draft = written(vault, "short")

    with pytest.raises(TextTooLong) as refusal:
        save(vault, draft, "é" * (LONGEST_TEXT + 1))

    assert (refusal.value.length, refusal.value.limit) == (LONGEST_TEXT + 1, LONGEST_TEXT)
    assert vault.drafts.get(draft.id).text == "short"
    save(vault, draft, "é" * LONGEST_TEXT)
    assert len(vault.drafts.get(draft.id).text) == LONGEST_TEXT


def test_nul_and_lone_surrogates_do_no_harm(vault):
    draft = written(vault, "before")

    vault.drafts.save(draft.id, title="a\x00b", text="one\x00two \ud83d three", cursor=0, scroll=0, now=NOW)

    kept = vault.drafts.get(draft.id)
    assert (kept.title, kept.text) == ("ab", "onetwo \ufffd three")
    assert len(vault.drafts.search("three")) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(raw_texts, raw_texts)
def test_any_text_is_kept_and_comes_back_the_same_twice(vault, title, text):
    draft = written(vault, text, title=title)
    kept = vault.drafts.get(draft.id)

    vault.drafts.save(draft.id, title=kept.title, text=kept.text, cursor=0, scroll=0, now=NOW + timedelta(hours=1))

    assert vault.drafts.get(draft.id) == kept


def test_an_example_can_be_made_ones_own_alone(persona, vault):
    one, other = (a_draft(persona, text, example=True) for text in ("one", "other"))
    for draft in (one, other):
        vault.drafts.insert(draft)

    vault.drafts.adopt_example(one.id)
    vault.drafts.delete_examples()

    assert texts(vault) == {"one"}


def test_answers_are_kept_once_and_taken_back(vault):
    draft = written(vault, "text")
    sentence = Dismissal(IgnoreScope.SENTENCE, "print", "venting.x", "another nightmare", draft.id)
    rule = Dismissal(IgnoreScope.RULE, "venting.x", "venting.x", "Venting")
    for answer in (sentence, rule, sentence, rule):
        vault.dismissals.add(answer)
    assert vault.dismissals.all() == (sentence, rule)

    vault.dismissals.remove(rule)
    vault.dismissals.remove(rule)

    assert vault.dismissals.all() == (sentence,)


def test_an_answer_about_a_sentence_goes_with_its_draft(vault):
    draft = written(vault, "text")
    vault.dismissals.add(Dismissal(IgnoreScope.SENTENCE, "print", "venting.x", "words", draft.id))
    vault.drafts.trash(draft.id, NOW)

    vault.drafts.purge_trash(NOW + timedelta(days=31))

    assert vault.dismissals.all() == ()


def test_an_answer_about_a_sentence_needs_a_draft_that_is_here(vault):
    with pytest.raises(ValueError, match="stands in a draft"):
        vault.dismissals.add(Dismissal(IgnoreScope.SENTENCE, "print", "venting.x", "words"))
    with pytest.raises(DraftMissing):
        vault.dismissals.add(Dismissal(IgnoreScope.SENTENCE, "print", "venting.x", "words", "unknown"))


def test_a_revision_is_kept_for_the_asking(vault):
    draft = written(vault, "as it left")

    vault.drafts.keep_revision(draft.id, RevisionReason.COPIED_OUT, NOW)
    vault.drafts.keep_revision(draft.id, RevisionReason.BEFORE_FIX, NOW)

    (revision,) = vault.drafts.revisions(draft.id)
    assert (revision.text, revision.reason, revision.kept_at) == ("as it left", RevisionReason.COPIED_OUT, NOW)


def test_the_newest_versions_leave_out_examples_and_the_trash_and_change_with_the_words(persona, vault):
    example = replace(a_draft(persona, "an example"), example=True)
    vault.drafts.insert(example)
    first, second, gone = (written(vault, word) for word in ("first", "second", "gone"))
    vault.drafts.trash(gone.id, NOW)
    before = dict(vault.drafts.newest_versions(10))
    assert list(before) == [second.id, first.id]
    assert vault.drafts.newest_versions(1) == ((second.id, before[second.id]),)

    save(vault, first, "first, changed")
    vault.drafts.set_stage(second.id, Stage.POSTED)

    after = dict(vault.drafts.newest_versions(10))
    assert after[first.id] != before[first.id]
    assert after[second.id] == before[second.id]
