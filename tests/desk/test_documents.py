"""Documents leave the desk as files to keep, to those of the region only, and the log knows."""

from sqlalchemy import select

from bot.store.tables import AuditRow
from tests.desk.house import DeskHouse


def test_a_document_is_handed_over_and_never_shown(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    number = house.document(reference, "Plan « été » <b>.html", b"<script>alert(1)</script>")
    page = browser.get(f"/dossiers/{reference}").text
    assert "Plan « été » &lt;b&gt;.html" in page
    answer = browser.get(f"/dossiers/{reference}/documents/{number}")
    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''Plan%20")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    with house.database.reading() as session:
        taken = session.scalars(select(AuditRow).where(AuditRow.action == "take_document")).one()
        assert (taken.subject, taken.detail) == (reference, f"document {number}")


def test_a_document_is_found_under_its_own_application_only(house: DeskHouse) -> None:
    first, second = house.application(), house.application()
    number, browser = house.document(first), house.signed_in()
    assert browser.get(f"/dossiers/{second}/documents/{number}").status_code == 404
    assert browser.get(f"/dossiers/{first}/documents/999").status_code == 404
    assert browser.get(f"/dossiers/{first}/documents/../../etc").status_code == 404


def test_a_document_whose_bytes_are_gone_is_said_so(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    number = house.document(reference)
    for path in house.folder.glob("??/*"):
        path.unlink()
    assert browser.get(f"/dossiers/{reference}/documents/{number}").status_code == 404
