"""Weigh what only a whole draft can say: weak cues that add up, and findings that wait for a cue elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.checks.checked import Checked
from app.checks.rule import CodedRule, RiskWords
from app.checks.saying import Speaker, moved
from app.model.finding import Finding, Risk, Span

MOST_EVIDENCE = 12


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A stretch of text that has something to say to the whole draft, and where it begins."""

    offset: int
    checked: Checked


def cue_rule(words: RiskWords) -> CodedRule:
    """Return what is said when the cues of a risk add up."""
    return CodedRule(f"{words.risk}.cues", words.risk, words.severity, words.wording)


def fulfilled(lines: Iterable[PlacedLine]) -> list[Finding]:
    """Return the findings that waited for a cue which stands somewhere in *lines*."""
    lines = tuple(lines)
    present = {placed.cue.id for line in lines for placed in line.checked.cues}
    return [
        moved(waiting.finding, line.offset)
        for line in lines
        for waiting in line.checked.waiting
        if not waiting.needs.isdisjoint(present)
    ]


def added_up(
    text: str, lines: Iterable[PlacedLine], said: frozenset[Risk], risks: Mapping[Risk, RiskWords], speaker: Speaker
) -> list[Finding]:
    """Return one finding for each risk whose cues reach its threshold, unless a rule has *said* it already.

    A cue counts once however often it stands there; all places, up to a dozen, are the finding's evidence.
    """
    weights: dict[Risk, dict[str, int]] = defaultdict(dict)
    for line in lines:
        for placed in line.checked.cues:
            if placed.cue.risk is not None:
                weights[placed.cue.risk][placed.cue.id] = placed.cue.weight
    found: list[Finding] = []
    for risk, by_cue in weights.items():
        if risk in risks and risk not in said and sum(by_cue.values()) >= risks[risk].threshold:
            places = _places(lines, risk)
            finding = speaker.finding(cue_rule(risks[risk]), text, places[0], places[1:])
            found += [finding] if finding else []
    return found


def _places(lines: Iterable[PlacedLine], risk: Risk) -> list[Span]:
    """Return where the cues of *risk* stand, the weightiest first."""
    places = [
        (-placed.cue.weight, placed.span.shifted(line.offset))
        for line in lines
        for placed in line.checked.cues
        if placed.cue.risk is risk
    ]
    return [span for _, span in sorted(places)[:MOST_EVIDENCE]]
