"""Signing in: guessing is slowed down and locks nobody out, sessions end, cookies are safe, the way on stays here."""

import pytest
from sqlalchemy import select

from bot.desk.passwords import Passwords
from bot.desk.throttling import MOST
from bot.store import staff, staff_sessions
from bot.store.database import Database
from bot.store.tables import AuditRow, LoginAttemptRow, Role, StaffAccountRow, StaffSessionRow
from tests.desk.house import PASSWORD, QUICK, Browser, DeskHouse

WRONG = "Adresse ou mot de passe inconnus"
WAIT = "Trop d&#39;essais"


def tries(browser: Browser, email: str, count: int, password: str = "pas le bon du tout") -> list[int]:
    return [browser.sign_in(email, password).status_code for _ in range(count)]


def test_the_right_password_opens_the_list_and_the_wrong_one_says_nothing(house: DeskHouse) -> None:
    account = house.member()
    browser = house.browser()
    assert browser.sign_in(account.email.upper()).headers["location"] == "/guichet/?fait=connecte"
    assert "Vous êtes connecté" in browser.get("/?fait=connecte").text
    wrong, unknown = (
        house.browser().sign_in(email, "pas le bon du tout") for email in (account.email, "personne@cci.example")
    )
    assert (wrong.status_code, unknown.status_code) == (409, 409)
    assert WRONG in wrong.text
    assert WRONG in unknown.text
    assert account.email in wrong.text


class RecordingPasswords(Passwords):
    """Remembers against what it checked."""

    def __init__(self) -> None:
        super().__init__(QUICK)
        self.checked: list[str | None] = []

    def check(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """As usual, noted."""
        self.checked.append(kept)
        return super().check(password, kept)


def test_an_unknown_address_costs_a_hash_like_a_known_one(sqlite_database: Database) -> None:
    passwords = RecordingPasswords()
    house = DeskHouse(sqlite_database, passwords=passwords)
    house.browser().sign_in("personne@cci.example", "pas le bon du tout")
    assert passwords.checked == [None]
    assert passwords.check("the password of nobody", None) == (False, None)


def test_empty_fields_are_named(house: DeskHouse) -> None:
    answer = house.browser().sign_in("")
    assert answer.status_code == 422
    assert 'href="#email"' in answer.text


def test_guessing_is_slowed_down_per_account_and_address(any_house: DeskHouse) -> None:
    house = any_house
    account = house.member()
    attacker = house.browser("203.0.113.9")
    assert tries(attacker, account.email, MOST) == [409] * MOST
    stopped = attacker.sign_in(account.email)
    assert WAIT in stopped.text
    assert stopped.status_code == 409
    assert house.browser("192.0.2.1").sign_in(account.email).status_code == 303, (
        "the owner, elsewhere, is not locked out"
    )
    house.clock.pass_(minutes=16)
    assert attacker.sign_in(account.email).status_code == 303


def entered(house: DeskHouse) -> Browser:
    """A browser where somebody signed in by the form: it stays known."""
    browser, account = house.browser(), house.member()
    browser.sign_in(account.email)
    browser.account = account
    return browser


def test_the_owner_enters_from_a_known_browser_even_at_the_same_address(house: DeskHouse) -> None:
    owner = entered(house)
    assert owner.account
    email = owner.account.email
    owner.client.post("/guichet/deconnexion", data={"jeton": owner.token()})
    attacker = house.browser("192.0.2.1")
    tries(attacker, email, MOST + 3)
    assert WAIT in attacker.sign_in(email).text
    assert owner.sign_in(email).status_code == 303


def test_the_mark_of_a_known_browser_cannot_be_made_up_nor_lent_to_another_account(house: DeskHouse) -> None:
    first, second = entered(house), house.member(name="Noa Lambert")
    attacker = house.browser("203.0.113.9")
    attacker.client.cookies.set("guichet-appareil", "x.0123")
    tries(attacker, second.email, MOST)
    assert WAIT in attacker.sign_in(second.email).text
    attacker.client.cookies.set("guichet-appareil", first.client.cookies["guichet-appareil"])
    assert WAIT in attacker.sign_in(second.email).text


def test_a_known_browser_is_slowed_down_too(house: DeskHouse) -> None:
    browser = entered(house)
    assert browser.account
    browser.client.post("/guichet/deconnexion", data={"jeton": browser.token()})
    tries(browser, browser.account.email, MOST)
    assert WAIT in browser.sign_in(browser.account.email).text


def test_one_address_that_tries_many_accounts_is_slowed_down(house: DeskHouse) -> None:
    attacker = house.browser("203.0.113.9")
    for number in range(60):
        attacker.sign_in(f"nom{number}@cci.example", "pas le bon du tout")
    assert WAIT in attacker.sign_in(house.member().email).text


def test_success_forgets_earlier_tries_and_old_ones_are_removed(house: DeskHouse) -> None:
    account, browser = house.member(), house.browser()
    tries(browser, account.email, MOST - 1)
    assert browser.sign_in(account.email).status_code == 303
    other = house.browser()
    assert tries(other, account.email, MOST - 1) == [409] * (MOST - 1)
    house.clock.pass_(hours=1)
    other.sign_in("x@cci.example", "y")
    with house.database.reading() as session:
        assert len(session.scalars(select(LoginAttemptRow)).all()) == 2


def test_a_session_ends_after_eight_idle_hours_and_after_seven_days_at_most(house: DeskHouse) -> None:
    browser = house.signed_in()
    house.clock.pass_(hours=7.9)
    assert browser.get("/").status_code == 200
    house.clock.pass_(hours=7.9)
    assert browser.get("/").status_code == 200
    house.clock.pass_(hours=8.1)
    assert browser.get("/").status_code == 303
    browser.sign_in(browser.account.email if browser.account else "")
    for _ in range(22):
        house.clock.pass_(hours=7.5)
        assert browser.get("/").status_code == 200
    house.clock.pass_(hours=4)
    assert browser.get("/").status_code == 303


def test_signing_out_and_revoking_end_the_session_at_once(house: DeskHouse) -> None:
    first = entered(house)
    assert first.account
    second = house.browser()
    second.sign_in(first.account.email)
    second.account = first.account
    token = second.client.cookies["guichet"]
    first.client.post("/guichet/compte/sessions/fermer-les-autres", data={"jeton": first.token()})
    assert second.get("/").status_code == 303
    assert first.get("/").status_code == 200
    first.client.post("/guichet/deconnexion", data={"jeton": first.token()})
    assert "guichet" not in first.client.cookies
    first.client.cookies.set("guichet", token)
    assert first.get("/").status_code == 303


def test_a_disabled_account_is_out_at_once_and_stays_out(house: DeskHouse) -> None:
    administrator, other = house.signed_in(Role.ADMINISTRATOR), house.signed_in(name="Noa Lambert")
    assert other.account
    path = f"/guichet/equipe/{other.account.id}/desactiver"
    administrator.client.post(path, data={"jeton": administrator.token()})
    assert other.get("/").status_code == 303
    assert other.sign_in(other.account.email).status_code == 409
    administrator.client.post(path.replace("desactiver", "reactiver"), data={"jeton": administrator.token()})
    assert other.get("/").status_code == 303, "the old session does not come back"
    assert other.sign_in(other.account.email).status_code == 303


def test_cookies_are_out_of_reach_of_scripts_and_bound_to_the_host_over_https(house: DeskHouse) -> None:
    account = house.member()
    plain = house.browser().sign_in(account.email).headers.get_list("set-cookie")
    assert all("HttpOnly" in cookie and "SameSite=lax" in cookie for cookie in plain)
    secure = house.browser(base_url="https://relais.example").sign_in(account.email).headers.get_list("set-cookie")
    assert all(cookie.startswith("__Host-") and "Secure" in cookie and "Path=/" in cookie for cookie in secure)
    assert not any("Domain" in cookie for cookie in secure)


def test_only_hashes_of_tokens_are_kept(house: DeskHouse) -> None:
    browser = house.signed_in()
    token = browser.client.cookies["guichet"]
    with house.database.reading() as session:
        assert session.scalars(select(StaffSessionRow.token_hash)).one() != token
        assert token not in str(session.scalars(select(AuditRow.detail)).all())
        assert session.scalars(select(StaffAccountRow.password_hash)).one().startswith("$argon2id$")


@pytest.mark.parametrize(
    ("wanted", "where"),
    [
        ("/dossiers/RELOC-BFC-2026-0001", "/guichet/dossiers/RELOC-BFC-2026-0001"),
        ("/?q=duval&etat=toutes", "/guichet/?q=duval&etat=toutes"),
        ("//evil.example", "/guichet/?fait=connecte"),
        ("https://evil.example", "/guichet/?fait=connecte"),
        ("/\\evil.example", "/guichet/?fait=connecte"),
        ("/x\r\nSet-Cookie: a=b", "/guichet/?fait=connecte"),
    ],
)
def test_signing_in_leads_on_to_pages_of_the_desk_only(house: DeskHouse, wanted: str, where: str) -> None:
    account = house.member()
    assert house.browser().sign_in(account.email, suite=wanted).headers["location"] == where


def test_a_stranger_is_led_back_to_what_they_asked_for(house: DeskHouse) -> None:
    reference, account, browser = house.application(), house.member(), house.browser()
    asked = browser.get(f"/dossiers/{reference}")
    page = asked.headers["location"].removeprefix("/guichet")
    hidden = browser.hidden(browser.get(page).text, "/connexion")
    values = {**hidden, "email": account.email, "mot-de-passe": PASSWORD}
    answer = browser.client.post("/guichet/connexion", data=values)
    assert answer.headers["location"] == f"/guichet/dossiers/{reference}"


def test_htmx_is_led_to_the_sign_in_page_as_a_whole(house: DeskHouse) -> None:
    answer = house.browser().get("/?q=duval", headers={"HX-Request": "true", "HX-Target": "liste"})
    assert (answer.status_code, answer.headers["hx-redirect"][:18]) == (204, "/guichet/connexion")


def test_failures_stand_in_the_log_and_what_was_typed_does_not(house: DeskHouse) -> None:
    account = house.member()
    house.browser().sign_in(account.email, "pas le bon du tout")
    house.browser().sign_in("mon mot de passe tape ici", "pas le bon du tout")
    with house.database.reading() as session:
        assert [(row.action, row.subject) for row in session.scalars(select(AuditRow))] == [
            ("sign_in_failed", account.email),
            ("sign_in_failed", ""),
        ]


def test_changing_the_password_needs_the_old_one_and_ends_other_sessions(house: DeskHouse) -> None:
    first = house.signed_in()
    assert first.account
    second = house.browser()
    second.sign_in(first.account.email)
    new = "lampe-tonneau-brouillard"
    values = {"jeton": first.token(), "ancien": "faux", "nouveau": new, "confirmation": new}
    wrong = first.client.post("/guichet/compte/mot-de-passe", data=values)
    assert wrong.status_code == 422
    assert new not in wrong.text
    right = first.client.post("/guichet/compte/mot-de-passe", data={**values, "ancien": PASSWORD})
    assert right.status_code == 303
    assert first.get("/").status_code == 200
    assert second.get("/").status_code == 303
    assert house.browser().sign_in(first.account.email, new).status_code == 303


@pytest.mark.parametrize("password", ["court", "aaaaaaaaaaaaaaa", "x" * 201, "alix-et-deux-mots"])
def test_a_weak_password_is_refused_with_what_to_do(house: DeskHouse, password: str) -> None:
    account = house.member()
    browser = house.browser()
    browser.sign_in(account.email)
    browser.account = account
    with house.database.transaction() as session:
        session.scalars(select(StaffAccountRow)).one().email = "alix@cci.example"
    values = {"jeton": browser.token(), "ancien": PASSWORD, "nouveau": password, "confirmation": password}
    answer = browser.client.post("/guichet/compte/mot-de-passe", data=values)
    assert answer.status_code == 422
    assert "nouveau-faute" in answer.text


def test_where_one_is_signed_in_is_shown_in_words(house: DeskHouse) -> None:
    account = house.member()
    browser = house.browser(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0"})
    browser.sign_in(account.email)
    assert "Firefox sur Windows" in browser.get("/compte").text


def test_old_sessions_are_forgotten(any_house: DeskHouse) -> None:
    account = any_house.member()
    any_house.browser().sign_in(account.email)
    any_house.clock.pass_(days=40)
    any_house.browser().sign_in(account.email)
    with any_house.database.reading() as session:
        assert len(session.scalars(select(StaffSessionRow)).all()) == 1
        assert staff.exists(session)
        now = any_house.clock()
        assert len(staff_sessions.of_account(session, account.id, now, now.replace(year=2000))) == 1
