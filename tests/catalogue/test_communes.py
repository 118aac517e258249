"""The communes: all there, found by name, postcode, code, and with slips."""

import pytest

from bot.catalogue import communes
from bot.catalogue.communes import commune_of, communes_at, communes_like, communes_named, meant
from bot.catalogue.places import DEPARTMENTS


def test_every_department_has_its_communes() -> None:
    lines = communes._index().lines
    assert len(lines) == 34_875
    found = {commune.department.code for line in lines if (commune := commune_of(line.split(";")[0]))}
    assert found == {department.code for department in DEPARTMENTS}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Vesoul", "70550"),
        ("st etienne", "42218"),
        ("SAINT-ÉTIENNE", "42218"),
        ("Creusot", "71153"),
        ("le creusot", "71153"),
        ("L'Haÿ-les-Roses", "94038"),
        ("Lyon 3e", "69123"),
        ("paris 15ème", "75056"),
        ("valence", "26362"),  # many times larger than the others of that name
    ],
)
def test_a_name_means_one_commune(name: str, code: str) -> None:
    found = meant(communes_named(name))
    assert found is not None
    assert found.code == code


def test_a_name_of_many_means_none() -> None:
    found = communes_named("Saint-Aubin")
    assert len(found) > 5
    assert meant(found) is None
    assert list(found) == sorted(found, key=lambda commune: -commune.inhabitants)


@pytest.mark.parametrize(
    ("slip", "name"), [("vesuol", "Vesoul"), ("besanson", "Besançon"), ("montbelliard", "Montbéliard")]
)
def test_a_slip_of_the_finger_is_understood(slip: str, name: str) -> None:
    assert name in [commune.name for commune in communes_like(slip)]


def test_nonsense_resembles_nothing() -> None:
    assert communes_like("xyz") == communes_like("un prêt pour des robots") == communes_named("Atlantide") == ()


def test_a_postcode_and_a_code() -> None:
    assert [commune.name for commune in communes_at("39410")] != []
    assert communes_at("00000") == ()
    assert commune_of("2a004") is not None
    assert commune_of("99999") is None
