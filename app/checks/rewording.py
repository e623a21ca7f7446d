"""Find ways to say what somebody wanted to say without what was found in it, and try each before it is offered.

Nothing is offered untried: the lines with the new wording are reviewed for the same persona, and a wording that raises
the risk again, or anything that was not there, is left out. This takes several reviews, so it is for findings that
somebody looks at, and for a moment of rest.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from app.checks.passage import Passage
from app.checks.rule import Place, Rewording, RiskWords
from app.checks.saying import moved
from app.checks.stretches import Stretch, lines_around, sentence_around, stretch_around
from app.checks.vocabulary import Vocabulary
from app.checks.wording import filled, fix, with_article
from app.model.finding import Finding, Fix, Report, Risk, Severity, Span
from app.model.policy import Policy

Review = Callable[[str, Policy], Report]

MOST_OFFERED = 2

_LONGEST_TRIED = 2_000
_ARTICLES = ("a", "an")
_FEWEST_LEFT = 3
_COMPLETE = frozenset(("venting", "tone", "privacy"))
"""Of these, what rules offer is complete, but for words that go on."""
_LEFT_ALONE = frozenset(("today", "tonight", "again"))
_GOES_ON = (" that you", " would", " that", " to")


class Rewordings:
    """Finds wordings for what a review finds; *review* is one for trying, whose memory is nobody else's."""

    def __init__(
        self, review: Review, risks: Mapping[Risk, RiskWords], coded: Collection[str], vocabulary: Vocabulary
    ) -> None:
        self._review = review
        self._coded = coded
        self._risks = risks
        self._vocabulary = vocabulary

    def of(self, text: str, finding: Finding, policy: Policy) -> tuple[Fix, ...]:
        """Return up to two wordings for *finding* in *text* that hold what they promise, the most fitting first.

        A set phrase in other words comes first, then what its own rule offers, then what its risk does.
        """
        lines = lines_around(text, finding.span)
        if lines.end - lines.start > _LONGEST_TRIED:
            lines = sentence_around(text, finding)
        part = text[lines.start : lines.end]
        placed = moved(replace(finding, evidence=(finding.span,)), -lines.start)
        trial = _Trial(self._review, part, placed, policy)
        for offered in self._offers(part, placed, policy):
            found = _holding(trial, offered)
            if found:
                return tuple(Fix(each.span.shifted(lines.start), each.replacement) for each in found)
        return ()

    def _offers(self, text: str, finding: Finding, policy: Policy) -> Iterator[Iterable[Fix]]:
        """Yield what can be offered, the more fitting first."""
        rewordings = self._risks[finding.risk].rewordings if finding.risk in self._risks else ()
        words = [each for each in rewordings if each.place is Place.WORDS]
        yield self._swaps(text, finding, [each for each in words if each.is_about_a_phrase])
        stretch = stretch_around(text, finding)
        yield [
            each if finding.rule_id in self._coded else _as_a_whole(text, each, finding, stretch)
            for each in finding.fixes
        ]
        yield self._swaps(text, finding, [each for each in words if not each.is_about_a_phrase])
        said = Passage(stretch.words, self._vocabulary).words
        clauses = [each for each in rewordings if each.place is Place.CLAUSE]
        for group in ([each for each in clauses if each.found(said)], [each for each in clauses if not each.about]):
            yield (fix for each in group for fix in _stated(text, finding, stretch, each, policy))

    def _swaps(self, text: str, finding: Finding, rewordings: Iterable[Rewording]) -> Iterator[Fix]:
        """Yield the words of *finding* that *rewordings* are about with others in their place."""
        sentence = sentence_around(text, finding)
        passage = Passage(text[sentence.start : sentence.end], self._vocabulary)
        for each in rewordings:
            found = each.found(passage.words)
            if found is not None:
                span = passage.span(*found).shifted(sentence.start)
                if span.overlaps(finding.span):
                    yield _with_its_article(text, fix(text, span, each.say))


class _Trial:
    """One text, as it is and with other wordings in it."""

    def __init__(self, review: Review, text: str, finding: Finding, policy: Policy) -> None:
        self._review = review
        self._text = text
        self._finding = finding
        self._policy = policy
        self._before = review(text, policy)

    def holds(self, fix: Fix) -> bool:
        """Return whether the text says nothing of the finding's risk there any more, and nothing that was not there."""
        span, words = fix.span, fix.replacement
        if words == self._text[span.start : span.end] or (len(words.split()) >= _FEWEST_LEFT and words in self._text):
            return False
        after = self._review(self._text[: span.start] + words + self._text[span.end :], self._policy)
        risk = self._finding.risk
        if _count(after, risk) >= max(1, _count(self._before, risk)):
            return False
        was_there = _severities(self._before, span)
        there = _severities(after, Span(span.start, span.start + len(words)))
        return all(each is not risk and severity <= was_there.get(each, 0) for each, severity in there.items())


def _holding(trial: _Trial, fixes: Iterable[Fix]) -> list[Fix]:
    """Return the first of *fixes* that hold, each replacement once."""
    found: dict[str, Fix] = {}
    for each in fixes:
        if each.replacement not in found and trial.holds(each):
            found[each.replacement] = each
            if len(found) == MOST_OFFERED:
                break
    return list(found.values())


def _stated(text: str, finding: Finding, stretch: Stretch, rewording: Rewording, policy: Policy) -> Iterator[Fix]:
    """Yield *rewording* in the place of the clause of *finding*."""
    if rewording.say:
        said = filled(rewording.say, policy.works_with, finding_words(text, finding))
        yield Fix(stretch.span, _in_place(said, stretch))
    else:
        yield from _without(text, finding)


def _as_a_whole(text: str, offered: Fix, finding: Finding, stretch: Stretch) -> Fix:
    """Return *offered* in the place of all that follows in its clause where it is complete and the rest is not.

    "No, thank you" needs no "vultures" behind it; "How dare you" is followed by what somebody dared.
    """
    if finding.risk.category not in _COMPLETE or not offered.replacement or offered.replacement.endswith(_GOES_ON):
        return offered
    rest = text[offered.span.end : stretch.span.end]
    if not rest.strip() or not rest[0].isspace() or rest.strip().lower() in _LEFT_ALONE:
        return offered
    return Fix(Span(offered.span.start, stretch.span.end), offered.replacement)


def finding_words(text: str, finding: Finding) -> str:
    """Return the words that *finding* stands on."""
    return text[finding.span.start : finding.span.end]


def _in_place(said: str, stretch: Stretch) -> str:
    """Return *said* with the time that the draft gives, beginning and ending as what it stands in for."""
    said = said.replace("{when}", f" {stretch.when}" if stretch.when else "")
    written_small = stretch.words[:1].islower() or not stretch.begins
    if written_small and said.split(" ", 1)[0].split("'")[0] != "I":
        said = said[:1].lower() + said[1:]
    return f"{said}." if stretch.asks else said


def _without(text: str, finding: Finding) -> Iterator[Fix]:
    """Yield the draft without the sentence of *finding*, if it has something to say besides."""
    sentence = sentence_around(text, finding)
    rest = f"{text[: sentence.start]} {text[sentence.end :]}"
    if len(rest.split()) >= _FEWEST_LEFT:
        yield fix(text, sentence, "")


def _with_its_article(text: str, fix: Fix) -> Fix:
    """Return *fix* with the article before it changed where the new word asks for the other."""
    before = text[: fix.span.start].split(" ")
    if len(before) < 2 or before[-1] or before[-2].lower() not in _ARTICLES or not fix.replacement:
        return fix
    article = before[-2]
    said = with_article(fix.replacement)
    said = said.capitalize() if article[0].isupper() else said
    return Fix(Span(fix.span.start - len(article) - 1, fix.span.end), said)


def _count(report: Report, risk: Risk) -> int:
    return sum(finding.risk is risk for finding in report.findings)


def _severities(report: Report, span: Span) -> dict[Risk, Severity]:
    """Return the risks that stand on *span*, also in part, each with its highest severity."""
    found: dict[Risk, Severity] = {}
    for finding in report.findings:
        if finding.span.start < span.end and span.start < finding.span.end:
            found[finding.risk] = max(found.get(finding.risk, Severity.NOTE), finding.severity)
    return found
