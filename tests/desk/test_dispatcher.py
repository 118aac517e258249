"""What waits is sent once, tried again for a day, given up aloud; several processes side by side double nothing."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text
from structlog.testing import capture_logs

from bot.desk.notices.announcing import announce
from bot.desk.notices.dispatcher import Dispatcher
from bot.desk.notices.doors import GIVE_UP_AFTER, NeverSent, NotSent, wait_after
from bot.desk.notices.mail import Mail, MailServer
from bot.desk.notices.reach import Reach
from bot.desk.notices.webhook import Webhook, read_target
from bot.settings import SmtpSecurity
from bot.store import dispatches, privacy
from bot.store.database import Database
from bot.store.dispatches import Due
from bot.store.tables import ApplicationRow, ApplicationStatus, DispatchRow, Medium
from bot.store.tables import Delivery as Status
from tests.desk.receiving import Crm, crm_server, smtp_server
from tests.desk.seeding import NOW, Clock, add_staff, move, send_application

REACH = Reach(mail=True, webhook=True)


class ScriptedDoor:
    """Fails as told, in order."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.sent: list[str] = []
        self.tried = 0

    async def send(self, due: Due) -> None:
        self.tried += 1
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.pop(0)
        self.sent.append(due.key)


def dispatcher(database: Database, clock: Callable[[], datetime], **doors: ScriptedDoor) -> Dispatcher:
    return Dispatcher(database, clock, REACH, {Medium(name): door for name, door in doors.items()})


def rows(database: Database) -> list[DispatchRow]:
    with database.reading() as session:
        return list(session.scalars(select(DispatchRow).order_by(DispatchRow.id)))


def rename(database: Database, table: str, new_name: str) -> None:
    with database.transaction() as session:
        session.execute(text(f"ALTER TABLE {table} RENAME TO {new_name}"))


async def test_news_go_out_by_every_way(database: Database) -> None:
    add_staff(database, notify_digest=False)
    send_application(database)
    mail, hook = ScriptedDoor(), ScriptedDoor()
    working = dispatcher(database, Clock(), email=mail, webhook=hook)
    assert await working.work_once() is True
    assert (len(mail.sent), hook.sent) == (1, ["webhook/1"])
    assert await working.work_once() is False
    assert {row.status for row in rows(database)} == {Status.SENT}


async def test_a_failure_is_tried_again_later_and_later(database: Database) -> None:
    send_application(database)
    clock = Clock()
    door = ScriptedDoor(NotSent("500"), NotSent("500"))
    working = dispatcher(database, clock, webhook=door)
    await working.work_once()
    clock.advance(seconds=29)
    await working.work_once()
    assert door.tried == 1
    clock.advance(seconds=1)
    await working.work_once()
    clock.advance(seconds=60)
    await working.work_once()
    assert (door.tried, door.sent) == (3, ["webhook/1"])
    assert rows(database)[0].failure is None


def test_the_waits_grow_to_three_hours() -> None:
    waits = [wait_after(failures).total_seconds() for failures in range(1, 15)]
    assert waits[:4] == [30, 60, 120, 240]
    assert max(waits) == 3 * 3600
    assert waits == sorted(waits)


@pytest.mark.slow
async def test_after_a_day_it_is_given_up_shown_and_can_be_sent_again(database: Database) -> None:
    send_application(database)
    clock = Clock()
    door = ScriptedDoor(*[NotSent("503")] * 100)
    working = dispatcher(database, clock, webhook=door)
    begun = clock.now
    for _ in range(24 * 60):
        await working.work_once()
        if rows(database)[0].status == Status.DEAD:
            break
        clock.advance(minutes=1)
    assert GIVE_UP_AFTER - timedelta(hours=3) <= clock.now - begun <= GIVE_UP_AFTER
    assert 12 <= door.tried <= 20
    with database.transaction() as session:
        (dead,) = dispatches.dead(session)
        assert (dead.failure, dead.medium, dead.body["id"]) == ("503", Medium.WEBHOOK, "evt_1")
        assert dispatches.send_again(session, dead.id, clock.now)
        assert not dispatches.send_again(session, dead.id, clock.now)
    door.failures.clear()
    await working.work_once()
    assert door.sent == ["webhook/1"]


async def test_what_will_never_be_taken_is_not_insisted_upon(database: Database) -> None:
    send_application(database)
    door = ScriptedDoor(NeverSent("410"))
    clock = Clock()
    working = dispatcher(database, clock, webhook=door)
    for _ in range(5):
        await working.work_once()
        clock.advance(hours=1)
    assert (door.tried, rows(database)[0].status) == (1, Status.DEAD)


async def test_one_that_breaks_the_door_holds_up_no_other(database: Database) -> None:
    send_application(database, "A")
    send_application(database, "B")
    door = ScriptedDoor(ZeroDivisionError())
    await dispatcher(database, Clock(), webhook=door).work_once()
    assert len(door.sent) == 1
    assert sorted(row.failure or "" for row in rows(database)) == ["", "ZeroDivisionError"]


async def test_four_processes_at_once_send_each_once(database: Database) -> None:
    add_staff(database, notify_digest=False)
    for number in range(30):
        send_application(database, f"Entreprise {number}")
    door, clock = ScriptedDoor(), Clock()
    crew = [dispatcher(database, clock, email=door, webhook=door) for _ in range(4)]
    while any(await asyncio.gather(*(one.work_once() for one in crew))):
        pass
    assert len(door.sent) == len(set(door.sent)) == 60


async def test_who_dies_while_sending_leaves_it_to_the_next(database: Database) -> None:
    send_application(database)
    clock = Clock()
    with database.transaction() as session:
        announce(session, REACH, clock.now)
        lease = dispatches.Lease(token="dead", now=clock.now, until=clock.now + timedelta(minutes=3))
        assert len(dispatches.claim(session, [Medium.WEBHOOK], lease, 10)) == 1
    door = ScriptedDoor()
    working = dispatcher(database, clock, webhook=door)
    await working.work_once()
    assert door.sent == []
    clock.advance(minutes=3)
    await working.work_once()
    assert door.sent == ["webhook/1"]


async def test_it_serves_until_stopped_and_survives_a_database_that_is_away(sqlite_database: Database) -> None:
    send_application(sqlite_database)
    stop, door = asyncio.Event(), ScriptedDoor()
    rename(sqlite_database, "dispatch", "dispatch_away")
    with capture_logs() as logs:
        serving = asyncio.create_task(dispatcher(sqlite_database, Clock(), webhook=door).run(stop))
        while not logs:
            await asyncio.sleep(0.01)
        rename(sqlite_database, "dispatch_away", "dispatch")
        while not door.sent:
            await asyncio.sleep(0.01)
        stop.set()
        await asyncio.wait_for(serving, 5)
    assert logs[0] == {"event": "dispatcher_stumbled", "kind": "OperationalError", "log_level": "error"}
    assert door.sent == ["webhook/1"]
    assert [row.status for row in rows(sqlite_database)] == [Status.SENT]


async def test_from_the_event_to_the_real_servers(sqlite_database: Database) -> None:
    add_staff(sqlite_database, notify_digest=False)
    reference = send_application(sqlite_database)
    with smtp_server() as box, crm_server(Crm(["500"])) as crm:
        clock = Clock(datetime.now(UTC))
        server = MailServer(
            host="localhost", port=box.port, security=SmtpSecurity.NONE, user="", password="", sender="r@cci.example"
        )
        target = read_target(crm.url, "une clé de trente caractères !")
        doors = {Medium.EMAIL: Mail(server, REACH), Medium.WEBHOOK: Webhook(target, clock)}
        working = Dispatcher(sqlite_database, clock, REACH, doors)
        await working.work_once()
        move(sqlite_database, reference, ApplicationStatus.UNDER_REVIEW, at=clock.now, what="take_up")
        clock.advance(minutes=1)
        await working.work_once()
        assert reference in str(box.letters[0]["Subject"])
        ids = [call.headers["webhook-id"] for call in crm.calls]
        assert ids[0] == "evt_1"
        assert sorted(ids[1:]) == ["evt_1", "evt_2"]


@pytest.mark.parametrize(("days", "left"), [(29, 2), (31, 0)])
def test_what_is_done_is_forgotten_after_a_month(sqlite_database: Database, days: int, left: int) -> None:
    clock = Clock()
    with sqlite_database.transaction() as session:
        for key in ("one", "another"):
            dispatches.add(session, Medium.WEBHOOK, key, {"id": key}, clock.now)
        dispatches.forget(session, clock.now + timedelta(days=days - 30))
    assert len(rows(sqlite_database)) == left


async def test_the_other_system_is_told_whom_to_forget(database: Database) -> None:
    reference = send_application(database)
    door = ScriptedDoor()
    working = dispatcher(database, Clock(), webhook=door)
    await working.work_once()
    with database.transaction() as session:
        talk = session.scalars(select(ApplicationRow.talk_id)).one()
        assert talk is not None
        privacy.erase(session, talk, privacy.Erasing(receipt="r"), NOW)
    await working.work_once()
    assert door.sent == ["webhook/1", f"erased/{reference}"]
    assert rows(database)[1].body == {
        "id": f"evt_erased_{reference}",
        "type": "application.erased",
        "timestamp": NOW.isoformat(),
        "data": {"reference": reference, "region": "BFC"},
    }
