"""The company register: what it says is read, and none of its failures takes long or raises."""

from collections.abc import Iterator

import pytest

from bot.intake.companies import LookedUp, Standing
from bot.intake.registry import Registry
from tests.company_register.server import DUVAL, CompanyRegister, a_company, a_place

FOUND = LookedUp(
    standing=Standing.ACTIVE,
    name="DUVAL SIEGES",
    address="12 RUE DES FORGES 70000 VESOUL",
    activity="31.01Z",
    employees=[20, 49],
)


@pytest.fixture
def register() -> Iterator[CompanyRegister]:
    with CompanyRegister().running() as register:
        yield register


def test_a_company_is_read_with_what_fills_the_form(register: CompanyRegister) -> None:
    found = Registry(register.url).look_up(DUVAL)
    assert found == FOUND
    assert found.values == {
        "company": "DUVAL SIEGES",
        "address": "12 RUE DES FORGES 70000 VESOUL",
        "activity": "31.01Z",
        "employees": [20, 49],
    }
    assert register.asked == [
        {"q": DUVAL, "page": "1", "per_page": "1", "minimal": "true", "include": "siege,matching_etablissements"}
    ]
    assert "Relais" in register.agents[0]


def test_an_establishment_has_its_own_address(register: CompanyRegister) -> None:
    workshop = a_place(f"{DUVAL}00082", adresse="3 RUE NEUVE 25000 BESANCON", est_siege=False)
    register.companies[DUVAL] = a_company(matching_etablissements=[workshop])
    assert Registry(register.url).look_up(f"{DUVAL}00082").address == "3 RUE NEUVE 25000 BESANCON"


@pytest.mark.parametrize(
    ("company", "standing"),
    [
        (None, Standing.UNKNOWN),
        (a_company("552100554"), Standing.UNKNOWN),  # another one than asked for
        (a_company(etat_administratif="C"), Standing.CEASED),
        (a_company(statut_diffusion="P"), Standing.HIDDEN),
    ],
)
def test_a_company_that_fills_nothing(
    register: CompanyRegister, company: dict[str, object] | None, standing: Standing
) -> None:
    register.companies = {DUVAL: company} if company else {}
    found = Registry(register.url).look_up(DUVAL)
    assert (found.standing, found.values) == (standing, {})
    assert found.settles is (standing is Standing.HIDDEN)


def test_a_closed_establishment_is_told_by_its_own_number(register: CompanyRegister) -> None:
    closed = a_place(f"{DUVAL}00082", etat_administratif="F")
    register.companies[DUVAL] = a_company(matching_etablissements=[closed])
    assert Registry(register.url).look_up(f"{DUVAL}00082").standing is Standing.CEASED
    assert Registry(register.url).look_up(DUVAL).standing is Standing.ACTIVE


def test_what_is_kept_back_is_not_shown(register: CompanyRegister) -> None:
    hidden = a_place(f"{DUVAL}00074", statut_diffusion_etablissement="P", adresse="[ND] 70000 VESOUL")
    register.companies[DUVAL] = a_company(siege=hidden, nom_raison_sociale=None, tranche_effectif_salarie="NN")
    found = Registry(register.url).look_up(DUVAL)
    assert found.values == {"company": "duval sieges", "activity": "31.01Z"}


@pytest.mark.parametrize("fault", ["slow", "drip", "cut", "garbage", "shape", "huge", 400, 404, 429, 500, 503])
def test_every_failure_is_told_within_the_limit(register: CompanyRegister, fault: str | int) -> None:
    register.fault = fault
    found = Registry(register.url, seconds=0.5).look_up(DUVAL)
    assert found.standing is Standing.UNREACHABLE
    assert register.unanswered == (fault in ("slow", "drip"))  # these would keep who asks waiting for ever


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://registre.invalid", "not a url"])
def test_nobody_there_is_a_failure_like_any_other(url: str) -> None:
    assert Registry(url, seconds=0.5).look_up(DUVAL).standing is Standing.UNREACHABLE


def test_a_register_that_is_down_is_left_alone_for_a_while(register: CompanyRegister) -> None:
    now = [1_000.0]
    registry = Registry(register.url, clock=lambda: now[0])
    register.fault, register.retry_after = 429, "60"
    assert registry.look_up(DUVAL).standing is Standing.UNREACHABLE
    register.fault, register.retry_after = None, None
    now[0] += 59
    assert registry.look_up(DUVAL).standing is Standing.UNREACHABLE
    assert len(register.asked) == 1
    now[0] += 2
    assert registry.look_up(DUVAL) == FOUND


def test_without_address_it_is_off() -> None:
    assert Registry("").look_up(DUVAL).standing is Standing.OFF
