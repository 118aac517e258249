"""Invitations: a link works once, for a while, and makes exactly the account it was made for."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select

from bot.desk import tokens
from bot.desk.joining import invite_first
from bot.store import staff
from bot.store.tables import ApplicationRow, ApplicationStatus, AuditRow, Role, StaffAccountRow
from tests.desk.house import PASSWORD, Browser, DeskHouse

NEW = {"nom": "Noa Lambert", "mot-de-passe": PASSWORD, "confirmation": PASSWORD}


def first_link(house: DeskHouse, token: str = "t" * 43) -> str:
    with house.database.transaction() as session:
        assert invite_first(session, token, house.clock())
    return f"/invitation/{token}"


def invited(house: DeskHouse, email: str = "noa@cci.example", role: str = "adviser", region: str = "NOR") -> str:
    administrator = house.signed_in(Role.ADMINISTRATOR)
    values = {"jeton": administrator.token(), "nom": "Noa", "email": email, "role": role, "region": region}
    shown = administrator.client.post("/guichet/equipe/inviter", data=values)
    assert shown.status_code == 200
    found = re.search(r'value="http://testserver/guichet(/invitation/[\w-]{43})"', shown.text)
    assert found
    return found[1]


def join(browser: Browser, link: str, **values: Any) -> Any:
    return browser.post(link, link, {**NEW, **values})


def test_the_first_administrator_comes_in_by_the_printed_link_once(any_house: DeskHouse) -> None:
    house, browser = any_house, any_house.browser()
    link = first_link(house)
    assert "premier compte" in browser.get(link).text
    assert join(browser, link, email="Noa@CCI.example").status_code == 303
    assert browser.get("/journal").status_code == 200
    with house.database.reading() as session:
        account = staff.find(session, "noa@cci.example")
        assert account
        assert (account.role, account.region, account.name) == (Role.ADMINISTRATOR, None, "Noa Lambert")
    assert house.browser().get(link).status_code == 410
    with house.database.transaction() as session:
        assert not invite_first(session, "u" * 43, house.clock())


def test_the_first_link_is_dead_once_somebody_can_sign_in(house: DeskHouse) -> None:
    link, browser = first_link(house), house.browser()
    hidden = browser.hidden(browser.get(link).text, link)
    house.member(Role.ADMINISTRATOR)
    answer = browser.client.post(f"/guichet{link}", data={**hidden, **NEW, "email": "noa@cci.example"})
    assert answer.status_code == 410


def test_a_new_first_link_replaces_the_old_one(house: DeskHouse) -> None:
    old, new = first_link(house), first_link(house, "u" * 43)
    assert house.browser().get(old).status_code == 410
    assert house.browser().get(new).status_code == 200


def test_an_invitation_makes_the_account_it_was_made_for(house: DeskHouse) -> None:
    link, browser = invited(house), house.browser()
    assert "noa@cci.example" in browser.get(link).text
    assert join(browser, link, email="autre@cci.example", role="administrator", region="BFC").status_code == 303
    with house.database.reading() as session:
        account = staff.find(session, "noa@cci.example")
        assert account
        assert (account.role, account.region) == (Role.ADVISER, "NOR")
        assert staff.find(session, "autre@cci.example") is None
    assert join_again_is_gone(house, link)


def join_again_is_gone(house: DeskHouse, link: str) -> bool:
    browser = house.browser()
    token = browser.token()
    answer = browser.client.post(f"/guichet{link}", data={**NEW, "jeton": token})
    return bool(browser.get(link).status_code == 410 and answer.status_code == 410)


def test_ten_at_once_make_one_account(any_house: DeskHouse) -> None:
    link = invited(any_house)
    browsers = [any_house.browser() for _ in range(10)]
    forms = [{**browser.hidden(browser.get(link).text, link), **NEW} for browser in browsers]
    with ThreadPoolExecutor(10) as threads:
        answers = list(
            threads.map(
                lambda pair: pair[0].client.post(f"/guichet{link}", data=pair[1]).status_code,
                zip(browsers, forms, strict=True),
            )
        )
    assert sorted(answers) == [303] + [410] * 9
    with any_house.database.reading() as session:
        emails = session.scalars(select(StaffAccountRow.email)).all()
        assert emails.count("noa@cci.example") == 1


def test_a_link_dies_of_age_cancellation_and_replacement(house: DeskHouse) -> None:
    old = invited(house)
    newer = invited(house)
    assert house.browser().get(old).status_code == 410
    administrator = house.signed_in(Role.ADMINISTRATOR)
    administrator.client.post("/guichet/equipe/invitations/2/annuler", data={"jeton": administrator.token()})
    assert house.browser().get(newer).status_code == 410
    third = invited(house)
    house.clock.pass_(days=7, minutes=1)
    assert house.browser().get(third).status_code == 410
    assert house.browser().get("/invitation/xyz").status_code == 410


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"email": "pas une adresse"}, "email"),
        ({"nom": "N"}, "nom"),
        ({"mot-de-passe": "court", "confirmation": "court"}, "mot-de-passe"),
        ({"confirmation": "autre chose"}, "confirmation"),
    ],
)
def test_what_is_wrong_is_named_and_the_link_still_works(house: DeskHouse, values: dict[str, str], wrong: str) -> None:
    link, browser = first_link(house), house.browser()
    answer = join(browser, link, **{"email": "noa@cci.example", **values})
    assert answer.status_code == 422
    assert f'href="#{wrong}"' in answer.text
    assert f'id="{wrong}-faute"' in answer.text
    assert PASSWORD not in answer.text
    assert join(browser, link, email="noa@cci.example").status_code == 303


def test_a_link_for_a_known_person_sets_the_password_and_ends_their_sessions(house: DeskHouse) -> None:
    administrator, adviser = house.signed_in(Role.ADMINISTRATOR), house.signed_in(name="Noa Lambert")
    assert adviser.account
    path = f"/guichet/equipe/{adviser.account.id}/lien"
    shown = administrator.client.post(path, data={"jeton": administrator.token()}).text
    found = re.search(r"/guichet(/invitation/[\w-]{43})", shown)
    assert found
    new = "lampe-tonneau-brouillard"
    answer = join(house.browser(), found[1], **{"mot-de-passe": new, "confirmation": new, "nom": ""})
    assert answer.status_code == 303
    assert adviser.get("/").status_code == 303
    assert house.browser().sign_in(adviser.account.email).status_code == 409
    assert house.browser().sign_in(adviser.account.email, new).status_code == 303


def test_links_are_kept_as_hashes_and_written_into_no_log(house: DeskHouse) -> None:
    link = invited(house)
    token = link.rpartition("/")[2]
    with house.database.reading() as session:
        assert token not in str([(row.subject, row.detail) for row in session.scalars(select(AuditRow))])
    assert tokens.digest(token) != token


def test_files_of_somebody_who_leaves_go_back_to_nobody_with_a_trace(any_house: DeskHouse) -> None:
    house = any_house
    administrator, leaving = house.signed_in(Role.ADMINISTRATOR), house.signed_in(name="Noa Lambert")
    assert leaving.account
    open_file, ended = house.application(), house.application(ApplicationStatus.DECLINED)
    values = {"jeton": leaving.token(), "dossier": [open_file, ended], "affecter-a": "moi"}
    leaving.client.post("/guichet/affecter", data=values)
    path = f"/guichet/equipe/{leaving.account.id}"
    moved = {"jeton": administrator.token(), "role": "adviser", "region": "BFC"}
    administrator.client.post(path, data=moved)
    assert assignees(house) == [leaving.account.id] * 2, "the same region: nothing changes"
    administrator.client.post(path, data={**moved, "region": "NOR"})
    assert assignees(house) == [None, leaving.account.id]
    assert "Noa Lambert → personne" in administrator.get(f"/dossiers/{open_file}").text
    administrator.client.post(path, data=moved)
    leaving.client.post("/guichet/affecter", data={**values, "jeton": leaving.token()})
    administrator.client.post(f"{path}/desactiver", data={"jeton": administrator.token()})
    assert assignees(house) == [None, leaving.account.id]


def assignees(house: DeskHouse) -> list[int | None]:
    with house.database.reading() as session:
        return list(session.scalars(select(ApplicationRow.assignee_id).order_by(ApplicationRow.id)))


def test_the_last_administrator_stays(house: DeskHouse) -> None:
    first, second = house.signed_in(Role.ADMINISTRATOR), house.signed_in(Role.ADMINISTRATOR, name="Noa Lambert")
    assert first.account
    assert second.account
    demoted = {"jeton": first.token(), "role": "adviser", "region": "BFC"}
    assert first.client.post(f"/guichet/equipe/{second.account.id}", data=demoted).status_code == 303
    own = first.client.post(f"/guichet/equipe/{first.account.id}/desactiver", data={"jeton": first.token()})
    assert own.status_code == 409
    with house.database.reading() as session:
        assert staff.count_administrators(session) == 1
