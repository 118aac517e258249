"""What a message asserts is corrected or confirmed first, on the invented knowledge."""

from pathlib import Path

import pytest

from bot.answers.claims import Verdict, judge
from bot.answers.concepts import Thesaurus
from bot.answers.types import Context
from bot.catalogue.models import Page
from tests.answers.invented import TODAY, answerer_on

FALSE = """Le Prêt Ancrage 2026 est plafonné à 5 M€, non ?
le pret ancrage 2026 cest 5 millions max cest ca ?
Puisque le Prêt Ancrage 2026 va jusqu'à 5 M€, combien puis-je emprunter ?
Le Prêt Ancrage 2026 est bien une subvention ?
Est-ce que le Prêt Ancrage 2026 est une subvention ?
C'est bien la Région qui paie le Prêt Ancrage 2026 ?
Le Prêt Ancrage 2026 est financé par l'Agence Solveig, exact ?
J'ai lu que le Prêt Ancrage 2026 se rembourse en 20 ans, vrai ?
Is the Prêt Ancrage 2026 a grant?
Le Contrat Fabrique 2026-2028 est une aide nationale, quel dossier ?
Comme l'appel Machines Sobres 2025 est encore ouvert, comment le demander ?
Le Contrat Fabrique 2023-2025 est prolongé jusqu'en 2027, où écrire ?
Le Contrat Fabrique 2026-2028 demande bien 50 emplois ?"""

TRUE = """Le Prêt Ancrage 2026 est un prêt, c'est bien ça ?
Le Prêt Ancrage 2026 va jusqu'à 2,5 M€, non ?
Le Prêt Ancrage 2026 est proposé par la Banque Calderon, n'est-ce pas ?
Le Contrat Fabrique 2026-2028 demande 8 emplois, exact ?
Est-ce que le Prêt Ancrage 2026 est un prêt ?
Is the Prêt Ancrage 2026 a loan?
Vous confirmez que le Prêt Ancrage 2026 est un prêt ?
L'appel Machines Sobres 2025 payait 30 % du prix d'une machine, vrai ?"""

NOT_CLAIMED = """Combien prête le Prêt Ancrage 2026 ?
Mon projet coûte 5 M€, le Prêt Ancrage 2026 suffit-il ?
Pour 40 salariés, que donne le Prêt Ancrage 2026 ?
Avec le Prêt Ancrage 2026, combien puis-je emprunter ?
quelles dépenses pour le Prêt Ancrage 2026
Qui finance le Prêt Ancrage 2026 ?
Jusqu'à quand demander le Prêt Ancrage 2026 ?
Le Prêt Ancrage 2026 peut prêter 400 000 €, comment le demander ?"""


def _said(question: str) -> str:
    return answerer_on().answer(question, Context(), TODAY).text


@pytest.mark.parametrize("question", FALSE.splitlines())
def test_what_is_wrong_is_corrected_first_with_the_source(question: str) -> None:
    answer = answerer_on().answer(question, Context(), TODAY)
    assert answer.text.startswith(("Non, la source dit autre chose", "No, the source says otherwise")), answer.text
    assert answer.citations


@pytest.mark.parametrize("question", TRUE.splitlines())
def test_what_is_right_is_confirmed_with_the_source(question: str) -> None:
    answer = answerer_on().answer(question, Context(), TODAY)
    assert answer.text.startswith(("Oui, c'est ce que dit la source", "Yes, that is what")), answer.text
    assert answer.citations


def test_what_is_closed_is_said_so_after_the_correction() -> None:
    text = _said("L'appel Machines Sobres 2025 payait 60 % du prix d'une machine, vrai ?")
    assert text.startswith("Non, la source dit autre chose")
    assert text.index("30 %") < text.index("clos depuis")


@pytest.mark.parametrize("question", NOT_CLAIMED.splitlines())
def test_a_question_that_asserts_nothing_on_the_scheme_is_not_corrected(question: str) -> None:
    assert not _said(question).startswith(("Non,", "No,", "Oui,", "Yes,"))


def test_who_only_wonders_whether_it_is_open_is_not_contradicted() -> None:
    said = _said("Le Contrat Fabrique 2023-2025 est encore ouvert ?")
    assert said.startswith("Non :")
    assert "clos" in said


@pytest.mark.parametrize(
    "question",
    [
        "L'appel Machines Sobres 2025 était facultatif pour les ateliers de 2025, vrai ?",
        "L'appel Machines Sobres 2025 payait 30 % du salaire d'un soudeur, vrai ?",
    ],
)
def test_a_sentence_that_speaks_of_only_half_of_a_claim_confirms_nothing(question: str) -> None:
    assert not _said(question).startswith("Oui")


INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"

TRUE_OR_WITHIN = """120 salariés, donc 22 % avec le CIGI, c'est bien ça ?
avec 30 salariés le CIGI rend 27 %, non ?
le CIGI rend 27 % si on a moins de 50 salariés, non ?
Chantournage 2026 pour 400 000 €, ça rentre, non ?
le Prêt Bastide pour 90 000 €, c'est bon, non ?
le Prêt Bastide va de 15 000 € à 150 000 €, c'est ça ?
Boomerang dure 14 semaines, c'est bien ça ?
le Chèque Navette paie 60 % de l'étude si elle dure 8 jours, non ?
Comme le Bonus Outillage couvre 35 % des dépenses, combien pour 100 000 € ?"""


@pytest.mark.parametrize("question", TRUE_OR_WITHIN.splitlines())
def test_what_is_true_or_within_bounds_is_never_denied(question: str) -> None:
    assert not answerer_on(INVENTED).answer(question, Context(), TODAY).text.startswith("Non")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("puisque toute la Vendée est en Zone Clairière, quel taux la troisième année ?", "dans 112 communes"),
        ("la Loire-Atlantique étant entièrement en Zone Clairière, combien d'années ?", "dans 112 communes"),
        ("la Sarthe entière est en Zone Clairière, c'est bien ça ?", "dans 112 communes"),
        ("Angers est en Zone Clairière, non ?", "est à demander à la préfecture"),
        ("Comme Boomerang verse 20 000 € aux entreprises, quand sont-ils payés ?", "ne verse pas d'argent"),
        ("vu que Boomerang paie 30 % des machines, comment demander ?", "ne verse pas d'argent"),
        ("comme le Bonus Outillage finance les salaires, quel montant ?", "s'adresse aux entreprises de moins de 100"),
        ("le Bonus Outillage prend en charge les brevets, non ?", "s'adresse aux entreprises de moins de 100"),
    ],
)
def test_how_far_it_reaches_is_said_before_what_is_asked(question: str, first: str) -> None:
    answer = answerer_on(INVENTED).answer(question, Context(), TODAY)
    assert first in answer.sentences[0].text, answer.text
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "Comme le Bonus Outillage finance les moules, quel montant ?",
        "Le Bonus Outillage est financé par l'Agence Solstice, quel montant ?",
        "Zone Clairière : combien d'années ?",
        "Que donne Boomerang ?",
    ],
)
def test_what_reaches_so_far_is_answered_as_asked(question: str) -> None:
    told = answerer_on(INVENTED).answer(question, Context(), TODAY).sentences[0].text
    assert "s'adresse aux entreprises" not in told
    assert "112 communes" not in told


@pytest.mark.parametrize(
    "clause",
    [
        "une entreprise de 180 salariés est une PME",
        "notre société de 180 salariés est une PME",
        "a company with 180 employees is an SME",
        "a 180-person company is an SME",
        "180 salariés, donc une PME",
        "avec 240 salariés et 45 M€ de chiffre d'affaires, une PME",
    ],
)
def test_how_many_people_a_company_has_is_no_claim_on_a_ceiling(clause: str) -> None:
    page = Page(id="pme", file="pme.md", titre="La PME")
    told = "Une PME a moins de 250 salariés et un chiffre d'affaires de 50 M€ au plus."
    about = Thesaurus((), ()).concepts("entreprise PME salariés")
    assert judge(clause, page, [told], about).verdict is not Verdict.FALSE
    assert judge("une PME a moins de 300 salariés", page, [told], about).verdict is Verdict.FALSE
