"""Weigh what only a whole draft can say: weak cues of one risk that add up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    text: str, lines: Iterable[PlacedLine], said: frozenset[Risk], risks: Mapping[Risk, RiskWords], speaker: Speaker
) -> list[Finding]:
    """Return one finding for each risk whose cues reach its threshold, unless a rule has *said* it already.

    A cue counts once however often it stands there; all places, up to a dozen, are the finding's evidence.
    """
    signs: dict[Risk, dict[str, _Sign]] = defaultdict(dict)
    for offset, checked in lines:
        if checked.sign_risks <= said:
            continue
        for placed in checked.signs:
            cue = placed.cue
            if cue.risk is None or cue.risk in said:
                continue
            sign = signs[cue.risk].get(cue.id)
            if sign is None:
                sign = signs[cue.risk][cue.id] = _Sign(cue.weight, [])
            if len(sign.spans) < MOST_EVIDENCE:
                sign.spans.append(placed.span.shifted(offset))
    found: list[Finding] = []
    for risk, by_cue in signs.items():
        if risk in risks and sum(sign.weight for sign in by_cue.values()) >= risks[risk].threshold:
            heaviest_first = sorted(by_cue.values(), key=lambda sign: -sign.weight)
            places = [span for sign in heaviest_first for span in sign.spans][:MOST_EVIDENCE]
            finding = speaker.finding(cue_rule(risks[risk]), text, places[0], places[1:])
            found += [finding] if finding else []
    return found


@dataclass(frozen=True, slots=True)
class _Sign:
    """What one cue weighs, and where it stands."""

    weight: int
    spans: list[Span]
