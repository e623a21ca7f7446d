"""The JSON file that says whom to review as."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.command_line.policy_file import BadPolicy, read_policy
from app.command_line.reading import FileUnreadable
from app.model.finding import Group, Risk
from app.model.persona import Side
from app.model.policy import Policy, Reads, Stance, TermKind, WatchTerm, default_policy

TODAY = date(2026, 11, 24)


def policy_of(folder: Path, content: object, side: Side = Side.PERSONAL) -> Policy:
    file = folder / "policy.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_policy(str(file), side, TODAY)


def test_everything_that_can_be_said_is_understood(tmp_path):
    content = {
        "persona": "professional",
        "works_with": "  patients ",
        "on": "2026-12-15",
        "audience": {"clients": "yes", "boss": "no", "strangers": "unknown"},
        "stances": {"polarizing.politics": "off", "venting.customer": "hold"},
        "watch_terms": [
            {"term": "Birch Bakery", "aliases": ["Birch"], "kind": "organisation", "confidential_until": "2026-12-15"},
            {"term": "Plum", "kind": "project", "confidential_until": "2026-12-14"},
            {"term": "Jo Marlowe", "kind": "person", "confidential_until": None},
        ],
        "other_handles": ["@ann_work"],
    }
    assert policy_of(tmp_path, content) == Policy(
        side=Side.PROFESSIONAL,
        works_with="patients",
        stances=((Risk.POLARIZING_POLITICS, Stance.OFF), (Risk.VENTING_CUSTOMER, Stance.HOLD)),
        watch_terms=(
            WatchTerm("Birch Bakery", ("Birch",), TermKind.ORGANISATION, date(2026, 12, 15)),
            WatchTerm("Jo Marlowe", kind=TermKind.PERSON),
        ),
        audience=((Group.CLIENTS, Reads.YES), (Group.BOSS, Reads.NO), (Group.STRANGERS, Reads.UNKNOWN)),
        other_handles=("@ann_work",),
    )


@pytest.mark.parametrize("side", Side)
def test_an_empty_object_is_the_default_of_the_side_asked_for(tmp_path, side):
    assert policy_of(tmp_path, {}, side) == default_policy(side)


def test_without_a_day_today_decides_which_terms_still_count(tmp_path):
    def terms(until: str) -> tuple[WatchTerm, ...]:
        return policy_of(tmp_path, {"watch_terms": [{"term": "Birch", "confidential_until": until}]}).watch_terms

    assert terms("2026-11-23") == ()
    assert len(terms("2026-11-24")) == 1


@pytest.mark.parametrize(
    ("content", "path", "problem"),
    [
        ("{", "", "not JSON"),
        ('{"on": "2026-01-01", "on": "2026-01-02"}', "", '"on" stands twice'),
        ([], "", "must be an object"),
        ({"personna": "personal"}, "personna", "is not known here"),
        ({"persona": "work"}, "persona", 'must be personal or professional, not "work"'),
        ({"persona": ["personal"]}, "persona", "must be personal or professional"),
        ({"works_with": ""}, "works_with", "must be a text"),
        ({"works_with": "p" * 61}, "works_with", "at most 60"),
        ({"on": "24.11.2026"}, "on", 'like "2026-12-15"'),
        ({"on": "2026-02-30"}, "on", 'like "2026-12-15"'),
        ({"on": 20261124}, "on", 'like "2026-12-15"'),
        ({"audience": {"patients": "yes"}}, "audience.patients", "is not known here"),
        ({"audience": {"boss": True}}, "audience.boss", "must be yes, no or unknown, not true"),
        ({"stances": {"politics": "off"}}, "stances.politics", "is not known here"),
        ({"stances": {"tone.heated": "low"}}, "stances.tone.heated", 'must be off, note, warn or hold, not "low"'),
        ({"watch_terms": {}}, "watch_terms", "must be a list"),
        ({"watch_terms": ["Birch"]}, "watch_terms[0]", "must be an object"),
        ({"watch_terms": [{"term": "Birch"}, {}]}, "watch_terms[1]", 'needs a "term"'),
        ({"watch_terms": [{"term": "B"}]}, "watch_terms[0].term", "is found everywhere"),
        ({"watch_terms": [{"term": "Birch", "aliases": "B"}]}, "watch_terms[0].aliases", "must be a list"),
        ({"watch_terms": [{"term": "Birch", "aliases": ["Bi", 3]}]}, "watch_terms[0].aliases[1]", "must be a text"),
        ({"watch_terms": [{"term": "Birch", "kind": "company"}]}, "watch_terms[0].kind", "organisation"),
        (
            {"watch_terms": [{"term": "Birch", "confidential_until": "soon"}]},
            "watch_terms[0].confidential_until",
            "must be a day",
        ),
        ({"other_handles": [None]}, "other_handles[0]", "must be a text"),
    ],
)
def test_a_mistake_is_named_with_its_path(tmp_path, content, path, problem):
    with pytest.raises(BadPolicy) as refused:
        policy_of(tmp_path, content)
    assert refused.value.path == path
    assert problem in refused.value.problem


def test_nesting_without_end_is_refused_like_any_other_mistake(tmp_path):
    with pytest.raises(BadPolicy):
        policy_of(tmp_path, "[" * 200_000)


def test_a_file_that_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(FileUnreadable):
        read_policy(str(tmp_path / "none.json"), Side.PERSONAL, TODAY)
