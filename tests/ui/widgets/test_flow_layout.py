import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def boxes(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=10, line_gap=5)
    for width, height in ((100, 20), (50, 40), (80, 20)):
        box = QWidget()
        box.setFixedSize(width, height)
        flow.addWidget(box)
    return holder


def places(holder, width):
    holder.resize(width, 200)
    holder.show()
    holder.layout().activate()
    return [child.geometry().getRect()[:2] for child in holder.findChildren(QWidget)]


def test_things_stand_side_by_side_level_in_the_middle(boxes):
    assert places(boxes, 300) == [(0, 10), (110, 0), (170, 10)]


def test_what_does_not_fit_goes_on_the_next_line(boxes):
    assert places(boxes, 170) == [(0, 10), (110, 0), (0, 45)]
    assert boxes.layout().heightForWidth(170) == 65


def test_hidden_things_take_no_room(boxes):
    boxes.findChildren(QWidget)[1].hide()
    assert places(boxes, 300)[2] == (110, 0)


def test_lines_run_from_the_right_where_writing_does(boxes):
    boxes.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(boxes, 300) == [(200, 10), (140, 0), (50, 10)]
