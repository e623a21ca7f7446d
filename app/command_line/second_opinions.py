"""What the second reader adds to the reviews of one command."""

from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from app.command_line.answers import Answer
from app.command_line.arguments import ReaderUse
from app.model.finding import Finding, Span
from app.model.policy import Policy
from app.reader.loading import load_reader
from app.reader.naming import is_readers
from app.reader.reading import Reading
from app.reader.unavailable import ReaderUnavailable
from app.studio.joined_review import Joining
from app.studio.reviewing import shipped_engine

if TYPE_CHECKING:
    from app.reader.second_reader import SecondReader

LONGEST_READ = 100_000
"""So many characters of a text are read: more is no post, and a file may hold a library."""


class SecondOpinions:
    """Joins what a second reader makes of posts to what rules say of them; without one, or once it fails, rules stand.

    One that *must_read* raises :class:`ReaderUnavailable` when it fails.
    """

    def __init__(self, reader: "SecondReader | None" = None, *, must_read: bool = False) -> None:
        self.reader = reader
        self._must_read = must_read
        self._joinings: dict[Policy, Joining] = {}

    def joined(self, answered: Answer, policy: Policy) -> Answer:
        """Return *answered*, a review by rules, with what the second reader adds to it."""
        return self.join(answered, policy, self.reading(answered, policy))

    def reading(self, answered: Answer, policy: Policy) -> Reading | None:
        """Return what the second reader makes of a text; may be asked on several threads at once."""
        reader, text = self.reader, answered.report.text
        if reader is None:
            return None
        try:
            reading = reader.read(text[:LONGEST_READ], policy.side)
        except ReaderUnavailable:
            if self._must_read:
                raise
            self.reader = None
            return None
        if len(text) > LONGEST_READ:
            return replace(reading, text=text, written_since=Span(LONGEST_READ, len(text)))
        return reading

    def join(self, answered: Answer, policy: Policy, reading: Reading | None) -> Answer:
        """Return *answered* with what *reading* of the same text adds to it."""
        if reading is None:
            return answered
        return replace(answered, report=self._joining(policy).joined(answered.report, reading), reading=reading)

    def tried(self, answered: Answer) -> Answer:
        """Return *answered* with only those wordings for the second reader's findings with which it rests."""
        findings = tuple(
            self._tried(finding, answered) if is_readers(finding) and finding.fixes else finding
            for finding in answered.report.findings
        )
        return replace(answered, report=replace(answered.report, findings=findings))

    def _joining(self, policy: Policy) -> Joining:
        if policy not in self._joinings:
            engine = shipped_engine()
            self._joinings[policy] = Joining(engine.risks, policy, engine.knowing_rules)
        return self._joinings[policy]

    def _tried(self, finding: Finding, answered: Answer) -> Finding:
        if self.reader is None or answered.reading is None:
            return replace(finding, fixes=())
        text, side = answered.report.text[:LONGEST_READ], answered.reading.side
        bound = self.reader.bounds[finding.risk].raised
        kept = []
        for fix in finding.fixes:
            reading = self.reader.read(text[: fix.span.start] + fix.replacement + text[fix.span.end :], side)
            if reading.likely.get(finding.risk, 0.0) < bound:
                kept.append(fix)
        return replace(finding, fixes=tuple(kept))


def second_opinions(use: ReaderUse, folder: Traversable) -> SecondOpinions:
    """Return the opinions of the reader whose weights lie in *folder*, or none where it is not wanted or cannot read.

    Raises :class:`ReaderUnavailable` if it must read and cannot.
    """
    if use is ReaderUse.OFF:
        return SecondOpinions()
    try:
        return SecondOpinions(load_reader(folder, threads=1), must_read=use is ReaderUse.ON)
    except ReaderUnavailable:
        if use is ReaderUse.ON:
            raise
        return SecondOpinions()
