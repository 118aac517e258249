"""Planted defects: each figure sees the one it is there for, and only perfection is perfect."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.answers.evaluation import Point, ask_all, curve, report
from bot.answers.judging import Judged
from tests.answers.examined import FILE, answered, expected, judged, refused

RIGHT = "Le Prêt Boréal va de 10 000 € à 90 000 €."


def _figures(*cases: Judged, closed: dict[str, date | None] | None = None) -> dict[str, Any]:
    told = report(cases, closed or {})
    return {name: getattr(value, "value", value) for name, value in told.items()}


def _right(**more: Any) -> Judged:
    return judged(expected(all_of="90 000 €", kind="answerable"), answered(RIGHT, **more))


def test_perfect_answers_have_perfect_figures() -> None:
    figures = _figures(_right(), judged(expected("abstain", kind="out_of_scope"), refused()))
    assert (figures["as_expected"], figures["right"], figures["refused_rightly"]) == (1.0, 0.5, 0.5)
    assert (figures["wrong"], figures["refused_wrongly"]) == (0.0, 0.0)
    assert (figures["number_fidelity"], figures["citation_support"], figures["first_citation_right"]) == (1.0, 1.0, 1.0)
    assert (figures["verdicts"], figures["premises_adopted"]) == (0, 0)
    assert figures["expired_announced"] is None
    assert figures["milliseconds"] == 2.0


def test_what_is_refused_and_shown_all_the_same_is_counted_as_refused() -> None:
    said = "Je n'ai pas de réponse sûre à cette question. Ce que j'ai de plus proche :"
    shown = replace(answered(f"{said} {RIGHT}"), abstained=True)
    figures = _figures(judged(expected(all_of="90 000 €"), shown), judged(expected(all_of="90 000 €"), refused()))
    assert (figures["refused_wrongly"], figures["shown_below"], figures["right"]) == (1.0, 0.5, 0.0)


def test_a_figure_that_its_source_lacks_lowers_number_fidelity() -> None:
    assert _figures(_right(), judged(expected(), answered(f"{RIGHT[:-1]} sur 7 ans.")))["number_fidelity"] == 0.5


def test_words_that_the_source_lacks_lower_citation_support() -> None:
    figures = _figures(_right(), judged(expected(), answered("La météo sera belle demain dans toute la région.")))
    assert (figures["citation_support"], figures["number_fidelity"]) == (0.5, 1.0)


def test_a_number_that_cites_nothing_supports_nothing() -> None:
    assert _figures(judged(expected(), answered(RIGHT, cites=(9,))))["citation_support"] == 0.0


def test_an_answer_without_a_source_is_counted() -> None:
    assert _figures(_right(), judged(expected(), answered(RIGHT, cites=())))["answers_cited"] == 0.5


def test_another_document_first_lowers_first_citation_right() -> None:
    assert _figures(_right(), _right(file="financements/autre.md"))["first_citation_right"] == 0.5


def test_a_verdict_and_an_adopted_premise_are_counted() -> None:
    verdict = judged(expected(kind="answerable"), answered("Vous êtes éligible au Prêt Boréal."))
    adopted = judged(expected(kind="false_premise"), answered("Oui, de 10 000 € à 90 000 €."))
    figures = _figures(verdict, adopted)
    assert (figures["verdicts"], figures["premises_adopted"]) == (1, 1)


def test_a_closed_scheme_must_be_said_to_be_closed_with_its_last_day() -> None:
    closed: dict[str, date | None] = {"pb": date(2027, 6, 30), "no-day": None}
    told = judged(expected(), answered("Le Prêt Boréal est clos depuis le 30/06/2027.", about="pb"))
    without_day = judged(expected(), answered("Le Prêt Boréal est clos.", about="pb"))
    silent = judged(expected(), answered(RIGHT, about="pb"))
    no_day_known = judged(expected(), answered("C'est fermé.", about="no-day"))
    open_one = judged(expected(), answered(RIGHT, about="open"))
    assert _figures(told, without_day, silent, no_day_known, open_one, closed=closed)["expired_announced"] == 0.5


def test_wordings_of_one_question_should_have_one_answer() -> None:
    def wording(text: str, group: str, file: str = "a.md") -> Judged:
        return judged(expected(group=group), answered(text, file=file))

    same = [wording("90 000 €.", "g1"), wording("Jusqu'à 90 k€.", "g1")]
    other_figure = [wording("90 000 €.", "g2"), wording("9 000 €.", "g2")]
    other_document = [wording("90 000 €.", "g3"), wording("90 000 €.", "g3"), wording("90 000 €.", "g3", "b.md")]
    equal = judged(expected(group="g1"), answered("90 000 €."))
    also = judged(expected(group="g4").model_copy(update={"documents": ("a.md", FILE)}), answered("7 %."))
    other_file = judged(also.expected, answered("7 %.", file="a.md"))
    assert _figures(equal, judged(equal.expected, answered("90 k€.")), also, other_file)["stable_groups"] == 1.0
    figures = _figures(*same, *other_figure, *other_document)
    assert figures["stable_groups"] == 1 / 3
    assert figures["stable_wordings"] == 5 / 7


def test_the_curve_says_what_fewer_and_surer_answers_would_cost() -> None:
    cases = [_right(sure=0.9), _right(sure=0.9), judged(expected(all_of="7"), answered(RIGHT, sure=0.4))]
    cases.append(judged(expected("abstain"), refused()))
    assert curve(cases) == [Point(0.9, 0.5, 0.0), Point(0.4, 0.75, 1 / 3)]
    assert curve([]) == []
    many = [_right(sure=step / 100) for step in range(100)]
    assert len(curve(many)) == 10
    assert curve(many)[-1].answered == 1.0


def test_asking_measures_the_time_of_each_question() -> None:
    cases = ask_all([expected(all_of="90 000 €")], lambda _question: answered(RIGHT))
    assert cases[0].as_expected
    assert cases[0].milliseconds >= 0
