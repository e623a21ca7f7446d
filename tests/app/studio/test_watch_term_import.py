"""Watch terms come from a list or a table; a mistake costs its own line and no other."""

import codecs
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.policy import TermKind, WatchTerm
from app.model.term_remarks import Remark, TermRemark
from app.studio.watch_term_import import read_watch_terms

TODAY = date(2026, 11, 25)
ACME = WatchTerm("Acme Foods", ("Acme", "AF"), TermKind.ORGANISATION, date(2026, 12, 15))


def read(text, name="names.csv"):
    return read_watch_terms(name, text.encode(), TODAY)


def test_a_list_holds_one_term_a_line_whatever_stands_in_it():
    found = read("Acme Foods\r\n\r\n  Smith,  Jones & Co; \nProject 🦊\n", "names.txt")
    assert [term.term for term in found.terms] == ["Acme Foods", "Smith, Jones & Co;", "Project 🦊"]
    assert found.remarks == ()


@pytest.mark.parametrize("header", ["term,aliases,kind,confidential_until\n", ""])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_has_terms_aliases_kinds_and_dates(separator, header):
    row = '"Acme Foods","Acme;AF",organisation,2026-12-15\nMrs Novak,,person,\n'
    found = read((header + row).replace(",", separator))
    assert found.terms == (ACME, WatchTerm("Mrs Novak", (), TermKind.PERSON))
    assert found.remarks == ()


@pytest.mark.parametrize("separator", ["|", ";", " ; "])
def test_aliases_stand_between_bars_or_semicolons(separator):
    found = read(f"Acme Foods,{separator.join(('Acme', 'AF', 'A. F.'))},,\n")
    assert found.terms[0].aliases == ("Acme", "AF", "A. F.")


def test_columns_are_found_by_their_names_also_in_a_list():
    found = read("Term;Confidential until;Kind\nLantern deck;2026-12-15;project\n", "names.txt")
    assert found.terms == (WatchTerm("Lantern deck", (), TermKind.PROJECT, date(2026, 12, 15)),)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)],
)
def test_unicode_is_read_with_its_mark(encoding, mark):
    found = read_watch_terms("names.txt", mark + "Café Müller\n".encode(encoding), TODAY)
    assert (found.terms, found.remarks) == ((WatchTerm("Café Müller"),), ())


@pytest.mark.parametrize("data", ["Acme\nCafé\n".encode("latin-1"), "Acme\nCo".encode("utf-16-le"), b"\xff\xfeA"])
def test_another_encoding_is_said_with_the_line_and_nothing_is_guessed(data):
    found = read_watch_terms("names.txt", data, TODAY)
    assert found.terms == ()
    assert [each.remark for each in found.remarks] == [Remark.NOT_TEXT]


def test_the_line_of_another_encoding_is_the_one_that_cannot_be_read():
    (remark,) = read_watch_terms("names.txt", "Acme\nCafé\n".encode("latin-1"), TODAY).remarks
    assert remark.line == 2


def test_a_mistake_is_named_with_its_line_and_the_good_lines_are_kept():
    found = read(
        "term,aliases,kind,confidential_until\n"
        "Acme Foods,,organisation,\n"
        "X,,organisation,\n"
        "Lantern,,thing,\n"
        "Beacon,,project,15.12.2026\n"
        ",only an alias,,\n"
        '"Open quote,,\n'
        "Harbour,,,,more,than,four\n"
        f"{'long ' * 60},,,\n"
        "Orchid Partners,O;Orchid LLP,,\n"
    )
    assert [term.term for term in found.terms] == ["Acme Foods", "Orchid Partners"]
    assert found.terms[1].aliases == ("Orchid LLP",)
    assert [(each.line, each.remark) for each in found.remarks] == [
        (3, Remark.ONE_LETTER),
        (4, Remark.UNKNOWN_KIND),
        (5, Remark.NO_DATE),
        (6, Remark.NO_TERM),
        (7, Remark.BROKEN_QUOTES),
        (8, Remark.TOO_MANY_COLUMNS),
        (9, Remark.TOO_LONG),
        (10, Remark.ALIAS_LEFT_OUT),
    ]
    assert [each.remark.refuses for each in found.remarks] == [True] * 7 + [False]
    assert found.remarks[2].words == "15.12.2026"


def test_an_ordinary_word_and_a_date_in_the_past_are_taken_and_remarked_on():
    found = read("Lantern,Beacons Ltd;Beacon,project,2026-11-24\nAcme Foods,,,2026-11-25\n")
    assert len(found.terms) == 2
    assert found.remarks == (
        TermRemark(Remark.ORDINARY_WORD, "Lantern", 1),
        TermRemark(Remark.ORDINARY_WORD, "Beacon", 1),
        TermRemark(Remark.QUIET_ALREADY, "Lantern", 1),
    )


def test_doubles_are_one_term_that_is_kept_back_for_the_longest_time():
    found = read("Acme Foods,AF,,2026-12-15\nACME foods,af;Acme,,2027-01-31\nacme FOODS,,,2026-12-01\n")
    assert found.terms == (WatchTerm("Acme Foods", ("AF", "Acme"), confidential_until=date(2027, 1, 31)),)
    assert [(each.remark, each.line) for each in found.remarks] == [(Remark.MERGED, 2), (Remark.MERGED, 3)]


def test_ten_thousand_lines_are_read():
    found = read("".join(f"Company {number} Ltd,C{number}x,organisation,\n" for number in range(10_000)))
    assert len(found.terms) == 10_000


def test_a_file_without_end_is_refused():
    found = read_watch_terms("names.txt", b"a" * (16 * 1024 * 1024 + 1), TODAY)
    assert [each.remark for each in found.remarks] == [Remark.TOO_LARGE]


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.csv"]))
def test_no_bytes_break_the_reading_and_every_term_can_be_looked_for(data, name):
    found = read_watch_terms(name, data, TODAY)
    assert all(term.term == " ".join(term.term.split()) for term in found.terms)
    assert len({term.term.casefold() for term in found.terms}) == len(found.terms)


@given(st.lists(st.tuples(st.text("abcdefgh ", min_size=3).filter(str.strip), st.dates(TODAY, TODAY + timedelta(900)))))
def test_a_table_that_was_written_is_read_again(rows):
    wanted = {" ".join(words.split()) for words, _ in rows}
    text = "term,aliases,kind,confidential_until\n" + "".join(f"{words},,person,{day}\n" for words, day in rows)
    found = read(text)
    refused = {each.words for each in found.remarks if each.remark.refuses}
    assert {term.term for term in found.terms} | refused == wanted
