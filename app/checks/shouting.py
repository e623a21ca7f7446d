"""Shouting: several words in a row in capitals, with anger in them and no joy."""

import re
from collections.abc import Iterator

from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage
from app.model.finding import Span

_LOUD_RUN = re.compile(r"[A-Z]['\u2019A-Z]*(?:[^A-Za-z]{1,4}[A-Z]['\u2019A-Z]*){3,400}(?![a-z])")
_WORD = re.compile(r"[A-Z]['\u2019A-Z]*")
_ANGER = frozenset(
    words_of(
        "stop shame ashamed shameful liar liars thief thieves disgrace disgraceful pathetic useless waiting refund"
        " swear hours fault blame dare rude selfish cancelled lied stole robbed idiot idiots moron clown clowns"
        " unacceptable ignored fuming unpaid disgusting cowards coward incompetent appalling excuses sick"
    )
)
_ADDRESSED = frozenset(words_of("you your"))
_DENYING = frozenset(words_of("not never no nobody why how dare again still"))
_JOY = frozenset(
    words_of(
        "love loved yay yes hooray wow win won winner goal goals happy birthday congratulations congrats baby engaged"
        " married proud thank thanks passed finally amazing brilliant beauty beautiful gorgeous legend legends best"
        " live sale free open new hiring tonight tickets party festival keys accepted holiday welcome launch join"
        " champions crying dada mama news breaking film movie album song band game match penalty cup minute woohoo"
        " celebrate guess excited ready merry christmas eid diwali cake haha lol"
    )
)
_CLIPPED = re.compile(r"(?:[A-Z]+\. ){3}")
_FEWEST_LETTERS = 14
_FEWEST_LONG_WORDS = 3
_LONG = 3
_FEWEST_DENIALS = 2
_MOST_IN_ONE_STRETCH = 4
FEWEST_LOUD_WORDS = 4
"""So many words in capitals make a run."""


def may_shout(text: str) -> bool:
    """Return whether *text* has a run of words in capitals at all."""
    return not text.islower() and _LOUD_RUN.search(text) is not None


def find_shouting(passage: Passage) -> Iterator[Found]:
    """Yield what is shouted in anger in *passage*, a whole line."""
    said = passage.vocabulary
    if not _JOY.isdisjoint(said):
        return
    found = 0
    for run in _LOUD_RUN.finditer(passage.text):
        words = _WORD.findall(run.group())
        letters = sum(map(len, words))
        long_words = sum(len(word) >= _LONG for word in words)
        if letters < _FEWEST_LETTERS or long_words < _FEWEST_LONG_WORDS:
            continue
        span = Span(*run.span())
        if _is_angry(run.group()) and not passage.is_quoted(span):
            yield Found("tone.heated.shouting", span)
            found += 1
            if found == _MOST_IN_ONE_STRETCH:
                return


def _is_angry(shouted: str) -> bool:
    """Return whether an angry word is shouted, or a denial at somebody, or every word ends in a full stop."""
    words = frozenset(words_of(shouted))
    if not _ANGER.isdisjoint(words) or _CLIPPED.search(shouted):
        return True
    return not _ADDRESSED.isdisjoint(words) and len(words & _DENYING) >= _FEWEST_DENIALS
