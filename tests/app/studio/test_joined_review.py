from dataclasses import replace

import pytest
from hypothesis import given

from app.model.finding import Finding, Group, Report, Risk, Severity, Span
from app.model.persona import Side
from app.model.policy import Dismissal, IgnoreScope, Policy, Reads, Stance, default_policy
from app.reader.naming import is_readers
from app.reader.reading import Opinion, Reading, Sureness
from app.reader.rebasing import rebased
from app.studio.joined_review import Joining
from app.studio.reviewing import review_text, shipped_engine
from tests.strategies import edits, texts

ME = default_policy(Side.PERSONAL)
LEAK = "My CFO stopped biting his nails."
DRAFT = f"Rain all day here. {LEAK} Bed."
COMPLAINT = "Another nightmare client."


def joining(policy: Policy = ME) -> Joining:
    engine = shipped_engine()
    return Joining(engine.risks, policy, engine.knowing_rules)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def opinion(
    text: str,
    words: str,
    risk: Risk = Risk.CONFIDENTIAL_CLIENT,
    *,
    sentences: tuple[str, ...] = (),
    sureness: Sureness = Sureness.VERY,
) -> Opinion:
    span = span_of(text, words)
    return Opinion(risk, 0.9, sureness, span, (span,), tuple(span_of(text, each) for each in sentences) or (span,))


def reading(text: str, *opinions: Opinion, ruled_out: frozenset[Risk] = frozenset()) -> Reading:
    return Reading(text, Side.PERSONAL, opinions, ruled_out=ruled_out)


def about_the_leak(text: str) -> Reading:
    return reading(text, opinion(text, "stopped biting his nails", sentences=(LEAK,)))


def rule_finding(text: str, words: str, risk: Risk, severity: Severity = Severity.WARN) -> Finding:
    span = span_of(text, words)
    return Finding("test.rule", risk, span, (span,), severity, "Title", "Said.", "Why.", frozenset({Group.BOSS}), "A1")


# ------------------------------------------------------------------------------------------- what the reader adds


def test_what_only_the_reader_hears_is_a_finding_named_for_what_it_is() -> None:
    report = joining().joined(Report(DRAFT), about_the_leak(DRAFT))
    (finding,) = report.findings
    assert is_readers(finding)
    assert finding.rule_id == "reader.confidential.client"
    assert finding.title == "Reads like: a client or deal not public yet"
    assert DRAFT[finding.span.start : finding.span.end] == "stopped biting his nails"
    assert finding.severity is Severity.WARN
    assert finding.why
    assert finding.instead


def test_the_word_for_the_people_one_serves_is_the_personas_own() -> None:
    policy = replace(ME, works_with="patients")
    (finding,) = joining(policy).joined(Report(DRAFT), about_the_leak(DRAFT)).findings
    assert "patient" in finding.title


def test_findings_of_both_stand_in_reading_order() -> None:
    text = f"{COMPLAINT} {LEAK} {COMPLAINT}"
    rules = review_text(text, ME)
    assert rules.findings
    joined = joining().joined(rules, about_the_leak(text))
    assert [is_readers(each) for each in joined.findings] == [False, True, False]
    assert [each for each in joined.findings if not is_readers(each)] == list(rules.findings)


def test_a_reader_that_is_only_fairly_sure_makes_a_note() -> None:
    heard = reading(DRAFT, opinion(DRAFT, LEAK, sureness=Sureness.FAIRLY))
    assert joining().joined(Report(DRAFT), heard).worst is Severity.NOTE


@pytest.mark.parametrize("sureness", Sureness)
@pytest.mark.parametrize(
    ("stance", "severity"),
    [(Stance.OFF, None), (Stance.NOTE, Severity.NOTE), (Stance.WARN, Severity.WARN), (Stance.HOLD, Severity.WARN)],
)
def test_the_writers_stance_decides_and_the_reader_never_holds(
    sureness: Sureness, stance: Stance, severity: Severity | None
) -> None:
    policy = replace(ME, stances=((Risk.CONFIDENTIAL_CLIENT, stance),))
    heard = reading(DRAFT, opinion(DRAFT, LEAK, sureness=sureness))
    assert joining(policy).joined(Report(DRAFT), heard).worst is severity


def test_clients_who_read_along_never_make_a_hold_of_what_the_reader_says() -> None:
    policy = replace(ME, audience=((Group.CLIENTS, Reads.YES),))
    heard = reading(DRAFT, opinion(DRAFT, LEAK, Risk.VENTING_CUSTOMER))
    assert joining(policy).joined(Report(DRAFT), heard).worst is Severity.WARN


def test_a_reading_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        joining().joined(Report("Bed."), about_the_leak(DRAFT))


# ----------------------------------------------------------------------------------- what a rule has said already


def test_what_a_rule_has_said_of_the_same_risk_is_not_said_twice() -> None:
    rules = Report(DRAFT, (rule_finding(DRAFT, "Rain", Risk.CONFIDENTIAL_CLIENT),))
    assert joining().joined(rules, about_the_leak(DRAFT)) == rules


def test_what_a_rule_has_said_far_away_is_said_again() -> None:
    text = f"Rain. {'A dull day. ' * 200}{LEAK}"
    rules = Report(text, (rule_finding(text, "Rain", Risk.CONFIDENTIAL_CLIENT),))
    assert len(joining().joined(rules, about_the_leak(text)).findings) == 2


def test_another_risk_of_the_same_kind_counts_as_said_only_on_the_same_words() -> None:
    on, beside = (
        Report(DRAFT, (rule_finding(DRAFT, words, Risk.CONFIDENTIAL_MEETING),)) for words in ("his nails", "Rain")
    )
    assert joining().joined(on, about_the_leak(DRAFT)) == on
    assert len(joining().joined(beside, about_the_leak(DRAFT)).findings) == 2


def test_another_kind_of_risk_on_the_same_words_is_said_too() -> None:
    rules = Report(DRAFT, (rule_finding(DRAFT, "his nails", Risk.PRIVACY_THIRD_PARTY),))
    assert len(joining().joined(rules, about_the_leak(DRAFT)).findings) == 2


def test_an_answer_to_a_rule_is_an_answer_to_the_reader() -> None:
    rules = Report(DRAFT, ignored=(rule_finding(DRAFT, "CFO", Risk.CONFIDENTIAL_CLIENT),))
    assert joining().joined(rules, about_the_leak(DRAFT)) == rules


# ------------------------------------------------------------------------------------------------ what it calms


def calmed(finding: Finding, heard: Reading, policy: Policy = ME, coded: tuple[str, ...] = ()) -> Finding:
    engine = shipped_engine()
    (found,) = Joining(engine.risks, policy, coded).joined(Report(DRAFT, (finding,)), heard).findings
    return found


SUSPICION = rule_finding(DRAFT, "Rain", Risk.TONE_HEATED)
QUIET = reading(DRAFT, ruled_out=frozenset({Risk.TONE_HEATED}))


def test_a_warning_about_what_the_reader_rules_out_becomes_a_note_and_says_so() -> None:
    found = calmed(SUSPICION, QUIET)
    assert found.severity is Severity.NOTE
    assert found.message == "Said. The second reader sees nothing meant here, so this is only a note."
    assert (found.span, found.rule_id) == (SUSPICION.span, SUSPICION.rule_id)


def test_without_a_reason_nothing_is_calmed() -> None:
    assert calmed(SUSPICION, reading(DRAFT)) == SUSPICION
    assert calmed(SUSPICION, reading(DRAFT, ruled_out=frozenset(Risk) - {Risk.TONE_HEATED})) == SUSPICION


@pytest.mark.parametrize("severity", [Severity.NOTE, Severity.HOLD])
def test_only_warnings_are_calmed(severity: Severity) -> None:
    finding = replace(SUSPICION, severity=severity)
    assert calmed(finding, QUIET) == finding


def test_a_rule_that_knows_and_a_risk_that_the_writer_has_decided_on_are_never_calmed() -> None:
    assert calmed(SUSPICION, QUIET, coded=("test.rule",)) == SUSPICION
    assert calmed(SUSPICION, QUIET, replace(ME, stances=((Risk.TONE_HEATED, Stance.WARN),))) == SUSPICION


def test_no_rule_that_is_written_in_code_is_ever_calmed() -> None:
    text = "Ring me on 020 7946 0018 or ann@example.org"
    rules = review_text(text, ME)
    knowing = [each for each in rules.findings if each.rule_id in shipped_engine().knowing_rules]
    assert knowing
    assert joining().joined(rules, reading(text, ruled_out=frozenset(Risk))).findings == rules.findings


def test_words_that_were_written_since_are_not_calmed_and_the_others_stay_so() -> None:
    before, after = f"{DRAFT} Bah.", f"{DRAFT} Bah, fools."
    heard = rebased(reading(before, ruled_out=frozenset(Risk)), after)
    old, new = rule_finding(after, "Rain", Risk.TONE_HEATED), rule_finding(after, "fools", Risk.TONE_HEATED)
    found = joining().joined(Report(after, (old, new)), heard).findings
    assert [each.severity for each in found] == [Severity.NOTE, Severity.WARN]


def test_words_from_which_something_was_taken_since_are_not_calmed() -> None:
    after = DRAFT.replace("Rain all", "Rain")
    heard = rebased(QUIET, after)
    (found,) = joining().joined(Report(after, (rule_finding(after, "Rain day", Risk.TONE_HEATED),)), heard).findings
    assert found.severity is Severity.WARN


# --------------------------------------------------------------------------------------------- what was answered


def answer(scope: IgnoreScope, finding: Finding) -> Dismissal:
    marks = {
        IgnoreScope.SENTENCE: finding.sentence_print,
        IgnoreScope.PHRASE: finding.phrase_print,
        IgnoreScope.RULE: finding.rule_id,
    }
    draft = "here" if scope is IgnoreScope.SENTENCE else None
    return Dismissal(scope, marks[scope], finding.rule_id, "shown", draft)


def answered(scope: IgnoreScope, text: str, heard: Reading, draft: str = "here") -> bool:
    """Whether *heard* of *text* is covered by an answer of this scope that was given to the leak in DRAFT."""
    (finding,) = joining().joined(Report(DRAFT), about_the_leak(DRAFT)).findings
    report = joining().joined(Report(text), heard, [answer(scope, finding)], draft)
    assert len(report.findings) + len(report.ignored) == 1
    return bool(report.ignored)


@pytest.mark.parametrize("scope", IgnoreScope)
def test_an_answer_survives_edits_elsewhere(scope: IgnoreScope) -> None:
    for text in (DRAFT, f"Sun! {DRAFT}", f"Off we go.\n\n{LEAK}", f"{LEAK} And there is more to tell. So much more!"):
        assert answered(scope, text, about_the_leak(text))


def test_an_answer_about_a_sentence_is_for_this_draft_and_these_words() -> None:
    assert not answered(IgnoreScope.SENTENCE, DRAFT, about_the_leak(DRAFT), draft="there")
    other = "Rain. Now my CFO stopped biting his nails at long last. Bed."
    heard = reading(
        other, opinion(other, "his nails", sentences=("Now my CFO stopped biting his nails at long last.",))
    )
    assert not answered(IgnoreScope.SENTENCE, other, heard)


def test_a_sentence_stays_answered_when_other_words_of_it_weigh_most_or_another_sentence_does() -> None:
    heard = reading(DRAFT, opinion(DRAFT, "CFO", sentences=(LEAK,)))
    assert answered(IgnoreScope.SENTENCE, DRAFT, heard)
    heard = reading(DRAFT, opinion(DRAFT, "Bed", sentences=(LEAK, "Bed.")))
    assert answered(IgnoreScope.SENTENCE, DRAFT, heard)


def test_an_answer_about_a_phrase_is_for_these_words_wherever_they_stand() -> None:
    text = "He stopped biting his nails, my CFO!"
    heard = reading(text, opinion(text, "stopped biting his nails", sentences=(text,)))
    assert answered(IgnoreScope.PHRASE, text, heard, draft="there")
    assert not answered(IgnoreScope.PHRASE, text, reading(text, opinion(text, "my CFO")))


def test_an_answer_about_a_rule_is_for_this_risk_alone() -> None:
    assert answered(IgnoreScope.RULE, DRAFT, reading(DRAFT, opinion(DRAFT, "Bed")), draft="there")
    assert not answered(IgnoreScope.RULE, DRAFT, reading(DRAFT, opinion(DRAFT, "Bed", Risk.TONE_HEATED)))


# ---------------------------------------------------------------------------------------- carried over an edit


def carried(old: str, words: str, new: str) -> str | None:
    """What a finding on *words* of *old* is on in *new*, ``None`` if it is gone."""
    kept = rebased(reading(old, opinion(old, words)), new).opinions
    return new[kept[0].span.start : kept[0].span.end] if kept else None


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("He snores all day", "snores"),
        ("He snores all day long", "snores"),
        ("And he snores all day", "snores"),
        ("He snores", "snores"),
        ("He snoress all day", "snores"),
        ("He snoring all day", None),
        ("He snore all day", None),
        ("He xsnores all day", None),
        ("He sno!res all day", None),
        ("He all day", None),
        ("", None),
    ],
)
def test_words_stay_found_unless_an_edit_touches_them_but_typing_goes_on_behind_them(
    new: str, expected: str | None
) -> None:
    assert carried("He snores all day", "snores", new) == expected


def test_one_letter_keeps_its_finding_when_typing_goes_on_behind_it() -> None:
    assert carried("I", "I", "I am") == "I"


def everything(text: str) -> Reading:
    """A reading with an opinion on each stretch of up to three characters."""
    spans = [Span(start, end) for start in range(len(text)) for end in range(start + 1, min(start + 4, len(text) + 1))]
    found = tuple(Opinion(Risk.TONE_HEATED, 0.9, Sureness.VERY, each, (each,), (each,)) for each in spans)
    return Reading(text, Side.PERSONAL, found, ruled_out=frozenset(Risk))


@given(edits())
def test_what_stays_found_is_on_the_same_characters(edit: tuple[str, str]) -> None:
    old, new = edit
    before = everything(old)
    after = rebased(before, new)
    assert after.text == new
    kept = [new[each.span.start : each.span.end] for each in after.opinions]
    words = iter(old[each.span.start : each.span.end] for each in before.opinions)
    assert all(any(each == word for word in words) for each in kept)


@given(edits(), texts)
def test_what_was_not_read_is_told_over_several_edits(edit: tuple[str, str], third: str) -> None:
    first, second = edit
    reading_of_third = rebased(rebased(everything(first), second), third)
    unread = reading_of_third.written_since
    if unread is None:
        assert first == second == third
        return
    assert unread.end <= len(third)
    assert first.startswith(third[: unread.start])
    assert first.endswith(third[unread.end :])


@given(texts)
def test_the_same_text_is_the_same_reading(text: str) -> None:
    heard = everything(text)
    assert rebased(heard, text) is heard


# ------------------------------------------------------------------------------------------- while it is being written


def test_what_has_not_moved_is_the_very_same_finding_at_the_next_key() -> None:
    joins, first, later = joining(), about_the_leak(DRAFT), DRAFT + " Now"
    (before,) = joins.joined(Report(DRAFT), first).findings
    (after,) = joins.joined(Report(later), rebased(first, later)).findings
    assert after is before


def test_what_has_been_answered_since_is_not_raised_again() -> None:
    joins = joining()
    (raised,) = joins.joined(Report(DRAFT), about_the_leak(DRAFT)).findings
    answered = (Dismissal(IgnoreScope.PHRASE, raised.phrase_print, raised.rule_id, "shown"),)
    report = joins.joined(Report(DRAFT), about_the_leak(DRAFT), answered)
    assert (report.findings, report.ignored) == ((), (raised,))


@given(edits())
def test_a_joining_that_remembers_says_what_a_new_one_would(edit: tuple[str, str]) -> None:
    remembering = joining()
    remembering.joined(Report(DRAFT), about_the_leak(DRAFT))
    for written in edit:
        for text in (f"{written}{DRAFT}", f"{DRAFT}{written}", f"Rain all day here. {LEAK}{written}"):
            carried = rebased(about_the_leak(DRAFT), text)
            assert remembering.joined(Report(text), carried) == joining().joined(Report(text), carried)
