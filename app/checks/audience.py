"""Who reads along, and what the writer has decided, move the weight of a finding."""

from collections.abc import Mapping
from functools import lru_cache

from app.model.finding import Group, Risk, Severity
from app.model.persona import Side
from app.model.policy import Policy, Reads, Stance

_RAISED = frozenset(("polarizing", "venting", "conduct"))
_LOWERED = _RAISED | {"boundary"}
_AMONG_FRIENDS = "polarizing"
_CLOSE_READERS = frozenset((Group.CLIENTS, Group.BOSS, Group.COLLEAGUES, Group.STRANGERS))
_STANCES = {Stance.NOTE: Severity.NOTE, Stance.WARN: Severity.WARN, Stance.HOLD: Severity.HOLD}


def severity_for(risk: Risk, own: Severity | None, policy: Policy) -> Severity | None:
    """Return what a finding of *risk* weighs for the persona when its rule says *own*; ``None`` raises none.

    A stance sets the severity, off raises none. Without one, the rule's own severity holds for readers about whom
    nothing is known. Clients who are known to read a personal account raise what is polarizing, venting or conduct by
    one step; known absence of clients, boss, colleagues and strangers lowers these and boundaries by one, never below a
    note, and what is polarizing to a note: among friends it is a conversation.
    """
    if own is None:
        return None
    for stanced, stance in policy.stances:
        if stanced is risk:
            return _STANCES.get(stance)
    step = _step(risk.category, policy.side, policy.audience)
    if step < 0 and risk.category == _AMONG_FRIENDS:
        return Severity.NOTE
    return Severity(min(max(own + step, Severity.NOTE), Severity.HOLD))


def raised_by_readers(policy: Policy) -> frozenset[str]:
    """Return the categories that weigh one step more because the people one works with are known to read along.

    A category about whose every risk the writer has decided is none of them.
    """
    if not _is_on_the_clock(policy.side, dict(policy.audience)):
        return frozenset()
    decided = {risk for risk, _ in policy.stances}
    return frozenset(risk.category for risk in Risk if risk.category in _RAISED and risk not in decided)


def _is_on_the_clock(side: Side, reads: Mapping[Group, Reads]) -> bool:
    return side is Side.PERSONAL and reads.get(Group.CLIENTS) is Reads.YES


@lru_cache(maxsize=256)
def _step(category: str, side: Side, audience: tuple[tuple[Group, Reads], ...]) -> int:
    reads = dict(audience)
    if category in _RAISED and _is_on_the_clock(side, reads):
        return 1
    absent = {group for group, answer in reads.items() if answer is Reads.NO}
    return -1 if category in _LOWERED and absent >= _CLOSE_READERS else 0
