"""What the review says: findings, where they are, who could mind, and how to put it instead."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def shifted(self, by: int) -> "Span":
        """Return the same length, *by* code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Severity(IntEnum):
    """By likely cost, not by crudeness. Shown as Low, Medium, High."""

    NOTE = 1
    WARN = 2
    HOLD = 3

    @property
    def word(self) -> str:
        """The name in files and on the command line: ``note``, ``warn`` or ``hold``."""
        return self.name.lower()


class Risk(StrEnum):
    """The 29 things a post can cost its writer."""

    CONFIDENTIAL_CLIENT = "confidential.client"
    CONFIDENTIAL_PROJECT = "confidential.project"
    CONFIDENTIAL_MEETING = "confidential.meeting"
    VENTING_CUSTOMER = "venting.customer"
    VENTING_COLLEAGUE = "venting.colleague"
    VENTING_WORKPLACE = "venting.workplace"
    OFFENSIVE_RACE = "offensive.race"
    OFFENSIVE_SEX = "offensive.sex"
    OFFENSIVE_LGBTQ = "offensive.lgbtq"
    OFFENSIVE_OTHER = "offensive.other"
    OFFENSIVE_PROFANITY = "offensive.profanity"
    OFFENSIVE_THREAT = "offensive.threat"
    POLARIZING_POLITICS = "polarizing.politics"
    POLARIZING_RELIGION = "polarizing.religion"
    POLARIZING_SOCIAL = "polarizing.social"
    CONDUCT_INTOXICATION = "conduct.intoxication"
    CONDUCT_SEXUAL = "conduct.sexual"
    CONDUCT_ILLEGAL = "conduct.illegal"
    CONDUCT_SLACKING = "conduct.slacking"
    PRIVACY_CONTACT = "privacy.contact"
    PRIVACY_LOCATION = "privacy.location"
    PRIVACY_ROUTINE = "privacy.routine"
    PRIVACY_CREDENTIAL = "privacy.credential"
    PRIVACY_THIRD_PARTY = "privacy.third_party"
    BOUNDARY_BUSINESS_ON_PERSONAL = "boundary.business_on_personal"
    BOUNDARY_PERSONAL_ON_PROFESSIONAL = "boundary.personal_on_professional"
    BOUNDARY_CONTACT = "boundary.contact"
    BOUNDARY_CROSSLINK = "boundary.crosslink"
    TONE_HEATED = "tone.heated"

    @property
    def category(self) -> str:
        """The part before the dot."""
        return self.value.partition(".")[0]


class Group(StrEnum):
    """People who may read along; ``CLIENTS`` stands for whomever the persona works with."""

    FRIENDS = "friends"
    FAMILY = "family"
    COLLEAGUES = "colleagues"
    BOSS = "boss"
    CLIENTS = "clients"
    STRANGERS = "strangers"


@dataclass(frozen=True, slots=True)
class Fix:
    """One wording to put in place of ``text[span.start:span.end]``; empty takes the words out."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at before posting.

    ``span`` covers the words to underline, ``evidence`` the words that decided it (one span or more, in reading
    order). ``title`` names the risk in a few words, ``message`` says what is wrong here, ``why`` who could take it
    how; all three already use the persona's own word for the people they work with. ``instead`` is advice in words,
    ``fixes`` are wordings that can be applied as they are. ``guideline`` is the number in the seed advice (A14, B3).
    ``sentence_print`` and ``phrase_print`` are stable hashes: of rule, phrase and two words on each side, and of
    rule and phrase alone.
    """

    rule_id: str
    risk: Risk
    span: Span
    evidence: tuple[Span, ...]
    severity: Severity
    title: str
    message: str
    why: str
    minds: frozenset[Group]
    guideline: str
    instead: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    sentence_print: str = ""
    phrase_print: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one review found in exactly *text*.

    ``findings`` are what is open, in reading order; ``ignored`` what the writer has answered already.
    ``skipped`` names checks that could not run: such a report is never clear.
    """

    text: str
    findings: tuple[Finding, ...] = ()
    ignored: tuple[Finding, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The highest severity among the open findings, ``None`` when there are none."""
        return max((finding.severity for finding in self.findings), default=None)

    @property
    def is_clear(self) -> bool:
        """Whether every check ran and none found anything."""
        return not self.findings and not self.skipped

    def worst_first(self) -> tuple[Finding, ...]:
        """Return the open findings, high before low, in reading order within each."""
        return tuple(sorted(self.findings, key=lambda finding: (-finding.severity, finding.span)))
