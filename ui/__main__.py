"""The entry point `twofold`: the studio, or a command that needs no window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app import __main__ as command_line

_COMMANDS = frozenset({"check", "rules", "--help", "-h", "--version"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the studio, or hand a command to the core before anything of Qt is imported; return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in _COMMANDS:
        return command_line.main(given)
    chosen = _studio_arguments(given)
    from ui.preflight import EXIT_UNAVAILABLE, why_no_window

    obstacle = why_no_window()
    if obstacle is not None:
        print(obstacle, file=sys.stderr)
        return EXIT_UNAVAILABLE
    from ui.application import run

    return run(chosen.data_dir)


def _studio_arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="twofold", description="Open the draft studio.", exit_on_error=True)
    parser.add_argument("--data-dir", type=Path, metavar="FOLDER", help="keep drafts, keys and settings in FOLDER")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main())
