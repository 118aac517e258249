"""Applying by conversation, as stories."""

from bot.store.tables import ApplicationStatus
from tests.talks.stories import SENT, TO_THE_CONSENT, TO_THE_RECAP, TO_THE_STAGE
from tests.talks.story import Talk


def test_a_person_applies_from_the_first_question_to_the_reference(talk: Talk) -> None:
    talk.expect(SENT)
    (application,) = talk.sent
    assert application.reference == "RELOC-BFC-2026-0001"
    assert (application.region, application.department, application.siren) == ("BFC", "70", "732829320")
    assert application.company == "Duval Sièges"
    assert application.fields == {
        "company": "Duval Sièges",
        "siren": "732829320",
        "contact": "Camille Duval",
        "email": "camille@duval.example",
        "phone": "+33612345678",
        "department": "70",
        "town": "70550",
        "employees": 40,
        "product": "Assises de sièges",
        "made_today": "Pologne",
        "stage": "ready",
        "investment": 1_200_000,
        "start": "2027-03",
        "jobs": [10, 15],
        "needs": ["funding", "partners"],
        "description": "Nous voulons fabriquer nos assises près de nos clients.",
        "consent": "2026-11",
    }
    assert application.consent == "2026-11"
    assert application.doubtful == ()


def test_a_company_not_created_yet_is_not_asked_for_its_siren(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        [Pas encore créée]
        < Étape 2 sur 15
        < Prénom et nom
        """
    )


def test_a_person_stops_and_resumes_where_they_were(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + """
        > stop
        < C'est gardé
        > Quel prêt pour mes machines ?
        < 55 000 €
        <! Étape
        > /candidater
        < Duval Sièges, étape 10 sur 16
        [Reprendre]
        < Reprenons
        < Où en est votre projet
        """
    )


def test_a_person_starts_over(talk: Talk) -> None:
    talk.expect(TO_THE_STAGE + "\n> /candidater\n[Tout recommencer]\n< Étape 1 sur 16\n<! Réponse actuelle")


def test_a_question_in_the_middle_comes_back_to_the_same_step(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + """
        > Quel est le montant du prêt ?
        < 55 000 €
        < Revenons à votre candidature
        < Étape 10 sur 16
        > c'est quoi le prêt relocalisation
        < 55 000 €
        < Étape 10 sur 16
        > Idée
        < Étape 11 sur 16
        """
    )


def test_small_talk_is_no_company_name(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > bonjour
        < Avec plaisir.
        < Étape 1 sur 16
        > merci beaucoup
        < Étape 1 sur 16
        > es-tu un humain ?
        < Étape 1 sur 16
        > Duval Sièges
        < Étape 2 sur 16
        """
    )


def test_every_line_of_the_recap_can_be_corrected(talk: Talk) -> None:
    talk.expect(
        TO_THE_RECAP
        + """
        [Emplois]
        < Réponse actuelle : 10 à 15
        > 20
        < Emplois : 20
        > corriger le téléphone
        < Et à quel numéro
        [Garder : 06 12 34 56 78]
        < Voici votre candidature
        [Entreprise]
        [Pas encore créée]
        < Voici votre candidature
        <! SIREN
        [Entreprise]
        > Nouvelle Société
        < SIREN
        > passer
        < SIREN ou SIRET : —
        """
    )


def test_back_shows_the_former_answer_and_skip_leaves_a_line_empty(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + """
        [Retour]
        < Étape 9 sur 16
        < Réponse actuelle : Pologne
        > Roumanie
        < Étape 10 sur 16
        > retour
        < Réponse actuelle : Roumanie
        [Passer]
        < Étape 10 sur 16
        > passer
        < nécessaire
        """
    )


def test_sending_twice_makes_one_application(talk: Talk) -> None:
    talk.expect(SENT + "\n[Envoyer]\n< Ce bouton n'est plus actif\n> envoyer\n<! C'est envoyé")
    assert len(talk.sent) == 1


def test_sending_needs_the_button_of_this_very_recap(talk: Talk) -> None:
    talk.expect(
        TO_THE_RECAP
        + """
        [Emplois]
        > 3
        [[Envoyer]]
        < étape passée
        < Emplois : 3
        """
    )
    assert talk.sent == ()


def test_a_button_of_an_earlier_step_changes_nothing(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE + "\n[Idée]\n< Étape 11\n[[Prototype]]\n< étape passée\n< Étape 11\n[[Passer]]\n< Étape 11"
    )
    assert talk.state.draft is not None
    assert talk.state.draft.values["stage"] == "idea"


def test_two_failed_tries_never_trap_the_person(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval Sièges
        > 123
        < 9 chiffres et un SIRET en a 14
        > 123 456 789
        < telle quelle
        < Prénom et nom
        > Camille Duval
        > camille arobase duval
        < adresse e-mail
        > camille arobase duval
        < telle quelle
        < téléphone
        > passer
        > loir
        < Plusieurs lieux
        < [Loir-et-Cher (41)]
        > Bretagne
        < telle quelle
        """
    )
    draft = talk.state.draft
    assert draft is not None
    assert draft.doubtful == ("siren", "email", "department")


def test_a_doubtful_answer_is_marked_in_the_recap_and_sent_so(talk: Talk) -> None:
    never_understood = "> Atlantide\n< Je ne trouve pas\n> Atlantide\n< telle quelle\n> une quarantaine"
    talk.expect(
        TO_THE_RECAP.replace("> Vesoul\n< Noté : Vesoul (Haute-Saône)\n> une quarantaine", never_understood)
        + """
        < Département : Atlantide (à vérifier)
        [Envoyer]
        < RELOC-FRA-2026-0001
        """
    )
    (application,) = talk.sent
    assert (application.department, application.doubtful) == (None, ("department",))


def test_a_good_answer_is_never_replaced_by_one_that_is_not_understood(talk: Talk) -> None:
    talk.expect(
        TO_THE_RECAP
        + """
        > corriger le département
        > Atlantide
        < Je ne trouve pas
        > Atlantide
        < la réponse d'avant reste
        < Département : Haute-Saône (70)
        > corrige l'e-mail : camille(at)duval
        < Je ne reconnais pas une adresse e-mail
        < Réponse actuelle : camille@duval.example
        [Garder]
        < Voici votre candidature
        """
    )


def test_a_region_outside_the_four_is_told_honestly(talk: Talk) -> None:
    talk.expect(
        TO_THE_RECAP
        + """
        > corriger le département
        > 35
        < quatre régions, et Bretagne n'en fait pas partie
        [Envoyer]
        < RELOC-BRE-2026-0001
        """
    )


def test_without_consent_nothing_is_sent(talk: Talk) -> None:
    talk.expect(
        TO_THE_CONSENT
        + """
        > peut-être
        < J'accepte
        > on verra bien
        < J'accepte
        > je n'accepte pas
        < rien ne part à la CCI
        > /candidater
        [Reprendre]
        < Votre accord
        > j'accepte
        < Voici votre candidature
        """
    )
    assert talk.sent == ()


def test_a_correction_by_editing_the_last_message(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval Siéges
        < Étape 2
        ~ Duval Sièges
        < Correction prise en compte : Entreprise
        < Étape 2
        ~~ Autre chose
        < message plus ancien
        < Étape 2
        """
    )
    assert talk.state.draft is not None
    assert talk.state.draft.values == {"company": "Duval Sièges"}


def test_a_second_application_is_told_to_be_another_one(talk: Talk) -> None:
    talk.expect(SENT + "\n> /candidater\n< Vous avez déjà envoyé la candidature RELOC-BFC-2026-0001\n< Étape 1")


def test_the_file_shows_status_and_dates_and_can_be_withdrawn(talk: Talk) -> None:
    talk.expect(
        SENT
        + """
        [Suivre ma candidature]
        < Envoyée le 22 novembre 2026 à la CCI Bourgogne-Franche-Comté
        < Aujourd'hui : reçue par la CCI, depuis le 22 novembre 2026
        < La suite : un conseiller de la CCI l'ouvre
        [Retirer RELOC-BFC-2026-0001]
        < Voulez-vous vraiment
        [Non, ne rien changer]
        < je ne change rien
        > /dossier
        [Retirer RELOC-BFC-2026-0001]
        > Oui, retirer
        < La candidature RELOC-BFC-2026-0001 est retirée
        > /dossier
        < Aujourd'hui : retirée, depuis le 22 novembre 2026
        <! [Retirer
        [Oui, retirer]
        < ne peut plus être retirée
        """
    )
    assert talk.sent[0].status is ApplicationStatus.WITHDRAWN


def test_numbers_choose_where_answers_are_few_and_are_numbers_elsewhere(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + """
        > 3
        < Noté : Prototype
        > 2
        < euros, en k€ ou en M€
        < [2 000 000 €]
        > 2 M€
        > T2 2027
        > 1
        < Noté : 1.
        > 1, 3
        < Noté : Financement, Étude de marché
        """
    )


def test_a_hesitant_answer_is_an_answer_and_a_question_about_the_step_is_a_question(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > passer
        > Camille Duval
        > camille@duval.example
        > c'est obligatoire le téléphone ?
        < Ce n'est pas obligatoire
        < Étape 5
        > 0692 12 34 56
        < +262 692 12 34 56
        > Quelles aides en Haute-Saône ?
        < Étape 6
        > Belfort ?
        < Noté : Belfort (Territoire de Belfort)
        """
    )


def test_what_cannot_be_read_leaves_the_step_open(talk: Talk) -> None:
    talk.expect("> /candidater\n(video)\n< lire les vidéos\n< Étape 1\n> 😀😀\n< pas de texte\n< Étape 1")
