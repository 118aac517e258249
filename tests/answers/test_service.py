"""What is asked of the service without naming it is answered of the service; what is not, is not."""

from pathlib import Path

import pytest

from bot.answers.service import is_addressed, points_at_service, side_of_service
from bot.answers.types import Answer, Context, Thread
from tests.answers.invented import TODAY, answerer_on

SHIPPED = Path(__file__).parents[2] / "knowledge"


def _ask(question: str, context: Context | None = None) -> Answer:
    return answerer_on(SHIPPED).answer(question, context or Context(), TODAY)


@pytest.mark.parametrize(
    ("message", "side"),
    [
        ("c'est pour moi votre truc ?", "service_who"),
        ("combien ça coûte de participer", "service_price"),
        ("on est 600 chez nous, trop gros pour vous ?", "service_size"),
        ("qui choisit les boîtes ?", "service_decides"),
        ("c'est long votre programme", "service_duration"),
        ("quand est-ce que commence la prochaine promo ?", "service_next"),
        ("concrètement à la fin j'ai quoi dans les mains", "service_result"),
        ("can we join even if we are not French?", "service_who"),
        ("on peut quand même participer ?", "service_who"),
        ("la soupe est bonne", ""),
    ],
)
def test_the_side_that_is_asked_for(message: str, side: str) -> None:
    assert side_of_service(message) == side


def test_who_speaks_to_us_or_of_entering() -> None:
    assert points_at_service("c'est pour moi votre machin ?")
    assert not points_at_service("votre adresse ?")
    assert is_addressed("je veux m'inscrire")
    assert not is_addressed("s'inscrire sur les listes électorales")


@pytest.mark.parametrize(
    ("message", "file"),
    [
        (
            "je fais de la tôle dans le Jura, est-ce que c'est pour moi votre truc",
            "accelerateur-pour-qui",
        ),
        ("combien ca coute de participer", "accelerateur-prix"),
        ("ma boîte a 8 mois, on a encore rien vendu, on peut venir ?", "accelerateur-pour-qui"),
        ("on est un groupe de 600 personnes, trop gros pour vous ?", "accelerateur-taille-entreprise"),
        ("je suis à Lyon, on peut participer quand même ?", "accelerateur-autre-region"),
        ("comment on fait pour s'inscrire", "candidature-comment"),
        ("c'est un prêt ou une subvention que vous donnez ?", "accelerateur-financement-du-projet"),
    ],
)
def test_it_is_answered_by_the_page_on_that_side(message: str, file: str) -> None:
    answer = _ask(message)
    assert not answer.abstained
    assert answer.citations[0].origin.file == f"faq/{file}.md"
    assert answer.question == message


@pytest.mark.parametrize(
    "message",
    ["vous prenez une part dans ma société en échange ?", "combien coûte le Prêt Vert ?", "quand sont les soldes ?"],
)
def test_what_is_of_something_else_is_not(message: str) -> None:
    answer = _ask(message)
    assert all("accelerateur" not in citation.origin.file for citation in answer.citations)


def test_in_a_talk_on_the_service_a_short_question_is_of_it() -> None:
    thread = Thread(subjects=("faq/accelerateur-duree",), asked="Combien de temps dure l'accélérateur ?")
    answer = _ask("ok et qui choisit les entreprises ?", Context(thread=thread))
    assert answer.citations[0].origin.file == "faq/candidature-qui-decide.md"


def test_after_something_else_a_short_question_is_not_of_it() -> None:
    thread = Thread(asked="we need a lab to test toys")
    assert "accélérateur" not in " ".join(
        c.document for c in _ask("how long does it take", Context(thread=thread)).citations
    )


@pytest.mark.parametrize(
    ("message", "file"),
    [
        ("je dirige une boite vers Dreux, l'accélérateur, c'est quoi au juste ?", "accelerateur-c-est-quoi"),
        ("Je suis à Rennes. Votre truc marche chez nous aussi ?", "accelerateur-autre-region"),
        ("28 salariés, l'accelerateur c'est pour nous ou que pour les gros", "accelerateur-taille-entreprise"),
        ("par quoi je commence du coup", "relocaliser-par-ou-commencer"),
        ("mon coût de revient ici sera 30 % plus cher en France, c'est rentable ?", "relocaliser-rentabilite-pieges"),
        ("je suis en redressement judiciaire, est ce que ça bloque ?", "regle-entreprise-en-difficulte"),
        ("vous pouvez me garantir que j'aurai la subvention ?", "regle-qui-decide-aide"),
        ("Machine à 2,5 M€. Je signe la commande avant ou après la demande d'aide ?", "regle-signer-avant-depot"),
        ("on a déjà signé le devis la semaine dernière, c'est grave pour l'aide ?", "regle-projet-deja-commence"),
    ],
)
def test_what_is_meant_leads_to_its_page(message: str, file: str) -> None:
    answer = _ask(message)
    assert not answer.abstained
    assert answer.citations[0].origin.file == f"faq/{file}.md"


@pytest.mark.parametrize(
    "message",
    [
        "faut-il rembourser l'aide si on ferme au bout de 2 ans ?",
        "on rembourse la subvention si on supprime des postes ?",
    ],
)
def test_what_must_be_given_back_is_never_told_from_the_kind_of_aid(message: str) -> None:
    assert "ne se rembourse pas" not in _ask(message).text


def test_what_holds_in_all_of_france_names_no_region() -> None:
    answer = _ask("une filiale de 40 salariés d'un groupe de 4000, dans l'Ain : PME ou grande entreprise ?")
    assert answer.abstained
    assert "Ce qui vaut partout en France" in answer.text
    assert "moins de 250 salariés" in answer.text
    assert "En Bourgogne-Franche-Comté," not in answer.text
