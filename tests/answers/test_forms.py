"""What would answer a question, and which sentences do."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answers.choosing import Chooser
from bot.answers.forms import Form, form_of, serves
from bot.answers.reading import reading_signals
from bot.answers.signals import Sought
from bot.answers.types import Context, Language
from bot.answers.understanding import Question, Reader
from bot.search.entries import entries_of, vocabulary_of
from bot.search.retrieval import Retriever
from tests.answers.knowledge import read_knowledge

TODAY = date(2026, 11, 24)
INVENTED = Path(__file__).parents[1] / "evals" / "invented" / "knowledge"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(read_knowledge(INVENTED, TODAY), lambda text, _: text)


@pytest.fixture(scope="module")
def chooser() -> Chooser:
    catalogue = read_knowledge(INVENTED, TODAY)
    return Chooser(catalogue, Retriever(entries_of(catalogue), None, None, vocabulary=vocabulary_of(catalogue)).search)


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("Pourquoi la Région a-t-elle arrêté le Fonds Écorce ?", Form.WHY),
        ("Peut-on demander le Visa Client deux fois ?", Form.AGAIN),
        ("Quelle ancienneté faut-il pour le Prêt Bastide ?", Form.AGE),
        ("Combien de projets Souffle Vert a-t-il retenus ?", Form.COUNT),
        ("Combien de jours dure l'Étude Loupiote ?", Form.DURATION),
        ("Le Prêt Bastide se rembourse en combien d'années ?", Form.REPAYMENT),
        ("Quand la permanence a-t-elle lieu ?", Form.DATE),
        ("Jusqu'à quand déposer un dossier ?", Form.ENDING),
        ("Quel taux pour le Bonus Outillage ?", Form.RATE),
        ("le tel de la fonderie", Form.CONTACT),
        ("Combien verse Cap Pignada ?", Form.MONEY),
        ("Le CIGI paie-t-il les murs ?", Form.ANYTHING),
        ("Y a-t-il un coach qui suit mon projet ?", Form.ANYTHING),
        ("Qui préside le jury ?", Form.PERSON),
        ("Dans quelle ville est le pôle ?", Form.PLACE),
        ("De quel pays revient la fabrication ?", Form.COUNTRY),
        ("Selon quelle norme se fait l'audit ?", Form.STANDARD),
        ("Sur quel formulaire se demande le CIGI ?", Form.PAPER),
        ("Quels sont les lauréats ?", Form.NAMES),
    ],
)
def test_a_question_has_the_form_of_what_would_answer_it(
    reader: Reader, chooser: Chooser, question: str, form: Form
) -> None:
    assert form_of(_sought(chooser, _read(reader, question)), question) is form


@pytest.mark.parametrize(
    ("question", "sentence", "served"),
    [
        ("Combien d'entreprises l'ont reçu ?", "Il ne dépasse pas 90 000 € par entreprise.", False),
        ("Combien d'entreprises l'ont reçu ?", "Il a aidé 12 petites entreprises.", True),
        ("Combien coûte la garantie ?", "Elle coûte 0,8 % du capital restant dû.", True),
        ("Quel est le plafond du prêt ?", "C'est un prêt à taux nul.", False),
        ("À partir de quel montant ?", "Le plafond est de 55 000 €.", False),
        ("À partir de quel montant ?", "Les dépenses sont d'au moins 20 000 €.", True),
        ("Combien verse-t-il ?", "Il ne verse pas d'argent.", True),
        ("Quand se réunit le comité ?", "Le comité se réunit le premier mardi de chaque mois.", True),
        ("Jusqu'à quand déposer ?", "Il ouvre le 11 janvier 2027.", False),
        ("Jusqu'à quand déposer ?", "Il se clôt le 11 janvier 2027.", True),
        ("Il se rembourse en combien d'années ?", "Le projet dure 3 ans.", False),
        ("Qui préside le jury ?", "Un jury de cinq industriels choisit.", False),
        ("Qui préside le jury ?", "Odile Ferrand préside le jury.", True),
        ("Qui préside le jury ?", "Le nom de Odile Ferrand n'est pas publié.", False),
        ("Quelle ville ?", "Le pôle est installé à Aubagne.", True),
        ("Pourquoi ?", "Il dure 3 ans.", False),
        ("Pourquoi ?", "Il existe car les fournisseurs manquent.", True),
    ],
)
def test_a_sentence_is_of_use_when_it_shows_what_is_asked(
    reader: Reader, chooser: Chooser, question: str, sentence: str, served: bool
) -> None:
    asked = _read(reader, question)
    best = chooser.drafts(asked, chooser.candidates(asked))[0]
    sought, record = replace(best.sought, said=question), best.candidate.record
    assert serves(form_of(sought, question), sentence, sought, record, chooser.evidence) is served


def test_what_the_record_leaves_out_of_the_question_speaks_against_it(reader: Reader, chooser: Chooser) -> None:
    told = _signals(chooser, _read(reader, "Quel taux pour le Bonus Outillage ?"))
    case = _signals(chooser, _read(reader, "Le Bonus Outillage paie-t-il une camionnette ?"))
    assert told["serves"]
    assert not told["lacks"]
    assert case["lacks"]
    assert case["record_says"] < told["record_says"]
    assert case["unheard_of"]


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Quel est le taux du Bonus Outillage chez Vallauria ?", True),
        ("Quel est le taux du Bonus Outillage à Cholet ?", False),
        ("Quel est le taux du Bonus Outillage pour un moule venu de Chine ?", False),
    ],
)
def test_a_name_of_which_the_record_says_nothing_speaks_against_it(
    reader: Reader, chooser: Chooser, question: str, lacks: bool
) -> None:
    asked = _read(reader, question)
    drafts = chooser.drafts(asked, chooser.candidates(asked))
    bonus = next(one for one in drafts if one.candidate.record.id == "financements/bonus-outillage")
    assert bool(reading_signals(asked, bonus, chooser.evidence, "")["name_lacks"]) is lacks


def _read(reader: Reader, question: str) -> Question:
    return reader.read(question, Context(), Language.FRENCH, TODAY)


def _sought(chooser: Chooser, asked: Question) -> Sought:
    return chooser.drafts(asked, chooser.candidates(asked))[0].sought


def _signals(chooser: Chooser, asked: Question) -> dict[str, float]:
    best = chooser.drafts(asked, chooser.candidates(asked))[0]
    return reading_signals(asked, best, chooser.evidence, "")
