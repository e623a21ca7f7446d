"""The advice behind the findings, by its number."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _advice() -> dict[str, str]:
    text = files("resources").joinpath("advice", "en.toml").read_text(encoding="utf-8")
    return {str(number): str(words) for number, words in tomllib.loads(text)["advice"].items()}


def advice(number: str) -> str:
    """Return the advice with this *number* (A14, B3) in a sentence, empty for a number that does not exist."""
    return _advice().get(number, "")
