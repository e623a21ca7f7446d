"""When the writer works: windows of hours for each day of the week, and the zone they are meant in."""

from dataclasses import replace
from functools import partial
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from app.model.work_calendar import Shift, WorkCalendar
from app.model.written_hours import HoursUnclear, shifts_from, written
from ui.dialogs.persona_pages.answers import Answers, Unclear
from ui.dialogs.persona_pages.page import LONGEST_LINK, Part, line
from ui.widgets.button import Button

_DAYS = range(7)
_WORKING_WEEK = range(5)
_OFFICE = "09:00-17:00"
_MINUTES_A_DAY = 24 * 60


class HoursPart(Part):
    """A line for each day: "09:00-12:30, 13:30-17:00", nothing for a day off."""

    def __init__(self) -> None:
        super().__init__()
        self._hours: dict[int, QLineEdit] = {}
        self._meant: dict[int, QLabel] = {}
        self._zone = self._zone_field()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._presets())
        column.addLayout(self._week())

    def show_answers(self, answers: Answers) -> None:
        calendar = answers.boundaries.calendar
        for day, field in self._hours.items():
            field.setText(written(shift for shift in calendar.shifts if shift.weekday == day))
        if calendar.zone and self._zone.findText(calendar.zone) < 0:
            self._zone.addItem(calendar.zone)
        self._zone.setCurrentIndex(self._zone.findText(calendar.zone) if calendar.zone else 0)

    def answered(self, answers: Answers) -> Answers:
        shifts = tuple(shift for day in _DAYS for shift in self._shifts(day))
        at = self._zone.findText(self._zone.currentText(), Qt.MatchFlag.MatchFixedString)
        if at < 0:
            words = self.tr("There is no time zone of that name here; choose one like Europe/London.")
            raise Unclear(words, self._zone)
        calendar = WorkCalendar(shifts, self._zone.itemText(at) if at else "")
        return replace(answers, boundaries=replace(answers.boundaries, calendar=calendar))

    def _presets(self) -> QHBoxLayout:
        office = Button(self.tr("Office hours"))
        office.clicked.connect(lambda: self._fill(_OFFICE))
        like_monday = Button(self.tr("All weekdays like Monday"))
        like_monday.clicked.connect(lambda: self._fill(self._hours[0].text(), weekend=False))
        none = Button(self.tr("No set hours"))
        none.clicked.connect(lambda: self._fill(""))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (office, like_monday, none):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _week(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for day in _DAYS:
            name = day_name(day)
            field = line(self.tr("Hours on {day}").format(day=name), self.tr("free"), LONGEST_LINK)
            meant = QLabel()
            meant.setObjectName("muted")
            meant.setMinimumWidth(meant.fontMetrics().horizontalAdvance(self.tr("until 00:00 on Wednesday")))
            field.textChanged.connect(partial(self._say_meaning, day))
            self._hours[day], self._meant[day] = field, meant
            grid.addWidget(QLabel(name), day, 0)
            grid.addWidget(field, day, 1)
            grid.addWidget(meant, day, 2)
        grid.addWidget(QLabel(self.tr("Time zone")), len(_DAYS), 0)
        grid.addWidget(self._zone, len(_DAYS), 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _zone_field(self) -> QComboBox:
        field = QComboBox()
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setAccessibleName(self.tr("Time zone"))
        written = field.lineEdit()
        assert written is not None
        written.setAccessibleName(field.accessibleName())
        field.addItem(self.tr("This computer's own"))
        field.addItems(sorted(available_timezones()))
        field.setMinimumContentsLength(20)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return field

    def _fill(self, hours: str, *, weekend: bool = True) -> None:
        for day in _DAYS:
            if day in _WORKING_WEEK:
                self._hours[day].setText(hours)
            elif weekend:
                self._hours[day].setText("")

    def _shifts(self, day: int) -> tuple[Shift, ...]:
        try:
            return shifts_from(self._hours[day].text(), day)
        except HoursUnclear as problem:
            words = self.tr("“{part}” on {day} is not clear. Write hours like 09:00-12:30, 13:30-17:00 or 22-6.")
            raise Unclear(words.format(part=problem.args[0], day=day_name(day)), self._hours[day]) from problem

    def _say_meaning(self, day: int, text: str) -> None:
        try:
            shifts = shifts_from(text, day)
        except HoursUnclear:
            self._meant[day].setText(self.tr("not clear yet") if text.strip() else "")
            return
        self._meant[day].setText(self._meaning(shifts))

    def _meaning(self, shifts: tuple[Shift, ...]) -> str:
        overnight = [shift for shift in shifts if shift.end <= shift.start]
        if overnight:
            next_day = day_name((overnight[-1].weekday + 1) % len(_DAYS))
            return self.tr("until {time} on {day}").format(time=f"{overnight[-1].end:%H:%M}", day=next_day)
        hours = sum(_minutes(shift) for shift in shifts) / 60
        return self.tr("{hours} hours").format(hours=QLocale().toString(hours, "g", 3)) if shifts else ""


def day_name(day: int) -> str:
    """Return the name of a weekday, Monday for 0."""
    return QLocale().standaloneDayName(day + 1)


def _minutes(shift: Shift) -> int:
    start, end = (moment.hour * 60 + moment.minute for moment in (shift.start, shift.end))
    return (end - start) % _MINUTES_A_DAY or _MINUTES_A_DAY
