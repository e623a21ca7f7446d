"""``twofold check`` and ``twofold rules`` without a window: ``python -m app check post.txt`` needs no Qt."""

import sys
from collections.abc import Sequence

from app.checks.memory import made_to_stay
from app.clock import wall_clock
from app.command_line import status
from app.command_line.arguments import CheckLines, ExplainRules, WrongUsage, parse
from app.command_line.output import Output, OutputFailed, abandon_standard_output
from app.command_line.policy_file import BadPolicy
from app.command_line.reading import FileUnreadable
from app.errors import RulePackError, TwofoldError
from app.reader.unavailable import ReaderUnavailable

_STATUSES: dict[type[TwofoldError], int] = {
    WrongUsage: status.WRONG_USAGE,
    BadPolicy: status.WRONG_USAGE,
    RulePackError: status.BAD_DATA,
    FileUnreadable: status.UNREADABLE,
    ReaderUnavailable: status.UNAVAILABLE,
    OutputFailed: status.UNWRITABLE,
}


def main(arguments: Sequence[str]) -> int:
    """Do what *arguments* (without the program's name) ask for, and return the exit status."""
    output, errors = Output(sys.stdout), Output(sys.stderr)
    try:
        return _run(arguments, output, errors)
    except tuple(_STATUSES) as error:
        from app.command_line.saying import sentence

        if isinstance(error, OutputFailed):
            abandon_standard_output()
        errors.write(f"twofold: {sentence(error)}\n")
        return _STATUSES[type(error)]
    except KeyboardInterrupt:
        return status.INTERRUPTED
    except BrokenPipeError:
        abandon_standard_output()
        return status.NOBODY_READS


def _run(arguments: Sequence[str], output: Output, errors: Output) -> int:
    """Import only what the command needs: the studio comes through here, too, and shall open at once."""
    try:
        asked = parse(arguments)
    except SystemExit:  # argparse has answered --help or --version
        output.write("")
        return 0
    from app.command_line.second_opinions import second_opinions
    from app.reader.loading import shipped_folder

    today = wall_clock().astimezone().date()
    if isinstance(asked, ExplainRules):
        from app.command_line.explaining import explain

        return explain(asked, output, today, second_opinions(asked.reader, shipped_folder()))
    with made_to_stay():
        from app.command_line.checking import check_files, check_lines

    opinions = second_opinions(asked.reader, shipped_folder())
    if isinstance(asked, CheckLines):
        return check_lines(asked, output, errors, today, opinions)
    return check_files(asked, output, errors, today, opinions)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
