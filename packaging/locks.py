"""Pin every package that Twofold needs, with the hashes of its files, for every system at once."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = Path("packaging", "requirements")

# What each file is for. The developers' is made first; the others may only repeat its versions.
LOCKS = {
    "developer": ("--extra", "studio", "--group", "dev"),
    "studio": ("--extra", "studio", "--group", "build"),
    "reader": ("--group", "build", "--group", "reader"),
    "core": ("--group", "build", "--group", "test-core"),
}


def write(uv: Path, options: Iterable[str]) -> int:
    """Write the files in ``packaging/requirements`` and return uv's exit status; no registry is named in them."""
    for name, choice in LOCKS.items():
        target = REQUIREMENTS / f"{name}.txt"
        command = [
            *(uv, "pip", "compile", "pyproject.toml", *choice, "--output-file", target),
            *("--universal", "--python-version", "3.11", "--generate-hashes"),
            *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"),
            *(("--constraints", REQUIREMENTS / "developer.txt") if name != "developer" else ()),
            *options,
        ]
        done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
        if done.returncode != 0:
            return done.returncode
        text = (ROOT / target).read_text(encoding="utf-8")
        header = f"# What the {name} environment holds; made by: python packaging/dev.py lock\n"
        (ROOT / target).write_text(header + text, encoding="utf-8")
        packages = sum(line[:1].isalpha() for line in text.splitlines())
        print(f"{target}: {packages} packages, {text.count('--hash=')} hashes")
    return 0
