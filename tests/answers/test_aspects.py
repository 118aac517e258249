import pytest

from bot.answers.aspects import Aspect, aspects_of
from bot.answers.counting import counted_in


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
        ("is it still open?", Aspect.OPEN),
        ("ça coûte combien à l'entreprise", Aspect.COST),
        ("puis-je signer un devis avant de déposer", Aspect.HOW),
    ],
)
def test_the_asked_aspect_is_recognised(question: str, aspect: Aspect) -> None:
    assert aspect in aspects_of(question)


def test_counting_things_is_not_asking_for_an_amount() -> None:
    assert Aspect.AMOUNT not in aspects_of("Combien de projets ont été retenus ?")
    assert counted_in("Combien de projets ont été retenus ?") == {"projet"}


def test_asking_how_much_help_is_asking_for_an_amount() -> None:
    assert Aspect.AMOUNT in aspects_of("combien d'aide pour un VTE")
