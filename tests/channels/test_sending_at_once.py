"""However often and however quickly « Envoyer » is pressed, one application is made; 200 rounds: `sending_at_once`."""

from bot.store.database import Database
from tests.channels.sending_at_once import submit_at_once, tap_at_once

ROUNDS = 3


def test_twenty_taps_on_two_replicas_make_one_application(database: Database) -> None:
    assert [tap_at_once(database) for _ in range(ROUNDS)] == [1] * ROUNDS


def test_twenty_transactions_at_once_make_one_application_and_tell_one_reference(database: Database) -> None:
    assert [submit_at_once(database) for _ in range(ROUNDS)] == [(1, 1)] * ROUNDS
