"""After sending: steps told and shown, corrections answered in the talk, letters both ways, several applications."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.answers.types import Language
from bot.dialogue import telling
from bot.dialogue.messages import plain_text
from bot.intake.life import Act
from bot.store import corrections, correspondence, life
from bot.store.corrections import NewCorrection
from bot.store.life import Change
from bot.store.tables import ApplicationEventRow, ApplicationMessageRow, ApplicationRow, ApplicationStatus, CohortRow
from tests.talks.stories import SENT, TO_THE_RECAP
from tests.talks.story import NOW, Talk

FIRST = "RELOC-BFC-2026-0001"


def ask(talk: Talk, field: str, message: str, reference: str = FIRST) -> None:
    """The desk asks for a correction, and the applicant is told."""
    with talk.database.transaction() as session:
        row = life.locked(session, reference)
        assert row is not None
        new = NewCorrection(field=field, message=message, asked_by="Inès Martin", old_value=row.fields.get(field))
        number = corrections.ask(session, row.id, new, NOW)
        change = Change(who="Inès Martin", what=Act.ASK_CORRECTION)
        life.move(session, row, ApplicationStatus.CORRECTION_ASKED, change, NOW)
        asked = [each for each in corrections.of_application(session, row.id) if each.id == number]
    talk.told(telling.corrections_asked("fr", reference, asked))


def row_of(talk: Talk, reference: str = FIRST) -> ApplicationRow:
    with talk.database.reading() as session:
        return session.scalars(select(ApplicationRow).where(ApplicationRow.reference == reference)).one()


def letters(talk: Talk) -> list[tuple[str, str]]:
    with talk.database.reading() as session:
        rows = session.scalars(select(ApplicationMessageRow).order_by(ApplicationMessageRow.id))
        return [(row.direction, row.text) for row in rows]


def test_what_happens_next_and_when_is_said_at_once(talk: Talk) -> None:
    talk.expect(
        SENT
        + """
        < Elle est à la CCI Bourgogne-Franche-Comté
        < Sans nouvelle le 29 novembre 2026
        """
    )


def test_the_file_tells_each_step_with_its_day(talk: Talk) -> None:
    talk.expect(SENT)
    with talk.database.transaction() as session:
        row = life.locked(session, FIRST)
        assert row is not None
        cohort = CohortRow(
            region="BFC",
            name="Printemps 2027",
            starts_on=date(2027, 3, 1),
            ends_on=date(2027, 6, 30),
            place="Belfort",
            seats=8,
            created_at=NOW,
            updated_at=NOW,
        )
        session.add(cohort)
        session.flush()
        row.cohort_id = cohort.id
        for days, status in ((1, "under_review"), (3, "shortlisted"), (9, "accepted")):
            change = Change(who="Inès Martin", what="step")
            life.move(session, row, ApplicationStatus(status), change, NOW + timedelta(days=days))
    talk.expect(
        """
        > /dossier
        < RELOC-BFC-2026-0001
        < Entreprise : Duval Sièges
        < Le 23 novembre 2026 : à l'étude
        < Le 25 novembre 2026 : présélectionnée
        < Aujourd'hui : acceptée, depuis le 1er décembre 2026
        < Promotion : Printemps 2027, du 1er mars 2027 au 30 juin 2027, Belfort
        < La suite : les ateliers
        """
    )


def test_a_correction_is_answered_in_the_talk(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "phone", "Ce numéro ne répond pas.")
    talk.expect(
        """
        > /dossier
        < une précision vous est demandée
        < Téléphone : Ce numéro ne répond pas.
        [Corriger : Téléphone]
        < Ce numéro ne répond pas.
        < Valeur envoyée : 06 12 34 56 78
        > 06 12
        < Je ne reconnais pas ce numéro
        > 06 98 76 54 32
        < C'est corrigé. Téléphone : 06 98 76 54 32
        < de nouveau à l'étude
        > /corriger
        < Aucune précision n'est attendue
        """
    )
    row = row_of(talk)
    assert (row.status, row.fields["phone"], row.doubtful) == ("under_review", "+33698765432", [])
    assert "0698765432" in row.search


def test_two_failed_tries_do_not_trap(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "phone", "Lequel ?")
    talk.expect("[Corriger : Téléphone]\n> le standard\n> passez par l'accueil\n< telle quelle\n< de nouveau à l'étude")
    row = row_of(talk)
    assert (row.fields["phone"], row.doubtful) == ("passez par l'accueil", ["phone"])


def test_a_question_in_the_middle_comes_back_to_the_correction(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "investment", "Hors taxes ?")
    talk.expect(
        """
        [Corriger : Investissement]
        > Combien peut-on emprunter avec le prêt ?
        < Le prêt va jusqu'à 55 000 €
        < Le conseiller demande, pour « Investissement »
        > 900 k€
        < Investissement : 900 000 €
        """
    )
    assert row_of(talk).fields["investment"] == 900_000


def test_choices_are_corrected_by_a_button_or_a_name(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "stage", "Où en êtes-vous ?")
    talk.expect("[Corriger : Avancement]\n< [Prototype]\n[Prototype]\n< Avancement : Prototype")
    ask(talk, "needs", "Précisez.")
    talk.expect("[Corriger : Besoins]\n< 2. Partenaires industriels\n> 1, 3\n< Besoins : Financement, Étude de marché")
    assert row_of(talk).fields["needs"] == ["funding", "market"]


def test_several_corrections_are_listed_and_counted(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "phone", "Un autre numéro ?")
    ask(talk, "email", "Cette adresse revient.")
    talk.expect(
        """
        > /corriger
        < Téléphone : Un autre numéro ?
        < E-mail : Cette adresse revient.
        [Corriger : E-mail]
        > paul@duval.example
        < Il reste une précision
        > /corriger
        > 06 98 76 54 32
        < de nouveau à l'étude
        """
    )


def test_a_correction_that_is_no_longer_awaited_is_told_so(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "phone", "Un autre numéro ?")
    talk.expect("[Corriger : Téléphone]\n> 06 98 76 54 32\n[[Corriger : Téléphone]]\n< n'est plus attendue")


def test_a_correction_may_be_left_for_later(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "phone", "Un autre numéro ?")
    talk.expect("[Corriger : Téléphone]\n[Non, ne rien changer]\n< je ne change rien\n> Quel prêt ?\n< 55 000 €")
    assert row_of(talk).status == "correction_asked"


def test_letters_go_both_ways(talk: Talk) -> None:
    talk.expect(SENT)
    row = row_of(talk)
    with talk.database.transaction() as session:
        correspondence.write(session, row.id, correspondence.Direction.TO_APPLICANT, "Inès", "On s'appelle ?", NOW)
    talk.told(telling.adviser_wrote("fr", FIRST, "Inès Martin", "On s'appelle ?"))
    talk.expect("[Répondre]\n< Écrivez votre message\n> Oui, demain à 10 h ?\n< C'est transmis au conseiller")
    assert letters(talk) == [("to_applicant", "On s'appelle ?"), ("from_applicant", "Oui, demain à 10 h ?")]
    with talk.database.reading() as session:
        assert "answer" in session.scalars(select(ApplicationEventRow.what)).all()
        assert session.scalars(select(ApplicationMessageRow.read_at)).first() == NOW
    talk.expect("> /dossier\n< Messages échangés avec la CCI : 2\n> /repondre Et le plan ?\n< C'est transmis")
    assert letters(talk)[-1] == ("from_applicant", "Et le plan ?")


def test_a_letter_is_given_up_or_forgotten_and_nothing_goes(talk: Talk) -> None:
    talk.expect(SENT + "\n> /repondre\n< Écrivez votre message\n> annuler\n< je ne change rien\n> /repondre")
    talk.now = NOW + timedelta(hours=3)
    talk.expect("> Quel prêt ?\n< 55 000 €")
    assert letters(talk) == []


def test_a_document_beside_a_letter_goes_to_that_application(talk: Talk) -> None:
    talk.expect(SENT + "\n> /dossier\n[Écrire au conseiller]")
    talk.attach("plan.pdf", text="Voici le plan")
    talk.expect(f"< Le conseiller le voit dans la candidature {FIRST}\n< C'est transmis")
    assert letters(talk) == [("from_applicant", "Voici le plan")]


def test_without_an_application_nobody_can_be_written_to(talk: Talk) -> None:
    talk.expect("> /repondre bonjour\n< pas encore de candidature envoyée\n> /corriger\n< Aucune précision")


def test_several_applications_are_chosen_from(talk: Talk) -> None:
    talk.expect(SENT + TO_THE_RECAP.replace("< une question à la fois\n", "") + "[Envoyer]")
    talk.expect(
        """
        > /dossier
        < RELOC-BFC-2026-0002, envoyée le 22 novembre 2026 : reçue par la CCI
        < De quelle candidature
        [RELOC-BFC-2026-0001]
        < Aujourd'hui : reçue par la CCI
        > /repondre
        [RELOC-BFC-2026-0002]
        > Bonjour
        < (candidature RELOC-BFC-2026-0002)
        """
    )


def test_nobody_acts_on_another_persons_application(talk: Talk) -> None:
    talk.expect(SENT)
    ask(talk, "phone", "Un autre numéro ?")
    other = Talk(talk.database, address="2002", shown=list(talk.shown))
    other.expect("[Corriger : Téléphone]\n< n'est plus attendue")
    other.told(telling.adviser_wrote("fr", FIRST, "Inès", "?"))
    other.expect("[Répondre]\n< ne fonctionne plus")
    assert row_of(talk).status == "correction_asked"


@pytest.mark.parametrize("language", [*Language])
def test_a_cohort_is_told_with_its_days(language: Language) -> None:
    words = telling.cohort_in_words(
        language, name="Printemps 2027", starts_on=date(2027, 3, 1), ends_on=date(2027, 6, 30), place="Belfort"
    )
    said = plain_text(telling.status_changed(language, FIRST, ApplicationStatus.ACCEPTED, cohort=words))
    assert "Printemps 2027" in said
    assert "2027" in words.split(",")[1]
