"""Findings, drafts and ways to look at widgets that several tests need."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QPushButton, QWidget

from app.model.draft import DraftSummary, Stage
from app.model.finding import Finding, Fix, Group, Report, Risk, Severity, Span
from app.model.ids import DraftId, PersonaId

NOW = datetime(2026, 11, 25, 14, 50, tzinfo=UTC)
TEXT = (
    "Our client in Leeds moved the launch and I was stuck in the office till ten. Again: stuck in the office till ten."
)


def finding(
    words: str, severity: Severity, title: str, *, text: str = TEXT, start: int = 0, fixes: tuple[str, ...] = ()
) -> Finding:
    begin = text.index(words, start)
    span = Span(begin, begin + len(words))
    return Finding(
        rule_id=f"rule.{title}",
        risk=Risk.VENTING_WORKPLACE,
        span=span,
        evidence=(span,),
        severity=severity,
        title=title,
        message="An employer would read this as a complaint.",
        why="It reads as blame.",
        minds=frozenset({Group.BOSS, Group.CLIENTS}),
        guideline="A14",
        instead=("Say what you learned.",),
        fixes=tuple(Fix(span, replacement) for replacement in fixes),
    )


LEEDS = finding("client in Leeds", Severity.HOLD, "Client not public yet", fixes=("client", ""))
OFFICE = finding("stuck in the office till ten", Severity.WARN, "Venting about work")
OFFICE_AGAIN = finding("stuck in the office till ten", Severity.WARN, "Venting about work", start=70)
REPORT = Report(TEXT, (LEEDS, OFFICE, OFFICE_AGAIN))


def many(number: int, *, shift: int = 0) -> Report:
    text = " " * shift + " ".join(f"word{each:03}" for each in range(number))
    findings = (finding(f"word{each:03}", Severity.WARN, f"Risk {each:03}", text=text) for each in range(number))
    return Report(text, tuple(findings))


def draft(name: str, title: str, *, minutes_ago: int = 0, **rest: object) -> DraftSummary:
    values: dict[str, object] = {
        "id": DraftId(name),
        "persona_id": PersonaId("me"),
        "title": title,
        "excerpt": "",
        "stage": Stage.DRAFT,
        "pair_id": None,
        "changed_at": NOW - timedelta(minutes=minutes_ago),
        "example": False,
        "trashed_at": None,
    }
    return DraftSummary(**{**values, **rest})


def accessible(widget: QWidget, role: QAccessible.Role) -> list[str]:
    """Return the accessible names of everything of *role* that is visible below *widget*."""
    return [each.text(QAccessible.Text.Name) for each in _below(widget_interface(widget)) if each.role() == role]


def widget_interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def _below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and not child.state().invisible:
            yield child
            yield from _below(child)


def button(widget: QWidget, name: str) -> QPushButton:
    """Return the visible button with that accessible name."""
    return next(
        each for each in widget.findChildren(QPushButton) if each.accessibleName() == name and each.isVisibleTo(widget)
    )
