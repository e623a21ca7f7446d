"""Pictures of every window in both themes, at 100 % and 200 %, to be looked at before a change is called done.

Each theme and scale is drawn by a process of its own, offscreen, over drafts made for the picture in a folder that goes
away afterwards. Where the font Inter is installed it stands in for the system's interface font.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model.finding import Report
    from app.model.persona import Persona, Side
    from app.reader.reading import Opinion, Reading, TaughtPost
    from app.studio.studio import Studio
    from ui.bridge.second_reader import Opens
    from ui.window.studio_window import StudioWindow

    Keep = Callable[[QWidget, str], None]

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "packaging" / "pictures"
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern"><test name="family"><string>sans-serif</string></test>
<edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match></fontconfig>
"""
_PATIENCE = 50
_EVENING = datetime(2026, 11, 25, 14, 46, tzinfo=UTC)

_DRAFTS = {
    "personal": (
        ("Rooftop photos", "Sunrise over the gasworks, taken from the top deck of the 46. Worth the cold fingers."),
        ("Allotment, week 12", "The leeks made it. So did the slugs."),
        (
            "Monday rant",
            (
                "Honestly, Monday can do one. Our client in Leeds moved the launch again and I was stuck in the "
                "office till "
                "ten 😤\n\nAt least the rooftop at Quay Street is open: meet me there tonight, it's the red door "
                "next to "
                "number 14.\n\nPhotos tomorrow."
            ),
        ),
    ),
    "professional": (
        ("Hiring: two fitters", "We are looking for two fitters who like early mornings and a van that starts."),
        (
            "What a delayed launch taught me",
            (
                "A launch date is a promise to people you have not met yet.\n\nThree things I now ask before we "
                "name one:\n"
                "1. Who can say no, and have they?\n2. What do we ship if half of it is late?\n3. Who tells the "
                "customer, "
                "and how early?\n\nWhat would you add?"
            ),
        ),
    ),
}
_ASTRAY = {
    "personal": "The client moved the deadline, so the keynote is on Friday and the webinar after it.",
    "professional": "Movie night with my daughter, popcorn on the sofa and both of us in pyjamas by six.",
}
_READ_ALONG = (
    "Lovely walk by the river. Another nightmare patient today, honestly: what a liar she is.\n\n"
    "My boss is an idiot 🙂 and I am still drunk from last night. My password is Blue-Kettle-42."
)
_NAILS = "bitten nails"
_UNSAID = f"A long week. I saw {_NAILS} at the other end of the table, and nobody laughed at the usual joke."
_CROSSING = "Book your place at our spring fair, link in bio. Missing my mum today, cried all morning."


def main() -> int:
    """Draw every picture into a folder, or, inside a process for one theme and scale, its part of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "shots")
    parser.add_argument("--readme", action="store_true", help="also renew the two pictures in the README")
    parser.add_argument("--theme", choices=("light", "dark"), help=argparse.SUPPRESS)
    parser.add_argument("--scale", type=int, default=1, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.theme:
        return _draw(chosen.out, chosen.theme, chosen.scale)
    with tempfile.TemporaryDirectory(prefix="twofold-shots-") as folder:
        fonts = Path(folder) / "fonts.conf"
        fonts.write_text(_FONTS, encoding="utf-8")
        for theme in ("light", "dark"):
            for scale in (1, 2):
                _draw_apart(chosen.out, theme, scale, fonts)
    if chosen.readme:
        PICTURES.mkdir(exist_ok=True)
        for theme in ("light", "dark"):
            (PICTURES / f"studio-{theme}.png").write_bytes((chosen.out / f"studio-{theme}-100.png").read_bytes())
    print(f"{len(list(chosen.out.glob('*.png')))} pictures in {chosen.out}")
    return 0


def _draw_apart(out: Path, theme: str, scale: int, fonts: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(scale),
        "FONTCONFIG_FILE": str(fonts),
        "PYTHONPATH": str(ROOT),
        "TZ": "UTC",
    }
    command = [sys.executable, __file__, "--out", str(out), "--theme", theme, "--scale", str(scale)]
    subprocess.run(command, check=True, env=environment)


def _draw(out: Path, theme_name: str, scale: int) -> int:
    from PySide6.QtWidgets import QApplication

    from ui.style import theme

    application = QApplication(sys.argv[:1])
    theme.apply(application, theme.load_theme(theme_name))

    def keep(widget: "QWidget", name: str) -> None:
        for _ in range(5):
            application.processEvents()
        widget.grab().save(str(out / f"{name}-{theme_name}-{scale}00.png"))

    with tempfile.TemporaryDirectory(prefix="twofold-shots-") as folder:
        draws = (
            _draw_first_start,
            _draw_studio,
            _draw_personas,
            _draw_wrong_panes,
            _draw_lens,
            _draw_second_reader,
            _draw_trouble,
        )
        for draw in draws:
            draw(Path(folder) / draw.__name__, keep)
    return 0


def _draw_first_start(folder: Path, keep: "Keep") -> None:
    with _open(folder) as (_, window):
        window.invite()
        _wait_for_review(window)
        keep(window, "first-start")


def _draw_studio(folder: Path, keep: "Keep") -> None:
    from app.model.persona import Side

    with _open(folder) as (studio, _):
        for side, drafts in _DRAFTS.items():
            persona = _on_side(studio, Side(side))
            for title, text in drafts:
                studio.drafting.new(persona.id, title=title, text=text)
        studio.drafting.remove_examples()
    with _open(folder) as (studio, window):
        _wait_for_review(window)
        keep(window, "studio")
        keep(_rule_desk(window), "rule-desk")
        for name, dialog in _dialogs(studio, window):
            keep(dialog, name)
            dialog.deleteLater()
        window.resize(1024, 700)
        keep(window, "narrow")
        window.show_findings()
        keep(window, "narrow-findings")


def _rule_desk(window: "StudioWindow") -> "QWidget":
    """Open the rule desk over the draft in front, and wait for what it has to say."""
    from PySide6.QtWidgets import QTreeWidget

    from ui.dialogs.rule_desk_dialog import RuleDeskDialog
    from ui.window.rule_desk import RuleDesk

    (desk,) = window.findChildren(RuleDesk)
    desk.show()
    (dialog,) = window.findChildren(RuleDeskDialog)
    for _ in range(_PATIENCE):
        _let_pass(100)
        if any(rows.topLevelItemCount() for rows in dialog.findChildren(QTreeWidget)):
            break
    return dialog


def _draw_personas(folder: Path, keep: "Keep") -> None:
    from app.model.persona import Side
    from ui.window.moving_desk import MovingDesk
    from ui.window.roll_desk import RollDesk

    with _open(folder) as (studio, _):
        pottery, _changes = studio.roll.create(Side.PERSONAL, "Ann & the kiln", "rose")
        agency, _changes = studio.roll.create(Side.PROFESSIONAL, "Quay Street Studio", "green")
        studio.drafting.new(pottery.id, title="Spring fair", text=_CROSSING)
    with _open(folder) as (studio, window):
        (roll,), (moves,) = window.findChildren(RollDesk), window.findChildren(MovingDesk)
        for persona in (agency, pottery):
            roll.switch(persona.id)
        _wait_for_review(window)
        keep(window, "personas")
        keep(roll.menu(Side.PERSONAL), "personas-menu")
        moves.move_across(Side.PERSONAL)
        _wait_for_review(window)
        keep(window, "moved")


def _draw_wrong_panes(folder: Path, keep: "Keep") -> None:

    from app.model.persona import Side
    from ui.window.draft_pane import DraftPane

    with _open(folder) as (studio, _):
        for side, text in _ASTRAY.items():
            studio.drafting.new(_on_side(studio, Side(side)).id, title="Written in a hurry", text=text)
    with _open(folder) as (_, window):
        _wait_for_review(window)
        for _ in range(_PATIENCE):
            _let_pass(100)
            if all(pane.strip.notice() is not None for pane in window.findChildren(DraftPane)):
                break
        keep(window, "wrong-panes")
        window.resize(1024, 700)
        keep(window, "wrong-panes-narrow")


def _draw_lens(folder: Path, keep: "Keep") -> None:
    from dataclasses import replace

    from app.model.boundaries import Boundaries
    from app.model.finding import Group
    from app.model.persona import Side
    from app.model.policy import Reads
    from ui.window.lens_desk import LensDesk

    with _open(folder) as (studio, _):
        persona = _on_side(studio, Side.PERSONAL)
        known = Boundaries(audience=((Group.CLIENTS, Reads.YES),), readers=((Group.CLIENTS, "Mrs Novak"),))
        studio.personas.describe(replace(persona, works_with="patients"), known)
        studio.drafting.remove_examples()
        studio.drafting.new(persona.id, title="Thursday", text=_READ_ALONG)
    with _open(folder) as (_, window):
        _wait_for_review(window)
        _let_pass(120)
        keep(window, "on-the-clock")
        (lens,) = window.findChildren(LensDesk)
        keep(lens.menu(Side.PERSONAL), "lens-menu")
        lens.choose(Side.PERSONAL, Group.CLIENTS)
        keep(window, "lens")
        lens.choose(Side.PERSONAL, Group.FRIENDS)
        keep(window, "lens-nothing")
        lens.choose(Side.PERSONAL, Group.BOSS)
        window.resize(1024, 700)
        keep(window, "narrow-lens")
        window.show_findings()
        keep(window, "narrow-lens-findings")


class _ReadByHand:
    """A second reader that finds what the picture is about, and nothing else."""

    def __init__(self, on_read: "Callable[[Side, Reading], None]") -> None:
        self._on_read = on_read

    def read(self, side: "Side", text: str, near: int = 0) -> None:
        from app.model.finding import Risk, Span
        from app.reader.reading import Opinion, Reading, Sureness

        at = text.find(_NAILS)
        span = Span(at, at + len(_NAILS)) if at >= 0 else None
        opinion = span and Opinion(Risk.CONFIDENTIAL_MEETING, 0.8, Sureness.QUITE, span, (span,), (span,))
        self._on_read(side, Reading(text, side, (opinion,) if opinion else ()))

    def drop(self, side: "Side") -> None:
        """Nothing waits here."""

    def likened(self, reading: "Reading", opinion: "Opinion") -> "tuple[TaughtPost, ...]":
        from app.reader.reading import TaughtPost

        said = ("Somebody two floors up has started smoking again.", "Figures are in. Nobody in the lift is whistling.")
        return tuple(TaughtPost(text, reading.side, frozenset({opinion.risk})) for text in said)

    def close(self) -> None:
        """Nothing is under way."""


def _draw_second_reader(folder: Path, keep: "Keep") -> None:
    from app.model.persona import Side
    from ui.dialogs.why_dialog import WhyDialog
    from ui.window.review_desk import ReviewDesk

    with _open(folder) as (studio, _):
        studio.drafting.remove_examples()
        studio.drafting.new(_on_side(studio, Side.PERSONAL).id, title="Thursday", text=_UNSAID)
    with _open(folder, lambda on_read, _on_lack: _ReadByHand(on_read)) as (_, window):
        _wait_for_review(window)
        _let_pass(600)
        keep(window, "second-reader")
        (reviews,) = window.findChildren(ReviewDesk)
        explained = reviews.explained()
        assert explained is not None
        keep(WhyDialog(explained, window), "second-reader-why")
        (switch,) = [each for each in window.actions() if each.objectName() == "second_reader"]
        switch.trigger()
        _let_pass(200)
        keep(window, "second-reader-off")


def _draw_trouble(folder: Path, keep: "Keep") -> None:
    from app.store.places import places_in

    with _open(folder):
        pass
    next((places_in(folder).config / "keys").iterdir()).unlink()
    with _open(folder) as (_, window):
        _wait_for_review(window)
        keep(window, "locked")


def _let_pass(milliseconds: int) -> None:
    """Let the window go on for a while: it says some things after a pause."""
    from PySide6.QtTest import QTest

    QTest.qWait(milliseconds)  # noqa: TID251 - no test, and nothing here runs on another thread


def _wait_for_review(window: "StudioWindow") -> None:
    """Let the window load the rules and say what the drafts on show came to."""
    from ui.window.draft_pane import DraftPane

    for _ in range(_PATIENCE):
        _let_pass(100)
        if all(pane.is_reviewed for pane in window.findChildren(DraftPane)):
            _let_pass(100)
            return


def _on_side(studio: "Studio", side: "Side") -> "Persona":
    """Return the persona of a side; a first start makes one for each."""
    persona = studio.personas.on_side(side)
    assert persona is not None
    return persona


def _dialogs(studio: "Studio", window: "StudioWindow") -> "Iterator[tuple[str, QWidget]]":
    from app.model.ids import DraftId
    from app.model.persona import Side
    from app.studio.advice import advice
    from ui.dialogs.delete_persona_dialog import DeletePersonaDialog
    from ui.dialogs.gate_dialog import GateDialog
    from ui.dialogs.new_persona_dialog import NewPersonaDialog
    from ui.dialogs.picking_dialog import PickingDialog, Row, Wording
    from ui.dialogs.why_dialog import Explained, WhyDialog

    persona = _on_side(studio, Side.PERSONAL)
    text = "New flat, new start. The wifi password is Blue-Kettle-42, come round whenever."
    policy = studio.personas.policy(persona.id, None)
    finding = studio.reviewing.review(persona.id, DraftId(""), text, policy).worst_first()[0]
    words = text[finding.span.start : finding.span.end]
    yield from _persona_dialogs(studio, persona, window)
    yield "new-persona", NewPersonaDialog(Side.PERSONAL, lambda _name, _colour: None, window)
    yield "delete-persona", DeletePersonaDialog(persona.name, 3, window)
    yield "gate", GateDialog(finding, words, persona.name, window)
    yield from _questions(persona, studio.reviewing.review(persona.id, DraftId(""), text, policy), window)
    explained = Explained(finding, (words,), advice(finding.guideline), persona.name, persona.works_with)
    yield "why", WhyDialog(explained, window)
    wording = Wording("Trash", "Drafts stay here for 30 days and can be put back.", "The trash is empty.", "Put back")
    rows = [Row("Personal: Rooftop photos", 1), Row("Professional: Hiring: two fitters", 2)]
    yield "trash", PickingDialog(wording, rows, lambda _value: None, window)
    yield from _contact_dialogs(studio, window)


def _persona_dialogs(studio: "Studio", persona: "Persona", window: "StudioWindow") -> "Iterator[tuple[str, QWidget]]":
    from dataclasses import replace
    from datetime import date

    from app.model.boundaries import Boundaries
    from app.model.finding import Group
    from app.model.policy import Reads, TermKind, WatchTerm
    from app.model.work_calendar import WorkCalendar
    from app.model.written_hours import shifts_from
    from app.studio.stance_presets import stance_choices
    from app.studio.statement import statement_from
    from app.studio.watch_term_import import read_watch_terms
    from ui.dialogs.five_questions_dialog import FiveQuestionsDialog
    from ui.dialogs.persona_dialog import PersonaDialog
    from ui.dialogs.persona_pages.answers import Answers, Lore
    from ui.dialogs.persona_pages.watch_term_dialog import WatchTermDialog
    from ui.dialogs.statement_dialog import StatementDialog

    today = studio.personas.today(persona.id)
    lore = Lore(
        stance_choices(persona.side), statement_from, lambda name, data: read_watch_terms(name, data, today), today
    )
    terms = (
        WatchTerm("Acme Foods", ("Acme", "AF"), TermKind.ORGANISATION, date(2026, 12, 15)),
        WatchTerm("Lantern", (), TermKind.PROJECT),
        WatchTerm("Mrs Novak", ("A. Novak",), TermKind.PERSON, date(2026, 11, 1)),
    )
    weekdays = (shift for day in range(4) for shift in shifts_from("9-12:30, 13:30-17", day))
    boundaries = Boundaries(
        occupation="a nurse",
        off_limits="my ward, my sister's illness",
        audience=((Group.FRIENDS, Reads.YES), (Group.BOSS, Reads.NO), (Group.CLIENTS, Reads.YES)),
        readers=((Group.CLIENTS, "Mrs Novak"),),
        watch_terms=terms,
        calendar=WorkCalendar((*weekdays, *shifts_from("22-6", 4))),
    )
    answers = Answers(replace(persona, works_with="patients"), boundaries)

    def keep(_answers: Answers) -> None:
        """Nothing is to change for a picture."""

    for page, name in enumerate(("persona", "readers", "strictness", "watch-terms", "hours", "boundary-statement")):
        dialog = PersonaDialog(answers, lore, keep, window)
        dialog.show_page(page)
        yield name, dialog
    yield "five-questions", FiveQuestionsDialog(answers, lore, keep, window)
    yield "boundaries", StatementDialog(persona, statement_from(answers.persona, boundaries), window)
    yield "watch-term", WatchTermDialog(terms[0], lambda _name: False, window)


def _contact_dialogs(studio: "Studio", window: "StudioWindow") -> "Iterator[tuple[str, QWidget]]":
    from datetime import timedelta

    from app.model.contact_advice import ContactAdvice
    from app.model.contact_request import Asker, ContactRequest, ContactRequestId, LoggedRequest, Outcome
    from app.model.persona import Side
    from ui.dialogs.contact_request_dialog import LOG, ContactRequestDialog
    from ui.widgets.contact_words import Account, Asked

    persona = _on_side(studio, Side.PERSONAL)
    account = Account(persona.id, persona.name, persona.side, persona.works_with, "bluesky")

    def advise(asked: Asked) -> ContactAdvice:
        return studio.contact_requests.advice(persona.id, asked.asker, asked.name, account.network)

    def dialog() -> ContactRequestDialog:
        made = ContactRequestDialog(advise, window)
        made.show_accounts((account,))
        return made

    yield "contact-request", dialog()
    frightening = dialog()
    frightening.answer.form.choose_asker(Asker.FRIGHTENING)
    for progress in studio.giveaways.search():
        frightening.answer.search.show_progress(progress)
    yield "contact-frightening", frightening
    march = _EVENING - timedelta(days=258)
    decided = (Outcome.REDIRECTED, march, "sent to LinkedIn")
    requests = (
        ContactRequest(ContactRequestId("1"), Asker.UNKNOWN, "", "mastodon", _EVENING),
        ContactRequest(ContactRequestId("2"), Asker.CLIENT, "Mrs Novak", "bluesky", march, *decided),
    )
    log = dialog()
    log.show_log([LoggedRequest(persona.id, each) for each in requests], (account,), _EVENING)
    log.show_page(LOG)
    yield "contact-log", log


def _questions(persona: "Persona", report: "Report", window: "StudioWindow") -> "Iterator[tuple[str, QWidget]]":
    """Yield what is asked before a post leaves, answered as far as it goes by keys."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from app.model.asking import FOUR_QUESTIONS, Picture
    from app.model.finding import Group
    from app.model.policy import Reads
    from ui.dialogs.before_you_post_dialog import AboutToPost, BeforeYouPostDialog
    from ui.dialogs.picture_dialog import PictureDialog
    from ui.widgets.choice_row import ChoiceRow

    about = AboutToPost(persona, ((Group.CLIENTS, Reads.YES),), report)
    yield "before-you-post", BeforeYouPostDialog(about, FOUR_QUESTIONS, window)
    answered = BeforeYouPostDialog(about, FOUR_QUESTIONS, window)
    answered.show()  # only then it makes room for what is said below the answers
    for row, key in zip(answered.findChildren(ChoiceRow), "1YNS", strict=True):
        QTest.keyClick(row, Qt.Key(ord(key)))
    yield "before-you-post-answered", answered
    for picture in (Picture.JOKE, Picture.PEOPLE):
        dialog = PictureDialog(picture, persona, window, is_last=True)
        dialog.show()
        (row,) = dialog.findChildren(ChoiceRow)
        QTest.keyClick(row, Qt.Key.Key_3)
        yield f"picture-{picture.value}", dialog


@contextmanager
def _open(folder: Path, opens: "Opens | None" = None) -> "Iterator[tuple[Studio, StudioWindow]]":
    from app.model.persona import Side
    from app.store.places import places_in
    from app.store.settings import Settings
    from app.studio.opening import open_vaults
    from app.studio.studio import Studio
    from ui.bridge.studio_signals import StudioSignals
    from ui.window.reader_desk import shipped_reading
    from ui.window.studio_window import StudioWindow

    signals = StudioSignals()
    names = {Side.PERSONAL: "Personal", Side.PROFESSIONAL: "Professional"}
    vaults = open_vaults(places_in(folder), names, lambda: _EVENING)
    studio = Studio(vaults, lambda: _EVENING, signals.saved.emit, lambda *_failure: None)
    window = StudioWindow(studio, signals, Settings(), lambda: _EVENING, opens or shipped_reading)
    window.show()
    try:
        yield studio, window
    finally:
        window.close()
        studio.close()
        window.deleteLater()


if __name__ == "__main__":
    sys.exit(main())
