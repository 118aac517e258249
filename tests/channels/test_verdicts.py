"""What becomes of a reply whose sending failed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.sending import Misconfigured, Refused, RetryLater, SendingFailed, Uncertain, Unreached, Unwelcome
from bot.channels.verdicts import Later, Never, judge
from bot.store.outbox import Waiting

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def waiting(*, attempts: int = 0, failure: str | None = None, age: timedelta = timedelta()) -> Waiting:
    """A reply that waits."""
    return Waiting(
        id=1,
        token="t",
        talk_id=1,
        address="7",
        body={},
        created_at=NOW - age,
        attempts=attempts,
        parts_sent=0,
        failure=failure,
        blocked=False,
    )


def test_a_flood_limit_is_waited_for_to_the_second_and_counts_for_nothing() -> None:
    verdict = judge(RetryLater(7), waiting(attempts=3), NOW)
    assert verdict == Later(until=NOW + timedelta(seconds=7), failure="flood limit", attempts=3)


@pytest.mark.parametrize(("error", "whole_talk"), [(Unwelcome("forbidden"), True), (Refused("Bad Request"), False)])
def test_what_will_never_be_taken_is_given_up(error: SendingFailed, whole_talk: bool) -> None:
    verdict = judge(error, waiting(), NOW)
    assert isinstance(verdict, Never)
    assert verdict.whole_talk is whole_talk


def test_an_outage_is_outlived_for_a_day() -> None:
    assert isinstance(judge(Unreached("server error"), waiting(attempts=500, age=timedelta(hours=23)), NOW), Later)
    assert judge(Unreached("server error"), waiting(age=timedelta(hours=25)), NOW) == Never(failure="expired")


def test_a_silent_send_stays_marked_so_that_it_is_never_sent_a_third_time() -> None:
    first = judge(Uncertain("silent"), waiting(), NOW)
    assert isinstance(first, Later)
    between = judge(Unreached("server error"), waiting(failure=first.failure, attempts=1), NOW)
    assert isinstance(between, Later)
    assert judge(Uncertain("silent"), waiting(failure=between.failure, attempts=2), NOW) == Never(failure="unconfirmed")


def test_cut_connections_are_tried_again_a_few_times() -> None:
    assert isinstance(judge(Uncertain("cut", cut=True), waiting(attempts=3), NOW), Later)
    assert judge(Uncertain("cut", cut=True), waiting(attempts=4), NOW) == Never(failure="unconfirmed")


def test_a_wrong_token_waits_for_the_operator() -> None:
    assert isinstance(judge(Misconfigured("token"), waiting(attempts=99), NOW), Later)
