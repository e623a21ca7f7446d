"""The sentences of a finding, for the eye and for a screen reader."""

from PySide6.QtCore import QCoreApplication

from app.model.finding import Group, Report, Severity
from app.model.policy import IgnoreScope
from ui.widgets.finding_groups import FindingGroup, Readership
from ui.widgets.verdict import severity_word


def counts_words(report: Report) -> str:
    """Return how many findings are open, by severity: "1 high · 1 medium"; empty when there are none."""
    say = QCoreApplication.translate
    found = [finding.severity for finding in report.findings]
    high, medium, low = (found.count(severity) for severity in (Severity.HOLD, Severity.WARN, Severity.NOTE))
    phrases = (
        say("Findings", "%n high", "", high) if high else "",
        say("Findings", "%n medium", "", medium) if medium else "",
        say("Findings", "%n low", "", low) if low else "",
    )
    return " · ".join(phrase for phrase in phrases if phrase)


def whole_sentence(group: FindingGroup, readership: Readership) -> str:
    """Return all that the card says, the way it is read out."""
    say = QCoreApplication.translate
    parts = [
        say("Findings", "{severity} risk: {title}.").format(
            severity=severity_word(group.severity), title=group.first.title
        ),
        quoted(group.words) + ".",
        times_words(group),
        group.first.message,
        group.first.why,
        instead_words(group),
        minds_words(group, readership),
    ]
    return " ".join(part for part in parts if part)


def quoted(words: str) -> str:
    """Return *words* on one line, in quotation marks."""
    return f"“{' '.join(words.split())}”"


def times_words(group: FindingGroup) -> str:
    """Return how often the words stand in the draft, when that is more than once."""
    if len(group.findings) == 1:
        return ""
    return QCoreApplication.translate("Findings", "Found %n times.", "", len(group.findings))


def instead_words(group: FindingGroup) -> str:
    """Return the first piece of advice on what to write instead."""
    if not group.first.instead:
        return ""
    phrase = QCoreApplication.translate("Findings", "What to write instead: {advice}")
    return phrase.format(advice=group.first.instead[0])


def minds_words(group: FindingGroup, readership: Readership) -> str:
    """Return the guideline behind the rule, and who could mind."""
    say = QCoreApplication.translate
    names = {
        Group.FRIENDS: say("Findings", "friends"),
        Group.FAMILY: say("Findings", "family"),
        Group.COLLEAGUES: say("Findings", "colleagues"),
        Group.BOSS: say("Findings", "your boss"),
        Group.CLIENTS: readership.works_with,
        Group.STRANGERS: say("Findings", "strangers"),
    }
    minds = ", ".join(names[each] for each in Group if each in group.first.minds)
    parts = [
        say("Findings", "Guideline {number}.").format(number=group.first.guideline) if group.first.guideline else "",
        say("Findings", "Could mind: {readers}.").format(readers=minds) if minds else "",
    ]
    return " ".join(part for part in parts if part)


def fix_words(replacement: str) -> str:
    """Return what the button says that puts *replacement* in place of the words."""
    say = QCoreApplication.translate
    if not replacement:
        return say("Findings", "Take these words out")
    return say("Findings", "Use {wording}").format(wording=quoted(replacement))


def scope_words(scope: IgnoreScope, readership: Readership) -> str:
    """Return what an answer covers, as its menu says it."""
    phrase = {
        IgnoreScope.SENTENCE: QCoreApplication.translate("Findings", "Only here, in this sentence"),
        IgnoreScope.PHRASE: QCoreApplication.translate("Findings", "This phrase for {persona}"),
        IgnoreScope.RULE: QCoreApplication.translate("Findings", "This rule for {persona}"),
    }[scope]
    return phrase.format(persona=readership.persona_name)
