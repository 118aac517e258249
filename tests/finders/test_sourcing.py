"""Partners are found by what their own rows carry; what only comes near is told apart."""

from bot.catalogue.models import Operation, Partner
from bot.finders.sourcing import Far, Relation, Sourced, find_partners
from bot.finders.wish import PartnerWish

TREE = [
    Operation(name=name, parent=parent)
    for name, parent in (
        ("brassage", ""),
        ("brassage lent", "brassage"),
        ("brassage vif", "brassage"),
        ("séchage", ""),
        ("matières", ""),
        ("argile", "matières"),
        ("plâtre", "matières"),
    )
]


def partner(name: str, *operations: str, regions: tuple[str, ...] = ("Bretagne",), town: str = "") -> Partner:
    """A made-up partner."""
    return Partner.model_validate(
        {
            "file": "partenaires/partenaires.csv",
            "id": name,
            "titre": name,
            "operations": operations,
            "region": regions,
            "commune": town,
        }
    )


def found(wish: PartnerWish, *partners: Partner) -> Sourced:
    return find_partners(partners, TREE, wish)


def names(matches: Sourced) -> list[str]:
    return [match.partner.title for match in matches.matches]


def test_who_does_it_or_a_part_of_it_matches() -> None:
    wish = PartnerWish(operations=("brassage",))
    result = found(wish, partner("A", "brassage lent"), partner("B", "brassage"), partner("C", "séchage"))
    assert names(result) == ["B", "A"]
    assert [match.covers[0].relation for match in result.matches] == [Relation.ITSELF, Relation.NARROWER]
    assert not result.missing


def test_who_only_does_something_wider_or_beside_is_the_nearest_and_no_match() -> None:
    wish = PartnerWish(operations=("brassage lent",))
    result = found(wish, partner("A", "brassage"), partner("B", "brassage vif"))
    assert not result.matches
    assert result.missing == ("brassage lent",)
    assert [match.partner.title for match in result.nearest] == ["A"]
    beside = found(wish, partner("B", "brassage vif"))
    assert beside.nearest[0].covers[0].relation is Relation.BESIDE


def test_who_does_more_of_what_is_asked_goes_before_who_is_nearer() -> None:
    wish = PartnerWish(operations=("brassage", "séchage"), regions=("Bretagne",))
    both = partner("Both", "brassage", "séchage", regions=("France",))
    result = found(wish, partner("Near", "séchage"), both)
    assert names(result) == ["Both", "Near"]


def test_a_nearer_partner_that_only_comes_close_to_a_minor_operation_hides_nobody() -> None:
    wish = PartnerWish(operations=("séchage", "brassage lent"), regions=("Bretagne",))
    result = found(wish, partner("Near", "brassage"), partner("Far", "séchage", regions=("Corse",)))
    assert names(result) == ["Far"]
    assert result.missing == ("brassage lent",)


def test_the_material_only_counts_when_nothing_is_asked_to_be_done_to_it() -> None:
    clay, dryer = partner("Clay", "argile"), partner("Dryer", "séchage")
    assert names(found(PartnerWish(operations=("argile", "séchage")), clay, dryer)) == ["Dryer"]
    assert names(found(PartnerWish(operations=("argile",)), clay, dryer)) == ["Clay"]
    assert not found(PartnerWish(operations=("plâtre",)), clay).nearest


def test_the_family_of_an_operation_is_not_asked_for_beside_it() -> None:
    result = found(PartnerWish(operations=("brassage", "brassage lent")), partner("A", "brassage"))
    assert result.wanted == ("brassage lent",)
    assert not result.matches


def test_a_place_outside_cancels_nothing() -> None:
    wish = PartnerWish(operations=("séchage",), regions=("Occitanie",), towns=("rodez",))
    here = partner("Here", "séchage", regions=("Occitanie",), town="Albi")
    national, away = partner("National", "séchage", regions=("France",)), partner("Away", "séchage")
    assert [m.far for m in found(wish, away, national, here).matches] == [Far.SAME_REGION, Far.NATIONAL]
    assert names(found(wish, away)) == ["Away"]


def test_of_several_towns_in_a_row_each_is_there() -> None:
    wish = PartnerWish(operations=("séchage",), towns=("vannes",))
    assert found(wish, partner("A", "séchage", town="Lorient | Vannes")).matches[0].far is Far.THERE
