"""A draft goes on on another device by a one-time code: it moves, and there is never a second driver."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.dialogue.sharing import read_code
from bot.store import attachments, channel_names, drafts, talks
from bot.store.database import Database
from bot.store.tables import OpenDraftRow, ResumeLinkRow
from tests.talks.stories import SENT, TO_THE_STAGE
from tests.talks.story import Talk


@pytest.fixture
def phone(talk: Talk) -> Talk:
    """A talk in the middle of the form, with a document."""
    with talk.database.transaction() as session:
        channel_names.keep(session, "telegram", "relais_test_bot")
    talk.expect(TO_THE_STAGE)
    talk.attach("plan.pdf")
    return talk


def code_of(talk: Talk) -> str:
    """The code just given, as it is written there."""
    talk.expect("> /continuer\n< /reprendre")
    found = re.search(r"/reprendre ([A-Z0-9]{4}-[A-Z0-9]{4})", talk.text)
    assert found is not None
    return found[1]


def test_a_code_and_links_are_given(phone: Talk) -> None:
    code = code_of(phone)
    bare = code.replace("-", "")
    phone.expect(f"< https://t.me/relais_test_bot?start=r_{bare}\n< https://relais.example/reprendre/{bare}")
    phone.expect("< une seule fois, jusqu'au 23 novembre 2026 à 11 h 00")
    with phone.database.reading() as session:
        assert bare not in str(session.scalars(select(ResumeLinkRow.code_hash)).all())


def test_the_draft_moves_with_its_documents_to_the_same_step(phone: Talk) -> None:
    code = code_of(phone)
    before = phone.state.draft
    desktop = Talk(phone.database, address="2002")
    desktop.expect(f"> /reprendre {code.lower()}\n< Votre candidature est ici\n< Où en est votre projet")
    after = desktop.state.draft
    assert before is not None
    assert after is not None
    assert (after.id, after.values, after.step) == (before.id, before.values, before.step)
    assert phone.state.draft is None
    with phone.database.reading() as session:
        assert [each.name for each in attachments.waiting_of(session, desktop.id)] == ["plan.pdf"]
        assert session.scalars(select(OpenDraftRow.talk_id)).all() == [desktop.id]
    phone.expect("[Passer]\n< n'est plus actif\n> /dossier\n< pas encore de candidature")
    desktop.expect("[Prêt à investir]\n< Prêt à investir")


def test_the_deep_link_of_telegram_takes_it(phone: Talk) -> None:
    code = code_of(phone).replace("-", "")
    Talk(phone.database, address="2002").expect(f"> /start r_{code}\n< Je suis Relais\n< Votre candidature est ici")


def test_a_code_works_once(phone: Talk) -> None:
    code = code_of(phone)
    Talk(phone.database, address="2002").expect(f"> /reprendre {code}\n< est ici")
    Talk(phone.database, address="3003").expect(f"> /reprendre {code}\n< Je ne connais pas ce code")


def test_a_new_code_ends_the_one_before(phone: Talk) -> None:
    first, second = code_of(phone), code_of(phone)
    other = Talk(phone.database, address="2002")
    other.expect(f"> /reprendre {first}\n< Je ne connais pas ce code\n> /reprendre {second}\n< est ici")


def test_a_code_expires(phone: Talk) -> None:
    code = code_of(phone)
    late = Talk(phone.database, address="2002", now=phone.now + timedelta(hours=25))
    late.expect(f"> /reprendre {code}\n< Ce code a expiré")
    assert phone.state.draft is not None


def test_a_draft_sent_meanwhile_cannot_be_taken(talk: Talk) -> None:
    talk.expect("> /candidater\n> Duval Sièges")
    code = code_of(talk)
    talk.expect("> /candidater\n[Tout recommencer]")
    Talk(talk.database, address="2002").expect(f"> /reprendre {code}\n< n'est plus commencée")


def test_a_code_for_a_draft_that_is_here_changes_nothing(phone: Talk) -> None:
    code = code_of(phone)
    phone.expect(f"> /reprendre {code}\n[Remplacer]\n< déjà ici")
    assert phone.state.draft is not None


def test_another_draft_is_replaced_only_on_a_yes(phone: Talk) -> None:
    code = code_of(phone)
    desktop = Talk(phone.database, address="2002")
    desktop.expect("> /candidater\n> Autre Société")
    desktop.attach("autre.pdf", b"other")
    desktop.expect(
        f"> /reprendre {code}\n< déjà commencée ici (Autre Société)\n[Non, ne rien changer]\n< je ne change rien"
    )
    assert phone.state.draft is not None
    desktop.expect(f"> /reprendre {code}\n[Remplacer]\n< Votre candidature est ici")
    assert desktop.state.draft is not None
    assert desktop.state.draft.values["company"] == "Duval Sièges"
    with phone.database.reading() as session:
        assert [each.name for each in attachments.waiting_of(session, desktop.id)] == ["plan.pdf"]


def test_without_a_draft_or_a_code_it_is_said(talk: Talk) -> None:
    talk.expect("> /continuer\n< Aucune candidature n'est commencée ici\n> /reprendre\n< suivi du code")
    talk.expect("> /reprendre bonjour\n< suivi du code\n> /reprendre ABCD-EFGH\n< Je ne connais pas ce code")


def test_the_application_sent_there_is_followed_there(talk: Talk) -> None:
    talk.expect(SENT.partition("[Envoyer]")[0])
    code = code_of(talk)
    desktop = Talk(talk.database, address="2002")
    desktop.expect(f"> /reprendre {code}\n[Reprendre ma candidature]\n< Voici votre candidature\n[Envoyer]")
    desktop.expect("< C'est envoyé\n> /dossier\n< Duval")
    assert len(desktop.sent) == 1
    assert talk.sent == ()


def test_a_turn_under_way_where_the_draft_leaves_is_thrown_away(database: Database) -> None:
    phone = Talk(database)
    phone.expect("> /candidater\n> Duval Sièges")
    code = code_of(phone).replace("-", "")
    now = phone.now
    with database.transaction() as session:
        other = talks.open_talk(session, "web", "2", now)
        talk = session.get_one(talks.TalkRow, phone.id)
        talk.leased_by, talk.leased_until = "worker", now + timedelta(seconds=30)
        stale = dict(talk.state)
    with database.transaction() as session:
        link = drafts.find_link(session, code)
        assert link is not None
        assert drafts.move(session, link, other, now, lambda draft: draft) is not None
    with database.transaction() as session:
        assert not talks.save_state(session, phone.id, "worker", stale, now)
        assert session.get_one(talks.TalkRow, phone.id).state["draft"] is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ABCD-EFGH", "ABCDEFGH"),
        ("r_abcdefgh", "ABCDEFGH"),
        ("https://relais.example/reprendre/ABCDEFGH", "ABCDEFGH"),
        ("https://t.me/bot?start=r_ABCDEFGH", "ABCDEFGH"),
        ("  abcd efgh ", "ABCDEFGH"),
        ("ABCD", None),
        ("", None),
        ("ABCD-EFGHIJ", None),
    ],
)
def test_codes_are_read_however_they_are_copied(text: str, code: str | None) -> None:
    assert read_code(text) == code
