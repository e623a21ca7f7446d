"""Check sentences and lines for one policy, and remember what came of them."""

import re
from collections.abc import Iterable, Mapping, Set
from itertools import islice

from app.checks.checked import NOTHING, Checked, CheckedLine, PlacedCue, Waiting, joined
from app.checks.coded import CodedChecks
from app.checks.found import Found
from app.checks.lines import is_open, sentences
from app.checks.matching import Matcher, RuleHit
from app.checks.memory import Memory
from app.checks.obfuscation import has_signs
from app.checks.passage import Passage
from app.checks.ranking import ranked
from app.checks.readypacks import ReadyPacks
from app.checks.runs import ANY_RUN, SILENT_ONLY, Run, Runs
from app.checks.saying import Speaker
from app.model.finding import Finding
from app.model.policy import Policy
from app.text.folding import fold

MOST_FINDINGS = 16
"""No more findings of one sentence are raised: the weightiest stay."""

_ROOM = 400_000
_TEXTS_IN_ROOM = 3
_MARKED = re.compile("[@#/]")


class Reviewer:
    """What the packs say to one persona, sentence by sentence and line by line."""

    def __init__(self, packs: ReadyPacks, matcher: Matcher, policy: Policy) -> None:
        self.speaker = Speaker(packs.risks, policy)
        self._matcher = matcher
        self._side = policy.side
        self._coded_rules = packs.coded
        self._coded = CodedChecks(policy)
        self._vocabulary = matcher.vocabulary.joined_by(self._coded.vocabulary)
        self._has_names = self._coded.has_names
        self._runs = Runs(matcher, self._vocabulary, self._coded.vocabulary)
        self._lines: Memory[CheckedLine] = Memory(_ROOM)
        self._sentences: Memory[Checked] = Memory(_ROOM)

    def make_room(self, length: int) -> None:
        """Remember as much as a draft of *length* characters needs while it is being written."""
        self._lines.room = self._sentences.room = max(_ROOM, _TEXTS_IN_ROOM * length)

    @property
    def known_lines(self) -> Mapping[str, CheckedLine]:
        """Lines that were met just now: what is not among them :meth:`checked` has or makes."""
        return self._lines.recent

    def checked(self, line: str) -> CheckedLine:
        """Return what *line*, or a stretch of a long one, comes to, from memory if it can be."""
        return self._lines.recall(line) or self._lines.keep(line, self._check(line))

    def crossing(self, upper: CheckedLine, lower: CheckedLine) -> Checked:
        """Return what stands in a sentence that goes on from *upper* to *lower*, counted from where its tail begins."""
        if upper.follower is not lower:
            upper.follower = lower
            upper.crossing = self._check_crossing(upper, lower)
        return upper.crossing

    def _check(self, line: str) -> CheckedLine:
        found = sentences(line)
        if not found and self._coded.needs_every_sentence and line.strip():
            found = [(0, line)]  # nothing but signs, of which one may be a name
        if not found:
            return CheckedLine()
        whole = joined([(start, self._sentence(sentence)) for start, sentence in found])
        coded = self._findings_in_code(line)
        last_start, last = found[-1]
        findings = _weightiest([*whole.findings, *coded]) if coded else whole.findings
        return CheckedLine(
            findings, whole.waiting, whole.cue_ids, whole.signs,
            head=line[: found[0][0] + len(found[0][1])], tail=last if is_open(last) else "", tail_start=last_start,
        )  # fmt: skip

    def _sentence(self, sentence: str) -> Checked:
        return self._sentences.recall(sentence) or self._sentences.keep(sentence, self._check_sentence(sentence))

    def _check_crossing(self, upper: CheckedLine, lower: CheckedLine) -> Checked:
        if not upper.tail or not lower.head:
            return NOTHING
        both, line_break = self._sentence(f"{upper.tail}\n{lower.head}"), len(upper.tail)
        if both is NOTHING:
            return NOTHING
        crossing = Checked(
            tuple(finding for finding in both.findings if _crosses(finding, line_break)),
            tuple(one for one in both.waiting if _crosses(one.finding, line_break)),
            both.cue_ids - upper.cue_ids - lower.cue_ids,
            tuple(one for one in both.signs if one.span.start < line_break < one.span.end),
        )
        return NOTHING if crossing.is_silent else crossing

    def _check_sentence(self, sentence: str) -> Checked:
        kinds = self._kinds(sentence)
        if kinds <= SILENT_ONLY and not self._may_name(sentence):
            return NOTHING
        passage = Passage(sentence, self._vocabulary, may_hide=Run.ODD in kinds)
        matches = self._matcher.matches(passage, self._side)
        findings = self._said(sentence, self._coded.names(passage)) if self._has_names else []
        waiting: list[Waiting] = []
        for hit in matches.rules:
            finding = self._finding(passage, hit)
            if finding is not None and hit.awaits:
                waiting.append(Waiting(finding, hit.awaits))
            elif finding is not None:
                findings.append(finding)
        if not (findings or waiting or matches.cues):
            return NOTHING
        signs = [hit for hit in matches.cues if hit.cue.risk is not None]
        return Checked(
            _weightiest(findings),
            tuple(waiting[:MOST_FINDINGS]),
            frozenset([hit.cue.id for hit in matches.cues]),
            tuple([PlacedCue(hit.cue, passage.span(hit.first, hit.last)) for hit in signs]),
        )

    def _may_name(self, sentence: str) -> bool:
        """Return whether a name may stand in *sentence* although no word of it is one."""
        return self._coded.needs_every_sentence or (self._has_names and _MARKED.search(sentence) is not None)

    def _kinds(self, text: str) -> Set[Run]:
        """Return what the runs of *text* may be to the rules."""
        if not text.isascii() or has_signs(text):
            return ANY_RUN
        return set(map(self._runs.__getitem__, fold(text).split()))

    def _finding(self, passage: Passage, hit: RuleHit) -> Finding | None:
        evidence = [passage.span(first, last) for first, last in hit.evidence]
        return self.speaker.finding(hit.rule, passage.text, passage.span(hit.first, hit.last), evidence)

    def _findings_in_code(self, stretch: str) -> list[Finding]:
        """Return what more than a sentence tells: numbers, addresses, secrets, whose context stands about them."""
        if not self._coded.may_concern(stretch):
            return []
        passage = Passage(stretch, self._vocabulary, may_hide=Run.ODD in self._kinds(stretch))
        return self._said(stretch, self._coded.find(passage))

    def _said(self, text: str, found: Iterable[Found]) -> list[Finding]:
        said: list[Finding] = []
        for one in islice(found, MOST_FINDINGS):
            rule = self._coded_rules.get(one.rule_id)
            finding = self.speaker.finding(rule, text, one.span, one.evidence) if rule else None
            if finding is not None:
                said.append(finding)
        return said


def _weightiest(findings: list[Finding]) -> tuple[Finding, ...]:
    if len(findings) <= 1:
        return tuple(findings)
    merged = ranked(findings)
    if len(merged) <= MOST_FINDINGS:
        return merged
    return ranked(sorted(merged, key=lambda finding: (-finding.severity, finding.span))[:MOST_FINDINGS])


def _crosses(finding: Finding, line_break: int) -> bool:
    return finding.evidence[0].start < line_break < finding.evidence[-1].end
