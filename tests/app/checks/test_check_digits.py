"""Check digits, tried on published test numbers and on their neighbours."""

from collections.abc import Callable

import pytest

from app.checks import check_digits, national_checks

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
    (national_checks.belgian, "85073003328"),
    (national_checks.swedish, "8112289874"),
    (national_checks.finnish, "131052308T"),
    (national_checks.norwegian, "01010750160"),
    (national_checks.irish, "1234567T"),
    (national_checks.irish, "1234567FA"),
    (national_checks.swiss, "7569217076985"),
    (national_checks.austrian, "1237010180"),
    (national_checks.portuguese, "123456789"),
    (national_checks.czech, "7103192745"),
    (national_checks.romanian, "1630615123457"),
    (national_checks.bulgarian, "7523169263"),
    (national_checks.croatian, "69435151530"),
    (national_checks.turkish, "10000000146"),
    (national_checks.south_african, "8001015009087"),
    (national_checks.australian_tax, "123456782"),
    (national_checks.singaporean, "S1234567D"),
    (national_checks.hong_kong, "A1234563"),
    (national_checks.chinese, "11010519491231002X"),
    (national_checks.taiwanese, "A123456789"),
    (national_checks.argentine, "20123456786"),
    (national_checks.chilean, "123456785"),
    (national_checks.thai, "1101700230708"),
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
