"""Cut a text where no network counts across, so that what did not change need not be counted again."""

_LONG_LINE = 400


def segments(text: str) -> list[str]:
    """Return pieces that make up *text*, each but the first beginning with the newline or blank it was cut at.

    Links, mentions, tags, emoji and graphemes never reach over a newline, nor over a blank that follows a full stop.
    The cuts depend on what stands there alone, so that an edit moves none of the others.
    """
    pieces: list[str] = []
    for number, line in enumerate(text.split("\n")):
        whole = f"\n{line}" if number else line
        if len(whole) <= _LONG_LINE:
            pieces.append(whole)
            continue
        sentences = whole.split(". ")
        last = len(sentences) - 1
        for position, sentence in enumerate(sentences):
            pieces.append(f"{' ' if position else ''}{sentence}{'' if position == last else '.'}")
    return pieces
