"""Closed schemes name what is open in their place; pages checked long ago say so."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers.noticing import open_instead, outdated
from bot.answers.types import Context, Language
from bot.catalogue.models import Nature, Page, Scheme, Status
from tests.answers.invented import answerer_on

TODAY = date(2026, 11, 27)
INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


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


def _told(question: str) -> list[str]:
    return [sentence.text for sentence in answerer_on(INVENTED).answer(question, Context(), TODAY).sentences]


def test_an_author_who_says_that_it_is_closed_is_not_said_again() -> None:
    told = _told("Combien donne le Fonds Écorce ?")
    assert told[0] == "Le Fonds Écorce est clos depuis le 31 décembre 2024, et aucune suite n'est annoncée."
    assert sum("clos" in sentence for sentence in told) == 1


def test_a_day_of_opening_is_told_once_and_the_day_of_closing_is_kept() -> None:
    told = _told("Prime Marais : pour qui ?")
    assert sum("11 janvier 2027" in sentence for sentence in told) == 1
    assert "30 septembre 2027" in " ".join(_told("C'est quoi l'appel Souffle Vert 2027 ?"))


def test_a_theme_of_its_own_makes_no_replacement() -> None:
    green = Scheme(
        id="vert",
        file="vert.md",
        title="vert",
        regions=("Bretagne",),
        natures=(Nature.GRANT,),
        stages=("investissement", "énergie"),
        status=Status.OPEN,
    )
    assert open_instead([green, CLOSED], CLOSED, TODAY) == []
