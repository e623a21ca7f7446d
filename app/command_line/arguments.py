"""What the user asks for on the command line."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn

from app import __version__
from app.command_line.reading import STANDARD_INPUT
from app.errors import TwofoldError
from app.model.persona import Side

_SIDES = tuple(side.value for side in Side)
_FORMATS = ("text", "json")
_CHECK_NOTES = """\
exit status: 0 nothing or only Low findings, 1 something Medium, 2 something High (the worst file counts),
64 wrong usage or a mistake in the policy, 65 a bad line with --jsonl or a rule pack with mistakes,
66 a file that cannot be read, 69 no second reader although it was to be on.

The second reader, a small language model on this computer, hears what no word gives away. Its findings begin with
"Reads like", are Low or Medium, never High, and have rules called reader.RISK; where it is sure that nothing is meant,
what a rule only suspects becomes Low. It reads English, and of a text the first 100,000 characters. With auto (the
default) it reads if it can, with on it must, with off rules alone review.

No vault is opened and nothing is sent anywhere. A line of --jsonl is an object with "id" and "text", and if you like
"persona" and "platform"; start and end in the answer count characters (code points).

--policy names one JSON object that says who writes; what it leaves out has its default, and all of it may be left out:
  {"persona": "personal", "works_with": "patients", "on": "2026-11-24",
   "audience": {"clients": "yes", "boss": "no", "strangers": "unknown"},
   "stances": {"polarizing.politics": "off", "venting.customer": "hold"},
   "watch_terms": [{"term": "Acme Foods", "aliases": ["Acme", "AF"], "kind": "organisation",
                    "confidential_until": "2026-12-15"}],
   "other_handles": ["@ann_work", "linkedin.com/in/ann"]}
"clients" are the people one works with, whatever works_with calls them; the other groups are friends, family,
colleagues, boss and strangers. A stance sets the severity of a risk, or "off". A watch term is an organisation, person,
project or other, and counts up to and including its date. "on" is the day it is checked for (default: today). The
persona of the policy counts for every line of --jsonl."""

_RULES_NOTES = """\
For each sentence it says how its words are read (disguises seen through), which weak signs stand there, and which rules
were tried: what fired, what stood there and stayed quiet and why, and of which rules only part is there. Then what weak
signs add up to, against what it takes to be said. Times are from scratch; a review remembers sentences it has met.
Last come the risks that the second reader finds likeliest, between 0 and 1, from where on it says so, and what it made
of the rules' findings; with --reader off it is left out, with on it must read (69 if it cannot).
--policy is the file that "twofold check" takes."""


class ReaderUse(StrEnum):
    """Whether the second reader reads along: if it can, under all circumstances, or not."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


@dataclass(eq=False)
class WrongUsage(TwofoldError):
    """A command line that makes no sense; *usage* is the short help of the command meant."""

    usage: str
    problem: str


@dataclass(frozen=True, slots=True)
class CheckFiles:
    """Review each file as one post."""

    side: Side
    files: tuple[str, ...]
    as_json: bool
    policy_file: str | None = None
    reader: ReaderUse = ReaderUse.AUTO


@dataclass(frozen=True, slots=True)
class CheckLines:
    """Review every line of a file of JSON objects."""

    side: Side
    file: str
    policy_file: str | None = None
    reader: ReaderUse = ReaderUse.AUTO


@dataclass(frozen=True, slots=True)
class ExplainRules:
    """Say which rules were tried on a text, and why they fired or did not; ``None`` reads standard input."""

    side: Side
    text: str | None
    policy_file: str | None = None
    reader: ReaderUse = ReaderUse.AUTO


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUsage(self.format_usage(), message)


def parse(given: Sequence[str]) -> CheckFiles | CheckLines | ExplainRules:
    """Return what is asked for; raise ``WrongUsage``, or ``SystemExit`` after printing help or the version."""
    parser = _parser()
    if not given:
        raise WrongUsage(parser.format_usage(), "say what to do: check or rules")
    arguments = parser.parse_args(given)
    side, reader = Side(arguments.persona), ReaderUse(arguments.reader)
    if arguments.policy == STANDARD_INPUT:
        arguments.parser.error("--policy needs the name of a file: standard input (-) is for posts")
    if arguments.command == "rules":
        text = None if arguments.text == STANDARD_INPUT else arguments.text
        return ExplainRules(side, text, arguments.policy, reader)
    if arguments.jsonl is None:
        return _files(arguments, side, reader)
    if arguments.files or arguments.format is not None:
        arguments.parser.error("--jsonl takes one file and goes with neither FILE nor --format")
    return CheckLines(side, arguments.jsonl, arguments.policy, reader)


def _files(arguments: argparse.Namespace, side: Side, reader: ReaderUse) -> CheckFiles:
    if not arguments.files:
        arguments.parser.error("name a file to check, or - for standard input")
    if arguments.files.count(STANDARD_INPUT) > 1:
        arguments.parser.error("standard input (-) can be read only once")
    as_json = arguments.format == "json"
    return CheckFiles(side, tuple(arguments.files), as_json, arguments.policy, reader)


def _parser() -> _Parser:
    parser = _Parser(
        prog="twofold",
        description="Twofold reviews a post before you publish it. Without a command it opens the studio.",
        epilog="twofold [--data-dir FOLDER] opens the studio and keeps drafts, keys and settings in FOLDER.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Twofold {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_rules(commands)
    return parser


def _add_check(commands: "argparse._SubParsersAction[_Parser]") -> None:
    check = commands.add_parser(
        "check",
        help="review posts in files, without a window",
        description="Review each FILE as one post (- is standard input).",
        epilog=_CHECK_NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_persona(check)
    check.add_argument("--format", choices=_FORMATS, metavar="text|json", help="text for people (default), or JSON")
    check.add_argument("--jsonl", metavar="FILE", help="review one post a line, and answer one object a line")
    _add_policy(check)
    _add_reader(check)
    check.add_argument("files", nargs="*", metavar="FILE")
    check.set_defaults(parser=check)


def _add_rules(commands: "argparse._SubParsersAction[_Parser]") -> None:
    rules = commands.add_parser(
        "rules",
        help="try a text against all rules: what fired, and why",
        description="Try TEXT against all rules. Without TEXT, or with -, standard input is read.",
        epilog=_RULES_NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_persona(rules)
    _add_policy(rules)
    _add_reader(rules)
    rules.add_argument("text", nargs="?", default=STANDARD_INPUT, metavar="TEXT")
    rules.set_defaults(parser=rules)


def _add_persona(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--persona",
        choices=_SIDES,
        default=Side.PERSONAL.value,
        metavar="personal|professional",
        help="the side of you that posts it (default: personal)",
    )


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--policy", metavar="FILE", help="review as the persona that a JSON file describes")


def _add_reader(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reader",
        choices=tuple(use.value for use in ReaderUse),
        default=ReaderUse.AUTO.value,
        metavar="auto|on|off",
        help="have the second reader read along (default: auto, if it can)",
    )
