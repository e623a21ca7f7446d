"""Which rules and cues speak up in one sentence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.checks.cue_words import CUE_WORDS
from app.checks.form import Form
from app.checks.guards import is_guarded
from app.checks.index import Hit, Index, Owner
from app.checks.passage import Passage
from app.checks.rule import Cue, Packs, Rule, Scope
from app.checks.vocabulary import Vocabulary
from app.model.persona import Side


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that speaks up at the words *first* up to and without *last*; ``awaits`` are cues to stand anywhere."""

    rule: Rule
    first: int
    last: int
    evidence: tuple[tuple[int, int], ...]
    awaits: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue at the words *first* up to and without *last*."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Matches:
    """What speaks up in one passage."""

    rules: tuple[RuleHit, ...] = ()
    cues: tuple[CueHit, ...] = ()


_NOTHING = Matches()
_FIRST_IN_MIND = ("offensive.profanity", "offensive", "tone", "venting")
_LAST = len(_FIRST_IN_MIND)


class Matcher:
    """The forms of all rules and cues that count on one side."""

    def __init__(self, packs: Packs, side: Side) -> None:
        rules = [rule for rule in packs.rules if rule.severity.on(side) is not None]
        cues = [cue for cue in packs.cues if side in cue.sides]
        owners: list[Owner] = [*rules, *cues]
        self.vocabulary = _vocabulary(owners)
        self._index = Index((owner, form) for owner in owners for form in owner.forms)

    def has(self, word: str) -> bool:
        """Return whether a rule or cue is looked up by *word*."""
        return self._index.has(word)

    def matches(self, passage: Passage) -> Matches:
        """Return what speaks up in *passage*: rules that nothing keeps quiet, and every cue."""
        hits = self._index.hits(passage)
        if not hits:
            return _NOTHING
        cues = tuple(CueHit(hit.owner, hit.first, hit.last) for hit in hits if isinstance(hit.owner, Cue))
        excused = _Excuses(passage)
        rules = [
            found
            for hit in hits
            if isinstance(hit.owner, Rule) and not excused.keep_quiet(hit.owner, hit)
            if (found := _with_needs(hit.owner, hit, cues)) is not None
        ]
        return Matches(tuple(rules), cues)


def _vocabulary(owners: Iterable[Owner]) -> Vocabulary:
    """Return every word that a form names; where letters are missing, swearing and insults come first to mind."""
    ranks: dict[str, int] = {}
    uses: Counter[str] = Counter(CUE_WORDS)
    prefixes: set[str] = set()
    for owner in owners:
        rank = next((at for at, risk in enumerate(_FIRST_IN_MIND) if (owner.risk or "").startswith(risk)), _LAST)
        for form in owner.forms:
            prefixes |= form.prefixes
            uses.update(form.vocabulary)
            ranks.update((word, min(rank, ranks.get(word, rank))) for word in form.vocabulary)
    return Vocabulary(sorted(uses, key=lambda word: (ranks.get(word, _LAST), -uses[word], word)), prefixes)


class _Excuses:
    """What keeps rules quiet in one sentence; a rule's exceptions are looked for once."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._exceptions: dict[str, bool] = {}

    def keep_quiet(self, rule: Rule, hit: Hit) -> bool:
        """Return whether a guard or an exception of *rule* holds at *hit*."""
        if rule.unless:
            if rule.id not in self._exceptions:
                self._exceptions[rule.id] = any(_stands(self._passage, form) for form in rule.unless)
            if self._exceptions[rule.id]:
                return True
        return is_guarded(self._passage, hit, rule.guards)


def _stands(passage: Passage, form: Form) -> bool:
    """Return whether *form* stands anywhere in *passage*."""
    vocabulary = passage.vocabulary
    for words in form.needed:
        if words.isdisjoint(vocabulary):
            return False
    limit = len(passage.words)
    return any(form.end(passage, start, limit) is not None for start in range(limit))


def _with_needs(rule: Rule, hit: Hit, cues: tuple[CueHit, ...]) -> RuleHit | None:
    """Return what *rule* says, with the cues it needs as evidence; ``None`` when its sentence has none of them."""
    if not rule.needs:
        return RuleHit(rule, hit.first, hit.last, (), frozenset())
    near = tuple((cue.first, cue.last) for cue in cues if cue.cue.id in rule.needs)
    if near:
        return RuleHit(rule, hit.first, hit.last, near, frozenset())
    return RuleHit(rule, hit.first, hit.last, (), rule.needs) if rule.scope is Scope.DRAFT else None
