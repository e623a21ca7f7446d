"""How this machine reaches packages: mirror, proxies, certificates, pip's settings. Read when needed, never stored."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

APT = Path("/etc/apt")
COPIED = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt")
CERTIFICATES = "/usr/local/share/ca-certificates"
# Variables that say how to reach the network. Their values may name files, which then go along.
TELLING = re.compile(r"(?i)^(pip_.*|(https?|ftp|all|no)_proxy|.*_ca_bundle|ssl_cert_(file|dir)|git_ssl_cainfo)$")


@dataclass(frozen=True, slots=True)
class Source:
    """One place apt takes Debian packages from; ``keyring`` is empty when apt's own keys will do."""

    address: str
    suites: tuple[str, ...]
    components: tuple[str, ...]
    keyring: str

    def line(self, suite: str) -> str:
        """Return the entry for *suite* in the one-line form of ``sources.list``."""
        options = f"[signed-by={self.keyring}] " if self.keyring else ""
        return f"deb {options}{self.address} {suite} {' '.join(self.components)}\n"


def debian_sources(suite: str, apt: Path = APT) -> tuple[Source, ...]:
    """Return the sources for Debian's *suite* and its updates that apt is set up with, the suite's own first."""
    files = [apt / "sources.list", *sorted((apt / "sources.list.d").glob("*"))]
    found: list[Source] = []
    for path in files:
        if path.suffix == ".sources":
            found.extend(_paragraphs(path.read_text(encoding="utf-8")))
        elif path.suffix == ".list" and path.exists():
            found.extend(_lines(path.read_text(encoding="utf-8")))
    ours = {suite, f"{suite}-updates", f"{suite}-security"}
    debian = [source for source in found if set(source.suites) <= ours and "main" in source.components]
    return tuple(sorted(debian, key=lambda source: suite not in source.suites))


def proxies() -> dict[str, str]:
    """Return apt's proxies as the variables that other programs read."""
    dump = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=False).stdout
    return {f"{kind}_proxy": address for kind, address in re.findall(r'Acquire::(https?)::Proxy "([^"]+)"', dump)}


def copy_into(root: Path, sources: Iterable[Source]) -> None:
    """Let programs inside *root* reach packages as programs here do."""
    lines = [source.line(suite) for source in sources for suite in source.suites]
    (root / "etc/apt/sources.list").write_text("".join(lines), encoding="utf-8")
    dump = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=False).stdout
    network = [line for line in dump.splitlines() if re.match(r"Acquire::(https?::|Retries|ForceIPv)", line)]
    (root / "etc/apt/apt.conf.d/00host").write_text("\n".join(network) + "\n", encoding="utf-8")
    keyrings = [source.keyring for source in sources if source.keyring]
    credentials = [str(APT / "auth.conf"), *map(str, (APT / "auth.conf.d").glob("*"))]
    for name in dict.fromkeys([*COPIED, *keyrings, *credentials, *_files_named()]):
        _copy(Path(name), root)
    if Path(CERTIFICATES).is_dir():
        shutil.copytree(CERTIFICATES, root / CERTIFICATES.lstrip("/"), dirs_exist_ok=True)
    for configuration in (".config/pip/pip.conf", ".pip/pip.conf"):
        if (Path.home() / configuration).exists():
            target = root / "root" / configuration
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path.home() / configuration, target)


def variables(root: Path) -> dict[str, str]:
    """Return the environment for programs inside *root*: bare, but able to reach packages."""
    telling = {name: value for name, value in os.environ.items() if TELLING.match(name)}
    # A folder of packages on this machine is not on a bare one.
    telling = {name: value for name, value in telling.items() if not _is_absent(value, root)}
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return {**telling, **proxies(), "PATH": path, "HOME": "/root", "LANG": "C.UTF-8", "CI": "1"}


def _files_named() -> Iterator[str]:
    for name, value in os.environ.items():
        if TELLING.match(name) and Path(value).is_file():
            yield value


def _is_absent(value: str, root: Path) -> bool:
    return value.startswith("/") and not (root / value.lstrip("/")).exists()


def _copy(source: Path, root: Path) -> None:
    if not source.is_file():
        return
    target = root / str(source).lstrip("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    shutil.copyfile(source, target)


def _paragraphs(text: str) -> Iterator[Source]:
    """Read the form of ``*.sources``: paragraphs of ``Field: value``."""
    for paragraph in re.split(r"\n\s*\n", text):
        kept = "\n".join(line for line in paragraph.splitlines() if not line.startswith("#"))
        fields = dict(re.findall(r"^([A-Za-z-]+):[ \t]*(.*)$", kept, re.MULTILINE))
        if "deb" not in fields.get("Types", "").split() or fields.get("Enabled", "yes") == "no":
            continue
        for address in fields["URIs"].split():
            keyring = fields.get("Signed-By", "")
            yield Source(
                address,
                tuple(fields["Suites"].split()),
                tuple(fields.get("Components", "").split()),
                keyring if keyring.startswith("/") else "",
            )


def _lines(text: str) -> Iterator[Source]:
    """Read the form of ``sources.list``: ``deb [options] address suite components``."""
    for line in text.splitlines():
        match = re.match(r"deb\s+(?:\[([^]]*)\]\s+)?(\S+)\s+(\S+)\s*(.*)", line.strip())
        if match:
            options, address, suite, components = match.groups()
            keyring = re.search(r"signed-by=(\S+)", options or "", re.IGNORECASE)
            yield Source(address, (suite,), tuple(components.split()), keyring.group(1) if keyring else "")
