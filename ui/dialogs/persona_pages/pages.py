"""Which pages the editor and the five questions have."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.dialogs.persona_pages.answers import Lore
from ui.dialogs.persona_pages.hours import HoursPart
from ui.dialogs.persona_pages.page import Page, Part
from ui.dialogs.persona_pages.readers import ReadersPart
from ui.dialogs.persona_pages.statement import StatementPart
from ui.dialogs.persona_pages.strictness import OffLimitsTicks, OffLimitsWords, StancesPart
from ui.dialogs.persona_pages.watch_terms import WatchTermsPart
from ui.dialogs.persona_pages.who import NamePart, NetworksPart, WorkPart


@dataclass(frozen=True, slots=True)
class PageMaker:
    """A page that is made when it is first looked at: the table of risks alone takes a tenth of a second."""

    heading: str
    words: str
    parts: Callable[[], tuple[Part, ...]]

    def make(self) -> Page:
        """Return the page, empty."""
        return Page(self.heading, self.words, *self.parts())


def editor_pages(lore: Lore) -> tuple[PageMaker, ...]:
    """Return the pages with everything about a persona."""
    say = QCoreApplication.translate
    return (
        PageMaker(
            say("PersonaPages", "Who"),
            say(
                "PersonaPages",
                "Every message speaks of the people you work with in your own word. Your handles are how Twofold"
                " notices when a draft on the other account leads here. All of it stays on this computer.",
            ),
            lambda: (NamePart(), WorkPart(), NetworksPart()),
        ),
        PageMaker(
            say("PersonaPages", "Readers"),
            say(
                "PersonaPages",
                "Who reads this account? A name to imagine makes it easier to see a post with their eyes.",
            ),
            lambda: (ReadersPart(),),
        ),
        PageMaker(
            say("PersonaPages", "How strict"),
            say("PersonaPages", "What should weigh how much on this account? High asks once more before you copy."),
            lambda: (OffLimitsWords(), StancesPart(lore.choices)),
        ),
        PageMaker(
            say("PersonaPages", "Watch terms"),
            say(
                "PersonaPages",
                "Names that must not slip out: clients, people, projects, code names. They are found in hashtags,"
                " handles and disguises too, and they never leave this computer.",
            ),
            lambda: (WatchTermsPart(lore),),
        ),
        PageMaker(
            say("PersonaPages", "Hours"),
            say("PersonaPages", "When do you work? A window that ends before it begins goes on into the next day."),
            lambda: (HoursPart(),),
        ),
        PageMaker(
            say("PersonaPages", "Statement"),
            say("PersonaPages", "Where you draw the line on this account, for yourself. Change it as you like."),
            lambda: (StatementPart(lore),),
        ),
    )


def question_pages(lore: Lore) -> tuple[PageMaker, ...]:
    """Return the five questions, and the statement that the answers write."""
    say = QCoreApplication.translate
    return (
        PageMaker(
            say("PersonaPages", "What do you do, and whom do you work with?"),
            say("PersonaPages", "Twofold speaks of them in your own word: a patient, a pupil, a guest."),
            lambda: (WorkPart(),),
        ),
        PageMaker(
            say("PersonaPages", "Where is this account?"),
            say(
                "PersonaPages",
                "Tick the networks that you write for. A handle lets Twofold notice when a draft on the other account"
                " leads here.",
            ),
            lambda: (NetworksPart(),),
        ),
        PageMaker(
            say("PersonaPages", "Who reads this account?"),
            say("PersonaPages", "A name to imagine makes it easier to see a post with their eyes."),
            lambda: (ReadersPart(),),
        ),
        PageMaker(
            say("PersonaPages", "What is off limits here?"),
            say("PersonaPages", "What you tick is marked High when it comes up; you decide what becomes of it."),
            lambda: (OffLimitsWords(), OffLimitsTicks(lore.choices)),
        ),
        PageMaker(
            say("PersonaPages", "When do you work?"),
            say(
                "PersonaPages", "Personal posts can wait until you are off. Leave it empty if your days have no hours."
            ),
            lambda: (HoursPart(),),
        ),
        PageMaker(
            say("PersonaPages", "This is your line"),
            say(
                "PersonaPages",
                "Your answers as a boundary statement, one click from your drafts. Change it as you like.",
            ),
            lambda: (StatementPart(lore),),
        ),
    )
