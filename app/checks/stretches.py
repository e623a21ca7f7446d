"""What of a draft a finding stands in: the clause or the sentence that another wording could take the place of."""

import re
from dataclasses import dataclass

from app.checks.lines import LONGEST_SENTENCE, sentences
from app.model.finding import Finding, Span

_SEAM = re.compile(
    r";\s+|\s+[-\u2013\u2014]\s+|,\s+(?:but|yet)\s+|,\s+and\s+(?=(?:i|we|he|she|they|it|the|my|our|now)\s)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:@\w+[,:]?\s+)*\W*")
_TAIL = re.compile(r"(?:\s+#\w+)*\W*$")
_ASKING = re.compile(r"[?!]*\?[?!]*")
_WHEN = re.compile(
    r"\b(?:today|tonight|yesterday|this (?:morning|afternoon|evening|week|weekend|month|term|year|season)"
    r"|last (?:night|week|month|year)|all (?:day|week|night|morning|afternoon))\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause at *span*, without what stands around it: signs, tags and those it is addressed to.

    It *begins* a sentence or goes on behind another clause; *asks* if it ends in a question mark, which belongs to it.
    """

    span: Span
    words: str
    begins: bool
    asks: bool

    @property
    def when(self) -> str:
        """The time that it gives, as it is said in mid-sentence, empty if it gives none."""
        found = _WHEN.search(self.words)
        return found.group().lower() if found else ""


def lines_around(text: str, span: Span) -> Span:
    """Return the whole lines that *span* reaches into, without the last line break."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def sentence_around(text: str, finding: Finding) -> Span:
    """Return the sentence, or all sentences, that *finding* reaches into; of a very long line no more than a part."""
    lines = lines_around(text, finding.span)
    first = max(lines.start, finding.span.start - LONGEST_SENTENCE)
    start, end = finding.span.start, finding.span.end
    offset = first
    for line in text[first : min(lines.end, end + LONGEST_SENTENCE)].split("\n"):
        for begin, sentence in sentences(line):
            placed = Span(offset + begin, offset + begin + len(sentence))
            if placed.overlaps(finding.span):
                start, end = min(start, placed.start), max(end, placed.end)
        offset += len(line) + 1
    return Span(start, end)


def stretch_around(text: str, finding: Finding) -> Stretch:
    """Return the clause around *finding*, or the whole sentence where no clause can be told from the rest."""
    sentence = sentence_around(text, finding)
    clauses = _clauses(text, sentence)
    for clause in clauses:
        if clause.start <= finding.span.start and finding.span.end <= clause.end and len(clauses) > 1:
            return _trimmed(text, clause, finding, begins=clause.start == sentence.start)
    return _trimmed(text, sentence, finding, begins=True)


def _clauses(text: str, sentence: Span) -> list[Span]:
    """Return the clauses of a sentence; one of a word or two is no clause, and then there is only one."""
    found: list[Span] = []
    start = sentence.start
    for seam in _SEAM.finditer(text, sentence.start, sentence.end):
        found.append(Span(start, seam.start()))
        start = seam.end()
    found.append(Span(start, sentence.end))
    are_whole = all(len(text[each.start : each.end].split()) >= _FEWEST_WORDS for each in found)
    return found if are_whole else [sentence]


def _trimmed(text: str, span: Span, finding: Finding, *, begins: bool) -> Stretch:
    lead = _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead is not None else span.start
    tail = _TAIL.search(text[: span.end], span.start)
    end = tail.start() if tail is not None else span.end
    start, end = min(start, finding.span.start), max(end, finding.span.end)
    asking = _ASKING.match(text, end, span.end)
    if asking is not None:
        end = asking.end()
    return Stretch(Span(start, end), text[start:end], begins, asking is not None)
