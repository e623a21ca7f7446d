"""Carry what was read over to the text as it stands by now."""

from collections.abc import Callable
from dataclasses import replace

from app.model.finding import Span
from app.reader.reading import Opinion, Reading
from app.text.rebase import Edit, edit_between


def rebased(reading: Reading, text: str) -> Reading:
    """Return *reading* carried over to *text*; what the edit between them has touched is gone, and named as unread."""
    if reading.text == text:
        return reading
    edit = edit_between(reading.text, text)
    if not reading.opinions:
        return replace(reading, text=text, written_since=_written_since(edit, reading.written_since))
    carry = _carrier(edit)
    opinions = tuple(
        [
            kept
            for opinion in reading.opinions
            if (kept := opinion if _ends_above(opinion, edit.before.start) else _carried(opinion, carry)) is not None
        ]
    )
    return replace(reading, text=text, opinions=opinions, written_since=_written_since(edit, reading.written_since))


def _written_since(edit: Edit, earlier: Span | None) -> Span:
    """Return one stretch of the new text that covers *edit* and *earlier*, one of the old text."""
    if earlier is None:
        return edit.after
    behind = max(earlier.end, edit.before.end) + edit.after.end - edit.before.end
    return Span(min(earlier.start, edit.after.start), behind)


def _ends_above(opinion: Opinion, start: int) -> bool:
    """Return whether all of *opinion* stands where nothing moves when the text changes from *start* on."""
    for spans in ((opinion.span,), opinion.words, opinion.sentences):
        for span in spans:
            if span.end > start or span.end == span.start:
                return False
    return True


def _carried(opinion: Opinion, carry: Callable[[Span], Span | None]) -> Opinion | None:
    span = carry(opinion.span)
    if span is None:
        return None
    words = tuple(kept for each in opinion.words if (kept := carry(each)) is not None)
    sentences = tuple(kept for each in opinion.sentences if (kept := carry(each)) is not None)
    return replace(opinion, span=span, words=words, sentences=sentences)


def _carrier(edit: Edit) -> Callable[[Span], Span | None]:
    """Return what carries spans over *edit* that keep their words when something is written right behind them."""

    def carried(span: Span) -> Span | None:
        kept = edit.carry(Span(span.start, span.end - 1)) if span.end > span.start else None
        return None if kept is None else Span(kept.start, kept.end + 1)

    return carried
