"""The file: every step told to the applicant in the same breath, nothing lost, nothing done on a stale page."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.channels.bodies import reply_from_json
from bot.dialogue.messages import plain_text
from bot.intake.correcting import answer_correction
from bot.store import applications, corrections, correspondence, life
from bot.store.tables import (
    ApplicationEventRow,
    ApplicationMessageRow,
    ApplicationRow,
    ApplicationStatus,
    CohortStatus,
    Direction,
    OutboxRow,
    Role,
    TalkRow,
)
from tests.desk.house import Browser, DeskHouse

S = ApplicationStatus


def row_of(house: DeskHouse, reference: str) -> ApplicationRow:
    with house.database.reading() as session:
        return session.scalars(select(ApplicationRow).where(ApplicationRow.reference == reference)).one()


def told(house: DeskHouse) -> list[str]:
    """What was put into outboxes, as plain text."""
    with house.database.reading() as session:
        rows = session.scalars(select(OutboxRow).order_by(OutboxRow.id)).all()
        return [plain_text(reply_from_json(row.body)) for row in rows]


def post(browser: Browser, reference: str, form: str, **values: Any) -> Any:
    """Send a form of the file's page as shown now."""
    path = f"/dossiers/{reference}"
    version = re.search(r'name="version" value="(\d+)"', browser.get(path).text)
    data = {"jeton": browser.token(), "version": version[1] if version else "0", **values}
    return browser.client.post(f"/guichet{path}/{form}", data=data)


def test_from_the_first_look_to_the_end_of_the_coaching(any_house: DeskHouse) -> None:
    house = any_house
    reference, cohort, browser = house.application(), house.cohort(), house.signed_in()
    for act in ("take_up", "shortlist"):
        assert browser.act(reference, act).status_code == 303
    assert browser.act(reference, "accept", promotion=str(cohort)).status_code == 303
    for act in ("begin_workshop", "begin_coaching", "close"):
        assert browser.act(reference, act).status_code == 303
    row = row_of(house, reference)
    assert (row.status, row.cohort_id) == ("closed", cohort)
    texts = told(house)
    assert len(texts) == 6
    assert all(reference in text for text in texts)
    assert "Printemps 2027" in texts[2]
    assert "1er mars 2027" in texts[2]
    with house.database.reading() as session:
        events = session.scalars(select(ApplicationEventRow).order_by(ApplicationEventRow.id)).all()
        assert [(event.who, event.before, event.after) for event in events[1:]] == [
            ("Alix Martin", "submitted", "under_review"),
            ("Alix Martin", "under_review", "shortlisted"),
            ("Alix Martin", "shortlisted", "accepted"),
            ("Alix Martin", "accepted", "workshop"),
            ("Alix Martin", "workshop", "coaching"),
            ("Alix Martin", "coaching", "closed"),
        ]
    page = browser.get(f"/dossiers/{reference}").text
    assert "Ce dossier est clos" in page
    assert "Étude commencée" in page


def test_a_refusal_needs_its_reason_and_tells_it(house: DeskHouse) -> None:
    reference, browser = house.application(S.UNDER_REVIEW), house.signed_in()
    assert browser.act(reference, "decline").status_code == 422
    assert row_of(house, reference).status == "under_review"
    assert told(house) == []
    assert browser.act(reference, "decline", motif="Le projet est déjà lancé.").status_code == 303
    assert "Le projet est déjà lancé." in told(house)[0]
    with house.database.reading() as session:
        event = session.scalars(select(ApplicationEventRow).where(ApplicationEventRow.what == "decline")).one()
        assert event.why == "Le projet est déjà lancé."


def test_an_english_applicant_is_told_in_english(house: DeskHouse) -> None:
    reference, browser = house.application(language="en"), house.signed_in()
    browser.act(reference, "take_up")
    assert "under review" in told(house)[0]


@pytest.mark.parametrize("act", ["accept", "close", "reopen", "begin_workshop"])
def test_an_impossible_step_is_refused_in_a_sentence(house: DeskHouse, act: str) -> None:
    reference, browser = house.application(), house.signed_in(Role.MANAGER)
    answer = browser.act(reference, act, motif="x")
    assert answer.status_code == 409
    assert "ne peut pas passer à" in answer.text
    assert row_of(house, reference).status == "submitted"
    assert told(house) == []


def test_only_a_manager_opens_a_refused_file_again(house: DeskHouse) -> None:
    reference = house.application(S.DECLINED)
    adviser, manager = house.signed_in(), house.signed_in(Role.MANAGER, name="Noa Lambert")
    assert adviser.act(reference, "reopen", motif="Erreur").status_code == 409
    assert "Rouvrir" not in adviser.get(f"/dossiers/{reference}").text
    assert manager.act(reference, "reopen", motif="Erreur").status_code == 303
    assert row_of(house, reference).status == "under_review"


def test_unknown_steps_do_not_exist(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    for act in ("fly", "", "ask_correction"):
        assert browser.act(reference, act).status_code == 404


def test_two_advisers_at_once_one_is_told_to_read_again_and_keeps_their_text(any_house: DeskHouse) -> None:
    house = any_house
    reference = house.application(S.UNDER_REVIEW)
    first, second = house.signed_in(), house.signed_in(name="Noa Lambert")
    path = f"/guichet/dossiers/{reference}/etape"
    version = re.search(r'name="version" value="(\d+)"', second.get(f"/dossiers/{reference}").text)
    assert version
    assert first.act(reference, "shortlist").status_code == 303
    stale = {
        "jeton": second.token(),
        "version": version[1],
        "etape": "decline",
        "decline-motif": "Trop tôt, à mon avis.",
    }
    answer = second.client.post(path, data=stale)
    assert answer.status_code == 409
    assert "Ce dossier a changé pendant ce temps" in answer.text
    assert "Trop tôt, à mon avis." in answer.text
    assert row_of(house, reference).status == "shortlisted"
    again = second.hidden(answer.text, f"/dossiers/{reference}/etape")
    assert second.client.post(path, data={**stale, **again}).status_code == 303


def test_twenty_clicks_at_once_make_one_change_and_one_message(any_house: DeskHouse) -> None:
    house = any_house
    reference, browser = house.application(), house.signed_in()
    path = f"/dossiers/{reference}"
    hidden = browser.hidden(browser.get(path).text, f"{path}/etape")
    with ThreadPoolExecutor(20) as threads:
        clicks = threads.map(
            lambda _: browser.client.post(f"/guichet{path}/etape", data={**hidden, "etape": "take_up"}), range(20)
        )
    assert sorted(click.status_code for click in clicks) == [303] + [409] * 19
    assert len(told(house)) == 1


def test_a_full_cohort_has_a_waiting_list_and_a_freed_seat_is_given_by_a_person(any_house: DeskHouse) -> None:
    house = any_house
    cohort, browser = str(house.cohort(seats=1)), house.signed_in()
    first, second, third = (house.application(S.SHORTLISTED) for _ in range(3))
    assert browser.act(first, "accept", promotion=cohort).status_code == 303
    full = browser.act(second, "accept", promotion=cohort)
    assert full.status_code == 422
    assert "complète" in full.text
    assert browser.act(second, "put_on_waiting_list", promotion=cohort).status_code == 303
    assert browser.act(third, "put_on_waiting_list", promotion=cohort).status_code == 303
    assert [row_of(house, each).waiting_rank for each in (second, third)] == [1, 2]
    assert "2" in told(house)[-1]
    assert browser.act(first, "withdraw", motif="Au téléphone, le 3 mai.").status_code == 303
    assert row_of(house, second).status == "waiting_list", "nobody but a person decides"
    page = browser.get(f"/promotions/{cohort}").text
    assert "Une place est libre" in page
    assert browser.act(second, "accept", promotion=cohort).status_code == 303
    assert row_of(house, second).waiting_rank is None


def test_whoever_leaves_the_waiting_list_lets_the_others_move_up(any_house: DeskHouse) -> None:
    house = any_house
    cohort, browser = str(house.cohort(seats=1)), house.signed_in()
    references = [house.application(S.SHORTLISTED) for _ in range(4)]
    for reference in references:
        assert browser.act(reference, "put_on_waiting_list", promotion=cohort).status_code == 303
    with house.database.transaction() as session:
        talk = session.scalars(select(ApplicationRow.talk_id).where(ApplicationRow.reference == references[0])).one()
        assert talk is not None
        assert applications.withdraw(session, talk, references[0], house.clock())
    assert browser.act(references[2], "decline", motif="Hors sujet.").status_code == 303
    assert [row_of(house, each).waiting_rank for each in references] == [None, 1, None, 2]
    assert [row_of(house, each).cohort_id for each in references] == [None, int(cohort), None, int(cohort)]


def test_the_last_seat_is_given_once(any_house: DeskHouse) -> None:
    house = any_house
    cohort = str(house.cohort(seats=1))
    browsers = [house.signed_in(name=f"Alix{number} Martin") for number in range(4)]
    references = [house.application(S.SHORTLISTED) for _ in browsers]
    with ThreadPoolExecutor(4) as threads:
        answers = threads.map(
            lambda pair: pair[0].act(pair[1], "accept", promotion=cohort).status_code,
            zip(browsers, references, strict=True),
        )
    assert sorted(answers) == [303, 422, 422, 422]


def test_a_cohort_of_another_region_or_a_closed_one_takes_nobody(house: DeskHouse) -> None:
    reference, browser = house.application(S.SHORTLISTED), house.signed_in(Role.ADMINISTRATOR)
    for cohort in (house.cohort("NOR"), house.cohort(status=CohortStatus.CLOSED), 99):
        assert browser.act(reference, "accept", promotion=str(cohort)).status_code == 422
    assert browser.act(reference, "accept").status_code == 422


def test_a_correction_goes_to_the_chat_and_its_answer_comes_back(any_house: DeskHouse) -> None:
    house = any_house
    reference, browser = house.application(doubtful=("phone",)), house.signed_in()
    asked = post(browser, reference, "correction", champ="phone", **{"correction-phone": "Il manque deux chiffres."})
    assert asked.status_code == 303
    assert row_of(house, reference).status == "correction_asked"
    assert "Il manque deux chiffres." in told(house)[0]
    assert "Correction demandée le" in browser.get(f"/dossiers/{reference}").text
    with house.database.transaction() as session:
        talk = session.scalars(select(ApplicationRow.talk_id)).one()
        assert talk is not None
        (request,) = corrections.open_of_talk(session, talk)
        answer_correction(session, talk, request.id, "+33612345699", house.clock())
    assert "Corrigé</span>" in browser.get("/").text
    row = row_of(house, reference)
    assert (row.status, row.fields["phone"], row.doubtful) == ("under_review", "+33612345699", [])
    page = browser.get(f"/dossiers/{reference}").text
    assert "06 12 34 56 99" in page
    assert "Ligne modifiée : Téléphone" in page
    assert "Correction demandée le" not in page
    assert browser.act(reference, "shortlist").status_code == 303
    assert "Corrigé</span>" not in browser.get("/").text


def test_a_correction_needs_words_and_a_field_that_exists(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    assert post(browser, reference, "correction", champ="phone").status_code == 422
    assert post(browser, reference, "correction", champ="consent").status_code == 404
    assert post(browser, reference, "correction", champ="nothing").status_code == 404
    ended, words = house.application(S.DECLINED), {"correction-phone": "Encore ?"}
    assert post(browser, ended, "correction", champ="phone", **words).status_code == 409


def test_going_on_without_the_answer_cancels_what_was_asked(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    post(browser, reference, "correction", champ="phone", **{"correction-phone": "?!"})
    assert browser.act(reference, "resume").status_code == 303
    assert "Correction demandée le" not in browser.get(f"/dossiers/{reference}").text


def test_staff_correct_a_line_with_its_origin_and_the_applicant_is_told(any_house: DeskHouse) -> None:
    house = any_house
    reference, browser = house.application(doubtful=("email",)), house.signed_in()
    wrong = post(
        browser, reference, "champ", champ="email", **{"champ-email": "pas une adresse", "pourquoi-email": "tél."}
    )
    assert wrong.status_code == 422
    assert "pas une adresse" in wrong.text
    values = {"champ-email": "camille@sieges.example", "pourquoi-email": "Au téléphone, le 12 mai."}
    assert post(browser, reference, "champ", champ="email", **values).status_code == 303
    row = row_of(house, reference)
    assert row.fields["email"] == "camille@sieges.example"
    assert row.origins == {"email": "desk"}
    assert row.doubtful == []
    assert "saisi au guichet" in browser.get(f"/dossiers/{reference}").text
    assert "camille@sieges.example" in told(house)[0]
    with house.database.reading() as session:
        event = session.scalars(select(ApplicationEventRow).where(ApplicationEventRow.what == "field:email")).one()
        assert (event.before, event.after) == ("camille@duval.example", "camille@sieges.example")


def test_choices_are_ticked(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    why = {"pourquoi-needs": "Au téléphone."}
    assert post(browser, reference, "champ", champ="needs", **why).status_code == 422
    values = {"champ-needs": ["skills", "nonsense", "market"], **why}
    assert post(browser, reference, "champ", champ="needs", **values).status_code == 303
    assert row_of(house, reference).fields["needs"] == ["market", "skills"]
    stage = {"champ-stage": "ready", "pourquoi-stage": "Au téléphone."}
    assert post(browser, reference, "champ", champ="stage", **stage).status_code == 303
    assert row_of(house, reference).fields["stage"] == "ready"


def test_messages_go_both_ways_and_unread_ones_show(any_house: DeskHouse) -> None:
    house = any_house
    reference, browser = house.application(channel="telegram"), house.signed_in()
    sent = post(browser, reference, "message", message="Bonjour,\navez-vous le plan ?")
    assert sent.headers["location"].endswith("fait=message#messages")
    assert "avez-vous le plan ?" in told(house)[0]
    with house.database.transaction() as session:
        row = life.locked(session, reference)
        assert row
        assert session.scalars(select(OutboxRow.status)).one() == "pending", "Telegram has to be written to"
        correspondence.write(session, row.id, Direction.FROM_APPLICANT, "applicant", "Le voici.", house.clock())
    assert "Message reçu" in browser.get("/").text
    assert "Le voici." in browser.get(f"/dossiers/{reference}").text
    assert "Message reçu" not in browser.get("/").text
    with house.database.reading() as session:
        assert all(
            row.read_at
            for row in session.scalars(select(ApplicationMessageRow))
            if row.direction == Direction.FROM_APPLICANT
        )


def test_a_message_without_a_talk_is_kept_and_said_so(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    with house.database.transaction() as session:
        session.execute(delete(TalkRow))
    answer = post(browser, reference, "message", message="Bonjour")
    assert "message-garde" in answer.headers["location"]
    page = browser.get(f"/dossiers/{reference}?fait=message-garde").text
    assert "joignez-la" in page
    assert "Bonjour" in page
    acted = browser.act(reference, "take_up")
    assert acted.headers["location"].endswith("fait=etape-non-dite")
    assert "prévenez-la autrement" in browser.get(f"/dossiers/{reference}?fait=etape-non-dite").text


def test_notes_tell_the_applicant_nothing_and_staff_that_they_can_be_asked_for(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    assert post(browser, reference, "note", note="").status_code == 422
    assert post(browser, reference, "note", note="Motivée, à rappeler.").status_code == 303
    page = browser.get(f"/dossiers/{reference}").text
    assert "Motivée, à rappeler." in page
    assert "/mesdonnees" in page
    assert told(house) == []


def test_a_text_too_long_comes_back_whole(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    answer = post(browser, reference, "note", note="a" * 3001)
    assert answer.status_code == 422
    assert "a" * 3001 in answer.text
    assert "3000 caractères au plus" in answer.text
    assert browser.client.post(f"/guichet/dossiers/{reference}/note", data={"note": "a" * 300_000}).status_code == 413


def test_a_file_goes_to_another_region_and_leaves_this_one(house: DeskHouse) -> None:
    reference, manager = house.application(), house.signed_in(Role.MANAGER)
    there = house.signed_in(region="NOR", name="Noa Lambert")
    assert post(manager, reference, "region", region="NOR").status_code == 422
    moved = post(manager, reference, "region", region="NOR", **{"transfert-motif": "L'usine sera à Caen."})
    assert moved.status_code == 303
    assert manager.get(f"/dossiers/{reference}").status_code == 404
    assert "usine sera à Caen" in there.get(f"/dossiers/{reference}").text
    assert "Normandie" in told(house)[0]
    decided = house.application(S.ACCEPTED)
    late = post(manager, decided, "region", region="NOR", **{"transfert-motif": "x"})
    assert late.status_code == 409


def test_an_anonymised_file_is_read_only(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in(Role.MANAGER)
    with house.database.transaction() as session:
        session.scalars(select(ApplicationRow)).one().anonymised_at = house.clock()
    page = browser.get(f"/dossiers/{reference}").text
    assert "Dossier anonymisé" in page
    assert "Écrire à l'entreprise" not in page
    for form, values in (("note", {"note": "x"}), ("message", {"message": "x"}), ("etape", {"etape": "take_up"})):
        assert post(browser, reference, form, **values).status_code == 409


def test_a_withdrawal_in_the_chat_shows_and_stops_the_steps(house: DeskHouse) -> None:
    reference, browser = house.application(S.CORRECTION_ASKED), house.signed_in()
    with house.database.transaction() as session:
        talk = session.scalars(select(ApplicationRow.talk_id)).one()
        assert talk is not None
        assert applications.withdraw(session, talk, reference, house.clock())
    page = browser.get(f"/dossiers/{reference}").text
    assert "Candidature retirée par l&#39;entreprise" in page or "Candidature retirée par l'entreprise" in page
    assert browser.act(reference, "resume").status_code == 409


def test_the_printed_page_has_everything_and_no_form(house: DeskHouse) -> None:
    reference, browser = house.application(talk_excerpt=[{"text": "Aides regardées : prêt Atelier"}]), house.signed_in()
    page = browser.get(f"/dossiers/{reference}/imprimer").text
    assert "<form" not in page
    for words in ("Duval Sièges", "552 100 554", "Camille Duval", "1 200 000", "prêt Atelier", "Alix Martin"):
        assert words in page


def test_an_assignment_stands_in_the_history_and_can_be_taken_back(house: DeskHouse) -> None:
    reference, browser = house.application(), house.signed_in()
    post(browser, reference, "affectation", **{"affecter-a": "moi"})
    assert "personne → Alix Martin" in browser.get(f"/dossiers/{reference}").text
    post(browser, reference, "affectation", **{"affecter-a": "personne"})
    assert row_of(house, reference).assignee_id is None
    assert post(browser, reference, "affectation", **{"affecter-a": "99"}).status_code == 422
