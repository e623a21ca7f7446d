"""What is asked before a post leaves, and what the writer answered."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.finding import Group
from app.model.policy import Reads


class Picture(StrEnum):
    """What is in the picture that goes with a post; ``NONE`` when there is none."""

    NONE = ""
    JOKE = "joke"
    PEOPLE = "people"
    WORKPLACE = "workplace"
    OTHER = "other"


class Question(StrEnum):
    """The four questions before a post, and the one about its picture."""

    FOR_WHOM = "for_whom"
    COULD_HURT = "could_hurt"
    AT_WORK = "at_work"
    IN_A_YEAR = "in_a_year"
    PICTURE = "picture"


FOUR_QUESTIONS = (Question.FOR_WHOM, Question.COULD_HURT, Question.AT_WORK, Question.IN_A_YEAR)


class Reply(StrEnum):
    """What can be said to a question that is answered by one key; a question may be left out."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    SKIPPED = ""


_IN_FAVOUR = {Question.COULD_HURT: Reply.NO, Question.AT_WORK: Reply.YES, Question.IN_A_YEAR: Reply.YES}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the writer said to one question about one draft; the newest per question counts.

    ``answer`` is a ``Reply``, for ``FOR_WHOM`` the groups that the post is meant for, with a comma between them, and
    for ``PICTURE`` what ``said_of`` makes of picture and word; a question that was left out has no words.
    ``text_digest`` names the text that it was said about; ``answered_at`` is UTC.
    """

    question: Question
    answer: str
    text_digest: str
    answered_at: datetime


def speaks_against(question: Question, reply: Reply) -> bool:
    """Return whether *reply* is a reason to change something first: "not sure" is one, a question left out is none."""
    return reply is not Reply.SKIPPED and reply is not _IN_FAVOUR[question]


def reading_along(meant: Collection[Group], audience: Collection[tuple[Group, Reads]]) -> tuple[Group, ...]:
    """Return who is known to read the account besides those the post is meant for; nobody for a post to everybody."""
    known = {group for group, reads in audience if reads is Reads.YES}
    return tuple(group for group in Group if group in known and group not in meant) if meant else ()


def said_of(picture: Picture, word: str) -> str:
    """Return the answer *word* with the kind of *picture* that it was said about."""
    return f"{picture.value}: {word}"


def is_said_of(picture: Picture, answer: str) -> bool:
    """Return whether *answer* is about this kind of *picture*, and not about another that was there before."""
    return answer.startswith(said_of(picture, ""))
