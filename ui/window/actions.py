"""Every action of the window, its words, its keys and its place in the menu, in one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

_CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action: the name its slot is found under, the menu it stands in (or a submenu of it), its words, its keys.

    A switch is on or off.
    """

    name: str
    menu: str
    text: str
    keys: str = ""
    begins_group: bool = False
    submenu: str = ""
    is_switch: bool = False


_ASKING = "Four questions before a post"

ENTRIES = (
    ActionEntry("new_personal", "Draft", "New personal draft", "Ctrl+N"),
    ActionEntry("new_professional", "Draft", "New professional draft", "Ctrl+Shift+N"),
    ActionEntry("start_twin", "Draft", "Start the other version", "Ctrl+T"),
    ActionEntry("duplicate", "Draft", "Duplicate", "Ctrl+D"),
    ActionEntry("rename", "Draft", "Rename", "F2"),
    ActionEntry("pair", "Draft", "Pair the two drafts on show", begins_group=True),
    ActionEntry("unpair", "Draft", "Unpair"),
    ActionEntry("move_across", "Draft", "Move to the other persona", "Ctrl+Shift+M", begins_group=True),
    ActionEntry("copy_across", "Draft", "Copy to the other persona", "Ctrl+Shift+K"),
    ActionEntry("copy_for", "Draft", "Copy for this persona", "Ctrl+Shift+C", begins_group=True),
    ActionEntry("mark_ready", "Draft", "Mark ready", "Ctrl+R"),
    ActionEntry("mark_posted", "Draft", "Mark posted"),
    ActionEntry("archive", "Draft", "Archive"),
    ActionEntry("back_to_draft", "Draft", "Back to draft"),
    ActionEntry("trash", "Draft", "Move to trash", "Ctrl+Shift+Backspace", begins_group=True),
    ActionEntry("show_trash", "Draft", "Trash…"),
    ActionEntry("quit", "Draft", "Quit", "Ctrl+Q", begins_group=True),
    ActionEntry("undo", "Edit", "Undo", "Ctrl+Z"),
    ActionEntry("redo", "Edit", "Redo", "Ctrl+Shift+Z"),
    ActionEntry("search", "Edit", "Search drafts", "Ctrl+F"),
    ActionEntry("next_finding", "Review", "Next finding", "F8"),
    ActionEntry("previous_finding", "Review", "Previous finding", "Shift+F8"),
    ActionEntry("use_wording", "Review", "Use the suggested wording", "Ctrl+."),
    ActionEntry("explain_finding", "Review", "Why am I seeing this?", "Ctrl+Shift+I"),
    ActionEntry("read_as", "Review", "Read as somebody else…", "Ctrl+E", begins_group=True),
    ActionEntry("show_ignored", "Review", "Ignored findings…", begins_group=True),
    ActionEntry("ask_when_open", "Review", "When something is open", submenu=_ASKING),
    ActionEntry("ask_always", "Review", "Always", submenu=_ASKING),
    ActionEntry("ask_never", "Review", "Never", submenu=_ASKING),
    ActionEntry("second_reader", "Review", "Second reader", is_switch=True),
    ActionEntry("describe_persona", "Persona", "About this persona…", "Ctrl+I"),
    ActionEntry("boundaries", "Persona", "Boundary statement…", "Ctrl+Shift+B"),
    ActionEntry("five_questions", "Persona", "Five questions…"),
    ActionEntry("personas", "Persona", "Personas of this side…", "Ctrl+P", begins_group=True),
    ActionEntry("next_persona", "Persona", "Next persona of this side", "Ctrl+Shift+P"),
    ActionEntry("new_persona", "Persona", "New persona…"),
    ActionEntry("put_away", "Persona", "Archived and deleted…"),
    ActionEntry("contact_request", "Persona", "Contact request…", "Ctrl+Shift+R", begins_group=True),
    ActionEntry("both_panes", "View", "Side by side", "Ctrl+2"),
    ActionEntry("personal_pane", "View", "Personal alone", "Ctrl+1"),
    ActionEntry("professional_pane", "View", "Professional alone", "Ctrl+3"),
    ActionEntry("other_pane", "View", "Go to the other draft", "F6", begins_group=True),
    ActionEntry("to_findings", "View", "Go to the findings", "Ctrl+B"),
    ActionEntry("to_drafts", "View", "Go to the list of drafts", "Ctrl+L"),
    ActionEntry("theme_system", "View", "Theme: as the system", begins_group=True),
    ActionEntry("theme_light", "View", "Theme: light"),
    ActionEntry("theme_dark", "View", "Theme: dark"),
    ActionEntry("rule_desk", "Help", "Rule desk…", "Ctrl+Shift+D"),
    ActionEntry("about", "Help", "About Twofold…"),
)


class Actions(QObject):
    """The window's actions by name."""

    def __init__(self, slots: Mapping[str, Callable[[], object]], window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for entry in ENTRIES:
            action = QAction(QCoreApplication.translate(_CONTEXT, entry.text), window)
            action.setObjectName(entry.name)
            action.setCheckable(entry.is_switch)
            if entry.keys:
                action.setShortcut(QKeySequence(entry.keys))
            slot = slots[entry.name]
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            window.addAction(action)
            self._actions[entry.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, parent: QWidget) -> QMenu:
        """Return one menu that holds every action, grouped as in the table."""
        whole = QMenu(parent)
        parts: dict[str, QMenu] = {}
        for entry in ENTRIES:
            place = whole
            for title in (entry.menu, entry.submenu) if entry.submenu else (entry.menu,):
                if title not in parts:
                    parts[title] = place.addMenu(QCoreApplication.translate(_CONTEXT, title))
                place = parts[title]
            if entry.begins_group:
                place.addSeparator()
            place.addAction(self._actions[entry.name])
        return whole
