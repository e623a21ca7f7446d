import pytest

from app.command_line.arguments import CheckFiles, CheckLines, ExplainRules, ReaderUse, WrongUsage, parse
from app.model.persona import Side


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        (["check", "a.txt"], CheckFiles(Side.PERSONAL, ("a.txt",), as_json=False)),
        (["check", "a.txt", "-", "b.txt"], CheckFiles(Side.PERSONAL, ("a.txt", "-", "b.txt"), as_json=False)),
        (
            ["check", "a.txt", "--persona", "professional", "--format=json"],
            CheckFiles(Side.PROFESSIONAL, ("a.txt",), as_json=True),
        ),
        (["check", "--format", "text", "--", "--odd"], CheckFiles(Side.PERSONAL, ("--odd",), as_json=False)),
        (["check", "--jsonl", "a.jsonl"], CheckLines(Side.PERSONAL, "a.jsonl")),
        (["check", "--jsonl", "-", "--persona", "professional"], CheckLines(Side.PROFESSIONAL, "-")),
        (
            ["check", "--reader", "on", "a.txt"],
            CheckFiles(Side.PERSONAL, ("a.txt",), as_json=False, reader=ReaderUse.ON),
        ),
        (["check", "--jsonl", "-", "--reader=off"], CheckLines(Side.PERSONAL, "-", reader=ReaderUse.OFF)),
        (["rules", "--reader", "auto", "text"], ExplainRules(Side.PERSONAL, "text")),
        (["rules", "some text"], ExplainRules(Side.PERSONAL, "some text")),
        (["rules", "-"], ExplainRules(Side.PERSONAL, None)),
        (["rules", "--policy", "me.json", "text"], ExplainRules(Side.PERSONAL, "text", "me.json")),
        (["rules", "--persona", "professional"], ExplainRules(Side.PROFESSIONAL, None)),
    ],
)
def test_what_is_asked_for(given: list[str], asked: object) -> None:
    assert parse(given) == asked


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ([], "check or rules"),
        (["chekc"], "chekc"),
        (["check"], "name a file"),
        (["check", "--persona", "work", "a.txt"], "work"),
        (["check", "--pers", "personal", "a.txt"], "--pers"),
        (["check", "--format", "xml", "a.txt"], "xml"),
        (["check", "--reader", "maybe", "a.txt"], "maybe"),
        (["check", "--jsonl"], "--jsonl"),
        (["check", "--jsonl", "a.jsonl", "b.txt"], "--jsonl"),
        (["check", "--jsonl", "a.jsonl", "--format", "json"], "--jsonl"),
        (["check", "-", "-"], "only once"),
        (["rules", "two", "texts"], "texts"),
    ],
)
def test_a_wrong_command_line_says_what_is_wrong_and_how_it_goes(given: list[str], problem: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        parse(given)
    assert problem in refused.value.problem
    assert refused.value.usage.startswith("usage: twofold")


@pytest.mark.parametrize("given", [["--help"], ["--version"], ["check", "--help"], ["rules", "-h"]])
def test_help_and_version_are_answered_at_once(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        parse(given)
    assert done.value.code == 0
    assert "wofold" in capsys.readouterr().out
