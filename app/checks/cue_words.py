"""Words by which the coded checks know what a number or a string is meant to be."""

from app.checks.cutting import words_of

PHONE = frozenset(
    words_of("call ring phone phoned tel telephone mobile cell cellphone number text txt whatsapp sms msg reach on")
)
CALLING = PHONE - {"number", "on", "reach"}
PRIVATE = frozenset(
    words_of("my me own personal private home mum dad landlord his her intern mobile cell whatsapp wife husband")
)
BUSINESS = frozenset(
    words_of(
        "office switchboard line helpline support sales bookings booking book order orders enquiries reception shop team us our"
    )
)
PASSWORD = frozenset(words_of("password passwords passwd passphrase pwd passcode pw"))
LOGIN = frozenset(words_of("login user username log account wifi portal"))
PIN = frozenset(words_of("pin code passcode keycode combination"))
TOKEN = frozenset(words_of("token secret key apikey bearer credential credentials"))
ACCOUNT = frozenset(words_of("account acct acc iban sort routing bank"))
HOME = frozenset(
    words_of(
        "live lives living home house flat gaff apartment moved moving neighbour neighbours neighbor bedroom garden door"
        " keys housewarming party collect collects round tenant tenants alone landlord mum mums dad dads nan she he we"
    )
)
SPELLED_DIGITS = frozenset(words_of("zero oh nought one two three four five six seven eight nine double triple"))

CUE_WORDS = (
    PHONE | PRIVATE | BUSINESS | PASSWORD | LOGIN | PIN | TOKEN | ACCOUNT | HOME | {"mail", "email", "dot", "com"}
)
"""All of them: they are seen through when they are disguised."""
