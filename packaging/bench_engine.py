"""How long the review takes: per key in short and long drafts, on the worst inputs, and to load.

Times are of this thread's processor, so that what else the machine does matters less;
``python packaging/bench_engine.py`` prints them beside the figures that must be reached.
"""

import gc
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.checks.engine import Engine
from app.checks.rulepack import load_packs
from app.model.persona import Side
from app.model.policy import default_policy
from grown_pack import ten_times

POLICY = default_policy(Side.PERSONAL)
KEYS = {280: 600, 3_000: 400, 100_000: 150}
MUST = {"280": (0.06, 0.25), "3,000": (0.3, 0.8), "100,000": (0.8, 1.5), "100,000 in one paragraph": (10.0, 15.0)}
EVERYDAY = (
    "The bus was late again and I read half a chapter in the rain.",
    "Made soup from what was left in the fridge, and it was better than it had any right to be.",
    "Does anyone know a good place to get a bike serviced before spring?",
    "We walked up to the old lighthouse and the wind nearly took my hat.",
    "My sister sent a picture of the garden and I have been smiling at it all morning.",
    "Finished the blue scarf at last, only two years after I began it.",
    "Thank you all for the kind words yesterday, they meant a lot.",
    "Three loaves in and the starter has finally forgiven me.",
    "The choir sings on Sunday at four, entry is free and there will be cake.",
    "I keep hearing the same blackbird at five in the morning.",
    "New glasses. The trees have leaves, each of them separately!",
    "Today's small win: the printer worked the first time I asked it to.",
    "Slow week, long book, good tea. More of this, please.",
    "If you are near the river tonight, look up, the moon is enormous.",
    "What is the first film you remember seeing in a cinema?",
    "Our slides from the meetup are online, with a recording for those who could not come.",
    "Learned to change a tyre at the age of forty, and I am absurdly proud.",
    "The museum has a room full of clocks and none of them agree.",
    "A neighbour left a bag of plums on the step with a note that just said: too many.",
    "I have started drawing again, badly, every evening for ten minutes.",
    "Rain on the tent all night, coffee on the stove at six, not one complaint from anybody.",
    "Looking for podcasts about maps, old ones, wrong ones, all of them.",
    "The team finished the run in under two hours and then ate everything in sight.",
    "It snowed for eleven minutes and the whole street came out to see it.",
)
"""What people post on an ordinary day; the rules' own examples, of which the other rows are made, are harder."""
_LATELY_TYPED = 100
_EVERYDAY = ", everyday text"
HOSTILE: dict[str, str] = {
    "one word": "a",
    "digits": "1234567890",
    "digits apart": "1 2 3 4 ",
    "at signs": "@",
    "addresses begun": "a@",
    "letters apart": "f u c k ",
    "stars": "f**k s**t ",
    "leet words": "sh1t {}x ",
    "swearing": "fuck shit ",
    "nearly a rule": "my boss is such a ",
    "a rule again and again": "you are an idiot ",
    "emoji": "\U0001f600",
    "nothing to see": "\u200b",
    "hidden letters": "f\u200bu\u200bc\u200bk ",
    "another script": "привет мир ",
    "look-alikes": "\u0441\u043e\u0441\u043e \u0430\u0430 ",
    "quotation marks": '"',
    "dots": ". ",
    "links": "http://a.b/c ",
    "line breaks": "a\n",
    "drawn out": "sooooo ",
    "keys": "api_key=a1b2c3d4e5f6 ",
    "houses": "12 High Street ",
    "short lines": "a {}\n",
    "short lines of a rule": "my boss {}\n",
    "short sentences": "My idiot boss, {}. ",
    "links begun": "a@a.",
}


def run() -> None:
    """Print everything this module measures."""
    engine = _loading()
    print(f"\n{'one key, milliseconds of processor':38}{'p50':>9}{'p99':>9}   must")
    for name, text, keys in _drafts():
        typed = EVERYDAY if name.endswith(_EVERYDAY) else _sentences()
        times = list(_typing(engine, text, keys, typed))
        size = name.removesuffix(_EVERYDAY)
        print(f"{name:38}{median(times):9.3f}{_worst(times):9.3f}   {MUST[size][0]} / {MUST[size][1]}")
    _growth()
    print(f"\n{'worst inputs, microseconds a character':38}{'10,000':>9}{'100,000':>9}   must")
    for name, pattern in HOSTILE.items():
        costs = [_cost(engine, pattern, length) for length in (10_000, 100_000)]
        print(f"{name:38}{costs[0]:9.3f}{costs[1]:9.3f}   1.0")


def _growth() -> None:
    """Print what a key costs with ten times the pack against the shipped one, the two taking turns."""
    packs = load_packs()
    shipped, grown = Engine(packs), Engine(ten_times(packs))
    gc.collect()
    gc.freeze()
    print(f"\n{'ten times the pack, one key':38}{'shipped':>9}{'grown':>9}{'ratio':>9}   must")
    for name, text, keys in _drafts():
        if not name.startswith("280"):
            continue
        typed = EVERYDAY if name.endswith(_EVERYDAY) else _sentences()
        turns = zip(_typing(shipped, text, keys, typed), _typing(grown, text, keys, typed), strict=True)
        once, ten_times_over = map(median, zip(*turns, strict=True))
        print(f"{name:38}{once:9.3f}{ten_times_over:9.3f}{ten_times_over / once:9.2f}   3.0")


def _loading() -> Engine:
    start = time.thread_time()
    packs = load_packs()
    read = time.thread_time()
    engine = Engine(packs)
    for side in Side:
        engine.review("Ready.", default_policy(side))
    ready = time.thread_time()
    gc.collect()
    gc.freeze()
    print(f"reading {len(packs.rules)} rules {1e3 * (read - start):.0f} ms, both indexes {1e3 * (ready - read):.0f} ms")
    return engine


def _drafts() -> Iterator[tuple[str, str, int]]:
    sentences = _sentences()
    yield "280", _text(sentences, 280 - _LATELY_TYPED), KEYS[280]
    yield "3,000", _text(sentences, 3_000), KEYS[3_000]
    yield f"280{_EVERYDAY}", _text(EVERYDAY, 280 - _LATELY_TYPED), KEYS[280]
    yield f"3,000{_EVERYDAY}", _text(EVERYDAY, 3_000), KEYS[3_000]
    yield "100,000", _text(sentences, 100_000), KEYS[100_000]
    yield "100,000 in one paragraph", _text(sentences, 100_000).replace("\n", " "), KEYS[100_000] // 5


def _sentences() -> list[str]:
    """Return what the rules themselves give as examples: two harmless sentences to one that fires."""
    packs = load_packs()
    quiet = [example.text for rule in packs.rules for example in rule.quiet]
    fires = [example.text for rule in packs.rules for example in rule.fires][: len(quiet) // 25]
    return [sentence if sentence[-1:] in ".!?" else f"{sentence}." for sentence in (*quiet, *fires)]


def _text(sentences: Sequence[str], length: int) -> str:
    """Return paragraphs of about five sentences, *length* characters in all."""
    chance = random.Random(length)
    text = ""
    while len(text) < length:
        text += " ".join(chance.choices(sentences, k=5)) + "\n\n"
    return text[:length]


def _typing(engine: Engine, text: str, keys: int, sentences: Sequence[str]) -> Iterator[float]:
    """Yield how many milliseconds each key takes while *sentences* are typed into the middle of *text*."""
    typed = " ".join(random.Random(keys).choices(sentences, k=keys // 10))
    middle = len(text) // 2
    engine.review(text, POLICY)
    for key in range(keys):
        begun = key - key % _LATELY_TYPED
        written = f"{text[:middle]} {typed[begun : key + 1]}{text[middle:]}"
        start = time.thread_time_ns()
        engine.review(written, POLICY)
        yield (time.thread_time_ns() - start) / 1e6


def _cost(engine: Engine, pattern: str, length: int) -> float:
    parts = (pattern.replace("{}", str(count)) for count in range(length))
    text = "".join(part for part, _ in zip(parts, range(length // len(pattern) + 1), strict=False))[:length]
    start = time.thread_time()
    engine.review(text, POLICY)
    return (time.thread_time() - start) / length * 1e6


def _worst(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


if __name__ == "__main__":
    run()
