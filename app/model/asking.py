"""What is asked before a post leaves, and what the writer answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Answer:
    """What the writer said to one question about one draft; the newest per question counts.

    ``answer`` is one of the question's own words ("yes", "no", "unsure") or free text. ``text_digest`` names the text
    that it was said about; ``answered_at`` is UTC.
    """

    question: Question
    answer: str
    text_digest: str
    answered_at: datetime
