"""Which notices one gets, and whether any can be sent at all."""

from starlette.responses import Response

from bot.desk.door import Page
from bot.desk.visit import Visit, go
from bot.store import staff


def change(visit: Visit) -> Response:
    """From one's own account."""
    instant, digest = bool(visit.form.get("immediats")), bool(visit.form.get("resume"))
    staff.prefer(visit.db, visit.staff.account.id, instant=instant, digest=digest)
    visit.log("change_account", visit.staff.account.email, "avis")
    return go("/compte", "profil")


PAGES = (Page(path="/compte/avis", show=change, method="POST"),)
