"""Say what a painted widget or a list of cards is to a screen reader, which Qt cannot guess."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PROPERTY = "accessible_role"


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Make *widget* a *role* for screen readers; its name, description and children stay what they are."""
    if not _installed:
        QAccessible.installFactory(_interface_of)
        _installed.append(True)
    widget.setProperty(_PROPERTY, role.value)


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_PROPERTY)
    return QAccessibleWidget(thing, QAccessible.Role(role)) if role is not None else None


# Qt keeps factories for the whole process, so one is enough.
_installed: list[bool] = []
