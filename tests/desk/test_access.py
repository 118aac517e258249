"""Every page × role × region, and every post without its token: the rights are written down here once more."""

from dataclasses import dataclass
from typing import Any

import pytest

from bot.desk.app import PAGES
from bot.desk.door import Page
from bot.store import invitations, saved_views
from bot.store.invitations import NewInvitation
from bot.store.tables import Role
from tests.desk.house import PASSWORD, Browser, DeskHouse

ADVISER, MANAGER, ADMINISTRATOR = Role.ADVISER, Role.MANAGER, Role.ADMINISTRATOR
ACTORS = [
    (ADVISER, "BFC"),
    (ADVISER, "NOR"),
    (MANAGER, "BFC"),
    (MANAGER, "NOR"),
    (ADMINISTRATOR, None),
]


@dataclass(frozen=True)
class Right:
    """The least role, and whether the object belongs to a region (here always BFC)."""

    least: Role | None
    regional: bool = False


FILE = Right(ADVISER, regional=True)
ACCOUNT = Right(MANAGER, regional=True)
RIGHTS = {
    ("GET", "/connexion"): Right(None),
    ("POST", "/connexion"): Right(None),
    ("POST", "/deconnexion"): Right(ADVISER),
    ("GET", "/invitation/{token}"): Right(None),
    ("POST", "/invitation/{token}"): Right(None),
    ("GET", "/"): Right(ADVISER),
    ("POST", "/affecter"): Right(ADVISER),
    ("GET", "/export.csv"): Right(ADVISER),
    ("GET", "/export.xlsx"): Right(ADVISER),
    ("POST", "/vues"): Right(ADVISER),
    ("POST", "/vues/{number}/retirer"): Right(ADVISER),
    ("GET", "/dossiers/{reference}"): FILE,
    ("GET", "/dossiers/{reference}/imprimer"): FILE,
    ("GET", "/dossiers/{reference}/documents/{number}"): FILE,
    ("POST", "/dossiers/{reference}/etape"): FILE,
    ("POST", "/dossiers/{reference}/correction"): FILE,
    ("POST", "/dossiers/{reference}/champ"): FILE,
    ("POST", "/dossiers/{reference}/message"): FILE,
    ("POST", "/dossiers/{reference}/note"): FILE,
    ("POST", "/dossiers/{reference}/affectation"): FILE,
    ("POST", "/dossiers/{reference}/region"): Right(MANAGER, regional=True),
    ("GET", "/promotions"): Right(ADVISER),
    ("POST", "/promotions"): Right(MANAGER),
    ("GET", "/promotions/nouvelle"): Right(MANAGER),
    ("GET", "/promotions/{number}"): FILE,
    ("GET", "/promotions/{number}/modifier"): Right(MANAGER, regional=True),
    ("POST", "/promotions/{number}"): Right(MANAGER, regional=True),
    ("GET", "/equipe"): Right(MANAGER),
    ("POST", "/equipe/inviter"): Right(MANAGER),
    ("POST", "/equipe/{number}"): ACCOUNT,
    ("POST", "/equipe/{number}/lien"): ACCOUNT,
    ("POST", "/equipe/{number}/desactiver"): ACCOUNT,
    ("POST", "/equipe/{number}/reactiver"): ACCOUNT,
    ("POST", "/equipe/invitations/{number}/annuler"): Right(MANAGER),
    ("GET", "/compte"): Right(ADVISER),
    ("POST", "/compte/nom"): Right(ADVISER),
    ("POST", "/compte/mot-de-passe"): Right(ADVISER),
    ("POST", "/compte/sessions/{number}/fermer"): Right(ADVISER),
    ("POST", "/compte/sessions/fermer-les-autres"): Right(ADVISER),
    ("POST", "/compte/avis"): Right(ADVISER),
    ("GET", "/tableau"): Right(ADVISER),
    ("GET", "/tableau/{plot}.svg"): Right(ADVISER),
    ("GET", "/cles"): Right(MANAGER),
    ("POST", "/cles"): Right(MANAGER),
    ("POST", "/cles/{number}/revoquer"): ACCOUNT,
    ("GET", "/envois"): Right(ADMINISTRATOR),
    ("POST", "/envois/{number}/relancer"): Right(ADMINISTRATOR),
    ("GET", "/journal"): Right(ADMINISTRATOR),
}
ORDER = [ADVISER, MANAGER, ADMINISTRATOR]
POSTS = [page for page in PAGES if page.method == "POST"]
VALID = {"etape": "take_up", "champ": "email", "message": "Bonjour", "note": "Vu", "affecter-a": "moi"}


def name(page: Page) -> str:
    return f"{page.method} {page.path}"


def test_every_page_has_its_rights_written_down() -> None:
    assert {(page.method, page.path) for page in PAGES} == set(RIGHTS)


def filled(house: DeskHouse, path: str) -> str:
    """The path of an object of BFC."""
    number = ""
    if path.startswith("/promotions/"):
        number = str(house.cohort("BFC"))
    elif path.startswith("/equipe/"):
        number = str(house.member(ADVISER, "BFC", "Sacha Morel").id)
    elif path.startswith("/cles/"):
        number = str(house.api_key("BFC"))
    elif path.startswith("/envois/"):
        number = str(house.given_up())
    reference = house.application(region="BFC") if "{reference}" in path else ""
    if "/documents/" in path:
        number = str(house.document(reference))
    return path.replace("{reference}", reference).replace("{number}", number or "1").replace("{plot}", "mois")


def send(browser: Browser, page: Page, path: str, values: dict[str, Any]) -> Any:
    if page.method == "GET":
        return browser.get(path)
    return browser.client.post(f"/guichet{path}", data=values)


@pytest.mark.parametrize("page", [page for page in PAGES if page.role is not None], ids=name)
def test_who_may_open_what(house: DeskHouse, page: Page) -> None:
    right = RIGHTS[page.method, page.path]
    assert right.least is not None
    path = filled(house, page.path)
    for role, region in ACTORS:
        browser = house.signed_in(role, region)
        answer = send(browser, page, path, {"jeton": browser.token(), **VALID})
        if ORDER.index(role) < ORDER.index(right.least):
            expected = {403}
        elif right.regional and region not in (None, "BFC"):
            expected = {404}
        else:
            expected = {200} if page.method == "GET" else {200, 303, 409, 422}
        assert answer.status_code in expected, (role, region)
    stranger = send(house.browser(), page, path, VALID)
    if page.method == "GET":
        assert (stranger.status_code, stranger.headers["location"][:18]) == (303, "/guichet/connexion")
    else:
        assert stranger.status_code == 401


@pytest.mark.parametrize("page", POSTS, ids=name)
def test_nothing_is_taken_without_its_token_or_from_another_site(house: DeskHouse, page: Page) -> None:
    path = filled(house, page.path).replace("{token}", "x" * 43)
    browser = house.signed_in(ADMINISTRATOR) if page.role else house.browser()
    address, token = f"/guichet{path}", browser.token()
    other = house.signed_in(ADMINISTRATOR).token()
    refused = [
        browser.client.post(address, data=VALID),
        browser.client.post(address, data={**VALID, "jeton": other}),
        browser.client.post(address, data={**VALID, "jeton": token}, headers={"Sec-Fetch-Site": "cross-site"}),
        browser.client.post(address, data={**VALID, "jeton": token}, headers={"Origin": "https://evil.example"}),
        browser.client.post(f"{address}?jeton={token}", data=VALID),
    ]
    assert [answer.status_code for answer in refused] == [403] * 5
    assert browser.client.post(address, data={**VALID, "jeton": token}).status_code != 403


@pytest.mark.parametrize("page", POSTS, ids=name)
def test_a_post_is_not_taken_as_a_get(house: DeskHouse, page: Page) -> None:
    if ("GET", page.path) in RIGHTS or page.path == "/equipe/{number}":
        return
    browser = house.signed_in(ADMINISTRATOR)
    assert browser.get(filled(house, page.path)).status_code in (404, 405)


def test_the_list_holds_ones_own_region_only(house: DeskHouse) -> None:
    mine, other = house.application(region="BFC"), house.application(region="NOR")
    for query in ("", "?region=NOR", "?q=duval", "?etat=toutes&region=NOR", "?departement=90"):
        shown = house.signed_in(ADVISER, "BFC").get(f"/{query}").text
        assert mine in shown
        assert other not in shown
    assert other in house.signed_in(ADMINISTRATOR).get("/?region=NOR").text


def test_files_of_another_region_cannot_be_assigned_along(house: DeskHouse) -> None:
    mine, other = house.application(region="BFC"), house.application(region="NOR")
    browser = house.signed_in(ADVISER, "BFC")
    values = {"jeton": browser.token(), "dossier": [mine, other], "affecter-a": "moi"}
    assert browser.client.post("/guichet/affecter", data=values).status_code == 404
    assert "Alix Martin" not in browser.get(f"/dossiers/{mine}").text.split("Affecté à")[1].split("<select")[0]


def test_duplicates_of_another_region_stay_there(house: DeskHouse) -> None:
    mine, other = house.application(region="BFC"), house.application(region="NOR")
    assert other not in house.signed_in(ADVISER, "BFC").get(f"/dossiers/{mine}").text
    assert other in house.signed_in(ADMINISTRATOR).get(f"/dossiers/{mine}").text


def test_nobody_takes_a_view_or_session_of_somebody_else_away(house: DeskHouse) -> None:
    owner, thief = house.signed_in(name="Noa"), house.signed_in(name="Eden")
    assert owner.account
    with house.database.transaction() as session:
        saved_views.keep(session, owner.account.id, "La mienne", "etat=toutes", house.clock())
    thief.client.post("/guichet/vues/1/retirer", data={"jeton": thief.token()})
    thief.client.post("/guichet/compte/sessions/1/fermer", data={"jeton": thief.token()})
    assert "La mienne" in owner.get("/").text


def test_a_manager_cancels_invitations_of_their_region_only(house: DeskHouse) -> None:
    new = NewInvitation(
        token_hash="a" * 64,
        email="loin@cci.example",
        name="Loin",
        role=ADVISER,
        region="NOR",
        invited_by="x",
        expires_at=house.clock().replace(year=2027),
    )
    with house.database.transaction() as session:
        invitations.add(session, new, house.clock())
    manager = house.signed_in(MANAGER, "BFC")
    manager.client.post("/guichet/equipe/invitations/1/annuler", data={"jeton": manager.token()})
    with house.database.reading() as session:
        assert len(invitations.open_invitations(session, "NOR", house.clock())) == 1


def test_a_manager_makes_no_administrator_and_no_account_elsewhere(house: DeskHouse) -> None:
    manager = house.signed_in(MANAGER, "BFC")
    values = {"jeton": manager.token(), "nom": "Noa Lambert", "email": "noa@cci.example", "region": "NOR"}
    raised = manager.client.post("/guichet/equipe/inviter", data={**values, "role": "administrator"})
    assert raised.status_code == 422
    manager.client.post("/guichet/equipe/inviter", data={**values, "role": "adviser"})
    with house.database.reading() as session:
        assert [one.region for one in invitations.open_invitations(session, None, house.clock())] == ["BFC"]


def test_a_role_taken_away_counts_at_once(house: DeskHouse) -> None:
    administrator, manager = house.signed_in(ADMINISTRATOR), house.signed_in(MANAGER, "BFC", "Noa Lambert")
    assert manager.account
    values = {"jeton": administrator.token(), "role": "adviser", "region": "NOR"}
    assert administrator.client.post(f"/guichet/equipe/{manager.account.id}", data=values).status_code == 303
    assert manager.get("/equipe").status_code == 403
    assert manager.get(f"/dossiers/{house.application(region='BFC')}").status_code == 404


def test_what_was_written_is_not_lost_with_the_session(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    token = browser.token()
    house.clock.pass_(hours=9)
    path = f"/guichet/dossiers/{reference}/note"
    answer = browser.client.post(path, data={"jeton": token, "note": "Une longue note.", "mot-de-passe": PASSWORD})
    assert answer.status_code == 401
    assert "Une longue note." in answer.text
    assert PASSWORD not in answer.text
