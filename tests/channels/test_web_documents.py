"""Documents from the chat page over HTTP: streamed to a limit, kept once, refused without losing anything."""

import re
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from bot.channels.web import create_app
from bot.channels.web_upload import AROUND
from bot.channels.web_words import FRENCH
from bot.intake.documents import LARGEST
from bot.store.database import Database
from bot.store.tables import AttachmentRow, InboxRow
from tests.channels.test_web import HOST, OURS, SCRIPTED, Browser
from tests.channels.web_house import WebHouse, talking_house
from tests.intake.test_documents import PDF


@pytest.fixture
def house(sqlite_database: Database) -> WebHouse:
    return talking_house(sqlite_database)


@pytest.fixture
def browser(house: WebHouse) -> Iterator[Browser]:
    browser = Browser(house)
    with browser.client:
        yield browser


def upload(browser: Browser, content: bytes, name: str = "plan.pdf", scripted: bool = True, **fields: str) -> int:
    """Send a document as the page does; gives the status."""
    sent = browser.client.post(
        "/files",
        data=browser.form(**fields),
        files={"file": (name, content)},
        headers=SCRIPTED if scripted else OURS,
    )
    browser.house.work()
    browser.open()
    return sent.status_code


def kept(house: WebHouse) -> list[tuple[str, str, int]]:
    with house.inbox.database.reading() as session:
        rows = session.scalars(select(AttachmentRow).order_by(AttachmentRow.id))
        return [(row.name, row.kind, row.size) for row in rows]


def files_of(house: WebHouse) -> list[bytes]:
    folder = house.parts.documents.files.path_of("0" * 64).parents[1]
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def test_a_document_is_kept_and_shown_in_the_talk(browser: Browser, house: WebHouse) -> None:
    browser.say("/candidater")
    assert upload(browser, PDF, "plan d'atelier.pdf") == 202
    assert "bien reçu <strong>plan d&#39;atelier.pdf</strong> (1 ko)" in re.sub("[\u00a0\u202f]", " ", browser.page)
    assert "📎 plan d&#39;atelier.pdf" in browser.page
    assert kept(house) == [("plan d'atelier.pdf", "pdf", len(PDF))]
    assert files_of(house) == [PDF]


def test_it_works_without_scripts(browser: Browser, house: WebHouse) -> None:
    browser.say("/candidater")
    threading.Timer(0.3, house.work).start()
    answer = browser.client.post("/files", data=browser.form(), files={"file": ("plan.pdf", PDF)}, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, "/#end")


def test_sending_the_same_form_twice_is_one_document(browser: Browser, house: WebHouse) -> None:
    browser.say("/candidater")
    form = browser.form()
    for _ in range(2):
        browser.client.post("/files", data=form, files={"file": ("plan.pdf", PDF)}, headers=SCRIPTED)
    house.work()
    assert len(kept(house)) == 1
    with house.inbox.database.reading() as session:
        assert len(session.scalars(select(InboxRow.id)).all()) == 2


def test_a_wrong_type_is_told_in_the_talk(browser: Browser, house: WebHouse) -> None:
    browser.say("/candidater")
    assert upload(browser, b"MZ program", "virus.exe") == 202
    assert "j&#39;accepte les PDF" in browser.page or "j'accepte les PDF" in browser.page
    assert (kept(house), files_of(house)) == ([], [])


def test_a_hostile_name_is_only_text(browser: Browser, house: WebHouse) -> None:
    browser.say("/candidater")
    upload(browser, PDF, '../../<img src=x onerror="alert(1)">.pdf')
    assert "<img src=x" not in browser.page
    assert kept(house)[0][0] == "img src=x onerror=%22alert(1)%22 .pdf"  # browsers write quotes so


@pytest.mark.parametrize("announced", [True, False])
def test_too_large_is_refused_while_it_streams(browser: Browser, house: WebHouse, announced: bool) -> None:
    browser.say("/candidater")
    boundary = "border"
    head = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in browser.form().items()
    )
    head += f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="film.pdf"\r\n\r\n'
    sent = 0

    def body() -> Iterator[bytes]:
        nonlocal sent
        yield head.encode()
        for _ in range(60):
            sent += 1 << 20
            yield b"\0" * (1 << 20)
        yield f"\r\n--{boundary}--\r\n".encode()

    headers = {**SCRIPTED, "Content-Type": f"multipart/form-data; boundary={boundary}"}
    if announced:
        headers["Content-Length"] = str(LARGEST + AROUND + 1)
        answer = browser.client.post("/files", content=b"", headers=headers)
    else:
        answer = browser.client.post("/files", content=body(), headers=headers)
    assert answer.status_code == 413
    assert answer.json()["refusal"] == FRENCH["file_too_large"]
    assert (kept(house), files_of(house)) == ([], [])


def test_exactly_the_limit_is_taken_and_one_byte_more_is_not(browser: Browser, house: WebHouse) -> None:
    browser.say("/candidater")
    whole = PDF[:-6] + b"\0" * (LARGEST - len(PDF)) + PDF[-6:]
    assert len(whole) == LARGEST
    assert upload(browser, whole) == 202
    assert [size for _, _, size in kept(house)] == [LARGEST]
    assert upload(browser, whole + b"\0") == 413


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site", "Accept": "application/json"}, 403),
        (SCRIPTED, 403),
    ],
)
def test_only_our_own_page_sends_documents(
    browser: Browser, house: WebHouse, headers: dict[str, str], status: int
) -> None:
    browser.say("/candidater")
    form = browser.form() if "evil" in headers["Origin"] else {**browser.form(), "token": "x" * 64}
    answer = browser.client.post("/files", data=form, files={"file": ("plan.pdf", PDF)}, headers=headers)
    assert answer.status_code == status
    stranger = TestClient(create_app(house.parts), base_url=HOST)
    assert stranger.post("/files", data=form, files={"file": ("plan.pdf", PDF)}, headers=SCRIPTED).status_code == 403
    assert (kept(house), files_of(house)) == ([], [])


def test_a_form_without_a_document_is_told_so(browser: Browser) -> None:
    answer = browser.client.post("/files", data=browser.form(), files={"file": ("", b"")}, headers=SCRIPTED)
    assert (answer.status_code, answer.json()["refusal"]) == (422, FRENCH["no_file"])


@pytest.mark.parametrize("body", [b"", b"garbage", b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--\r\n"])
def test_a_form_of_no_shape_is_refused(browser: Browser, body: bytes) -> None:
    headers = {**SCRIPTED, "Content-Type": "multipart/form-data; boundary=x"}
    assert browser.client.post("/files", content=body, headers=headers).status_code in (403, 422)
    assert browser.client.post("/files", content=b"a=b", headers=SCRIPTED).status_code == 403


def test_a_link_from_another_device_fills_the_box_and_moves_nothing(browser: Browser, house: WebHouse) -> None:
    page = browser.client.get("/reprendre/abcdefgh").text
    assert re.search(r"<textarea[^>]*>/reprendre ABCDEFGH</textarea>", page)
    assert '"><script>' not in browser.client.get('/reprendre/"><script>').text
    with house.inbox.database.reading() as session:
        assert session.scalars(select(InboxRow.id)).all() == []
