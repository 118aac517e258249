"""The fitted tables fit the signals that the code computes."""

from bot.answers import weights


def test_every_stage_has_weights() -> None:
    for table in (weights.RECORD, weights.LINE, weights.DRAFT, weights.SCOPE, weights.KNOWN):
        assert table
        assert all(abs(value) < 20 for value in table.values())


def test_what_an_honest_gate_leans_on_points_the_right_way() -> None:
    assert weights.SCOPE["nobody_says"] < 0 < weights.SCOPE["record_named"]
    assert weights.KNOWN["lacks"] < 0 < weights.KNOWN["serves"]
