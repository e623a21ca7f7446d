"""The boundary statement: what the writer has answered, as a paragraph in the first person."""

from collections.abc import Iterable
from itertools import groupby

from app.checks.wording import singular, with_article
from app.model.boundaries import Boundaries
from app.model.finding import Group
from app.model.persona import Persona, Side
from app.model.policy import Reads
from app.model.work_calendar import Shift
from app.platforms.limits import network
from app.studio.stance_presets import stance_choices

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORTEST_RUN = 3


def statement_of(persona: Persona, boundaries: Boundaries) -> str:
    """Return the statement as the writer left it, else the one made from the answers."""
    return boundaries.statement.strip() or statement_from(persona, boundaries)


def statement_from(persona: Persona, boundaries: Boundaries) -> str:
    """Return the statement that the answers come to; what was not answered is left out or said to be open."""
    open_questions = _joined(
        words
        for words, is_open in (
            ("who reads along", not boundaries.audience),
            ("what is off limits", not (boundaries.off_limits or boundaries.stances)),
            ("when I work", not boundaries.calendar.shifts),
        )
        if is_open
    )
    sentences = (
        _who(persona),
        _work(persona, boundaries),
        _readers(persona, boundaries),
        _off_limits(persona, boundaries),
        _names(boundaries),
        _hours(persona, boundaries),
        f"I have not decided yet {open_questions}." if open_questions else "",
    )
    return " ".join(filter(None, sentences))


def _who(persona: Persona) -> str:
    kind = "personal" if persona.side is Side.PERSONAL else "professional"
    name = "" if persona.name.casefold() == kind else f", {persona.name}"
    places = _joined(f"{each.name} on {network(each.network).name}" for each in persona.handles)
    return f"This is my {kind} account{name}{f': {places}' if places else ''}."


def _work(persona: Persona, boundaries: Boundaries) -> str:
    occupation = _as_an_occupation(boundaries.occupation)
    people = f"the people I work with are my {persona.works_with}"
    return f"I work as {occupation}, and {people}." if occupation else f"{people[0].upper()}{people[1:]}."


def _as_an_occupation(words: str) -> str:
    """Return *words* with the article that one word for a trade lacks: "nurse", but "a nurse" and "head of sales"."""
    words = words.strip().rstrip(".")
    is_trade = words.isalpha() and words.islower() and not words.endswith(("s", "ing"))
    return with_article(words) if is_trade else words


def _readers(persona: Persona, boundaries: Boundaries) -> str:
    reading = _joined(_group(each, persona) for each in Group if boundaries.reads(each) is Reads.YES)
    absent = _joined((_group(each, persona) for each in Group if boundaries.reads(each) is Reads.NO), "or")
    known = {group for group, _ in boundaries.audience}
    unknown = _joined((_group(each, persona) for each in Group if each not in known), "or")
    imagined = _joined(_imagined(group, name, persona) for group, name in boundaries.readers)
    sentences = (
        f"{reading[0].upper()}{reading[1:]} read along." if reading else "",
        f"It is not for {absent}." if absent else "",
        f"I do not know about {unknown}." if unknown and known else "",
        f"Before I post I think of {imagined}." if imagined else "",
    )
    return " ".join(filter(None, sentences))


def _group(group: Group, persona: Persona) -> str:
    names = {Group.FRIENDS: "friends", Group.FAMILY: "family", Group.STRANGERS: "strangers"}
    mine = {Group.COLLEAGUES: "colleagues", Group.BOSS: "boss", Group.CLIENTS: persona.works_with}
    return names.get(group) or f"my {mine[group]}"


def _imagined(group: Group, name: str, persona: Persona) -> str:
    return f"{name} ({with_article(singular(persona.works_with))})" if group is Group.CLIENTS else name


def _off_limits(persona: Persona, boundaries: Boundaries) -> str:
    choices = stance_choices(persona.side)
    preset = choices.preset_of(boundaries.stances)
    ticked = () if preset else tuple(each.words for each in choices.off_limits if each.holds_in(boundaries.stances))
    own = boundaries.off_limits.strip().rstrip(".")
    off_limits = "; ".join((*filter(None, (own,)), *ticked))
    strictness = f"I let Twofold be {preset.name.lower()} with me." if preset and preset.stances else ""
    return " ".join(filter(None, (f"Off limits here: {off_limits}." if off_limits else "", strictness)))


def _names(boundaries: Boundaries) -> str:
    number = len(boundaries.watch_terms)
    if not number:
        return ""
    return "One name stays private." if number == 1 else f"{number:,} names stay private."


def _hours(persona: Persona, boundaries: Boundaries) -> str:
    calendar = boundaries.calendar
    if not calendar.shifts:
        return ""
    windows: dict[tuple[str, ...], list[int]] = {}
    for day, shifts in groupby(sorted(calendar.shifts), key=lambda shift: shift.weekday):
        windows.setdefault(tuple(map(_window, shifts)), []).append(day)
    work = "; ".join(f"{_days(days)} {_joined(hours)}" for hours, days in windows.items())
    zone = f" ({calendar.zone.replace('_', ' ')} time)" if calendar.zone else ""
    wait = "; what is private waits until I am off" if persona.side is Side.PERSONAL else ""
    return f"I work {work}{zone}{wait}."


def _window(shift: Shift) -> str:
    return f"from {shift.start:%H:%M} to {shift.end:%H:%M}"


def _days(days: list[int]) -> str:
    """Return the names of *days*, three or more in a row by the first and the last."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return _joined(
        part
        for run in runs
        for part in (
            (f"{_DAYS[run[0]]} to {_DAYS[run[-1]]}",) if len(run) >= _SHORTEST_RUN else (_DAYS[day] for day in run)
        )
    )


def _joined(parts: Iterable[str], word: str = "and") -> str:
    *most, last = tuple(parts) or ("",)
    return f"{', '.join(most)} {word} {last}" if most else last
