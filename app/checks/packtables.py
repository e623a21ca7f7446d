"""What each kind of table in a rule pack becomes: a risk's words, a cue, a rule, or the words of a coded check."""

from collections.abc import Mapping

from app.checks.packfields import Fields
from app.checks.rule import CodedRule, Cue, Guard, RiskWords, Rule, Scope, Sides, Wording
from app.model.finding import Group, Risk, Severity
from app.model.persona import Side

_SAYS = {"message", "why", "guideline", "minds", "instead"}
RISK = _SAYS | {"id", "title", "severity", "threshold", "rewordings", "silenced_by"}
CUE = {"id", "risk", "weight", "sides", "phrases"}
CODED = _SAYS | {"id", "risk", "severity", "fixes"}
RULE = CODED | {"phrases", "unless", "guards", "needs", "scope", "silenced_by", "fires", "quiet"}
"""The fields that each kind of table may have."""

_DEFAULT_SEVERITY = Sides(Severity.WARN, Severity.WARN)
_DEFAULT_THRESHOLD = 3

Risks = Mapping[Risk, RiskWords]


def read_risk(fields: Fields, cues: frozenset[str]) -> RiskWords | None:
    """Return the words of one risk; *cues* are the names that its ``silenced_by`` may use."""
    risk = fields.choice("id", Risk)
    wording = _wording(fields, None)
    words = (
        fields.text("title"),
        fields.severity(_DEFAULT_SEVERITY),
        fields.number("threshold", _DEFAULT_THRESHOLD, 1),
    )
    rewordings, silenced_by = fields.rewordings("rewordings"), _cues(fields, "silenced_by", cues)
    return RiskWords(risk, words[0], words[1], wording, words[2], rewordings, silenced_by) if risk else None


def read_cue(fields: Fields) -> Cue | None:
    """Return one cue; without a risk it carries no weight of its own."""
    name = fields.text("id")
    risk = fields.risk() if "risk" in fields.table else None
    return Cue(
        id=name,
        risk=risk,
        weight=fields.number("weight", 1, 0) if risk else 0,
        sides=fields.choices("sides", Side, Side),
        forms=fields.forms("phrases", required=True),
        file=fields.file,
    )


def read_rule(fields: Fields, risks: Risks, cues: frozenset[str]) -> Rule | None:
    """Return one rule; *cues* are the names that ``needs`` and ``silenced_by`` may use."""
    risk = _risk_of_id(fields)
    general = risks.get(risk) if risk else None
    rule = Rule(
        id=fields.id,
        risk=risk or Risk.TONE_HEATED,
        severity=fields.severity(general.severity if general else None),
        wording=_wording(fields, general),
        forms=fields.forms("phrases", required=True),
        unless=fields.forms("unless"),
        guards=fields.choices("guards", Guard, Guard),
        needs=_cues(fields, "needs", cues),
        scope=fields.choice("scope", Scope, Scope.SENTENCE) or Scope.SENTENCE,
        silenced_by=_cues(fields, "silenced_by", cues, general.silenced_by if general else frozenset()),
        fires=fields.examples("fires"),
        quiet=fields.examples("quiet"),
        file=fields.file,
    )
    return rule if risk else None


def read_coded(fields: Fields, risks: Risks) -> CodedRule | None:
    """Return the words of one check written in code."""
    risk = _risk_of_id(fields)
    severity = fields.severity(risks[risk].severity if risk and risk in risks else None)
    wording = _wording(fields, risks.get(risk) if risk else None)
    return CodedRule(fields.id, risk, severity, wording, fields.file) if risk else None


def _cues(fields: Fields, field: str, known: frozenset[str], default: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the cues that a list names, *default* where the field is absent; note those that are not *known*."""
    if field not in fields.table:
        return default
    named = frozenset(fields.texts(field))
    for name in sorted(named - known):
        fields.note(field, f'there is no cue "{name}"')
    return named


def _risk_of_id(fields: Fields) -> Risk | None:
    name, risk = fields.text("id"), fields.risk()
    if risk and name and not name.startswith(f"{risk}."):
        fields.note("id", f'must begin with "{risk}."')
    return risk


def _wording(fields: Fields, default: RiskWords | None) -> Wording:
    """Return what a table says, and what its risk says where it is silent."""
    fallback = default.wording if default else None
    return Wording(
        message=fields.wording("message", fallback.message if fallback else None),
        why=fields.wording("why", fallback.why if fallback else None),
        guideline=fields.text("guideline", fallback.guideline if fallback else None),
        minds=fields.choices("minds", Group, fallback.minds if fallback else ()),
        instead=fields.wordings("instead") or (fallback.instead if fallback else ()),
        fixes=fields.wordings("fixes"),
    )
