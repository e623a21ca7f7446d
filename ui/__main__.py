"""The entry point `twofold`: the studio, or a command that needs no window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from app.checks.memory import made_to_stay
from app.command_line.status import WRONG_USAGE
from ui.preflight import EXIT_UNAVAILABLE, why_no_window

_FOLDER = "--data-dir"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the studio, or hand a command to the core before anything of Qt is imported; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and not given[0].startswith(_FOLDER):
        from app.__main__ import main as run_command  # the studio starts without it

        return run_command(given)
    folder = _Arguments().parse_args(given).data_dir
    obstacle = why_no_window()
    if obstacle is not None:
        print(obstacle, file=sys.stderr)
        return EXIT_UNAVAILABLE
    with made_to_stay():
        from ui.application import run

    return run(folder)


class _Arguments(argparse.ArgumentParser):
    def __init__(self) -> None:
        super().__init__(prog="twofold", description="Open the draft studio.", add_help=False)
        self.add_argument(_FOLDER, type=Path, metavar="FOLDER", help="keep drafts, keys and settings in FOLDER")

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"twofold: {message}\n")


if __name__ == "__main__":
    sys.exit(main())
