"""Weigh what only a whole draft can say: weak cues of one risk that add up."""

from collections.abc import Mapping, Sequence

from app.checks.checked import Checked
from app.checks.rule import CodedRule, RiskWords
from app.checks.saying import Speaker
from app.model.finding import Finding, Risk, Span

MOST_EVIDENCE = 12


PlacedLine = tuple[int, Checked]
"""A stretch of text that has something to say to the whole draft, behind where it begins."""


def cue_rule(words: RiskWords) -> CodedRule:
    """Return what is said when the cues of a risk add up."""
    return CodedRule(f"{words.risk}.cues", words.risk, words.severity, words.wording)


def added_up(
    text: str, lines: Sequence[PlacedLine], said: frozenset[Risk], risks: Mapping[Risk, RiskWords], speaker: Speaker
) -> list[Finding]:
    """Return one finding for each risk whose cues reach its threshold, unless a rule has *said* it already.

    A risk that a cue silences stays quiet. A cue counts once however often it stands there; all places, up to a dozen,
    are the finding's evidence.
    """
    weights: dict[Risk, dict[str, int]] = {}
    met: set[str] = set()
    for _, checked in lines:
        if not checked.cue_ids <= met:
            met |= checked.cue_ids
            for risk, by_cue in checked.weights.items():
                if risk not in said:
                    weights.setdefault(risk, {}).update(by_cue)
    found: list[Finding] = []
    for risk, by_cue in weights.items():
        if risk in risks and risks[risk].silenced_by.isdisjoint(met) and sum(by_cue.values()) >= risks[risk].threshold:
            places = _places(risk, by_cue, lines)
            finding = speaker.finding(cue_rule(risks[risk]), text, places[0], places[1:])
            found += [finding] if finding else []
    return found


def _places(risk: Risk, weights: Mapping[str, int], lines: Sequence[PlacedLine]) -> list[Span]:
    """Return where the cues of *risk* stand, the heaviest cue first, and no more places than are shown."""
    places: list[Span] = []
    for cue_id in sorted(weights, key=lambda cue_id: -weights[cue_id]):
        for offset, checked in lines:
            if cue_id in checked.cue_ids:
                for placed in checked.signs:
                    if placed.cue.id == cue_id and placed.cue.risk is risk:
                        places.append(placed.span.shifted(offset))
                        if len(places) == MOST_EVIDENCE:
                            return places
    return places
