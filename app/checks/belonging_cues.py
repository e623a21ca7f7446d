"""The words and turns of phrase that make a draft read like one side, and how much of them it takes."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from itertools import product
from typing import Any

from app.checks.cutting import words_of
from app.checks.passage import Passage
from app.model.finding import Span
from app.model.persona import Side

Spelling = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in a text that speaks for a side, how much it weighs, and where it stands first.

    ``find`` works that out when it is asked for: most texts are not asked about. ``words`` are those of a cue, and
    ``has_voice`` says that it is somebody telling, and not only what is told of.
    """

    side: Side
    weight: float
    find: Callable[[], Span]
    words: Spelling = ()
    has_voice: bool = False


@dataclass(frozen=True, slots=True)
class Scales:
    """How much has to speak for the other side, and what weighs how much: ``resources/belonging`` explains each.

    ``no_better_across`` are the categories of risk that a move to a side would not mend; ``voices`` the words without
    which nothing is asked, for a side that has any.
    """

    least_words: int
    gap: float
    longer: float
    lead: float
    finding: float
    handle: float
    price: float
    people: float
    habit: float
    least_habit: float
    all_habits: float
    no_better_across: Mapping[Side, frozenset[str]]
    voices: Mapping[Side, frozenset[str]]


@dataclass(frozen=True, slots=True)
class BelongingCues:
    """Spellings of one word or several, each with the side it speaks for and its weight.

    ``lengths`` has for every word that begins one how many words those have, the most first.
    """

    scales: Scales
    spellings: Mapping[Spelling, tuple[Side, float, bool]]
    lengths: Mapping[str, tuple[int, ...]]

    def signs(self, passage: Passage) -> Iterator[Sign]:
        """Yield what speaks for a side in *passage*: the longest spelling in each place, each spelling once."""
        words = passage.words
        seen: set[Spelling] = set()
        free_from = 0
        for first, word in enumerate(words):
            if word not in self.lengths or first < free_from:
                continue
            for length in self.lengths[word]:
                spelling = tuple(words[first : first + length])
                if spelling in self.spellings:
                    free_from = first + len(spelling)
                    if spelling not in seen:
                        seen.add(spelling)
                        side, weight, has_voice = self.spellings[spelling]
                        yield Sign(side, weight, partial(passage.span, first, free_from), spelling, has_voice)
                    break


@cache
def shipped_cues() -> BelongingCues:
    """Return the cues that come with Twofold; read when first asked."""
    return read_cues((files("resources") / "belonging" / "en.toml").read_text(encoding="utf-8"))


def read_cues(source: str) -> BelongingCues:
    """Return the cues that *source*, in TOML, spells; where a spelling stands twice, the first counts."""
    table = tomllib.loads(source)
    found: dict[Spelling, tuple[Side, float, bool]] = {}
    for cue in table["cue"]:
        for spelling in (*_words(cue.get("words", "")), *_phrases(cue.get("phrases", ()))):
            found.setdefault(spelling, (Side(cue["side"]), float(cue["weight"]), bool(cue.get("voice"))))
    lengths: dict[str, set[int]] = defaultdict(set)
    for spelling in found:
        lengths[spelling[0]].add(len(spelling))
    longest_first = {first: tuple(sorted(each, reverse=True)) for first, each in lengths.items()}
    return BelongingCues(_scales(table["scales"]), found, longest_first)


def _scales(table: dict[str, Any]) -> Scales:
    for name in ("no_better_across", "voices"):
        table[name] = {Side(side): frozenset(words) for side, words in table[name].items()}
    return Scales(**table)


def _words(words: str) -> Iterator[Spelling]:
    return (words_of(word) for word in words.split())


def _phrases(phrases: list[str]) -> Iterator[Spelling]:
    """Yield every phrase that the alternatives between bars make."""
    for phrase in phrases:
        for parts in product(*(slot.split("|") for slot in phrase.split())):
            yield words_of(" ".join(parts))
