"""Words by which the coded checks know what a number or a string is meant to be."""

from app.checks.cutting import words_of

CALLING = frozenset(
    words_of(
        "call ring phone phones phoned tel telephone mobile cell cellphone text txt whatsapp sms msg digits signal"
        " landline"
    )
)
NEAR_PHONE = CALLING | frozenset(
    words_of(
        "calling called caller ringing dial dialled dialing reach reached answer answers answering answered fax office"
        " hotline contact contacts voicemail home work"
    )
)
"""Words that say, right before or behind a number, that it is a phone number."""
PRIVATE_LINE = frozenset(words_of("mobile cell cellphone personal private home whatsapp own"))
PRIVATE = PRIVATE_LINE | frozenset(words_of("my me own mum dad landlord his her intern wife husband"))
MAIL = frozenset(words_of("mail email e-mail write contact reach gmail address"))
PASSWORD = frozenset(words_of("password passwords passwd passphrase pwd passcode pass pw"))
LOGIN = frozenset(words_of("login log user username wifi portal acc account"))
PIN = frozenset(words_of("pin code passcode keycode combination"))
TOKEN = frozenset(words_of("token secret key apikey bearer credential credentials"))
ACCOUNT = frozenset(words_of("account acct acc iban sort routing"))
SPELLED_DIGITS = frozenset(words_of("zero oh nought one two three four five six seven eight nine double triple"))
HOME = frozenset(
    words_of(
        "live lives living home house flat gaff apartment moved moving neighbour neighbours neighbor bedroom garden"
        " keys housewarming collect collects tenant tenants alone mum mums dad dads nan buzzer doorbell ours"
    )
)
PREMISES = frozenset(
    words_of(
        "shop studio office store cafe bar pub restaurant museum gallery theatre church hall market clinic surgery"
        " salon showroom workshop venue stand stall premises practice branch gym school library open opening tickets"
    )
)

CUE_WORDS = CALLING | PRIVATE | PASSWORD | LOGIN | PIN | TOKEN | ACCOUNT | HOME | {"mail", "email", "dot", "com"}
"""Words that are seen through when they are disguised, besides those of the rules."""
