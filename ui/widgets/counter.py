"""How much room is left on each network, and why."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.platforms.counting import Count, Measured, SideLimit
from app.platforms.limits import network
from app.platforms.parts import CountPart, PartKind
from ui.style import theme
from ui.widgets.accessible_roles import set_role
from ui.widgets.card import CONTROL_RADIUS, paint_focus_ring
from ui.widgets.flow_layout import FlowLayout

_RING = 16
_STROKE = 3
_MARGIN = 2
_GAP = 8
_WORD_GAP = 6
_NEARLY_FULL = 0.9
_TIMES = "\N{MULTIPLICATION SIGN}"


class Counter(QWidget):
    """A ring, the network's name and how much is left; the colour changes together with the number."""

    def __init__(self, count: Count, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.StaticText)
        self._describe()

    def show_count(self, count: Count) -> None:
        """Change the count."""
        if count != self._count:
            self._count = count
            self._describe()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        name, left = QFontMetrics(self._name_font()), QFontMetrics(self._left_font())
        words = name.horizontalAdvance(self._name()) + _WORD_GAP + left.horizontalAdvance(self._left())
        return QSize(2 * _MARGIN + _RING + _GAP + words + 2, max(_RING + 2 * _MARGIN, name.height() + 8))

    def minimumSizeHint(self) -> QSize:
        left = QFontMetrics(self._left_font()).horizontalAdvance(self._left())
        return QSize(2 * _MARGIN + _RING + _GAP + left + 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        colours = theme.current()
        baseline = (self.height() + QFontMetrics(self._name_font()).capHeight()) / 2
        left_wide = QFontMetrics(self._left_font()).horizontalAdvance(self._left())
        begin = _MARGIN + _RING + _GAP
        room = self.width() - begin - left_wide - _WORD_GAP - _MARGIN
        name = QFontMetrics(self._name_font()).elidedText(self._name(), Qt.TextElideMode.ElideRight, max(0, room))
        painter.setFont(self._name_font())
        painter.setPen(colours.colour("ink_soft"))
        painter.drawText(QPointF(begin, baseline), name)
        after = begin + (painter.fontMetrics().horizontalAdvance(name) + _WORD_GAP if name else 0)
        painter.setFont(self._left_font())
        painter.setPen(colours.colour("ink" if self._state() == "accent" else self._state()))
        painter.drawText(QPointF(after, baseline), self._left())

    def _paint_ring(self, painter: QPainter) -> None:
        colours = theme.current()
        circle = QRectF(_MARGIN + 1, (self.height() - _RING) / 2 + 1, _RING - 2, _RING - 2)
        painter.setPen(QPen(colours.colour("line"), _STROKE))
        painter.drawEllipse(circle)
        full = min(1.0, self._count.used / max(1, self._count.limit))
        if full > 0:
            pen = QPen(colours.colour(self._state()), _STROKE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -round(full * 360 * 16))

    def _state(self) -> str:
        """Return the theme colour: too long, nearly full or doubtful, or with room to spare."""
        if not self._count.fits:
            return "high"
        nearly = self._count.used > self._count.limit * _NEARLY_FULL
        return "medium" if nearly or self._count.is_doubtful else "accent"

    def _describe(self) -> None:
        reason = reason_words(self._count)
        self.setAccessibleName(reason)
        self.setToolTip(reason)

    def _name(self) -> str:
        return network(self._count.network_id).name

    def _left(self) -> str:
        return QLocale().toString(self._count.left)

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current_scale().secondary)
        return font

    def _left_font(self) -> QFont:
        font = self._name_font()
        font.setWeight(QFont.Weight.DemiBold)
        return font


class CounterRow(QWidget):
    """Counters side by side, on further lines when it gets narrow; the keyboard gets the reasons of all at once."""

    reasons_shown = Signal(object)  # str, all the reasons, when the keyboard comes to the row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counters: list[Counter] = []
        self._flow = FlowLayout(self, gap=12, line_gap=2)
        self._flow.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(self.tr("Room left"))

    def show_counts(self, counts: Iterable[Count]) -> None:
        """Show one counter for each of *counts*, in that order."""
        shown = tuple(counts)
        for counter, count in zip(self._counters, shown, strict=False):
            counter.show_count(count)
        for count in shown[len(self._counters) :]:
            counter = Counter(count, self)
            self._flow.addWidget(counter)
            self._counters.append(counter)
            counter.show()
        for counter in self._counters[len(shown) :]:
            self._flow.removeWidget(counter)
            counter.hide()
            counter.deleteLater()
        del self._counters[len(shown) :]
        self.setAccessibleDescription("\n".join(reason_words(count) for count in shown))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.accessibleDescription(), self)
            self.reasons_shown.emit(self.accessibleDescription())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            paint_focus_ring(QPainter(self), QRectF(self.rect()), CONTROL_RADIUS)


def reason_words(count: Count) -> str:
    """Return the count in a sentence: "X: 18 left of 280. 2 links (23 each), ..."."""
    say = QCoreApplication.translate
    number = QLocale().toString
    if count.left >= 0:
        phrase = say("Counter", "{network}: {left} left of {limit}.")
    else:
        phrase = say("Counter", "{network}: {over} too many, {limit} fit.")
    sentences = [
        phrase.format(
            network=network(count.network_id).name,
            left=number(count.left),
            over=number(-count.left),
            limit=number(count.limit),
        )
    ]
    parts = ", ".join(_part_words(part) for part in count.parts if part.each != 1 or _is_worth_saying(part))
    if parts:
        sentences.append(parts + ".")
    sentences += [_side_limit_words(each) for each in count.also if _is_close(each)]
    if count.is_doubtful:
        sentences.append(say("Counter", "So close to the limit, it may be refused."))
    return " ".join(sentences)


def _is_worth_saying(part: CountPart) -> bool:
    return part.kind not in (PartKind.CHARACTERS, PartKind.WIDE_CHARACTERS)


def _part_words(part: CountPart) -> str:
    say = QCoreApplication.translate
    number, one = part.number, part.number == 1
    things = {
        PartKind.CHARACTERS: say("Counter", "%n character", "", number)
        if one
        else say("Counter", "%n characters", "", number),
        PartKind.WIDE_CHARACTERS: say("Counter", "%n wide character", "", number)
        if one
        else say("Counter", "%n wide characters", "", number),
        PartKind.EMOJI: say("Counter", "%n emoji", "", number),
        PartKind.LINKS: say("Counter", "%n link", "", number) if one else say("Counter", "%n links", "", number),
        PartKind.MENTIONS: say("Counter", "%n mention", "", number)
        if one
        else say("Counter", "%n mentions", "", number),
        PartKind.CONTENT_WARNING: say("Counter", "content warning"),
    }
    if part.kind is PartKind.CONTENT_WARNING:
        return f"{things[part.kind]}: {QLocale().toString(part.used)}"
    return f"{things[part.kind]} {_TIMES} {QLocale().toString(part.each)}"


def _side_limit_words(limit: SideLimit) -> str:
    say = QCoreApplication.translate
    phrase = {
        Measured.BYTES: say("Counter", "{used} of {limit} bytes."),
        Measured.LINKS: say("Counter", "{used} of {limit} links."),
        Measured.HASHTAGS: say("Counter", "{used} of {limit} hashtags."),
    }[limit.measured]
    return phrase.format(used=QLocale().toString(limit.used), limit=QLocale().toString(limit.limit))


def _is_close(limit: SideLimit) -> bool:
    return limit.used > limit.limit * _NEARLY_FULL
