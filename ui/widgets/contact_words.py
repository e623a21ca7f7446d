"""The words of contact requests: who asks, on which account, and what came of it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.checks.wording import filled
from app.model.contact_advice import Tone
from app.model.contact_request import Asker, ContactRequest, Outcome
from app.model.ids import PersonaId
from app.model.persona import Side
from app.platforms.limits import network

_CONTEXT = "ContactRequests"


@dataclass(frozen=True, slots=True)
class Account:
    """Where a request can come in: a persona on one network, whose id is empty for a persona without any."""

    persona_id: PersonaId
    persona_name: str
    side: Side
    works_with: str
    network: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, what they are called (or nothing), and where."""

    account: Account
    asker: Asker
    name: str = ""


def asker_words(asker: Asker, works_with: str) -> str:
    """Return who asks, as the start of a sentence, in the persona's own word for its people."""
    say = QCoreApplication.translate
    return {
        Asker.CLIENT: filled("A {customer}", works_with, ""),
        Asker.COLLEAGUE: say(_CONTEXT, "A colleague"),
        Asker.BOSS: say(_CONTEXT, "My boss"),
        Asker.SUPPLIER: say(_CONTEXT, "A supplier"),
        Asker.FRIEND: say(_CONTEXT, "A friend"),
        Asker.UNKNOWN: say(_CONTEXT, "Somebody I don't know"),
        Asker.FRIGHTENING: say(_CONTEXT, "Someone who frightens me"),
    }[asker]


def account_words(account: Account) -> str:
    """Return the persona and the network: "Ann at home on Bluesky"."""
    if not account.network:
        return account.persona_name
    phrase = QCoreApplication.translate(_CONTEXT, "{persona} on {network}")
    return phrase.format(persona=account.persona_name, network=network(account.network).name)


def outcome_words(outcome: Outcome) -> str:
    """Return what came of a request, as the start of a sentence."""
    say = QCoreApplication.translate
    return {
        Outcome.OPEN: say(_CONTEXT, "Nothing decided yet"),
        Outcome.ACCEPTED: say(_CONTEXT, "Accepted"),
        Outcome.REDIRECTED: say(_CONTEXT, "Redirected"),
        Outcome.DECLINED: say(_CONTEXT, "Declined"),
        Outcome.REPORTED: say(_CONTEXT, "Reported"),
    }[outcome]


def tone_words(tone: Tone) -> str:
    """Return the name of a tone."""
    say = QCoreApplication.translate
    return {
        Tone.WARM: say(_CONTEXT, "Warm"),
        Tone.BRIEF: say(_CONTEXT, "Brief"),
        Tone.FORMAL: say(_CONTEXT, "Formal"),
    }[tone]


def sent_to_words(place: str) -> str:
    """Return the note about a reply that leads to *place*."""
    return QCoreApplication.translate(_CONTEXT, "sent to {place}").format(place=place)


def who_words(request: ContactRequest, works_with: str) -> str:
    """Return who asked, with the name if there is one: "Mrs Novak, a patient"."""
    who = asker_words(request.asker, works_with)
    return f"{request.name}, {who[:1].lower()}{who[1:]}" if request.name else who


def came_of_it_words(request: ContactRequest, now: datetime) -> str:
    """Return what came of a request, the note, and the day: "Declined, sent to LinkedIn, 12 March"."""
    day = "" if request.decided_at is None else day_words(request.decided_at, now)
    return ", ".join(part for part in (outcome_words(request.outcome), request.note, day) if part)


def day_words(moment: datetime, now: datetime, *, short: bool = False) -> str:
    """Return the day of *moment*, with its year unless that is now's; both are aware, told in now's zone."""
    local = moment.astimezone(now.tzinfo)
    pattern = "d MMM" if short else "d MMMM"
    if local.year != now.year:
        pattern += " yyyy"
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)
