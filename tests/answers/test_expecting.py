"""What kind of thing a question expects, and which sentences show one."""

import pytest

from bot.answers.expecting import Kind, expected, shows


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("quel est le taux d'intérêt du prêt", (Kind.INTEREST,)),
        ("à quel taux prête la banque", (Kind.INTEREST,)),
        ("quelle part des coûts est couverte", (Kind.RATE,)),
        ("combien coûte le parcours", (Kind.PRICE,)),
        ("quel plafond", (Kind.CAP,)),
        ("combien de temps dure au plus l'aide", (Kind.DURATION,)),
        ("le téléphone de l'atelier", (Kind.PHONE,)),
        ("jusqu'à quelle date", (Kind.DATE,)),
        ("how much do we pay", (Kind.PRICE,)),
        ("quel montant total", (Kind.TOTAL,)),
        ("how much does it pay", (Kind.AMOUNT,)),
        ("c'est pour qui", ()),
    ],
)
def test_a_question_expects_the_kind_of_thing_that_it_asks_for(question: str, kinds: tuple[Kind, ...]) -> None:
    assert expected(question, counted=False) == kinds


def test_the_next_edition_is_asked_with_its_date() -> None:
    assert set(expected("quand ouvre la prochaine édition", counted=False)) == {Kind.COMING, Kind.DATE}


@pytest.mark.parametrize(
    ("kind", "sentence", "question", "shown"),
    [
        (Kind.INTEREST, "Le prêt est à taux zéro.", "taux d'intérêt", True),
        (Kind.INTEREST, "Le prêt couvre 40 % du prix de la machine.", "taux d'intérêt", False),
        (Kind.PRICE, "Le parcours coûte 1 200 € à l'entreprise.", "combien coûte", True),
        (Kind.PRICE, "L'aide va jusqu'à 30 000 €.", "combien coûte", False),
        (Kind.AMOUNT, "Il faut au moins 150 000 € d'investissement.", "quel montant", False),
        (Kind.AMOUNT, "L'aide est de 20 %.", "quel montant en euros", False),
        (Kind.AMOUNT, "L'aide est de 20 %.", "combien", True),
        (Kind.AMOUNT, "C'est un prêt à taux nul.", "combien", False),
        (Kind.PRICE, "La garantie coûte 0,8 % du capital par an.", "combien coûte", True),
        (Kind.PRICE, "L'aide couvre 50 % du coût.", "combien coûte", False),
        (Kind.CAP, "Le fonds ne prend jamais plus de 35 % du capital.", "combien au plus", True),
        (Kind.CAP, "Grant: €90,000 at most.", "what is the maximum", True),
        (Kind.TOTAL, "Le fonds dispose de 50 M€ au total.", "quelle enveloppe", True),
        (Kind.TOTAL, "L'aide va jusqu'à 30 000 €.", "quelle enveloppe", False),
        (Kind.DATE, "Le comité se réunit le premier mardi du mois.", "quand", True),
        (Kind.AMOUNT, "L'aide est de 20 %.", "nous sommes douze, combien", True),
        (Kind.AMOUNT, "L'aide est de 20 %.", "quelles sommes", False),
        (Kind.COMING, "C'est ouvert jusqu'au 30 juin 2027.", "quand ouvre la prochaine édition", False),
        (Kind.COMING, "La prochaine édition ouvre le 3 mars 2027.", "quand ouvre la prochaine édition", True),
        (Kind.DURATION, "Le parcours dure 6 mois.", "combien de temps", True),
        (Kind.DURATION, "Le parcours dure 6 mois.", "combien de jours", False),
        (Kind.COMING, "La promotion de 2027 ouvre en mars.", "la prochaine promotion", True),
        (Kind.COMING, "L'édition a eu lieu en décembre 2023.", "la prochaine édition", False),
        (Kind.NAMES, "Les lauréats sont l'atelier Gwenn et la corderie Boréal.", "qui sont les lauréats", True),
        (Kind.NAMES, "Il y a eu douze lauréats.", "qui sont les lauréats", False),
        (Kind.PHONE, "Appelez le 03 80 00 00 00.", "téléphone", True),
        (Kind.EMAIL, "Écrivez à contact@lumen.example.", "mail", True),
    ],
)
def test_a_sentence_shows_only_its_own_kind_of_thing(kind: Kind, sentence: str, question: str, shown: bool) -> None:
    assert shows(kind, sentence, question, 2026) is shown


@pytest.mark.parametrize(
    "question", ["quel est le chiffre d'affaires d'Orélie", "chiffre d affaires de Orélie", "what is Orélie's turnover"]
)
def test_a_turnover_is_shown_by_a_figure_beside_its_name_only(question: str) -> None:
    assert expected(question, counted=False)[0] is Kind.TURNOVER
    assert shows(Kind.TURNOVER, "Orélie réalise 12 M€ de chiffre d'affaires.", question, 2026)
    assert not shows(Kind.TURNOVER, "Orélie investit 12 M€ dans son atelier.", question, 2026)


@pytest.mark.parametrize("question", ["la cotisation foncière est effacée", "les cotisations sociales des salariés"])
def test_a_tax_is_no_price(question: str) -> None:
    assert expected(question, counted=False) == ()
