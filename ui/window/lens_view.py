"""How a draft looks while it is read with somebody else's eyes, and with one's own."""

from typing import TYPE_CHECKING

from ui.bridge.highlighter import FindingColours, FindingHighlighter
from ui.style import theme
from ui.widgets.draft_editor import DraftEditor
from ui.widgets.lens_line import LensLine
from ui.widgets.lens_words import Reader

if TYPE_CHECKING:
    from app.checks.lens import Reading


class LensView:
    """Lets what a reader would mind stand out in *editor*, and *highlighter* be quiet about the rest meanwhile."""

    def __init__(self, editor: DraftEditor, highlighter: FindingHighlighter) -> None:
        self.line = LensLine()
        self._editor = editor
        self._highlighter = highlighter

    def show_reading(self, reading: "Reading | None", reader: Reader | None) -> None:
        """Show the text on screen as *reader* reads it, when it has been read; ``None`` is the writer."""
        if reader is None and self.line.isHidden():
            return
        self.line.show_reader(reader)
        self._editor.setAccessibleDescription("" if reader is None else self.line.accessibleName())
        findings = () if reading is None else reading.report.findings
        self._editor.let_stand_out((each.span, each.severity) for each in findings)
        self.colour()

    def colour(self) -> None:
        """Take the colours of the theme on show."""
        self._highlighter.set_colours(own_colours() if self.line.isHidden() else _quiet_colours())


def own_colours() -> FindingColours:
    """Return the colours of underlines for the writer's own eyes."""
    return FindingColours.of(theme.current())


def _quiet_colours() -> FindingColours:
    quiet, nothing = theme.current().colour("line_strong"), theme.current().colour("surface")
    return FindingColours(hold=quiet, hold_tint=nothing, warn=quiet, note=quiet)
