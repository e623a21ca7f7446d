"""Ask another checker about posts; runs in the environment that has it, and needs nothing else but Python.

``PYTHON peer_answers.py NAME`` reads a JSON list of posts from standard input and prints one JSON object: ``answers``,
one ``1`` or ``0`` a post, and ``seconds``, the processor's time for all of them, one post at a time. The exit status is
3 where the checker is not installed.
"""

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module

NOT_INSTALLED = 3
_WARM_UP = ("the bus was late again", "a fucking good day")

Asked = Callable[[str], bool]


def _better_profanity() -> Asked:
    profanity = import_module("better_profanity").profanity
    return lambda post: bool(profanity.contains_profanity(post))


def _alt_profanity_check() -> Asked:
    predict = import_module("profanity_check").predict
    return lambda post: bool(predict([post])[0])


def _proselint() -> Asked:
    import_module("proselint.registry").CheckRegistry().register_many(import_module("proselint.checks").__register__)
    linted = import_module("proselint.tools").LintFile
    return lambda post: bool(linted("post", post).lint())


CHECKERS: dict[str, Callable[[], Asked]] = {
    "better-profanity": _better_profanity,
    "alt-profanity-check": _alt_profanity_check,
    "proselint": _proselint,
}


def main() -> int:
    """Answer; see the module."""
    posts: list[str] = json.load(sys.stdin)
    try:
        asked = CHECKERS[sys.argv[1]]()
    except ImportError:
        return NOT_INSTALLED
    for post in _WARM_UP:
        asked(post)
    begun = time.process_time()
    answers = [asked(post) for post in posts]
    seconds = time.process_time() - begun
    json.dump({"answers": "".join("01"[answer] for answer in answers), "seconds": seconds}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
