"""Our own single-colour drawings, tinted as they are loaded."""

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.model.finding import Severity
from app.model.persona import Side
from ui.style import theme

# Shape tells severity and side apart without colour.
SEVERITY_ICONS = {Severity.HOLD: "octagon-alert", Severity.WARN: "triangle-alert", Severity.NOTE: "circle-info"}
SIDE_ICONS = {Side.PERSONAL: "person", Side.PROFESSIONAL: "briefcase"}


def icon(name: str, colour: QColor | str, size: int = 18) -> QIcon:
    """Return the drawing *name* in *colour*, sharp at 100 %, 200 % and the screen's own scale; faint when disabled."""
    made = QIcon()
    faint = theme.current().ink_faint
    for ratio in sorted({1.0, 2.0, QGuiApplication.instance().devicePixelRatio()}):  # type: ignore[union-attr]
        made.addPixmap(_drawn(name, QColor(colour).name(), size, ratio))
        made.addPixmap(_drawn(name, faint, size, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: QColor | str, size: int = 18, ratio: float = 2.0) -> QPixmap:
    """Return the drawing *name* in *colour*, *size* device-independent pixels wide, drawn for *ratio*."""
    return _drawn(name, QColor(colour).name(), size, ratio)


def paint_icon(painter: QPainter, name: str, colour: QColor | str, area: QRectF) -> None:
    """Draw *name* in *colour* into *area*, as sharp as the device allows."""
    _renderer(name, QColor(colour).name()).render(painter, area)


def application_icon() -> QIcon:
    """Return the program's own icon: two leaves of one fold, plum and teal."""
    renderer = QSvgRenderer(QByteArray(_source("twofold").encode()))
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(_rendered(renderer, size, 1.0))
    return made


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    return _rendered(_renderer(name, colour), size, ratio)


def _rendered(renderer: QSvgRenderer, size: int, ratio: float) -> QPixmap:
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
