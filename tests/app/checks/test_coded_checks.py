"""Numbers, addresses and secrets that the shipped engine finds, and those it leaves alone."""

from functools import cache

import pytest

from app.checks.engine import Engine
from app.model.finding import Severity, Span
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.shipped import packs_to_review_with


@cache
def engine() -> Engine:
    return Engine(packs_to_review_with())


@cache
def coded_rules() -> frozenset[str]:
    return frozenset(packs_to_review_with().coded)


def coded(text: str, side: Side = Side.PERSONAL) -> list[str]:
    """Return the words of *text* on which coded findings stand."""
    findings = engine().review(text, default_policy(side)).findings
    return [text[found.span.start : found.span.end] for found in findings if found.rule_id in coded_rules()]


def is_found(text: str, risk: str, words: str, side: Side) -> bool:
    """Return whether a finding of *risk*, the coded one or one that has swallowed it, covers just these words."""
    start = text.index(words)
    return any(
        found.risk == risk and Span(start, start + len(words)) in (found.span, *found.evidence)
        for found in engine().review(text, default_policy(side)).findings
    )


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my new card 4242 4242 4242 4242, finally", "4242 4242 4242 4242"),
        ("card 4\u200b242424242424242 ok", "4\u200b242424242424242"),
        ("IBAN gb82 west 1234 5698 7654 32 please", "gb82 west 1234 5698 7654 32"),
        ("it is QQ123456C, I exist", "QQ123456C"),
        ("DNI 12345678Z", "12345678Z"),
        ("078-05-1120 was a famous one", "078-05-1120"),
        ("Aadhaar 2341 2341 2346", "2341 2341 2346"),
        ("85.07.30-033.28 on the new card", "85.07.30-033.28"),
        ("mine is 811228-9874, write it down", "811228-9874"),
        ("it says 131052-308T", "131052-308T"),
        ("PPSN 1234567FA at last", "1234567FA"),
        ("AHV 756.9217.0769.85", "756.9217.0769.85"),
        ("my oib 69435151530 is wrong there", "69435151530"),
        ("NRIC S1234567D, they asked", "S1234567D"),
        ("11010519491231002X is his", "11010519491231002X"),
        ("RUT 12.345.678-5 for the form", "12.345.678-5"),
        ("HEGG560427MVZRRL04 on a lanyard", "HEGG560427MVZRRL04"),
        ('api_key="wx_live_51f0c9d27be84a60"', "wx_live_51f0c9d27be84a60"),
        (
            "ours is ntn_123456789012abcdefghijklmnopqrstuvwxyz012345678",
            "ntn_123456789012abcdefghijklmnopqrstuvwxyz012345678",
        ),
        ("app secret aB18Q~0123456789abcdefghijklmnopqrstuv", "aB18Q~0123456789abcdefghijklmnopqrstuv"),
        ("it is AKIAIOSFODNN7EXAMPLE again", "AKIAIOSFODNN7EXAMPLE"),
        ("curl -u heron:Lamp9post https://api.example.org/v1", "Lamp9post"),
        ('curl --user "k7Rr20pQz!x:" https://api.example.org', "k7Rr20pQz!x"),
        ("curl -H 'Authorization: Basic aGVyb246TGFtcDlwb3N0' x", "aGVyb246TGFtcDlwb3N0"),
        (
            "it broke on gsk_4kT9wQ2mZ7xB1nV8cR5yL3pD6hJ0fS4gA2eUq7Wz3Xn5Tb9K",
            "gsk_4kT9wQ2mZ7xB1nV8cR5yL3pD6hJ0fS4gA2eUq7Wz3Xn5Tb9K",
        ),
        ("key=heron9f27Qm41TTz8 is ours", "heron9f27Qm41TTz8"),
        ("my driving licence number is FARME100165AB5FC", "FARME100165AB5FC"),
        ("driver's license: 2270-66-1551", "2270-66-1551"),
        ("passport no. 912803456, renewed", "912803456"),
        ("my ITIN is 911-70-1234", "911-70-1234"),
        ("what is the limit of card 501800000009", "501800000009"),
        ("login with hunter2? No: password: hunter2!x", "hunter2!x"),
        ("the wifi password is Badger77 all caps", "Badger77"),
        ("The password for the wifi is Blue-Kettle-42", "Blue-Kettle-42"),
        ("password to the staff portal: Heron!Lamp9", "Heron!Lamp9"),
        ("my passwd's Zorblax9 now", "Zorblax9"),
        ("'passwd' is Hunter2x", "Hunter2x"),
        ("pass\u200bword is Hunter2x", "Hunter2x"),
        ("gate code 4419, see you", "4419"),
        ("the login is heron/kettle, quick", "kettle"),
        ("my streaming login, hi, is still puffin88", "puffin88"),
        ("sticky note on the laptop: Kestrel_1962, that is all", "Kestrel_1962"),
        ("Wifi at ours is Puffin!Nest44, help yourselves", "Puffin!Nest44"),
        ("p@ssw0rd for the wifi: p u f f i n 7 7", "p u f f i n 7 7"),
        ("the key safe is by the shed, 4417, straight in", "4417"),
        ("the alarm wants 7714", "7714"),
        ("The code for the back door since Friday is 4471", "4471"),
        ("it is 0417, then the star", "0417"),
        ("rent day: 20-00-00, 55779911, every month", "20-00-00, 55779911"),
        ("barn p i n is four four one nine, everyone", "four four one nine"),
    ],
)
def test_what_opens_something_is_held_back_on_both_sides(text, words, side):
    assert is_found(text, "privacy.credential", words, side)
    assert engine().review(text, default_policy(side)).worst is Severity.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "card 4242 4242 4242 4243 has a wrong digit",
        "GB82 WEST 1234 5698 7654 33 has a wrong digit",
        "Version 2.71.828-rc4 is out, build 20251102.1745, sha256 begins 5e884898",
        "ISBN 0-330-02168-7, 40p",
        "Round 2: 20-22-24-26 stitches, rounds 5 to 31",
        "Use code SPRING20 at checkout for 20% off",
        "My password is too long to remember",
        "Put it there: api_key=${API_KEY_V2_2026}, token: <YOUR_TOKEN_1234>",
        "xoxb-12345-abcd234 is how they begin",
        "curl -u <user:password> https://test.example.org, says the manual",
        "curl --user username:password works as well",
        "Authorization: Bearer <your token here, 40 letters>",
        "csrf-token=Mj2qykJO5rELyHgezQ69nzUX0i3OH67V7V4eU in every form",
        "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 is a field of mine",
        'set "sgp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" there',
        "fixed in 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b, thanks",
        "In the docs the example is card 4242 4242 4242 4242 and the key AKIAIOSFODNN7EXAMPLE",
        "put a fake number there, 07700 900118 or so",
        "Tip us in sol: 7kXe9bQ2TzVn4mWcYp3LsRd8HfJgUa6AoEi1CtNx5vBy",
        "we are 100.000 now, who would have called that",
        "Office 2007 32 bit, call me old",
        "Our router is at 192.168.0.1, an address like any other",
        "Version 10.4.12.7 is out",
        "The cake recipe @ example.com is good",
        "The password for the wifi is on the fridge",
        "The password for my bank is far too long",
        "Error code 40412 again",
        "the dress code is black tie, 18:30",
        "1939-1945 and 2019-2024",
        "07700 points, no. 900482 of a million",
        "868.3 MHz every 48 seconds, 0.2794 mm a tip",
        "Office365 login page is down again",
        "the alarm is set to 0530, and I hate it",
        "Home safe, 1200 miles later",
        "my account since Spring2020, and still no badge",
        "Common passwords are Summer2024! and worse",
        "if your keypad is 2580, change it",
        "Golden Key, use code: 5JKJ3-6TWKS-CSTCT",
        "login: username/password, says the form",
        "the bowling pin number is 300",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5 has a wrong letter",
        "wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb has another",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4",
        "Reset your password at https://example.org/reset?token=abc1",
        "Ring ring, 2 000 000 people called in sick",
        "We return to 2 Fast 2 Furious every year",
        "Our padlock, 2024 edition, is back in stock",
        "Unit 7 box 3 of the course is on rivers",
        "1. Ann 2. Ben 3. Lane, that is my list",
        "3D Printed Robots Walk",
        "2x06 - Blood Drive",
        "Black Lives Matter 5280 people strong",
        "Via Twitter 2016, still true",
        "Midway 12 points up, Brigade 101 marching",
        "He was born at 9 Larch Terrace, which is a roundabout now",
        "Unit 4 is about rivers",
        "Episode 3 of Bridge Street 7 is out",
        "lives in May 2019 were simpler",
        "In 1830 there were 14 pubs on Cordwainer Street",
    ],
)
def test_numbers_that_are_nobody_s_are_left_alone(text):
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "risk", "words"),
    [
        ("text me on 07700 900482 now", "privacy.contact", "07700 900482"),
        ("txt me 07\u200b700 90\u200b0 7\u200b19", "privacy.contact", "07\u200b700 90\u200b0 7\u200b19"),
        ("call (212) 555-0143 tonight", "privacy.contact", "(212) 555-0143"),
        ("my WhatsApp is +91 98765 43210", "privacy.contact", "+91 98765 43210"),
        ("nobody is answering at 78 651 450", "privacy.contact", "78 651 450"),
        ("Call us: 33 93 31", "privacy.contact", "33 93 31"),
        ("166-555-0199x4821 mobile", "privacy.contact", "166-555-0199x4821"),
        ("you can reach me at (11) 4706-6184", "privacy.contact", "(11) 4706-6184"),
        ("my ip is 81.2.69.142, come and get me", "privacy.contact", "81.2.69.142"),
        ("3kT9wQ2mZ7xB1nV8cR5yL4pD6hJ0fS8gA2eU", "privacy.credential", "3kT9wQ2mZ7xB1nV8cR5yL4pD6hJ0fS8gA2eU"),
        ("write to joss.wainfleet@example.com", "privacy.contact", "joss.wainfleet@example.com"),
        ("come to 8 Fenwick Lane at nine", "privacy.location", "8 Fenwick Lane"),
        ("11 Hol\u200bloway Ter\u200brace it is", "privacy.location", "11 Hol\u200bloway Ter\u200brace"),
        ("Post it to Lindenweg 14, we are in", "privacy.location", "Lindenweg 14"),
        ("party at Via Garibaldi 31, bring wine", "privacy.location", "Via Garibaldi 31"),
        ("Rua do Carvalho 220, second floor", "privacy.location", "Rua do Carvalho 220"),
        ("12 bis rue Lamarck, code on the door", "privacy.location", "12 bis rue Lamarck"),
        ("come to Hoofdstraat 7 tonight", "privacy.location", "Hoofdstraat 7"),
        ("ul. Kwiatowa 9 and the third bell", "privacy.location", "ul. Kwiatowa 9"),
        ("it is Petőfi utca 12, upstairs", "privacy.location", "Petőfi utca 12"),
        ("1450 Old Mill Rd Apt. 12 from Friday", "privacy.location", "1450 Old Mill Rd"),
        ("Write to Unit 2050 Box 4190 while he is away", "privacy.location", "Unit 2050 Box 4190"),
        ("she lives at 42 Ashgrove, ask for Bea", "privacy.location", "42 Ashgrove"),
        ("up at 350 5th Avenue with the cat", "privacy.location", "350 5th Avenue"),
        # published: BIP 173's example, the first block of Bitcoin, and "Wallet import format" of the Bitcoin wiki
        (
            "send it to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "privacy.credential",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        ),
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "privacy.credential", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        (
            "ours: 5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
            "privacy.credential",
            "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
        ),
        ("53.9012, -4.8977 and the gate is open", "privacy.location", "53.9012, -4.8977"),
    ],
)
def test_ways_to_somebody_are_found_on_the_personal_side(text, risk, words):
    assert is_found(text, risk, words, Side.PERSONAL)


@pytest.mark.parametrize(
    "text",
    [
        "Call our workshop on 01632 960188 for a price",
        "Media enquiries to press@alderworks.example",
        "Our new salon: second floor, 12 Cooper Street, over the bakery",
    ],
)
def test_what_a_business_publishes_is_fine_on_the_professional_side(text):
    assert coded(text, Side.PROFESSIONAL) == []


def test_a_private_mobile_is_not():
    assert is_found("just use my own mobile, 07700 900655", "privacy.contact", "07700 900655", Side.PROFESSIONAL)
