import pytest

from bot.catalogue.models import Term
from bot.search.acronyms import Acronyms
from bot.search.retrieval import Retriever
from bot.search.types import Entry

ACRONYMS = Acronyms(
    [
        Term(terme="C3IV", equivalents=("crédit d'impôt industrie verte", "aide verte de l'État")),
        Term(terme="TPE", equivalents=("artisan", "très petite entreprise")),
        Term(terme="thune", equivalents=("de l'argent",)),
        Term(terme="PME", equivalents=("petite et moyenne entreprise",)),
    ],
    [f"Une PME qui demande {number} aides." for number in range(10)],
)


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("Le C3IV est clos.", "crédit d'impôt industrie verte"),
        ("Le c3iv aide les TPE.", "crédit d'impôt industrie verte, très petite entreprise"),
        ("Le C3IV est le crédit d'impôt pour une industrie verte.", ""),
        ("De la thune pour une pme.", ""),
        ("", ""),
    ],
)
def test_an_acronym_is_spelt_out_once_unless_the_text_does(text: str, long: str) -> None:
    assert ACRONYMS.spelt_out(text) == long


def test_the_long_form_finds_a_passage_that_only_has_the_acronym() -> None:
    texts = {"other": "Une industrie de la mode.", "green": "Le C3IV est clos depuis juin."}
    entries = [Entry(key, "", text, also=ACRONYMS.spelt_out(text)) for key, text in texts.items()]
    assert Retriever(entries, None, None).search("crédit d'impôt industrie verte").hits[0].key == "green"
