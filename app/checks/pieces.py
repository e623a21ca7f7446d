"""The pieces of a line, one sentence each as a rule, and what they came to: an edit leaves most of them as they are."""

from collections.abc import Sequence

from app.checks.alike import Alike
from app.checks.checked import NOTHING, UNTOLD, Checked, joined
from app.checks.hints import NO_HINTS, Hints, added, hints_of
from app.checks.lines import sentences_in
from app.checks.reading import Reading
from app.checks.recutting import recut
from app.checks.runs import Runs
from app.checks.sentence_checks import SentenceChecks


class Piece:
    """What one piece came to; ``sentences`` are in it, each behind where it begins.

    ``checked`` is counted from ``begin``, behind the blanks that the piece begins with if it has but one sentence.
    """

    __slots__ = ("begin", "checked", "hints", "is_apart", "is_untold", "length", "sentences", "text")

    def __init__(self, text: str, runs: Runs, checks: SentenceChecks, alike: Alike) -> None:
        self.text = text
        self.length = len(text)
        self.is_apart = text[0].isspace()
        sentence = text.strip()
        kind = alike.kind(sentence)
        known = alike.recall(kind) if kind else None
        if known is None:
            checked = self._check(Reading(text, runs), checks)
            if kind:
                alike.keep(kind, sentence, checked)
        else:
            checked, self.hints = known
            self.begin = self.length - len(text.lstrip())
            self.sentences: Sequence[tuple[int, str]] = ((self.begin, sentence),)
        self.is_untold = checked is UNTOLD
        self.checked = NOTHING if self.is_untold else checked

    def _check(self, reading: Reading, checks: SentenceChecks) -> Checked:
        self.sentences = sentences_in(self.text)
        self.begin = self.sentences[0][0] if len(self.sentences) == 1 else 0
        self.hints = hints_of(self.text, reading.folded, reading.bits)
        return self._checked(reading, checks)

    def _checked(self, reading: Reading, checks: SentenceChecks) -> Checked:
        if len(self.sentences) == 1:
            start, sentence = self.sentences[0]
            return checks.of_reading(reading, start, sentence)
        return joined([(start, checks.of(sentence)) for start, sentence in self.sentences])


class Pieces:
    """One line in pieces: together they are the line."""

    __slots__ = ("_pieces", "_runs", "_texts", "checked", "concern_code", "line")

    def __init__(self, line: str, pieces: list[Piece], texts: list[str], runs: Runs) -> None:
        self.line = line
        self._pieces = pieces
        self._texts = texts
        self._runs = runs
        self.checked = NOTHING
        """What they come to together."""
        self.concern_code = False
        """Whether the line may have something for the checks that are written in code."""
        self._look_over()

    def edited(self, line: str, checks: SentenceChecks, alike: Alike) -> "Pieces":
        """Return the pieces of another *line*, those that stand at its ends too taken from here."""
        front, middle, back = recut(line, self._texts)
        pieces, texts = self._pieces.copy(), self._texts.copy()
        kept = len(texts) - back
        pieces[front:kept] = [Piece(text, self._runs, checks, alike) for text in middle]
        texts[front:kept] = middle
        return Pieces(line, pieces, texts, self._runs)

    def head(self) -> tuple[str, bool] | None:
        """Return the line up to the end of its first sentence, and whether that is telling; ``None`` if it has none."""
        start = 0
        for piece in self._pieces:
            if piece.sentences:
                begin, sentence = piece.sentences[0]
                return self.line[: start + begin + len(sentence)], start > 0 or not piece.is_untold
            start += piece.length
        return None

    def tail(self) -> tuple[str, int, bool]:
        """Return the last sentence of a line that has one, where it begins, and whether it is telling."""
        end = len(self.line)
        for piece in reversed(self._pieces):
            end -= piece.length
            if piece.sentences:
                begin, sentence = piece.sentences[-1]
                return sentence, end + begin, not piece.is_untold
        raise ValueError("a line without a sentence")

    def reading(self) -> Reading:
        """Return the reading of the whole line."""
        return Reading(self.line, self._runs)

    def _look_over(self) -> None:
        speaking: list[tuple[int, Checked]] = []
        heard: list[Hints] = []
        are_apart, start = True, 0
        for piece in self._pieces:
            if piece.checked is not NOTHING:
                speaking.append((start + piece.begin, piece.checked))
            if piece.hints is not NO_HINTS:
                heard.append(piece.hints)
            are_apart = are_apart and (piece.is_apart or not start)
            start += piece.length
        if speaking:
            self.checked = joined(speaking)
        if not are_apart:  # some scripts need no blank behind a stop
            whole = self.reading()
            heard = [hints_of(whole.text, whole.folded, whole.bits)]
        if heard:
            self.concern_code = added(heard).concern(self.line)
