"""What a person does on an evening, by keyboard alone, in the real window over real vaults."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.model.draft import Stage
from app.model.finding import Risk
from app.model.persona import Handle, Side
from app.model.policy import IgnoreScope
from tests.ui.window.answering import answering, pressing
from tests.ui.window.conftest import Session, Start
from tests.ui.window.driving import come_back, pane, press, write
from ui.dialogs.before_you_post_dialog import BeforeYouPostDialog
from ui.dialogs.gate_dialog import GateDialog
from ui.dialogs.persona_dialog import PersonaDialog
from ui.dialogs.picking_dialog import PickingDialog
from ui.widgets.finding_groups import IgnoreChoice
from ui.widgets.notice_strip import NoticeStrip
from ui.widgets.risk_panel import RiskPanel

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PASSWORD = "My password is Blue-Kettle-42"


def titles(session: Session, side: Side) -> list[str]:
    persona = session.studio.personas.on_side(side)
    assert persona is not None
    return [summary.title for summary in session.studio.drafting.summaries(persona.id)]


def test_the_first_start_shows_two_examples_side_by_side(start: Start) -> None:
    with start() as session:
        assert session.window.windowTitle() == "Twofold - Personal"
        for side in Side:
            shown = pane(session, side)
            assert shown.isVisible()
            assert shown.draft is not None
            assert shown.draft.example
            assert shown.report().findings
        assert len(titles(session, Side.PERSONAL)) == len(titles(session, Side.PROFESSIONAL)) == 2


def test_typing_is_reviewed_saved_and_there_again_after_a_restart(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Lovely walk 🙂 today")
        draft = pane(session, Side.PERSONAL).draft
        assert draft is not None
        qtbot.waitUntil(lambda: session.studio.drafting.draft(draft.id).text == "Lovely walk 🙂 today")
        qtbot.waitUntil(lambda: not session.studio.unsaved())
    with start() as again:
        shown = pane(again, Side.PERSONAL)
        assert shown.editor.text() == "Lovely walk 🙂 today"
        assert shown.editor.caret() == len("Lovely walk 🙂 today")


def test_a_suggested_wording_goes_in_by_key_and_comes_out_with_one_undo(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        shown = pane(session, Side.PERSONAL)
        before = shown.editor.text()
        finding = next(each for each in shown.report().findings if each.fixes)
        shown.editor.place_caret(finding.span.start)
        press(qtbot, Qt.Key.Key_Period, CTRL)
        after = shown.editor.text()
        assert after != before
        assert finding.fixes[0].replacement in after
        press(qtbot, Qt.Key.Key_Z, CTRL)
        assert shown.editor.text() == before


def test_f8_goes_from_finding_to_finding(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        shown = pane(session, Side.PERSONAL)
        selected = []
        for _ in shown.report().findings:
            press(qtbot, Qt.Key.Key_F8)
            selected.append(shown.editor.textCursor().selectedText())
        assert selected == [shown.words(finding.span) for finding in shown.report().findings]


def answer_gate(button: str, asked: list[str]) -> None:
    """Press *button* in the dialog that is about to open."""

    def press_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        asked.extend(each.text() for each in dialog.findChildren(QPushButton))
        next(each for each in dialog.findChildren(QPushButton) if each.text() == button).click()

    QTimer.singleShot(50, press_it)


def test_the_gate_asks_about_a_password_and_lets_the_writer_decide(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, PASSWORD)
        QGuiApplication.clipboard().setText("something else")
        asked: list[str] = []
        answer_gate("Change it", asked)
        press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)
        assert asked == ["Change it", "Copy anyway"]
        assert QGuiApplication.clipboard().text() == "something else"
        come_back(qtbot, session)
        questions = (BeforeYouPostDialog, pressing("Copy for Personal"))
        with answering((GateDialog, pressing("Copy anyway")), questions):
            press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)
        assert QGuiApplication.clipboard().text() == PASSWORD
        draft = pane(session, Side.PERSONAL).draft
        assert draft is not None
        assert draft.stage is Stage.HANDED_OFF


def test_a_harmless_text_is_copied_without_a_question(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_F6)
        press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
        write(qtbot, "Our spring workshop dates are up.")
        press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)
        assert QGuiApplication.clipboard().text() == "Our spring workshop dates are up."
        assert session.window.windowTitle() == "Twofold - Professional"


def test_ready_is_undone_by_the_next_key(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Seeds sown")
        shown = pane(session, Side.PERSONAL)
        press(qtbot, Qt.Key.Key_R, CTRL)
        assert shown.draft is not None
        assert shown.draft.stage is Stage.READY
        write(qtbot, "!")
        assert shown.draft.stage is Stage.DRAFT
        qtbot.waitUntil(lambda: not session.studio.unsaved())
        assert session.studio.drafting.draft(shown.draft.id).stage is Stage.DRAFT


def test_a_draft_is_found_again_by_a_word_of_its_text(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Nasturtiums everywhere")
        found_id = pane(session, Side.PERSONAL).draft
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Something else")
        press(qtbot, Qt.Key.Key_F, CTRL)
        search = QApplication.focusWidget()
        assert isinstance(search, QLineEdit)
        write(qtbot, "nastur")
        qtbot.wait(400)
        press(qtbot, Qt.Key.Key_Return)
        press(qtbot, Qt.Key.Key_Down)
        press(qtbot, Qt.Key.Key_Return)
        opened = pane(session, Side.PERSONAL).draft
        assert opened is not None
        assert found_id is not None
        assert opened.id == found_id.id


def test_the_trash_gives_a_draft_back(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Throw me away")
        draft = pane(session, Side.PERSONAL).draft
        assert draft is not None
        press(qtbot, Qt.Key.Key_Backspace, CTRL | SHIFT)
        shown = pane(session, Side.PERSONAL).draft
        assert shown is None or shown.id != draft.id
        undo = next(each for each in session.window.findChildren(QPushButton) if each.text() == "Undo")
        undo.click()
        shown = pane(session, Side.PERSONAL).draft
        assert shown is not None
        assert shown.id == draft.id
        assert pane(session, Side.PERSONAL).editor.text() == "Throw me away"


def test_the_other_version_starts_beside_the_draft_and_opens_with_it(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Ours")
        personal = pane(session, Side.PERSONAL).draft
        press(qtbot, Qt.Key.Key_T, CTRL)
        write(qtbot, "Theirs")
        professional = pane(session, Side.PROFESSIONAL).draft
        assert personal is not None
        assert professional is not None
        assert session.studio.drafting.twin_of(personal.id) == professional.id
        press(qtbot, Qt.Key.Key_N, CTRL)
        press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
        session.window.open_draft(personal.id)
        assert pane(session, Side.PROFESSIONAL).editor.text() == "Theirs"


def test_each_pane_alone_and_side_by_side_by_key(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_3, CTRL)
        assert not pane(session, Side.PERSONAL).isVisible()
        assert session.window.windowTitle() == "Twofold - Professional"
        press(qtbot, Qt.Key.Key_1, CTRL)
        assert not pane(session, Side.PROFESSIONAL).isVisible()
        press(qtbot, Qt.Key.Key_2, CTRL)
        assert pane(session, Side.PERSONAL).isVisible()
        assert pane(session, Side.PROFESSIONAL).isVisible()


def test_a_long_draft_opens_where_it_was_left(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        shown = pane(session, Side.PERSONAL)
        shown.editor.textCursor().insertText("\n".join(f"line {number}" for number in range(300)))
        shown.editor.place_caret(900)
        shown.editor.set_scroll_fraction(0.5)
        left_at = shown.editor.scroll_fraction()
        assert 0.4 < left_at < 0.6
    with start() as again:
        shown = pane(again, Side.PERSONAL)
        qtbot.waitUntil(lambda: abs(shown.editor.scroll_fraction() - left_at) < 0.02)
        assert shown.editor.caret() == 900


def test_both_themes_can_be_worn_while_the_window_is_open(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        chosen = []
        session.window.settings_changed.connect(chosen.append)
        button = next(each for each in session.window.findChildren(QToolButton) if "dark theme" in each.toolTip())
        button.click()
        assert chosen[-1].theme == "dark"


def test_what_is_ignored_by_hand_is_listed_and_taken_back(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "My boss is an idiot.")
        shown = pane(session, Side.PERSONAL)
        panel = session.window.findChild(RiskPanel)
        assert panel is not None
        finding = next(each for each in shown.report().findings if each.risk is Risk.VENTING_COLLEAGUE)
        panel.ignored.emit(IgnoreChoice(finding, IgnoreScope.PHRASE))
        assert finding.rule_id not in {each.rule_id for each in shown.report().findings}
        assert finding.rule_id in {each.rule_id for each in shown.report().ignored}

        def take_it_back() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, PickingDialog)
            next(each for each in dialog.findChildren(QPushButton) if each.text() == "Take back").click()
            dialog.reject()

        QTimer.singleShot(50, take_it_back)
        action = next(each for each in session.window.actions() if each.objectName() == "show_ignored")
        action.trigger()
        assert finding.rule_id in {each.rule_id for each in shown.report().findings}


def test_a_disk_that_cannot_be_written_is_said_and_the_window_goes_on(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        persona = session.studio.personas.on_side(Side.PERSONAL)
        assert persona is not None
        vault_file = session.places.vault_file(persona.id)
        aside = vault_file.with_name("moved.db")
        vault_file.rename(aside)
        press(qtbot, Qt.Key.Key_N, CTRL)
        strips = [each for each in session.window.findChildren(NoticeStrip) if each.isVisible() and each.notice()]
        assert any("was moved or replaced" in each.notice().text for each in strips)
        aside.rename(vault_file)
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "back again")
        qtbot.waitUntil(lambda: not session.studio.unsaved())


def test_the_menu_opens_by_key_and_names_every_action_with_its_keys(qtbot: QtBot, start: Start) -> None:
    with start():
        opened = []

        def look() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            opened.extend(action.text() for action in menu.actions())
            menu.close()

        QTimer.singleShot(100, look)
        press(qtbot, Qt.Key.Key_F10)
        assert opened == ["Draft", "Edit", "Review", "Persona", "View", "Help"]


def test_the_word_for_ones_people_and_ones_other_account_change_what_is_said(qtbot: QtBot, start: Start) -> None:
    def tell(name: str, people: str, handle: str) -> None:
        def fill() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, PersonaDialog)
            fields = {each.accessibleName(): each for each in dialog.findChildren(QLineEdit) if each.accessibleName()}
            fields["Name"].setText(name)
            combos = (each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Whom you work with")
            next(combos).setCurrentText(people)
            next(field for each, field in fields.items() if each.startswith("Bluesky")).setText(handle)
            qtbot.keyClick(fields["Name"], Qt.Key.Key_Return)

        QTimer.singleShot(100, fill)
        press(qtbot, Qt.Key.Key_I, CTRL)

    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Ugh, another nightmare client today")
        shown = pane(session, Side.PERSONAL)
        assert "client" in shown.report().findings[0].message
        tell("Ann", "patients", "@ann_at_home")
        come_back(qtbot, session)
        assert session.window.windowTitle() == "Twofold - Ann"
        qtbot.waitUntil(lambda: "patient" in shown.report().findings[0].message)
        press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
        write(qtbot, "More of me at @ann_at_home")
        work = pane(session, Side.PROFESSIONAL)
        qtbot.waitUntil(lambda: any(each.risk is Risk.BOUNDARY_CROSSLINK for each in work.report().findings))
    with start() as again:
        persona = again.studio.personas.on_side(Side.PERSONAL)
        assert persona is not None
        assert (persona.name, persona.works_with) == ("Ann", "patients")


def test_a_persona_cannot_take_the_name_or_the_account_of_the_other(qtbot: QtBot, start: Start) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PersonaDialog)
        try:
            refuse(dialog)
        finally:
            dialog.reject()

    def refuse(dialog: PersonaDialog) -> None:
        (name,) = [each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Name"]
        (account,) = [each for each in dialog.findChildren(QLineEdit) if each.accessibleName().startswith("X handle")]
        for wrong, said in (("", "needs a name"), ("professional", "is called professional too")):
            name.setText(wrong)
            qtbot.keyClick(name, Qt.Key.Key_Return)
            assert dialog.isVisible()
            assert said in name.accessibleDescription()
        name.setText("Ann")
        account.setText("ANN_work")
        qtbot.keyClick(name, Qt.Key.Key_Return)
        assert "ANN_work belongs to another persona" in account.accessibleDescription()
        assert account.hasFocus()
        assert name.accessibleDescription() == ""

    with start() as session:
        work = session.studio.personas.on_side(Side.PROFESSIONAL)
        assert work is not None
        session.studio.personas.describe(replace(work, handles=(Handle("x", "@ann_work"),)))
        QTimer.singleShot(100, fill)
        press(qtbot, Qt.Key.Key_I, CTRL)
        assert session.window.windowTitle() == "Twofold - Personal"
