"""The network of the second reader: a BERT-shaped encoder, a head for the post and a head for each of its pieces."""

import math
import random
from collections.abc import Mapping

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, HEADS, INNER, PLACES, VOCABULARY = 384, 12, 1536, 512, 30_522
"""The shape of e5-small-v2, as its publishers describe it."""

LAYERS = 6
"""The first half of its twelve: processors without special instructions read a post in time with these."""

_NORM_EPSILON = 1e-12
_PADDING = -1e4


class Dropout(nn.Module):
    """Drop a share of the values while teaching; drawn are slices of one pool, as drawing costs more than a layer."""

    _POOL = 1 << 23

    def __init__(self, share: float) -> None:
        super().__init__()
        self._keep = ((torch.rand(self._POOL) >= share) / (1 - share)) if share else None

    def forward(self, values: Tensor) -> Tensor:
        """Return *values*, some of them 0 and the rest larger by as much, or as they are when not teaching."""
        if self._keep is None or not self.training:
            return values
        count = values.numel()
        start = random.randrange(self._POOL - count)
        return values * self._keep[start : start + count].view(values.shape)


class Layer(nn.Module):
    """One layer of the encoder: every piece looks at every other, then thinks by itself."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.after_looking = nn.LayerNorm(HIDDEN, eps=_NORM_EPSILON)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.after_thinking = nn.LayerNorm(HIDDEN, eps=_NORM_EPSILON)
        self.dropout = dropout

    def forward(self, states: Tensor, padding: Tensor) -> Tensor:
        """Return the new states, posts x pieces x HIDDEN; *padding* is added to what is looked at."""
        posts, pieces, _ = states.shape

        def heads(of: Tensor) -> Tensor:
            return of.view(posts, pieces, HEADS, HIDDEN // HEADS).transpose(1, 2)

        query, key, value = heads(self.query(states)), heads(self.key(states)), heads(self.value(states))
        looks = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(HIDDEN // HEADS) + padding, -1)
        seen = (looks @ value).transpose(1, 2).reshape(posts, pieces, HIDDEN)
        states = self.after_looking(states + self.dropout(self.output(seen)))
        return self.after_thinking(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Reader(nn.Module):
    """Reads posts of word pieces; answers are logits, one for each risk."""

    def __init__(self, risks: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.place = nn.Embedding(PLACES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=_NORM_EPSILON)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.post_head = nn.Linear(2 * HIDDEN, risks)
        self.piece_head = nn.Linear(HIDDEN, risks)
        for head, bias in ((self.post_head, -3.0), (self.piece_head, -4.0)):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.constant_(head.bias, bias)

    def forward(self, numbers: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return answers for posts (posts x risks) and pieces (posts x pieces x risks), and the posts' mean states.

        *numbers* and *mask* are posts x pieces; the mask is 1 where there is a piece.
        """
        places = torch.arange(numbers.shape[1], device=numbers.device)
        states = self.dropout(self.norm(self.word(numbers) + self.place(places)))
        there = mask.to(states.dtype)
        padding = ((1 - there) * _PADDING)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, padding)
        there = there[:, :, None]
        mean = (states * there).sum(1) / there.sum(1)
        top = (states + (1 - there) * _PADDING).max(1).values
        return self.post_head(self.dropout(torch.cat((mean, top), 1))), self.piece_head(states), mean

    def take_over(self, base: Mapping[str, numpy.ndarray]) -> None:
        """Begin with the weights of a published encoder, by the names that BERT's authors gave them."""
        self._set(self.word.weight, base["embeddings.word_embeddings.weight"])
        kinds = base["embeddings.token_type_embeddings.weight"][0]
        self._set(self.place.weight, base["embeddings.position_embeddings.weight"] + kinds)
        self._norm(self.norm, base, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            name = f"encoder.layer.{number}"
            for part, key in (
                (layer.query, "attention.self.query"),
                (layer.key, "attention.self.key"),
                (layer.value, "attention.self.value"),
                (layer.output, "attention.output.dense"),
                (layer.inner, "intermediate.dense"),
                (layer.outer, "output.dense"),
            ):
                self._set(part.weight, base[f"{name}.{key}.weight"])
                self._set(part.bias, base[f"{name}.{key}.bias"])
            self._norm(layer.after_looking, base, f"{name}.attention.output.LayerNorm")
            self._norm(layer.after_thinking, base, f"{name}.output.LayerNorm")

    def _norm(self, norm: nn.LayerNorm, base: Mapping[str, numpy.ndarray], name: str) -> None:
        self._set(norm.weight, base[f"{name}.weight"])
        self._set(norm.bias, base[f"{name}.bias"])

    @staticmethod
    def _set(parameter: Tensor, values: numpy.ndarray) -> None:
        if tuple(parameter.shape) != values.shape:
            raise ValueError(f"the base encoder has another shape: {values.shape} instead of {tuple(parameter.shape)}")
        with torch.no_grad():
            parameter.copy_(torch.from_numpy(values.copy()))
