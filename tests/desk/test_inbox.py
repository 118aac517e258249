"""The inbox: counts, filters, search, badges, pages, views, bulk assignment, on both databases."""

import re
from html import unescape

import pytest

from bot.desk.filters import AGES, TABS
from bot.store.tables import ApplicationStatus, Role
from tests.desk.house import Browser, DeskHouse

S = ApplicationStatus


def shown(browser: Browser, query: str = "") -> list[str]:
    """The references of the list, in order."""
    page = browser.get(f"/?{query}")
    assert page.status_code == 200
    return re.findall(r'name="dossier" value="([^"]+)"', page.text)


def counts(browser: Browser, query: str = "") -> dict[str, int]:
    """How many each tab says."""
    found = re.findall(r'">([^<>]+) <span class="count">(\d+)</span>', unescape(browser.get(f"/?{query}").text))
    return {name: int(count) for name, count in found if int(count)}


def test_the_first_look_shows_what_waits_longest_with_counts_by_step(any_house: DeskHouse) -> None:
    house = any_house
    old = house.application()
    house.clock.pass_(days=1)
    review, new = house.application(S.UNDER_REVIEW), house.application()
    house.application(S.DECLINED)
    browser = house.signed_in()
    assert shown(browser) == [old, review, new]
    assert counts(browser) == {"À traiter": 3, "Nouvelles": 2, "À l'étude": 1, "Non retenues": 1, "Toutes": 4}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("duval", True),
        ("DUVAL siè", True),
        ("sieges duv", True),
        ("552 100 554", True),
        ("552100554", True),
        ("06 12 34", True),
        ("0612345678", True),
        ("camille@duval", True),
        ("trains regionaux", True),
        ("belfort", True),
        ("bfc-2026-0001", True),
        ("uval", False),
        ("duval introuvable", False),
        ("' OR 1=1 --", False),
        ('duval" OR "x', False),
        ("duv* NEAR(x)", False),
        ("%", True),  # nothing to search in it: everything stays
    ],
)
def test_search_finds_what_a_person_would_type(any_house: DeskHouse, text: str, found: bool) -> None:
    reference = any_house.application()
    any_house.application(
        fields={
            "company": "Œuvres Boréales",
            "siren": "443061841",
            "email": "noa@boreales.example",
            "phone": "+33799999999",
            "contact": "Noa Lambert",
            "product": "Bobines",
            "department": "25",
        }
    )
    browser = any_house.signed_in()
    listed = shown(browser, f"q={text.replace('%', '%25').replace('&', '%26')}")
    assert (reference in listed) is found


def test_search_follows_a_changed_field(any_house: DeskHouse) -> None:
    reference, browser = any_house.application(fields={"company": "Zinc"}), any_house.signed_in()
    assert shown(browser, "q=zinc") == [reference]
    path = f"/dossiers/{reference}"
    version = browser.hidden(browser.get(path).text, f"{path}/champ")["version"]
    values = {"jeton": browser.token(), "version": version, "champ": "company", "champ-company": "Œuvres Boréales"}
    posted = browser.client.post(f"/guichet{path}/champ", data={**values, "pourquoi-company": "au téléphone"})
    assert posted.status_code == 303
    assert shown(browser, "q=oeuvres") == [reference]
    assert shown(browser, "q=zinc") == []


def test_each_filter_leaves_what_it_says(any_house: DeskHouse) -> None:
    house = any_house
    one = house.application(fields={"department": "25", "stage": "idea", "needs": ["market"]}, doubtful=("email",))
    other = house.application()
    browser = house.signed_in()
    assert browser.account
    assert shown(browser, "departement=25") == [one]
    assert shown(browser, "avancement=idea") == [one]
    assert shown(browser, "besoin=market") == [one]
    assert shown(browser, "besoin=site") == [other]
    assert shown(browser, "verifier=1") == [one]
    assert shown(browser, "affecte=moi") == []
    browser.client.post("/guichet/affecter", data={"jeton": browser.token(), "dossier": one, "affecter-a": "moi"})
    assert shown(browser, "affecte=moi") == [one]
    assert shown(browser, f"affecte={browser.account.id}") == [one]
    assert shown(browser, "affecte=personne") == [other]
    browser.get(f"/dossiers/{one}")
    assert shown(browser, "anciennete=neuf") == [other]
    assert shown(browser, "besoin=market&departement=90") == []


def test_nonsense_in_the_address_counts_as_not_asked(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    for query in ("etat=x&tri=y&page=-3", "page=999999999999", "affecte=abc", "departement=zz", "anciennete=%00"):
        assert shown(browser, query) == [reference]
    assert shown(browser, "page=7") == []


def test_what_stays_without_a_step_is_late_after_three_and_seven_days(house: DeskHouse) -> None:
    browser = house.signed_in()
    old = house.application()
    house.clock.pass_(days=4)
    late = house.application()
    house.clock.pass_(days=3)
    asked = house.application(S.CORRECTION_ASKED)
    browser.sign_in(browser.account.email if browser.account else "")
    page = browser.get("/?etat=toutes").text
    assert page.count("Plus de 7 jours") == 1
    assert page.count("Plus de 3 jours") == 1
    assert shown(browser, "anciennete=7j") == [old]
    assert shown(browser, "anciennete=3j") == [old, late]
    assert asked in shown(browser, "etat=correction")


def test_badges_say_new_doubtful_and_twice_the_same_company(any_house: DeskHouse) -> None:
    house = any_house
    by_siren = house.application(fields={"company": "Autre nom"}, doubtful=("email", "phone"))
    by_name = house.application(fields={"siren": None, "company": "SAS DUVAL sieges"})
    house.application()
    house.application(fields={"company": "Boréales", "siren": "443061841"})
    house.application(fields={"company": None, "siren": None})
    house.application(fields={"company": None, "siren": None})
    browser = house.signed_in()
    page = browser.get("/").text
    assert page.count("Doublon ?") == 3
    assert page.count("À vérifier</span>") == 1
    assert page.count("Non lu</span>") == 6
    browser.get(f"/dossiers/{by_siren}")
    assert browser.get("/").text.count("Non lu</span>") == 5
    assert by_name in browser.get("/").text


def test_pages_follow_each_other_without_loss(house: DeskHouse) -> None:
    references = [house.application() for _ in range(60)]
    browser = house.signed_in()
    pages = [shown(browser, f"page={number}&tri=oldest") for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [25, 25, 10]
    assert [reference for page in pages for reference in page] == references
    text = browser.get("/?page=2&q=duval").text
    assert "60 dossiers pour « duval », page 2 sur 3" in text
    assert 'rel="prev"' in text
    assert 'rel="next"' in text


def test_orders(house: DeskHouse) -> None:
    first = house.application(fields={"company": "Zinc"})
    house.clock.pass_(hours=1)
    second = house.application(fields={"company": "Acier"})
    browser = house.signed_in()
    assert shown(browser, "tri=newest") == [second, first]
    assert shown(browser, "tri=company") == [second, first]
    assert shown(browser, "tri=oldest") == [first, second]


def test_htmx_takes_the_list_alone(house: DeskHouse) -> None:
    house.application()
    browser = house.signed_in()
    part = browser.get("/?q=duval", headers={"HX-Request": "true", "HX-Target": "liste"}).text
    assert "<html" not in part
    assert 'name="dossier"' in part


def test_several_are_given_to_a_colleague_at_once_and_the_filters_stay(any_house: DeskHouse) -> None:
    house = any_house
    references = [house.application() for _ in range(3)]
    colleague = house.member(name="Sacha Morel")
    browser = house.signed_in()
    values = {
        "jeton": browser.token(),
        "dossier": references[:2],
        "affecter-a": str(colleague.id),
        "liste": "etat=nouvelles&q=duval",
    }
    answer = browser.client.post("/guichet/affecter", data=values)
    assert answer.headers["location"] == "/guichet/?etat=nouvelles&q=duval&fait=affecte"
    assert sorted(shown(browser, f"affecte={colleague.id}")) == references[:2]
    assert "Affectation" in browser.get(f"/dossiers/{references[0]}").text


def test_bulk_assignment_says_what_is_missing(house: DeskHouse) -> None:
    reference, elsewhere = house.application(), house.member(region="NOR", name="Noa Lambert")
    browser = house.signed_in()
    nothing = browser.client.post("/guichet/affecter", data={"jeton": browser.token(), "affecter-a": "moi"})
    assert nothing.status_code == 409
    assert "Cochez au moins un dossier" in nothing.text
    values = {"jeton": browser.token(), "dossier": reference, "affecter-a": str(elsewhere.id)}
    assert browser.client.post("/guichet/affecter", data=values).status_code == 422
    assert shown(browser, "affecte=personne") == [reference]


def test_views_are_kept_by_name_and_taken_away(house: DeskHouse) -> None:
    browser = house.signed_in()
    values = {"jeton": browser.token(), "nom": "Mes retards", "liste": "etat=etude&affecte=moi&x=<script>"}
    assert browser.client.post("/guichet/vues", data=values).status_code == 303
    page = browser.get("/").text
    assert 'href="/guichet/?etat=etude&amp;affecte=moi"' in page
    browser.client.post("/guichet/vues", data={**values, "liste": "etat=toutes"})
    page = browser.get("/").text
    assert page.count("Mes retards</a>") == 1
    browser.client.post("/guichet/vues/1/retirer", data={"jeton": browser.token()})
    assert "Mes retards" not in browser.get("/").text
    assert browser.client.post("/guichet/vues", data={**values, "nom": ""}).status_code == 422


def test_an_empty_desk_says_so_and_filters_too(house: DeskHouse) -> None:
    browser = house.signed_in()
    assert "Rien à traiter." in browser.get("/").text
    assert "Rien ne correspond" in browser.get("/?q=rien").text
    assert "Aucun dossier à cette étape" in browser.get("/?etat=retirees").text


def test_the_log_is_searched_by_administrators(house: DeskHouse) -> None:
    reference = house.application()
    adviser, administrator = house.signed_in(), house.signed_in(Role.ADMINISTRATOR, name="Noa Lambert")
    adviser.get(f"/dossiers/{reference}")
    adviser.get(f"/dossiers/{reference}")
    page = administrator.get(f"/journal?q={reference}").text
    assert page.count("dossier ouvert") == 1
    assert "Rien ne correspond" in administrator.get("/journal?q=%25").text


def test_tabs_and_ages_hold_every_status_once() -> None:
    alone = [status for key, _, statuses in TABS if key not in ("a-traiter", "toutes") for status in statuses]
    assert sorted(alone) == sorted(ApplicationStatus)
    assert len(AGES) == 3
