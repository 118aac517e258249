"""How long we wait before we call a channel again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.patience import LONGEST_WAIT, Circuit, Pauses, backoff

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def seconds(count: float) -> timedelta:
    """A span of time."""
    return timedelta(seconds=count)


@given(st.integers(min_value=1, max_value=10_000))
def test_waits_grow_up_to_a_limit(failures: int) -> None:
    assert backoff(failures) <= backoff(failures + 1) <= LONGEST_WAIT


def test_after_ten_failures_there_is_at_most_one_attempt_a_second() -> None:
    assert backoff(10) >= seconds(1)


def test_a_chat_that_asks_for_a_pause_gets_it_and_others_go_on() -> None:
    pauses = Pauses()
    pauses.begin("7", NOW + seconds(5), NOW)
    assert pauses.is_paused("7", NOW + seconds(4.9))
    assert not pauses.is_paused("7", NOW + seconds(5))
    assert not pauses.is_paused("8", NOW)


def test_a_second_chat_that_asks_meanwhile_stops_everything_until_the_longest_pause_ends() -> None:
    pauses = Pauses()
    pauses.begin("7", NOW + seconds(9), NOW)
    pauses.begin("8", NOW + seconds(2), NOW)
    assert pauses.all_until(NOW) == NOW + seconds(9)
    assert pauses.is_paused("9", NOW + seconds(8))
    assert not pauses.is_paused("9", NOW + seconds(9))


def test_pauses_one_after_the_other_stop_only_their_chats() -> None:
    pauses = Pauses()
    pauses.begin("7", NOW + seconds(1), NOW)
    pauses.begin("8", NOW + seconds(3), NOW + seconds(2))
    assert pauses.all_until(NOW + seconds(2)) is None


def test_failures_that_were_under_way_together_count_as_one() -> None:
    circuit = Circuit(12)
    for _ in range(12):
        circuit.note_failure(NOW)
    assert circuit.allows(NOW + seconds(0.4)) == 0
    assert circuit.allows(NOW + seconds(0.5)) == 1


def test_one_question_opens_the_way_to_one_trial_and_a_success_to_all() -> None:
    circuit = Circuit(12)
    circuit.note_failure(NOW)
    assert circuit.must_ask()
    circuit.note_answer()
    assert not circuit.must_ask()
    assert circuit.allows(NOW + seconds(1)) == 1
    circuit.note_success()
    assert circuit.allows(NOW + seconds(1)) == 12
