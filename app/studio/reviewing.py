"""The one review that studio, command line and gate share, and what the writer has answered."""

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

from app.checks.memory import made_to_stay
from app.errors import RuleProblem
from app.model.finding import Finding, Report
from app.model.ids import DraftId, PersonaId
from app.model.policy import Dismissal, IgnoreScope, Policy
from app.studio.changes import Changes, Topic

if TYPE_CHECKING:
    from app.checks.engine import Engine
    from app.checks.explaining import Explainer
    from app.reader.reading import Reading
    from app.studio.joined_review import Joining
    from app.studio.personas import Personas
    from app.studio.vaults import Vaults
    from app.studio.wordings import Wordings

BELONGS_HERE = "belonging"
"""The rule id of an answer that is about no finding: this draft belongs to the persona that has it."""


@cache
def _shipped() -> tuple["Engine", tuple[RuleProblem, ...]]:
    """Bring in the engine and the rules only now: the studio shows the drafts first."""
    with made_to_stay():
        from app.checks.engine import Engine
        from app.checks.packcache import shipped_packs

        packs, problems = shipped_packs(PlatformDirs("twofold", appauthor=False).user_cache_path)
        return Engine(packs), problems


def shipped_engine() -> "Engine":
    """Return the engine over the rule packs that come with Twofold; loaded once a process."""
    return _shipped()[0]


@cache
def shipped_wordings() -> "Wordings":
    """Return what finds wordings with the rule packs that come with Twofold, and remembers them."""
    from app.studio.wordings import Wordings  # when somebody looks at a finding

    return Wordings(shipped_engine().rewordings)


def pack_problems() -> tuple[RuleProblem, ...]:
    """Return every mistake in the packs; a file with one is left out and named in every report."""
    return _shipped()[1]


def review_text(
    text: str, policy: Policy, dismissals: Collection[Dismissal] = (), draft_id: DraftId | None = None
) -> Report:
    """Return what there is to look at in exactly *text*, for the persona that *policy* describes."""
    report = shipped_engine().review(text, policy, dismissals, draft_id)
    left_out = tuple(dict.fromkeys(problem.file for problem in pack_problems()))
    return replace(report, skipped=report.skipped + left_out) if left_out else report


class Reviewing:
    """Review drafts of open personas, and keep what their writers have answered."""

    def __init__(self, vaults: "Vaults", personas: "Personas") -> None:
        self._vaults = vaults
        self._personas = personas
        self._dismissals: dict[PersonaId, tuple[Dismissal, ...]] = {}
        self._is_ready = False
        self._joining: Joining | None = None

    @property
    def is_ready(self) -> bool:
        """Whether a review starts at once; if not, ``review`` loads the rules first, which takes a moment."""
        return self._is_ready

    def make_ready(self) -> tuple[RuleProblem, ...]:
        """Load the rules, and return every mistake in them."""
        self._is_ready = True
        return pack_problems()

    def review(self, persona_id: PersonaId, draft_id: DraftId, text: str, policy: Policy) -> Report:
        """Return the review of *text* as it stands in the draft, without what has been answered already."""
        self.make_ready()
        return review_text(text, policy, self.dismissals(persona_id), draft_id)

    def join(
        self, persona_id: PersonaId, draft_id: DraftId, report: Report, reading: "Reading", policy: Policy
    ) -> Report:
        """Return *report* with what the second reader's *reading* of the same text adds to it."""
        if self._joining is None or self._joining.policy is not policy:
            from app.studio.joined_review import Joining  # once the second reader has read something

            engine = shipped_engine()
            self._joining = Joining(engine.risks, policy, engine.knowing_rules)
        return self._joining.joined(report, reading, self.dismissals(persona_id), draft_id)

    def try_out(self, sentence: str, policy: Policy) -> Report:
        """Return the review of a *sentence* that stands in no draft and is kept nowhere."""
        self.make_ready()
        return review_text(sentence, policy)

    def explainer(self, policy: Policy) -> "Explainer":
        """Return what says, sentence by sentence, why a review by *policy* came out as it did."""
        return shipped_engine().explainer(policy)

    def dismissals(self, persona_id: PersonaId) -> tuple[Dismissal, ...]:
        """Return everything the persona has answered, oldest first."""
        if persona_id not in self._dismissals:
            self._dismissals[persona_id] = self._vaults.vault(persona_id).dismissals.all()
        return self._dismissals[persona_id]

    def dismiss(
        self, persona_id: PersonaId, draft_id: DraftId, finding: Finding, scope: IgnoreScope, words: str
    ) -> Changes:
        """Stay quiet about *finding* as far as *scope* reaches; *words* are what the list of answers shows."""
        dismissal = Dismissal(
            scope=scope,
            mark=_mark(finding, scope),
            rule_id=finding.rule_id,
            shown=finding.title if scope is IgnoreScope.RULE else words,
            draft_id=draft_id if scope is IgnoreScope.SENTENCE else None,
        )
        return self.answer(persona_id, dismissal)

    def answer(self, persona_id: PersonaId, dismissal: Dismissal) -> Changes:
        """Keep an answer of the persona's writer, also one that is about no finding."""
        self._vaults.vault(persona_id).dismissals.add(dismissal)
        return self._answers_changed(persona_id)

    def take_back(self, persona_id: PersonaId, dismissal: Dismissal) -> Changes:
        """Speak up again where *dismissal* had kept quiet."""
        self._vaults.vault(persona_id).dismissals.remove(dismissal)
        return self._answers_changed(persona_id)

    def _answers_changed(self, persona_id: PersonaId) -> Changes:
        self._dismissals.pop(persona_id, None)
        return Changes.of(Topic.DISMISSALS)


def _mark(finding: Finding, scope: IgnoreScope) -> str:
    if scope is IgnoreScope.SENTENCE:
        return finding.sentence_print
    if scope is IgnoreScope.PHRASE:
        return finding.phrase_print
    return finding.rule_id
