"""What the second reader has said about the text on screen, carried along while it is written."""

from dataclasses import replace

from app.model.finding import Report
from app.reader.reading import Reading
from app.reader.rebasing import rebased


class KnownReading:
    """The newest reading, of exactly the text on screen; what was found stays until the next one is whole."""

    def __init__(self) -> None:
        self._reading: Reading | None = None
        self._is_exact = False

    def of(self, text: str) -> Reading | None:
        """Return what is known of *text*, the one now on screen."""
        if self._reading is not None and self._reading.text != text:
            self._reading = rebased(self._reading, text)
            self._is_exact = False
        return self._reading

    def may_add_to(self, by_rules: Report) -> bool:
        """Return whether the reading could make *by_rules* another report; most keys are spared the work."""
        known = self._reading
        if known is None:
            return False
        return bool(known.opinions) or any(each.risk in known.ruled_out for each in by_rules.findings)

    def is_all(self, text: str) -> bool:
        """Return whether all of *text* has been read just as it is."""
        reading = self.of(text)
        return reading is not None and reading.is_whole and self._is_exact

    def take(self, reading: Reading, text: str) -> None:
        """Take in a reading of *text* or of what stood there before."""
        before = self.of(text)
        self._is_exact = reading.text == text
        now = reading if self._is_exact else rebased(reading, text)
        self._reading = now if before is None or now.is_whole else _filled_up(now, before)

    def forget(self) -> None:
        """Know nothing: another text is to be read."""
        self._reading, self._is_exact = None, False


def _filled_up(reading: Reading, before: Reading) -> Reading:
    """Return *reading*, which is not whole, with what was found before where it has found nothing yet."""
    kept = [
        each
        for each in before.opinions
        if not any(each.risk is other.risk and each.span.overlaps(other.span) for other in reading.opinions)
    ]
    opinions = sorted([*reading.opinions, *kept], key=lambda each: (each.span, each.risk))
    return replace(reading, opinions=tuple(opinions), ruled_out=before.ruled_out, written_since=before.written_since)
