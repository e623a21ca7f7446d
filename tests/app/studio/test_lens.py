"""The same draft in the eyes of those who may read it."""

from dataclasses import replace

import pytest

from app.checks.audience import raised_by_readers
from app.checks.lens import Reading
from app.model.boundaries import Boundaries
from app.model.finding import Group, Risk, Severity
from app.model.persona import Side
from app.model.policy import IgnoreScope, Reads, Stance
from app.studio.studio import Studio
from tests.app.studio.conftest import persona_on, written

DRAFT = (
    "Lovely walk by the river. My boss is an idiot. Another nightmare patient today, honestly. "
    "Still drunk from last night. My password is Blue-Kettle-42."
)
READ_ALONG = ((Group.CLIENTS, Reads.YES),)


def describe(studio: Studio, boundaries: Boundaries, works_with: str = "patients") -> None:
    studio.personas.describe(replace(persona_on(studio, Side.PERSONAL), works_with=works_with), boundaries)


def read(studio: Studio, group: Group, text: str = DRAFT) -> Reading:
    persona = persona_on(studio, Side.PERSONAL)
    draft_id = written(studio, Side.PERSONAL, text)
    return studio.lens.read(persona.id, draft_id, text, studio.personas.policy(persona.id, None), group)


def severities(studio: Studio, text: str = DRAFT) -> dict[Risk, Severity]:
    persona = persona_on(studio, Side.PERSONAL)
    policy = studio.personas.policy(persona.id, None)
    report = studio.reviewing.review(persona.id, written(studio, Side.PERSONAL, text), text, policy)
    return {finding.risk: finding.severity for finding in report.findings}


def raised(studio: Studio) -> frozenset[str]:
    return raised_by_readers(studio.personas.policy(persona_on(studio, Side.PERSONAL).id, None))


def sentences(reading: Reading) -> list[str]:
    text = reading.report.text
    return [text[each.span.start : each.span.end] for each in reading.sentences]


def test_each_reader_is_shown_the_sentences_that_reader_would_mind(studio: Studio) -> None:
    describe(studio, Boundaries())
    assert "Another nightmare patient today, honestly." in sentences(read(studio, Group.CLIENTS))
    assert "My boss is an idiot." in sentences(read(studio, Group.BOSS))
    assert "My password is Blue-Kettle-42." in sentences(read(studio, Group.STRANGERS))
    assert "My password is Blue-Kettle-42." not in sentences(read(studio, Group.FAMILY))
    for group in Group:
        reading = read(studio, group)
        assert "Lovely walk by the river." not in sentences(reading)
        assert all(group in finding.minds for sentence in reading.sentences for finding in sentence.findings)


def test_a_reader_is_imagined_with_the_weight_of_somebody_who_does_read(studio: Studio) -> None:
    describe(studio, Boundaries())
    mild = "Still drunk from last night."
    (finding,) = read(studio, Group.CLIENTS, mild).report.findings
    assert finding.severity > severities(studio, mild)[finding.risk]
    assert severities(studio, mild) == {finding.risk: severities(studio, mild)[finding.risk]}


def test_what_the_writer_has_settled_holds_for_every_reader(studio: Studio) -> None:
    describe(studio, Boundaries(stances=((Risk.CONDUCT_INTOXICATION, Stance.OFF),)))
    assert read(studio, Group.CLIENTS, "Still drunk from last night.").sentences == ()
    persona = persona_on(studio, Side.PERSONAL)
    reading = read(studio, Group.BOSS)
    about_boss = reading.sentences[0]
    for finding in about_boss.findings:
        studio.reviewing.dismiss(persona.id, written(studio, Side.PERSONAL, ""), finding, IgnoreScope.PHRASE, "idiot")
    again = read(studio, Group.BOSS)
    assert sentences(again) == sentences(reading)[1:]
    assert again.report.ignored == about_boss.findings


def test_the_same_sentences_weigh_more_once_patients_read_the_personal_account(studio: Studio) -> None:
    """Before and after, the raised categories are those that the panel names, and no other finding moves."""
    describe(studio, Boundaries())
    before = severities(studio)
    assert raised(studio) == frozenset()
    describe(studio, Boundaries(audience=READ_ALONG))
    after = severities(studio)
    assert raised(studio) == {"polarizing", "venting", "conduct"}
    assert after == {
        risk: Severity(min(own + (risk.category in raised(studio)), Severity.HOLD)) for risk, own in before.items()
    }
    assert after != before


@pytest.mark.parametrize(
    ("works_with", "plural", "one"),
    [("patients", "Patients", "patient"), ("pupils", "Pupils", "pupil"), ("families", "Families", "family")],
)
def test_what_a_reader_would_take_from_it_speaks_of_the_users_own_people(
    studio: Studio, works_with: str, plural: str, one: str
) -> None:
    describe(studio, Boundaries(), works_with)
    said = " ".join(
        f"{finding.message} {finding.why}"
        for finding in read(studio, Group.CLIENTS, f"{DRAFT} Hammered again, wasted by noon.").report.findings
    )
    assert f"{plural} and employers" in said
    assert one in said
    assert not any(word in said.lower() for word in ("client", "customer"))
