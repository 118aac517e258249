"""Everything but the form, as stories."""

import json

import pytest
from sqlalchemy import func, select

from bot.dialogue.messages import Message
from bot.store import tables
from bot.store.database import Database
from tests.talks.stories import SENT, TO_THE_STAGE
from tests.talks.story import Talk


def test_the_first_message_says_who_speaks_what_is_kept_and_how_to_reach_a_person(talk: Talk) -> None:
    talk.expect(
        """
        > /start
        < assistant automatique
        < /effacer l'efface
        < parler à une personne : /conseiller
        < [Candidater à l'accélérateur]
        < [Trouver un financement]
        < [Trouver des partenaires]
        """
    )


def test_a_question_as_first_message_is_introduced_and_answered(talk: Talk) -> None:
    talk.expect("> Quel prêt ?\n< assistant automatique\n< 55 000 €. [1]\n> Quel prêt ?\n<! assistant automatique")


def test_a_greeting_as_first_message_is_welcomed(talk: Talk) -> None:
    talk.expect("> bonjour\n< Bonjour, je suis Relais\n> bonjour\n< Avec plaisir.")


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ("candidater", "Étape 1 sur 16"),
        ("financement", "55 000 €"),
        ("partenaires", "opérations que vous cherchez"),
        ("autre-chose", "Posez votre question"),
        ("", "Posez votre question"),
    ],
)
def test_a_deep_link_opens_where_it_says(talk: Talk, payload: str, expected: str) -> None:
    talk.expect(f"> /start {payload}\n< {expected}\n< assistant automatique")


def test_a_source_opens_the_cited_passage(talk: Talk) -> None:
    talk.expect(
        """
        > Quel prêt ?
        < • Sans garantie. [1]
        [[1] Prêt Relocalisation, Montant]
        < Le prêt va jusqu'à 55 000 €.
        < Fichier financements/pret.md, section « Montant », page 2
        < Valable jusqu'au 31 décembre 2026
        < Vérifié le 2 novembre 2026
        < [Ouvrir la page officielle]
        > Quel prêt ?
        > 1
        < Fichier financements/pret.md
        """
    )


def test_a_thumb_is_kept_and_the_last_one_counts(talk: Talk) -> None:
    talk.expect("> Quel prêt ?\n[Utile]\n< c'est noté\n[Pas utile]\n< parler à un conseiller")
    with talk.database.reading() as session:
        assert session.scalars(select(tables.AnswerRow.helpful)).all() == [False]


def test_a_suggestion_is_asked(talk: Talk) -> None:
    talk.expect("> Quel prêt ?\n[Qui peut avoir le prêt ?]\n< 55 000 €")
    assert talk.state.last_question == "Qui peut avoir le prêt ?"


def test_an_abstention_offers_a_person(talk: Talk) -> None:
    talk.expect("> Qui a gagné la coupe du monde ?\n< Je ne trouve pas\n[Parler à un conseiller]\n< Dans quelle région")


def test_another_persons_answer_stays_closed(talk: Talk) -> None:
    talk.expect("> Quel prêt ?")
    other = Talk(talk.database, address="2002", shown=talk.shown)
    other.expect("[[1] Prêt Relocalisation]\n< n'est plus disponible\n[Utile]\n< n'est plus disponible")


def test_the_adviser_of_a_region_is_named_and_a_contact_passed_on(talk: Talk) -> None:
    talk.expect(
        """
        > Quel prêt ?
        > /conseiller
        < Dans quelle région
        > Belfort
        < adressez-vous à la CCI Bourgogne-Franche-Comté
        < https://cci-bfc.example
        [Laisser un contact]
        < Écrivez votre téléphone ou votre e-mail
        > bof
        < ni un téléphone ni un e-mail
        > 06 12 34 56 78
        < C'est transmis
        > /conseiller
        < CCI Bourgogne-Franche-Comté
        """
    )
    with talk.database.reading() as session:
        (call,) = session.scalars(select(tables.CallRow)).all()
        assert (call.region, call.contact, call.subject) == ("BFC", "06 12 34 56 78", "Quel prêt ?")


@pytest.mark.parametrize(
    "wish",
    [
        "j'aimerais qu'on m'appelle",
        "Je voudrais parler à quelqu'un de la CCI",
        "pouvez-vous me rappeler ?",
        "je voudrais un rendez-vous avec un conseiller",
        "can I talk to someone?",
    ],
)
def test_who_wishes_to_speak_to_a_person_in_their_own_words_is_led_to_one(talk: Talk, wish: str) -> None:
    talk.expect(f"> Quel prêt ?\n> {wish}")
    assert talk.text.startswith(("Dans quelle région", "Which region", "In which region")), talk.text


def test_who_speaks_of_calls_otherwise_is_not(talk: Talk) -> None:
    talk.expect("> Quel prêt ?\n> comment contacter un conseiller ?\n<! Dans quelle région")


def _calls(talk: Talk) -> list[tuple[str | None, str | None, str]]:
    with talk.database.reading() as session:
        calls = session.scalars(select(tables.CallRow).order_by(tables.CallRow.id)).all()
        return [(call.region, call.contact, call.subject) for call in calls]


@pytest.mark.parametrize(
    ("typed", "contact", "rest"),
    [
        ("ok laisse 06 12 34 56 78, c'est pour le régleur", "06 12 34 56 78", "c'est pour le régleur"),
        ("ok laisse 06 12 34 56 78. c est pour le regleur", "06 12 34 56 78", "c est pour le regleur"),
        ("oui je laisse mon numero 06 12 34 56 78", "06 12 34 56 78", ""),
        ("0612345678", "0612345678", ""),
        ("mon mail : camille@duval.example, plutôt le matin", "camille@duval.example", "plutôt le matin"),
        ("rappelez-moi lundi matin au 06.12.34.56.78", "06.12.34.56.78", "rappelez-moi lundi matin"),
        ("yes, call me on +33 6 12 34 56 78 next week", "+33 6 12 34 56 78", "next week"),
        ("vous pouvez me joindre au 06 12 34 56 78 ?", "06 12 34 56 78", ""),
    ],
)
def test_a_contact_typed_after_the_offer_is_taken_with_the_wish_around_it(
    talk: Talk, typed: str, contact: str, rest: str
) -> None:
    talk.expect(f"> Quel prêt ?\n> merci\n> /conseiller\n> Belfort\n< avec votre dernière question\n> {typed}")
    assert _calls(talk) == [("BFC", contact, " — ".join(filter(None, ("Quel prêt ?", rest))))]
    assert "à la CCI Bourgogne-Franche-Comté" in talk.text
    assert contact in talk.text


@pytest.mark.parametrize(
    "typed",
    [
        "notre siren est 732 829 320",
        "12 salariés à Belfort",
        "j'ai 550 000 € à financer",
        "Quel prêt ?",
        "merci",
        "mon siret : 732 829 320 00074",
        "d'ici 2027, 01/02/2027 au plus tard",
        "le prêt est à 1,5 %",
    ],
)
def test_other_numbers_after_the_offer_are_no_contact(talk: Talk, typed: str) -> None:
    talk.expect(f"> /conseiller\n> Belfort\n> {typed}\n<! C'est transmis")
    assert _calls(talk) == []


def test_a_number_told_of_somebody_else_is_no_contact(talk: Talk) -> None:
    talk.expect(
        "> j'ai appelé le 03 84 54 54 54, personne\n<! C'est transmis\n> c'est qui le 03 84 54 54 54 ?\n<! C'est"
    )
    assert _calls(talk) == []


def test_the_time_of_the_call_wished_for_goes_with_it_and_what_was_sent_is_told(talk: Talk) -> None:
    wish = "pouvez-vous demander à un conseiller de me rappeler la semaine prochaine, plutôt le matin ?"
    talk.expect(
        f"""
        > Quel prêt ?
        > qu'est-ce que tu leur as envoyé ?
        < Je n'ai encore rien transmis
        > {wish}
        < Dans quelle région
        > 06 12 34 56 78
        < C'est transmis à un conseiller CCI : 06 12 34 56 78, au sujet de
        > qu'est-ce que tu leur as envoyé ?
        < 06 12 34 56 78
        < plutôt le matin
        """
    )
    assert _calls(talk) == [(None, "06 12 34 56 78", f"Quel prêt ? — {wish}")]
    assert talk.state.call_wish == ""


def test_who_wishes_to_be_called_at_a_number_is_passed_on_at_once(talk: Talk) -> None:
    talk.expect("> can someone call me on 06 12 34 56 78?\n< Passed on")
    assert [contact for _, contact, _ in _calls(talk)] == ["06 12 34 56 78"]


def test_the_own_chamber_is_named_from_the_place_told_before(talk: Talk) -> None:
    talk.expect("> on est 22 à Belfort, quel prêt ?\n> c'est qui mon interlocuteur ?\n< CCI Bourgogne-Franche-Comté")
    assert "CCI Territoire de Belfort" in talk.text
    assert "[Laisser un contact]" in talk.text


def test_the_own_chamber_is_named_beside_the_answer_to_another_question(talk: Talk) -> None:
    talk.expect("> on est 22 à Belfort\n> quel prêt pour nous, et qui est notre interlocuteur à la CCI ?\n< 55 000 €")
    assert "Dans votre région : CCI Bourgogne-Franche-Comté" in talk.text


def test_the_own_chamber_of_an_unknown_place_asks_for_it(talk: Talk) -> None:
    talk.expect("> c'est laquelle la cci chez moi ?\n< Dans quelle région\n> Belfort\n< CCI Bourgogne-Franche-Comté")


def test_whoever_leaves_no_contact_is_not_asked_for_ever(talk: Talk) -> None:
    talk.expect(
        """
        > /conseiller
        > Atlantide
        < Je ne reconnais pas cette région
        > un prêt pour acheter des robots
        < 55 000 €
        > /conseiller
        [Bourgogne-Franche-Comté]
        [Laisser un contact]
        > non
        < /conseiller reste là
        > /conseiller
        [Laisser un contact]
        > des robots
        < ni un téléphone ni un e-mail
        > un prêt pour des robots
        < 55 000 €
        """
    )
    with talk.database.reading() as session:
        assert session.scalars(select(tables.CallRow)).all() == []


def test_a_region_outside_the_four_has_its_own_chamber(talk: Talk) -> None:
    talk.expect(
        "> /conseiller\n[Une autre région]\n< Écrivez le nom\n> Quimper\n< Bretagne n'en fait pas partie\n[Non merci]"
    )


def test_an_adviser_is_reached_in_the_middle_of_the_form(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + """
        > /conseiller
        < CCI Bourgogne-Franche-Comté
        < Étape 10
        [Laisser un contact]
        <! Étape
        > camille@duval.example
        < C'est transmis
        < Étape 10
        """
    )


def test_a_person_sees_everything_kept_about_them(talk: Talk) -> None:
    talk.expect(SENT + "\n> Quel prêt ?\n> /mesdonnees\n< tout ce que je garde")
    document, page = talk.documents
    kept = json.loads(document.content)
    assert document.name == "mes-donnees-relais.json"
    assert kept["applications"][0]["fields"]["company"] == "Duval Sièges"
    assert kept["application_events"][0]["what"] == "submitted"
    assert kept["answers"][0]["question"] == "Quel prêt ?"
    assert "Duval Sièges" in {message["body"].get("text") for message in kept["messages"]}
    assert kept["replies"]
    assert kept["talk"]["state"]["greeted"]
    assert page.name == "mes-donnees-relais.html"
    assert "camille@duval.example" in page.content


def test_a_person_erases_everything_and_has_a_receipt(talk: Talk) -> None:
    talk.expect(
        SENT
        + """
        > Quel prêt ?
        > /effacer
        < On ne peut pas revenir en arrière
        > Oui, tout effacer
        < C'est effacé
        < Candidatures : 1
        < Réponses gardées : 1
        > /dossier
        < pas encore de candidature
        """
    )
    with talk.database.reading() as session:
        for table in (tables.AnswerRow, tables.ApplicationRow, tables.ApplicationEventRow, tables.CallRow):
            assert session.scalar(select(func.count()).select_from(table)) == 0
    assert "Duval" not in str(talk.state)


def test_an_old_erase_button_asks_again(talk: Talk) -> None:
    talk.expect("> /effacer\n[Non, ne rien changer]\n[Oui, tout effacer]\n< Voulez-vous vraiment tout effacer")


def test_the_language_follows_telegram_and_can_be_switched(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database, language="en-GB")
    talk.expect(
        """
        > /start
        < automated assistant
        > /candidater
        < What is the name of your company
        > /langue
        [Français]
        < je vous parle en français
        < Comment s'appelle votre entreprise
        > /langue
        > English
        < I will speak English
        < Step 1 of 16
        """
    )


def test_what_a_person_writes_wins_over_the_language_of_their_browser(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database, language="en-GB")
    talk.expect(
        """
        > je veux candidater
        < Je suis Relais
        < Comment s'appelle votre entreprise
        > Fly With The Wings
        < Étape 2 sur 16
        > arrêter
        > What is the weather?
        < Talk to an adviser
        """
    )


def test_an_english_line_has_no_space_before_its_colon(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database, language="en")
    talk.expect("> I want to apply: we are Duval Seats, 42 employees in Vesoul\n< Employees: 42\n<! Employees : 42")


def test_a_first_word_in_english_wins_over_a_french_telegram(talk: Talk) -> None:
    talk.expect("> I want to apply\n< What is the name of your company")


def test_a_language_that_was_chosen_is_kept_whatever_is_written(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database)
    talk.expect("> /langue\n[English]\n> je veux candidater\n< What is the name of your company")


def test_a_polite_word_in_english_does_not_turn_a_french_talk(talk: Talk) -> None:
    talk.expect("> Quel prêt pour une usine ?\n> ok thanks\n> /candidater\n< Comment s'appelle votre entreprise")


def test_a_whole_application_in_english(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database, language="en")
    talk.expect(
        """
        > /apply
        [Not created yet]
        > I'm Jane Miller
        > jane@miller.example
        > skip
        > 59000
        < Noted: Lille (Nord)
        > a dozen
        > Bicycle frames
        > Taiwan
        > Looking for partners
        > 1.5 million
        < Noted: 1,500,000 €
        > Q2 2027
        < Noted: Q2 2027
        > 10 to 12 jobs
        > funding and premises
        < Noted: Funding, Premises or land
        > skip
        > I agree
        < Contact person: Jane Miller
        < Company: Not created yet
        [Send]
        < RELOC-HDF-2026-0001
        """
    )
    assert talk.sent[0].language == "en"


def test_the_last_question_edited_is_answered_again(talk: Talk) -> None:
    talk.expect(
        """
        > Quel prêt ?
        > Quelle météo ?
        < Je ne trouve pas
        ~ Quel prêt ?
        < J'ai vu votre correction
        < 55 000 €
        ~~ Quel prêt ?
        < message plus ancien
        """
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(voice)", "messages vocaux"),
        ("(photo)", "réussi à recevoir"),
        ("(sticker)", "que le texte"),
        ("(document)", "renvoyez-le dans un moment"),
        ("(location)", "commune ou de votre département"),
        ("(contact)", "fiches de contact"),
        ("> 👍👍", "pas de texte"),
        ("> /inconnue", "ne connais pas cette commande"),
        (f"> {'très long ' * 1000}", "très long (9"),
        ("> /aide", "/mesdonnees"),
        ("> /stop", "Rien n'est en cours"),
        ("> /langue", "quelle langue"),
        ("> /dossier", "pas encore de candidature"),
        ("> /financement robot", "Je ne trouve pas"),
    ],
)
def test_each_kind_of_message_has_a_clear_sentence(talk: Talk, line: str, expected: str) -> None:
    talk.expect(f"{line}\n< {expected}")


@pytest.mark.parametrize("data", ["", "zz", "s:1", "s:1:2:3", "a:1:2", "a:1:2:z:z", "c:nimporte", "l:de", "w:X", "W:X"])
def test_data_of_no_known_button_is_answered_politely(talk: Talk, data: str) -> None:
    talk.expect("> /start")
    talk.hear(Message(id="", press=data))
    assert talk.text
