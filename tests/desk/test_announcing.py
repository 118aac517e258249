"""Who is told what at once, and what is kept of it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.desk.notices.announcing import announce
from bot.desk.notices.composing import compose
from bot.desk.notices.reach import Reach, read_chats
from bot.errors import SettingsError
from bot.store.applications import APPLICANT
from bot.store.database import Database
from bot.store.tables import (
    ApplicationStatus,
    DispatchRow,
    Medium,
    OutboxRow,
    StaffAccountRow,
    StatusStayRow,
    TalkRow,
)
from tests.desk.seeding import NOW, add_staff, move, note, send_application

REACH = Reach(mail=True, webhook=True, chats={"": "-1001"}, base_url="https://relais.example")


def announced(database: Database, reach: Reach = REACH, now: datetime = NOW) -> int:
    with database.transaction() as session:
        return announce(session, reach, now)


def mails(database: Database) -> list[tuple[str, str]]:
    """To whom, and what."""
    with database.reading() as session:
        rows = session.execute(
            select(StaffAccountRow.name, DispatchRow.body)
            .join(StaffAccountRow, StaffAccountRow.id == DispatchRow.account_id)
            .order_by(DispatchRow.id)
        )
        return [(name, body["news"]) for name, body in rows]


def calls(database: Database) -> list[dict[str, Any]]:
    with database.reading() as session:
        rows = session.scalars(select(DispatchRow).where(DispatchRow.medium == Medium.WEBHOOK).order_by(DispatchRow.id))
        return [row.body for row in rows]


def group_texts(database: Database) -> list[str]:
    with database.reading() as session:
        rows = session.scalars(
            select(OutboxRow.body).join(TalkRow).where(TalkRow.address == "-1001").order_by(OutboxRow.id)
        )
        return ["\n".join("".join(run["text"] for run in part["runs"]) for part in row["paragraphs"]) for row in rows]


def test_a_new_application_is_told_to_the_region_the_group_and_the_other_system(database: Database) -> None:
    add_staff(database)
    add_staff(database, "Noa Petit", region="HDF")
    add_staff(database, "Sacha Roy", region=None, role="administrator")
    add_staff(database, "Lou Blanc", notify_instant=False)
    reference = send_application(database)
    assert announced(database) == 1
    assert mails(database) == [("Alix Moreau", "submitted"), ("Sacha Roy", "submitted")]
    assert calls(database)[0]["type"] == "application.submitted"
    assert calls(database)[0]["data"]["application"] == f"https://relais.example/api/v1/applications/{reference}"
    assert group_texts(database) == [
        f"Nouvelle candidature {reference}\nUne candidature vient d'arriver (Bourgogne-Franche-Comté).\n"
        f"Ouvrir le dossier : https://relais.example/guichet/dossiers/{reference}"
    ]


def test_nothing_is_announced_twice(database: Database) -> None:
    add_staff(database)
    send_application(database)
    assert [announced(database), announced(database)] == [1, 0]
    assert (len(mails(database)), len(calls(database)), len(group_texts(database))) == (1, 1, 1)


def test_no_word_of_the_applicant_leaves_the_house(database: Database) -> None:
    add_staff(database)
    reference = send_application(database, "Ateliers Zéphyrine", fields={"contact": "Ondine Vauquelin"})
    note(database, reference, "answer", at=NOW + timedelta(hours=1))
    announced(database)
    with database.reading() as session:
        kept = str([row.body for row in session.scalars(select(DispatchRow))]) + "".join(group_texts(database))
    for word in ("Zéphyrine", "Ondine", "Vauquelin", "duval.example", "612345678", "Assises"):
        assert word not in kept
    assert reference in kept


def test_a_file_in_somebody_s_hands_is_told_to_them_alone(database: Database) -> None:
    alix, noa = add_staff(database), add_staff(database, "Noa Petit")
    reference = send_application(database)
    announced(database)
    with database.transaction() as session:
        from bot.store import life

        row = life.locked(session, reference)
        assert row is not None
        row.assignee_id = noa
        life.note(session, row, life.Change(who="Alix Moreau", what="assign", after="Noa Petit"), NOW)
    announced(database)
    note(database, reference, "answer", at=NOW + timedelta(hours=1))
    announced(database)
    assert mails(database)[2:] == [("Noa Petit", "assigned"), ("Noa Petit", "answered")]
    assert alix != noa


def test_what_staff_do_themselves_is_told_to_no_colleague_but_to_the_other_system(database: Database) -> None:
    add_staff(database)
    reference = send_application(database)
    announced(database)
    move(database, reference, ApplicationStatus.UNDER_REVIEW, at=NOW, what="take_up")
    announced(database)
    assert mails(database) == [("Alix Moreau", "submitted")]
    assert calls(database)[1]["type"] == "application.status_changed"
    assert calls(database)[1]["data"]["status"] == "under_review"
    assert calls(database)[1]["data"]["previous_status"] == "submitted"


def test_corrections_are_told_once_all_are_made(database: Database) -> None:
    add_staff(database)
    reference = send_application(database)
    move(database, reference, ApplicationStatus.CORRECTION_ASKED, at=NOW, what="ask_correction")
    note(database, reference, "field:phone", at=NOW)
    announced(database)
    assert [news for _, news in mails(database)] == ["submitted"]
    move(database, reference, ApplicationStatus.UNDER_REVIEW, at=NOW, who=APPLICANT, what="resume")
    announced(database)
    assert [news for _, news in mails(database)] == ["submitted", "corrected"]


def test_documents_that_come_with_the_application_are_no_news_of_their_own(database: Database) -> None:
    add_staff(database)
    reference = send_application(database)
    note(database, reference, "document_added", at=NOW + timedelta(seconds=1))
    announced(database)
    assert [news for _, news in mails(database)] == ["submitted"]


def test_three_messages_in_a_row_are_one_mail(database: Database) -> None:
    add_staff(database)
    reference = send_application(database)
    for second in (1, 2, 3):
        note(database, reference, "answer", at=NOW + timedelta(hours=2, seconds=second))
    announced(database)
    assert [news for _, news in mails(database)] == ["submitted", "answered"]
    note(database, reference, "answer", at=NOW + timedelta(hours=3))
    announced(database)
    assert [news for _, news in mails(database)] == ["submitted", "answered", "answered"]


def test_without_any_way_out_only_the_figures_are_kept(database: Database) -> None:
    add_staff(database)
    reference = send_application(database)
    move(database, reference, ApplicationStatus.UNDER_REVIEW, at=NOW + timedelta(hours=50), what="take_up")
    assert announced(database, Reach()) == 2
    with database.reading() as session:
        assert session.scalar(select(DispatchRow)) is None
        stay = session.scalars(select(StatusStayRow)).one()
    assert (stay.status, stay.hours, stay.region) == ("submitted", 50, "BFC")


def test_without_an_address_of_its_own_the_notice_says_what_to_look_for() -> None:
    notice = compose({"news": "answered", "reference": "RELOC-BFC-2026-0001", "region": "BFC"}, Reach())
    assert notice.way == "Ouvrez le guichet et cherchez RELOC-BFC-2026-0001."


def test_one_group_or_one_a_region() -> None:
    assert read_chats("-100123") == {"": "-100123"}
    chats = read_chats("BFC=-1001, Normandie=-1002")
    assert chats == {"BFC": "-1001", "NOR": "-1002"}
    assert Reach(chats=chats).chats_of("BFC") == ("-1001",)
    assert Reach(chats=chats).chats_of("HDF") == ()


@pytest.mark.parametrize("setting", ["le groupe", "BFC=", "Atlantide=-1001", "BFC=abc"])
def test_a_group_that_is_not_understood_is_named(setting: str) -> None:
    with pytest.raises(SettingsError, match="RELAIS_STAFF_CHAT"):
        read_chats(setting)
