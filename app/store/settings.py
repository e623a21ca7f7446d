"""Settings that name nobody."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Literal, get_args

from app.store.files import write_whole
from app.store.places import Places, make_folder

_FORMAT = 1
_MOST = 20_000

Theme = Literal["system", "light", "dark"]
Panes = Literal["both", "personal", "professional"]
_CHOICES = {"theme": get_args(Theme), "panes": get_args(Panes)}


@dataclass(frozen=True, slots=True)
class Settings:
    """How the user likes the studio; the defaults are those of the first start.

    ``on_show`` are the random ids of the personas that the panes show, ``rule_desk`` the size that the rule desk was
    given, empty until then, ``second_reader`` whether it reads along.
    """

    theme: Theme = "system"
    panes: Panes = "both"
    on_show: tuple[str, ...] = ()
    rule_desk: tuple[int, ...] = ()
    second_reader: bool = True


@dataclass(frozen=True, slots=True)
class SettingsProblem:
    """A setting that was replaced by its default; an empty *name* means the whole file."""

    name: str


def load_settings(places: Places) -> tuple[Settings, tuple[SettingsProblem, ...]]:
    """Return the settings; what is missing or makes no sense is replaced by defaults, and the latter is named."""
    try:
        content = json.loads(places.settings_file.read_bytes())
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError):
        return Settings(), (SettingsProblem(""),)
    if not isinstance(content, dict):
        return Settings(), (SettingsProblem(""),)
    settings, problems = Settings(), []
    for name, choices in _CHOICES.items():
        value = content.get(name, getattr(settings, name))
        if value in choices:
            settings = replace(settings, **{name: value})
        else:
            problems.append(SettingsProblem(name))
    shown = content.get("on_show", [])
    if isinstance(shown, list) and all(isinstance(each, str) for each in shown):
        settings = replace(settings, on_show=tuple(shown))
    else:
        problems.append(SettingsProblem("on_show"))
    size = content.get("rule_desk", [])
    if size == [] or _is_size(size):
        settings = replace(settings, rule_desk=tuple(size))
    else:
        problems.append(SettingsProblem("rule_desk"))
    reads_along = content.get("second_reader", True)
    if isinstance(reads_along, bool):
        settings = replace(settings, second_reader=reads_along)
    else:
        problems.append(SettingsProblem("second_reader"))
    return settings, tuple(problems)


def _is_size(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(each) is int and 0 < each < _MOST for each in value)


def save_settings(places: Places, settings: Settings) -> None:
    """Keep *settings*, whole or not at all."""
    make_folder(places.config)
    write_whole(places.settings_file, json.dumps({"format": _FORMAT} | asdict(settings), indent=1).encode())
