"""Other checkers are asked in an environment of their own, and are named with how to get them where they are absent."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from tests.test_tools import ROOT, run

CHECKER = """
class profanity:
    @staticmethod
    def contains_profanity(text):
        return "bother" in text
"""


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import peer_table
    import peers
    import refusal

    return SimpleNamespace(peers=peers, peer_table=peer_table, Refusal=refusal.Refusal)


@pytest.fixture
def peers(tools: SimpleNamespace) -> ModuleType:
    return tools.peers


@pytest.fixture
def python_with_a_checker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Python that finds a checker which somebody else wrote."""
    (tmp_path / "better_profanity.py").write_text(CHECKER, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return Path(sys.executable)


def test_a_checker_answers_for_each_post_in_turn(peers, python_with_a_checker):
    said = peers.ask(python_with_a_checker, "better-profanity", ["oh bother\n", "naïve 😀", "", "bother it"])
    assert said.flagged == (True, False, False, True)
    assert said.seconds >= 0


def test_a_checker_that_is_not_installed_has_no_answers(peers, python_with_a_checker):
    assert peers.ask(python_with_a_checker, "alt-profanity-check", ["hello"]) is None


def test_a_checker_that_breaks_is_named_with_what_it_said(tools, python_with_a_checker, tmp_path):
    (tmp_path / "better_profanity.py").write_text("raise RuntimeError('no word list')", encoding="utf-8")
    with pytest.raises(tools.Refusal, match="better-profanity could not answer: RuntimeError: no word list"):
        tools.peers.ask(python_with_a_checker, "better-profanity", ["hello"])


def test_a_python_that_is_not_there_is_named_with_how_to_make_one(tools, tmp_path):
    with pytest.raises(tools.Refusal, match=r"does not start.*pip install better-profanity"):
        tools.peers.ask(tmp_path / "python", "better-profanity", ["hello"])


def test_who_is_not_installed_is_said_with_how_to_get_them(peers):
    sentence = peers.not_installed(["proselint"], Path("env/python"))
    assert sentence == "Not installed for env/python: proselint. env/python -m pip install proselint gets them."


def test_ours_is_ahead_only_above_every_other_or_no_higher_where_less_is_better(tools):
    row = tools.peer_table.Row
    assert row("found", {"twofold": 0.7, "a": 0.5, "b": 0.6}).is_ahead
    assert not row("found", {"twofold": 0.6, "a": 0.5, "b": 0.6}).is_ahead
    assert row("flagged", {"twofold": 0.1, "a": 0.1}, more_is_better=False).is_ahead
    assert not row("flagged", {"twofold": 0.2, "a": 0.1, "b": 0.3}, more_is_better=False).is_ahead


def test_without_peers_the_benchmark_says_in_one_sentence_how_to_get_them():
    done = run(sys.executable, ROOT / "packaging" / "bench_peers.py")
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1
    assert "--peers" in done.stdout
