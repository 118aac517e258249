"""Signing or ordering before an aid is granted: asked in many ways, and what else is signed or bought."""

import pytest

from bot.answers.commitment import commitment_asked
from tests.answers.talking import talk


@pytest.mark.parametrize(
    "message",
    [
        "et on peut la commander avant ? le fournisseur italien me presse",
        "je peux signer la commande des robots ?",
        "My supplier wants me to sign the order for the welding robots next week. Can I sign?",
        "Mon fournisseur veut que je signe la commande la semaine prochaine. Puis-je signer ?",
        "je peux commander ma presse tout de suite ?",
        "peut-on passer commande dès maintenant ?",
        "Can we order the machine right away?",
        "Is it ok to order the lathe now?",
        "j'ai le droit de verser l'acompte ?",
        "on peut démarrer les travaux sans attendre ?",
        "le vendeur insiste pour qu'on signe le bon de commande, on fait quoi ?",
        "puis-je l'acheter tout de suite ?",
    ],
)
def test_whether_one_may_sign_or_order_is_asked(message: str) -> None:
    assert commitment_asked(message) == "before_signing"


@pytest.mark.parametrize(
    "message",
    [
        "je peux signer ma candidature en ligne ?",
        "peut-on acheter une machine d'occasion ?",
        "can I buy used machines with the grant?",
        "on peut commander une étude de marché à l'école ?",
        "je peux commencer ma candidature et finir demain ?",
        "on peut commencer l'accélérateur avant l'été ?",
        "mon fournisseur veut augmenter ses prix",
        "quelle aide pour acheter un robot ?",
        "I want to buy a press next week, which grant?",
        "on peut avoir une aide pour commander des moules ?",
        "who can weld for us next week?",
    ],
)
def test_something_else_is_asked(message: str) -> None:
    assert not commitment_asked(message)


def test_the_scheme_talked_about_says_it_first() -> None:
    *_, ordered, amount = talk("c'est quoi le Bonus Outillage ?", "je peux signer la commande ?", "et c'est combien ?")
    assert "Bonus Outillage" in ordered.sentences[0].text
    assert ordered.subjects == amount.subjects
