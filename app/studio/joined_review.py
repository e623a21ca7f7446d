"""Rules and second reader in one report: what each adds, what is said already, and where the reader calms a rule.

The second reader never holds a post back and never speaks over a rule; where a rule has only a suspicion and the reader
is sure that nothing is meant, the rule's finding stays as a note and says so.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from app.checks.audience import severity_for
from app.checks.dismissals import Answers, prints
from app.checks.ranking import ranked_with
from app.checks.rule import RiskWords
from app.checks.wording import filled
from app.model.finding import Finding, Report, Risk, Severity, Span
from app.model.policy import Dismissal, Policy
from app.reader.naming import READER
from app.reader.reading import Opinion, Reading, Sureness

_SAME_STRETCH = 1_500
"""A rule that found the same risk no further away than this many characters has said it already."""

_OWN_SEVERITY = {Sureness.FAIRLY: Severity.NOTE, Sureness.QUITE: Severity.WARN, Sureness.VERY: Severity.WARN}


@dataclass(frozen=True, slots=True)
class _Made:
    """The finding that was made of an opinion on *words* in the sentence *around* them; ``None`` if it raises none."""

    opinion: Opinion
    words: str
    around: str
    finding: Finding | None

    def is_of(self, opinion: Opinion, words: str, around: str) -> bool:
        """Return whether the same would be made of *opinion*, wherever that stands."""
        return (
            self.opinion.risk is opinion.risk
            and self.opinion.sureness is opinion.sureness
            and self.words == words
            and self.around == around
        )

    def moved_to(self, opinion: Opinion) -> "_Made":
        """Return the same at the place of *opinion*: the very same where nothing has moved."""
        if opinion is self.opinion or self.finding is None:
            return self
        finding = replace(self.finding, span=opinion.span, evidence=opinion.words or (opinion.span,))
        return _Made(opinion, self.words, self.around, finding)


class Joining:
    """Joins what rules and second reader say for one policy; *risks* are the words for each risk in general.

    *never_calmed* are the rules that know rather than suspect: names to be kept back, numbers with a check digit.
    """

    def __init__(self, risks: Mapping[Risk, RiskWords], policy: Policy, never_calmed: Collection[str]) -> None:
        self.policy = policy
        self._risks = risks
        self._never_calmed = never_calmed
        self._made: list[_Made] = []
        self._answered: tuple[Collection[Dismissal], str | None, Answers] = ((), None, Answers((), None))

    def joined(
        self, report: Report, reading: Reading, dismissals: Collection[Dismissal] = (), draft_id: str | None = None
    ) -> Report:
        """Return *report* with what *reading* adds to it, both of the same text."""
        if reading.text != report.text:
            raise ValueError("a reading of another text")
        calmed = report.findings
        if reading.ruled_out:
            calmed = tuple([self._calmed(finding, reading) for finding in calmed])
        made = (*report.findings, *report.ignored)
        self._made = [
            self._finding(opinion, report.text) for opinion in reading.opinions if not _is_said(opinion, made)
        ]
        added = [(each.finding, each.opinion) for each in self._made if each.finding is not None]
        if not added and calmed == report.findings:
            return report
        answers = self._answers(dismissals, draft_id)
        ignored = tuple(
            finding
            for finding, opinion in added
            if dismissals and (answers.cover(finding) or self._was_answered(opinion, report.text, answers))
        )
        raised = [finding for finding, _ in added if finding not in ignored]
        return Report(report.text, ranked_with(calmed, raised), (*report.ignored, *ignored), report.skipped)

    def _answers(self, dismissals: Collection[Dismissal], draft_id: str | None) -> Answers:
        if dismissals is not self._answered[0] or draft_id != self._answered[1]:
            self._answered = tuple(dismissals), draft_id, Answers(dismissals, draft_id)
        return self._answered[2]

    def _finding(self, opinion: Opinion, text: str) -> "_Made":
        """Return what was made of the same opinion the last time, where it stands by now, or make it."""
        sentence = next((each for each in opinion.sentences if each.overlaps(opinion.span)), opinion.span)
        words, around = text[opinion.span.start : opinion.span.end], text[sentence.start : sentence.end]
        for made in self._made:
            if made.is_of(opinion, words, around):
                return made.moved_to(opinion)
        return _Made(opinion, words, around, self._new_finding(opinion, sentence, text))

    def _new_finding(self, opinion: Opinion, sentence: Span, text: str) -> Finding | None:
        words = self._risks[opinion.risk]
        severity = severity_for(opinion.risk, _OWN_SEVERITY[opinion.sureness], self.policy)
        if severity is None:
            return None
        rule_id = f"{READER}.{opinion.risk.value}"
        title = filled(words.title, self.policy.works_with, "")
        return Finding(
            rule_id=rule_id,
            risk=opinion.risk,
            span=opinion.span,
            evidence=opinion.words or (opinion.span,),
            severity=min(severity, Severity.WARN),
            title=f"Reads like: {title if title[1:2].isupper() else title[:1].lower() + title[1:]}",
            message="No word says it outright, but to the second reader these words read like it.",
            why=filled(words.wording.why, self.policy.works_with, ""),
            minds=words.wording.minds,
            guideline=words.wording.guideline,
            instead=tuple([filled(each, self.policy.works_with, "") for each in words.wording.instead]),
            sentence_print=_print(rule_id, text, sentence),
            phrase_print=_print(rule_id, text, opinion.span),
        )

    def _was_answered(self, opinion: Opinion, text: str, answers: Answers) -> bool:
        """Return whether another sentence that speaks for the risk has been answered: the weightiest one may change."""
        rule_id = f"{READER}.{opinion.risk.value}"
        return any(answers.cover_print(_print(rule_id, text, each)) for each in opinion.sentences)

    def _calmed(self, finding: Finding, reading: Reading) -> Finding:
        if (
            finding.severity is not Severity.WARN
            or finding.risk not in reading.ruled_out
            or finding.rule_id in self._never_calmed
            or any(risk is finding.risk for risk, _ in self.policy.stances)
            or (reading.written_since is not None and _gap(finding.span, reading.written_since) == 0)
        ):
            return finding
        said = f"{finding.message} The second reader sees nothing meant here, so this is only a note."
        return replace(finding, severity=Severity.NOTE, message=said)


def _print(rule_id: str, text: str, span: Span) -> str:
    """Return a name for the words at *span* that edits around them leave as it is."""
    return _print_of(rule_id, text[span.start : span.end])


@lru_cache(maxsize=1024)
def _print_of(rule_id: str, words: str) -> str:
    return prints(rule_id, words, Span(0, len(words)))[1]


def _is_said(opinion: Opinion, made: Collection[Finding]) -> bool:
    """Return whether a rule has said as much: the same nearby, or something of its kind about the same words."""
    for finding in made:
        if finding.risk is opinion.risk:
            if _gap(finding.span, opinion.span) <= _SAME_STRETCH:
                return True
        elif finding.risk.category == opinion.risk.category and finding.span.overlaps(opinion.span):
            return True
    return False


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
