"""How surely a text asks."""

import pytest

from bot.dialogue.interrogative import Asking, asking, looks_like_question


@pytest.mark.parametrize(
    "text",
    [
        "Combien prête Bpifrance ?",
        "combien prête bpifrance",
        "c'est quoi le SIRET",
        "est-ce que c'est payant",
        "qui lit ma candidature",
        "how much does it cost",
        "Pologne, pourquoi ?",
        "vraiment ?!",
        "« et le prêt ? »",
    ],
)
def test_a_question_is_recognised(text: str) -> None:
    assert looks_like_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "Duval Sièges",
        "Comment Dire",
        "Nous fabriquons des sièges. Quand la commande arrive, tout part de Pologne.",
        "Quand nous avons racheté l'atelier il y a dix ans nous avons gardé les machines et les gens, et depuis"
        " ce temps nous cherchons comment refaire ici ce que nous avions laissé partir là-bas",
        "12",
        "",
    ],
)
def test_what_is_no_question(text: str) -> None:
    assert not looks_like_question(text)


def test_a_hesitant_answer_does_not_ask_plainly() -> None:
    assert asking("Belfort ?") is not Asking.SURELY
    assert asking("Quelles aides ?") is Asking.SURELY
    assert asking("c'est obligatoire le téléphone ?") is Asking.SURELY


@pytest.mark.parametrize(
    "text",
    [
        "et vous gardez mes données combien de temps",
        "qui va lire ça",
        "attendez, qui va lire ça",
        "ça coûte combien",
        "et ca prend combien de temps",
        "bonjour, quelles aides en normandie",
        "si c'est refusé on est prévenu comment",
        "une asso c'est accepté ou pas",
        "c'est payant",
        "c'est qui derrière",
        "je voudrais savoir si c'est gratuit",
        "y'a combien d'étapes",
        "et c'est moi qui remplis ou c'est lui",
        "what happens to my data",
        "can my competitors see this",
        "is it free",
        "Pologne, pourquoi ?",
    ],
)
def test_a_question_needs_no_mark(text: str) -> None:
    assert asking(text) is Asking.SURELY


@pytest.mark.parametrize(
    "text",
    [
        "et après le dépôt vous pouvez changer un truc",
        "ok et pour décarboner l'usine en même temps",
        "quand on aura le financement",
        "Nous voulons refaire nos assises ici. Pouvez-vous nous aider ?",
        "mes concurrents peuvent voir",
    ],
)
def test_some_only_perhaps_ask(text: str) -> None:
    assert asking(text) is Asking.MAYBE


@pytest.mark.parametrize(
    "text",
    [
        "où on veut",
        "quand on pourra",
        "comme vous voulez",
        "wherever we can",
        "je ne sais pas combien",
        "n'importe où",
        "des vélos",
    ],
)
def test_what_only_sounds_like_a_question_asks_nothing(text: str) -> None:
    assert asking(text) is Asking.NO
