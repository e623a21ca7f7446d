"""Which rules and cues speak up in one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.checks.checked import NOTHING, Checked
from app.checks.form import Form
from app.checks.guards import guard_at
from app.checks.index import Hit, Index
from app.checks.memory import Memory
from app.checks.passage import Asked, Passage
from app.checks.readypacks import ReadyPacks
from app.checks.rule import Cue, Rule, Scope
from app.checks.told_apart import Senses, ToldApart
from app.model.persona import Side


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A rule that speaks up at the words *first* up to and without *last*.

    It waits for the draft: one of the cues it ``awaits`` must stand anywhere, none of those that it ``yields_to`` may.
    """

    rule: Rule
    first: int
    last: int
    evidence: tuple[tuple[int, int], ...]
    awaits: frozenset[str] = frozenset()
    yields_to: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue at the words *first* up to and without *last*."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Matches:
    """What speaks up in one passage.

    ``checked`` is what the passage comes to where no place in it matters: no rule speaks up, and no cue has a weight.
    They hold for every passage that has the same sense and answers what was ``asked`` alike.
    """

    rules: tuple[RuleHit, ...] = ()
    cues: tuple[CueHit, ...] = ()
    checked: Checked | None = NOTHING
    asked: Asked | None = None

    def hold_in(self, passage: Passage) -> bool:
        """Return whether they hold in a *passage* that has the same sense."""
        return self.asked is None or self.asked.is_answered_alike(passage)


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule whose *form* stands at these words, and what kept it quiet; *excuse* is empty when it spoke up."""

    rule: Rule
    form: Form
    first: int
    last: int
    excuse: str


_NOTHING = Matches()
_ROOM = 200_000


class Matcher:
    """The forms of all rules and cues."""

    def __init__(self, packs: ReadyPacks) -> None:
        self.vocabulary = packs.vocabulary
        self._index = Index(packs)
        self._told = ToldApart(packs)
        self._senses = Senses(self._told)
        self._met: Memory[Matches] = Memory(_ROOM)

    def has(self, word: str) -> bool:
        """Return whether a rule or cue is looked up by *word*."""
        return self._index.has(word)

    def matches(self, passage: Passage, side: Side, sense: str | None = None) -> Matches:
        """Return what speaks up in *passage* on *side*: rules that nothing keeps quiet, and every cue.

        While a sentence is written most keys only change a word that no rule knows: what came of it then is remembered.
        *sense* is what :meth:`sense` returns for the passage, if the caller has asked already.
        """
        if sense is None:
            sense = _sense(map(self._told.__getitem__, passage.words), side, has_quotes=passage.has_quotes)
            known = self._met.recall(sense)
            if known is not None and known.hold_in(passage):
                return known
        matches = self._match(passage, side)
        return self._met.keep(sense, replace(matches, asked=passage.asked) if passage.asked else matches)

    def sense(self, runs: Iterable[str], side: Side, *, has_quotes: bool) -> str:
        """Return what the rules can tell about a passage without links, handles and disguises, from its *runs*."""
        return _sense(map(self._senses.__getitem__, runs), side, has_quotes=has_quotes)

    def tells(self, word: str) -> bool:
        """Return whether the rules tell *word* apart from words that none of them names."""
        return self._told.tells(word)

    def seen(self, run: str) -> str:
        """Return one run of folded characters as the rules see it: the same for all that they cannot tell apart."""
        return self._senses[run]

    def remembered(self, sense: str) -> Matches | None:
        """Return what came of a passage with this *sense*, if it is remembered; see whether they hold in another."""
        return self._met.recall(sense)

    def _match(self, passage: Passage, side: Side) -> Matches:
        hits = self._index.hits(passage, side)
        if not hits:
            return _NOTHING
        cues = _cue_hits(hits)
        excuses = _Excuses(passage)
        rules = [
            found
            for hit in hits
            if isinstance(hit.owner, Rule) and (found := _with_needs(hit.owner, hit, cues)) is not None
            if not excuses.of(hit.owner, hit)
        ]
        if rules or any(hit.cue.risk is not None for hit in cues):
            return Matches(tuple(rules), cues, None)
        return Matches((), cues, Checked(cue_ids=frozenset([hit.cue.id for hit in cues])) if cues else NOTHING)

    def trials(self, passage: Passage, side: Side) -> tuple[Trial, ...]:
        """Return every rule of *side* whose form stands in *passage*, with what kept it quiet."""
        hits = self._index.hits(passage, side)
        cues = _cue_hits(hits)
        excuses = _Excuses(passage)
        trials: list[Trial] = []
        for hit in hits:
            if isinstance(hit.owner, Rule):
                excuse = excuses.of(hit.owner, hit)
                if not excuse and _with_needs(hit.owner, hit, cues) is None:
                    silencing = sorted({hit.cue.id for hit in cues} & hit.owner.silenced_by)
                    excuse = f"unless {silencing[0]}" if silencing else f"needs {' or '.join(sorted(hit.owner.needs))}"
                trials.append(Trial(hit.owner, hit.form, hit.first, hit.last, excuse))
        return tuple(trials)


def _sense(seen: Iterable[str], side: Side, *, has_quotes: bool) -> str:
    return f"{side.value} {has_quotes} {' '.join(seen)}"


def _cue_hits(hits: Iterable[Hit]) -> tuple[CueHit, ...]:
    return tuple([CueHit(hit.owner, hit.first, hit.last) for hit in hits if isinstance(hit.owner, Cue)])


class _Excuses:
    """What keeps rules quiet in one sentence; a rule's exceptions are looked for once."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._exceptions: dict[str, str] = {}

    def of(self, rule: Rule, hit: Hit) -> str:
        """Return the exception or guard of *rule* that holds at *hit*, in words; empty when none does."""
        if rule.unless:
            if rule.id not in self._exceptions:
                self._exceptions[rule.id] = self._exception(rule)
            if self._exceptions[rule.id]:
                return self._exceptions[rule.id]
        return guard_at(self._passage, hit, rule.guards) or ""

    def _exception(self, rule: Rule) -> str:
        return next((f"unless {form.source}" for form in rule.unless if _stands(self._passage, form)), "")


def _stands(passage: Passage, form: Form) -> bool:
    """Return whether *form* stands anywhere in *passage*."""
    vocabulary = passage.vocabulary
    for words in form.needed:
        if words.isdisjoint(vocabulary):
            return False
    limit = len(passage.words)
    return any(form.end(passage, start, limit) is not None for start in form.starts(passage))


def _with_needs(rule: Rule, hit: Hit, cues: tuple[CueHit, ...]) -> RuleHit | None:
    """Return what *rule* says, with the cues it needs as evidence; ``None`` when its sentence has none of them.

    A cue that silences it does so at once where both are in one sentence.
    """
    if rule.silenced_by and any(cue.cue.id in rule.silenced_by for cue in cues):
        return None
    if not rule.needs:
        return RuleHit(rule, hit.first, hit.last, (), yields_to=rule.silenced_by)
    near = tuple((cue.first, cue.last) for cue in cues if cue.cue.id in rule.needs)
    if near:
        return RuleHit(rule, hit.first, hit.last, near, yields_to=rule.silenced_by)
    if rule.scope is Scope.DRAFT:
        return RuleHit(rule, hit.first, hit.last, (), rule.needs, rule.silenced_by)
    return None
