"""The vocabularies of a release lead questions to passages that say it otherwise."""

import pytest

from bot.answers.concepts import Thesaurus
from bot.catalogue.models import Operation, Term
from bot.search.retrieval import Retriever
from bot.search.types import Entry

THESAURUS = Thesaurus(
    [
        Term(terme="CIRA", equivalents=("crédit d'impôt Retour d'Atelier",)),
        Term(terme="thune", equivalents=("argent",)),
    ],
    [Operation(operation="corderie", synonymes=("faire de la corde", "rope making"))],
)
ENTRIES = [
    Entry("credit", "", "Le crédit d'impôt Retour d'Atelier rend une part des travaux."),
    Entry("rope", "", "La maison Calder tient une corderie au bord du fleuve."),
    Entry("money", "", "L'argent est versé au printemps."),
    Entry("other", "", "Le club se réunit chaque mois."),
]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("c koi le cira", "credit"),
        ("who does rope making?", "rope"),
        ("ki peut faire de la corde", "rope"),
        ("quand arrive la thune", "money"),
        ("is there a tax credit for work?", "credit"),
    ],
)
def test_other_names_and_english_words_find_the_passage(question: str, key: str) -> None:
    retriever = Retriever(ENTRIES, None, None, vocabulary=["CIRA", "thune", "rope making"])
    asked = " ".join((question, *THESAURUS.expansions(question)))
    assert retriever.search(asked).hits[0].key == key
