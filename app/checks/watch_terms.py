"""Names that the writer wants to be told about before they slip out."""

import re
from collections.abc import Iterator

from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.names import Name, NameIndex, Sighting
from app.checks.ordinary import is_ordinary
from app.checks.passage import Passage
from app.model.policy import TermKind, WatchTerm

RULES = {
    TermKind.ORGANISATION: "confidential.client.watch-term",
    TermKind.PROJECT: "confidential.project.watch-term",
    TermKind.PERSON: "privacy.third_party.watch-term",
    TermKind.OTHER: "confidential.client.watch-term",
}
_SIGNS = frozenset(
    words_of(
        "project projects codename codenamed client clients customer account launch launches launching launched release"
        " releases releasing ship ships shipping deal contract pitch sprint roadmap beta prototype demo deadline team"
        " merger acquisition stakeholders kickoff kicks milestone signed confidential embargo embargoed secret"
        " announcement deck slides budget brief briefing rollout pilot tender bid proposal campaign phase"
    )
)
_SIGNS_BEHIND = frozenset(
    words_of(
        "project deck release rollout pitch deal sprint demo beta prototype roadmap contract kickoff brief milestone"
    )
)
_PERSON_DOES = frozenset(
    words_of(
        "asked asks said says told tells called calls came comes went wants wanted thinks thought needs needed never"
        " always hates hated loves loved cried cries refused refuses complained complains rang emailed texted who"
    )
)
_SIGNS_BEFORE = frozenset(words_of("project codename codenamed client operation called named team account customer"))
_SHORT_CAPITALS = 4
_STRENGTHENS = "AF"  # as in "tired AF"
_STRENGTHENED = frozenset(
    words_of(
        "annoyed annoying awkward bad basic bored boring broke busy cheap chuffed cold confused cool creepy cute dead"
        " done drunk dull dumb easy excited exhausted expensive extra fast fit full funny good grumpy happy hard hot"
        " hungover hungry ill jealous late lazy loud lost lucky mad messy moody nervous nice old petty posh proud rude"
        " sad salty savage scared scary shy sick silly skint slow smooth smug sore stressed strong stupid sweaty tense"
        " tired tough ugly unfair warm weird wet wild worried"
    )
)
_SIGN_REACH = 2
_APOSTROPHES = re.compile("(?<=[^\\W\\d_])['\u2019](?=[^\\W\\d_]{3})")


class WatchList:
    """The watch terms of one policy."""

    def __init__(self, terms: tuple[WatchTerm, ...]) -> None:
        self._terms = terms
        names = [
            Name(spelling, at)
            for at, term in enumerate(terms)
            for written in (term.term, *term.aliases)
            for spelling in (*_spellings(written), *_without_apostrophes(written))
        ]
        self._index = NameIndex(names)
        self.vocabulary = self._index.vocabulary
        self.needs_every_sentence = self._index.needs_every_sentence

    def find(self, passage: Passage) -> Iterator[Found]:
        """Yield where *passage* names a term; a name that is an ordinary word needs a sign that the term is meant."""
        for seen in self._index.sightings(passage):
            term = self._terms[seen.name.of]
            if seen.is_sure or _is_meant(passage, seen, term):
                yield Found(RULES[term.kind], seen.span)


def _spellings(written: str) -> tuple[str, ...]:
    """Return a name as it is written and, where it has an "&" or an "and", with the other of the two."""
    if "&" in written:
        return written, written.replace("&", " and ")
    return (written, written.replace(" and ", " & ")) if " and " in written else (written,)


def _without_apostrophes(written: str) -> tuple[str, ...]:
    """Return a name in the way of somebody in a hurry, where that is another: "obrien" for "O'Brien"."""
    plain = _APOSTROPHES.sub("", written)
    return (plain,) if plain != written and len(plain) > _SHORT_CAPITALS - 1 else ()


def _is_meant(passage: Passage, seen: Sighting, term: WatchTerm) -> bool:
    written = passage.text[seen.span.start : seen.span.end]
    spelling = seen.name.spelling
    if seen.first < 0:  # one word of several in a tag, each with a capital: "#AcmeLaunch"
        return len(spelling) > _SHORT_CAPITALS - 1 and not _is_ordinary(spelling, term.kind)
    if len(spelling) <= _SHORT_CAPITALS and spelling.isupper():
        return written.startswith(spelling) and not _only_strengthens(passage, seen)
    if not _is_ordinary(spelling, term.kind):
        return True
    words, first = passage.words, seen.first
    behind = words[first + 1 : first + 2]
    if not _SIGNS_BEFORE.isdisjoint(words[max(0, first - _SIGN_REACH) : first]):
        return True
    if term.kind is TermKind.PROJECT and not _SIGNS_BEHIND.isdisjoint(behind):
        return True
    if not written[:1].isupper() or passage.text.isupper():
        return False
    if first > 0 or not _SIGNS.isdisjoint(words):
        return True
    return term.kind is TermKind.PERSON and not _PERSON_DOES.isdisjoint(behind)


def _only_strengthens(passage: Passage, seen: Sighting) -> bool:
    """Return whether what is taken for a name only makes the word before it stronger."""
    before = passage.words[max(0, seen.first - 1) : seen.first]
    return seen.name.spelling == _STRENGTHENS and not _STRENGTHENED.isdisjoint(before)


def _is_ordinary(spelling: str, kind: TermKind) -> bool:
    """Return whether *spelling* may well mean something else; code names are taken from ordinary words."""
    words = words_of(spelling)
    return len(words) == 1 and words[0].isalpha() and (kind is TermKind.PROJECT or is_ordinary(words[0]))
