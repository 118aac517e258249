"""Applying in one's own order and words, and repairing what was said, as stories."""

from dataclasses import replace

import pytest
from pydantic import BaseModel

from bot.dialogue.engine import TalkEngine
from bot.errors import ModelUnavailable
from bot.intake.modelled import HelpedReader
from tests.talks.stories import TO_THE_RECAP, TO_THE_STAGE
from tests.talks.story import Talk, abilities_on

PROJECT = "On est Duval Sièges, 42 salariés à Vesoul, on veut rapatrier nos assises de Pologne, 1,2 M€"
UNDERSTOOD = {
    "company": "Duval Sièges",
    "department": "70",
    "town": "70550",
    "employees": 42,
    "product": "assises",
    "made_today": "Pologne",
    "investment": 1_200_000,
}


@pytest.mark.parametrize(
    "first",
    [
        f"> je veux candidater : {PROJECT}",
        f"> {PROJECT}",
        f"> /candidater {PROJECT}",
        f"> /candidater\n> {PROJECT}",
        f"> Bonjour, je souhaite postuler. {PROJECT}",
        f"> I would like to apply: {PROJECT}",
    ],
)
def test_one_sentence_fills_all_that_it_holds(talk: Talk, first: str) -> None:
    talk.expect(
        first
        + """
        < J'ai noté : Entreprise : Duval Sièges
        < Effectif : 42
        < Commune : Vesoul (Haute-Saône)
        < Investissement : 1 200 000 €
        < numéro SIREN
        """
    )
    assert talk.state.draft is not None
    assert talk.state.draft.values == UNDERSTOOD


def test_only_what_is_missing_is_asked(talk: Talk) -> None:
    talk.expect(
        f"> je veux candidater : {PROJECT}"
        + """
        > passer
        < Prénom et nom
        > Camille Duval, camille@duval.example, 06 12 34 56 78
        < E-mail : camille@duval.example
        < Téléphone : 06 12 34 56 78
        < Où en est votre projet
        > on a un prototype
        < Quand voulez-vous commencer
        > dans 6 mois
        < Combien d'emplois
        > une dizaine
        < De quoi avez-vous besoin
        > tout
        > passer
        < Votre accord
        > oui
        < Voici votre candidature
        < Démarrage : mai 2027
        [Envoyer]
        < RELOC-BFC-2026-0001
        """
    )
    assert talk.sent[0].fields["jobs"] == 10


def test_a_wish_alone_opens_the_form_and_a_question_about_it_does_not(talk: Talk) -> None:
    talk.expect("> comment candidater ?\n<! Étape 1\n> je voudrais candidater\n< Étape 1 sur 16")


def test_a_figure_given_elsewhere_goes_to_its_own_field(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > camille@duval.example
        < J'ai noté : E-mail : camille@duval.example
        < Étape 1
        > Duval Sièges
        > 45 salariés
        < J'ai noté : Effectif : 45
        < Étape 2
        """
    )


@pytest.mark.parametrize(
    ("said", "label", "key", "value"),
    [
        ("non, 45 salariés", "Effectif : 45", "employees", 45),
        ("en fait c'est à Dijon", "Commune : Dijon (Côte-d'Or)", "town", "21231"),
        ("corrige l'e-mail : x@y.example", "E-mail : x@y.example", "email", "x@y.example"),
        ("pardon, le téléphone c'est 07 68 12 34 56", "Téléphone : 07 68 12 34 56", "phone", "+33768123456"),
        ("je me suis trompé, l'entreprise s'appelle Martin Bois", "Entreprise : Martin Bois", "company", "Martin Bois"),
        ("change le contact : Alice Martin", "Contact : Alice Martin", "contact", "Alice Martin"),
        ("no, 45 employees", "Effectif : 45", "employees", 45),
        ("finalement la Roumanie", "Fabriqué aujourd'hui : Roumanie", "made_today", "Roumanie"),
    ],
)
def test_an_earlier_answer_is_corrected_at_any_time(talk: Talk, said: str, label: str, key: str, value: object) -> None:
    talk.expect(f"{TO_THE_STAGE}\n> {said}\n< Correction prise en compte\n< {label}\n< Où en est votre projet")
    assert talk.state.draft is not None
    assert talk.state.draft.values[key] == value


def test_a_line_that_is_never_asked_for_is_corrected_at_its_place_in_the_form(talk: Talk) -> None:
    talk.expect(
        f"{TO_THE_STAGE}\n> corriger les opérations\n"
        + """
        < Étape 8 sur 16
        > retour
        < Étape 8 sur 16
        < produit
        """
    )


def test_the_answer_just_given_is_corrected_without_naming_it(talk: Talk) -> None:
    talk.expect(TO_THE_STAGE + "\n> idée\n> 2 M€\n< Noté : 2 000 000 €\n> non, 3 M€\n< Investissement : 3 000 000 €")


def test_the_recap_is_corrected_by_number_by_name_and_by_sentence(talk: Talk) -> None:
    talk.expect(
        TO_THE_RECAP
        + """
        > 4
        < Réponse actuelle : camille@duval.example
        > c.duval@duval.example
        < 4. E-mail : c.duval@duval.example
        > Effectif
        < Réponse actuelle : 40
        > 45
        < Effectif : 45
        > non, 12 emplois
        < Correction prise en compte : Emplois : 12
        < Emplois : 12
        > c'est à Dijon
        < Commune : Dijon
        < Département : Côte-d'Or (21)
        > corriger
        < Quelle ligne
        [Retour au récapitulatif]
        < Voici votre candidature
        """
    )


def test_a_slip_in_an_address_is_proposed(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > passer
        > Camille Duval
        > camille@gmial.com
        < Est-ce bien cette adresse
        < [camille@gmail.com]
        < [camille@gmial.com]
        > oui
        < Noté : camille@gmail.com
        > corrige l'e-mail
        > camille @ duval.example
        < [camille@duval.example]
        [camille@duval.example]
        < Noté : camille@duval.example
        > corrige l'e-mail
        > camille@gmial.com
        > non
        < Noté : camille@gmial.com
        """
    )


def test_a_name_of_several_communes_is_chosen(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > passer
        > Camille Duval
        > camille@duval.example
        > passer
        > Saint-Aubin
        < Plusieurs lieux
        [Saint-Aubin (Jura)]
        < Noté : Saint-Aubin (Jura)
        """
    )
    assert talk.state.draft is not None
    assert talk.state.draft.values["department"] == "39"


def test_questions_about_the_form_are_answered_and_the_step_comes_back(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > c'est quoi un SIREN ?
        < numéro à 9 chiffres qui identifie
        < Étape 2
        > c'est payant ?
        < Je ne trouve pas cela
        < Étape 2
        > pourquoi ?
        < factures
        < Étape 2
        > je n'en ai pas
        < Étape 3
        """
    )


def test_a_needed_answer_refused_twice_is_left_to_the_adviser(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > passer
        > passer
        < nécessaire
        > passer
        < un conseiller vous la demandera
        < Étape 4
        """
    )
    assert talk.state.draft is not None
    assert talk.state.draft.doubtful == ("contact",)


def test_starting_over_by_word(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + "\n> recommencer\n< candidature commencée\n> tout recommencer\n< Étape 1 sur 16\n<! Réponse actuelle"
    )


def test_a_project_told_to_find_money_is_answered_and_opens_no_form(talk: Talk) -> None:
    talk.expect(f"> {PROJECT}, on cherche des financements\n< 55 000 €\n<! Étape")


def test_a_wish_to_apply_in_the_middle_of_a_form_is_no_answer(talk: Talk) -> None:
    talk.expect("> /candidater\n> je veux candidater\n< candidature commencée")
    assert talk.state.draft is not None
    assert talk.state.draft.values == {}


STORY = (
    "je veux candidater : chez nous à l'atelier Duval on coule des coques, elles viennent de Bydgoszcz depuis dix ans"
)


def test_what_a_chat_model_found_is_shown_and_may_be_corrected(talk: Talk) -> None:
    def fill(schema: type[BaseModel], _text: str) -> BaseModel:
        return schema(company="atelier Duval", product="coques", made_today="Bydgoszcz", employees="500")

    talk.engine = TalkEngine(replace(abilities_on(talk.database), extract=HelpedReader(fill)))
    talk.expect(f"> {STORY}\n< J'ai noté : Entreprise : atelier Duval · Produit ou pièces : coques\n< Bydgoszcz")
    talk.expect(
        "<! 500\n> non, le produit c'est des hélices\n< Correction prise en compte : Produit ou pièces : des hélices"
    )


def test_a_chat_model_that_fails_leaves_the_form_as_it_is_without_one(talk: Talk) -> None:
    def fill(_schema: type[BaseModel], _text: str) -> BaseModel:
        raise ModelUnavailable("down")

    talk.engine = TalkEngine(replace(abilities_on(talk.database), extract=HelpedReader(fill)))
    talk.expect(f"> je veux candidater : {PROJECT}\n< J'ai noté : Entreprise : Duval Sièges\n< numéro SIREN")


def test_a_choice_told_in_a_sentence_brings_what_else_it_holds(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + """
        > On a commencé les études, démarrage en septembre 2027, 6 emplois
        < Noté : Étude en cours
        < Démarrage : septembre 2027
        < Emplois : 6
        """
    )
    assert talk.state.draft is not None
    assert talk.state.draft.values["jobs"] == 6
