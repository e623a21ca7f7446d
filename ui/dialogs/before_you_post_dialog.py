"""Four questions before a post: who it is for, whether it could hurt, whether it goes at work and in a year."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.checks.wording import filled
from app.model.asking import Question, Reply, reading_along, speaks_against
from app.model.finding import Finding, Group, Report
from app.model.persona import Persona, Side
from app.model.policy import Reads
from ui.dialogs.asking_dialog import Asked, AskingDialog, AskingWording
from ui.widgets.choice import Choice

_AT_WORK_READ = frozenset((Group.CLIENTS, Group.COLLEAGUES, Group.BOSS))


@dataclass(frozen=True, slots=True)
class AboutToPost:
    """What the questions are about: who posts, who is known to read along, and what the review found."""

    persona: Persona
    audience: tuple[tuple[Group, Reads], ...]
    report: Report


class BeforeYouPostDialog(AskingDialog):
    """Asks those of the four questions that are still open."""

    def __init__(self, about: AboutToPost, questions: Collection[Question], parent: QWidget | None = None) -> None:
        wording = AskingWording(
            _said("Before you copy for {persona}").format(persona=about.persona.name),
            _said(
                "One key answers, Enter goes on. What you say stays with the draft, and nothing keeps it from leaving."
            ),
            _said("Copy for {persona}").format(persona=about.persona.name),
            _said("Copy anyway"),
        )
        super().__init__(wording, tuple(_asked(each, about) for each in Question if each in questions), parent)


def _asked(question: Question, about: AboutToPost) -> Asked:
    if question is Question.FOR_WHOM:
        choices = _groups(about.persona.works_with)
        return Asked(question, _said("Who is it for?"), choices, partial(_advice_on_readers, about), several=True)
    texts = {
        Question.COULD_HURT: _said("Could it hurt someone you work with: a {customer}, a colleague?"),
        Question.AT_WORK: _said("Would you say it at work?"),
        Question.IN_A_YEAR: _said("Will it still be fine in a year?"),
    }
    text = filled(texts[question], about.persona.works_with, "")
    return Asked(question, text, _replies(), partial(_advice, question, about))


def _replies() -> tuple[Choice, ...]:
    return (
        Choice(Reply.YES, _said("Yes"), _said("Y")),
        Choice(Reply.NO, _said("No"), _said("N")),
        Choice(Reply.UNSURE, _said("Not sure"), _said("S")),
    )


def _groups(works_with: str) -> tuple[Choice, ...]:
    names = {
        Group.FRIENDS: _said("Friends"),
        Group.FAMILY: _said("Family"),
        Group.COLLEAGUES: _said("Colleagues"),
        Group.BOSS: _said("Boss"),
        Group.CLIENTS: works_with[:1].upper() + works_with[1:],
        Group.STRANGERS: _said("Strangers"),
    }
    return tuple(Choice(group, names[group], str(number)) for number, group in enumerate(Group, start=1))


def _advice(question: Question, about: AboutToPost, words: tuple[str, ...]) -> str:
    """Return what could be changed after this reply, from the review where it says so about people at work."""
    reply = Reply(words[0]) if words else Reply.SKIPPED
    if not speaks_against(question, reply):
        return ""
    finding = _about_people(about.report) if question is Question.COULD_HURT else None
    if finding is not None:
        quoted = about.report.text[finding.span.start : finding.span.end]
        return _said("“{words}”: {instead}").format(words=quoted, instead=finding.instead[0])
    return filled(_said(_WORDS_OF_ADVICE[question, reply]), about.persona.works_with, "")


def _about_people(report: Report) -> Finding | None:
    """Return the worst finding that people at work could mind and that says what to write instead."""
    return next((each for each in report.worst_first() if each.instead and each.minds & _AT_WORK_READ), None)


def _advice_on_readers(about: AboutToPost, words: tuple[str, ...]) -> str:
    """Return what to think of where others read along, or where people at work are met on a personal account."""
    meant = frozenset(Group(word) for word in words)
    works_with = about.persona.works_with
    if Group.CLIENTS in meant and about.persona.side is Side.PERSONAL:
        advice = _said(
            "What is for your {customers} reaches them on your professional account: it can move there first."
        )
        return filled(advice, works_with, "")
    others = reading_along(meant, about.audience)
    if not others:
        return ""
    names = {
        Group.FRIENDS: _said("your friends"),
        Group.FAMILY: _said("your family"),
        Group.COLLEAGUES: _said("your colleagues"),
        Group.BOSS: _said("your boss"),
        Group.CLIENTS: filled(_said("your {customers}"), works_with, ""),
        Group.STRANGERS: _said("strangers"),
    }
    advice = _said("Also reading here: {others}. A closed list or a message reaches only those you mean.")
    return advice.format(others=", ".join(names[group] for group in others))


_WORDS_OF_ADVICE = {
    (Question.COULD_HURT, Reply.YES): (
        "Take out what points to one person: the name, the day, the place, what only a {customer} would know."
    ),
    (Question.COULD_HURT, Reply.UNSURE): (
        "Imagine a {customer} reading it aloud to you: the sentence you would rather skip is the one to change."
    ),
    (Question.AT_WORK, Reply.NO): (
        "Say what happened and what you would like instead, in words you could use in a meeting."
    ),
    (Question.AT_WORK, Reply.UNSURE): (
        "Find the sentence that makes you hesitate, and put it in words you could use in a meeting."
    ),
    (Question.IN_A_YEAR, Reply.NO): (
        "Leave out what belongs to today alone: the anger, the guess, the name. Keep what you would gladly find again."
    ),
    (Question.IN_A_YEAR, Reply.UNSURE): (
        "Read it once more tomorrow morning: the draft stays here, and a sentence that has cooled is soon changed."
    ),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("BeforeYouPostDialog", words)
