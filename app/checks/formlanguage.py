"""The form language of rule packs, read once when a pack is loaded.

``word``, ``(a|an|the)``, ``{set}``, ``?`` for what may be absent, ``sack*`` for any word that begins so, ``..`` for up
to three words of any kind (``..5`` up to five), ``<Name>`` for a capitalised word, ``<number>`` for one with digits,
``<handle>`` for an ``@name``. Alternatives may be several words and hold alternatives of their own:
``(cult (film|classic)|box office)``.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product

from app.checks.cutting import words_of
from app.checks.form import Element, Form, Gap, Words

_GAP = re.compile(r"\.\.(\d{0,2})")
_SET = re.compile(r"\{([a-z0-9_-]{1,60})\}")
_WORD = re.compile(r"[^\s(){}<>|?*]{1,60}")
_PREFIX = re.compile(r"([^\s(){}<>|?*]{3,60})\*")
_NAME, _NUMBER, _HANDLE = "<Name>", "<number>", "<handle>"
_DEFAULT_GAP = 3
_WIDEST_GAP = 12
_WIDEST_FORM = 40
_MOST_ALTERNATIVES = 4_000

Spelling = tuple[str, ...]
"""The words of one alternative; a prefix keeps its star."""

Sets = Mapping[str, frozenset[Spelling]]


class FormError(ValueError):
    """A form that cannot be read; the message says which part."""


def parse_form(source: str, sets: Sets) -> Form:
    """Return the form that *source* spells; raise :class:`FormError` for what cannot be read or is too wide."""
    elements = _trimmed([element for item in _split(source, " ") for element in _elements(item, sets)])
    if not any(isinstance(element, Words) and element.is_needed for element in elements):
        raise FormError("needs a word that has to be there")
    if sum(element.widest for element in elements) > _WIDEST_FORM:
        raise FormError(f"spans more than {_WIDEST_FORM} words")
    return Form(source, tuple(elements))


def parts_of(form: Form) -> tuple[str, ...]:
    """Return how each element of *form* is written in its source."""
    parts: list[str] = []
    for item in _split(form.source, " "):
        stands_for = len(_spelled(item)) if _WORD.fullmatch(item) and not _GAP.fullmatch(item) else 1
        parts += [item] * stands_for
    while parts and _GAP.fullmatch(parts[0]):
        del parts[0]
    return tuple(parts[: len(form.elements)])


def _elements(item: str, sets: Sets) -> list[Element]:
    gap = _GAP.fullmatch(item)
    if gap is not None:
        upto = int(gap.group(1) or _DEFAULT_GAP)
        if not 1 <= upto <= _WIDEST_GAP:
            raise FormError(f"a gap may be 1 to {_WIDEST_GAP} words wide, not {gap.group(1)}")
        return [Gap(upto)]
    if _WORD.fullmatch(item):
        return [_choice(frozenset(((word,),)), optional=False) for word in _spelled(item)]
    spellings = _item_spellings(item, sets)
    return [_choice(spellings - {()}, optional=() in spellings)]


def _group_spellings(group: str, sets: Sets) -> frozenset[Spelling]:
    """Return every spelling of the alternatives inside a pair of brackets."""
    found: set[Spelling] = set()
    for alternative in _split(group, "|"):
        if alternative.isalpha():
            found.add(words_of(alternative))
            continue
        items = [_item_spellings(item, sets) for item in _split(alternative, " ")]
        count = 1
        for spellings in items:
            count *= len(spellings)
        if count + len(found) > _MOST_ALTERNATIVES:
            raise FormError(f"has more than {_MOST_ALTERNATIVES} alternatives")
        found.update(tuple(word for part in parts for word in part) for parts in product(*items))
    if any(len(words) > 1 and not _is_only_words(words) for words in found):
        raise FormError("a prefix, a name, a number or a handle stands alone in its alternative")
    return frozenset(found)


def _item_spellings(item: str, sets: Sets) -> frozenset[Spelling]:
    if item.endswith("?"):
        return _item_spellings(item[:-1], sets) | {()}
    if item.startswith("(") and item.endswith(")"):
        return _group_spellings(item[1:-1], sets)
    named = _SET.fullmatch(item)
    if named is None:
        return frozenset((_spelled(item),))
    if named.group(1) not in sets:
        raise FormError(f"there is no set {item}")
    if not sets[named.group(1)]:
        raise FormError(f"the set {item} has no words")
    return sets[named.group(1)]


def spell_set(entries: Iterable[str]) -> frozenset[Spelling]:
    """Return the spellings of a set's entries; raise :class:`FormError` for one that cannot be read."""
    return frozenset(_spelled(entry) if "*" in entry else words_of(entry) for entry in entries) - {()}


def _spelled(item: str) -> Spelling:
    """Return the words of *item*: a word, which may be several ("don't"), a prefix, a name, a number or a handle."""
    if item in (_NAME, _NUMBER, _HANDLE):
        return (item,)
    prefix = _PREFIX.fullmatch(item)
    if prefix is not None:
        words = words_of(prefix.group(1))
        if len(words) == 1:
            return (f"{words[0]}*",)
    words = words_of(item) if _WORD.fullmatch(item) and not _GAP.fullmatch(item) else ()
    if not words:
        raise FormError(f'cannot read "{item}"')
    return words


def forget_spellings() -> None:
    """Let go of what was kept while packs were read."""
    _choice.cache_clear()
    words_of.cache_clear()


@lru_cache(maxsize=8192)
def _choice(spellings: frozenset[Spelling], *, optional: bool) -> Words:
    single = {words[0] for words in spellings if len(words) == 1}
    return Words(
        words=_with_short_forms(frozenset(word for word in single if _is_only_words((word,)))),
        prefixes=tuple(sorted(word[:-1] for word in single if word.endswith("*"))),
        phrases=_by_first_word({words for words in spellings if len(words) > 1}),
        digits=_NUMBER in single,
        names=_NAME in single,
        handles=_HANDLE in single,
        optional=optional,
    )


def _is_only_words(words: Spelling) -> bool:
    return all(map(str.isalnum, words)) or not any(word[-1] == "*" or word[0] == "<" for word in words)


def _with_short_forms(words: frozenset[str]) -> frozenset[str]:
    """Add ``'s`` wherever "is" or "has" is meant, and ``'d`` for "had" and "would"."""
    if not words.isdisjoint(("is", "has")):
        words |= {"'s"}
    return words if words.isdisjoint(("had", "would")) else words | {"'d"}


def _by_first_word(phrases: set[Spelling]) -> dict[str, tuple[Spelling, ...]]:
    filed: dict[str, tuple[Spelling, ...]] = {}
    shortened = {tuple("'s" if word in ("is", "has") else word for word in phrase) for phrase in phrases}
    for phrase in sorted(phrases | shortened):
        filed[phrase[0]] = (*filed.get(phrase[0], ()), phrase)
    return filed


def _trimmed(elements: list[Element]) -> list[Element]:
    """Drop what does not narrow a form down: gaps at its ends."""
    while elements and isinstance(elements[0], Gap):
        del elements[0]
    while elements and isinstance(elements[-1], Gap):
        del elements[-1]
    return elements


def _split(text: str, separator: str) -> list[str]:
    """Return the parts of *text* between the separators that stand outside of brackets."""
    if "(" not in text and ")" not in text:
        return _checked_parts(text.split(separator), text, separator)
    parts, depth, start = [], 0, 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            break
        if character == separator and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    if depth != 0:
        raise FormError(f'the brackets of "{text}" do not match')
    return _checked_parts([*parts, text[start:]], text, separator)


def _checked_parts(parts: list[str], text: str, separator: str) -> list[str]:
    parts = [part.strip() for part in parts]
    if separator == " ":
        parts = [part for part in parts if part]
    if not parts or not all(parts):
        raise FormError("is empty" if separator == " " else f'has an empty alternative in "{text}"')
    return parts
