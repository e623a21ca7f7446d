"""One command for everything a developer does: ``python packaging/dev.py --help``.

Needs nothing but the standard library, and works alike on Linux, macOS and Windows. This file alone also has to be
readable by a Python that is too old, so that it can say so.
"""

import sys


def main() -> int:
    """Check the Python, then do what the arguments say."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this is the one place that an older Python reaches
        have = f"{sys.version_info[0]}.{sys.version_info[1]}"
        print(f"Twofold needs Python 3.11 or newer, and this is Python {have}.", file=sys.stderr)
        print("Name a newer one: make run PYTHON=python3.11", file=sys.stderr)
        return 69
    from commands import run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
