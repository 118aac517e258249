"""Closed schemes name what is open in their place; pages checked long ago say so."""

from datetime import date

import pytest

from bot.answers.noticing import open_instead, outdated
from bot.answers.types import Language
from bot.catalogue.models import Nature, Page, Scheme, Status

TODAY = date(2026, 11, 27)


def scheme(
    name: str, *, region: str = "Bretagne", status: Status = Status.OPEN, stage: str = "investissement"
) -> Scheme:
    return Scheme(
        id=name,
        file=f"{name}.md",
        title=name,
        regions=(region,),
        natures=(Nature.GRANT,),
        stages=(stage,),
        status=status,
    )


CLOSED = scheme("clos", status=Status.CLOSED)


def test_an_open_scheme_of_the_region_goes_before_a_national_one() -> None:
    national, regional = scheme("national", region="France"), scheme("regional")
    assert open_instead([national, CLOSED, regional], CLOSED, TODAY) == [regional, national]


@pytest.mark.parametrize(
    "other",
    [
        scheme("ailleurs", region="Normandie"),
        scheme("verifier", status=Status.TO_CHECK),
        scheme("formation", stage="formation"),
    ],
)
def test_what_is_elsewhere_unsure_or_for_something_else_is_not_named_instead(other: Scheme) -> None:
    assert open_instead([other, CLOSED], CLOSED, TODAY) == []


def test_a_page_checked_more_than_a_year_ago_says_so() -> None:
    page = Page(id="p", file="p.md", title="Page", checked_on=date(2025, 11, 1))
    assert "1er novembre 2025" in outdated(page, TODAY, Language.FRENCH)
    assert outdated(page.model_copy(update={"checked_on": date(2026, 6, 1)}), TODAY, Language.FRENCH) == ""
    assert outdated(page.model_copy(update={"checked_on": None}), TODAY, Language.ENGLISH) == ""
