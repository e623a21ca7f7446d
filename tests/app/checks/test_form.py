"""What the form language of rule packs matches."""

import pytest

from app.checks.formlanguage import FormError, parse_form, spell_set
from app.checks.passage import Passage

SETS = {"boss": spell_set(["boss", "line manager"]), "insult": spell_set(["idiot", "pain in the neck"])}


def stands(form: str, text: str) -> str | None:
    """Return the words of *text* that *form* stands on, wherever it begins."""
    passage = Passage(text)
    for start in range(len(passage.words)):
        end = parse_form(form, SETS).end(passage, start, len(passage.words))
        if end is not None:
            span = passage.span(start, end)
            return text[span.start : span.end]
    return None


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("bad day", "What a BAD, day!", "BAD, day"),
        ("(a|the) bad (day|week at work)", "the bad week at work", "the bad week at work"),
        ("my {boss}", "My line manager again", "My line manager"),
        ("bad? day", "day", "day"),
        ("my {boss} {insult}?", "my boss", "my boss"),
        ("sack*", "We are sacking people", "sacking"),
        ("(fire*|sack*)", "nobody was fired", "fired"),
        ("my .. idiot", "my very own dear idiot", "my very own dear idiot"),
        ("my ..5 idiot", "my a b c d e idiot", "my a b c d e idiot"),
        ("signed <Name>", "we signed Acme", "signed Acme"),
        ("signed (<Name>|<number>)", "we signed 3 clients", "signed 3"),
        ("rants .. <handle>", "My rants live at @night_owl now", "rants live at @night_owl"),
        ("find me ..2 <handle>", "find me: @owl@birds.example", "find me: @owl"),
        ("earn <number>", "I earn £50k", "earn £50k".replace("£50k", "£50k")),
        ("don't care", "I do not care", "do not care"),
        ("do not care", "I don’t care", "don’t care"),
        ("dont care", "I don't care", "don't care"),
        ("i am tired", "im tired", "im tired"),
        ("boss is late", "The boss's late", "boss's late"),
        ("café", "at the cafe", "cafe"),
        ("cafe", "at the CAFÉ", "CAFÉ"),
        ("co-worker", "my co worker", "co worker"),
        (".. bad day ..", "a bad day", "bad day"),
        ("(cult (film|classic)|box? office) hit", "a cult classic hit", "cult classic hit"),
        ("(cult (film|classic)|box? office) hit", "an office hit", "office hit"),
        ("my ({boss} (is|was) late)?", "my line manager's late", "my"),
        ("(it is broken|x)", "it's broken", "it's broken"),
    ],
)
def test_a_form_stands_on_words(form: str, text: str, words: str) -> None:
    assert stands(form, text) == words


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("bad day", "bad dayton"),
        ("bad day", "bad old day"),
        ("my .. idiot", "my one two three four idiot"),
        ("signed <Name>", "we signed papers"),
        ("find me ..2 <handle>", "find me, owl"),
        ("write to <handle>", "write to owl@birds.example"),
        ("write ..2 <handle>", "write @ once"),
        ("write ..2 <handle>", "write n't"),
        ("earn <number>", "I earn little"),
        ("sack*", "ransack"),
        ("(a|the) day", "one day"),
    ],
)
def test_a_form_does_not_stand_where_a_word_is_missing(form: str, text: str) -> None:
    assert stands(form, text) is None


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        ("", "is empty"),
        ("bad (day", "do not match"),
        ("the )? day", "do not match"),
        ("bad)) day", "do not match"),
        ("(want* to|need to) go", "stands alone in its alternative"),
        ("(a ..4 b|c) day", "cannot read"),
        ("day (()) x", "empty alternative"),
        ("my {chief}", "there is no set {chief}"),
        ("bad? ..", "needs a word that has to be there"),
        ("<Name>", "needs a word that has to be there"),
        ("so*", "cannot read"),
        ("a ..40 b", "1 to 12 words wide"),
        ("a ..12 b ..12 c ..12 d ..12 e", "more than 40 words"),
        ("a (b|) c", "empty alternative"),
    ],
)
def test_a_form_that_cannot_be_read_says_why(form: str, complaint: str) -> None:
    with pytest.raises(FormError, match=complaint.replace("{", r"\{").replace("}", r"\}")):
        parse_form(form, SETS)


def test_a_set_without_words_is_named_instead_of_making_a_form_of_no_width():
    with pytest.raises(FormError, match=r"the set \{nobody\} has no words"):
        parse_form("my {nobody}", {"nobody": frozenset()})
