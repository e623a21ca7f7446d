from datetime import timedelta

import pytest

from app.errors import DraftMissing
from app.model.asking import Answer, Question
from app.model.ids import DraftId
from app.store.vault import Vault
from tests.app.store.samples import NOW, written


def said(question, words, *, about="a text", later=timedelta()):
    return Answer(question, words, about, NOW + later)


def test_the_newest_answer_to_each_question_counts_after_the_vault_was_closed(places, persona):
    vault = Vault.create(places, persona, NOW)
    draft, other = written(vault, "A quiet week."), written(vault, "Another.")
    vault.answers.add(draft.id, [said(Question.IN_A_YEAR, "no"), said(Question.FOR_WHOM, "friends,família 🙂")])
    vault.answers.add(draft.id, [said(Question.IN_A_YEAR, "yes", about="another", later=-timedelta(days=9))])
    vault.close()
    again = Vault.open(places, persona.id, NOW)
    assert again.answers.of(draft.id) == (
        said(Question.FOR_WHOM, "friends,família 🙂"),
        said(Question.IN_A_YEAR, "yes", about="another", later=-timedelta(days=9)),
    )
    assert again.answers.of(other.id) == ()
    again.close()


def test_answers_go_with_their_draft(vault):
    draft = written(vault, "A quiet week.")
    vault.answers.add(draft.id, [said(Question.AT_WORK, "yes")])
    vault.drafts.trash(draft.id, NOW)
    assert [each.answer for each in vault.answers.of(draft.id)] == ["yes"]
    vault.drafts.purge_trash(NOW + timedelta(days=31))
    vault.drafts.insert(draft)
    assert vault.answers.of(draft.id) == ()


def test_a_draft_that_is_not_there_has_no_answers_and_takes_none(vault):
    with pytest.raises(DraftMissing):
        vault.answers.add(DraftId("nobody"), [said(Question.AT_WORK, "yes")])
    with pytest.raises(DraftMissing):
        vault.answers.of(DraftId("nobody"))


def test_of_several_answers_all_are_kept_or_none(vault):
    draft = written(vault, "A quiet week.")
    answers = (each for each in (said(Question.AT_WORK, "yes"), said(Question.IN_A_YEAR, None)))
    with pytest.raises((TypeError, AttributeError)):
        vault.answers.add(draft.id, answers)
    assert vault.answers.of(draft.id) == ()
