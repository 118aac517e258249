"""Keys to the API: made by managers for their region, shown once, revoked with one press."""

from dataclasses import dataclass
from datetime import timedelta

from starlette.responses import Response

from bot.catalogue.places import ACCELERATOR_REGIONS
from bot.desk import tokens
from bot.desk.api.description import CALLS_A_MINUTE
from bot.desk.api.records import Scope
from bot.desk.door import Page
from bot.desk.loaders import number_in
from bot.desk.visit import FormRefused, NotHere, Visit, go
from bot.desk.words import ALL_REGIONS
from bot.store import api_tokens
from bot.store.api_tokens import ApiToken, NewToken
from bot.store.tables import Role

PREFIX = "relais_"  # by which scanners of leaked secrets know ours
LASTS = (("90", "3 mois"), ("365", "1 an"), ("30", "1 mois"))
LONGEST_NAME = 80
EVERYWHERE = "toutes"


@dataclass(frozen=True)
class Made:
    """A key just made: shown once, kept nowhere."""

    name: str
    secret: str


def show(visit: Visit, made: Made | None = None) -> Response:
    """The keys that one may look after."""
    return visit.page(
        "api_keys.html",
        keys=[(key, _state(key, visit)) for key in api_tokens.all_of(visit.db, visit.staff.region)],
        made=made,
        lasts=LASTS,
        regions=[*((region.code, region.name) for region in ACCELERATOR_REGIONS), (EVERYWHERE, ALL_REGIONS)],
        calls=CALLS_A_MINUTE,
    )


def make(visit: Visit) -> Response:
    """A new key, never beyond one's own region."""
    name, days = visit.form.get("nom"), visit.form.get("duree")
    wrong = {}
    if not 2 <= len(name) <= LONGEST_NAME:
        wrong["nom"] = f"Dites à quoi sert la clé, en {LONGEST_NAME} caractères au plus (par exemple : CRM de la CCI)."
    if days not in dict(LASTS):
        wrong["duree"] = "Choisissez une durée."
    region, offered = visit.staff.region or visit.form.get("region"), {each.code for each in ACCELERATOR_REGIONS}
    if not visit.staff.region and region not in {*offered, EVERYWHERE}:
        wrong["region"] = "Choisissez une région."
    if wrong:
        raise FormRefused(wrong)
    secret = PREFIX + visit.parts.new_token()
    scopes = [Scope.READ, *([Scope.CONTACTS] if visit.form.get("contacts") else [])]
    new = NewToken(
        token_hash=tokens.digest(secret),
        name=name,
        scopes=scopes,
        region=None if region == EVERYWHERE else region,
        created_by=visit.staff.who,
        expires_at=visit.now + timedelta(days=int(days)),
    )
    api_tokens.add(visit.db, new, visit.now)
    visit.log("make_key", name, f"{region}, {', '.join(scopes)}, {days} j")
    return show(visit, Made(name, secret))


def revoke(visit: Visit) -> Response:
    """It opens nothing from now on."""
    key: ApiToken = visit.found
    api_tokens.revoke(visit.db, key.id, visit.now)
    visit.log("revoke_key", key.name)
    return go("/cles", "cle-revoquee")


def load_key(visit: Visit, path: dict[str, str]) -> ApiToken:
    """The key of the number in the path; those of all regions are for those of all regions."""
    key = api_tokens.get(visit.db, number_in(path))
    if key is None or visit.staff.region not in (None, key.region):
        raise NotHere
    return key


def _state(key: ApiToken, visit: Visit) -> str:
    if key.revoked_at:
        return "revoked"
    return "valid" if key.is_valid(visit.now) else "expired"


PAGES = (
    Page(path="/cles", show=show, role=Role.MANAGER),
    Page(path="/cles", show=make, method="POST", role=Role.MANAGER, again=show),
    Page(path="/cles/{number}/revoquer", show=revoke, method="POST", role=Role.MANAGER, load=load_key),
)
