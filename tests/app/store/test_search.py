import pytest

from tests.app.store.samples import NOW, a_draft, save, written

HOSTILE = (
    '"', '""', "'", "(", ")", "*", "^", "-", "AND", "NOT x", "NEAR(a b)", "title:", "{title}: x", "a OR", "\x00", "\\",
    "a" * 100_000, " ".join("ab" for _ in range(10_000)), "\ud83d", "%_", ";DROP TABLE drafts", "+", "col:*", "x*y",
)  # fmt: skip


@pytest.fixture
def found(vault):
    return lambda query: [summary.title for summary in vault.drafts.search(query)]


def test_words_are_found_in_titles_and_texts_whatever_their_accents_and_case(vault, found):
    written(vault, "Crème brûlée at the CAFÉ", title="Pudding")
    written(vault, "Nothing sweet", title="Coffee")

    assert found("creme cafe") == ["Pudding"]
    assert found("COFFEE") == ["Coffee"]
    assert found("sweet pudding") == []


def test_the_last_word_is_found_by_its_beginning(vault, found):
    written(vault, "A wonderful afternoon", title="hit")

    assert found("wonderful aft") == ["hit"]
    assert found("wonder afternoon") == []


def test_what_was_changed_a_moment_ago_is_found_as_it_is_now(vault, found):
    draft = written(vault, "before", title="t")
    assert found("before") == ["t"]

    save(vault, draft, "after")

    assert (found("before"), found("after")) == ([], ["t"])


def test_neither_examples_nor_the_trash_are_searched(persona, vault, found):
    vault.drafts.insert(a_draft(persona, "garden", example=True))
    trashed = written(vault, "garden")
    vault.drafts.trash(trashed.id, NOW)

    assert found("garden") == []


def test_signs_that_are_no_words_are_found_as_they_stand(vault, found):
    written(vault, "party 🎉 tonight", title="party")
    written(vault, "no party", title="none")

    assert found("🎉") == ["party"]
    assert found("party 🎉") == ["party"]
    assert found("") == found("   ") == []


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_words_like_any_other(vault, found, query):
    written(vault, f"The text says {query[:300]} here", title="hit")
    written(vault, "Nothing of the kind", title="miss")

    assert found(query) in (["hit"], ["hit", "miss"], ["miss", "hit"], [])


def test_a_quotation_mark_is_no_way_out_of_the_quotes(vault, found):
    written(vault, 'She said "hello there" to us', title="hit")

    assert found('"hello there"') == ["hit"]
    assert found('hello" OR "nothing') == []
