"""One's own account: where one is signed in, a new password, how one's name is shown."""

from starlette.responses import Response

from bot.desk.door import IDLE, Page
from bot.desk.loaders import load_number
from bot.desk.passwords import weakness
from bot.desk.visit import FormRefused, Visit, go
from bot.store import staff, staff_sessions


def show(visit: Visit) -> Response:
    """Sessions and forms."""
    opened = staff_sessions.of_account(visit.db, visit.staff.account.id, visit.now, visit.now - IDLE)
    return visit.page("own_account.html", sessions=opened)


def close(visit: Visit) -> Response:
    """End one session; one's own leads to the sign-in page."""
    staff_sessions.revoke(visit.db, visit.staff.account.id, visit.found, visit.now)
    visit.log("revoke_session", visit.staff.account.email)
    return go("/compte", "session-fermee")


def close_others(visit: Visit) -> Response:
    """End every session but this one."""
    staff_sessions.revoke_all(visit.db, visit.staff.account.id, visit.now, but=visit.staff.session_id)
    visit.log("revoke_session", visit.staff.account.email, "les autres")
    return go("/compte", "session-fermee")


def rename(visit: Visit) -> Response:
    """How applicants and colleagues see one."""
    name = visit.form.get("nom")
    if not 2 <= len(name) <= 100:
        raise FormRefused({"nom": "Écrivez votre prénom et votre nom, en 100 caractères au plus."})
    staff.rename(visit.db, visit.staff.account.id, name)
    visit.log("change_account", visit.staff.account.email, "nom")
    return go("/compte", "profil")


def change_password(visit: Visit) -> Response:
    """With the old one; every other session ends."""
    account, form = visit.staff.account, visit.form
    kept = staff.password_hash(visit.db, account.id)
    wrong: dict[str, str] = {}
    if not visit.parts.passwords.check(form.raw("ancien"), kept)[0]:
        wrong["ancien"] = "Ce n'est pas votre mot de passe actuel."
    if problem := weakness(form.raw("nouveau"), account.email):
        wrong["nouveau"] = problem
    elif form.raw("nouveau") != form.raw("confirmation"):
        wrong["confirmation"] = "Les deux mots de passe sont différents : écrivez deux fois le même."
    if wrong:
        raise FormRefused(wrong)
    staff.set_password(visit.db, account.id, visit.parts.passwords.hash(form.raw("nouveau")))
    staff_sessions.revoke_all(visit.db, account.id, visit.now, but=visit.staff.session_id)
    visit.log("new_password", account.email)
    return go("/compte", "mot-de-passe")


PAGES = (
    Page(path="/compte", show=show),
    Page(path="/compte/nom", show=rename, method="POST", again=show),
    Page(path="/compte/mot-de-passe", show=change_password, method="POST", again=show),
    Page(path="/compte/sessions/{number}/fermer", show=close, method="POST", load=load_number),
    Page(path="/compte/sessions/fermer-les-autres", show=close_others, method="POST"),
)
