"""Weigh what only a whole draft can say: weak cues of one risk that add up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.checks.checked import Checked
from app.checks.rule import CodedRule, RiskWords
from app.checks.saying import Speaker
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


def added_up(
    text: str, lines: Iterable[PlacedLine], said: frozenset[Risk], risks: Mapping[Risk, RiskWords], speaker: Speaker
) -> list[Finding]:
    """Return one finding for each risk whose cues reach its threshold, unless a rule has *said* it already.

    A cue counts once however often it stands there; all places, up to a dozen, are the finding's evidence.
    """
    signs: dict[Risk, dict[str, _Sign]] = defaultdict(dict)
    for line in lines:
        for placed in line.checked.cues:
            risk = placed.cue.risk
            if risk is not None and risk not in said:
                sign = signs[risk].setdefault(placed.cue.id, _Sign(placed.cue.weight, []))
                if len(sign.spans) < MOST_EVIDENCE:
                    sign.spans.append(placed.span.shifted(line.offset))
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
