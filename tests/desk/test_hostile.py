"""What people write is shown as text on every page, whatever it is; and every answer bears its headers."""

from html import unescape
from typing import Any

import pytest
from sqlalchemy import text

from bot.desk.app import PAGES
from bot.store import correspondence, life, saved_views
from bot.store.tables import Direction, Role
from tests.desk.house import FIELDS, DeskHouse
from tests.desk.test_access import filled

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "javascript:alert(1)//",
    "{{ 7*7 }}{% raw %}",
    "</textarea></select><svg/onload=alert(1)>",
)
DANGEROUS = ("<script>alert", "<img src=x", "<svg/onload", 'href="javascript:', ">49<", "</textarea></select><svg")


def hostile_file(house: DeskHouse, payload: str) -> str:
    """An application with the payload wherever a person can write."""
    given: dict[str, Any] = {key: payload for key, value in FIELDS.items() if isinstance(value, str)}
    reference = house.application(
        fields={**given, "needs": [payload], "siren": None, "department": None, "consent": "yes"},
        doubtful=("email", "phone"),
        origins={"email": "registry"},
        talk_excerpt=[{"text": payload}, payload],
    )
    with house.database.transaction() as session:
        row = life.locked(session, reference)
        assert row
        correspondence.write(session, row.id, Direction.FROM_APPLICANT, payload, payload, house.clock())
        correspondence.add_note(session, row.id, payload, payload, house.clock())
        life.note(
            session,
            row,
            life.Change(who=payload, what=payload[:32], why=payload, before=payload, after=payload),
            house.clock(),
        )
    return reference


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_written_by_a_person_runs_on_any_page(house: DeskHouse, payload: str) -> None:
    reference = hostile_file(house, payload)
    browser = house.signed_in(Role.ADMINISTRATOR, name=payload)
    assert browser.account
    with house.database.transaction() as session:
        saved_views.keep(session, browser.account.id, payload, "etat=toutes", house.clock())
    cohort = house.cohort(name=payload, place=payload)
    paths = [
        f"/?q={payload}&besoin={payload}&operation={payload}",
        f"/dossiers/{reference}",
        f"/dossiers/{reference}/imprimer",
        "/promotions",
        f"/promotions/{cohort}",
        f"/promotions/{cohort}/modifier",
        "/equipe",
        "/compte",
        f"/journal?q={payload}",
        f"/?fait={payload}",
        f"/dossiers/{payload}",
    ]
    for path in paths:
        shown = browser.get(path).text
        assert [mark for mark in DANGEROUS if mark in shown] == [], path


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_refused_form_shows_what_was_typed_as_text(house: DeskHouse, payload: str) -> None:
    reference, browser = house.application(), house.signed_in(Role.ADMINISTRATOR)
    token = {"jeton": browser.token(), "version": "0"}
    forms = [
        (f"/dossiers/{reference}/etape", {"etape": "decline", "decline-motif": payload}),
        (f"/dossiers/{reference}/champ", {"champ": "email", "champ-email": payload, "pourquoi-email": payload}),
        (f"/dossiers/{reference}/correction", {"champ": "email", "correction-email": payload}),
        ("/promotions", {"nom": payload, "lieu": payload, "debut": payload, "fin": payload, "places": payload}),
        ("/equipe/inviter", {"nom": payload, "email": payload, "role": payload}),
        ("/compte/nom", {"nom": payload * 20}),
        ("/vues", {"nom": payload * 20, "liste": payload}),
        ("/affecter", {"affecter-a": payload, "liste": payload}),
    ]
    for path, values in forms:
        answer = browser.client.post(f"/guichet{path}", data={**token, **values})
        assert answer.status_code in (409, 422), path
        assert [mark for mark in DANGEROUS if mark in answer.text] == [], path
    stranger = house.browser().client.post(f"/guichet/dossiers/{reference}/note", data={"note": payload})
    assert [mark for mark in DANGEROUS if mark in stranger.text] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.method == "GET"], ids=lambda page: page.path)
def test_every_page_bears_the_strict_headers(house: DeskHouse, page: Any) -> None:
    path = filled(house, page.path).replace("{token}", "x" * 43)
    answer = house.signed_in(Role.ADMINISTRATOR).get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert " style=" not in answer.text
    assert " onclick" not in answer.text
    assert "<script>" not in answer.text
    assert "http://" not in answer.text.replace("http://www.w3.org", "")
    assert "https://" not in answer.text


def test_unknown_pages_and_broken_ones_say_so_with_the_headers_too(house: DeskHouse) -> None:
    for path in ("/nulle-part", "/dossiers", "/promotions/abc", "/promotions/0", "/promotions/99999999999999"):
        answer = house.signed_in().get(path)
        assert answer.status_code == 404
        assert "content-security-policy" in answer.headers


def test_a_page_that_breaks_says_so_in_french_and_shows_no_trace(house: DeskHouse) -> None:
    browser = house.browser(raise_server_exceptions=False)
    account = house.member()
    browser.sign_in(account.email)
    reference = house.application()
    with house.database.transaction() as session:
        session.execute(text("UPDATE application SET status = 'nonsense'"))
    for path in ("/?etat=toutes", f"/dossiers/{reference}"):
        answer = browser.get(path)
        assert answer.status_code == 500
        assert "Le guichet n'a pas réussi" in unescape(answer.text)
        assert "Traceback" not in answer.text
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_static_files_are_ours_with_their_licences_and_may_be_cached(house: DeskHouse) -> None:
    browser = house.browser()
    for name in ("pico.min.css", "htmx.min.js", "desk.css", "desk.js", "pico.LICENSE.txt", "htmx.LICENSE.txt"):
        answer = browser.get(f"/static/{name}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert browser.get("/static/../app.py").status_code == 404
    css = browser.get("/static/desk.css").text
    assert "http" not in css


def test_letters_that_no_database_takes_are_taken_out(any_house: DeskHouse) -> None:
    reference, browser = any_house.application(), any_house.signed_in()
    values = {"jeton": browser.token(), "note": "avant\x00\x08après"}
    assert browser.client.post(f"/guichet/dossiers/{reference}/note", data=values).status_code == 303
    assert "avantaprès" in browser.get(f"/dossiers/{reference}").text
    content = f"jeton={values['jeton']}&note=%ff%fe%ed%a0%80"
    answer = browser.client.post(
        f"/guichet/dossiers/{reference}/note",
        content=content,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 303
    assert browser.get("/?q=%00%ed%a0%80").status_code == 200
