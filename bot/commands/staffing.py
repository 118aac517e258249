"""`relais staff`: accounts of the desk from a shell; links are printed once and kept nowhere."""

from datetime import datetime

from rich.console import Console
from rich.table import Table

from bot.catalogue.places import find_region
from bot.desk import tokens
from bot.desk.joining import INVITED_FOR, invite_first, is_email
from bot.desk.parts import new_token
from bot.desk.words import ROLES, region_name
from bot.errors import UsageError
from bot.settings import Settings
from bot.store import audit, invitations, life, staff, staff_sessions
from bot.store.audit import Deed
from bot.store.database import Database
from bot.store.invitations import NewInvitation
from bot.store.tables import Role

SHELL = "relais staff"  # who did it, in the audit log


def first_link(database: Database, url: str, now: datetime) -> str:
    """A link that makes the first administrator; empty when somebody can sign in already."""
    token = new_token()
    with database.transaction() as session:
        return _address(url, token) if invite_first(session, token, now) else ""


def public_url(settings: Settings) -> str:
    """Where people reach this service, as far as the settings tell."""
    return settings.base_url or f"http://{settings.http_host}:{settings.http_port}"


def invite(database: Database, url: str, new: NewInvitation, token: str, now: datetime) -> str:
    """Keep the invitation, also of somebody who has an account (a new password); gives the link."""
    with database.transaction() as session:
        invitations.add(session, new, now)
        audit.add(session, Deed(who=SHELL, action="invite", subject=new.email, detail=new.role), now)
    return _address(url, token)


def invitation(email: str, name: str, role: str, region: str, now: datetime) -> tuple[NewInvitation, str]:
    """The invitation and its token; raises UsageError for what the command line got wrong."""
    if not is_email(email):
        raise UsageError(f"« {email} » n'est pas une adresse e-mail complète.")
    if role not in set(Role):
        raise UsageError(f"Rôle inconnu : « {role} ». Écrivez {', '.join(Role)}.")
    known = find_region(region) if region else None
    if role != Role.ADMINISTRATOR and known is None:
        raise UsageError("Donnez la région avec --region, par exemple BFC, HDF, IDF ou NOR.")
    token = new_token()
    new = NewInvitation(
        token_hash=tokens.digest(token),
        email=email.lower(),
        name=name or email.partition("@")[0],
        role=Role(role),
        region=known.code if known and role != Role.ADMINISTRATOR else None,
        invited_by=SHELL,
        expires_at=now + INVITED_FOR,
    )
    return new, token


def print_accounts(database: Database) -> None:
    """A table, or a sentence when there is none."""
    with database.reading() as session:
        found = staff.accounts(session)
    if not found:
        print("Aucun compte pour l'instant : « relais staff add ADRESSE » fait un lien d'invitation.")
        return
    table = Table("E-mail", "Nom", "Rôle", "Région", "État")
    for account in found:
        state = "désactivé" if account.disabled_at else "actif"
        table.add_row(account.email, account.name, ROLES[account.role], region_name(account.region), state)
    Console().print(table)


def disable(database: Database, email: str, now: datetime) -> None:
    """The account cannot sign in any more, its sessions end; raises UsageError for an unknown one."""
    with database.transaction() as session:
        account = staff.find(session, email)
        if account is None:
            raise UsageError(f"Aucun compte « {email} » : « relais staff list » les montre.")
        staff.disable(session, account.id, now)
        life.let_go(session, account.id, account.name, SHELL, now)
        staff_sessions.revoke_all(session, account.id, now)
        invitations.withdraw(session, account.email, now)
        audit.add(session, Deed(who=SHELL, action="disable", subject=account.email), now)


def _address(url: str, token: str) -> str:
    return f"{url}/guichet/invitation/{token}"
