"""The webhook, against a real HTTP server on loopback: signature, failures, certificates, forbidden addresses."""

import json
import ssl
from datetime import UTC, datetime
from typing import Any

import pytest
import trustme
from standardwebhooks import Webhook as Receiver

from bot.desk.notices import webhook
from bot.desk.notices.doors import NeverSent, NotSent
from bot.desk.notices.webhook import Webhook, read_target
from bot.errors import SettingsError
from bot.store.dispatches import Due
from bot.store.tables import Medium
from tests.desk.receiving import Crm, crm_server
from tests.desk.seeding import NOW

SECRET = "whsec_" + "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0"
BODY: dict[str, Any] = {
    "id": "evt_12",
    "type": "application.submitted",
    "data": {"reference": "RELOC-BFC-2026-0001", "region": "BFC", "é": "à"},
}
DUE = Due(id=1, token="t", key="webhook/12", medium=Medium.WEBHOOK, email=None, body=BODY, created_at=NOW, attempts=0)


def door(url: str, trusted: ssl.SSLContext | None = None) -> Webhook:
    return Webhook(read_target(url, SECRET), lambda: datetime.now(UTC), trusted)


async def test_the_receiver_can_check_who_called_with_any_standard_library() -> None:
    with crm_server(Crm()) as crm:
        await door(crm.url).send(DUE)
    (call,) = crm.calls
    assert call.path == "/relais"
    assert Receiver(SECRET).verify(call.body, call.headers) == BODY
    assert call.headers["webhook-id"] == "evt_12"
    assert call.headers["content-type"] == "application/json"


async def test_a_body_changed_on_the_way_is_noticed() -> None:
    with crm_server(Crm()) as crm:
        await door(crm.url).send(DUE)
    (call,) = crm.calls
    with pytest.raises(Exception, match="signature"):
        Receiver(SECRET).verify(call.body.replace(b"BFC", b"HDF"), call.headers)


@pytest.mark.parametrize("answer", ["400", "404", "429", "500", "503", "cut"])
async def test_whatever_is_no_success_is_tried_again(answer: str) -> None:
    with crm_server(Crm([answer])) as crm:
        with pytest.raises(NotSent) as failure:
            await door(crm.url).send(DUE)
        assert not isinstance(failure.value, NeverSent)
        await door(crm.url).send(DUE)
    assert [json.loads(call.body)["id"] for call in crm.calls] == ["evt_12", "evt_12"]


async def test_a_system_that_is_gone_says_so_once() -> None:
    with crm_server(Crm(["410"])) as crm, pytest.raises(NeverSent):
        await door(crm.url).send(DUE)


async def test_a_redirection_is_never_followed() -> None:
    outside = Crm()
    with crm_server(Crm()) as inside, crm_server(outside):
        outside.answers = [f"{inside.url}?stolen"]
        with pytest.raises(NotSent, match="redirection 302"):
            await door(outside.url).send(DUE)
    assert inside.calls == []


async def test_a_system_that_hangs_is_left_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "SECONDS", 0.3)
    with crm_server(Crm(["hang"], hangs_for=1.0)) as crm, pytest.raises(NotSent, match="silence"):
        await door(crm.url).send(DUE)


async def test_nobody_there() -> None:
    with crm_server(Crm()) as crm:
        pass
    with pytest.raises(NotSent, match="injoignable"):
        await door(crm.url).send(DUE)


async def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with crm_server(Crm(), trustme.CA()) as crm, pytest.raises(NotSent, match="certificat refusé"):
        await door(crm.url).send(DUE)
    assert crm.calls == []


async def test_a_certificate_of_another_name_is_refused_and_the_right_one_taken() -> None:
    authority = trustme.CA()
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    other = crm_server(Crm(), authority, name="other.example")
    with other as crm, pytest.raises(NotSent, match="certificat refusé"):
        await door(crm.url, trusted).send(DUE)
    assert crm.calls == []
    with crm_server(Crm(), authority) as crm:
        await door(crm.url, trusted).send(DUE)
    assert crm.calls[0].headers["host"] == crm.url.removeprefix("https://").removesuffix("/relais")


@pytest.mark.parametrize(
    "url",
    [
        "http://crm.example/relais",
        "http://10.0.0.7/relais",
        "ftp://crm.example",
        "crm.example/relais",
        "https://user:secret@crm.example/",
        "http://localhost.example/",
    ],
)
def test_an_address_that_would_leak_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(SettingsError, match="RELAIS_CRM_WEBHOOK_URL"):
        read_target(url, SECRET)


@pytest.mark.parametrize("secret", ["", "court", "whsec_ce n'est pas du base64 !"])
def test_a_weak_key_is_refused_at_the_start(secret: str) -> None:
    with pytest.raises(SettingsError, match="RELAIS_CRM_WEBHOOK_SECRET"):
        read_target("https://crm.example/", secret)


@pytest.mark.parametrize("address", ["169.254.169.254", "0.0.0.0", "224.0.0.1", "127.0.0.2"])
async def test_addresses_that_no_crm_has_are_never_called(address: str) -> None:
    with pytest.raises(NotSent, match="adresse interdite"):
        await door(f"https://{address}/").send(DUE)
