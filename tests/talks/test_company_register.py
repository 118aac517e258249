"""The company register in the conversation, as stories: it helps when it can and never stands in the way."""

from collections.abc import Iterator

import pytest

from bot.intake.registry import Registry
from bot.store.database import Database
from bot.store.tables import RegistryCheckRow
from tests.company_register.server import DUVAL, CompanyRegister, a_company
from tests.talks.story import Talk

TO_THE_NUMBER = """
> /candidater
> Duval Sièges
< numéro SIREN
> 732 829 320
"""
TO_THE_END = """
> Camille Duval
> camille@duval.example
> passer
> Vesoul
> Assises
> Pologne
> idée
> passer
> passer
> passer
> passer
> passer
> oui
< Voici votre candidature
"""


@pytest.fixture
def register() -> Iterator[CompanyRegister]:
    with CompanyRegister().running() as register:
        yield register


@pytest.fixture
def talk(sqlite_database: Database, register: CompanyRegister) -> Talk:
    return Talk(sqlite_database, look_up=Registry(register.url, seconds=1.0).look_up)


def test_what_the_register_says_is_taken_once_confirmed(talk: Talk) -> None:
    talk.expect(
        TO_THE_NUMBER
        + """
        < Le registre public des entreprises indique
        < Entreprise : DUVAL SIEGES
        < Adresse : 12 RUE DES FORGES 70000 VESOUL
        < Effectif : 20 à 49
        [Oui, c'est nous]
        < J'ai repris du registre : Adresse : 12 RUE DES FORGES 70000 VESOUL · Activité (NAF) : 31.01Z · Effectif
        < Prénom et nom
        """
        + TO_THE_END
        + """
        < Entreprise : Duval Sièges
        < Effectif : 20 à 49
        [Envoyer]
        < RELOC-BFC
        """
    )
    (application,) = talk.sent
    assert application.fields["address"] == "12 RUE DES FORGES 70000 VESOUL"
    assert application.origins == {"address": "registry", "activity": "registry", "employees": "registry"}
    assert application.doubtful == ()


def test_a_company_that_is_not_theirs_leaves_nothing_behind(talk: Talk, register: CompanyRegister) -> None:
    talk.expect(
        TO_THE_NUMBER + "\n> non\n< Quel est alors le bon numéro\n< Réponse actuelle : 732 829 320\n> 552 100 554"
    )
    draft = talk.state.draft
    assert draft is not None
    assert "address" not in draft.values
    assert draft.values["siren"] == "552100554"


def test_what_the_person_said_stays_and_may_be_said_after_the_question(talk: Talk) -> None:
    talk.expect(
        TO_THE_NUMBER
        + """
        > c'est quoi un SIREN ?
        < 9 chiffres
        < Est-ce bien votre entreprise
        > on a 12 salariés
        < J'ai noté : Effectif : 12
        < Est-ce bien votre entreprise
        > oui c'est nous
        < J'ai repris du registre : Adresse
        <! Effectif : 20
        """
    )
    assert talk.state.draft is not None
    assert talk.state.draft.values["employees"] == 12


def test_neither_yes_nor_no_never_traps(talk: Talk) -> None:
    talk.expect(TO_THE_NUMBER + "\n> hmm\n< par oui ou par non\n> je vois\n< un conseiller vérifiera\n< Prénom et nom")
    assert talk.state.draft is not None
    assert talk.state.draft.doubtful == ("siren",)


@pytest.mark.parametrize("fault", ["garbage", 429, 503, "cut"])
def test_a_register_that_fails_never_blocks_and_is_asked_again_later(
    talk: Talk, register: CompanyRegister, fault: str | int
) -> None:
    register.fault = fault
    talk.expect(
        TO_THE_NUMBER
        + "\n< sera vérifié plus tard\n< Prénom et nom"
        + TO_THE_END.replace("> Vesoul\n", "> Vesoul\n> 42\n")
        + "\n< SIREN ou SIRET : 732 829 320 (à vérifier)\n[Envoyer]\n< RELOC-BFC"
    )
    (application,) = talk.sent
    assert (application.siren, application.doubtful) == (DUVAL, ("siren",))
    with talk.database.reading() as session:
        assert [row.number for row in session.query(RegistryCheckRow)] == [DUVAL]


@pytest.mark.parametrize(
    ("company", "said"), [(None, "ne connaît pas ce numéro"), (a_company(etat_administratif="C"), "est fermé")]
)
def test_an_unknown_or_closed_company_is_told_and_goes_on(
    talk: Talk, register: CompanyRegister, company: dict[str, object] | None, said: str
) -> None:
    register.companies = {DUVAL: company} if company else {}
    talk.expect(f"{TO_THE_NUMBER}\n< {said}\n< Prénom et nom")
    assert talk.state.draft is not None
    assert talk.state.draft.doubtful == ("siren",)


def test_a_company_that_asked_not_to_be_shown_is_right_and_shows_nothing(talk: Talk, register: CompanyRegister) -> None:
    register.companies = {DUVAL: a_company(statut_diffusion="P")}
    talk.expect(TO_THE_NUMBER + "\n<! registre\n< Prénom et nom")
    assert talk.state.draft is not None
    assert talk.state.draft.doubtful == ()


def test_another_number_takes_away_what_the_register_had_said(talk: Talk, register: CompanyRegister) -> None:
    talk.expect(TO_THE_NUMBER + "\n> oui\n> non, le SIREN c'est 552 100 554\n< ne connaît pas ce numéro")
    assert talk.state.draft is not None
    assert talk.state.draft.values == {"company": "Duval Sièges", "siren": "552100554"}


def test_the_register_is_asked_once_for_each_number(talk: Talk, register: CompanyRegister) -> None:
    talk.expect(TO_THE_NUMBER + "\n> oui\n> Camille Duval\n> camille@duval.example")
    assert [asked["q"] for asked in register.asked] == [DUVAL]
