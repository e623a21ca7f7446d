"""Check rule packs: ``python -m app.checks [FOLDER]`` names every mistake and every sentence a rule gets wrong."""

import sys
from pathlib import Path

from app.checks.engine import Engine
from app.checks.proving import broken_promises
from app.checks.rulepack import missing_risks, read_packs


def main(arguments: list[str]) -> int:
    """Print what is wrong with the packs in a folder, or with Twofold's own; return 0 when nothing is."""
    packs, problems = read_packs(Path(arguments[0]) if arguments else None)
    engine = Engine(packs)
    broken = [*problems, *(problem for rule in packs.rules for problem in broken_promises(engine, rule))]
    print(*broken, sep="\n", end="\n" if broken else "")
    print(f"{len(packs.rules)} rules, {len(packs.cues)} cues, {len(packs.coded)} coded checks; {len(broken)} problems")
    for risk in missing_risks(packs):
        print(f"nothing can raise {risk}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
