"""The check digits of national identity numbers, each from the office that gives them out."""

from collections.abc import Iterable

from app.checks.check_digits import luhn

_FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_IRISH = "WABCDEFGHIJKLMNOPQRSTUV"
_SINGAPOREAN = {"S": (0, "JZIHGFEDCBA"), "T": (4, "JZIHGFEDCBA"), "F": (0, "XWUTRQPNMLK"), "G": (4, "XWUTRQPNMLK")}
_CHINESE_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_TAIWANESE = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
_LAST_COORDINATION_DAY = 60


def weighed(digits: str, weights: Iterable[int]) -> int:
    """Return the sum of *digits*, as many as there are *weights*, each times its weight."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def belgian(digits: str) -> bool:
    """Return whether eleven *digits* are a Rijksregister number: the last two complete 97, since 2000 behind a 2."""
    body, check = int(digits[:9]), int(digits[9:])
    return check in (97 - body % 97, 97 - (2_000_000_000 + body) % 97)


def swedish(digits: str) -> bool:
    """Return whether ten or twelve *digits* are a personnummer (Skatteverket): a day, and Luhn."""
    month, day = int(digits[-8:-6]), int(digits[-6:-4])
    return 1 <= month <= 12 and 1 <= day % _LAST_COORDINATION_DAY <= 31 and luhn(digits[-10:])


def finnish(characters: str) -> bool:
    """Return whether a henkilötunnus (DVV) ends on the letter that its nine digits leave modulo 31."""
    return _FINNISH[int(characters[:6] + characters[-4:-1]) % 31] == characters[-1]


def norwegian(digits: str) -> bool:
    """Return whether eleven *digits* are a fødselsnummer (Skatteetaten): two check digits modulo 11."""
    first = weighed(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1))
    return first % 11 == 0 and weighed(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def irish(characters: str) -> bool:
    """Return whether a PPS number (Department of Social Protection) has the letter that modulo 23 asks for."""
    second = _IRISH.index(characters[8]) if len(characters) > 8 else 0
    return _IRISH[(weighed(characters[:7], range(8, 1, -1)) + 9 * second) % 23] == characters[7]


def swiss(digits: str) -> bool:
    """Return whether thirteen *digits* are an AHV number: the check digit of EAN-13."""
    return weighed(digits, (1, 3) * 6 + (1,)) % 10 == 0


def austrian(digits: str) -> bool:
    """Return whether ten *digits* are a social insurance number: the fourth checks the others, modulo 11."""
    return weighed(digits, (3, 7, 9, 0, 5, 8, 4, 2, 1, 6)) % 11 == int(digits[3])


def portuguese(digits: str) -> bool:
    """Return whether nine *digits* are a NIF: weights 9 to 2, modulo 11."""
    return max(0, 11 - weighed(digits, range(9, 1, -1)) % 11) % 10 == int(digits[8])


def czech(digits: str) -> bool:
    """Return whether ten *digits* are a rodné číslo: a day, and the whole is divisible by 11."""
    return int(digits[2:4]) % 50 % 20 in range(1, 13) and int(digits) % 11 == 0


def romanian(digits: str) -> bool:
    """Return whether thirteen *digits* are a CNP: weights 279146358279, modulo 11."""
    rest = weighed(digits, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return (1 if rest == 10 else rest) == int(digits[12])


def bulgarian(digits: str) -> bool:
    """Return whether ten *digits* are an EGN: powers of 2 modulo 11."""
    return weighed(digits, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10 == int(digits[9])


def croatian(digits: str) -> bool:
    """Return whether eleven *digits* are an OIB: ISO 7064, mod 11,10."""
    rest = 10
    for digit in digits[:10]:
        rest = ((int(digit) + rest) % 10 or 10) * 2 % 11
    return (11 - rest) % 10 == int(digits[10])


def turkish(digits: str) -> bool:
    """Return whether eleven *digits* are a kimlik number: the last two check the others, modulo 10."""
    tenth = (weighed(digits, (7, -1, 7, -1, 7, -1, 7, -1, 7)) % 10) == int(digits[9])
    return tenth and sum(map(int, digits[:10])) % 10 == int(digits[10])


def south_african(digits: str) -> bool:
    """Return whether thirteen *digits* are an identity number (Home Affairs): a day, and Luhn."""
    return is_day(digits[:6]) and luhn(digits)


def australian_tax(digits: str) -> bool:
    """Return whether nine *digits* are a tax file number (ATO): weights 1 4 3 7 5 8 6 9 10, modulo 11."""
    return weighed(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def singaporean(characters: str) -> bool:
    """Return whether an NRIC or FIN has the letter that its digits ask for, modulo 11."""
    added, letters = _SINGAPOREAN[characters[0]]
    return letters[(weighed(characters[1:8], (2, 7, 6, 5, 4, 3, 2)) + added) % 11] == characters[8]


def hong_kong(characters: str) -> bool:
    """Return whether an HKID has the check character that its letters and digits ask for, modulo 11."""
    values = [36] * (9 - len(characters)) + [int(character, 36) for character in characters[:-1]]
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    return "0123456789A"[-total % 11] == characters[-1]


def chinese(characters: str) -> bool:
    """Return whether eighteen *characters* are a resident's number (GB 11643): a day, and ISO 7064, mod 11-2."""
    check = "10X98765432"[weighed(characters, _CHINESE_WEIGHTS) % 11]
    return is_day(characters[8:14]) and check == characters[17].upper()


def taiwanese(characters: str) -> bool:
    """Return whether a letter and nine digits are an identity number: weights 1 9 8 ... 1 1, modulo 10."""
    place = _TAIWANESE.index(characters[0]) + 10
    return (place // 10 + weighed(str(place % 10) + characters[1:], (9, 8, 7, 6, 5, 4, 3, 2, 1, 1))) % 10 == 0


def argentine(digits: str) -> bool:
    """Return whether eleven *digits* are a CUIL or CUIT: weights 5 4 3 2 7 6 5 4 3 2, modulo 11."""
    return (11 - weighed(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11) % 11 == int(digits[10])


def chilean(characters: str) -> bool:
    """Return whether a RUT ends on the digit or K that modulo 11 asks for."""
    total = weighed(characters[-2::-1], (2, 3, 4, 5, 6, 7, 2, 3))
    return "0123456789K"[-total % 11] == characters[-1].upper()


def thai(digits: str) -> bool:
    """Return whether thirteen *digits* are an identity number: weights 13 to 2, modulo 11."""
    return (11 - weighed(digits, range(13, 1, -1)) % 11) % 10 == int(digits[12])


def begins_with_day(digits: str) -> bool:
    """Return whether *digits* begin with a year, a month and a day, as resident numbers of Korea and Malaysia do."""
    return is_day(digits[:6])


def is_day(digits: str) -> bool:
    """Return whether six *digits* are a year, a month and a day of some century."""
    return 1 <= int(digits[2:4]) <= 12 and 1 <= int(digits[4:]) <= 31
