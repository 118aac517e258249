"""A few of the simulated applicants, seeded; a thousand of them: python -m tests.simulator --applicants 1000."""

import pytest
from stdnum.fr import siren as registered

from tests.simulator.judging import Verdict, judge
from tests.simulator.people import an_applicant, siren
from tests.simulator.running import simulate


def meets_the_targets(verdict: Verdict) -> bool:
    return verdict.accuracy >= 0.995 and not verdict.without_recap and verdict.median_messages <= 1.3


@pytest.mark.slow
def test_applicants_on_the_engine_and_its_store() -> None:
    verdict = judge(simulate(40, 0, seed=1))
    assert verdict.stuck == []
    assert meets_the_targets(verdict), [*verdict.lines(), *verdict.wrong]
    assert (verdict.applicants, len(verdict.messages_per_field)) == (40, 40)
    assert verdict.fields > 40 * 17


@pytest.mark.slow
def test_applicants_through_telegram() -> None:
    verdict = judge(simulate(6, 6, seed=2))
    assert verdict.stuck == []
    assert meets_the_targets(verdict), [*verdict.lines(), *verdict.wrong]


def test_a_wrong_field_counts() -> None:
    played = simulate(2, 0, seed=3)
    played[0].applicant.truth["contact"] = "Somebody Else"
    played[1].without_recap = 1
    verdict = judge(played)
    assert verdict.accuracy < 1
    assert [line.split(":")[0] for line in verdict.wrong] == ["0 contact"]
    assert verdict.without_recap == 1


def test_the_same_seed_is_the_same_person() -> None:
    one, other = an_applicant(5, 12), an_applicant(5, 12)
    assert (one.truth, one.english) == (other.truth, other.english)
    assert an_applicant(5, 13).truth != one.truth


def test_invented_numbers_have_their_check_digit() -> None:
    chance = an_applicant(1, 1).chance
    assert all(registered.is_valid(siren(chance)) for _ in range(50))
