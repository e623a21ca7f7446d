"""Questions before a text leaves: one key each, a change offered first, and nothing that cannot leave all the same."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QScrollArea

from app.model.asking import FOUR_QUESTIONS, Picture, Question
from app.model.finding import Finding, Group, Report, Risk, Severity, Span
from app.model.ids import PersonaId
from app.model.persona import Persona, Side
from app.model.policy import Reads
from ui.dialogs.before_you_post_dialog import AboutToPost, BeforeYouPostDialog
from ui.dialogs.picture_dialog import PictureDialog
from ui.widgets.choice_row import ChoiceRow

KEYS = {"Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Esc": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space}
TEXT = "Another nightmare patient."
NOTHING_FOUND = Report(TEXT)


def ann(side: Side = Side.PERSONAL) -> Persona:
    return Persona(PersonaId("ann"), side, "Ann", works_with="patients")


def finding(instead: str, minds: Group) -> Finding:
    words = Span(0, len("Another nightmare patient"))
    return Finding(
        "a.rule",
        Risk.VENTING_CUSTOMER,
        words,
        (words,),
        Severity.WARN,
        "",
        "",
        "",
        frozenset({minds}),
        "A14",
        (instead,),
    )


def four(*, side=Side.PERSONAL, audience=(), report=NOTHING_FOUND, questions=FOUR_QUESTIONS):
    return BeforeYouPostDialog(AboutToPost(ann(side), audience, report), questions)


@pytest.fixture
def asked(qtbot) -> Callable:
    """Show a dialog, press keys in it one after the other, and return what was considered."""

    def done(dialog, *keys: str, then: Callable[[], None] = lambda: None):
        qtbot.addWidget(dialog)
        problems: list[AssertionError] = []

        def press() -> None:
            try:
                for key in keys:
                    qtbot.keyClick(QApplication.focusWidget(), KEYS.get(key, key))
                then()
            except AssertionError as problem:
                problems.append(problem)
            finally:
                if dialog.isVisible():
                    dialog.close()

        QTimer.singleShot(50, press)
        considered = dialog.ask()
        for problem in problems:
            raise problem
        return considered

    return done


def questions_of(dialog):
    return [each.accessibleName() for each in dialog.findChildren(ChoiceRow)]


def advice_in(dialog):
    return [each.advice() for each in dialog.findChildren(ChoiceRow)]


def buttons_of(dialog):
    return [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]


def test_the_four_questions_stand_in_one_window_in_the_own_word_for_the_people(asked):
    dialog = four()
    asked(dialog)
    assert questions_of(dialog) == [
        "Who is it for?",
        "Could it hurt someone you work with: a patient, a colleague?",
        "Would you say it at work?",
        "Will it still be fine in a year?",
    ]
    assert "Patients" in [each.accessibleName() for each in dialog.findChildren(QAbstractButton)]


def test_one_key_each_and_enter_copies_when_nothing_speaks_against_it(asked):
    considered = asked(four(), "1", "3", "Enter", "n", "y", "y", "Enter")
    assert considered.leaves
    assert considered.answers == {
        Question.FOR_WHOM: "friends,colleagues",
        Question.COULD_HURT: "no",
        Question.AT_WORK: "yes",
        Question.IN_A_YEAR: "yes",
    }


def test_everything_can_be_left_out_by_enter_alone(asked):
    considered = asked(four(), *["Enter"] * 5)
    assert considered.leaves
    assert considered.answers == dict.fromkeys(FOUR_QUESTIONS, "")


@pytest.mark.parametrize("question", [Question.COULD_HURT, Question.AT_WORK, Question.IN_A_YEAR])
@pytest.mark.parametrize("key", ["y", "n", "s"])
def test_an_answer_against_it_offers_the_change_first_with_a_sentence_of_what_could_be_changed(asked, question, key):
    dialog = four(questions=[question])
    fine = key == ("n" if question is Question.COULD_HURT else "y")
    seen = []
    considered = asked(dialog, key, then=lambda: seen.extend((buttons_of(dialog), advice_in(dialog))))
    assert seen[0] == (["Copy for Ann", "Back to the draft"] if fine else ["Change it", "Copy anyway"])
    assert bool(seen[1][0]) is not fine
    assert not considered.leaves
    assert considered.answers == {question: {"y": "yes", "n": "no", "s": "unsure"}[key]}


def test_enter_after_an_answer_against_it_is_change_it(asked):
    considered = asked(four(questions=[Question.AT_WORK]), "n", "Enter")
    assert (considered.leaves, considered.answers) == (False, {Question.AT_WORK: "no"})


def test_it_can_be_copied_anyway(asked):
    considered = asked(four(questions=[Question.AT_WORK, Question.IN_A_YEAR]), "n", "Enter", "Tab", "Enter")
    assert (considered.leaves, considered.answers) == (True, {Question.AT_WORK: "no", Question.IN_A_YEAR: ""})


def test_an_answer_that_is_taken_back_takes_its_advice_along(asked, qtbot):
    dialog = four(questions=[Question.AT_WORK])
    seen = []

    def take_back():
        assert buttons_of(dialog) == ["Change it", "Copy anyway"]
        yes = next(each for each in dialog.findChildren(QAbstractButton) if each.accessibleName() == "Yes")
        qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
        seen.extend((buttons_of(dialog), advice_in(dialog)))

    considered = asked(dialog, "n", then=take_back)
    assert seen == [["Copy for Ann", "Back to the draft"], [""]]
    assert considered.answers == {Question.AT_WORK: "yes"}


def test_escape_goes_back_and_keeps_what_was_answered(asked):
    considered = asked(four(), "2", "Enter", "s", "Esc")
    assert (considered.leaves, considered.answers) == (
        False,
        {Question.FOR_WHOM: "family", Question.COULD_HURT: "unsure"},
    )


def test_what_could_hurt_is_answered_from_the_review_where_people_at_work_could_mind(asked):
    own = "Say what the day was like."
    report = Report(TEXT, (finding("Not this.", Group.FRIENDS), finding(own, Group.CLIENTS)))
    dialog = four(report=report, questions=[Question.COULD_HURT])
    seen = []
    asked(dialog, "y", then=lambda: seen.extend(advice_in(dialog)))
    assert seen == [f"“Another nightmare patient”: {own}"]


def test_who_is_known_to_read_along_is_said_beside_those_it_is_for(asked):
    audience = ((Group.CLIENTS, Reads.YES), (Group.BOSS, Reads.YES), (Group.FAMILY, Reads.NO))
    dialog = four(audience=audience, questions=[Question.FOR_WHOM])
    seen = []
    asked(dialog, "1", then=lambda: seen.extend(advice_in(dialog)))
    assert seen[0].startswith("Also reading here: your boss, your patients.")


@pytest.mark.parametrize(("side", "said"), [(Side.PERSONAL, True), (Side.PROFESSIONAL, False)])
def test_what_is_for_the_people_one_works_with_belongs_on_the_professional_account(asked, side, said):
    dialog = four(side=side, questions=[Question.FOR_WHOM])
    seen = []
    asked(dialog, "5", then=lambda: seen.extend(advice_in(dialog)))
    assert ("your patients" in seen[0]) is said


@pytest.mark.parametrize(
    ("picture", "question", "fine", "against"),
    [
        (Picture.JOKE, "Who is the joke on?", {"nobody", "power"}, {"people", "unsure"}),
        (
            Picture.PEOPLE,
            "Who is in it, do they know, and are they children or patients?",
            {"agreed"},
            {"unaware", "protected", "unsure"},
        ),
        (
            Picture.WORKPLACE,
            "What is on the screen, the badge, the whiteboard or the paper behind you?",
            {"bare"},
            {"readable", "unsure"},
        ),
        (
            Picture.OTHER,
            "Does it show more than you mean to: a face, a name, a number plate, where you are?",
            {"fine"},
            {"more", "unsure"},
        ),
    ],
)
def test_each_kind_of_picture_has_its_one_question_and_help_that_offers_a_change(
    asked, picture, question, fine, against
):
    outcomes: dict[bool, set[str]] = {True: set(), False: set()}
    for key in range(1, 1 + len(fine | against)):
        dialog = PictureDialog(picture, ann(), is_last=True)
        considered = asked(dialog, str(key), "Enter")
        assert questions_of(dialog) == [question]
        assert bool(advice_in(dialog)[0]) is not considered.leaves
        assert not any("{" in each for each in advice_in(dialog))
        outcomes[considered.leaves].add(considered.answers[Question.PICTURE])
    assert outcomes == {True: fine, False: against}


@pytest.mark.parametrize(
    ("is_last", "offered"), [(True, ["Change it", "Copy anyway"]), (False, ["Change it", "Go on anyway"])]
)
def test_a_picture_speaks_of_copying_only_where_nothing_else_is_asked(asked, is_last, offered):
    dialog = PictureDialog(Picture.PEOPLE, ann(), is_last=is_last)
    seen = []
    considered = asked(dialog, "3", then=lambda: seen.extend(buttons_of(dialog)))
    assert seen == offered
    assert not considered.leaves


def test_tab_goes_through_it_in_reading_order_and_round_again(asked, qtbot):
    dialog = four(questions=[Question.COULD_HURT, Question.AT_WORK])
    stops = []

    def walk():
        for _ in range(5):
            stops.append(QApplication.focusWidget().accessibleName())
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    asked(dialog, then=walk)
    assert stops == ["Yes", "Yes", "Copy for Ann", "Back to the draft", "Yes"]


def test_with_advice_everywhere_nothing_overlaps_and_the_last_answer_is_in_sight(asked, qtbot):
    audience = ((Group.CLIENTS, Reads.YES),)
    dialog = four(audience=audience)
    places = []

    def look():
        qtbot.wait(50)
        rows = dialog.findChildren(ChoiceRow)
        parts = [each.geometry() for each in rows]
        places.extend(upper.bottom() < lower.top() for upper, lower in pairwise(parts))
        places.extend(row.height() >= row.heightForWidth(row.width()) for row in rows)
        scroll = dialog.findChild(QScrollArea)
        places.append(scroll.verticalScrollBar().maximum() == 0)  # the screen is high enough for all of it
        end = rows[-1].mapTo(scroll.viewport(), QPoint(0, rows[-1].height() - 1))
        places.append(scroll.viewport().rect().contains(end))

    asked(dialog, "1", "Enter", "y", "n", "s", then=look)
    assert all(advice_in(dialog))
    assert places == [True] * 9
