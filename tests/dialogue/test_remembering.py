"""« que savez-vous de notre projet ? », told from a question on anything else."""

import pytest

from bot.dialogue.remembering import asks_what_is_known


@pytest.mark.parametrize(
    "text",
    [
        "que sais-tu de notre projet ?",
        "que savez-vous de moi ?",
        "tu sais quoi sur ma boîte",
        "qu'avez-vous retenu de mon entreprise ?",
        "qu'est-ce que je t'ai dit ?",
        "que vous ai-je dit ?",
        "récapitule mon projet",
        "what do you know about us?",
        "Before I apply: what have I told you about my company so far?",
        "remind me what I told you",
        "combien de salariés avez-vous notés ?",
        "vous avez noté combien de salariés ?",
        "t'as retenu quel effectif pour nous ?",
        "quelle région avez-vous enregistrée ?",
        "quel effectif avez-vous retenu pour notre société ?",
        "vous nous comptez combien de personnes ?",
        "how many employees have you noted?",
        "which region did you write down?",
        "what headcount do you have recorded?",
    ],
)
def test_who_asks_what_is_known(text: str) -> None:
    assert asks_what_is_known(text)


@pytest.mark.parametrize(
    "text",
    [
        "que savez-vous du Prêt Vert ?",
        "que sais-tu faire ?",
        "que savez-vous de notre région ?",
        "ce que je vous ai dit est faux",
        "que faut-il dire de mon projet ?",
        "what do you know about the CIR?",
        "what do you need to know about my company?",
        "résume",
        "combien de salariés faut-il pour le Prêt Vert ?",
        "combien de salariés avez-vous à la CCI ?",
        "combien de salariés peut-on former ?",
        "quelle région avez-vous aidée ?",
        "quels effectifs sont retenus pour une PME ?",
        "comptez-vous les salariés du groupe ?",
        "how many people do you have?",
        "which region do you cover?",
    ],
)
def test_who_asks_of_something_else(text: str) -> None:
    assert not asks_what_is_known(text)
