import io
import json
from datetime import date
from pathlib import Path

from app.command_line import status
from app.command_line.arguments import CheckFiles, CheckLines, ExplainRules
from app.command_line.checking import check_files, check_lines
from app.command_line.explaining import explain
from app.command_line.output import Output
from app.command_line.second_opinions import SecondOpinions
from app.model.persona import Side

TODAY = date(2026, 11, 25)
SNORING = "The boss zuggles. We had bread."
HARMLESS = "The beans on the allotment are up."
COMPLAINT = "Ugh, another nightmare client today."


def post(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_files_are_answered_with_what_the_second_reader_hears(opinions: SecondOpinions, tmp_path: Path) -> None:
    files = post(tmp_path, "a.txt", HARMLESS), post(tmp_path, "b.txt", SNORING)
    output, errors = io.StringIO(), io.StringIO()
    asked = CheckFiles(Side.PERSONAL, files, as_json=False)
    assert check_files(asked, Output(output), Output(errors), TODAY, opinions) == status.WARN
    assert f"{files[0]}: Nothing found\n" in output.getvalue()
    assert "Reads like: complaint about a colleague" in output.getvalue()
    assert errors.getvalue() == ""


def test_json_names_the_rule_of_the_second_reader(opinions: SecondOpinions, tmp_path: Path) -> None:
    file, output = post(tmp_path, "a.txt", f"🚀 Grüße, {SNORING}"), io.StringIO()
    check_files(CheckFiles(Side.PERSONAL, (file,), as_json=True), Output(output), Output(None), TODAY, opinions)
    ((finding,),) = [each["findings"] for each in json.loads(output.getvalue())]
    assert finding == {
        "risk": "venting.colleague",
        "severity": "warn",
        "start": 18,
        "end": 25,
        "rule": "reader.venting.colleague",
    }


def test_lines_are_answered_in_order_each_for_its_side(opinions: SecondOpinions, tmp_path: Path) -> None:
    lines = [
        {"id": number, "text": text, "persona": side.value}
        for number, text in enumerate((SNORING, HARMLESS, "All day at work he frabbles"))
        for side in Side
    ]
    file, output = post(tmp_path, "posts.jsonl", "\n".join(map(json.dumps, lines))), io.StringIO()
    asked = CheckLines(Side.PERSONAL, file)
    assert check_lines(asked, Output(output), Output(None), TODAY, opinions) == status.NOTHING_OR_NOTES
    answers = [json.loads(line) for line in output.getvalue().splitlines()]
    assert [each["id"] for each in answers] == [0, 0, 1, 1, 2, 2]
    assert [[found["rule"] for found in each["findings"]] for each in answers] == [
        *[["reader.venting.colleague"]] * 2,
        *[[]] * 2,
        *[["reader.venting.customer"]] * 2,
    ]


def test_a_policy_counts_for_the_second_reader_too(opinions: SecondOpinions, tmp_path: Path) -> None:
    def verdict(**policy: object) -> str:
        named = post(tmp_path, "policy.json", json.dumps(policy))
        line = post(tmp_path, "line.jsonl", json.dumps({"id": 1, "text": SNORING}))
        output = io.StringIO()
        check_lines(CheckLines(Side.PERSONAL, line, named), Output(output), Output(None), TODAY, opinions)
        return str(json.loads(output.getvalue())["verdict"])

    assert verdict() == "warn"
    assert verdict(stances={"venting.colleague": "off"}) == "clear"
    assert verdict(stances={"venting.colleague": "note"}) == "note"
    assert verdict(stances={"venting.colleague": "hold"}) == "warn"


def explained(opinions: SecondOpinions, text: str, policy_file: str | None = None) -> str:
    output = io.StringIO()
    assert explain(ExplainRules(Side.PERSONAL, text, policy_file), Output(output), TODAY, opinions) == 0
    return output.getvalue()


def test_rules_tell_how_likely_each_risk_is_and_from_where_on_it_is_raised(opinions: SecondOpinions) -> None:
    told = explained(opinions, SNORING)
    assert told.startswith("No rule fired.\nreader.venting.colleague  Medium  venting.colleague")
    assert "ms and finds likeliest:\n    0.982  venting.colleague  is over 0.500 and raised\n" in told
    assert "is under 0.010 and ruled out, would be raised from 0.500 on" in told
    assert "    venting.colleague in “zuggles”  9-16, very sure\n        weighs    “zuggles”\n" in told
    assert "        said      Medium\n" in told


def test_rules_tell_what_a_rule_had_said_already_and_what_was_calmed(opinions: SecondOpinions, tmp_path: Path) -> None:
    told = explained(opinions, f"{COMPLAINT} He frabbles.")
    assert "        not said  a rule has said as much, or the stance on it is off" in told
    assert "calmed" not in told
    told = explained(opinions, COMPLAINT)
    assert "    calmed    venting.customer." in told
    assert ": Medium is Low now\n" in told


def test_rules_tell_that_another_language_was_left_alone(opinions: SecondOpinions) -> None:
    assert "reads English only" in explained(opinions, "Der Chef zuggles, und das ist nicht mein Problem.")


def test_rules_without_a_second_reader_say_nothing_of_one() -> None:
    assert "second reader" not in explained(SecondOpinions(), SNORING)
