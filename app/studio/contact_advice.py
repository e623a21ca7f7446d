"""Recommendations and replies for contact requests, as ``resources/contact_requests/en.toml`` words them."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from app.checks.wording import filled
from app.model.contact_advice import ContactAdvice, Reply, SafetyStep, Tone
from app.model.contact_request import Asker, Outcome
from app.model.persona import Handle, Persona
from app.platforms.limits import network

_USUAL_PLACE = "linkedin"


def contact_advice(
    persona: Persona, professional: Persona | None, asker: Asker, network_id: str, name: str
) -> ContactAdvice:
    """Return what to do when *asker*, called *name* (or nothing), wants in on *persona*'s account on a network.

    Replies lead to the account of *professional*, on the same network if it has one there.
    """
    document = _document()
    answer = document["answers"][asker, persona.side]
    way = _way_to(professional, network_id)
    reason = _said(answer["reason"], persona)
    if way is None and any("without_link" in reply for reply in answer["reply"]):
        reason = f"{reason} {document['no_link']}"
    return ContactAdvice(
        recommendation=_said(answer["recommendation"], persona),
        reason=reason,
        replies=tuple(_reply(reply, persona, way, " ".join(name.split())) for reply in answer["reply"]),
        steps=document["steps"] if asker is Asker.FRIGHTENING else (),
    )


def _reply(entry: dict[str, str], persona: Persona, way: Handle | None, name: str) -> Reply:
    outcome = Outcome(entry["outcome"])
    template, leads_to = entry["text"], ""
    if "without_link" in entry:
        if way is None:
            template = entry["without_link"]
            outcome = Outcome.DECLINED if outcome is Outcome.REDIRECTED else outcome
        else:
            leads_to = network(way.network).name
    text = _said(template, persona)
    if way is not None:
        text = text.replace("{link}", _written(way))
    return Reply(Tone(entry["tone"]), text.replace("{name}", f" {name}" if name else ""), outcome, leads_to)


def _said(template: str, persona: Persona) -> str:
    return filled(template, persona.works_with, "")


def _way_to(professional: Persona | None, network_id: str) -> Handle | None:
    """Return the handle to send people to: on the network where they asked, else the usual one, else the first."""
    handles = () if professional is None else professional.handles
    wanted = (network_id, _USUAL_PLACE)
    best = (each for wish in wanted for each in handles if each.network == wish)
    return next(best, next(iter(handles), None))


def _written(handle: Handle) -> str:
    """Return a link as it is, and a bare name with the network where it is found."""
    return handle.name if "/" in handle.name else f"{handle.name} on {network(handle.network).name}"


@cache
def _document() -> dict[str, Any]:
    text = files("resources").joinpath("contact_requests", "en.toml").read_text(encoding="utf-8")
    document = tomllib.loads(text)
    return {
        "answers": {(Asker(each["asker"]), each["side"]): each for each in document["answer"]},
        "steps": _steps(document["step"]),
        "no_link": document["no_link"],
    }


def _steps(entries: Iterable[dict[str, Any]]) -> tuple[SafetyStep, ...]:
    return tuple(SafetyStep(each["title"], tuple(each["lines"])) for each in entries)
