"""Check lines for one policy, and remember what came of them."""

from dataclasses import replace

from app.checks.checked import CheckedLine, PlacedCue, Waiting
from app.checks.coded import CodedChecks
from app.checks.lines import pieces
from app.checks.matching import Matcher
from app.checks.passage import Passage
from app.checks.ranking import ranked
from app.checks.rule import Packs
from app.checks.saying import Speaker, moved
from app.model.finding import Finding, Span
from app.model.policy import Policy

MOST_FINDINGS = 40
"""No more findings of one line, or piece of a long line, are raised: the weightiest stay."""

_REMEMBERED_CHARACTERS = 400_000
_REMEMBERED_TEXTS = 3


class Reviewer:
    """What the packs say to one persona, line by line."""

    def __init__(self, packs: Packs, matcher: Matcher, policy: Policy) -> None:
        self.speaker = Speaker(packs.risks, policy)
        self._matcher = matcher
        self._coded_rules = packs.coded
        self._coded = CodedChecks(policy)
        self._vocabulary = matcher.vocabulary.joined_by(self._coded.vocabulary)
        self._recent: dict[str, CheckedLine] = {}
        self._older: dict[str, CheckedLine] = {}
        self._characters = 0

    def make_room(self, text_length: int) -> None:
        """Forget lines that were not met for long; call it once a review, with the length of the draft."""
        if self._characters > max(_REMEMBERED_CHARACTERS, _REMEMBERED_TEXTS * text_length):
            self._older, self._recent, self._characters = self._recent, {}, 0

    def checked(self, line: str) -> CheckedLine:
        """Return what *line* comes to, from memory if it can be."""
        known = self._recent.get(line)
        if known is None:
            known = self._older.pop(line, None) or self._check(line)
            self._recent[line] = known
            self._characters += len(line) + 1
        return known

    def crossing(self, upper: CheckedLine, lower: CheckedLine) -> CheckedLine | None:
        """Return what stands in a sentence that crosses from *upper* to the line below; counted from ``tail_start``."""
        if upper.follower is not lower:
            upper.follower = lower
            upper.crossing = self._check_crossing(upper.edges.tail, lower.edges.head)
        return upper.crossing

    def _check(self, line: str) -> CheckedLine:
        if not line or line.isspace():
            return CheckedLine(line)
        cut = pieces(line)
        if len(cut) == 1:
            return self._check_passage(line)
        return _joined(line, [(piece.start, self._piece(line, piece)) for piece in cut])

    def _piece(self, line: str, piece: Span) -> CheckedLine:
        """Return what a piece of a long line comes to, remembered like a line."""
        return self.checked(line[piece.start : piece.end])

    def _check_crossing(self, tail: str, head: str) -> CheckedLine | None:
        if not tail or not head:
            return None
        both = self._check_passage(f"{tail}\n{head}")
        crossing = CheckedLine(
            both.line,
            tuple(finding for finding in both.findings if _crosses(finding, len(tail))),
            tuple(one for one in both.waiting if _crosses(one.finding, len(tail))),
            tuple(placed for placed in both.cues if placed.span.start < len(tail) < placed.span.end),
        )
        return None if crossing.is_silent else crossing

    def _check_passage(self, text: str) -> CheckedLine:
        passage = Passage(text, self._vocabulary)
        matches = self._matcher.matches(passage)
        findings: list[Finding] = []
        waiting: list[Waiting] = []
        for hit in matches.rules:
            evidence = [passage.span(first, last) for first, last in hit.evidence]
            finding = self.speaker.finding(hit.rule, text, passage.span(hit.first, hit.last), evidence)
            if finding is None:
                continue
            if hit.awaits:
                waiting.append(Waiting(finding, hit.awaits))
            else:
                findings.append(finding)
        for found in self._coded.find(passage):
            rule = self._coded_rules.get(found.rule_id)
            said = self.speaker.finding(rule, text, found.span, found.evidence) if rule else None
            findings += [said] if said else []
        cues = tuple(PlacedCue(hit.cue, passage.span(hit.first, hit.last)) for hit in matches.cues)
        return CheckedLine(text, _weightiest(findings), tuple(waiting[:MOST_FINDINGS]), cues)


def _weightiest(findings: list[Finding]) -> tuple[Finding, ...]:
    if len(findings) <= 1:
        return tuple(findings)
    merged = ranked(findings)
    if len(merged) <= MOST_FINDINGS:
        return merged
    kept = sorted(merged, key=lambda finding: (-finding.severity, finding.span))[:MOST_FINDINGS]
    return ranked(kept)


def _joined(line: str, parts: list[tuple[int, CheckedLine]]) -> CheckedLine:
    return CheckedLine(
        line,
        tuple(moved(finding, start) for start, part in parts for finding in part.findings),
        tuple(Waiting(moved(one.finding, start), one.needs) for start, part in parts for one in part.waiting),
        tuple(replace(placed, span=placed.span.shifted(start)) for start, part in parts for placed in part.cues),
    )


def _crosses(finding: Finding, line_break: int) -> bool:
    return finding.evidence[0].start < line_break < finding.evidence[-1].end
