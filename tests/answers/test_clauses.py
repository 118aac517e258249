"""Messages that ask in one clause and tell in the others; sides of applying and of Relais itself."""

import pytest

from bot.answers.focusing import asking_clauses
from bot.answers.opening import only_introduces_itself
from bot.answers.parting import questions_in
from bot.answers.service import side_of_service


@pytest.mark.parametrize(
    ("message", "clause"),
    [
        ("c quoi les de minimis, le gars de la region m'en a parlé", "c quoi les de minimis"),
        ("ca dure combien de temps le programme, j'ai pas 2 ans devant moi", "ca dure combien de temps le programme"),
        ("on m'a dit d'appeler. qui contacter dans le Doubs", "qui contacter dans le Doubs"),
        ("how do we apply, we are a German company", "how do we apply"),
    ],
)
def test_the_clause_that_asks_is_found(message: str, clause: str) -> None:
    assert [asked for asked, _ in asking_clauses(message)] == [clause]


@pytest.mark.parametrize("message", ["combien de temps dure le programme", "bonjour", "on est 12, on fait des axes"])
def test_one_clause_is_no_part(message: str) -> None:
    assert asking_clauses(message) == ()


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("1) Qu'est-ce que l'accélérateur 2) sommes-nous éligibles, 180 salariés 3) combien ça coûte ?", 3),
        ("Pour la candidature : que faut-il fournir, combien de temps, et qui décide ?", 3),
        ("c quoi les etapes, combien de temps, et c payant ?", 3),
        ("What is the ceiling and does it apply to the group?", 2),
        ("on est 12, on fait des axes, combien de temps dure le programme ?", 1),
        ("le prêt de 1 à 3 M€, quel taux ?", 1),
    ],
)
def test_questions_one_after_the_other_are_told_apart(message: str, count: int) -> None:
    assert len(questions_in(message)) == count


SIDES = {
    "service_data": """mes messages ils vont où, c'est gardé ?
vous gardez nos chiffres ?
what do you do with my data
nos prix d'achat, j'ai peur que ça fuite""",
    "service_trust": """tu inventes pas les chiffres j'espère
puis-je me fier à vos réponses pour un plan ?
are your answers reliable?
on peut vous faire confiance ?""",
    "service_status": """mon dossier il en est où
ma candidature avance ?
j'ai envoyé ma demande, où en est ma demande
what is the status of my application""",
    "service_documents": """faut envoyer quoi pour postuler, un kbis ?
quelles pièces fournir
dois-je joindre un bilan
which papers do I need to send""",
    "service_next": "y a une date limite pour s'inscrire\nune session bientôt près de chez moi ?",
    "service_who": "c'est pour une boîte comme moi ou pas ?\ncan a company like ours come",
}


@pytest.mark.parametrize(
    ("side", "message"), [(side, text) for side, texts in SIDES.items() for text in texts.split("\n")]
)
def test_sides_of_applying_and_of_relais(side: str, message: str) -> None:
    assert side_of_service(message) == side


@pytest.mark.parametrize(
    "message",
    ["combien de temps gardez-vous mes données", "quelles pièces usinez-vous", "notre plan de charge est plein"],
)
def test_no_side_where_another_thing_is_asked(message: str) -> None:
    assert side_of_service(message) not in (*SIDES, "service_price")


INTRODUCTIONS = """g une boite de 35 pers dans le jura, on fait du plastique et des petites lampes
we are a 12 people company near Rouen, we make toys
bonjour, PME de 60 salariés à Amiens dans le textile"""


@pytest.mark.parametrize("message", INTRODUCTIONS.split("\n"))
def test_who_only_introduces_their_company_asks_nothing(message: str) -> None:
    assert only_introduces_itself(message)


@pytest.mark.parametrize(
    "message",
    [
        "on est 35 dans le Jura, on fabrique en Chine",
        "on est 12 à Lille et on cherche un soudeur",
        "ma boîte a 8 mois, on peut venir",
        "prêt croissance 12 salariés Dijon",
    ],
)
def test_who_says_more_is_read_further(message: str) -> None:
    assert not only_introduces_itself(message)
