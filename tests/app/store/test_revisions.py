from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.draft import RevisionReason
from app.store.revisions import Kept, is_big_cut, too_many
from tests.app.store.samples import NOW, save, written
from tests.strategies import texts

ages = st.lists(st.tuples(st.integers(1, 3), st.timedeltas(-timedelta(days=2), timedelta(days=200))), max_size=200)


def kept(vault, draft):
    return [(revision.text, revision.reason) for revision in vault.drafts.revisions(draft.id)]


def test_the_text_at_the_start_of_an_editing_spell_is_kept(vault):
    draft = written(vault, "As it was yesterday.")

    save(vault, draft, "As it was yesterday. And more", after=timedelta(seconds=1))
    save(vault, draft, "As it was yesterday. And more still", after=timedelta(seconds=2))

    assert kept(vault, draft) == [("As it was yesterday.", RevisionReason.FIRST)]


def test_two_minutes_of_change_are_kept(vault):
    draft = written(vault, "")
    for second in range(0, 300, 10):
        save(vault, draft, "x" * (1 + second), after=timedelta(seconds=second))

    assert kept(vault, draft) == [
        ("x" * 231, RevisionReason.INTERVAL),
        ("x" * 111, RevisionReason.INTERVAL),
    ]


def test_a_pause_begins_a_new_spell(vault):
    draft = written(vault, "one")
    save(vault, draft, "one two", after=timedelta(seconds=1))

    save(vault, draft, "one two three", after=timedelta(minutes=30))

    assert kept(vault, draft)[0] == ("one two", RevisionReason.FIRST)


def test_the_text_before_a_big_cut_is_kept_also_when_the_cut_comes_in_small_steps(vault):
    long = "".join(f"sentence {number}. " for number in range(50))
    draft = written(vault, "")
    save(vault, draft, long)

    for end in range(len(long), 0, -40):
        save(vault, draft, long[:end], after=timedelta(seconds=5))

    assert (long, RevisionReason.BIG_CUT) in kept(vault, draft)


def test_the_text_before_everything_is_replaced_is_kept(vault):
    draft = written(vault, "")
    save(vault, draft, "What I really wanted to say")

    save(vault, draft, "lorem ipsum dolor sit amet", after=timedelta(seconds=1))

    assert kept(vault, draft) == [("What I really wanted to say", RevisionReason.BIG_CUT)]


def test_a_draft_is_kept_before_the_trash(vault):
    draft = written(vault, "away with it")

    vault.drafts.trash(draft.id, NOW)

    assert kept(vault, draft) == [("away with it", RevisionReason.BEFORE_TRASH)]


def test_a_clock_set_back_stops_no_revisions(vault):
    draft = written(vault, "")
    save(vault, draft, "one")

    save(vault, draft, "one two", after=-timedelta(days=1))
    save(vault, draft, "one two three", after=-timedelta(days=1) + timedelta(minutes=3))

    assert [text for text, _ in kept(vault, draft)] == ["one two", "one"]


def test_old_revisions_are_thinned_where_they_are_kept(vault):
    draft = written(vault, "")
    for minute in range(0, 120, 3):
        save(vault, draft, f"{minute:03} minutes", after=timedelta(minutes=minute))
    many = len(kept(vault, draft))

    vault.drafts.thin_revisions(NOW + timedelta(days=2))

    assert 2 <= len(kept(vault, draft)) <= 4 < many


@pytest.mark.parametrize(
    ("before", "after", "big"),
    [
        ("", "", False),
        ("", "new", False),
        ("0123456789", "0123456", False),
        ("0123456789", "012345", True),
        ("0123456789", "01X89", True),
        ("0123456789", "01234567xxxxxxxx89", False),
        ("0123456789", "abcdefghijklmnop", True),
    ],
)
def test_a_cut_is_big_when_more_than_three_tenths_go(before, after, big):
    assert is_big_cut(before, after) is big


@given(texts, texts)
def test_adding_alone_is_never_a_cut(before, added):
    assert not is_big_cut(before, before + added)
    assert not is_big_cut(before, added + before)


@given(ages)
def test_thinning_keeps_a_day_whole_and_the_newest_for_ever(history):
    revisions = [Kept(len(history) - index, draft, NOW - age) for index, (draft, age) in enumerate(history)]

    gone = set(too_many(revisions, NOW))

    stay = [revision for revision in revisions if revision.number not in gone]
    assert {revision.draft for revision in stay} == {revision.draft for revision in revisions}
    assert not {revision.number for revision in revisions if NOW - revision.at < timedelta(hours=24)} & gone
    assert too_many(stay, NOW) == ()


@given(ages)
def test_thinning_leaves_one_an_hour_for_a_week_and_one_a_day_for_ninety_days(history):
    revisions = [Kept(len(history) - index, draft, NOW - age) for index, (draft, age) in enumerate(history)]
    gone = set(too_many(revisions, NOW))

    for revision in revisions:
        age = NOW - revision.at
        if revision.number in gone and age < timedelta(days=90):
            period = "%Y-%m-%d %H" if age < timedelta(days=7) else "%Y-%m-%d"
            assert any(
                other.number > revision.number
                and other.number not in gone
                and other.draft == revision.draft
                and other.at.strftime(period) == revision.at.strftime(period)
                for other in revisions
            )
