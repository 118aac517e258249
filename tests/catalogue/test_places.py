"""Places as people write them."""

import pytest

from bot.catalogue.places import (
    ACCELERATOR_REGIONS,
    DEPARTMENTS,
    REGIONS,
    find_departments,
    find_region,
    regions_in,
    town_name,
)


def test_france_has_eighteen_regions_and_a_hundred_and_one_departments() -> None:
    assert (len(REGIONS), len(DEPARTMENTS)) == (18, 101)
    assert {department.region_code for department in DEPARTMENTS} == {region.code for region in REGIONS}
    assert [region.code for region in ACCELERATOR_REGIONS] == ["BFC", "HDF", "IDF", "NOR"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BFC", "BFC"),
        ("hdf", "HDF"),
        ("ile de france", "IDF"),
        ("NORMANDIE", "NOR"),
        ("PACA", "PAC"),
        ("aura", "ARA"),
        ("La Réunion", "REU"),
    ],
)
def test_a_region_has_its_names(text: str, code: str) -> None:
    region = find_region(text)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Quelles aides en Bretagne ?", ["BRE"]),
        ("une usine entre Dijon et Lille", ["BFC", "HDF"]),
        ("près de besançon, ou de Rouen", ["BFC", "NOR"]),
        ("Usine dans le Nord", ["HDF"]),
        ("pôle Nord Franche-Comté", ["BFC"]),
        ("dans le 25", ["BFC"]),
        ("avant le 25 mars, dans le 25 mars", []),
        ("il y aura une somme dans le lot, c'est cher", []),
        ("tours d'usinage à Tours", ["CVL"]),
        ("Nice to meet you", []),
        ("une réunion à La Réunion", ["REU"]),
        ("Val-de-Marne", ["IDF"]),
        ("la CCI Paris Île-de-France", ["IDF"]),
        ("une pompe à chaleur PAC", []),
    ],
)
def test_a_sentence_mentions_regions(sentence: str, codes: list[str]) -> None:
    assert [region.code for region in regions_in(sentence)] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("25", ["25"]),
        ("1", ["01"]),
        ("2a", ["2A"]),
        ("90000", ["90"]),
        ("97410", ["974"]),
        ("20200", ["2B"]),
        ("3 rue des Forges, 21000 Dijon", ["21"]),
        ("Doubs (25)", ["25"]),
        ("on est à Vesoul, dans la Haute-Saône", ["70"]),
        ("cote d or", ["21"]),
        ("seine st denis", ["93"]),
        ("val doise", ["95"]),
        ("besanson", ["25"]),
        ("teritoire de belfort", ["90"]),
        ("loire", ["42"]),
        ("loir", ["28", "37", "41", "43", "44"]),
        ("xyz", []),
        ("un prêt pour acheter des robots", []),
        ("98800", []),
        ("", []),
    ],
)
def test_a_department_is_found_by_code_name_postcode_or_town(text: str, codes: list[str]) -> None:
    assert sorted(department.code for department in find_departments(text)) == codes


@pytest.mark.parametrize(
    ("folded", "official"),
    [("besancon", "Besançon"), ("saint etienne", "Saint-Étienne"), ("la roche sur yon", "La Roche-sur-Yon")],
)
def test_a_main_town_is_shown_by_its_official_name(folded: str, official: str) -> None:
    assert town_name(folded) == official
