"""The check digits of cards, accounts and national numbers, each from its own standard."""

from collections.abc import Callable

_LETTERS_DNI = "TRWAGMYFPDXBNJZSQVHLCKE"
_VERHOEFF_PRODUCT = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_VERHOEFF_PLACE = (
    "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def luhn(digits: str) -> bool:
    """Return whether *digits* pass the check of ISO/IEC 7812-1, annex B."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def iban(characters: str) -> bool:
    """Return whether *characters* (upper case, no blanks) pass the check of ISO 13616: 1 modulo 97."""
    moved = characters[4:] + characters[:4]
    return int("".join(str(int(character, 36)) for character in moved)) % 97 == 1


def verhoeff(digits: str) -> bool:
    """Return whether *digits* pass Verhoeff's check over the dihedral group, as Aadhaar numbers do."""
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = int(_VERHOEFF_PRODUCT[check][int(_VERHOEFF_PLACE[place % 8][int(digit)])])
    return check == 0


def german_tax_number(digits: str) -> bool:
    """Return whether eleven *digits* are a German tax number (ISO 7064, mod 11,10; one digit of ten comes twice)."""
    if digits[0] == "0" or len(set(digits[:10])) not in (8, 9):
        return False
    product = 10
    for digit in digits[:10]:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(digits[10])


def french_social_number(digits: str) -> bool:
    """Return whether fifteen *digits* are a French social security number: the last two complete 97."""
    return 97 - int(digits[:13]) % 97 == int(digits[13:])


def spanish_identity(characters: str) -> bool:
    """Return whether *characters*, eight digits or one of XYZ and seven, and a letter, are a DNI or NIE (modulo 23)."""
    digits = characters[:-1].translate(str.maketrans("XYZ", "012"))
    return _LETTERS_DNI[int(digits) % 23] == characters[-1]


def polish_number(digits: str) -> bool:
    """Return whether eleven *digits* are a PESEL: weights 1 3 7 9, modulo 10."""
    return (
        sum(int(digit) * weight for digit, weight in zip(digits, (1, 3, 7, 9) * 2 + (1, 3, 1), strict=True)) % 10 == 0
    )


def dutch_number(digits: str) -> bool:
    """Return whether nine *digits* pass the Dutch "elfproef": weights 9 to 2 and -1, modulo 11."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def british_health_number(digits: str) -> bool:
    """Return whether ten *digits* are an NHS number: weights 10 to 2, modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def brazilian_number(digits: str) -> bool:
    """Return whether eleven *digits* are a CPF: two check digits modulo 11, and not eleven times the same."""
    if len(set(digits)) == 1:
        return False
    for length in (9, 10):
        total = sum(int(digit) * weight for digit, weight in zip(digits, range(length + 1, 1, -1), strict=False))
        if total * 10 % 11 % 10 != int(digits[length]):
            return False
    return True


def american_social_number(digits: str) -> bool:
    """Return whether nine *digits* can be a social security number: no area 000, 666 or 9xx, no group or serial 0."""
    area, group, serial = digits[:3], digits[3:5], digits[5:]
    return area not in ("000", "666") and area < "900" and group != "00" and serial != "0000"


def anything(_: str) -> bool:
    """Return that a number without a check digit has nothing to check."""
    return True


Check = Callable[[str], bool]
