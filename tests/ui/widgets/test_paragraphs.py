from ui.widgets.elided_label import ElidedLabel
from ui.widgets.paragraphs import Paragraph, Paragraphs


def test_a_word_without_blanks_wraps_instead_of_being_cut(qtbot):
    shown = made(qtbot, Paragraph("x" * 400))
    assert shown.heightForWidth(100) > 10 * shown.heightForWidth(4000)
    assert shown.minimumSizeHint().width() <= 100


def test_a_paragraph_with_most_lines_grows_no_higher(qtbot):
    long = "words and more words " * 50
    limited, free = made(qtbot, Paragraph(long, most_lines=3)), made(qtbot, Paragraph(long))
    one_line = made(qtbot, Paragraph("word")).heightForWidth(200)
    assert limited.heightForWidth(200) <= 3 * one_line < free.heightForWidth(200)


def test_emoji_before_the_cut_do_not_shift_it(qtbot):
    shown = made(qtbot, Paragraph("😀 " * 300, most_lines=2))
    one_line = made(qtbot, Paragraph("😀 …")).heightForWidth(200)
    assert shown.heightForWidth(200) <= 2 * one_line


def test_paragraphs_without_text_take_no_room(qtbot):
    assert made(qtbot, Paragraph("")).heightForWidth(200) == 0


def test_a_label_of_one_line_says_it_all_in_its_tooltip_when_it_is_cut(qtbot):
    label = ElidedLabel("Professional draft:\nnothing found")
    qtbot.addWidget(label)
    label.show()
    label.resize(40, 20)
    assert label.toolTip() == label.text() == "Professional draft: nothing found"
    label.resize(900, 20)
    assert label.toolTip() == ""


def made(qtbot, paragraph):
    shown = Paragraphs()
    qtbot.addWidget(shown)
    shown.show_paragraphs(paragraph)
    return shown
