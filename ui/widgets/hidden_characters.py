"""Characters that take no room but change what is read: found, named, and shown as small marks over the text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock
from PySide6.QtWidgets import QTextEdit

from app.text.offsets import from_utf16, to_utf16

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_JOINERS = "\u200c\u200d"
_JOINING_SCRIPTS = re.compile("[\u0600-\u109f\u1780-\u18af\ua800-\uabff]")
_PICTURES = re.compile("[\u00a9\u00ae\u200d\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")
_TAGS = re.compile("[\U000e0020-\U000e007f]")
_TAGGED_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,30}\U000e007f")
_HALF_WIDTH = 3.0
_REACH = 5.0
_MOST_MARKS = 500
_LONG_LINE = 2_000


@dataclass(frozen=True, slots=True)
class HiddenMark:
    """One hidden character and where it stands in the viewport, a line high and without width."""

    character: str
    place: QRectF

    @property
    def name(self) -> str:
        """The name that Unicode gives the character, and its number."""
        return f"{unicodedata.name(self.character, 'control').lower()}, U+{ord(self.character):04X}"


def may_hide(text: str) -> bool:
    """Return whether a character stands in *text* that may be hidden, among them those that something visible needs."""
    return not text.isascii() and _HIDDEN.search(text) is not None


def hidden_positions(text: str) -> tuple[int, ...]:
    """Return the positions of hidden characters that nothing visible needs.

    A joiner inside an emoji, or beside a letter of a script that is written with joiners, does its work; so do the
    tags of a flag.
    """
    if not may_hide(text):
        return ()
    flags = [found.span() for found in _TAGGED_FLAG.finditer(text)]
    return tuple(
        found.start()
        for found in _HIDDEN.finditer(text)
        if not _joins(text, found.start())
        and not (_TAGS.match(found.group()) and any(start < found.start() < end for start, end in flags))
    )


def marks_on_show(editor: QTextEdit) -> Iterator[HiddenMark]:
    """Yield the hidden characters in the visible part of *editor*."""
    down, bottom = editor.verticalScrollBar().value(), editor.viewport().height()
    aside = editor.horizontalScrollBar().value()
    block = editor.cursorForPosition(editor.viewport().rect().topLeft()).block()
    while block.isValid() and block.layout().position().y() - down < bottom:
        text = block.text()
        first, last = _part_on_show(block, text, down, bottom)
        for position in hidden_positions(text[first:last]):
            position += first
            yield HiddenMark(text[position], _place(block, to_utf16(text, position)).translated(-aside, -down))
        block = block.next()


def mark_at(editor: QTextEdit, point: QPointF) -> HiddenMark | None:
    """Return the mark under *point* of the viewport, ``None`` where there is none."""
    near = (
        mark
        for mark in islice(marks_on_show(editor), _MOST_MARKS)
        if mark.place.adjusted(-_REACH, 0, _REACH, 0).contains(point)
    )
    return next(near, None)


def paint_marks(editor: QTextEdit, colour: QColor) -> None:
    """Draw a thin stroke with a head where each hidden character stands; call it inside ``paintEvent``."""
    marks = tuple(islice(marks_on_show(editor), _MOST_MARKS))
    if not marks:
        return
    painter = QPainter(editor.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(colour)
    for mark in marks:
        top = mark.place.topLeft()
        painter.drawLine(QLineF(top, mark.place.bottomLeft()))
        painter.drawPolygon(
            QPolygonF([top, top + QPointF(_HALF_WIDTH, _HALF_WIDTH), top + QPointF(-_HALF_WIDTH, _HALF_WIDTH)])
        )
    painter.end()


def _joins(text: str, position: int) -> bool:
    if text[position] not in _JOINERS:
        return False
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if _JOINING_SCRIPTS.match(before):
        return True
    return text[position] == "\u200d" and bool(_PICTURES.match(before) and _PICTURES.match(after))


def _part_on_show(block: QTextBlock, text: str, down: int, height: int) -> tuple[int, int]:
    """Return where the visible part of a long line of text begins and ends; of a short one, all of it."""
    if len(text) <= _LONG_LINE:
        return 0, len(text)
    layout = block.layout()
    top = layout.position().y() - down
    rows = [layout.lineAt(row) for row in range(layout.lineCount())]
    on_show = [row for row in rows if top + row.y() + row.height() >= 0 and top + row.y() <= height]
    if not on_show:
        return 0, 0
    return from_utf16(text, on_show[0].textStart()), from_utf16(
        text, on_show[-1].textStart() + on_show[-1].textLength()
    )


def _place(block: QTextBlock, position: int) -> QRectF:
    layout = block.layout()
    line = layout.lineForTextPosition(position)
    if not line.isValid():
        return QRectF(layout.position(), layout.position())
    across: Any = line.cursorToX(position)  # declared as object: the x, and the position it was rounded to
    corner = layout.position() + QPointF(across[0], line.y() + max(0.0, line.height() - line.ascent() - line.descent()))
    return QRectF(corner.x(), corner.y(), 0.001, line.ascent() + line.descent())
