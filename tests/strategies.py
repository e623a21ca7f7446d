from hypothesis import strategies as st

from app.model.finding import Span

FAMILY = "👨‍👩‍👧‍👦"
ASTRONAUT = "👩🏽‍🚀"
FLAG = "🇫🇷"
ENGLAND = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"
KEYCAP = "1️⃣"
BOLD = "𝗕𝗼𝗹𝗱"
ACCENTED = "e\u0301"
LONE_SURROGATES = ("\ud83d", "\ude00")

_PIECES = (
    FAMILY,
    ASTRONAUT,
    FLAG,
    ENGLAND,
    KEYCAP,
    BOLD,
    ACCENTED,
    "🚀",
    "☺",
    "❤️",
    "நி",
    "한",
    "\u200b",
    "\u200d",
    "\u202e",
)
_WRITING = (
    "a",
    "Acme",
    " ",
    "\n",
    ".",
    "!",
    "? ",
    "don’t",
    "日本",
    "@ann",
    "#tag",
    "example.com",
    "https://example.org/a?b=1",
)

pieces = st.sampled_from(_PIECES + _WRITING) | st.characters(exclude_categories=("Cs",))
texts = st.lists(pieces, max_size=30).map("".join)
raw_texts = st.lists(
    pieces | st.sampled_from((*LONE_SURROGATES, "\r\n", "\r", "\x00", "\x1b", "\u2028", "\t")), max_size=30
).map("".join)


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(texts)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, Span(start, end)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """A text and what became of it when a part was replaced."""
    text, span = draw(texts_and_spans())
    return text, text[: span.start] + draw(texts) + text[span.end :]
