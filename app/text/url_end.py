"""Where a link ends: after its port, path and query, as X and Mastodon's servers read them."""

import re

LATIN_WITH_ACCENTS = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b"
    "\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_PATH = rf"[a-zA-Z\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{LATIN_WITH_ACCENTS}]"
_PORT = re.compile(r":[0-9]+")
_PATH_RUN = re.compile(rf"/(?:{_PATH}++|\((?:{_PATH}++|{_PATH}*+\({_PATH}++\){_PATH}*+)\))*+")
_QUERY_RUN = re.compile(r"\?[a-zA-Z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*+")
_WIDE_PATH_RUN = re.compile(r"/(?:[^\s<>()?]++|\((?:[^\s<>()?]++|[^\s<>()?]*+\([^\s<>()?]++\)[^\s<>()?]*+)\))*+")
_WIDE_QUERY_RUN = re.compile(r"\?(?:[a-zA-Z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^]|[^\x00-\x9f\s])*+")
_NO_PATH_END = "!*';:,.$%[]\u2013~@|&"
_NO_QUERY_END = "!?*'@();:+$%[].,~|"
_NO_WIDE_PATH_END = "!*\"'「」;:=,.$%[]~&|@"
_NO_WIDE_QUERY_END = "!?*'@();:+$%[].,~|^"


def end_of_url(text: str, end: int, *, any_script: bool) -> int:
    """Return where a URL ends whose domain ends at *end*; *any_script* as in ``links``."""
    port = _PORT.match(text, end)
    end = port.end() if port else end
    path = (_WIDE_PATH_RUN if any_script else _PATH_RUN).match(text, end)
    if path:
        run = path.group()[1:]
        end += 1 + (len(run.rstrip(_NO_WIDE_PATH_END)) if any_script else _path_length(run))
    query = (_WIDE_QUERY_RUN if any_script else _QUERY_RUN).match(text, end)
    if query:
        kept = query.group()[1:].rstrip(_NO_WIDE_QUERY_END if any_script else _NO_QUERY_END)
        end += 1 + len(kept) if kept else 0
    return end


def _path_length(run: str) -> int:
    """Return how much of *run* is path: a bracket may end it only after another bracket, a good end, or the slash."""
    end = len(run.rstrip(_NO_PATH_END))
    while end and run[end - 1] == ")":
        start = end
        while start and run[start - 1] == ")":
            start = _opening(run, start - 1)
        if start == 0 or run[start - 1] not in _NO_PATH_END:
            return end
        end = len(run[:start].rstrip(_NO_PATH_END))
    return end


def _opening(run: str, closing: int) -> int:
    depth = 0
    for position in range(closing, -1, -1):
        depth += (run[position] == ")") - (run[position] == "(")
        if depth == 0:
            return position
    return closing
