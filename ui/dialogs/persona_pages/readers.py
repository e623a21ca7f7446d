"""Who reads this account: yes, no or don't know for each group, and somebody to imagine."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit

from app.model.finding import Group
from app.model.persona import Side
from app.model.policy import Reads
from ui.dialogs.persona_pages.answers import Answers
from ui.dialogs.persona_pages.page import Part, line, sentence
from ui.widgets.segmented_control import Segment, SegmentedControl


class ReadersPart(Part):
    """One row for each group of people."""

    def __init__(self) -> None:
        super().__init__()
        self._reads = dict.fromkeys(Group, Reads.UNKNOWN)
        self._labels: dict[Group, QLabel] = {}
        self._choices: dict[Group, SegmentedControl] = {}
        self._names: dict[Group, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for row, group in enumerate(Group):
            self._labels[group] = QLabel()
            self._choices[group] = SegmentedControl(self._segments(), "")
            self._choices[group].chosen.connect(partial(self._choose, group))
            self._names[group] = line("", self.tr("a name, if you like"))
            grid.addWidget(self._labels[group], row, 0)
            grid.addWidget(self._choices[group], row, 1)
            grid.addWidget(self._names[group], row, 2)
        grid.setColumnStretch(2, 1)
        self._effect = sentence(" ", "muted")
        grid.addWidget(self._effect, len(Group), 0, 1, 3)

    def show_answers(self, answers: Answers) -> None:
        for group in Group:
            self._choose(group, answers.boundaries.reads(group).value)
            self._names[group].setText(answers.boundaries.reader(group))
        self.enter(answers)

    def enter(self, answers: Answers) -> None:
        people = answers.persona.works_with or "clients"
        words = {
            Group.FRIENDS: self.tr("Friends"),
            Group.FAMILY: self.tr("Family"),
            Group.COLLEAGUES: self.tr("Colleagues"),
            Group.BOSS: self.tr("Your boss"),
            Group.CLIENTS: self.tr("Your {people}").format(people=people),
            Group.STRANGERS: self.tr("Strangers"),
        }
        for group, label in self._labels.items():
            label.setText(words[group])
            asked = self.tr("{group}: do they read this account?").format(group=words[group])
            self._choices[group].setAccessibleName(asked)
            self._names[group].setAccessibleName(self.tr("{group}: somebody to imagine").format(group=words[group]))
        raised = self.tr(
            "Once your {people} read this account you are always on the clock: views, complaints and conduct weigh more"
            " then. A group that you don't know about counts as reading where a remark is enough."
        )
        known = self.tr(
            "What your readers would mind weighs more, what nobody here would mind weighs less. A group that you don't"
            " know about counts as reading where a remark is enough."
        )
        self._effect.setText((raised if answers.persona.side is Side.PERSONAL else known).format(people=people))

    def answered(self, answers: Answers) -> Answers:
        names = ((group, " ".join(field.text().split())) for group, field in self._names.items())
        boundaries = replace(
            answers.boundaries,
            audience=tuple((group, reads) for group, reads in self._reads.items() if reads is not Reads.UNKNOWN),
            readers=tuple((group, name) for group, name in names if name),
        )
        return replace(answers, boundaries=boundaries)

    def _choose(self, group: Group, key: str) -> None:
        self._reads[group] = Reads(key)
        self._choices[group].choose(key)

    def _segments(self) -> tuple[Segment, ...]:
        return (
            Segment(Reads.YES.value, self.tr("Yes"), "check", "ink_soft"),
            Segment(Reads.NO.value, self.tr("No"), "close", "ink_soft"),
            Segment(Reads.UNKNOWN.value, self.tr("Don't know"), "question", "ink_soft"),
        )
