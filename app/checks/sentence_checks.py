"""Check one sentence after the other for one policy, and remember what came of it."""

import re
from collections.abc import Mapping

from app.checks.checked import NOTHING, UNTOLD, Checked, PlacedCue, Waiting
from app.checks.coded import CodedChecks
from app.checks.matching import Matcher, Matches, RuleHit
from app.checks.memory import Memory
from app.checks.passage import Passage, has_links, has_quotes
from app.checks.ranking import MOST_FINDINGS, weightiest
from app.checks.reading import Reading
from app.checks.runs import NAMED, ODD, TELLING_OR_ODD, Runs
from app.checks.saying import Speaker
from app.checks.vocabulary import Vocabulary
from app.model.finding import Finding
from app.model.persona import Side

_MARKED = re.compile("[@#/]")


class SentenceChecks:
    """What rules, cues and names there are in single sentences."""

    def __init__(
        self, matcher: Matcher, coded: CodedChecks, speaker: Speaker, side: Side, vocabulary: Vocabulary, runs: Runs
    ) -> None:
        self.memory: Memory[Checked] = Memory(0)
        self._matcher = matcher
        self._coded = coded
        self._speaker = speaker
        self._side = side
        self._vocabulary = vocabulary
        self._runs = runs
        self._has_names = coded.has_names

    def of(self, sentence: str) -> Checked:
        """Return what *sentence* comes to; ``UNTOLD`` where nothing in it can matter."""
        known = self.memory.recall(sentence)
        return known or self.memory.keep(sentence, self._check(Reading(sentence, self._runs)))

    def of_reading(self, reading: Reading, start: int, sentence: str) -> Checked:
        """Return what :meth:`of` does for a *sentence* that stands at *start* in *reading* with only blanks around."""
        known = self.memory.recall(sentence)
        return known or self.memory.keep(sentence, self._check(reading.cut(start, sentence)))

    def _check(self, sentence: Reading) -> Checked:
        if not sentence.bits & TELLING_OR_ODD and not self.may_name(sentence.text):
            return UNTOLD
        sense, matches = None, None
        if self._is_plain(sentence):
            sense = self._matcher.sense(sentence.runs, self._side, has_quotes=has_quotes(sentence.text))
            matches = self._matcher.remembered(sense)
            if matches is not None and matches.checked is not None and matches.asked is None:
                return matches.checked
        may_hide = sentence.bits & ODD != 0
        passage = Passage(sentence.text, self._vocabulary, may_hide=may_hide, folded=sentence.folded)
        if matches is None or not matches.hold_in(passage):
            matches = self._matcher.matches(passage, self._side, sense)
        findings = self._coded.said(sentence.text, self._coded.names(passage), self._speaker) if self._has_names else []
        if matches.checked is not None and not findings:
            return matches.checked
        return self._placed(passage, matches, findings)

    def _placed(self, passage: Passage, matches: Matches, findings: list[Finding]) -> Checked:
        waiting: dict[tuple[frozenset[str], frozenset[str]], list[Finding]] = {}
        for hit in matches.rules:
            finding = self._finding(passage, hit)
            if finding is not None and (hit.awaits or hit.yields_to):
                waiting.setdefault((hit.awaits, hit.yields_to), []).append(finding)
            elif finding is not None:
                findings.append(finding)
        if not (findings or waiting or matches.cues):
            return NOTHING
        signs = [hit for hit in matches.cues if hit.cue.risk is not None]
        return Checked(
            weightiest(findings),
            _weightiest_waiting(waiting),
            frozenset([hit.cue.id for hit in matches.cues]),
            tuple([PlacedCue(hit.cue, passage.span(hit.first, hit.last)) for hit in signs]),
        )

    def may_name(self, sentence: str) -> bool:
        """Return whether a name may stand in *sentence* although no word of it is one."""
        return self._coded.needs_every_sentence or (self._has_names and _MARKED.search(sentence) is not None)

    def _is_plain(self, sentence: Reading) -> bool:
        """Return whether the runs of *sentence* tell all there is to know: no disguise, link, handle or name."""
        if sentence.bits & (ODD | NAMED) or has_links(sentence.text):
            return False
        return not (self._has_names and self.may_name(sentence.text))

    def _finding(self, passage: Passage, hit: RuleHit) -> Finding | None:
        evidence = [passage.span(first, last) for first, last in hit.evidence]
        return self._speaker.finding(hit.rule, passage.text, passage.span(hit.first, hit.last), evidence)


def _weightiest_waiting(
    findings: Mapping[tuple[frozenset[str], frozenset[str]], list[Finding]],
) -> tuple[Waiting, ...]:
    """Return *findings*, by the cues on which they depend, ranked each for itself, and of too many the weightiest."""
    waiting = [Waiting(one, *cues) for cues, alike in findings.items() for one in weightiest(alike)]
    if len(waiting) <= MOST_FINDINGS:
        return tuple(waiting)
    return tuple(sorted(waiting, key=lambda one: (-one.finding.severity, one.finding.span))[:MOST_FINDINGS])
