"""How long the counters take per key, all networks together, each key in the middle of a text."""

import statistics
import time

from app.model.persona import Side
from app.platforms.counting import count
from app.platforms.limits import Network, default_networks, network, networks

_LENGTHS = (280, 3_000, 100_000)
_KEYS = 21
_PARAGRAPHS = {
    "English": "Visit {} went well. The crew had read the plan, and nobody argued. More at example.com soon, @ann!\n\n",
    "German, emoji": "Termin {} war gut — “die Crew” kannte den Plan 🚀👩🏽‍🚀. Mehr: https://example.com/x… #café\n\n",
    "Japanese": "今日は現場{}を見ました。計画は全員が読んでいて、議論はありませんでした。詳しくはexample.comで。\n\n",
    "one paragraph": "Visit {} went well, and nobody argued about it. ",
}


def run() -> None:
    """Print medians in milliseconds a key: every network there is, and the three of a new personal persona."""
    everyone = networks()
    personal = tuple(map(network, default_networks(Side.PERSONAL)))
    for name, paragraph in _PARAGRAPHS.items():
        for length in _LENGTHS:
            text = "".join(paragraph.format(number) for number in range(length // len(paragraph) + 1))[:length]
            all_ms = _median_ms(text, everyone)
            personal_ms = _median_ms(text, personal)
            print(
                f"counters  {name:<14} {length:>7,} characters   all {all_ms:7.3f} ms   personal {personal_ms:7.3f} ms"
            )


def _median_ms(text: str, counted: tuple[Network, ...]) -> float:
    times = []
    for key in range(_KEYS):
        middle = len(text) // 2
        typed = f"{text[:middle]}{'abc'[key % 3] * (key + 1)}{text[middle:]}"
        started = time.perf_counter()
        for each in counted:
            count(typed, each)
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1_000


if __name__ == "__main__":
    run()
