"""Score the review on every labelled set and print one table, with what must be reached and what has become worse.

The sets lie beside the project (``--sets``). ``--keep`` writes the table to ``tests/reference/evaluation.txt``; without
it every figure is compared with the one kept there, and the exit status is 1 when one is worse.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from labelled_sets import authored, is_unread, our_own, public
from peer_table import print_side_by_side
from peers import HOW_TO_GET_THEM
from refusal import Refusal
from scoring import Judged, Post, category, counts, counts_by_risk, flagged, quiet, share, violations

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "reference" / "evaluation.txt"
_OURS = ROOT / "tests" / "corpus"
_SETS = ROOT.parent / "shared" / "eval"
_WARN, _HOLD = 2, 3
_DIFFICULTIES = ("plain", "paraphrase", "obfuscated", "context")
_RECALL_ONLY = ("davidson", "mlma", "swad", "toxic_spans")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table, as a fraction; ``must`` is what it has to reach, ``more_is_better`` which way that is."""

    name: str
    value: float
    must: float | None = None
    more_is_better: bool = True

    @property
    def is_reached(self) -> bool:
        """Whether it is as good as it must be."""
        return self.must is None or self.is_at_least(self.must)

    def is_at_least(self, other: float) -> bool:
        """Return whether the value is as good as *other*, to the four digits that the table shows."""
        ours, theirs = round(self.value, 4), round(other, 4)
        return ours >= theirs if self.more_is_better else ours <= theirs


def main() -> int:
    """Print the table; see the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=Path, default=_SETS, help="the folder of labelled sets")
    parser.add_argument("--keep", action="store_true", help="keep this table as the one to compare with")
    parser.add_argument("--risks", action="store_true", help="print precision and recall of each of the 29 risks too")
    parser.add_argument("--peers", type=Path, metavar="PYTHON", help=HOW_TO_GET_THEM)
    chosen = parser.parse_args()
    if not chosen.sets.is_dir():
        print(f"There are no labelled sets in {chosen.sets}; name their folder with --sets.", file=sys.stderr)
        return 69
    review = _reviewer()
    if chosen.peers is not None:
        return _compared(chosen.sets / "dev", chosen.peers, review)
    known = _kept()
    worse = 0
    lines = []
    for figure in _figures(chosen.sets, review):
        before = known.get(figure.name)
        got_worse = before is not None and not figure.is_at_least(before)
        worse += got_worse
        lines.append(_line(figure))
        print(lines[-1] + (f"  worse: was {before:.4f}" if got_worse else ""), flush=True)
    if chosen.risks:
        for line in _risk_lines(chosen.sets, review):
            print(line)
    if chosen.keep:
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return 0
    return 1 if worse else 0


def _compared(dev: Path, python: Path, review: "Review") -> int:
    try:
        return print_side_by_side(dev, python, review)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 69


Review = Callable[[Iterable[Post]], list[Judged]]


def _reviewer() -> Review:
    sys.path.insert(0, str(ROOT))
    from app.checks.engine import Engine
    from app.checks.rulepack import load_packs
    from app.model.persona import Side
    from app.model.policy import default_policy

    engine = Engine(load_packs())
    policies = {side.value: default_policy(side) for side in Side}

    def judge(post: Post) -> Judged:
        raised: dict[str, int] = {}
        for finding in engine.review(post.text, policies[post.side]).findings:
            raised[finding.risk.value] = max(raised.get(finding.risk.value, 0), finding.severity)
        return Judged(post, raised)

    return lambda posts: [judge(post) for post in posts]


def _figures(sets: Path, review: Review) -> Iterator[Figure]:
    for path in sorted(_OURS.glob("*.toml")):
        yield from _our_own(path.stem, review(our_own(path)))
    yield from _authored_dev(review(authored(sets / "authored_dev.jsonl.gz")))
    yield from _authored_train(review(authored(sets / "authored_train.jsonl.gz")))
    yield from _real(review(authored(sets / "real_labelled.jsonl.gz")))
    dev = sets / "dev"
    yield from _annotated(review(public(dev / "annotated_real.jsonl")))
    yield from _background(
        review(public(dev / "benign_background.jsonl.gz")), review(public(dev / "ordinary_tweets.jsonl.gz"))
    )
    yield from _offensive(dev, review)
    yield from _identifiers(
        review(public(dev / "pii_presidio.jsonl")), review(public(dev / "secrets_gitleaks.jsonl.gz"))
    )
    tone = review(public(dev / "tone_goemotions.jsonl.gz"))
    yield Figure("tone_goemotions: heated found", _found(_tagged(tone, "tone.heated"), _is("tone.heated")))
    calm = _found(_tagged(tone, "tone_calm"), _is("tone.heated"))
    yield Figure("tone_goemotions: calm flagged as heated", calm, more_is_better=False)


def _our_own(name: str, judged: list[Judged]) -> Iterator[Figure]:
    whole = counts(judged, category, lenient=True)
    yield Figure(f"our own, {name}: category precision, lenient", whole.precision)
    yield Figure(f"our own, {name}: category recall, lenient", whole.recall)
    yield from _by_difficulty(f"our own, {name}", judged, None)
    yield from _quietness(f"our own, {name}", judged, None, None)


def _authored_dev(judged: list[Judged]) -> Iterator[Figure]:
    name = "authored_dev"
    for words, lenient in (("strict", False), ("lenient", True)):
        sub, whole = counts(judged, lenient=lenient), counts(judged, category, lenient=lenient)
        must = (0.90, 0.70) if not lenient else (None, None)
        yield Figure(f"{name}: category precision, {words}", whole.precision, must[0])
        yield Figure(f"{name}: category recall, {words}", whole.recall, must[1])
        yield Figure(f"{name}: id precision, {words}", sub.precision)
        yield Figure(f"{name}: id recall, {words}", sub.recall)
    each = counts_by_risk(judged).values()
    yield Figure(f"{name}: id precision, mean over ids", sum(one.precision for one in each) / len(each))
    yield Figure(f"{name}: id recall, mean over ids", sum(one.recall for one in each) / len(each))
    yield from _by_difficulty(name, judged, 0.90)
    for side in ("personal", "professional"):
        part = counts([one for one in judged if one.post.side == side], category)
        yield Figure(f"{name}: category precision, {side}", part.precision)
        yield Figure(f"{name}: category recall, {side}", part.recall)
    yield from _quietness(name, judged, 0.96, 0.94)


def _authored_train(judged: list[Judged]) -> Iterator[Figure]:
    for name, part, musts in (
        (
            "authored_train, unread third",
            [one for one in judged if is_unread(one.post)],
            (0.85, 0.45, 0.75, 0.95, 0.92),
        ),
        ("authored_train, the rest", [one for one in judged if not is_unread(one.post)], (None,) * 5),
    ):
        precision, recall, obfuscated, clean, hard = musts
        whole = counts(part, category, lenient=True)
        yield Figure(f"{name}: category precision, lenient", whole.precision, precision)
        yield Figure(f"{name}: category recall, lenient", whole.recall, recall)
        yield from _by_difficulty(name, part, obfuscated)
        yield from _quietness(name, part, clean, hard)


def _by_difficulty(name: str, judged: list[Judged], obfuscated: float | None) -> Iterator[Figure]:
    for difficulty in _DIFFICULTIES:
        part = counts([one for one in judged if one.post.difficulty == difficulty], category)
        must = obfuscated if difficulty == "obfuscated" else None
        yield Figure(f"{name}: category recall, {difficulty}", part.recall, must)


def _quietness(name: str, judged: list[Judged], clean: float | None, hard: float | None) -> Iterator[Figure]:
    silent = [one for one in judged if not one.post.labels]
    negatives = [one for one in silent if one.post.difficulty == "hard_negative"]
    yield Figure(f"{name}: clean posts quiet", quiet(silent), clean)
    yield Figure(f"{name}: hard negatives quiet", quiet(negatives), hard)
    yield Figure(f"{name}: posts with a must_not violation", violations(judged), 0.03, more_is_better=False)


def _real(judged: list[Judged]) -> Iterator[Figure]:
    whole = counts(judged, category, lenient=True)
    yield Figure("real_labelled: category precision, lenient", whole.precision, 0.60)
    yield Figure("real_labelled: category recall, lenient", whole.recall)
    random = [one for one in judged if "random" in one.post.tags and not one.post.labels]
    yield Figure("real_labelled: clean posts of the random half quiet", quiet(random), 0.95)


def _annotated(judged: list[Judged]) -> Iterator[Figure]:
    for words, parts in (("A and B", ("part A", "part B")), ("C and D", ("part C", "part D"))):
        chosen = [_with_tags_as_labels(one) for one in judged if not one.post.tags.isdisjoint(parts)]
        part = counts(chosen, category, lenient=True)
        yield Figure(f"annotated_real, {words}: category precision, lenient", part.precision)
        yield Figure(f"annotated_real, {words}: category recall, lenient", part.recall)


def _background(benign: list[Judged], tweets: list[Judged]) -> Iterator[Figure]:
    yield Figure("benign_background: flagged warn or above", flagged(benign, _WARN), 0.02, more_is_better=False)
    yield Figure("benign_background: flagged at all", flagged(benign, 1), more_is_better=False)
    not_politics = _other_than("polarizing.politics")
    for words, floor, must in (("hold", _HOLD, 0.005), ("warn or above", _WARN, 0.05)):
        value = flagged(tweets, floor, not_politics)
        yield Figure(f"ordinary_tweets, without politics: flagged {words}", value, must, more_is_better=False)


def _offensive(dev: Path, review: Review) -> Iterator[Figure]:
    madlibs = review(public(dev / "identity_madlibs.jsonl"))
    harmless = 1 - _found(_tagged(madlibs, "not_offensive"), _is_offensive)
    yield Figure("identity_madlibs: harmless half right", harmless, 0.95)
    yield Figure("identity_madlibs: offensive half right", _found(_tagged(madlibs, "offensive"), _is_offensive), 0.95)
    for name, negative in (("edos", "not_sexist"), ("surge", "not_offensive")):
        judged = review(public(dev / f"offensive_{name}.jsonl"))
        found = _found(_tagged(judged, "offensive"), _is_offensive)
        spared = 1 - _found(_tagged(judged, negative), _is_offensive)
        yield Figure(f"offensive_{name}: balanced accuracy", (found + spared) / 2)
    for name in _RECALL_ONLY:
        judged = review(public(dev / f"offensive_{name}.jsonl"))
        offensive = [one for one in judged if any(map(_is_offensive, one.post.tags)) or "offensive" in one.post.tags]
        yield Figure(f"offensive_{name}: found", _found(offensive, _is_offensive))
    stereotypes = review(public(dev / "stereotype_crows_pairs.jsonl"))
    yield Figure("stereotype_crows_pairs: found", _found(stereotypes, _is_offensive))


def _identifiers(presidio: list[Judged], gitleaks: list[Judged]) -> Iterator[Figure]:
    private = [one for one in presidio if any(tag.startswith("privacy.") for tag in one.post.tags)]
    right = share(sum(bool(one.risks() & one.post.tags) for one in private), len(private))
    yield Figure("pii_presidio: found", right, 0.90)
    none = _found(_tagged(presidio, "no_pii_pattern"), _is_identifier)
    yield Figure("pii_presidio: false alarms", none, 0.03, more_is_better=False)
    # what this set marks as an address is private in one half of it and "no pattern" in the other (presidio_synth_old)
    elsewhere = [one for one in _tagged(presidio, "no_pii_pattern") if "marked ADDRESS" not in one.post.tags]
    value = _found(elsewhere, _is_identifier)
    yield Figure("pii_presidio: false alarms where no address is marked", value, 0.03, more_is_better=False)
    secrets = _found(_tagged(gitleaks, "privacy.credential"), _is("privacy.credential"))
    yield Figure("secrets_gitleaks: found", secrets, 0.90)
    false = _found(_tagged(gitleaks, "no_secret"), _is("privacy.credential"))
    yield Figure("secrets_gitleaks: false alarms", false, 0.03, more_is_better=False)


def _risk_lines(sets: Path, review: Review) -> Iterator[str]:
    for name in ("authored_dev", "authored_train"):
        judged = [
            one for one in review(authored(sets / f"{name}.jsonl.gz")) if name[-3:] == "dev" or not is_unread(one.post)
        ]
        for risk, each in counts_by_risk(judged, lenient=True).items():
            rate = f"precision {each.precision:.2f} recall {each.recall:.2f}"
            yield f"{name} {risk:36} {rate} of {each.right + each.missed}"


def _with_tags_as_labels(judged: Judged) -> Judged:
    labels = frozenset(tag for tag in judged.post.tags if "." in tag)
    post = Post(judged.post.id, judged.post.text, labels, optional=judged.post.optional)
    return Judged(post, judged.raised)


def _tagged(judged: Iterable[Judged], tag: str) -> list[Judged]:
    return [one for one in judged if tag in one.post.tags]


def _found(judged: list[Judged], concerns: Callable[[str], bool]) -> float:
    return flagged(judged, 1, concerns)


def _is(risk: str) -> Callable[[str], bool]:
    return lambda each: each == risk


def _other_than(risk: str) -> Callable[[str], bool]:
    return lambda each: each != risk


def _is_offensive(risk: str) -> bool:
    return risk.startswith("offensive.")


def _is_identifier(risk: str) -> bool:
    return risk in ("privacy.contact", "privacy.location", "privacy.credential")


def _kept() -> dict[str, float]:
    """Return the figures of the table that was kept, by name."""
    if not KEPT.exists():
        return {}
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    return {name.strip(): float(rest.split()[0]) for name, _, rest in (line.partition(" | ") for line in lines)}


def _line(figure: Figure) -> str:
    must = "" if figure.must is None else f"{'>=' if figure.more_is_better else '<='} {figure.must:.3f}"
    reached = "" if figure.is_reached else "missed"
    return f"{figure.name:66} | {figure.value:.4f} | {must:8} | {reached}".rstrip(" |")


if __name__ == "__main__":
    sys.exit(main())
