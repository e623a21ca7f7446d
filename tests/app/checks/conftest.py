"""Engines over tiny packs of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.checks.engine import Engine
from app.checks.rulepack import load_packs
from app.model.finding import Finding
from app.model.persona import Side
from app.model.policy import Policy, default_policy

RISKS = """
[[risk]]
id = "venting.customer"
title = "Complains about a customer"
message = "Reads as a complaint about a {customer}."
why = "A {customer} who sees this may take it as being about them."
guideline = "A14"
minds = ["clients", "boss"]
instead = ["Say what you learned."]
threshold = 3

[[risk]]
id = "tone.heated"
title = "Heated"
message = "Sounds angry."
why = "Readers hear the anger first."
guideline = "B3"
minds = ["strangers"]
threshold = 2
"""

PackWriter = Callable[..., Path]


@pytest.fixture
def write_packs(tmp_path: Path) -> PackWriter:
    """Write rule files, by name, and word lists, by ``lexicon_`` and name; the risks are there already."""

    def write(**texts: str) -> Path:
        rules, lexicons = tmp_path / "rules" / "en", tmp_path / "lexicons" / "en"
        rules.mkdir(parents=True, exist_ok=True)
        lexicons.mkdir(parents=True, exist_ok=True)
        for name, text in {"risks": RISKS, **texts}.items():
            is_lexicon = name.startswith("lexicon_")
            file = lexicons / f"{name.removeprefix('lexicon_')}.txt" if is_lexicon else rules / f"{name}.toml"
            file.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def engine_over(write_packs: PackWriter) -> Callable[..., Engine]:
    return lambda **texts: Engine(load_packs(write_packs(**texts)))


def rule(*phrases: str, name: str = "venting.customer.test", more: str = "", severity: str = '"warn"') -> str:
    """Return one rule that fires on *phrases*."""
    return f"""
[[rule]]
id = "{name}"
risk = "{".".join(name.split(".")[:2])}"
severity = {severity}
phrases = {list(phrases)!r}
fires = ["x"]
quiet = ["y"]
{more}
"""


def words_found(engine: Engine, text: str, policy: Policy | None = None) -> list[str]:
    """Return the words of *text* that findings stand on, in reading order."""
    return [text[found.span.start : found.span.end] for found in findings(engine, text, policy)]


def findings(engine: Engine, text: str, policy: Policy | None = None) -> tuple[Finding, ...]:
    return engine.review(text, policy or default_policy(Side.PERSONAL)).findings
