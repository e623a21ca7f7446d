"""Which side a draft reads like, and when nothing is said about it."""

from functools import cache

import pytest

from app.checks.belonging import Reading, Writer, read_belonging
from app.checks.engine import Engine
from app.checks.habits import FEWEST_DRAFTS, Habits
from app.model.ids import DraftId
from app.model.persona import Side
from app.model.policy import Policy
from tests.app.checks.shipped import packs_as_shipped

DRAFT = DraftId("the draft")
PERSONAL, PROFESSIONAL = Side.PERSONAL, Side.PROFESSIONAL


@cache
def engine() -> Engine:
    return Engine(packs_as_shipped())


def reading(text: str, writer: Writer, *handles: str) -> Reading | None:
    return read_belonging(engine().review(text, Policy(writer.side, other_handles=handles)), writer, DRAFT)


def deciding(text: str, side: Side, *handles: str) -> list[str]:
    found = reading(text, Writer(side), *handles)
    return [] if found is None else [text[span.start : span.end] for span in found.deciding]


def asks(text: str, side: Side) -> bool:
    return reading(text, Writer(side)) is not None


def kept_by(side: str, *texts: str) -> Habits:
    habits = Habits()
    for number, text in enumerate(texts):
        habits.learn(DraftId(f"{side} {number}"), text)
    return habits


@pytest.mark.parametrize(
    "text",
    [
        "Delighted to announce that our clinic has a new physiotherapist. To book, ring the clinic.",
        "The client moved the deadline to Friday, so @ann_work will send the invoice after the webinar.",
        "We are hiring two apprentices for the warehouse. Send us your CV by the end of May.",
        "Our catalogue is out, order online and use code MAPLE for your first order.",
    ],
)
def test_what_a_business_says_reads_like_the_professional_side(text):
    assert asks(text, PERSONAL)
    assert not asks(text, PROFESSIONAL)


@pytest.mark.parametrize(
    "text",
    [
        "Movie night with my daughter, popcorn on the sofa and both of us in pyjamas by six.",
        "Date night at last, three years today and I love him more than his terrible karaoke.",
        "My little boy lost his first tooth on the beach and my mum cried all over her sandwich lol",
    ],
)
def test_what_one_tells_at_home_reads_like_the_personal_side(text):
    assert asks(text, PROFESSIONAL)
    assert not asks(text, PERSONAL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good morning!",
        "Our clients, our office.",
        "Rain again. The bus was late and the man in front had a parrot on his shoulder.",
        "My team lost again and the referee was having a day off from seeing things.",
        "Happy new year to everyone who reads this, may it be kinder than the last one.",
        "The meeting about the village hall is on Tuesday, bring a chair and an opinion.",
        "Has anybody seen the report about the bridge? It took them three years to publish it.",
        "A client of my sister's was on the same train and slept the whole way to the coast.",
    ],
)
def test_nothing_is_asked_of_what_could_stand_on_either_side(text):
    assert not asks(text, PERSONAL)
    assert not asks(text, PROFESSIONAL)


@pytest.mark.parametrize(
    "text",
    [
        "Sunday roast is back on, with a glass of wine from the list and popcorn for the film in the garden.",
        "Puppy class starts on Sunday. Bring the dog, a lead, treats and the whole family, the kids love it.",
        "The honeymoon suite has a new bath and a balcony, and breakfast comes to bed for those who ask.",
        "Pints are back at four pounds on quiz night, pizza till ten, and the match is on in the back bar.",
    ],
)
def test_what_pubs_and_hotels_and_vets_sell_is_not_yet_the_personal_side(text):
    assert not asks(text, PROFESSIONAL)


def test_a_good_word_for_a_colleague_with_a_family_stays_at_work():
    text = (
        "Congratulations to our colleague Rosa, who leads the new sales team from May. She started here as an"
        " apprentice, and her mum still has the first invoice on the fridge."
    )
    assert not asks(text, PROFESSIONAL)


@pytest.mark.parametrize(
    "text",
    [
        "Our clients are idiots. Another webinar, another invoice nobody pays, I hate this agency and its deadlines.",
        "My boss is an idiot and our office knows it, the quarterly budget is a joke written by the marketing interns.",
    ],
)
def test_a_complaint_is_never_sent_to_the_professional_side(text):
    assert not asks(text, PERSONAL)


def test_it_says_which_words_decided_the_weightiest_first():
    text = "The client wants the keynote by Friday, says @ann_work, and the press release goes out on Monday."
    words = deciding(text, PERSONAL, "@ann_work")
    assert words[0] == "press release"
    assert set(words) == {"press release", "client", "keynote", "ann_work"}


@pytest.mark.parametrize("price", ["£18", "$7.50", "€ 4", "15% off", "20 quid"])
def test_a_price_weighs_as_well(price):
    text = "Two commissions in May, the first at {}, and the rest after the workshop."
    assert deciding(text.format("home"), PERSONAL) == []
    assert price in deciding(text.format(price), PERSONAL)


def test_it_names_the_few_words_inside_a_long_finding():
    words = deciding(
        "Movie night with my daughter, popcorn on the sofa and both of us in pyjamas by six.", PROFESSIONAL
    )
    assert {"Movie night", "on the sofa", "my daughter"} <= set(words)


def test_the_other_personas_handle_tips_the_balance():
    text = "The client has moved the deadline again, so the rest is up to @ann_work now."
    assert deciding(text, PERSONAL) == []
    assert "ann_work" in deciding(text, PERSONAL, "@ann_work")


def test_the_writers_own_word_for_the_people_speaks_for_work():
    text = "Two parishioners had asked for the agenda, and the trustees will see the invoice first."
    assert reading(text, Writer(PERSONAL)) is None
    assert reading(text, Writer(PERSONAL, people=("parishioners",))) is not None


def test_the_more_there_is_to_read_the_more_it_takes():
    told = "The client liked the keynote, and the webinar is next. "
    assert asks(told, PERSONAL)
    assert not asks(told + "Then I walked along the river and saw a heron and a boat with a blue door. " * 9, PERSONAL)


def test_where_much_speaks_for_either_side_nothing_is_asked():
    work = "The client liked the keynote, the webinar and the audit are done, the invoice is out before the deadline."
    assert asks(work, PERSONAL)
    assert not asks(f"{work} My mum called it nonsense from her sofa.", PERSONAL)


HOME = (
    "The heron stood by the weir at dusk, same stone as ever.",
    "Counted nine swifts and a heron above the weir this evening.",
    "Dusk by the weir, no swifts, one heron, cold hands.",
)
WORK = (
    "The turbine passed its vibration survey, bearings next.",
    "Vibration logged at the second turbine, bearings replaced.",
    "New bearings for the turbine, vibration down by half.",
)


def habits_of(side: str, texts: tuple[str, ...], count: int) -> Habits:
    return kept_by(side, *(texts[number % len(texts)] for number in range(count)))


def test_with_twenty_drafts_it_knows_how_each_persona_writes():
    text = "At dusk a heron on the weir and swifts above, the evening was cold but the hands were warm."
    own, other = habits_of("work", WORK, FEWEST_DRAFTS), habits_of("home", HOME, FEWEST_DRAFTS)
    found = reading(text, Writer(PROFESSIONAL, own=own, other=other))
    assert found is not None
    assert {text[span.start : span.end] for span in found.deciding} >= {"heron", "weir", "dusk"}
    assert reading(text, Writer(PERSONAL, own=other, other=own)) is None


def test_with_fewer_drafts_it_does_not_pretend_to_know():
    text = "At dusk a heron on the weir and swifts above, the evening was cold but the hands were warm."
    own, other = habits_of("work", WORK, FEWEST_DRAFTS - 1), habits_of("home", HOME, FEWEST_DRAFTS)
    assert reading(text, Writer(PROFESSIONAL, own=own, other=other)) is None


def test_what_a_persona_always_writes_about_belongs_there():
    text = "Movie night with my daughter on the sofa, popcorn everywhere, and then the long way to bed."
    usual = ("Movie night again, popcorn on the sofa, my daughter in charge.", "Popcorn, sofa, daughter, movie, bed.")
    nothing = habits_of("home", HOME, FEWEST_DRAFTS)
    writer = Writer(PROFESSIONAL, own=habits_of("work", usual, 2 * FEWEST_DRAFTS), other=nothing)
    assert reading(text, Writer(PROFESSIONAL)) is not None
    assert reading(text, writer) is None


def test_a_draft_is_no_witness_for_itself():
    text = "At dusk a heron on the weir and swifts above, the evening was cold but the hands were warm."
    own, other = habits_of("work", WORK, FEWEST_DRAFTS), habits_of("home", HOME, FEWEST_DRAFTS)
    before = reading(text, Writer(PROFESSIONAL, own=own, other=other))
    own.learn(DRAFT, text)
    assert reading(text, Writer(PROFESSIONAL, own=own, other=other)) == before


def test_a_draft_does_not_make_up_the_number():
    text = "At dusk a heron on the weir and swifts above, the evening was cold but the hands were warm."
    own, other = habits_of("work", WORK, FEWEST_DRAFTS - 1), habits_of("home", HOME, FEWEST_DRAFTS)
    own.learn(DRAFT, text)
    assert reading(text, Writer(PROFESSIONAL, own=own, other=other)) is None


def test_what_is_forgotten_counts_no_more():
    text = "At dusk a heron on the weir and swifts above, the evening was cold but the hands were warm."
    own, other = habits_of("work", WORK, FEWEST_DRAFTS), habits_of("home", HOME, FEWEST_DRAFTS)
    for number in range(FEWEST_DRAFTS):
        other.forget(DraftId(f"home {number}"))
    assert reading(text, Writer(PROFESSIONAL, own=own, other=other)) is None


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("sign", ["\u200b", "\U0001f469\u200d\U0001f52c", "\x00", "ﷺ", "I\u0307"])
def test_signs_of_every_kind_do_not_move_the_words(side, sign):
    text = f"{sign} Our clients {sign} love the webinar {sign}, my mum and I had popcorn on the sofa, lol {sign}"
    found = reading(text, Writer(side))
    assert found is None or all(text[span.start : span.end].strip() for span in found.deciding)
