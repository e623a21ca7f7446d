"""The one style sheet: everything that Qt's own widgets need beyond the palette.

Widgets ask for a look by object name. Labels: ``h1`` (titles), ``heading`` (of a panel), ``h2`` (in a card), ``body``,
``muted`` (secondary), ``quote``, ``countdown``. Buttons: ``primary``, ``quiet`` (a word without a box; the property
``severity`` tints it: ``high``, ``medium``, ``low`` or ``guard``).
"""

from importlib.resources import files

from ui.style.colours import Theme
from ui.style.type_scale import TypeScale

# A style sheet cannot tint an image: this one grey stands out from the fields of both themes.
_ARROW = str(files("resources").joinpath("themes", "arrow-down.svg")).replace("\\", "/")


def style_sheet_for(theme: Theme, scale: TypeScale) -> str:
    """Return the style sheet of *theme*, in the sizes of *scale*."""
    return "".join(
        (_labels(theme, scale), _buttons(theme, scale), _fields(theme, scale), _scrolling(theme), _menus(theme, scale))
    )


def _labels(theme: Theme, scale: TypeScale) -> str:
    return f"""
QLabel#h1 {{ font-size: {scale.title}px; font-weight: 700; color: {theme.ink}; }}
QLabel#heading {{ font-size: {scale.heading}px; font-weight: 700; color: {theme.ink}; }}
QLabel#name {{ font-weight: 700; }}
QLabel#h2 {{ font-weight: 600; color: {theme.ink}; }}
QLabel#body {{ color: {theme.ink_soft}; }}
QLabel#handle {{ font-size: {scale.secondary}px; color: {theme.ink_soft}; }}
QLabel#muted {{ font-size: {scale.secondary}px; color: {theme.ink_faint}; }}
QLabel#quote {{ font-style: italic; color: {theme.ink}; }}
QLabel#countdown {{ font-size: {scale.countdown}px; font-weight: 700; color: {theme.guard}; }}
QToolTip {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line_strong}; padding: 4px 6px; }}
"""


def _buttons(theme: Theme, scale: TypeScale) -> str:
    quiet_tints = "".join(
        f"""
QPushButton#quiet[severity="{token}"] {{ color: {getattr(theme, token)}; }}"""
        for token in ("high", "medium", "low", "guard")
    )
    return f"""
QPushButton {{ border: 1px solid {theme.line_strong}; border-radius: 8px; padding: 5px 12px;
    background: {theme.raised}; color: {theme.ink}; font-weight: 500; }}
QPushButton:hover {{ background: {theme.hover}; }}
QPushButton:pressed {{ background: {theme.line}; }}
QPushButton:disabled {{ color: {theme.ink_faint}; border-color: {theme.line}; }}
QPushButton:focus {{ border: 2px solid {theme.focus}; padding: 4px 11px; }}
QPushButton#primary {{ background: {theme.accent}; border-color: {theme.accent};
    color: {theme.on_accent}; font-weight: 600; }}
QPushButton#primary:hover, QPushButton#primary:pressed {{ background: {theme.accent_hover}; }}
QPushButton#primary:focus {{ border: 2px solid {theme.ink}; }}
QPushButton#primary:disabled {{ background: {theme.hover}; border-color: {theme.line}; color: {theme.ink_faint}; }}
QPushButton#quiet {{ border: 2px solid transparent; border-radius: 6px; background: transparent; padding: 2px 5px;
    color: {theme.ink_soft}; font-size: {scale.secondary}px; font-weight: 600; }}
QPushButton#quiet:hover {{ text-decoration: underline; }}
QPushButton#quiet:focus {{ border-color: {theme.focus}; }}
QPushButton#quiet::menu-indicator {{ width: 0; height: 0; image: none; }}{quiet_tints}
QToolButton {{ border: 2px solid transparent; border-radius: 8px; padding: 5px; background: transparent;
    color: {theme.ink}; }}
QToolButton:hover, QToolButton:checked {{ background: {theme.hover}; }}
QToolButton:focus {{ border-color: {theme.focus}; }}
QToolButton::menu-indicator {{ width: 0; height: 0; image: none; }}
"""


def _fields(theme: Theme, scale: TypeScale) -> str:
    return f"""
QLineEdit, QPlainTextEdit {{ border: 1px solid {theme.line_strong}; border-radius: 8px;
    padding: 5px 7px; background: {theme.surface}; color: {theme.ink}; selection-background-color: {theme.selection};
    selection-color: {theme.ink}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {theme.focus};
    padding: 4px 6px; }}
QLineEdit#draft_title {{ border: 2px solid transparent; border-radius: 6px; padding: 2px 0;
    background: transparent; font-size: {scale.title}px; font-weight: 700; }}
QLineEdit#draft_title:focus {{ border-color: {theme.focus}; }}
QComboBox {{ border: 1px solid {theme.line_strong}; border-radius: 8px; padding: 5px 9px;
    background: {theme.surface}; color: {theme.ink}; }}
QComboBox:focus {{ border: 2px solid {theme.focus}; padding: 4px 8px; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{_ARROW}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line_strong};
    selection-background-color: {theme.selection}; selection-color: {theme.ink}; outline: none; }}
QListWidget, QListView, QTreeView, QTableView {{ border: 1px solid {theme.line}; border-radius: 8px;
    background: {theme.surface}; color: {theme.ink}; outline: none; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {theme.surface_quiet}; color: {theme.ink_soft}; border: none;
    border-bottom: 1px solid {theme.line}; padding: 5px 8px; font-weight: 600; }}
QTableView {{ selection-background-color: {theme.selection}; selection-color: {theme.ink}; }}
QTableView:focus {{ border: 2px solid {theme.focus}; }}
QTableView::item {{ padding: 0 8px; border: none; }}
QListView#drafts {{ border: none; background: transparent; }}
QTreeView:focus, QTableView:focus, QListWidget:focus {{ border: 2px solid {theme.focus}; }}
QListWidget::item {{ padding: 6px 8px; border-radius: 6px; }}
QListWidget::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}
QTreeView::item {{ padding: 5px 4px; }}
QTreeView::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}
QHeaderView::section {{ border: none; border-bottom: 1px solid {theme.line}; padding: 5px 6px;
    background: {theme.surface_quiet}; color: {theme.ink_soft}; font-size: {scale.secondary}px; font-weight: 600; }}
"""


def _scrolling(theme: Theme) -> str:
    return f"""
QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; border: none; }}
QScrollBar::handle {{ background: {theme.line_strong}; border-radius: 4px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QSplitter::handle {{ background: transparent; }}
"""


def _menus(theme: Theme, scale: TypeScale) -> str:
    return f"""
QMenuBar {{ background: {theme.background}; color: {theme.ink}; font-size: {scale.interface}px; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {theme.selection}; }}
QMenu {{ background: {theme.raised}; color: {theme.ink}; border: 1px solid {theme.line_strong}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}
QMenu::item:disabled {{ color: {theme.ink_faint}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
"""
