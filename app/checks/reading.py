"""What is known of a piece of text at a glance: it is folded and split once, for all that look at it."""

from app.checks.obfuscation import has_letters_apart, has_signs
from app.checks.runs import APART, TELLING_OR_ODD, Runs
from app.text.folding import fold


class Reading:
    """A *text*, folded, its runs, and their bits together: what is not all plain ASCII may be anything."""

    __slots__ = ("bits", "folded", "runs", "text")

    def __init__(self, text: str, runs: Runs) -> None:
        self.text = text
        self.folded = fold(text)
        self.runs = self.folded.split()
        self.bits = runs.of(self.runs)
        if not text.isascii() or has_signs(text) or (self.bits & APART and has_letters_apart(text, self.folded)):
            self.bits |= TELLING_OR_ODD

    def cut(self, start: int, text: str) -> "Reading":
        """Return the reading of *text*, which stands at *start* with only blanks around it."""
        if len(text) == len(self.text):
            return self
        part = Reading.__new__(Reading)
        part.text, part.folded = text, self.folded[start : start + len(text)]
        part.runs, part.bits = self.runs, self.bits
        return part
