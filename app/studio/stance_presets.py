"""The presets and the words for the 29 risks, as ``resources/stances`` states them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from app.model.finding import Risk
from app.model.persona import Side
from app.model.policy import Stance
from app.model.stance_choices import OffLimit, StanceChoices, StancePreset, Stances


@cache
def stance_choices(side: Side) -> StanceChoices:
    """Return what a persona of *side* can decide about the risks."""
    table = tomllib.loads(files("resources").joinpath("stances", "en.toml").read_text(encoding="utf-8"))
    return StanceChoices(
        categories=tuple(table["categories"].items()),
        risks=tuple((Risk(risk), words) for risk, words in table["risks"].items()),
        presets=tuple(
            StancePreset(each["id"], each["name"], each["words"], _stances(each[side.value]))
            for each in table["preset"]
        ),
        off_limits=tuple(
            OffLimit(each["id"], each["words"], _stances(each["stances"]), each["hint"]) for each in table["off_limits"]
        ),
    )


def _stances(table: dict[str, Any]) -> Stances:
    return tuple((risk, Stance(table[risk])) for risk in Risk if risk in table)
