"""What could not be sent: e-mails to staff and webhook calls that were given up, to be sent again."""

from starlette.responses import Response

from bot.desk.door import Page
from bot.desk.loaders import load_number
from bot.desk.visit import NotHere, Visit, go
from bot.store import dispatches
from bot.store.dispatches import Dead
from bot.store.tables import Medium, Role

MEDIA = {Medium.EMAIL: "E-mail", Medium.WEBHOOK: "Webhook"}


def show(visit: Visit) -> Response:
    """Those given up, and how many wait."""
    given_up = dispatches.dead(visit.db)
    waiting = dispatches.count_waiting(visit.db)
    return visit.page(
        "sendings.html",
        given_up=[(one, MEDIA[one.medium], _about(one)) for one in given_up],
        waiting=[(MEDIA[medium], count) for medium, count in waiting.items()],
    )


def send_again(visit: Visit) -> Response:
    """Try for another day."""
    if not dispatches.send_again(visit.db, visit.found, visit.now):
        raise NotHere
    visit.log("send_again", str(visit.found))
    return go("/envois", "relance")


def _about(one: Dead) -> str:
    """What it was about: a reference, or the digest of a day."""
    if one.medium is Medium.WEBHOOK:
        return f"{one.body['data']['reference']} ({one.body['type']})"
    if "reference" in one.body:
        return str(one.body["reference"])
    return f"résumé du {one.body['day']}"


PAGES = (
    Page(path="/envois", show=show, role=Role.ADMINISTRATOR),
    Page(path="/envois/{number}/relancer", show=send_again, method="POST", role=Role.ADMINISTRATOR, load=load_number),
)
