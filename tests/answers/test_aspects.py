import pytest

from bot.answers.aspects import Aspect, aspects_of
from bot.answers.counting import counted_in, counts
from bot.search.analysis import stems


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("Quel est le taux du CII ?", Aspect.RATE),
        ("combien peut prêter Bpifrance", Aspect.AMOUNT),
        ("jusqu'à quand peut-on déposer", Aspect.DEADLINE),
        ("Puis-je encore déposer un dossier ?", Aspect.OPEN),
        ("qui peut en bénéficier", Aspect.WHO),
        ("à quoi ça sert", Aspect.WHAT_FOR),
        ("comment candidater ?", Aspect.HOW),
        ("qui contacter pour ça", Aspect.CONTACT),
        ("quel organisme verse l'aide", Aspect.FUNDER),
        ("faut-il rembourser ?", Aspect.REPAYMENT),
        ("peut-on cumuler avec le CIR", Aspect.CUMULATION),
        ("c koi le c3iv", Aspect.DEFINITION),
        ("et c'est où ?", Aspect.WHERE),
        ("how much is it", Aspect.AMOUNT),
        ("quelles sommes prête la banque", Aspect.AMOUNT),
        ("nous sommes une PME, est-ce fait pour nous", Aspect.WHO),
        ("quelle différence de taille de projet", Aspect.BASE),
        ("is it still open?", Aspect.OPEN),
        ("ça coûte combien à l'entreprise", Aspect.COST),
        ("puis-je signer un devis avant de déposer", Aspect.HOW),
    ],
)
def test_the_asked_aspect_is_recognised(question: str, aspect: Aspect) -> None:
    assert aspect in aspects_of(question)


def test_we_are_asks_for_no_amount() -> None:
    assert Aspect.AMOUNT not in aspects_of("nous sommes douze salariés à Dole")


def test_counting_things_is_not_asking_for_an_amount() -> None:
    assert Aspect.AMOUNT not in aspects_of("Combien de projets ont été retenus ?")
    assert counted_in("Combien de projets ont été retenus ?") == {"projet"}


def test_asking_how_much_help_is_asking_for_an_amount() -> None:
    assert Aspect.AMOUNT in aspects_of("combien d'aide pour un VTE")


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("quel est le nombre minimum d'emplois", "emplois"),
        ("pignada nb de postes", "post"),
        ("how many extra jobs do they create", "job"),
        ("il y a combien de volets", "volet"),
        ("combien de sous-traitants", "sous"),
        ("quel est l'effectif maximum", "salar"),
    ],
)
def test_what_is_to_be_counted_is_found_in_many_words(question: str, counted: str) -> None:
    assert counted in counted_in(question)


@pytest.mark.parametrize(
    "question", ["un certain nombre de choses", "combien d'années", "quel plafond selon la taille"]
)
def test_what_is_measured_or_vague_is_not_counted(question: str) -> None:
    assert not counted_in(question)


@pytest.mark.parametrize(
    ("sentence", "word", "shown"),
    [
        ("Le cluster réunit 27 ateliers.", "ateliers", True),
        ("L'aide verse 6 000 € par emploi créé.", "emploi", False),
        ("L'aide couvre 50 % des projets.", "projets", False),
        ("Un volet 1 et un volet 2.", "volet", True),
    ],
)
def test_only_a_number_of_the_things_themselves_counts_them(sentence: str, word: str, *, shown: bool) -> None:
    assert counts(sentence, frozenset(stems(word))) is shown
