"""Teach the network: batches of like length, what an answer costs, one epoch after the other."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from encoder import Reader
from posts import RISKS, Lesson
from torch import Tensor
from torch.nn import functional

_BATCH_PIECES = 1_300
"""So many pieces, padding included, make a batch."""
_MOST_POSTS = 32


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to teach; measured in turn, see the model card."""

    epochs: int = 6
    rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    rightly_raised: float = 3.0
    wrongly_raised: float = 2.0
    pointing: float = 0.2
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Lessons side by side: posts x pieces, posts x risks, posts x pieces x risks."""

    numbers: Tensor
    mask: Tensor
    wanted: Tensor
    weight: Tensor
    wanted_pieces: Tensor
    weight_pieces: Tensor


def batches(lessons: Sequence[Lesson], seed: int | None) -> Iterator[Sequence[Lesson]]:
    """Return *lessons* in groups of like length; in another order with each *seed*, in their own without."""
    order = random.Random(seed)
    mixed = sorted(lessons, key=lambda each: (len(each.numbers), order.random() if seed is not None else 0))
    groups: list[list[Lesson]] = []
    for each in mixed:
        last = groups[-1] if groups else []
        if not last or len(last) == _MOST_POSTS or (len(last) + 1) * len(each.numbers) > _BATCH_PIECES:
            groups.append([each])
        else:
            last.append(each)
    if seed is not None:
        order.shuffle(groups)
    yield from groups


def batch_of(lessons: Sequence[Lesson], recipe: Recipe) -> Batch:
    """Return the tensors of *lessons*."""
    posts, longest = len(lessons), max(len(each.numbers) for each in lessons)
    numbers = torch.zeros(posts, longest, dtype=torch.long)
    mask = torch.zeros(posts, longest)
    wanted, weight = torch.zeros(posts, len(RISKS)), torch.ones(posts, len(RISKS))
    wanted_pieces, weight_pieces = torch.zeros(posts, longest, len(RISKS)), torch.zeros(posts, longest)
    for row, each in enumerate(lessons):
        length = len(each.numbers)
        numbers[row, :length] = torch.tensor(each.numbers)
        mask[row, :length] = 1
        for column, risk in enumerate(RISKS):
            if risk in each.post.labels:
                wanted[row, column] = 1
                weight[row, column] = recipe.rightly_raised
            elif risk in each.post.undecided:
                weight[row, column] = 0
            elif risk in each.post.must_not:
                weight[row, column] = recipe.wrongly_raised
        weight[row] *= each.weight
        if each.pieces is not None:
            weight_pieces[row, :length] = each.weight
            for column, places in each.pieces.items():
                for place in places:
                    wanted_pieces[row, place, column] = 1
    return Batch(numbers, mask, wanted, weight, wanted_pieces, weight_pieces)


def teach(
    reader: Reader,
    epochs: Callable[[int], Sequence[Lesson]],
    recipe: Recipe,
    *,
    say: Callable[[str], None],
    keep: Callable[[Reader], None],
) -> None:
    """Teach *reader* the lessons of each epoch in turn, and *keep* it after each; the table of words stays."""
    torch.manual_seed(recipe.seed)
    random.seed(recipe.seed)
    reader.word.weight.requires_grad_(False)
    optimiser = torch.optim.AdamW(_groups(reader, recipe))
    done = 0.0
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda _step: _pace(done))
    reader.train()
    started = time.monotonic()
    for number in range(recipe.epochs):
        total = 0.0
        groups = list(batches(epochs(number), recipe.seed * 1_000 + number))
        for place, lessons in enumerate(groups, start=1):
            cost = _cost(reader, batch_of(lessons, recipe), recipe)
            optimiser.zero_grad(set_to_none=True)
            cost.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            done = (number + place / len(groups)) / recipe.epochs
            schedule.step()
            total += float(cost.detach())
        say(
            f"epoch {number + 1} of {recipe.epochs}: cost {total / len(groups):.3f}, {time.monotonic() - started:.0f} s"
        )
        keep(reader)
    reader.eval()


def _groups(reader: Reader, recipe: Recipe) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for is_head in (False, True):
        for decays in (False, True):
            chosen = [
                parameter
                for name, parameter in reader.named_parameters()
                if parameter.requires_grad and ("head" in name) == is_head and (parameter.dim() > 1) == decays
            ]
            rate = recipe.head_rate if is_head else recipe.rate
            groups.append({"params": chosen, "lr": rate, "weight_decay": recipe.decay if decays else 0.0})
    return groups


def _pace(done: float) -> float:
    """Return the share of the full rate: up over the first tenth, then down along half a cosine to a fiftieth."""
    return min(1.0, done * 10 + 1e-3) * (0.02 + 0.49 * (1 + math.cos(math.pi * min(done, 1.0))))


def _cost(reader: Reader, batch: Batch, recipe: Recipe) -> Tensor:
    posts, pieces, _ = reader(batch.numbers, batch.mask)
    whole = functional.binary_cross_entropy_with_logits(posts, batch.wanted, batch.weight, reduction="none").sum(1)
    cost = whole.mean()
    if bool(batch.weight_pieces.any()):
        each = functional.binary_cross_entropy_with_logits(
            pieces, batch.wanted_pieces, 1 + 2 * batch.wanted_pieces, reduction="none"
        ).sum(2)
        shares = (each * batch.weight_pieces).sum(1) / batch.weight_pieces.sum(1).clamp(min=1)
        cost = cost + 4 * recipe.pointing * shares.mean()
    return cost


def answers(reader: Reader, lessons: Sequence[Lesson], recipe: Recipe) -> dict[str, tuple[Tensor, Tensor]]:
    """Return for each post's id how likely each risk is, for the post and for each of its pieces."""
    found: dict[str, tuple[Tensor, Tensor]] = {}
    reader.eval()
    with torch.no_grad():
        for group in batches(lessons, None):
            batch = batch_of(group, recipe)
            posts, pieces, _ = reader(batch.numbers, batch.mask)
            for row, each in enumerate(group):
                found[each.post.id] = (
                    torch.sigmoid(posts[row]),
                    torch.sigmoid(pieces[row, : len(each.numbers)]),
                )
    return found
