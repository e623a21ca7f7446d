import io
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.__main__ import main
from app.reader.loading import is_there, shipped_folder

ROOT = Path(__file__).parents[2]
COMPLAINT = "Ugh, another nightmare client today."
CARD = "Card number 4111 1111 1111 1111, expires 04/29."
HARMLESS = "The beans on the allotment are up."
PROGRAM = (sys.executable, "-m", "app")


@dataclass(frozen=True, slots=True)
class Finished:
    status: int
    output: str
    errors: str


class Run:
    """Run a command in this process, where the rules need to be read only once; they review alone unless asked."""

    def __init__(self, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capture = capture
        self._patch = patch

    def __call__(self, *arguments: str, given: bytes = b"") -> Finished:
        if arguments[:1] in (("check",), ("rules",)) and "--reader" not in arguments:
            arguments = (arguments[0], "--reader", "off", *arguments[1:])
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = main(arguments)
        written = self._capture.readouterr()
        return Finished(status, written.out, written.err)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(capsys, monkeypatch)


def post(folder: Path, name: str, text: str | bytes) -> str:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def test_a_harmless_post_is_clear(run: Run, tmp_path: Path) -> None:
    file = post(tmp_path, "post.txt", HARMLESS)
    finished = run("check", file)
    assert (finished.status, finished.output, finished.errors) == (0, f"{file}: Nothing found\n", "")


def test_a_finding_is_shown_with_its_place_and_words(run: Run, tmp_path: Path) -> None:
    file = post(tmp_path, "post.txt", f"Home at last.\n{COMPLAINT}\n")
    finished = run("check", "--persona", "professional", file)
    assert finished.status in (1, 2)
    assert f"{file}:2:" in finished.output
    assert "nightmare client" in finished.output
    assert "\x1b" not in finished.output


def test_the_worst_file_sets_the_exit_status(run: Run, tmp_path: Path) -> None:
    clear, complaint, card = (
        post(tmp_path, name, text) for name, text in (("a.txt", HARMLESS), ("b.txt", COMPLAINT), ("c.txt", CARD))
    )
    assert run("check", clear, complaint).status == 1
    assert run("check", card, complaint, clear).status == 2


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    card, latin = post(tmp_path, "card.txt", CARD), post(tmp_path, "latin.txt", b"caf\xe9")
    finished = run("check", latin, str(tmp_path / "missing.txt"), card)
    assert finished.status == 66
    assert f"{latin}: byte 4 is neither UTF-8 nor UTF-16" in finished.errors
    assert "missing.txt: cannot be read: No such file" in finished.errors
    assert f"{card}: 1 High" in finished.output


def test_json_is_one_array_with_one_object_a_file(run: Run, tmp_path: Path) -> None:
    clear, complaint = post(tmp_path, "a.txt", HARMLESS), post(tmp_path, "b.txt", COMPLAINT)
    missing = str(tmp_path / "c.txt")
    finished = run("check", "--format", "json", clear, complaint, missing)
    first, second, third = json.loads(finished.output)
    assert finished.status == 66
    assert first == {"file": clear, "id": clear, "verdict": "clear", "findings": []}
    assert (second["verdict"], second["findings"][0]["risk"]) == ("warn", "venting.customer")
    assert third.keys() == {"file", "id", "error"}


def test_standard_input_is_a_post_too(run: Run) -> None:
    finished = run("check", "-", given=COMPLAINT.encode())
    assert finished.status == 1
    assert finished.output.startswith("-: 1 ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_offsets_count_the_characters_of_the_text_as_it_was_given(run: Run, encoding: str) -> None:
    text = f"🚀 Grüße\r\n\x00👩🏽‍🚀 {COMPLAINT}"
    finished = run("check", "--format", "json", "-", given=text.encode(encoding))
    (finding,) = json.loads(finished.output)[0]["findings"]
    assert "nightmare client" in text[finding["start"] : finding["end"]]


def test_lines_are_answered_in_order_and_a_bad_one_costs_only_itself(run: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": COMPLAINT, "persona": "professional", "platform": "x"}),
        "",
        "{broken",
        json.dumps({"id": 2, "text": HARMLESS}),
        json.dumps({"id": "c", "text": 5}),
    ]
    file = post(tmp_path, "posts.jsonl", "\n".join(lines))
    finished = run("check", "--jsonl", file)
    answers = [json.loads(line) for line in finished.output.splitlines()]
    assert finished.status == 65
    assert [answer["id"] for answer in answers] == ["a", None, 2, "c"]
    assert answers[0]["findings"][0].keys() == {"risk", "severity", "start", "end", "rule"}
    assert answers[1].keys() == {"id", "error"}
    assert answers[1]["error"].startswith("line 3: not JSON")
    assert answers[2] == {"id": 2, "verdict": "clear", "findings": []}
    assert answers[3]["error"].startswith("line 5: ")


def test_good_lines_end_with_status_nought_whatever_they_say(run: Run) -> None:
    line = json.dumps({"id": 1, "text": CARD, "persona": "professional"}).encode()
    finished = run("check", "--jsonl", "-", given=line)
    assert (finished.status, json.loads(finished.output)["verdict"]) == (0, "hold")


def test_lines_that_cannot_be_opened_are_unreadable(run: Run) -> None:
    finished = run("check", "--jsonl", "no-such.jsonl")
    assert (finished.status, finished.output) == (66, "")
    assert "no-such.jsonl: cannot be read" in finished.errors


@pytest.mark.parametrize("arguments", [(), ("check",), ("check", "--persona", "both", "x"), ("chekc", "x")])
def test_wrong_usage_is_explained(run: Run, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments)
    assert finished.status == 64
    assert finished.output == ""
    assert finished.errors.startswith("twofold: ")
    assert "usage: twofold" in finished.errors


def test_version_and_help_answer_without_loading_rules(run: Run) -> None:
    assert run("--version").output.startswith("Twofold ")
    assert "exit status" in run("check", "--help").output


def test_the_rules_say_what_fired_on_which_words(run: Run) -> None:
    finished = run("rules", COMPLAINT)
    assert finished.status == 0
    assert "venting.customer." in finished.output
    assert "nightmare client”" in finished.output
    given = run("rules", "-", given=COMPLAINT.encode())
    assert without_times(given.output) == without_times(finished.output)


def test_the_rules_say_when_none_fired(run: Run) -> None:
    assert run("rules", "--persona", "professional", HARMLESS).output.startswith("No rule fired.\n")


def test_a_policy_says_whom_to_review_as(run: Run, tmp_path: Path) -> None:
    policy = {"works_with": "pupils", "watch_terms": [{"term": "Birch Bakery", "aliases": ["Birch"]}]}
    named = post(tmp_path, "policy.json", json.dumps(policy))
    text = post(tmp_path, "post.txt", "Lovely bread at Birch's today")
    assert run("check", text).status == 0
    finished = run("check", "--policy", named, text)
    assert finished.status == 2
    assert "Birch" in finished.output


def test_the_persona_of_a_policy_counts_for_every_line(run: Run, tmp_path: Path) -> None:
    policy = post(tmp_path, "policy.json", json.dumps({"persona": "professional"}))
    lines = [
        {"id": side, "text": "I was so drunk last night", "persona": side} for side in ("personal", "professional")
    ]
    file = post(tmp_path, "posts.jsonl", "\n".join(map(json.dumps, lines)))

    def verdicts(*options: str) -> list[str]:
        return [json.loads(line)["verdict"] for line in run("check", *options, "--jsonl", file).output.splitlines()]

    assert verdicts() == ["note", "warn"]
    assert verdicts("--policy", policy) == ["warn", "warn"]


def test_readers_and_stances_of_a_policy_move_the_verdict(run: Run, tmp_path: Path) -> None:
    def verdict(**policy: object) -> str:
        file = post(tmp_path, "policy.json", json.dumps(policy))
        text = post(tmp_path, "post.txt", COMPLAINT)
        (answered,) = json.loads(run("check", "--format", "json", "--policy", file, text).output)
        return str(answered["verdict"])

    nobody = dict.fromkeys(("clients", "boss", "colleagues", "strangers"), "no")
    assert verdict(audience=nobody) == "note"
    assert verdict(audience={"clients": "yes"}) == "hold"
    assert verdict(stances={"venting.customer": "off"}) == "clear"


def test_a_mistake_in_a_policy_is_one_sentence_with_its_path(run: Run, tmp_path: Path) -> None:
    policy = post(tmp_path, "policy.json", json.dumps({"stances": {"tone.heated": "loud"}}))
    finished = run("check", "--policy", policy, post(tmp_path, "post.txt", HARMLESS))
    assert finished.status == 64
    assert finished.output == ""
    assert finished.errors == (
        f'twofold: {policy}: stances.tone.heated: must be off, note, warn or hold, not "loud".\n'
    )


def test_a_policy_that_cannot_be_read_is_an_unreadable_file(run: Run, tmp_path: Path) -> None:
    missing = str(tmp_path / "none.json")
    assert run("check", "--policy", missing, post(tmp_path, "post.txt", HARMLESS)).status == 66
    assert run("check", "--policy", "-", post(tmp_path, "other.txt", HARMLESS)).status == 64


def test_the_rules_say_what_kept_a_rule_quiet(run: Run) -> None:
    told = run("rules", "I have never had another nightmare client.").output
    quiet = told.partition("stood there and stayed quiet:")[2]
    assert "venting.customer" in quiet
    assert "because   negated by “never”" in quiet


def test_the_rules_say_how_words_are_read_what_is_missing_and_what_signs_add_up_to(run: Run) -> None:
    told = run("rules", "A n1ghtmare of a day, then a few beers").output
    assert "disguise  “n1ghtmare”  2-11  is nightmare" in told
    assert "because   not there: " in told
    assert "1 conduct.intoxication.cue-drink = 1 of 2: too little to be said" in told
    assert "conduct.intoxication.cue-drink  “a few beers”" in told


def test_the_rules_are_explained_as_a_policy_says(run: Run, tmp_path: Path) -> None:
    policy = post(tmp_path, "policy.json", json.dumps({"stances": {"venting.customer": "off"}}))
    told = run("rules", "--policy", policy, COMPLAINT).output
    assert told.startswith("No rule fired.\n")
    assert "because   the stance on venting.customer is off" in told
    assert run("rules", "--policy", "-", COMPLAINT).status == 64


@pytest.mark.skipif(not is_there(shipped_folder()), reason="the weights are not in this checkout")
@pytest.mark.parametrize("use", ["auto", "on"])
def test_the_second_reader_reads_along(run: Run, tmp_path: Path, use: str) -> None:
    german = post(tmp_path, "post.txt", "Der Chef ist nicht da, und ich bin auch nicht da.")
    finished = run("check", "--reader", use, german)
    assert (finished.status, finished.errors) == (0, "")
    assert "The second reader reads English only" in finished.output
    lines = post(tmp_path, "posts.jsonl", json.dumps({"id": 1, "text": HARMLESS}))
    assert json.loads(run("check", "--reader", use, "--jsonl", lines).output)["id"] == 1
    assert "and finds likeliest:" in run("rules", "--reader", use, HARMLESS).output


@pytest.mark.skipif(is_there(shipped_folder()), reason="the weights are in this checkout")
def test_without_its_weights_the_second_reader_is_off_and_asked_for_an_error(run: Run, tmp_path: Path) -> None:
    file = post(tmp_path, "post.txt", HARMLESS)
    assert run("check", "--reader", "auto", file).status == 0
    finished = run("check", "--reader", "on", file)
    assert (finished.status, finished.output) == (69, "")
    assert "its file reader.json is missing" in finished.errors


def without_times(told: str) -> str:
    return re.sub(r"[0-9.,]+ (µs|ms)", "a while", told)
