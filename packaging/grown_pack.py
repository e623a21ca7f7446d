"""The shipped pack ten times over, as it might grow: other things said with the same little words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files

from app.checks.form import Element, Form, Words
from app.checks.rule import Cue, Packs, Rule

_LITTLE_WORDS = 300
"""So many of the most frequent words stay what they are; every copy says the rest in words of its own."""
_ENDINGS = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo")


def ten_times(packs: Packs) -> Packs:
    """Return *packs* and nine copies of their rules and cues, with other names, that speak up at other words."""
    little = frozenset(_little_words())
    copies = [_Copy(ending, little) for ending in _ENDINGS]
    rules = [rule for copy in copies for rule in map(copy.of_rule, packs.rules)]
    cues = [cue for copy in copies for cue in map(copy.of_cue, packs.cues)]
    return replace(packs, rules=(*packs.rules, *rules), cues=(*packs.cues, *cues))


class _Copy:
    """Gives every word that is not a little one an ending, and every rule and cue a name, of its own."""

    def __init__(self, ending: str, little: frozenset[str]) -> None:
        self._ending = ending
        self._little = little

    def of_rule(self, rule: Rule) -> Rule:
        return replace(
            rule,
            id=f"{rule.id}-{self._ending}",
            forms=self._forms(rule.forms),
            unless=self._forms(rule.unless),
            needs=frozenset(f"{name}-{self._ending}" for name in rule.needs),
            silenced_by=frozenset(f"{name}-{self._ending}" for name in rule.silenced_by),
        )

    def of_cue(self, cue: Cue) -> Cue:
        return replace(cue, id=f"{cue.id}-{self._ending}", forms=self._forms(cue.forms))

    def _forms(self, forms: Iterable[Form]) -> tuple[Form, ...]:
        return tuple(Form(form.source, self._elements(form.elements)) for form in forms)

    def _elements(self, elements: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return *elements* in other words; where all of them are little, the longest of them all changes as well."""
        named = frozenset[str]().union(*[one.all_words for one in elements if isinstance(one, Words)])
        is_little = bool(named) and named <= self._little
        kept = self._little - {max(named, key=lambda word: (len(word), word))} if is_little else self._little
        return tuple(self._element(element, kept) for element in elements)

    def _element(self, element: Element, kept: frozenset[str]) -> Element:
        if not isinstance(element, Words):
            return element
        phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in (phrase for filed in element.phrases.values() for phrase in filed):
            other = tuple(self._word(word, kept) for word in phrase)
            phrases[other[0]].append(other)
        return replace(
            element,
            words=frozenset(self._word(word, kept) for word in element.words),
            prefixes=tuple(f"{prefix}{self._ending}" for prefix in element.prefixes),
            phrases={first: tuple(filed) for first, filed in phrases.items()},
        )

    def _word(self, word: str, kept: frozenset[str]) -> str:
        return f"{word}{self._ending}" if word.isalpha() and word not in kept else word


def _little_words() -> list[str]:
    text = (files("resources") / "words" / "en" / "frequent.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")][:_LITTLE_WORDS]
