"""Signing in and out: the same answer whatever is wrong, and a browser where it once was right stays known."""

import re
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk import tokens
from bot.desk.door import LASTS, Page
from bot.desk.throttling import Source, Throttle
from bot.desk.visit import HOME, FormRefused, Visit, go
from bot.errors import ChangeRefused
from bot.store import audit, staff, staff_sessions
from bot.store.audit import Deed
from bot.store.staff import Account

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)
_WRONG = "Adresse ou mot de passe inconnus."
_TOO_MANY = (
    "Trop d'essais depuis cet endroit : attendez un quart d'heure, ou demandez un nouveau lien à un responsable."
)


def show(visit: Visit) -> Response:
    """The form; whoever is signed in goes on."""
    if visit.signed_in and not visit.problems.sentence:
        return go(_next(visit))
    return visit.page("sign_in.html", email=visit.form.get("email"), wanted=_next(visit))


def sign_in(visit: Visit) -> Response:
    """Check the password, open a session."""
    email, password = visit.form.get("email").lower()[:254], visit.form.raw("mot-de-passe")
    if not email or not password:
        empty = (
            {"email": "Écrivez votre adresse e-mail."} if not email else {"mot-de-passe": "Écrivez votre mot de passe."}
        )
        raise FormRefused(empty)
    source = Source(email=email, address=address_of(visit.request), known_device=_known_device(visit, email))
    throttle = Throttle(database=visit.parts.database, clock=visit.parts.clock)
    allowed = throttle.allows(source)
    account = _checked(visit, email, password) if allowed else None
    if account is None:
        _log_failure(visit, email)
        raise ChangeRefused(_WRONG if allowed else _TOO_MANY)
    throttle.forget(source)
    return enter(visit, account, go(_next(visit), "" if _next(visit) != "/" else "connecte"))


def enter(visit: Visit, account: Account, response: Response) -> Response:
    """Open a session of the account in this browser."""
    token, now = visit.parts.new_token(), visit.now
    with visit.parts.database.transaction() as session:
        staff_sessions.forget_old(session, now - timedelta(days=30))
        staff_sessions.add(session, account.id, tokens.digest(token), browser_of(visit.request), now, now + LASTS)
        audit.add(session, Deed(who=f"{account.name} <{account.email}>", action="sign_in", subject=account.email), now)
    tokens.set_cookie(visit.request, response, tokens.SESSION, token, int(LASTS.total_seconds()))
    device = tokens.read_cookie(visit.request, tokens.DEVICE).partition(".")[0] or visit.parts.new_token()
    proof = tokens.sign(visit.parts.signing_key, "device", f"{device} {account.email}")
    tokens.set_cookie(visit.request, response, tokens.DEVICE, f"{device}.{proof}", tokens.KNOWN_FOR)
    return response


def sign_out(visit: Visit) -> Response:
    """End this session."""
    staff_sessions.revoke(visit.db, visit.staff.account.id, visit.staff.session_id, visit.now)
    visit.log("sign_out", visit.staff.account.email)
    response = RedirectResponse(f"{HOME}/connexion?fait=deconnecte", 303)
    tokens.drop_cookie(visit.request, response, tokens.SESSION)
    return response


def address_of(request: Request) -> str:
    """Where the request comes from; behind a proxy uvicorn puts the visitor's own address there."""
    return request.client.host if request.client else ""


def browser_of(request: Request) -> str:
    """« Firefox sur Windows », so that a person knows their sessions apart."""
    agent = request.headers.get("user-agent", "")
    browser = next((name for mark, name in _BROWSERS if mark in agent), "Navigateur")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return f"{browser} sur {system}" if system else browser


def _checked(visit: Visit, email: str, password: str) -> Account | None:
    with visit.parts.database.reading() as session:
        account = staff.find(session, email)
        kept = staff.password_hash(session, account.id) if account else None
    right, stronger = visit.parts.passwords.check(password, kept)
    if account is None or not right or account.disabled_at:
        return None
    if stronger:
        with visit.parts.database.transaction() as session:
            staff.set_password(session, account.id, stronger)
    return account


def _log_failure(visit: Visit, email: str) -> None:
    """A line whether the account exists or not, for the same time; what was typed is left out, it may be a password."""
    with visit.parts.database.transaction() as session:
        account = staff.find(session, email)
        who = f"{account.name} <{account.email}>" if account else "adresse inconnue"
        deed = Deed(who=who, action="sign_in_failed", subject=account.email if account else "")
        audit.add(session, deed, visit.now)


def _known_device(visit: Visit, email: str) -> str:
    device, _, proof = tokens.read_cookie(visit.request, tokens.DEVICE).partition(".")
    known = device and tokens.is_signed(visit.parts.signing_key, "device", f"{device} {email}", proof)
    return device if known else ""


def _next(visit: Visit) -> str:
    """A page of the desk to go on to, never one of elsewhere."""
    wanted = visit.form.get("suite") or visit.query.get("suite")
    return wanted if re.fullmatch(r"/(?!/)[\w/?&=.%+-]{0,500}", wanted, re.ASCII) else "/"


PAGES = (
    Page(path="/connexion", show=show, role=None),
    Page(path="/connexion", show=sign_in, method="POST", role=None, again=show),
    Page(path="/deconnexion", show=sign_out, method="POST"),
)
