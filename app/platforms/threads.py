"""How Threads counts, read strictly: Meta says that emoji count as their UTF-8 bytes."""

from app.platforms.parts import CountPart, PartKind, grouped, plain
from app.text.emoji import emoji_spans
from app.text.offsets import utf16_length


def parts_of(text: str) -> tuple[CountPart, ...]:
    """Return UTF-16 units, and for an emoji the bytes of its whole sequence."""
    emoji = [text[span.start : span.end] for span in emoji_spans(text)]
    rest = utf16_length(text) - utf16_length("".join(emoji))
    return plain(rest) + grouped(PartKind.EMOJI, (len(each.encode()) for each in emoji))
