"""``twofold check``: review files, or lines of JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.command_line import status
from app.command_line.ahead import worked_ahead
from app.command_line.answers import Answer, answer, worded
from app.command_line.arguments import CheckFiles, CheckLines
from app.command_line.output import Output
from app.command_line.policy_file import read_policy
from app.command_line.reading import STANDARD_INPUT, FileUnreadable, opened, read_post
from app.command_line.records import BadLine, Identifier, Record, records
from app.command_line.saying import sentence
from app.command_line.second_opinions import SecondOpinions
from app.command_line.terminal import told, wants_colour
from app.errors import RulePackError
from app.model.persona import Side
from app.model.policy import Policy, default_policy
from app.reader.reading import Reading
from app.studio.reviewing import pack_problems

_LINES_AHEAD = 8
"""So many lines of a file are read while the second reader is at the first; whoever types them wants each at once."""


def check_files(asked: CheckFiles, output: Output, errors: Output, today: date, opinions: SecondOpinions) -> int:
    """Review each file as one post and return the worst exit status; a file that cannot be read stops no other.

    Raises ``BadPolicy`` or ``FileUnreadable`` for the file that says whom to review as, before anything is answered,
    and ``ReaderUnavailable`` as soon as a second reader that must read cannot.
    """
    policy = _policies(asked, today)[asked.side]
    worst = _left_out(errors)
    colour = output.stream is not None and wants_colour(output.stream)
    for number, name in enumerate(asked.files):
        try:
            answered = opinions.joined(answer(read_post(name), policy), policy)
        except FileUnreadable as error:
            said = sentence(error)
            errors.write(f"twofold: {said}\n")
            worst = status.UNREADABLE
            fields: dict[str, Any] = {"error": said}
            text = ""
        else:
            worst = max(worst, answered.status)
            fields = answered.as_json()
            text = "" if asked.as_json else told(name, opinions.tried(worded(answered, policy)), colour=colour)
        if asked.as_json:
            output.write(f"{',' if number else '['}\n{json.dumps({'file': name, 'id': name, **fields})}")
        elif text:
            output.write(f"\n{text}" if number else text)
    if asked.as_json:
        output.write("\n]\n")
    return worst


def check_lines(asked: CheckLines, output: Output, errors: Output, today: date, opinions: SecondOpinions) -> int:
    """Review one post a line and answer one object a line, in the same order.

    Raises ``FileUnreadable``, ``BadPolicy`` before anything is answered, and ``ReaderUnavailable`` as soon as a second
    reader that must read cannot.
    """
    policies = _policies(asked, today)
    all_good = _left_out(errors) == status.NOTHING_OR_NOTES
    ahead = 0 if opinions.reader is None or asked.file == STANDARD_INPUT else _LINES_AHEAD
    with opened(asked.file) as stream:
        lines = (_line(number, record, policies) for number, record in records(stream, asked.side))
        for line, reading in worked_ahead(lines, lambda line: line.reading(opinions), ahead):
            all_good &= line.review is not None
            output.write(f"{json.dumps(line.fields(opinions, reading))}\n")
    return status.NOTHING_OR_NOTES if all_good else status.BAD_DATA


@dataclass(frozen=True, slots=True)
class _Line:
    """One line and what rules say of it; a bad one has no review but a problem."""

    id: Identifier | None
    review: tuple[Answer, Policy] | None
    problem: str = ""

    def reading(self, opinions: SecondOpinions) -> Reading | None:
        """Return what the second reader makes of the post."""
        return None if self.review is None else opinions.reading(*self.review)

    def fields(self, opinions: SecondOpinions, reading: Reading | None) -> dict[str, Any]:
        """Return what is answered."""
        if self.review is None:
            return {"id": self.id, "error": self.problem}
        return {"id": self.id, **opinions.join(*self.review, reading).as_json()}


def _line(number: int, record: Record | BadLine, policies: Mapping[Side, Policy]) -> _Line:
    if isinstance(record, BadLine):
        return _Line(record.id, None, f"line {number}: {record.problem}")
    policy = policies[record.side]
    return _Line(record.id, (answer(record.text, policy), policy))


def _policies(asked: CheckFiles | CheckLines, today: date) -> dict[Side, Policy]:
    """Return whom to review posts of each side as: both as the file says, if one is named."""
    if asked.policy_file is None:
        return {side: default_policy(side) for side in Side}
    return dict.fromkeys(Side, read_policy(asked.policy_file, asked.side, today))


def _left_out(errors: Output) -> int:
    """Say every mistake in the rule packs, whose files are left out, and return the status that at least is due."""
    problems = pack_problems()
    if not problems:
        return status.NOTHING_OR_NOTES
    errors.write(f"twofold: {sentence(RulePackError(problems))}\n")
    return status.BAD_DATA
