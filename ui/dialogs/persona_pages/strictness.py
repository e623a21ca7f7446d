"""How strict: what is off limits in one's own words, presets, and a stance for each of the 29 risks."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout

from app.model.finding import Risk
from app.model.policy import Stance
from app.model.stance_choices import OffLimit, StanceChoices
from ui.dialogs.persona_pages.answers import Answers
from ui.dialogs.persona_pages.page import CalmComboBox, Part, sentence
from ui.widgets.segmented_control import Segment, SegmentedControl
from ui.widgets.tick_box import TickBox

_OWN = "own"
_ICONS = {"relaxed": "circle", "balanced": "circle-check", "careful": "lock", _OWN: "pencil"}
_LINES = 3
_STANCES = (None, Stance.OFF, Stance.NOTE, Stance.WARN, Stance.HOLD)


class OffLimitsWords(Part):
    """What is off limits on this account, in the writer's own words."""

    def __init__(self) -> None:
        super().__init__()
        self._words = QPlainTextEdit()
        self._words.setAccessibleName(self.tr("Off limits here, in your own words"))
        self._words.setPlaceholderText(self.tr("my children, my ward, what my sister tells me"))
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(self._words.fontMetrics().lineSpacing() * _LINES + 18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(QLabel(self.tr("Off limits here, in your own words")))
        column.addWidget(self._words)

    def show_answers(self, answers: Answers) -> None:
        self._words.setPlainText(answers.boundaries.off_limits)

    def answered(self, answers: Answers) -> Answers:
        words = self._words.toPlainText().strip()
        return replace(answers, boundaries=replace(answers.boundaries, off_limits=words))


class OffLimitsTicks(Part):
    """What is often off limits, to be ticked, with a hint at the watch terms that go with it."""

    def __init__(self, choices: StanceChoices) -> None:
        super().__init__()
        self._ticks: dict[OffLimit, TickBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for off_limit in choices.off_limits:
            tick = TickBox(off_limit.words[:1].upper() + off_limit.words[1:])
            tick.setAccessibleDescription(off_limit.hint)
            tick.toggled.connect(self._hint)
            self._ticks[off_limit] = tick
            column.addWidget(tick)
        self._hints = sentence(" ", "muted")
        self._hints.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._hints)

    def show_answers(self, answers: Answers) -> None:
        for off_limit, tick in self._ticks.items():
            tick.setChecked(off_limit.holds_in(answers.boundaries.stances))
        self._hint()

    def answered(self, answers: Answers) -> Answers:
        stances = answers.boundaries.stances
        for off_limit, tick in self._ticks.items():
            if tick.isChecked() != off_limit.holds_in(answers.boundaries.stances):
                stances = off_limit.put_into(stances) if tick.isChecked() else off_limit.taken_out_of(stances)
        return replace(answers, boundaries=replace(answers.boundaries, stances=stances))

    def _hint(self) -> None:
        hints = (off_limit.hint for off_limit, tick in self._ticks.items() if tick.isChecked())
        self._hints.setText(" ".join(filter(None, hints)))


class StancesPart(Part):
    """Three presets, and below them what counts for each risk."""

    def __init__(self, choices: StanceChoices) -> None:
        super().__init__()
        self._choices = choices
        self._fields: dict[Risk, QComboBox] = {}
        self._stance_words = _stance_words()
        own = Segment(_OWN, self.tr("My own"), _ICONS[_OWN], "ink_soft")
        presets = (Segment(each.id, each.name, _ICONS.get(each.id, "circle"), "ink_soft") for each in choices.presets)
        self._presets = SegmentedControl((*presets, own), self.tr("How strict"))
        self._presets.chosen.connect(self._take_preset)
        self._words = sentence(" ", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._presets)
        column.addWidget(self._words)
        column.addLayout(self._table())

    def show_answers(self, answers: Answers) -> None:
        stances = dict(answers.boundaries.stances)
        for risk, field in self._fields.items():
            field.setCurrentIndex(_STANCES.index(stances.get(risk)))
        self._say_preset()

    def answered(self, answers: Answers) -> Answers:
        return replace(answers, boundaries=replace(answers.boundaries, stances=self._stances()))

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        words = dict(self._choices.risks)
        row = 0
        for category, heading in self._choices.categories:
            label = QLabel(heading)
            label.setObjectName("h2")
            grid.addWidget(label, row, 0, 1, 2)
            row += 1
            for risk in (each for each in Risk if each.category == category):
                self._fields[risk] = self._field(f"{heading}: {words[risk]}")
                grid.addWidget(QLabel(words[risk]), row, 0)
                grid.addWidget(self._fields[risk], row, 1)
                row += 1
        grid.setColumnStretch(0, 1)
        return grid

    def _field(self, name: str) -> QComboBox:
        field = CalmComboBox()
        field.setAccessibleName(name)
        field.addItems(self._stance_words)
        field.activated.connect(lambda _index: self._say_preset())
        return field

    def _stances(self) -> tuple[tuple[Risk, Stance], ...]:
        chosen = ((risk, _STANCES[field.currentIndex()]) for risk, field in self._fields.items())
        return tuple((risk, stance) for risk, stance in chosen if stance is not None)

    def _take_preset(self, key: str) -> None:
        preset = next((each for each in self._choices.presets if each.id == key), None)
        if preset is not None:
            stances = dict(preset.stances)
            for risk, field in self._fields.items():
                field.setCurrentIndex(_STANCES.index(stances.get(risk)))
        self._say_preset()

    def _say_preset(self) -> None:
        preset = self._choices.preset_of(self._stances())
        self._presets.choose(preset.id if preset is not None else _OWN)
        self._words.setText(preset.words if preset is not None else self.tr("A mixture of your own."))


def _stance_words() -> list[str]:
    """Return what each of ``_STANCES`` is called."""
    say = QCoreApplication.translate
    return [
        say("Stances", "As the rule says"),
        say("Stances", "Off"),
        say("Stances", "Low"),
        say("Stances", "Medium"),
        say("Stances", "High"),
    ]
