"""Stable names for findings, so that what the writer has answered stays answered while the rest of the text changes."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from app.model.finding import Finding, Span
from app.model.policy import Dismissal, IgnoreScope
from app.text.folding import fold

_CONTEXT_WORDS = 2
_CONTEXT_REACH = 80


def prints(rule_id: str, text: str, span: Span) -> tuple[str, str]:
    """Return the names of what stands at *span* under this rule: with two words on each side, and wherever it stands.

    Case, accents, punctuation and disguise make no difference.
    """
    words = fold(text[span.start : span.end]).split()
    before = fold(text[max(0, span.start - _CONTEXT_REACH) : span.start]).rsplit(maxsplit=_CONTEXT_WORDS)[
        -_CONTEXT_WORDS:
    ]
    behind = fold(text[span.end : span.end + _CONTEXT_REACH]).split(maxsplit=_CONTEXT_WORDS)[:_CONTEXT_WORDS]
    return _digest(rule_id, *before, "|", *words, "|", *behind), _digest(rule_id, *words)


class Answers:
    """What has been answered, looked up by name."""

    def __init__(self, dismissals: Iterable[Dismissal], draft_id: str | None) -> None:
        self._rules: set[str] = set()
        self._phrases: set[str] = set()
        self._sentences: set[str] = set()
        for dismissal in dismissals:
            if dismissal.scope is IgnoreScope.RULE:
                self._rules.add(dismissal.mark)
            elif dismissal.scope is IgnoreScope.PHRASE:
                self._phrases.add(dismissal.mark)
            elif dismissal.draft_id == draft_id:
                self._sentences.add(dismissal.mark)

    def cover(self, finding: Finding) -> bool:
        """Return whether the writer has answered *finding*."""
        return (
            finding.rule_id in self._rules
            or finding.phrase_print in self._phrases
            or finding.sentence_print in self._sentences
        )

    def cover_print(self, sentence_print: str) -> bool:
        """Return whether the writer has answered the sentence of this name in the draft."""
        return sentence_print in self._sentences


@lru_cache(maxsize=4096)
def _digest(*parts: str) -> str:
    return blake2b("\x00".join(parts).encode(), digest_size=12).hexdigest()
