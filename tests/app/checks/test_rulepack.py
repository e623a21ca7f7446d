"""Rule packs with mistakes are refused with every mistake named, and nothing else is."""

import pytest

from app.checks.rule import Guard, Scope
from app.checks.rulepack import load_packs, read_packs
from app.errors import RulePackError
from app.model.finding import Severity
from app.model.persona import Side
from tests.app.checks.conftest import rule


def test_every_mistake_in_every_file_is_named_at_once(write_packs):
    folder = write_packs(
        first=rule("my {chief}", severity='"loud"', more='guards = ["asleep"]\nneeds = ["nothing"]\ncolour = "red"'),
        second='[[rule]]\nid = "tone.heated.x"\nrisk = "tone.cold"\nminds = ["aliens"]\nmessage = "about {whom}"\n',
        third="[[rule\n",
        fourth="[[rules]]\n[sets]\nempty = []\n",
        lexicon_none="# nothing\n",
    )
    with pytest.raises(RulePackError) as caught:
        load_packs(folder)
    said = str(caught.value)
    for line in (
        'first.toml: venting.customer.test: phrases: "my {chief}": there is no set {chief}',
        'first.toml: venting.customer.test: severity: "loud" is none of note, warn, hold, off',
        'first.toml: venting.customer.test: guards: "asleep" is not known',
        'first.toml: venting.customer.test: needs: there is no cue "nothing"',
        "first.toml: venting.customer.test: colour: is no field of this table",
        'second.toml: tone.heated.x: risk: "tone.cold" is not known',
        "second.toml: tone.heated.x: phrases: is missing",
        "second.toml: tone.heated.x: fires: is missing",
        'second.toml: tone.heated.x: minds: "aliens" is not known',
        "second.toml: tone.heated.x: message: {whom} is none of {customer}, {customers}, {words}",
        "fourth.toml: rules: is none of sets, risk, cue, rule, coded",
        "fourth.toml: sets.empty: must be a list of texts, and not empty",
        "none.txt: has no entry",
    ):
        assert line in said
    assert "third.toml: " in said


def test_a_broken_file_leaves_the_others_standing(write_packs):
    folder = write_packs(good=rule("bad day"), broken=rule("(bad", name="venting.customer.broken"))
    packs, problems = read_packs(folder)
    assert [one.id for one in packs.rules] == ["venting.customer.test"]
    assert [problem.file for problem in problems] == ["broken.toml"]


def test_two_rules_of_one_name_are_refused(write_packs):
    folder = write_packs(one=rule("bad day"), two=rule("worse day"))
    _, problems = read_packs(folder)
    assert [problem.problem for problem in problems] == ["is used more than once"] * 2


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"[[rule]]\nid = 5\n", b"sets = 3\nrule = 4\n"])
def test_a_strange_file_is_a_problem_and_never_a_crash(write_packs, content):
    folder = write_packs()
    (folder / "rules" / "en" / "strange.toml").write_bytes(content)
    packs, problems = read_packs(folder)
    assert packs.rules == ()
    assert bool(problems) is bool(content)


def test_a_rule_takes_what_it_leaves_out_from_its_risk(write_packs):
    packs = load_packs(write_packs(pack=rule("bad day", severity='{ personal = "note", professional = "off" }')))
    (only,) = packs.rules
    assert only.wording == packs.risks[only.risk].wording
    assert (only.severity.on(Side.PERSONAL), only.severity.on(Side.PROFESSIONAL)) == (Severity.NOTE, None)
    assert (only.guards, only.scope) == (frozenset(Guard), Scope.SENTENCE)


def test_a_folder_without_packs_is_empty_and_no_mistake(tmp_path):
    assert read_packs(tmp_path)[1] == ()
