"""The API: who gets in, what they read, how it is described; answers are held against the description."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.testclient import TestClient

from bot.desk.api.app import create_api
from bot.desk.api.description import CALLS_A_MINUTE, describe
from bot.desk.notices.announcing import webhook_body
from bot.desk.notices.reach import Reach
from bot.store import announcing, api_tokens
from bot.store.database import Database
from bot.store.tables import ApplicationStatus, Role
from tests.desk.house import DeskHouse

SECRET = "relais_a-secret-of-the-tests"


@pytest.fixture
def house(database: Database, tmp_path: Any) -> DeskHouse:
    return DeskHouse(database, folder=tmp_path)


class Caller:
    """A system that calls with a key; every answer is checked against the description."""

    def __init__(self, house: DeskHouse, secret: str = SECRET) -> None:
        self.client = TestClient(create_api(house.database, house.clock), raise_server_exceptions=False)
        self.secret = secret

    def get(self, path: str, **headers: str) -> Any:
        sent = {"Authorization": f"Bearer {self.secret}", **headers}
        answer = self.client.get(path, headers=sent)
        check(path, answer)
        return answer

    def all_pages(self, path: str) -> Iterator[dict[str, Any]]:
        cursor = ""
        while True:
            page = self.get(f"{path}{'&' if '?' in path else '?'}limit=2{cursor}").json()
            yield from page["data"]
            if page["next_cursor"] is None:
                return
            cursor = f"&cursor={page['next_cursor']}"


def check(path: str, answer: Any) -> None:
    """The body must be what the description says of this status of this path."""
    described = describe()
    parts = path.partition("?")[0].strip("/").split("/")
    names = {1: "/applications", 2: "/applications/{reference}", 3: "/applications/{reference}/events"}
    known = described["paths"][names[len(parts)]]["get"]["responses"][str(answer.status_code)]["content"]
    media = answer.headers["content-type"].partition(";")[0]
    schema = {**known[media]["schema"], "components": described["components"]}
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(answer.json())


def test_the_description_is_valid_openapi() -> None:
    assert list(OpenAPIV31SpecValidator(describe()).iter_errors()) == []
    assert describe()["openapi"] == "3.1.0"


def test_anybody_may_read_the_description_and_nothing_else(house: DeskHouse) -> None:
    house.application()
    client = TestClient(create_api(house.database, house.clock))
    assert client.get("/openapi.json").json() == describe()
    page = client.get("/")
    assert "GET /api/v1/applications" in page.text
    assert not re.findall(r'(?:src|href)="(?!/guichet/static/|#|openapi\.json)', page.text)
    assert "<script" not in page.text
    for path in ("/applications", "/applications/RELOC-BFC-2026-0001", "/applications/RELOC-BFC-2026-0001/events"):
        answer = client.get(path)
        check(path, answer)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="relais"')


def test_a_key_reads_its_region_and_no_other(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET)
    own = house.application(fields={"company": "Alpha"})
    other = house.application(region="HDF", fields={"company": "Gamma"})
    caller = Caller(house)
    assert [one["reference"] for one in caller.get("/applications").json()["data"]] == [own]
    assert caller.get("/applications?region=HDF").status_code == 403
    assert caller.get(f"/applications/{own}").json()["company"] == "Alpha"
    for path in (f"/applications/{other}", f"/applications/{other}/events"):
        answer = caller.get(path)
        assert answer.status_code == 404
        assert "Gamma" not in answer.text


def test_a_key_of_all_regions_may_choose(house: DeskHouse) -> None:
    house.api_key(None, SECRET)
    house.application()
    house.application(region="HDF")
    caller = Caller(house)
    assert len(caller.get("/applications").json()["data"]) == 2
    assert [one["region"] for one in caller.get("/applications?region=HDF").json()["data"]] == ["HDF"]


def test_contacts_are_read_with_that_right_only(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET)
    house.api_key("BFC", "without", scopes=["read"])
    reference = house.application(doubtful=("phone", "product"))
    told = Caller(house).get(f"/applications/{reference}")
    assert told.json()["fields"]["email"] == "camille@duval.example"
    without = Caller(house, "without").get(f"/applications/{reference}")
    for word in ("Camille", "camille@", "612345678"):
        assert word not in without.text
    assert without.json()["to_check"] == ["product"]
    assert without.json()["fields"]["product"] == told.json()["fields"]["product"]


def test_an_expired_or_revoked_key_opens_nothing(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET)
    number = house.api_key("BFC", "revoked")
    assert Caller(house).get("/applications").status_code == 200
    with house.database.transaction() as session:
        api_tokens.revoke(session, number, house.clock())
    assert Caller(house, "revoked").get("/applications").status_code == 401
    house.clock.pass_(days=31)
    assert Caller(house).get("/applications").status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic abc", "Bearer wrong", "bearer-ish x", "Bearer é"])
def test_whatever_is_no_key_opens_nothing(house: DeskHouse, header: str) -> None:
    house.api_key("BFC", SECRET)
    client = TestClient(create_api(house.database, house.clock))
    sent = {"Authorization": header.encode()} if header else {}
    assert client.get("/applications", headers=sent).status_code == 401  # type: ignore[arg-type]


def test_a_key_without_the_right_to_read_is_told_so(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET, scopes=[])
    assert Caller(house).get("/applications").status_code == 403


def test_too_many_calls_are_told_when_to_come_back(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET)
    caller = Caller(house)
    for left in reversed(range(CALLS_A_MINUTE)):
        assert caller.get("/applications?limit=1").headers["ratelimit-remaining"] == str(left)
    refused = caller.get("/applications")
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    house.clock.pass_(minutes=1)
    assert caller.get("/applications").status_code == 200


def test_filters_and_pages(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET)
    references = []
    for number in range(5):
        status = ApplicationStatus.UNDER_REVIEW if number % 2 else ApplicationStatus.SUBMITTED
        fields = {"needs": ["funding"] if number < 2 else ["site"], "department": "90" if number else "25"}
        references.append(house.application(status, fields=fields))
        house.clock.pass_(days=1)
    caller = Caller(house)

    def found(query: str) -> list[int]:
        return [references.index(one["reference"]) for one in caller.all_pages(f"/applications{query}")]

    assert found("") == [4, 3, 2, 1, 0]
    assert found("?status=under_review") == [3, 1]
    assert found("?need=funding") == [1, 0]
    assert found("?department=25") == [0]
    assert found("?submitted_since=2026-11-25T09:00:00Z") == [4, 3, 2]
    assert found("?submitted_since=2026-11-25T10:00:00%2B01:00&submitted_before=2026-11-26T09:00:00Z") == [2]
    assert found("?changed_since=2026-11-26T00:00:00") == [4, 3]


@pytest.mark.parametrize(
    "query",
    [
        "status=finished",
        "region=XYZ",
        "department=999",
        "limit=0",
        "limit=201",
        "limit=beaucoup",
        "cursor=abc",
        "cursor=%C3%A9",
        "submitted_since=hier",
        "regoin=HDF",
        "limit=5&q=1",
    ],
)
def test_what_is_not_understood_is_named_and_hands_out_nothing(house: DeskHouse, query: str) -> None:
    house.api_key(None, SECRET)
    house.application()
    answer = Caller(house).get(f"/applications?{query}")
    assert answer.status_code == 422
    name = query.split("&")[-1].partition("=")[0]
    assert f"« {name} »" in answer.json()["detail"]


def test_events_tell_the_steps_and_no_words(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET)
    reference = house.application(ApplicationStatus.UNDER_REVIEW)
    browser = house.signed_in()
    browser.post(f"/dossiers/{reference}", f"/dossiers/{reference}/note", {"note": "Confidentiel : à surveiller"})
    caller = Caller(house)
    events = list(caller.all_pages(f"/applications/{reference}/events"))
    assert [(one["change"], one["previous_status"], one["status"]) for one in events] == [
        ("submitted", None, "submitted"),
        ("take_up", "submitted", "under_review"),
        ("note", None, None),
    ]
    assert "Confidentiel" not in caller.get(f"/applications/{reference}/events").text


def test_other_methods_and_addresses_are_refused_as_problems(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET)
    client = TestClient(create_api(house.database, house.clock))
    for answer, status in ((client.post("/applications"), 405), (client.get("/nowhere"), 404)):
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
        assert answer.json()["status"] == status


def test_what_the_webhook_sends_is_what_is_described(house: DeskHouse) -> None:
    house.application(ApplicationStatus.UNDER_REVIEW)
    with house.database.transaction() as session:
        happened = announcing.take(session, 10, house.clock())
    described = describe()
    content = described["webhooks"]["changed"]["post"]["requestBody"]["content"]["application/json"]
    validator = Draft202012Validator({**content["schema"], "components": described["components"]})
    for reach in (Reach(webhook=True), Reach(webhook=True, base_url="https://relais.example")):
        for event in happened:
            validator.validate(webhook_body(event, reach))
    assert len(happened) == 2


def test_a_key_is_made_shown_once_and_revoked_at_the_desk(house: DeskHouse) -> None:
    manager = house.signed_in(Role.MANAGER)
    shown = manager.post("/cles", "/cles", {"nom": "CRM", "duree": "90", "contacts": "1", "region": "HDF"})
    secret = shown.text.partition('readonly value="')[2].partition('"')[0]
    assert secret.startswith("relais_")
    reference = house.application()
    caller = Caller(house, secret)
    assert [one["reference"] for one in caller.get("/applications").json()["data"]] == [reference]
    assert caller.get("/applications?region=HDF").status_code == 403  # a manager's key never leaves the region
    page = manager.get("/cles").text
    assert secret not in page
    number = page.partition("/cles/")[2].partition("/")[0]
    assert manager.post("/cles", f"/cles/{number}/revoquer", {}).status_code == 303
    assert caller.get("/applications").status_code == 401


def test_an_administrator_says_which_region_a_key_reads(house: DeskHouse) -> None:
    administrator = house.signed_in(Role.ADMINISTRATOR)
    assert administrator.post("/cles", "/cles", {"nom": "CRM", "duree": "90"}).status_code == 422
    assert administrator.post("/cles", "/cles", {"nom": "CRM", "duree": "90", "region": "XYZ"}).status_code == 422
    for region, shown in (("NOR", "Normandie"), ("toutes", "Toutes les régions")):
        page = administrator.post("/cles", "/cles", {"nom": region, "duree": "30", "region": region}).text
        assert page.count(f'data-label="Lit">{shown}<') == 1


@pytest.mark.parametrize("values", [{"nom": "", "duree": "90"}, {"nom": "CRM", "duree": "9999"}])
def test_a_key_without_purpose_or_end_is_refused(house: DeskHouse, values: dict[str, str]) -> None:
    refused = house.signed_in(Role.MANAGER).post("/cles", "/cles", values)
    assert refused.status_code == 422
    assert "relais_" not in refused.text


def test_a_key_ends_by_itself(house: DeskHouse) -> None:
    house.api_key("BFC", SECRET, expires_at=house.clock() + timedelta(seconds=1))
    caller = Caller(house)
    assert caller.get("/applications").status_code == 200
    house.clock.pass_(seconds=1)
    assert caller.get("/applications").status_code == 401
