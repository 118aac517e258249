"""A model's wording of an answer: what holds goes out, and the quotes when it does not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.answers.generation import ModelResting, Request
from bot.answers.rewriting import Rewriter, parsed, verified
from bot.answers.types import Answer, Citation, Language, Sentence, WrittenBy
from bot.catalogue.models import Origin
from bot.errors import ModelUnavailable
from tests.answers.pairs import BOREAL, COBALT, PASSAGES

NOTICE = Sentence("Prêt Boréal est clos depuis le 31 décembre 2027 : on ne peut plus le demander.", (2,), notice=True)
LEAD = Sentence("Il va de 10 000 € à 90 000 €, sur 5 ans au plus.", (1,))
GOOD = "Le Prêt Boréal va de 10 000 € à 90 000 €, sur cinq ans au plus [1]."


class Scripted:
    """A model that says what it is told to, in two pieces."""

    def __init__(self, text: str, error: Exception | None = None) -> None:
        self.text, self.error = text, error
        self.requests: list[Request] = []

    def write(self, request: Request, hear: Callable[[str], None] | None = None) -> str:
        self.requests.append(request)
        if self.error:
            raise self.error
        for end in range(1, len(self.text) + 1):
            if hear:
                hear(self.text[:end])
        return self.text


def _citation(passage: str) -> Citation:
    title, _, text = passage.partition("\n")
    return Citation(document=title, origin=Origin(file=f"{title}.md"), passage=text, passage_id=title)


def _answer(*sentences: Sentence, language: Language = Language.FRENCH) -> Answer:
    return Answer(
        question="Combien ?",
        sentences=sentences or (LEAD,),
        language=language,
        release="one",
        citations=(_citation(BOREAL), _citation(COBALT)),
        rewritable=True,
    )


def _rewritten(text: str, answer: Answer | None = None) -> Answer:
    return Rewriter(Scripted(text)).rewrite(answer or _answer())


def test_a_text_that_holds_goes_out_and_only_its_sources_are_shown() -> None:
    answer = _rewritten(f"{GOOD} Les entreprises en difficulté sont exclues [1].")
    assert answer.text == f"{GOOD[:-5]}. [1] Les entreprises en difficulté sont exclues. [1]"
    assert [citation.document for citation in answer.citations] == ["Prêt Boréal (PBO)"]
    assert answer.written_by is WrittenBy.MODEL


def test_notices_and_frames_stay_in_front_whoever_writes() -> None:
    frame = Sentence("Je ne peux pas dire si votre projet y a droit :")
    answer = _rewritten(GOOD, _answer(frame, NOTICE, LEAD))
    assert [sentence.text for sentence in answer.sentences[:2]] == [frame.text, NOTICE.text]
    assert [sentence.citations for sentence in answer.sentences] == [(), (1,), (2,)]
    assert [citation.passage_id for citation in answer.citations] == ["Aide Cobalt", "Prêt Boréal (PBO)"]


def test_a_notice_that_came_last_still_does() -> None:
    assert _rewritten(GOOD, _answer(LEAD, NOTICE)).sentences[-1].notice


def test_a_sentence_that_fails_is_dropped_and_what_leans_on_it_too() -> None:
    answer = _rewritten(
        f"{GOOD} Il est versé en 3 jours [1]. Elle est exclue [1]. La réponse arrive sous 3 semaines [1]."
    )
    assert [s.text for s in answer.sentences] == [f"{GOOD[:-5]}.", "La réponse arrive sous 3 semaines."]


@pytest.mark.parametrize(
    "text",
    [
        "Le Prêt Boréal va jusqu'à 95 000 € [1]. La réponse arrive sous trois semaines [1].",  # the first one fails
        "Il va de 10 000 € à 90 000 € sur 5 ans au plus [1].",  # whom does it speak of?
        "Cependant, le Prêt Boréal va de 10 000 € à 90 000 € sur 5 ans au plus [1].",
        f"{GOOD} Il est gratuit [1]. Il est immédiat [1]. Il est à Nantes [1].",  # too little is left
        "Les entreprises en difficulté sont exclues du Prêt Boréal [1].",  # not what was asked
        "Le Prêt Boréal va jusqu'à 90 000 € [1].",  # the least amount is missing
        "L'Aide Cobalt payait la moitié d'une étude d'implantation [2].",  # another source than the quotes
        "RIEN",
        "",
    ],
)
def test_an_answer_that_no_longer_holds_together_is_replaced_by_the_quotes(text: str) -> None:
    answer = _rewritten(text)
    assert answer == replace(_answer(), written_by=WrittenBy.REJECTED)


@pytest.mark.parametrize(
    "answer",
    [
        replace(_answer(), rewritable=False),
        replace(_answer(), abstained=True),
        _answer(NOTICE),
    ],
)
def test_lists_refusals_and_bare_notices_are_not_given_to_a_model(answer: Answer) -> None:
    model = Scripted(GOOD)
    assert Rewriter(model).rewrite(answer) == answer
    assert model.requests == []


def test_a_model_that_fails_or_rests_leaves_the_quotes() -> None:
    failed = Rewriter(Scripted("", ModelUnavailable("down"))).rewrite(_answer())
    resting = Rewriter(Scripted("", ModelResting("resting"))).rewrite(_answer())
    assert (failed.sentences, failed.written_by) == ((LEAD,), WrittenBy.REJECTED)
    assert (resting.sentences, resting.written_by) == ((LEAD,), WrittenBy.QUOTES), "it was not asked: nothing is spent"


def test_the_model_reads_each_source_under_its_title() -> None:
    model = Scripted(GOOD)
    Rewriter(model).rewrite(_answer())
    assert model.requests == [Request(question="Combien ?", passages=[BOREAL, COBALT], language=Language.FRENCH)]


def test_only_whole_sentences_that_hold_are_heard_while_the_model_writes() -> None:
    heard: list[str] = []
    text = f"{GOOD} Il est versé en 3 jours [1]. La réponse arrive sous trois semaines [1]."
    Rewriter(Scripted(text)).rewrite(_answer(NOTICE, LEAD), lambda answer: heard.append(answer.text))
    assert len(heard) == 2
    assert all(NOTICE.text in shown and "cinq ans" in shown and "3 jours" not in shown for shown in heard)
    assert "trois semaines" in heard[1]


def test_nothing_is_heard_of_a_text_whose_first_sentence_fails() -> None:
    heard: list[Answer] = []
    Rewriter(Scripted(f"Il coûte 7 € [1]. {GOOD}")).rewrite(_answer(), heard.append)
    assert heard == []


def test_an_english_frame_for_french_quotes_goes_with_them() -> None:
    frame = Sentence("What the source says, in French:")
    lead = Sentence("Prêt Boréal is open until 31 December 2027.", (1,))
    answer = _answer(lead, frame, LEAD, language=Language.ENGLISH)
    written = _rewritten("The Prêt Boréal is open until 31 December 2027 [1].", answer)
    assert written.text == "The Prêt Boréal is open until 31 December 2027. [1]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un. [1] Deux [2].", [("Un.", (1,)), ("Deux.", (2,))]),
        ("Un [1][2]. Deux [1, 3].", [("Un.", (1, 2)), ("Deux.", (1, 3))]),
        ("**Un** [1] et demi.\n- Deux [2]\n3. Trois [3]", [("Un et demi.", (1,)), ("Deux.", (2,)), ("Trois.", (3,))]),
        ("Oui, le prêt est ouvert [1].", [("Le prêt est ouvert.", (1,))]),
        ("Un sans numéro. Deux [2].", [("Un sans numéro.", ()), ("Deux.", (2,))]),
        ("M. Un en a 12,5 % [1].", [("M. Un en a 12,5 %.", (1,))]),
        ("", []),
        ("[1] . [2]", []),
    ],
)
def test_a_text_is_cut_into_sentences_with_their_marks(text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(sentence.text, sentence.citations) for sentence in parsed(text)] == expected


def test_what_is_said_twice_counts_once_and_a_flood_is_not_read() -> None:
    kept = verified(f"{GOOD} " * 200, PASSAGES, Language.FRENCH)
    assert kept is not None
    assert len(kept) == 1
