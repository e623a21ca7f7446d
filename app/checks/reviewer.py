"""Check lines for one policy, and remember what came of them."""

from collections.abc import Mapping

from app.checks.alike import Alike
from app.checks.checked import NOTHING, UNTOLD, Checked, CheckedLine, joined
from app.checks.coded import CodedChecks
from app.checks.hints import DIGIT, concern_code, some_line_concerns_code
from app.checks.lines import LONGEST_SENTENCE, first_end, is_open, sentences_in
from app.checks.matching import Matcher
from app.checks.memory import Memory
from app.checks.passage import Passage
from app.checks.pieces import Pieces
from app.checks.ranking import weightiest
from app.checks.reading import Reading
from app.checks.readypacks import ReadyPacks
from app.checks.runs import ODD, Runs
from app.checks.saying import Speaker
from app.checks.sentence_checks import SentenceChecks
from app.model.finding import Finding
from app.model.policy import Policy

_ROOM = 400_000
_TEXTS_IN_ROOM = 3


class Reviewer:
    """What the packs say to one persona, line by line."""

    def __init__(self, packs: ReadyPacks, matcher: Matcher, policy: Policy) -> None:
        self.speaker = Speaker(packs.risks, policy)
        self._coded = CodedChecks(policy, packs.coded)
        self._vocabulary = matcher.vocabulary.joined_by(self._coded.vocabulary)
        self._runs = runs = Runs(matcher, self._vocabulary, self._coded.vocabulary)
        self._alike = Alike(matcher, runs, policy.side, needs_every_sentence=self._coded.needs_every_sentence)
        self._sentences = SentenceChecks(matcher, self._coded, self.speaker, policy.side, self._vocabulary, runs)
        self._lines: Memory[CheckedLine] = Memory(_ROOM)
        self._latest = Pieces("", [], [], runs)
        self.make_room(0)

    def make_room(self, length: int) -> None:
        """Remember as much as a draft of *length* characters needs while it is being written."""
        self._lines.room = self._sentences.memory.room = max(_ROOM, _TEXTS_IN_ROOM * length)

    @property
    def known_lines(self) -> Mapping[str, CheckedLine]:
        """Lines that were met just now: what is not among them :meth:`checked` has or makes."""
        return self._lines.recent

    def is_silent(self, text: str) -> bool:
        """Return whether nothing in *text*, many lines, can matter to a rule or check; careful, for it is quick."""
        bits = Reading(text, self._runs).bits
        return not bits & ~DIGIT and not self._sentences.may_name(text) and not some_line_concerns_code(text)

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
        kind = self._alike.kind(line)
        known = self._alike.recall(kind) if kind else None
        if known is not None and not known[1].concern(line):
            return _one_sentence(known[0], 0, line, line, kind)
        is_one = kind or (len(line) <= LONGEST_SENTENCE and first_end(line, 0) == len(line))
        checked = self._check_sentence(line, kind) if is_one else None
        return checked or self._check_pieces(line)

    def _check_sentence(self, line: str, kind: str) -> CheckedLine | None:
        """Check a *line* that has one sentence at most; ``None`` if it has none, or the checks in code must see it."""
        reading = Reading(line, self._runs)
        sentences = sentences_in(line)
        if not sentences or concern_code(line, reading.folded, reading.bits):
            return None
        ((start, sentence),) = sentences
        checked = self._sentences.of_reading(reading, start, sentence)
        if kind:
            self._alike.keep(kind, line, checked)
        return _one_sentence(checked, start, sentence, line[: start + len(sentence)], kind)

    def _check_pieces(self, line: str) -> CheckedLine:
        self._latest = pieces = self._latest.edited(line, self._sentences, self._alike)
        head = pieces.head()
        if head is None:
            return self._check_signs(line) if self._coded.needs_every_sentence and line.strip() else CheckedLine()
        whole = pieces.checked
        coded = self._findings_in_code(pieces) if pieces.concern_code else ()
        tail, tail_start, has_telling_tail = pieces.tail()
        findings = weightiest([*whole.findings, *coded]) if coded else whole.findings
        return CheckedLine(
            findings, whole.waiting, whole.cue_ids, whole.signs, head=head[0], tail=tail if is_open(tail) else "",
            tail_start=tail_start, has_telling_head=head[1], has_telling_tail=has_telling_tail,
        )  # fmt: skip

    def _check_signs(self, line: str) -> CheckedLine:
        """Check a *line* that is nothing but signs, of which one may be a name, as one sentence."""
        whole = self._sentences.of(line)
        coded = self._findings_in_code(self._latest) if self._latest.concern_code else ()
        findings = weightiest([*whole.findings, *coded]) if coded else whole.findings
        return CheckedLine(
            findings, whole.waiting, whole.cue_ids, whole.signs, head=line, tail=line if is_open(line) else "",
            has_telling_head=True, has_telling_tail=True,
        )  # fmt: skip

    def _check_crossing(self, upper: CheckedLine, lower: CheckedLine) -> Checked:
        if not upper.tail or not lower.head or not (upper.has_telling_tail or lower.has_telling_head):
            return NOTHING
        is_known_kind = upper.kind and lower.kind
        if is_known_kind and self._alike.are_apart(upper.kind, lower.kind):
            return NOTHING
        text = f"{upper.tail}\n{lower.head}"
        both, line_break = self._sentences.of(text), len(upper.tail)
        if both.is_placeless and both.cue_ids <= upper.cue_ids | lower.cue_ids:
            if is_known_kind:
                self._alike.keep_apart(upper.kind, lower.kind, text, both)
            return NOTHING
        crossing = Checked(
            tuple(finding for finding in both.findings if _crosses(finding, line_break)),
            tuple(one for one in both.waiting if _crosses(one.finding, line_break)),
            both.cue_ids - upper.cue_ids - lower.cue_ids,
            tuple(one for one in both.signs if one.span.start < line_break < one.span.end),
        )
        return NOTHING if crossing.is_silent else crossing

    def _findings_in_code(self, pieces: Pieces) -> list[Finding]:
        """Return what more than a sentence tells: numbers, addresses, secrets, whose context stands about them."""
        line = pieces.reading()
        passage = Passage(line.text, self._vocabulary, may_hide=line.bits & ODD != 0, folded=line.folded)
        return self._coded.said(line.text, self._coded.find(passage), self.speaker)


def _one_sentence(checked: Checked, start: int, sentence: str, head: str, kind: str) -> CheckedLine:
    """Return what a line comes to whose only *sentence*, at *start*, came to *checked*."""
    is_telling = checked is not UNTOLD
    if start and not checked.is_placeless:
        checked = joined([(start, checked)])
    return CheckedLine(
        checked.findings, checked.waiting, checked.cue_ids, checked.signs, head=head,
        tail=sentence if is_open(sentence) else "", tail_start=start, has_telling_head=is_telling,
        has_telling_tail=is_telling, kind=kind,
    )  # fmt: skip


def _crosses(finding: Finding, line_break: int) -> bool:
    return finding.evidence[0].start < line_break < finding.evidence[-1].end
