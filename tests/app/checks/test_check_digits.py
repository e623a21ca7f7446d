"""Check digits, tried on published test numbers and on their neighbours."""

from collections.abc import Callable

import pytest

from app.checks import check_digits

VALID: list[tuple[Callable[[str], bool], str]] = [
    (check_digits.luhn, "4242424242424242"),
    (check_digits.luhn, "378282246310005"),
    (check_digits.iban, "GB82WEST12345698765432"),
    (check_digits.iban, "DE89370400440532013000"),
    (check_digits.verhoeff, "234123412346"),
    (check_digits.german_tax_number, "86095742719"),
    (check_digits.french_social_number, "255081416802538"),
    (check_digits.spanish_identity, "12345678Z"),
    (check_digits.spanish_identity, "X1234567L"),
    (check_digits.polish_number, "44051401359"),
    (check_digits.dutch_number, "111222333"),
    (check_digits.british_health_number, "9434765919"),
    (check_digits.brazilian_number, "52998224725"),
]


@pytest.mark.parametrize(("check", "number"), VALID)
def test_a_published_number_passes(check, number):
    assert check(number)


@pytest.mark.parametrize(("check", "number"), VALID)
def test_a_number_with_one_digit_changed_does_not(check, number):
    for place in (1, len(number) // 2, len(number) - 2):
        if number[place].isdigit():
            changed = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
            assert not check(changed)


def test_what_the_american_office_never_gives_out_is_no_social_number():
    assert check_digits.american_social_number("078051120")
    for never in ("000121234", "666121234", "900121234", "123001234", "123120000"):
        assert not check_digits.american_social_number(never)
