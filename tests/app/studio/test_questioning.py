"""Which questions are asked before a post leaves, and that none is asked twice about the same text."""

import pytest

from app.model.asking import FOUR_QUESTIONS, Picture, Question, Reply, reading_along, said_of, speaks_against
from app.model.boundaries import Asking
from app.model.finding import Group
from app.model.persona import Side
from app.model.policy import Reads
from app.studio.changes import Topic
from tests.app.studio.conftest import persona_on, typed, written

HARMLESS = "Our spring workshop dates are up."
NOTED = "Had a few pints last night."
OPEN = "My boss is an idiot."


def asked(studio, draft_id, text):
    draft = studio.drafting.draft(draft_id)
    policy = studio.personas.policy(draft.persona_id, None)
    report = studio.reviewing.review(draft.persona_id, draft_id, text, policy)
    return studio.questioning.what_to_ask(draft.persona_id, draft_id, text, report)


def answered_all(studio, draft_id, text):
    studio.questioning.answer(draft_id, text, dict.fromkeys(FOUR_QUESTIONS, Reply.YES))


def test_as_long_as_nothing_is_said_the_four_questions_come_when_something_is_open(studio):
    assert asked(studio, written(studio, Side.PERSONAL, HARMLESS), HARMLESS) == ()
    assert asked(studio, written(studio, Side.PERSONAL, OPEN), OPEN) == FOUR_QUESTIONS


def test_a_note_alone_asks_nothing(studio):
    draft_id = written(studio, Side.PERSONAL, NOTED)
    policy = studio.personas.policy(persona_on(studio, Side.PERSONAL).id, None)
    report = studio.reviewing.review(persona_on(studio, Side.PERSONAL).id, draft_id, NOTED, policy)
    assert [each.severity.word for each in report.findings] == ["note"]
    assert asked(studio, draft_id, NOTED) == ()


def test_each_persona_has_them_always_or_never_and_after_a_restart_as_well(start):
    with start() as studio:
        changes = studio.questioning.ask_when(persona_on(studio, Side.PERSONAL).id, Asking.ALWAYS)
        assert changes.topics == {Topic.PERSONAS}
        studio.questioning.ask_when(persona_on(studio, Side.PROFESSIONAL).id, Asking.NEVER)
    with start() as studio:
        assert studio.questioning.asks(persona_on(studio, Side.PERSONAL).id) is Asking.ALWAYS
        assert asked(studio, written(studio, Side.PERSONAL, HARMLESS), HARMLESS) == FOUR_QUESTIONS
        assert asked(studio, written(studio, Side.PROFESSIONAL, OPEN), OPEN) == ()


def test_setting_when_they_come_changes_nothing_else_about_the_persona(studio):
    before = studio.personas.boundaries(persona_on(studio, Side.PERSONAL).id), persona_on(studio, Side.PERSONAL)
    studio.questioning.ask_when(persona_on(studio, Side.PROFESSIONAL).id, Asking.ALWAYS)
    studio.questioning.ask_when(persona_on(studio, Side.PERSONAL).id, Asking.NEVER)
    studio.questioning.ask_when(persona_on(studio, Side.PERSONAL).id, Asking.WHEN_OPEN)
    assert (studio.personas.boundaries(before[1].id), persona_on(studio, Side.PERSONAL)) == before


def test_nothing_is_asked_twice_about_the_same_text_and_all_again_about_another(studio):
    draft_id = written(studio, Side.PERSONAL, OPEN)
    studio.questioning.answer(draft_id, OPEN, {Question.AT_WORK: Reply.NO, Question.FOR_WHOM: Reply.SKIPPED})
    assert asked(studio, draft_id, OPEN) == (Question.COULD_HURT, Question.IN_A_YEAR)
    answered_all(studio, draft_id, OPEN)
    assert asked(studio, draft_id, OPEN) == ()
    assert asked(studio, draft_id, OPEN + " Truly.") == FOUR_QUESTIONS


def test_a_text_that_was_changed_and_changed_back_was_answered_already(studio):
    draft_id = written(studio, Side.PERSONAL, OPEN)
    answered_all(studio, draft_id, OPEN)
    answered_all(studio, draft_id, OPEN + " Truly.")
    assert asked(studio, draft_id, OPEN) == ()


def test_a_picture_brings_its_own_question_first_and_the_four_with_it(studio):
    draft_id = written(studio, Side.PERSONAL, HARMLESS)
    assert studio.questioning.set_picture(draft_id, Picture.PEOPLE).draft_ids == {draft_id}
    assert studio.drafting.draft(draft_id).picture is Picture.PEOPLE
    assert asked(studio, draft_id, HARMLESS) == (Question.PICTURE, *FOUR_QUESTIONS)
    studio.questioning.set_picture(draft_id, Picture.NONE)
    assert asked(studio, draft_id, HARMLESS) == ()


def test_where_the_four_never_come_a_picture_still_brings_its_own_question(studio):
    studio.questioning.ask_when(persona_on(studio, Side.PERSONAL).id, Asking.NEVER)
    draft_id = written(studio, Side.PERSONAL, OPEN)
    studio.questioning.set_picture(draft_id, Picture.JOKE)
    assert asked(studio, draft_id, OPEN) == (Question.PICTURE,)


def test_an_answer_about_one_picture_says_nothing_about_another(studio):
    draft_id = written(studio, Side.PERSONAL, HARMLESS)
    studio.questioning.set_picture(draft_id, Picture.PEOPLE)
    answered_all(studio, draft_id, HARMLESS)
    studio.questioning.answer(draft_id, HARMLESS, {Question.PICTURE: said_of(Picture.PEOPLE, "agreed")})
    assert asked(studio, draft_id, HARMLESS) == ()
    studio.questioning.set_picture(draft_id, Picture.WORKPLACE)
    assert asked(studio, draft_id, HARMLESS) == (Question.PICTURE,)
    studio.questioning.answer(draft_id, HARMLESS, {Question.PICTURE: said_of(Picture.WORKPLACE, Reply.SKIPPED)})
    assert asked(studio, draft_id, HARMLESS) == ()


def test_picture_and_answers_go_along_with_a_draft_that_moves(studio):
    draft_id = written(studio, Side.PERSONAL, OPEN)
    studio.questioning.set_picture(draft_id, Picture.JOKE)
    studio.questioning.answer(draft_id, OPEN, {Question.IN_A_YEAR: Reply.UNSURE})
    before = studio.questioning.answers(draft_id)
    studio.moving.move(draft_id, persona_on(studio, Side.PROFESSIONAL).id)
    assert studio.drafting.draft(draft_id).persona_id == persona_on(studio, Side.PROFESSIONAL).id
    assert studio.drafting.draft(draft_id).picture is Picture.JOKE
    assert studio.questioning.answers(draft_id) == before
    assert [each.answer for each in before] == ["unsure"]


def test_an_answer_is_kept_with_the_moment_it_was_given(studio, clock):
    draft_id = written(studio, Side.PERSONAL, HARMLESS)
    typed(studio, draft_id, OPEN)
    studio.questioning.answer(draft_id, OPEN, {Question.FOR_WHOM: "friends,family"})
    (answer,) = studio.questioning.answers(draft_id)
    assert (answer.question, answer.answer, answer.answered_at) == (Question.FOR_WHOM, "friends,family", clock())


@pytest.mark.parametrize(
    ("question", "fine"),
    [(Question.COULD_HURT, Reply.NO), (Question.AT_WORK, Reply.YES), (Question.IN_A_YEAR, Reply.YES)],
)
def test_one_reply_speaks_for_a_post_and_the_two_others_against(question, fine):
    against = {reply for reply in Reply if speaks_against(question, reply)}
    assert against == {Reply.YES, Reply.NO, Reply.UNSURE} - {fine}


def test_who_is_known_to_read_along_besides_those_it_is_meant_for():
    audience = ((Group.FRIENDS, Reads.YES), (Group.CLIENTS, Reads.YES), (Group.BOSS, Reads.UNKNOWN))
    assert reading_along({Group.FRIENDS}, audience) == (Group.CLIENTS,)
    assert reading_along({Group.FRIENDS, Group.CLIENTS}, audience) == ()
    assert reading_along((), audience) == ()
