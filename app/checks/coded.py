"""All checks that are written in code, each asked only where the text can have something for it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from app.checks.found import Found
from app.checks.passage import Passage
from app.checks.ranking import MOST_FINDINGS
from app.checks.rule import CodedRule
from app.checks.saying import Speaker
from app.checks.shouting import find_shouting
from app.model.finding import Finding
from app.model.policy import Policy, WatchTerm

if TYPE_CHECKING:
    from app.checks.boundaries import OtherPersona
    from app.checks.watch_terms import WatchList


class CodedChecks:
    """The coded checks for one policy."""

    def __init__(self, policy: Policy, rules: Mapping[str, CodedRule]) -> None:
        self._rules = rules
        self._side = policy.side
        self._names: list[WatchList | OtherPersona] = []
        if policy.watch_terms:
            self._names.append(_watch_list(policy.watch_terms))
        if policy.other_handles:
            self._names.append(_other_persona(policy.other_handles))
        self.has_names = bool(self._names)
        self.needs_every_sentence = any(each.needs_every_sentence for each in self._names)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Words of names that are seen through when they are disguised."""
        return frozenset[str]().union(*(each.vocabulary for each in self._names))

    def find(self, passage: Passage) -> Iterator[Found]:
        """Yield numbers, contacts, secrets, places and shouting in *passage*, a whole line."""
        from app.checks.identifiers import find_identifiers  # when the first line may have one

        yield from find_identifiers(passage, self._side)
        yield from find_shouting(passage)

    def names(self, passage: Passage) -> Iterator[Found]:
        """Yield watch terms and what leads to the other persona in *passage*, one sentence."""
        for each in self._names:
            yield from each.find(passage)

    def said(self, text: str, found: Iterable[Found], speaker: Speaker) -> list[Finding]:
        """Return what *speaker* says about what was *found* in *text*."""
        said: list[Finding] = []
        for one in islice(found, MOST_FINDINGS):
            rule = self._rules.get(one.rule_id)
            finding = speaker.finding(rule, text, one.span, one.evidence) if rule else None
            if finding is not None:
                said.append(finding)
        return said


@lru_cache(maxsize=4)
def _watch_list(terms: tuple[WatchTerm, ...]) -> "WatchList":
    """Return the list for *terms*; thousands are not gone through again when another part of a policy changes."""
    from app.checks.watch_terms import WatchList  # for a writer who has any

    return WatchList(terms)


def _other_persona(handles: tuple[str, ...]) -> "OtherPersona":
    from app.checks.boundaries import OtherPersona  # for a writer who has told a handle

    return OtherPersona(handles)
