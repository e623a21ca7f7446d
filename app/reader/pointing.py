"""Which words of a text the weights on its pieces point at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.finding import Span
from app.reader.windows import Window
from app.text.words import sentence_spans, word_spans

_WORDS_POINTED_AT = 5
_SPEAKS = 0.5
"""A sentence speaks for a risk whose weightiest word has this share of the weight of the weightiest of all."""
_STRETCH = 0.15
_WORD = 0.6
_LONGEST_GAP = 2
"""Words between two weighty ones that still belong to one stretch."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is pointed at: the weightiest words of one sentence, the weightiest of all, the sentences that speak.

    ``words`` and ``sentences`` are in reading order; ``span`` lies in one of the sentences.
    """

    span: Span
    words: tuple[Span, ...]
    sentences: tuple[Span, ...]


def pointed_at(text: str, window: Window, weights: Sequence[float]) -> Pointed | None:
    """Return what *weights*, one for each piece of *window*, point at; ``None`` where there is no word."""
    start = window.span.start
    stretch = text[start : window.span.end]
    words = [span.shifted(start) for span in word_spans(stretch)]
    if not words:
        return None
    sentences = [span.shifted(start) for span in sentence_spans(stretch)]
    heavy = _word_weights(words, window, weights)
    peak = max(range(len(words)), key=heavy.__getitem__)
    places = [_place(sentences, word) for word in words]
    speaking = {place for place, weight in zip(places, heavy, strict=True) if weight >= _SPEAKS * heavy[peak]}
    return Pointed(
        _stretch(words, heavy, peak, sentences[places[peak]]),
        _weightiest(words, heavy),
        tuple(sentences[place] for place in sorted(speaking)),
    )


def _place(sentences: Sequence[Span], word: Span) -> int:
    """Return the number of the sentence in which *word* begins."""
    return bisect_right(sentences, word.start, key=lambda sentence: sentence.end)


def _word_weights(words: Sequence[Span], window: Window, weights: Sequence[float]) -> list[float]:
    """Return for each word the weight of its weightiest piece."""
    found = [0.0] * len(words)
    number = 0
    for piece, weight in zip(window.pieces, weights, strict=True):
        while number + 1 < len(words) and words[number].end <= piece.span.start:
            number += 1
        if words[number].overlaps(piece.span):
            found[number] = max(found[number], float(weight))
    return found


def _stretch(words: Sequence[Span], weights: Sequence[float], peak: int, sentence: Span) -> Span:
    """Return the words around the weightiest that weigh nearly as much, within their sentence."""
    enough = _STRETCH * weights[peak]
    first = last = peak
    for step in (-1, 1):
        place, gap = peak + step, 0
        while 0 <= place < len(words) and words[place].overlaps(sentence) and gap <= _LONGEST_GAP:
            if weights[place] >= enough:
                gap = 0
                first, last = min(first, place), max(last, place)
            else:
                gap += 1
            place += step
    return Span(words[first].start, words[last].end)


def _weightiest(words: Sequence[Span], weights: Sequence[float]) -> tuple[Span, ...]:
    """Return the weightiest words in reading order, joined where few words stand between them."""
    most = max(weights)
    ranked = sorted(range(len(words)), key=lambda place: -weights[place])
    chosen = sorted(place for place in ranked[: 3 * _WORDS_POINTED_AT] if weights[place] >= _WORD * most)
    joined: list[list[int]] = []
    for place in chosen:
        if joined and place - joined[-1][1] <= _LONGEST_GAP:
            joined[-1][1] = place
        else:
            joined.append([place, place])
    best = sorted(joined, key=lambda run: -max(weights[run[0] : run[1] + 1]))[:_WORDS_POINTED_AT]
    return tuple(Span(words[first].start, words[last].end) for first, last in sorted(best))
