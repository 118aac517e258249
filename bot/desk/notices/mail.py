"""E-mails to staff: the one door to SMTP; knows no application and no database."""

import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256

import aiosmtplib

from bot.desk.notices.composing import Notice, compose
from bot.desk.notices.doors import NeverSent, NotSent
from bot.desk.notices.reach import Reach
from bot.settings import Settings, SmtpSecurity
from bot.store.dispatches import Due

SECONDS = 20.0  # of each exchange with the server


@dataclass(frozen=True, kw_only=True)
class MailServer:
    """How to reach the server that takes our mail."""

    host: str
    port: int
    security: SmtpSecurity
    user: str
    password: str
    sender: str

    @classmethod
    def of(cls, settings: Settings) -> "MailServer":
        """As configured."""
        return cls(
            host=settings.smtp_host,
            port=settings.smtp_port,
            security=settings.smtp_security,
            user=settings.smtp_user,
            password=settings.smtp_password.get_secret_value(),
            sender=settings.mail_from,
        )


class Mail:
    """Fulfils `doors.Door`: one connection a mail, since there are few."""

    def __init__(self, server: MailServer, reach: Reach, trusted: ssl.SSLContext | None = None) -> None:
        self._server = server
        self._reach = reach
        self._trusted = trusted  # instead of the authorities that the machine trusts (tests)

    async def send(self, due: Due) -> None:
        """Hand it to the server; the Message-ID stays the same at each try, so that doubles are recognised."""
        if due.email is None:
            raise NeverSent("compte désactivé")
        message = letter(compose(due.body, self._reach), due, self._server.sender)
        try:
            await self._hand_over(message)
        except aiosmtplib.SMTPRecipientsRefused as error:
            codes = [refused.code for refused in error.recipients]
            if codes and all(500 <= code < 600 for code in codes):  # anything else is the operator's to repair
                raise NeverSent(f"adresse refusée ({codes[0]})") from error
            raise NotSent(f"adresse refusée ({codes[0] if codes else '?'})") from error
        except aiosmtplib.SMTPAuthenticationError as error:
            raise NotSent(f"identification refusée ({error.code})") from error
        except aiosmtplib.SMTPResponseException as error:
            raise NotSent(f"refusé ({error.code})") from error
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise NotSent(type(error).__name__) from error

    async def _hand_over(self, message: EmailMessage) -> None:
        server = self._server
        await aiosmtplib.send(
            message,
            hostname=server.host,
            port=server.port,
            username=server.user or None,
            password=server.password or None,
            timeout=SECONDS,
            use_tls=server.security is SmtpSecurity.TLS,
            start_tls=server.security is SmtpSecurity.STARTTLS,  # a server without it gets nothing in clear
            tls_context=self._trusted,
        )


async def greet(server: MailServer, trusted: ssl.SSLContext | None = None) -> None:
    """Connect and log in as for a mail, and send none; raises NotSent."""
    client = aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        username=server.user or None,
        password=server.password or None,
        timeout=SECONDS,
        use_tls=server.security is SmtpSecurity.TLS,
        start_tls=server.security is SmtpSecurity.STARTTLS,
        tls_context=trusted,
    )
    try:
        async with client:
            await client.noop()
    except (aiosmtplib.SMTPException, OSError, ValueError) as error:
        raise NotSent(type(error).__name__) from error


def letter(notice: Notice, due: Due, sender: str) -> EmailMessage:
    """The notice as an e-mail in plain text."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = due.email or ""
    message["Subject"] = f"Relais : {notice.headline}"
    message["Date"] = format_datetime(due.created_at)
    domain = sender.rpartition("@")[2].strip("> ") or "relais.invalid"
    message["Message-ID"] = f"<{sha256(due.key.encode()).hexdigest()[:32]}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"  # no out-of-office answers
    message["X-Auto-Response-Suppress"] = "All"
    parts = ("\n".join(notice.lines), notice.way, f"-- \n{notice.why}" if notice.why else "")
    message.set_content("\n\n".join(filter(None, parts)) + "\n")
    return message
