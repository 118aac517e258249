"""Invitations taken up: a one-time link makes an account, or gives a known one a new password."""

from dataclasses import replace
from datetime import datetime, timedelta

from email_validator import EmailNotValidError, validate_email
from starlette.responses import Response

from bot.desk import tokens
from bot.desk.door import Page
from bot.desk.passwords import weakness
from bot.desk.signing_in import enter
from bot.desk.visit import FormRefused, Visit, go
from bot.errors import ChangeRefused
from bot.store import audit, invitations, staff, staff_sessions
from bot.store.audit import Deed
from bot.store.database import Session
from bot.store.invitations import Invitation, NewInvitation
from bot.store.staff import Account, NewAccount
from bot.store.tables import Role

INVITED_FOR = timedelta(days=7)
FIRST_FOR = timedelta(days=1)
FIRST = ""  # the e-mail of the very first invitation is written by whoever takes it up
_GONE = "Ce lien a déjà servi ou n'est plus valable : demandez-en un nouveau à la personne qui vous l'a envoyé."


def invite_first(session: Session, token: str, now: datetime) -> bool:
    """Make the link of the first administrator; False when somebody can sign in already."""
    if staff.exists(session):
        return False
    new = NewInvitation(
        token_hash=tokens.digest(token),
        email=FIRST,
        name="",
        role=Role.ADMINISTRATOR,
        region=None,
        invited_by="relais run",
        expires_at=now + FIRST_FOR,
    )
    invitations.add(session, new, now)
    return True


def show(visit: Visit) -> Response:
    """What the link is for, and the form."""
    with visit.parts.database.reading() as session:
        invitation = _open(session, visit)
        known = invitation is not None and staff.find(session, invitation.email) is not None
    if invitation is None:
        return replace(visit, problems=replace(visit.problems, status=410, sentence=_GONE)).page(
            "notice.html", written=()
        )
    return visit.page("join.html", invitation=invitation, known=known, first=invitation.email == FIRST)


def join(visit: Visit) -> Response:
    """Make the account or set its password, once, and sign in."""
    with visit.parts.database.reading() as session:
        if _open(session, visit) is None:
            raise ChangeRefused(_GONE)
    password = visit.form.raw("mot-de-passe")
    hashed = visit.parts.passwords.hash(password) if len(password) <= 1000 else ""
    with visit.parts.database.transaction() as session:
        invitation = _open(session, visit)
        if invitation is None:
            raise ChangeRefused(_GONE)
        email, name = _checked(visit, session, invitation, password)
        account = _account(session, invitation, email, name, hashed, visit.now)
        invitations.use(session, invitation.id, visit.now)
        invitations.withdraw(session, account.email, visit.now)
    return enter(visit, account, go("/", "connecte"))


def _open(session: Session, visit: Visit) -> Invitation | None:
    token = visit.request.path_params["token"]
    found = invitations.find_open(session, tokens.digest(token), visit.now)
    if found and found.email == FIRST and staff.exists(session):
        return None
    return found


def _checked(visit: Visit, session: Session, invitation: Invitation, password: str) -> tuple[str, str]:
    """E-mail and name as they will be kept; raises FormRefused naming every field to look at."""
    email, name = invitation.email or visit.form.get("email").lower(), visit.form.get("nom") or invitation.name
    known = staff.find(session, email)
    wrong: dict[str, str] = {}
    if invitation.email == FIRST and not is_email(email):
        wrong["email"] = "Cette adresse e-mail n'est pas complète : écrivez-la comme prenom.nom@cci.example."
    if known is None and not 2 <= len(name) <= 100:
        wrong["nom"] = "Écrivez votre prénom et votre nom, en 100 caractères au plus."
    if problem := weakness(password, email):
        wrong["mot-de-passe"] = problem
    elif password != visit.form.raw("confirmation"):
        wrong["confirmation"] = "Les deux mots de passe sont différents : écrivez deux fois le même."
    if wrong:
        raise FormRefused(wrong)
    return email, name


def _account(session: Session, invitation: Invitation, email: str, name: str, hashed: str, now: datetime) -> Account:
    if known := staff.find(session, email):
        if known.disabled_at:
            raise ChangeRefused("Ce compte est désactivé : demandez à un responsable de le réactiver.")
        staff.set_password(session, known.id, hashed)
        staff_sessions.revoke_all(session, known.id, now)
        _log(session, known, "new_password", now)
        return known
    new = NewAccount(email=email, name=name, role=invitation.role, region=invitation.region, password_hash=hashed)
    account = staff.add(session, new, now)
    _log(session, account, "join", now)
    return account


def _log(session: Session, account: Account, action: str, now: datetime) -> None:
    audit.add(session, Deed(who=f"{account.name} <{account.email}>", action=action, subject=account.email), now)


def is_email(text: str) -> bool:
    """Whether the text has the form of an address."""
    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return len(text) <= 254


PAGES = (
    Page(path="/invitation/{token}", show=show, role=None),
    Page(path="/invitation/{token}", show=join, method="POST", role=None, again=show),
)
