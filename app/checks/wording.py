"""Say a finding in the persona's own words, and turn a suggestion into the exact characters to put in."""

from app.model.finding import Fix, Span

_PEOPLE = {"people": "person", "staff": "member of staff", "children": "child", "men": "man", "women": "woman"}


def singular(plural: str) -> str:
    """Return the singular of the user's own word for the people they work with: clients, families, people."""
    word = plural.strip()
    if word.lower() in _PEOPLE:
        return _PEOPLE[word.lower()]
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def filled(template: str, works_with: str, words: str) -> str:
    """Return *template* with the persona's people and the matched words put in; people who begin it get a capital."""
    if "{" not in template:
        return template
    if template.startswith("{customers}"):
        template = _capitalised(works_with) + template.removeprefix("{customers}")
    text = template.replace("{customers}", works_with).replace("a {customer}", with_article(singular(works_with)))
    text = text.replace("A {customer}", _capitalised(with_article(singular(works_with))))
    return text.replace("{customer}", singular(works_with)).replace("{words}", words)


def fix(text: str, span: Span, wording: str) -> Fix:
    """Return the fix that puts *wording* in place of *span*; an empty one takes one blank along."""
    if wording:
        begins_sentence = text[span.start].isupper() and not text[span.start : span.end].isupper()
        return Fix(span, _capitalised(wording) if begins_sentence else wording)
    if text[span.end : span.end + 1] == " " and (span.start == 0 or text[span.start - 1].isspace()):
        return Fix(Span(span.start, span.end + 1), "")
    if span.start and text[span.start - 1] == " ":
        return Fix(Span(span.start - 1, span.end), "")
    return Fix(span, "")


def with_article(word: str) -> str:
    """Return *word* with "a" or "an" before it."""
    return f"an {word}" if word[:1].lower() in ("a", "e", "i", "o") else f"a {word}"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
