"""What each kind of table in a rule pack becomes: a risk's words, a cue, a rule, or the words of a coded check."""

from collections.abc import Mapping

from app.checks.packfields import Fields
from app.checks.rule import CodedRule, Cue, Guard, RiskWords, Rule, Scope, Sides, Wording
from app.model.finding import Group, Risk, Severity
from app.model.persona import Side

_SAYS = {"message", "why", "guideline", "minds", "instead"}
RISK = _SAYS | {"id", "title", "severity", "threshold", "rewordings"}
CUE = {"id", "risk", "weight", "sides", "phrases"}
CODED = _SAYS | {"id", "risk", "severity", "fixes"}
RULE = CODED | {"phrases", "unless", "guards", "needs", "scope", "fires", "quiet"}
"""The fields that each kind of table may have."""

_DEFAULT_SEVERITY = Sides(Severity.WARN, Severity.WARN)
_DEFAULT_THRESHOLD = 3

Risks = Mapping[Risk, RiskWords]


def read_risk(fields: Fields) -> RiskWords | None:
    """Return the words of one risk."""
    risk = fields.choice("id", Risk)
    wording = _wording(fields, None)
    words = (
        fields.text("title"),
        fields.severity(_DEFAULT_SEVERITY),
        fields.number("threshold", _DEFAULT_THRESHOLD, 1),
    )
    rewordings = fields.rewordings("rewordings")
    return RiskWords(risk, words[0], words[1], wording, words[2], rewordings) if risk else None


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
    """Return one rule; *cues* are the names that its ``needs`` may use."""
    risk = _risk_of_id(fields)
    rule = Rule(
        id=fields.id,
        risk=risk or Risk.TONE_HEATED,
        severity=fields.severity(risks[risk].severity if risk and risk in risks else None),
        wording=_wording(fields, risks.get(risk) if risk else None),
        forms=fields.forms("phrases", required=True),
        unless=fields.forms("unless"),
        guards=fields.choices("guards", Guard, Guard),
        needs=frozenset(fields.texts("needs")),
        scope=fields.choice("scope", Scope, Scope.SENTENCE) or Scope.SENTENCE,
        fires=fields.examples("fires"),
        quiet=fields.examples("quiet"),
        file=fields.file,
    )
    for name in sorted(rule.needs - cues):
        fields.note("needs", f'there is no cue "{name}"')
    return rule if risk else None


def read_coded(fields: Fields, risks: Risks) -> CodedRule | None:
    """Return the words of one check written in code."""
    risk = _risk_of_id(fields)
    severity = fields.severity(risks[risk].severity if risk and risk in risks else None)
    wording = _wording(fields, risks.get(risk) if risk else None)
    return CodedRule(fields.id, risk, severity, wording, fields.file) if risk else None


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
