"""Amounts, rates, dates and answers as staff write them."""

from datetime import date

import pytest

from ingest.checking import values
from ingest.checking.values import Wrong


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("55000", 55_000),
        ("55 000 €", 55_000),
        ("55\u00a0000\u202f€", 55_000),
        ("3 M€", 3_000_000),
        ("3M€", 3_000_000),
        ("1,2 M€", 1_200_000),
        ("1.5 M€", 1_500_000),
        ("800 k€", 800_000),
        ("800 K€", 800_000),
        ("1,2 million d'euros", 1_200_000),
        ("2 millions d’euros", 2_000_000),
        ("1 Md€", 1_000_000_000),
        ("1500 euros", 1_500),
        ("12,50 €", 12.5),
    ],
)
def test_amount_is_read_in_euros(text: str, euros: float) -> None:
    assert values.amount(text) == euros


@pytest.mark.parametrize(
    "text",
    [
        "1,234,567",
        "-5",
        "10 000 à 50 000 €",
        "environ 3 M€",
        "55.000",
        "gratuit",
        "3 kg",
        "1e6",
        "",
        "20 %",
        "0x10",
        "nan",
    ],
)
def test_amount_that_could_be_misread_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Wrong, match="écrivez un seul montant"):
        values.amount(text)


@pytest.mark.parametrize(("text", "percent"), [("20 %", 20), ("20%", 20), ("20", 20), ("12,5 %", 12.5), ("0", 0)])
def test_rate_is_read_in_percent(text: str, percent: float) -> None:
    assert values.rate(text) == percent


@pytest.mark.parametrize("text", ["150 %", "vingt", "10 à 20 %", "-3 %", "20 % max"])
def test_impossible_rate_is_refused(text: str) -> None:
    with pytest.raises(Wrong):
        values.rate(text)


@pytest.mark.parametrize(
    "text", ["2026-12-15", "15/12/2026", "15.12.2026", "15 décembre 2026", "15 Decembre 2026", "2026-12-15 00:00:00"]
)
def test_date_is_read_in_the_forms_staff_use(text: str) -> None:
    assert values.day(text) == date(2026, 12, 15)


def test_first_of_the_month_is_read() -> None:
    assert values.day("1er mars 2027") == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("12/31/2027", "écrivez 31/12/2027"),
        ("31/02/2026", "n'existe pas au calendrier"),
        ("2027-02-30", "n'existe pas au calendrier"),
        ("46371", "format Date"),
        ("décembre 2026", "jj/mm/aaaa"),
        ("demain", "jj/mm/aaaa"),
        ("15/12/26", "jj/mm/aaaa"),
        ("15/12/0026", "impossible"),
    ],
)
def test_wrong_date_is_refused_with_the_remedy(text: str, remedy: str) -> None:
    with pytest.raises(Wrong, match=remedy):
        values.day(text)


def test_yes_and_no_are_read_and_maybe_is_not() -> None:
    assert values.yes_or_no("Oui") is True
    assert values.yes_or_no("non") is False
    with pytest.raises(Wrong, match="écrivez oui ou non"):
        values.yes_or_no("peut-être")


def test_count_of_persons_is_whole() -> None:
    assert values.count("5 000") == 5_000
    assert values.count("249 salariés") == 249
    with pytest.raises(Wrong, match="nombre entier"):
        values.count("2,5")
