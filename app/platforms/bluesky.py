"""How Bluesky counts: graphemes, and bytes, of the text after its app has shortened the links."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from app.platforms.parts import CountPart, PartKind, grouped, plain
from app.text.graphemes import grapheme_count

_LINK = re.compile(
    r"(?:^|\s|\()(?:(https?://\S+)|[a-z][a-z0-9]*(?:\.[a-z0-9]+)+\S*)",  # what starts like a bare domain hides the rest
    re.IGNORECASE | re.MULTILINE | re.ASCII,
)
_URL = re.compile(
    r"(https?)://(?:[^/\\?#]*@)?([^/\\?#:@]+)(?::([0-9]*))?(?![^/\\?#])([^?#]*)(\?[^#]*)?(#.*)?", re.IGNORECASE
)
_IGNORED_IN_A_HOST = re.compile("[\xad\u200b\u2060\ufe00-\ufe0f\ufeff]")
_NEVER_IN_A_HOST = re.compile(
    r"[\s\x00-\x1f\"#%/:<>?@\[\\\]^`{|}\x7f\u0600\u200c-\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
_LONGEST_LABEL = 200  # far more than a host may have; punycode takes quadratic time
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_ESCAPED_IN_PATH = re.compile(r"[\x00-\x20\"<>^`{}\x7f]|[^\x00-\x7f]")
_ESCAPED_IN_QUERY = re.compile(r"[\x00-\x20\"'<>\x7f]|[^\x00-\x7f]")
_ESCAPED_IN_FRAGMENT = re.compile(r"[\x00-\x20\"<>`\x7f]|[^\x00-\x7f]")
_DOT, _TWO_DOTS = (".", "%2e"), ("..", ".%2e", "%2e.", "%2e%2e")
_LONGEST_PATH = 15
_KEPT_OF_PATH = 13


@dataclass(frozen=True, slots=True)
class _Shortened:
    """A text as the app will post it, and the links in it as they are shown."""

    text: str
    links: tuple[str, ...] = ()


def parts_of(text: str) -> tuple[CountPart, ...]:
    """Return graphemes; a link counts as what the app makes of it: no scheme, and the beginning of a long path."""
    shortened = _shorten_links(text)
    sizes = [grapheme_count(link) for link in shortened.links]
    return plain(grapheme_count(shortened.text) - sum(sizes)) + grouped(PartKind.LINKS, sizes)


def byte_length(text: str) -> int:
    """Return how many UTF-8 bytes the app will store for *text*."""
    return len(_shorten_links(text).text.encode("utf-8", "surrogatepass"))


def _shorten_links(text: str) -> _Shortened:
    if "http" not in text:
        return _Shortened(text)
    pieces: list[str] = []
    links: list[str] = []
    start = 0
    for found in _LINK.finditer(text):
        link = _without_punctuation(found.group(1) or "")
        if link.startswith("http"):
            shown = _as_shown(link)
            pieces += (text[start : found.start(1)], shown)
            links.append(shown)
            start = found.start(1) + len(link)
    return _Shortened("".join((*pieces, text[start:])), tuple(links))


def _without_punctuation(link: str) -> str:
    """Take off one closing stop, and one closing bracket that was opened outside the link."""
    if link.endswith((".", ",", ";", "!", "?")):
        link = link[:-1]
    return link[:-1] if link.endswith(")") and "(" not in link else link


def _as_shown(link: str) -> str:
    """Return a link as the app shows it; one that is no valid URL stays as it is."""
    url = _URL.fullmatch(link)
    host = _host(url.group(2)) if url else None
    if url is None or host is None:
        return link
    port = url.group(3) or ""
    if port and port.lstrip("0") != _DEFAULT_PORTS[url.group(1).lower()]:
        host = f"{host}:{int(port)}"
    path = _resolved(_escaped(url.group(4).replace("\\", "/") or "/", _ESCAPED_IN_PATH))
    query = _escaped(url.group(5) or "", _ESCAPED_IN_QUERY)
    fragment = _escaped(url.group(6) or "", _ESCAPED_IN_FRAGMENT)
    rest = ("" if path == "/" else path) + ("" if query == "?" else query) + ("" if fragment == "#" else fragment)
    return f"{host}{rest[:_KEPT_OF_PATH]}..." if len(rest) > _LONGEST_PATH else host + rest


def _host(host: str) -> str | None:
    """Return a host as a browser writes it, in lower case and punycode; ``None`` for one that no browser takes."""
    if not host.isascii():
        host = normalize("NFKC", _IGNORED_IN_A_HOST.sub("", host)).lower()
    if _NEVER_IN_A_HOST.search(host) or ".." in host:
        return None
    return ".".join(label if label.isascii() else f"xn--{_punycode(label)}" for label in host.lower().split("."))


def _punycode(label: str) -> str:
    return label[:_LONGEST_LABEL].encode("punycode", "replace").decode("ascii")


def _escaped(part: str, unsafe: re.Pattern[str]) -> str:
    return unsafe.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode("utf-8", "replace")), part)


def _resolved(path: str) -> str:
    """Take "." and ".." out of a path, as a browser does."""
    if "/." not in path and "/%2" not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for index, segment in enumerate(segments):
        if segment.lower() in _TWO_DOTS:
            del kept[-1:]
        elif segment.lower() not in _DOT:
            kept.append(segment)
            continue
        if index == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)
