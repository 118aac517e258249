"""Answers of the form as people type them."""

from datetime import date
from typing import Any

import pytest

from bot.intake.checks import Checked, Problem, check
from bot.intake.form import FIELDS, Field, field_of

TODAY = date(2026, 11, 22)
READ: list[tuple[str, str, Any]] = [
    ("company", " Duval   Sièges ", "Duval Sièges"),
    ("company", "« Duval »", "Duval"),
    ("company", "Ici Duval Sièges", "Duval Sièges"),
    ("company", "notre entreprise s'appelle Duval", "Duval"),
    ("company", "none", None),
    ("company", "Pas encore créée", None),
    ("company", "elle n'est pas encore créée", None),
    ("company", "en cours de création", None),
    ("company", "je n'ai pas encore d'entreprise", None),
    ("company", "Not created yet", None),
    ("company", "Création Bois", "Création Bois"),
    ("siren", "732 829 320", "732829320"),
    ("siren", "SIREN : 732829320", "732829320"),
    ("siren", "732 829 320 00074", "73282932000074"),
    ("siren", "FR 44 732 829 320", "732829320"),
    ("siren", "356 000 000 00048", "35600000000048"),
    ("contact", "je m'appelle Camille Duval", "Camille Duval"),
    ("contact", "李明", "李明"),
    ("email", "Camille Duval <Camille@Duval.example>", "Camille@duval.example"),
    ("email", "mon mail : camille@duval.example.", "camille@duval.example"),
    ("phone", "06 12 34 56 78", "+33612345678"),
    ("phone", "06.12.34.56.78", "+33612345678"),
    ("phone", "+33 (0)6 12 34 56 78", "+33612345678"),
    ("phone", "0033 6 12 34 56 78", "+33612345678"),
    ("phone", "appelez le 0612345678", "+33612345678"),
    ("phone", "0692 12 34 56", "+262692123456"),
    ("phone", "0262 20 20 20", "+262262202020"),
    ("phone", "+49 30 901820", "+4930901820"),
    ("department", "Doubs", "25"),
    ("department", "on est à Belfort", "90"),
    ("stage", "ready", "ready"),
    ("stage", "Prêt à investir", "ready"),
    ("stage", "on a un prototype", "prototype"),
    ("stage", "une étude est en cours", "study"),
    ("investment", "1,2 M€", 1_200_000),
    ("investment", "800 k€", 800_000),
    ("investment", "entre 1 et 2 millions", [1_000_000, 2_000_000]),
    ("investment", "500 à 800 k€", [500_000, 800_000]),
    ("investment", "de 500 k€ à 1 M€", [500_000, 1_000_000]),
    ("investment", "1 200 000", 1_200_000),
    ("investment", "1\u202f200\u00a0000 €", 1_200_000),
    ("investment", "1.200.000 euros", 1_200_000),
    ("investment", "50.000", 50_000),
    ("investment", "1.2 million", 1_200_000),
    ("investment", "€1,200,000", 1_200_000),
    ("investment", "un million et demi", 1_500_000),
    ("investment", "environ deux millions d’euros", 2_000_000),
    ("investment", "2 Md€", 2_000_000_000),
    ("investment", "800 €", 800),
    ("investment", "0", 0),
    ("investment", "cinq cent mille", 500_000),
    ("investment", "deux millions cinq cent mille euros", 2_500_000),
    ("investment", "de 500 k€ à 1 M€ HT", [500_000, 1_000_000]),
    ("start", "mars 2027", "2027-03"),
    ("start", "T2 2027", "2027-Q2"),
    ("start", "2e trimestre 2027", "2027-Q2"),
    ("start", "31/12/2026", "2026-12-31"),
    ("start", "dans 6 mois", "2027-05"),
    ("start", "d'ici un an", "2027-11"),
    ("start", "en septembre", "2027-09"),
    ("start", "fin 2027", "2027-Q4"),
    ("start", "premier semestre 2028", "2028-S1"),
    ("start", "dès que possible", "2026-11"),
    ("start", "in 3 months", "2027-02"),
    ("town", "Vesoul", "70550"),
    ("town", "70550", "70550"),
    ("town", "vessoul", "70550"),
    ("town", "Saint-Aubin (Jura)", "39476"),
    ("town", "70000 Vesoul", "70550"),
    ("department", "Saint-Aubin 39410", "39"),
    ("department", "montbelliard", "25"),
    ("department", "Lyon 3e", "69"),
    ("department", "75015", "75"),
    ("department", "St Étienne", "42"),
    ("department", "Neuilly-sru-Marne", "93"),
    ("department", "Athies-suos-Laon", "02"),
    ("town", "Paris (75)", "75056"),
    ("department", "Doubs (25)", "25"),
    ("employees", "une quarantaine", 40),
    ("employees", "42 personnes", 42),
    ("employees", "10 à 20", [10, 20]),
    ("employees", "on est quarante-deux", 42),
    ("email", "mailto:camille@gmial.com", "camille@gmial.com"),
    ("jobs", "12", 12),
    ("jobs", "une quinzaine de salariés", 15),
    ("jobs", "entre 10 et 15", [10, 15]),
    ("jobs", "aucun", 0),
    ("jobs", "a dozen", 12),
    ("needs", "financement et partenaires", ["funding", "partners"]),
    ("needs", "3, 1", ["funding", "market"]),
    ("needs", "tout", ["funding", "partners", "market", "site", "skills", "technology"]),
    ("description", "Une ligne.\nUne autre.", "Une ligne.\nUne autre."),
    ("consent", "J'accepte", "yes"),
    ("consent", "oui", "yes"),
    ("consent", "je n'accepte pas", "no"),
]
REFUSED = [
    ("company", "…", "problem_empty"),
    ("company", "x" * 201, "problem_long"),
    ("siren", "732 829 321", "problem_siren_digits"),
    ("siren", "732 829 320 00075", "problem_siret_digits"),
    ("siren", "12345", "problem_siren_length"),
    ("contact", "06 12 34 56 78", "problem_name"),
    ("contact", "X", "problem_name"),
    ("email", "camille arobase duval", "problem_email"),
    ("email", "camille@duval", "problem_email"),
    ("phone", "123", "problem_phone"),
    ("phone", "06 12 34 56", "problem_phone"),
    ("department", "Atlantide", "problem_department"),
    ("department", "loir", "problem_department_choose"),
    ("department", "Bourgogne-Franche-Comté", "problem_department_region"),
    ("stage", "on verra", "problem_choice"),
    ("stage", "étude et prototype", "problem_choice"),
    ("investment", "beaucoup", "problem_amount"),
    ("investment", "-5", "problem_amount"),
    ("investment", "1,200", "problem_amount"),
    ("investment", "1 M 200", "problem_amount"),
    ("investment", "800", "problem_amount_unit"),
    ("investment", "1,2", "problem_amount_unit"),
    ("jobs", "3,5", "problem_count"),
    ("jobs", "-3", "problem_count"),
    ("jobs", "9999999", "problem_count"),
    ("needs", "9", "problem_choice"),
    ("needs", "rien de tout cela", "problem_choice"),
    ("consent", "peut-être", "problem_consent"),
    ("start", "bientôt", "problem_date"),
    ("start", "32/01/2027", "problem_date"),
    ("town", "Atlantide", "problem_town"),
    ("email", "camille@gmial.com", "problem_email_meant"),
    ("email", "camille arobase duval point example", "problem_email_meant"),
    ("email", "camille @ duval.example", "problem_email_meant"),
    ("department", "Saint-Aubin", "problem_department_choose"),
    ("department", "Vienne", "problem_department_choose"),
    ("consent", "oui mais non", "problem_consent"),
]


@pytest.mark.parametrize(("key", "text", "value"), READ)
def test_an_answer_is_read(key: str, text: str, value: object) -> None:
    assert check(field_of(key), text, TODAY) == Checked(value)


@pytest.mark.parametrize(("key", "text", "problem"), REFUSED)
def test_an_answer_is_refused_with_its_reason(key: str, text: str, problem: str) -> None:
    found = check(field_of(key), text, TODAY)
    assert isinstance(found, Problem)
    assert found.key == problem


def test_a_region_offers_its_departments() -> None:
    found = check(field_of("department"), "Franche-Comté")
    assert isinstance(found, Problem)
    assert found.candidates == ("21", "25", "39", "58", "70", "71", "89", "90")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_every_choice_is_read_by_its_key_and_its_labels(field: Field) -> None:
    for choice in field.choices:
        readings = [check(field, text) for text in (choice.key, choice.label.fr, choice.label.en)]
        assert readings[0] == readings[1] == readings[2]
        assert isinstance(readings[0], Checked)


def test_a_slip_in_an_address_is_proposed_beside_what_was_typed() -> None:
    found = check(field_of("email"), "camille@gmial.com")
    assert isinstance(found, Problem)
    readings = [check(field_of("email"), candidate) for candidate in found.candidates]
    assert readings == [Checked("camille@gmail.com"), Checked("camille@gmial.com")]


def test_a_town_brings_its_department_and_the_other_way_round() -> None:
    town, department = check(field_of("town"), "Vesoul"), check(field_of("department"), "on est à Vesoul")
    assert isinstance(town, Checked)
    assert isinstance(department, Checked)
    assert (town.also, department.also) == ({"department": "70"}, {"town": "70550"})


def test_each_of_several_places_can_be_chosen() -> None:
    found = check(field_of("department"), "Vienne")
    assert isinstance(found, Problem)
    readings = [check(field_of("department"), candidate) for candidate in found.candidates]
    assert readings == [Checked("86"), Checked("38")]
