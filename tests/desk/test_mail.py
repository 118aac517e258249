"""E-mails to staff, through a real SMTP server on loopback."""

import ssl
from dataclasses import replace

import pytest
import trustme

from bot.desk.notices.composing import digest_body, news_body
from bot.desk.notices.doors import NeverSent, NotSent
from bot.desk.notices.mail import Mail, MailServer, greet
from bot.desk.notices.reach import Reach
from bot.desk.notices.words import News
from bot.settings import SmtpSecurity
from bot.store.dispatches import Due
from bot.store.tables import Medium
from tests.desk.receiving import PASSWORD, USER, MailBox, smtp_server
from tests.desk.seeding import NOW

REACH = Reach(mail=True, base_url="https://relais.example")
DUE = Due(
    id=7,
    token="t",
    key="submitted/RELOC-BFC-2026-0001/1/3",
    medium=Medium.EMAIL,
    email="alix.moreau@cci.example",
    body=news_body(News.SUBMITTED, "RELOC-BFC-2026-0001", "BFC"),
    created_at=NOW,
    attempts=0,
)


def server_at(
    box: MailBox, security: SmtpSecurity = SmtpSecurity.NONE, user: str = "", password: str = ""
) -> MailServer:
    sender = "Relais <relais@cci.example>"
    return MailServer(host="localhost", port=box.port, security=security, user=user, password=password, sender=sender)


@pytest.fixture
def authority() -> trustme.CA:
    """An authority of our own."""
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA) -> ssl.SSLContext:
    """Trusts that authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


async def test_a_notice_arrives_whole_in_french() -> None:
    with smtp_server() as box:
        await Mail(server_at(box), REACH).send(DUE)
    (letter,) = box.letters
    assert letter["Subject"] == "Relais : Nouvelle candidature RELOC-BFC-2026-0001"
    assert letter["To"] == "alix.moreau@cci.example"
    assert letter["From"] == "Relais <relais@cci.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content().splitlines() == [
        "Une candidature vient d'arriver (Bourgogne-Franche-Comté).",
        "",
        "Ouvrir le dossier : https://relais.example/guichet/dossiers/RELOC-BFC-2026-0001",
        "",
        "-- ",
        "Vous recevez ce message parce que les avis immédiats sont cochés dans « Mon compte » au guichet.",
    ]


async def test_a_second_try_bears_the_same_id_so_that_doubles_are_seen() -> None:
    with smtp_server() as box:
        await Mail(server_at(box), REACH).send(DUE)
        await Mail(server_at(box), REACH).send(replace(DUE, attempts=3))
        await Mail(server_at(box), REACH).send(replace(DUE, key="another"))
    first, second, third = (letter["Message-ID"] for letter in box.letters)
    assert first == second != third


async def test_a_digest_arrives() -> None:
    counts = {"new": 1, "late": 0, "very_late": 3, "letters": 0, "questions": 2, "calls": 0}
    with smtp_server() as box:
        await Mail(server_at(box), REACH).send(replace(DUE, body=digest_body(counts, None, NOW.date())))
    assert box.letters[0]["Subject"] == "Relais : Résumé du 24 novembre 2026 : 3 dossiers en attente"
    assert box.letters[0].get_content().splitlines()[:4] == [
        "Toutes les régions :",
        "- 1 candidature jamais ouverte",
        "- 3 dossiers sans suite depuis plus de 7 jours",
        "- 2 questions restées sans réponse depuis le dernier résumé",
    ]


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")  # of the server: TLS is on
@pytest.mark.parametrize("security", [SmtpSecurity.STARTTLS, SmtpSecurity.TLS])
async def test_it_logs_in_over_an_encrypted_connection(
    security: SmtpSecurity, authority: trustme.CA, trusted: ssl.SSLContext
) -> None:
    with smtp_server(authority, security=security, login=True) as box:
        await Mail(server_at(box, security, USER, PASSWORD), REACH, trusted).send(DUE)
        assert (len(box.letters), box.encrypted) == (1, [True])
        with pytest.raises(NotSent, match="identification refusée") as wrong:
            await Mail(server_at(box, security, USER, "faux"), REACH, trusted).send(DUE)
    assert not isinstance(wrong.value, NeverSent)


@pytest.mark.parametrize("security", [SmtpSecurity.STARTTLS, SmtpSecurity.TLS])
async def test_a_server_that_nobody_vouches_for_gets_nothing(security: SmtpSecurity, authority: trustme.CA) -> None:
    with smtp_server(authority, security=security) as box:
        with pytest.raises(NotSent):
            await Mail(server_at(box, security), REACH).send(DUE)
        assert box.letters == []


async def test_a_server_without_encryption_gets_nothing_when_it_is_asked_for() -> None:
    with smtp_server() as box:
        with pytest.raises(NotSent):
            await Mail(server_at(box, SmtpSecurity.STARTTLS, USER, PASSWORD), REACH).send(DUE)
        assert box.letters == []


async def test_an_address_that_does_not_exist_is_given_up_and_a_full_box_is_not() -> None:
    with smtp_server() as box:
        box.refuse = {"alix.moreau@cci.example": "550 no such user"}
        with pytest.raises(NeverSent, match="550"):
            await Mail(server_at(box), REACH).send(DUE)
        box.refuse = {"alix.moreau@cci.example": "452 box full"}
        with pytest.raises(NotSent, match="452") as later:
            await Mail(server_at(box), REACH).send(DUE)
    assert not isinstance(later.value, NeverSent)


async def test_a_server_that_is_away_is_tried_again() -> None:
    with smtp_server() as box:
        pass
    with pytest.raises(NotSent) as away:
        await Mail(server_at(box), REACH).send(DUE)
    assert not isinstance(away.value, NeverSent)


async def test_a_closed_account_gets_nothing() -> None:
    with pytest.raises(NeverSent):
        await Mail(server_at(MailBox()), REACH).send(replace(DUE, email=None))


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
async def test_the_doctor_logs_in_and_sends_nothing(authority: trustme.CA, trusted: ssl.SSLContext) -> None:
    with smtp_server(authority, security="starttls", login=True) as box:
        await greet(server_at(box, SmtpSecurity.STARTTLS, USER, PASSWORD), trusted)
        with pytest.raises(NotSent):
            await greet(server_at(box, SmtpSecurity.STARTTLS, USER, "faux"), trusted)
        assert box.letters == []
