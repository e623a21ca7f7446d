"""A watch term is literal whatever stands in it, and none can freeze the app (promise V16)."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.checks.engine import Engine
from app.model.finding import Finding
from app.model.persona import Side
from app.model.policy import Policy, WatchTerm
from tests.app.checks.shipped import packs_to_review_with

ROOT = Path(__file__).resolve().parents[3]
PATTERNS = (
    "(a+)+$",
    "([a-zA-Z]+)*!",
    "(a|aa)+b",
    "(.*a){25}",
    ".*",
    "^",
    "a{1,65535}",
    "\\",
    "[",
    "(?",
    "%s %n {}",
    "$(reboot)",
    "'; DROP TABLE drafts; --",
)

# Terms that would run for hours as patterns, and some that are merely vast, on texts made for them.
UNDER_A_LIMIT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_DATA, (1_000_000_000, 1_000_000_000))
from app.model.persona import Side
from app.model.policy import Policy, WatchTerm
from app.studio.reviewing import shipped_engine
from tests.app.checks.test_hostile_watch_terms import PATTERNS
vast = ("a" * 10_000, "a " * 5_000, "\u200b" * 1_000 + "a", "e" + "\u0301" * 10_000, "\U0001f468\u200d" * 5_000, "a")
aliases = tuple(f"{'a ' * (number % 50)}a{number}" for number in range(2_000))
terms = tuple(WatchTerm(each, aliases if each == "a" else ()) for each in PATTERNS + vast)
engine = shipped_engine()
policy = Policy(Side.PERSONAL, watch_terms=terms)
texts = ("a" * 20_000 + "!", "a " * 10_000 + "!", "((((" * 5_000, "e" + "\u0301" * 20_000, "\u200b" * 20_000)
for text in texts:
    engine.review(text, policy)
print("done")
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(packs_to_review_with())


def named(engine: Engine, text: str, *terms: str) -> list[Finding]:
    """The findings of *text* that come from watching *terms*."""
    watching = Policy(Side.PERSONAL, watch_terms=tuple(map(WatchTerm, terms)))
    usual = {each.rule_id for each in engine.review(text, Policy(Side.PERSONAL)).findings}
    return [each for each in engine.review(text, watching).findings if each.rule_id not in usual]


@pytest.mark.parametrize("term", PATTERNS)
def test_a_term_that_looks_like_a_pattern_is_none(engine: Engine, term: str) -> None:
    assert named(engine, "aaaa bb aaaaaaaaaaaa! something quite ordinary", term) == []


def test_signs_in_a_term_do_not_keep_its_words_from_being_found(engine: Engine) -> None:
    text = "We met (Project+ Heron)* at noon."
    (finding,) = named(engine, text, "(Project+ Heron)*")
    assert "Project+ Heron" in text[finding.span.start : finding.span.end]


@pytest.mark.skipif(sys.platform == "win32", reason="limits a process the way POSIX knows")
def test_hostile_watch_terms(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", UNDER_A_LIMIT], cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert finished.stdout == "done\n", finished.stderr
