"""What keeps a rule quiet although its form is there: negation, quotation or report, and what is only imagined."""

from app.checks.cutting import words_of
from app.checks.index import Hit
from app.checks.passage import Passage
from app.checks.rule import Guard

_NEGATIONS = frozenset(words_of("not never no nobody none neither nor without hardly barely cannot"))
_NOT_NEGATED_BY = {
    "not": frozenset(words_of("only just even gonna wait believe help stop stand")),
    "no": frozenset(words_of("wonder doubt joke kidding offence offense one")),
}
_REPORTS = frozenset(
    words_of(
        "said says say saying shouted shouts yelled called calls calling tells told tell claims claimed quote quoting"
        " quoted screamed muttered wrote tweeted posted commented"
    )
)
_SPEAKERS = frozenset(("i", "we"))
_IMAGINED = frozenset(words_of("if imagine imagining suppose supposing unless hypothetically pretend pretending lest"))
_AS_IF = "as"
GUARD_WORDS = frozenset((_AS_IF, *_SPEAKERS)).union(_NEGATIONS, _REPORTS, _IMAGINED, *_NOT_NEGATED_BY.values())
"""Every word by which a guard decides."""
_NEGATION_REACH = 3
_REPORT_REACH = 6
_IMAGINED_REACH = 8


def guard_at(passage: Passage, hit: Hit, guards: frozenset[Guard]) -> Guard | None:
    """Return which of *guards* keeps quiet what stands at *hit*, ``None`` if none does."""
    found = guarded_by(passage, hit, guards)
    return None if found is None else found[0]


def guarded_by(passage: Passage, hit: Hit, guards: frozenset[Guard]) -> tuple[Guard, int | None] | None:
    """Return which of *guards* keeps quiet what stands at *hit*, with the word that does: none for quotation marks."""
    vocabulary = passage.vocabulary
    if Guard.NEGATED in guards and not _NEGATIONS.isdisjoint(vocabulary):
        place = _negation(passage, hit)
        if place is not None:
            return Guard.NEGATED, place
    if Guard.HYPOTHETICAL in guards and not _IMAGINED.isdisjoint(vocabulary):
        place = _imagining(passage, hit)
        if place is not None:
            return Guard.HYPOTHETICAL, place
    if Guard.QUOTED in guards:
        place = None if _REPORTS.isdisjoint(vocabulary) else _report(passage, hit)
        if place is not None or (passage.has_quotes and passage.are_quoted(hit.first, hit.last)):
            return Guard.QUOTED, place
    return None


def _negation(passage: Passage, hit: Hit) -> int | None:
    words = passage.words
    for place in range(max(0, hit.first - _NEGATION_REACH), hit.last):
        word = words[place]
        if word not in _NEGATIONS:
            continue
        following = words[place + 1] if place + 1 < len(words) else ""
        if following in _NOT_NEGATED_BY.get(word, ()):
            continue
        if place >= hit.first:
            if not _is_part_of_form(passage, hit, place):
                return place
        elif word not in hit.form.vocabulary:
            return place
    return None


def _is_part_of_form(passage: Passage, hit: Hit, place: int) -> bool:
    """Return whether the form needs the word there: it would not stand with any other word in its place."""
    return hit.form.end(passage.masked(place), hit.first, hit.last) is None


def _imagining(passage: Passage, hit: Hit) -> int | None:
    words, first = passage.words, hit.first
    for place in range(max(0, first - _IMAGINED_REACH), first):
        if words[place] in _IMAGINED and not (place > 0 and words[place - 1] == _AS_IF):
            return place
    return None


def _report(passage: Passage, hit: Hit) -> int | None:
    words = passage.words
    for place in range(max(0, hit.first - _REPORT_REACH), hit.first):
        if words[place] in _REPORTS and not (place > 0 and words[place - 1] in _SPEAKERS):
            return place
    return None
