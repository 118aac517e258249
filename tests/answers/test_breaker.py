from bot.answers.breaker import FAILURES, FIRST_REST, LONGEST_REST, Breaker


def _broken(now: float = 0.0) -> Breaker:
    breaker = Breaker()
    for _ in range(FAILURES):
        breaker.note_failure(now)
    return breaker


def test_some_failures_change_nothing_and_a_success_forgets_them() -> None:
    breaker = Breaker()
    for _ in range(FAILURES - 1):
        breaker.note_failure(0)
    assert breaker.lets_through(0)
    breaker.note_success()
    breaker.note_failure(0)
    assert breaker.lets_through(0)


def test_failures_in_a_row_bring_a_rest_then_one_trial() -> None:
    breaker = _broken()
    assert not breaker.lets_through(FIRST_REST - 1)
    assert breaker.lets_through(FIRST_REST)
    assert not breaker.lets_through(FIRST_REST), "only one caller tries"


def test_a_trial_that_succeeds_ends_the_rest() -> None:
    breaker = _broken()
    assert breaker.lets_through(FIRST_REST)
    breaker.note_success()
    assert all(breaker.lets_through(FIRST_REST) for _ in range(3))


def test_a_trial_that_fails_doubles_the_rest_up_to_a_limit() -> None:
    breaker, now = _broken(), 0.0
    rests = []
    for _ in range(8):
        begun = now
        while not breaker.lets_through(now):
            now += 1
        rests.append(now - begun)
        breaker.note_failure(now)
    assert rests[:3] == [FIRST_REST, 2 * FIRST_REST, 4 * FIRST_REST]
    assert rests[-1] == LONGEST_REST
