"""`relais staff` and the first start of `relais run`, as the operator types them."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from bot.commands import staffing
from bot.errors import UsageError
from bot.store import staff
from bot.store.database import Database
from bot.store.tables import AuditRow, Role
from tests.desk.house import NOW, PASSWORD, DeskHouse

RELAIS = Path(sys.executable).parent / "relais"
FICTITIOUS = Path(__file__).parents[1] / "fictitious"


def add(database: Database, email: str = "noa@cci.example", role: str = "manager", region: str = "normandie") -> str:
    new, token = staffing.invitation(email, "Noa Lambert", role, region, NOW)
    return staffing.invite(database, "http://relais.example", new, token, NOW)


def test_a_link_made_at_the_shell_brings_its_person_in(house: DeskHouse) -> None:
    link = add(house.database).removeprefix("http://relais.example/guichet")
    browser = house.browser()
    values = {"nom": "Noa Lambert", "mot-de-passe": PASSWORD, "confirmation": PASSWORD}
    assert browser.post(link, link, values).status_code == 303
    with house.database.reading() as session:
        account = staff.find(session, "noa@cci.example")
        assert account
        assert (account.role, account.region) == (Role.MANAGER, "NOR")
        assert "relais staff" in session.scalars(select(AuditRow.who)).all()


@pytest.mark.parametrize(
    ("email", "role", "region"),
    [("pas une adresse", "adviser", "BFC"), ("a@cci.example", "chef", "BFC"), ("a@cci.example", "adviser", "")],
)
def test_what_the_shell_got_wrong_is_told(email: str, role: str, region: str) -> None:
    with pytest.raises(UsageError, match=r"\w+"):
        staffing.invitation(email, "", role, region, NOW)


def test_an_administrator_has_no_region() -> None:
    new, _ = staffing.invitation("A@cci.example", "", "administrator", "BFC", NOW)
    assert (new.region, new.email, new.name) == (None, "a@cci.example", "A")


def test_disabling_closes_the_sessions(house: DeskHouse) -> None:
    browser = house.signed_in()
    assert browser.account
    staffing.disable(house.database, browser.account.email, house.clock())
    assert browser.get("/").status_code == 303
    with pytest.raises(UsageError, match="Aucun compte"):
        staffing.disable(house.database, "personne@cci.example", house.clock())


def test_accounts_are_listed(house: DeskHouse, capsys: pytest.CaptureFixture[str]) -> None:
    staffing.print_accounts(house.database)
    assert "Aucun compte" in capsys.readouterr().out
    house.member()
    staffing.print_accounts(house.database)
    assert "Alix Martin" in capsys.readouterr().out


@contextmanager
def first_start(home: Path) -> Iterator[list[str]]:
    """`relais run` on a free port; gives what it prints up to the link."""
    environment = {
        **os.environ,
        "RELAIS_HOME": str(home),
        "RELAIS_KNOWLEDGE": str(FICTITIOUS),
        "RELAIS_HTTP_PORT": "0",
    }
    with subprocess.Popen([RELAIS, "run"], env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            lines: list[str] = []
            for line in process.stdout:
                lines.append(line.strip())
                if "/guichet/invitation/" in line:
                    break
            yield lines
        finally:
            process.terminate()
            process.wait(20)


@pytest.mark.slow
def test_the_first_start_prints_one_link_and_later_ones_none(tmp_path: Path) -> None:
    with first_start(tmp_path) as lines:
        found = re.search(r"http://127\.0\.0\.1:\d+/guichet/invitation/[\w-]{43}", " ".join(lines))
        assert found, lines
        shown = httpx.get(found[0])
        assert shown.status_code == 200
        assert "premier compte" in shown.text
        assert "frame-ancestors 'none'" in shown.headers["content-security-policy"]
        assert httpx.get(found[0].partition("/invitation")[0] + "/").status_code == 303
    database = Database(f"sqlite:///{tmp_path / 'relais.db'}")
    DeskHouse(database).member(Role.ADMINISTRATOR)
    assert staffing.first_link(database, "", NOW) == ""
    database.close()
