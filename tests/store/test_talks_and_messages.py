"""Messages are kept once, and worked on by one worker at a time, in order; on both databases."""

import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from bot.store import inbox, talks
from bot.store.database import Database
from bot.store.inbox import Claim
from bot.store.talks import Lease

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def receive(database: Database, address: str, key: str) -> int | None:
    """Store a message of a person."""
    with database.transaction() as session:
        talk_id = talks.open_talk(session, "web", address, NOW)
        return inbox.add(session, channel="web", update_key=key, talk_id=talk_id, body={"key": key}, now=NOW)


def take(database: Database, token: str, now: datetime = NOW) -> Claim | None:
    """Claim as a worker does."""
    with database.transaction() as session:
        return inbox.claim(session, Lease(token=token, now=now, until=now + timedelta(seconds=30)))


def finish(database: Database, claim: Claim) -> bool:
    """End a turn as a worker does."""
    with database.transaction() as session:
        state = {"turns": claim.state.get("turns", 0) + 1}
        ours = talks.save_state(session, claim.talk_id, claim.token, state, NOW)
        if ours:
            inbox.finish(session, claim.inbox_id, NOW)
        return ours


def test_a_message_received_twice_is_kept_once(database: Database) -> None:
    assert receive(database, "camille", "a") is not None
    assert receive(database, "camille", "a") is None


def test_first_messages_at_the_same_moment_open_one_talk(database: Database) -> None:
    together = threading.Barrier(8)

    def speak(number: int) -> int | None:
        together.wait()
        return receive(database, "camille", f"m{number}")

    with ThreadPoolExecutor(8) as people:
        stored = list(people.map(speak, range(8)))
    assert None not in stored
    with database.reading() as session:
        talk_id = talks.find_talk(session, "web", "camille")
        assert talk_id is not None
        assert inbox.count_waiting(session, talk_id) == 8


def test_the_same_message_arriving_at_eight_replicas_is_kept_once(database: Database) -> None:
    together = threading.Barrier(8)

    def deliver(_: int) -> int | None:
        together.wait()
        return receive(database, "camille", "same")

    with ThreadPoolExecutor(8) as replicas:
        stored = list(replicas.map(deliver, range(8)))
    assert sum(number is not None for number in stored) == 1


def test_a_talk_being_worked_on_is_left_alone_and_others_go_on(database: Database) -> None:
    for address, key in (("camille", "a"), ("camille", "b"), ("dominique", "c")):
        receive(database, address, key)
    first, second = take(database, "1"), take(database, "2")
    assert first is not None
    assert second is not None
    assert (first.body, second.body) == ({"key": "a"}, {"key": "c"})
    assert take(database, "3") is None
    assert finish(database, first)
    third = take(database, "3")
    assert third is not None
    assert third.body == {"key": "b"}


def test_a_worker_whose_lease_ran_out_can_no_longer_store_its_turn(database: Database) -> None:
    receive(database, "camille", "a")
    slow = take(database, "slow")
    quick = take(database, "quick", NOW + timedelta(seconds=31))
    assert slow is not None
    assert quick is not None
    assert not finish(database, slow)
    assert finish(database, quick)
    assert take(database, "next", NOW + timedelta(minutes=5)) is None


def test_a_renewed_lease_does_not_run_out(database: Database) -> None:
    receive(database, "camille", "a")
    take(database, "slow")
    with database.transaction() as session:
        talks.renew(session, ["slow"], NOW + timedelta(seconds=60))
    assert take(database, "quick", NOW + timedelta(seconds=31)) is None


def test_the_talks_of_a_dead_worker_are_free_again(database: Database) -> None:
    receive(database, "camille", "a")
    take(database, "dead")
    with database.transaction() as session:
        assert talks.release_dead(session, lambda token: token == "dead") == 1
    again = take(database, "alive")
    assert again is not None
    assert again.attempts == 2


def test_a_message_to_be_tried_again_holds_back_the_later_ones_of_its_talk_only(database: Database) -> None:
    for address, key in (("camille", "a"), ("camille", "b"), ("dominique", "c")):
        receive(database, address, key)
    failed = take(database, "1")
    assert failed is not None
    with database.transaction() as session:
        talks.release(session, failed.talk_id, "1")
        inbox.retry(session, failed.inbox_id, failure="LookupError", at=NOW + timedelta(seconds=1))
    other = take(database, "2")
    assert other is not None
    assert other.body == {"key": "c"}
    assert take(database, "3") is None
    again = take(database, "4", NOW + timedelta(seconds=2))
    assert again is not None
    assert (again.body, again.failures) == ({"key": "a"}, 1)


def test_many_workers_do_each_message_once_and_in_order(database: Database) -> None:
    for number in range(12):
        for address in ("a", "b", "c", "d", "e"):
            receive(database, address, f"{address}{number:02}")
    done: dict[str, list[str]] = defaultdict(list)

    def work(worker: int) -> None:
        idle = 0
        while idle < 20:
            claim = take(database, f"{worker}.{idle}.{threading.get_ident()}")
            if claim is None:
                idle += 1
                continue
            done[claim.address].append(claim.body["key"])
            assert finish(database, claim)

    with ThreadPoolExecutor(6) as workers:
        list(workers.map(work, range(6)))
    assert dict(done) == {address: [f"{address}{number:02}" for number in range(12)] for address in "abcde"}


def test_a_person_who_blocked_us_is_remembered_until_they_are_back(database: Database) -> None:
    with database.transaction() as session:
        talk_id = talks.open_talk(session, "telegram", "7", NOW)
        talks.set_blocked(session, talk_id, NOW)
        talks.set_blocked(session, talk_id, None)
        assert talks.open_talk(session, "telegram", "7", NOW) == talk_id
