"""The sentences for what went wrong: what it was, where, and what to do."""

from app.command_line.arguments import WrongUsage
from app.command_line.output import OutputFailed
from app.command_line.policy_file import BadPolicy
from app.command_line.reading import STANDARD_INPUT, FileUnreadable, Obstacle
from app.command_line.terminal import printable
from app.errors import RulePackError, TwofoldError
from app.reader.unavailable import Lack, ReaderUnavailable


def sentence(error: TwofoldError) -> str:
    """Return what to tell the user about *error*, without a newline at its end."""
    if isinstance(error, WrongUsage):
        return f"{error.problem}\n{error.usage.rstrip()}"
    if isinstance(error, RulePackError):
        return "\n    ".join(
            (
                "rules in these files have mistakes, and the files are left out:",
                *(printable(str(problem)) for problem in error.problems),
            )
        )
    if isinstance(error, BadPolicy):
        return ": ".join(printable(part) for part in (error.name, error.path, f"{error.problem}.") if part)
    if isinstance(error, OutputFailed):
        return f"the answer cannot be written: {error.reason}"
    if isinstance(error, FileUnreadable):
        name = "standard input" if error.name == STANDARD_INPUT else printable(error.name)
        return f"{name}: {_why_unreadable(error)}"
    if isinstance(error, ReaderUnavailable):
        return f"the second reader cannot read: {_why_unavailable(error)} Without --reader on, rules alone review."
    raise error


def _why_unavailable(error: ReaderUnavailable) -> str:
    if error.lack is Lack.NO_WEIGHTS:
        return f"its file {error.file} is missing."
    if error.lack is Lack.FOREIGN_WEIGHTS:
        return f"its file {error.file} is not the one that came with Twofold."
    if error.lack is Lack.NO_RUNTIME:
        return "onnxruntime and numpy, which run it, do not work here."
    return "something in it went wrong."


def _why_unreadable(error: FileUnreadable) -> str:
    if error.obstacle is Obstacle.NOT_TEXT:
        return f"byte {error.detail} is neither UTF-8 nor UTF-16. Save the file as UTF-8 and try again."
    if error.obstacle is Obstacle.TOO_LARGE:
        return f"larger than {error.detail}, far more than one post. For many posts in one file there is --jsonl."
    if error.obstacle is Obstacle.NO_INPUT:
        return "there is none. Name a file instead."
    return f"cannot be read: {error.detail}."
