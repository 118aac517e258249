"""Lists and counts come from records by filters, on the invented knowledge."""

import pytest

from bot.answers.types import Answer, Context, Reason, Thread
from tests.answers.invented import TODAY, answerer_on


def _ask(question: str, context: Context | None = None) -> Answer:
    return answerer_on().answer(question, context or Context(), TODAY)


NO_GUARANTEE = """quels prêts sans garantie ?
prêts sans caution
liste des prêts sans garantie
which loans without guarantee?
y a-t-il des prêts sans garantie ?
je cherche un prêt sans garantie
quels sont les prêts sans aucune garantie ?
kel pret sans garantie"""


@pytest.mark.parametrize("question", NO_GUARANTEE.splitlines())
def test_what_only_prose_says_is_a_filter_too(question: str) -> None:
    answer = _ask(question)
    assert "Prêt Houle" in answer.text
    assert "Prêt Ancrage" in answer.text
    assert any("garantie" in citation.passage for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("aides ouvertes en Bretagne pour une machine", "Pass Atelier", "Fonds Mirabelle"),
        ("quelles subventions dans le Grand Est ?", "dans le Grand Est (subvention)", "Pass Atelier"),
        ("aides de la Banque Calderon", "Avance Prototype", "Agence Solveig"),
        ("qui finance un prototype ?", "Chèque Maquette", "Pass Atelier"),
        ("aides closes", "clos depuis le", "Prêt Houle"),
        ("aides à venir", "ouvre le", "clos"),
        ("les aides jusqu'à 50 000 €", "plafond de 50 000 € au plus", "Fonds Gouvernail"),
        ("les aides de plus de 2 M€", "Fonds Gouvernail", "Chèque Maquette"),
        ("crédits d'impôt", "Retour d'Atelier", "Prêt"),
        ("quelles aides nationales pour embaucher ?", "partout en France", "Prime Embauche d'Atelier"),
        ("which grants for machines in Brittany?", "Pass Atelier", "Mirabelle"),
        ("quelles aides pour une entreprise de 600 salariés en Occitanie ?", "600 salariés", "Prêt Ancrage"),
    ],
)
def test_each_filter_narrows_the_list(question: str, holds: str, lacks: str) -> None:
    answer = _ask(question)
    assert holds in answer.text
    assert lacks not in answer.text
    assert not answer.abstained


def test_a_number_in_the_middle_of_a_sentence_has_no_capital() -> None:
    assert " Whether two others are open must be checked." in _ask("which schemes are open?").text
    assert " Deux autres ont une ouverture à vérifier." in _ask("quelles aides ouvertes ?").text


def test_a_place_is_shown_by_its_official_name() -> None:
    assert "(à Épinal)" in _ask("partenaires à epinal").text


@pytest.mark.parametrize(
    "question",
    [
        "combien d'aides en Occitanie ?",
        "combien de subventions ?",
        "combien y a-t-il de prêts ?",
        "how many grants in Brittany?",
        "combien de dispositifs de l'Agence Solveig",
        "nombre d'aides closes ?",
        "combien d'écoles dans le Grand Est",
        "combien de clusters en Bretagne ?",
    ],
)
def test_a_count_comes_first_in_figures(question: str) -> None:
    assert _ask(question).text[0].isdigit()


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("qui fait du tricotage dans les Vosges ?", "Maille Vosges"),
        ("quelles écoles dans le Grand Est ?", "Alma Verdon"),
        ("quels fournisseurs certifiés ISO 17025 ?", "Plateforme Abysse"),
        ("quels partenaires à Brest ?", "Brest"),
        ("quels clusters en Bretagne ?", "Pôle Filin"),
        ("qui fait du tricotage en Bretagne ?", "Ailleurs"),
        ("who does rope braiding?", "Pôle Filin"),
        ("liste des partenaires dans le 88", "Maille Vosges"),
    ],
)
def test_partners_are_found_by_operation_place_kind_and_certification(question: str, holds: str) -> None:
    assert holds in _ask(question).text


def test_an_unknown_certification_is_said_to_be_unknown() -> None:
    answer = _ask("quels fournisseurs certifiés ISO 50001 ?")
    assert answer.reason is Reason.NOT_IN_KNOWLEDGE
    assert "ISO 50001" in answer.text


def test_an_unknown_word_is_said_instead_of_ignored() -> None:
    assert "« restaurant »" in _ask("quelles subventions pour un restaurant ?").text


DETAIL = """quelles aides ?
quelle aide pour moi ?
Quelles aides pour mon entreprise ?
what funding can I get?
j'ai droit à quoi comme aides ?
ai-je droit à une aide ?
quel financement pour mon projet
je cherche une aide
on peut avoir quoi comme aide ?
what aid is there for us?"""


@pytest.mark.parametrize("question", DETAIL.splitlines())
def test_a_question_without_any_filter_asks_for_the_region(question: str) -> None:
    answer = _ask(question)
    assert answer.reason is Reason.NEEDS_DETAIL
    assert "Bretagne" in answer.text
    assert answer.choices[:3] == ("Bretagne", "Grand Est", "Occitanie")


def test_pages_of_a_list_hold_each_scheme_once() -> None:
    seen: list[str] = []
    answer = _ask("quelles subventions ?", Context(thread=Thread()))
    assert answer.thread
    listed = answer.thread.listed
    while answer.citations:
        seen += [citation.passage_id for citation in answer.citations]
        answer = _ask("les suivants", Context(thread=answer.thread))
    assert len(seen) == len(set(seen)) == len(listed) == 10
    assert answer.text == "La liste est finie : vous avez tout vu."


@pytest.mark.parametrize(
    "made", ["on fabrique des boîtes en Turquie", "we make boxes in Turkey", "nous produisons en Inde"]
)
def test_what_somebody_makes_today_narrows_no_list(made: str) -> None:
    told = _ask(f"{made}, quelles aides en Bretagne ?").text
    assert "en Bretagne" in told
    assert "usine" not in told.splitlines()[0]


UNION = """Quelles aides en Bretagne pour une machine et pour embaucher deux personnes ?
en Bretagne, on achète une presse à 600 000 et on va embaucher 4 gars, quelles aides ?
quelles aides en Bretagne pour recruter et acheter un robot ?
which schemes in Brittany for hiring two people and buying a machine?
quelles subventions en Bretagne pour un robot, et pour recruter un opérateur ?
Bretagne : nous voulons embaucher et acheter une machine. Quels dispositifs ?
aides en Bretagne pour une machine ou une embauche
quelles aides pour embaucher et remplacer un tour numérique en Bretagne ?"""


@pytest.mark.parametrize("question", UNION.splitlines())
def test_several_needs_are_answered_each_and_each_line_says_which(question: str) -> None:
    text = _ask(question).text
    assert "Pass Atelier" in text
    assert "Prime Embauche d'Atelier" in text
    assert "Pour : recrutement" in text or "For: hiring" in text


ONE_NEED = """quelles aides en Bretagne pour une machine ?
quelles aides en Bretagne pour un robot et une presse ?
which schemes in Brittany for a machine?
quelles aides en Bretagne pour une machine moins gourmande en énergie ?"""


@pytest.mark.parametrize("question", ONE_NEED.splitlines())
def test_one_need_says_of_no_line_what_it_is_for(question: str) -> None:
    text = _ask(question).text
    assert "Prime Embauche d'Atelier" not in text
    assert "Pour :" not in text
    assert "For:" not in text
