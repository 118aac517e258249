"""Whatever anybody does: seats are never overbooked, waiting lists have no holes, every change is a known one."""

import random
from collections import defaultdict

import pytest
from sqlalchemy import select

from bot.intake.life import MOVES, SEATED, Act
from bot.store import applications
from bot.store.tables import ApplicationEventRow, ApplicationRow, ApplicationStatus, CohortRow, OutboxRow, Role
from tests.desk.house import Browser, DeskHouse

pytestmark = pytest.mark.slow

EDGES = {(str(source), str(move.target)) for move in MOVES for source in move.sources}
STEPS = 40


def play(house: DeskHouse, people: list[Browser], chance: random.Random) -> None:
    """One act of somebody on some application; most are impossible and must change nothing."""
    with house.database.reading() as session:
        rows = session.execute(select(ApplicationRow.reference, ApplicationRow.status, ApplicationRow.talk_id)).all()
        cohorts = session.scalars(select(CohortRow.id)).all()
    reference, status, talk = chance.choice(rows)
    if chance.random() < 0.06:
        with house.database.transaction() as session:
            applications.withdraw(session, talk, reference, house.clock())
        return
    likely = [move.act for move in MOVES if status in move.sources and move.act is not Act.WITHDRAW]
    act = chance.choice(likely if likely and chance.random() < 0.85 else list(Act))
    values = {"motif": chance.choice(["", "Parce que."]), "promotion": str(chance.choice(cohorts))}
    chance.choice(people).act(reference, act, **values)


def check(house: DeskHouse) -> None:
    """What must hold after every act."""
    with house.database.reading() as session:
        rows = session.scalars(select(ApplicationRow)).all()
        seats = {row.id: row.seats for row in session.scalars(select(CohortRow))}
        events = session.scalars(select(ApplicationEventRow).order_by(ApplicationEventRow.id)).all()
        messages = len(session.scalars(select(OutboxRow.id)).all())
    taken, ranks = defaultdict[int, int](int), defaultdict[int, list[int]](list)
    for row in rows:
        if row.status in SEATED:
            assert row.cohort_id
            taken[row.cohort_id] += 1
        if row.status == ApplicationStatus.WAITING_LIST:
            assert row.cohort_id
            assert row.waiting_rank
            ranks[row.cohort_id].append(row.waiting_rank)
        else:
            assert row.waiting_rank is None
    assert all(taken[number] <= count for number, count in seats.items())
    assert all(sorted(found) == list(range(1, len(found) + 1)) for found in ranks.values())
    moved = [event for event in events if event.before]
    assert all((event.before, event.after) in EDGES for event in moved)
    assert messages == len(moved), "one message for each change by staff"


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_tried_the_desk_stays_whole(any_house: DeskHouse, seed: int) -> None:
    chance = random.Random(seed)
    any_house.cohort(seats=2)
    any_house.cohort(seats=1, name="Automne 2027")
    for _ in range(6):
        any_house.application(chance.choice([ApplicationStatus.SUBMITTED, ApplicationStatus.SHORTLISTED]))
    with any_house.database.transaction() as session:
        for event in session.scalars(select(ApplicationEventRow).where(ApplicationEventRow.before.is_not(None))):
            session.delete(event)  # how the story brought them there is not part of it
    people = [any_house.signed_in(), any_house.signed_in(Role.MANAGER, name="Noa Lambert")]
    for _ in range(STEPS):
        play(any_house, people, chance)
        check(any_house)
    with any_house.database.reading() as session:
        assert len(session.scalars(select(OutboxRow.id)).all()) > STEPS / 5, "most acts of the play are possible"
