from bot.answers.sentences import sentences_of


def test_prose_is_cut_at_sentence_ends_and_lines() -> None:
    assert sentences_of("Le prêt est de 3 M€. Il dure 7 ans.\nIl est ouvert.") == [
        "Le prêt est de 3 M€.",
        "Il dure 7 ans.",
        "Il est ouvert.",
    ]


def test_abbreviations_and_decimals_do_not_end_a_sentence() -> None:
    assert sentences_of("M. Durand paie env. 1.5 M€ par an. Fin.") == ["M. Durand paie env. 1.5 M€ par an.", "Fin."]


def test_bullets_lose_their_marks() -> None:
    assert sentences_of("- une machine\n* un bâtiment\n1. une étude") == ["une machine", "un bâtiment", "une étude"]
