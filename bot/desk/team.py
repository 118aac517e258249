"""The team: who may come in, as what, for which region; invited, changed, disabled."""

from dataclasses import dataclass

from starlette.responses import Response

from bot.catalogue.places import REGIONS
from bot.desk import tokens, words
from bot.desk.door import Page
from bot.desk.joining import INVITED_FOR, is_email
from bot.desk.loaders import load_account, load_number
from bot.desk.visit import FormRefused, Visit, go
from bot.errors import ChangeRefused
from bot.store import invitations, life, staff, staff_sessions
from bot.store.invitations import NewInvitation
from bot.store.staff import Account
from bot.store.tables import Role


@dataclass(frozen=True)
class Link:
    """An invitation just made: shown once, its token is kept nowhere."""

    email: str
    address: str


def show(visit: Visit, link: Link | None = None) -> Response:
    """The accounts one may look after, and the invitations that wait."""
    region = visit.staff.region
    return visit.page(
        "team.html",
        accounts=staff.accounts(visit.db, region),
        invitations=invitations.open_invitations(visit.db, region, visit.now),
        link=link,
        roles=roles_given_by(visit),
        role_names=[(role, words.ROLES[role]) for role in roles_given_by(visit)],
        regions=_regions(visit),
    )


def invite(visit: Visit) -> Response:
    """Make a link for somebody new."""
    email, name = visit.form.get("email").lower(), visit.form.get("nom")
    role, region, wrong = read_role(visit)
    if not is_email(email):
        wrong["email"] = "Cette adresse e-mail n'est pas complète : écrivez-la comme prenom.nom@cci.example."
    elif staff.find(visit.db, email):
        wrong["email"] = "Cette personne a déjà un compte : donnez-lui un nouveau lien depuis la liste."
    if not 2 <= len(name) <= 100:
        wrong["nom"] = "Écrivez le prénom et le nom, en 100 caractères au plus."
    if wrong:
        raise FormRefused(wrong)
    return show(visit, _make(visit, email, name, role, region))


def renew(visit: Visit) -> Response:
    """A link by which a known person sets a new password."""
    account = _other(visit)
    if account.disabled_at:
        raise ChangeRefused("Ce compte est désactivé : réactivez-le d'abord.")
    return show(visit, _make(visit, account.email, account.name, account.role, account.region))


def change(visit: Visit) -> Response:
    """Another role or region; open sessions go on with the new rights at once."""
    account = _other(visit)
    role, region, wrong = read_role(visit)
    if wrong:
        raise FormRefused(wrong)
    if account.role is Role.ADMINISTRATOR and role is not Role.ADMINISTRATOR:
        _keep_an_administrator(visit)
    staff.change(visit.db, account.id, role, region)
    if region:
        life.let_go(visit.db, account.id, account.name, visit.staff.who, visit.now, keep=region)
    visit.log("change_account", account.email, f"{role} {region or ''}".strip())
    return go("/equipe", "compte")


def disable(visit: Visit) -> Response:
    """Nobody signs in with it any more; every session ends."""
    account = _other(visit)
    if account.role is Role.ADMINISTRATOR:
        _keep_an_administrator(visit)
    staff.disable(visit.db, account.id, visit.now)
    life.let_go(visit.db, account.id, account.name, visit.staff.who, visit.now)
    staff_sessions.revoke_all(visit.db, account.id, visit.now)
    invitations.withdraw(visit.db, account.email, visit.now)
    visit.log("disable", account.email)
    return go("/equipe", "desactive")


def enable(visit: Visit) -> Response:
    """It may sign in again, with the password it had."""
    account = _other(visit)
    staff.enable(visit.db, account.id)
    visit.log("enable", account.email)
    return go("/equipe", "reactive")


def cancel(visit: Visit) -> Response:
    """The link stops working."""
    waiting = invitations.open_invitations(visit.db, visit.staff.region, visit.now)
    found = next((one for one in waiting if one.id == visit.found), None)
    if found:
        invitations.withdraw(visit.db, found.email, visit.now)
        visit.log("cancel_invitation", found.email)
    return go("/equipe", "invitation-annulee")


def roles_given_by(visit: Visit) -> tuple[Role, ...]:
    """Nobody gives more than they have."""
    return tuple(Role) if visit.staff.is_at_least(Role.ADMINISTRATOR) else (Role.ADVISER, Role.MANAGER)


def read_role(visit: Visit) -> tuple[Role, str | None, dict[str, str]]:
    """Role and region of the form, and what is wrong with them; an administrator has no region."""
    wanted = visit.form.get("role")
    if wanted not in roles_given_by(visit):
        return Role.ADVISER, None, {"role": "Choisissez un rôle."}
    role = Role(wanted)
    if role is Role.ADMINISTRATOR:
        return role, None, {}
    region = visit.staff.region or visit.form.get("region")
    wrong = {} if region in {each.code for each in REGIONS} else {"region": "Choisissez une région."}
    return role, region, wrong


def _make(visit: Visit, email: str, name: str, role: Role, region: str | None) -> Link:
    token = visit.parts.new_token()
    new = NewInvitation(
        token_hash=tokens.digest(token),
        email=email,
        name=name,
        role=role,
        region=region,
        invited_by=visit.staff.who,
        expires_at=visit.now + INVITED_FOR,
    )
    invitations.add(visit.db, new, visit.now)
    visit.log("invite", email, f"{role} {region or ''}".strip())
    return Link(email, f"{visit.request.url.scheme}://{visit.request.url.netloc}/guichet/invitation/{token}")


def _other(visit: Visit) -> Account:
    account: Account = visit.found
    if account.id == visit.staff.account.id:
        raise ChangeRefused("On ne change pas son propre compte ici : demandez à un collègue.")
    return account


def _keep_an_administrator(visit: Visit) -> None:
    if staff.count_administrators(visit.db) < 2:
        raise ChangeRefused("C'est le dernier administrateur : nommez-en un autre d'abord.")


def _regions(visit: Visit) -> tuple[tuple[str, str], ...]:
    return tuple((each.code, each.name) for each in REGIONS if visit.staff.region in (None, each.code))


_ONE = "/equipe/{number}"
PAGES = (
    Page(path="/equipe", show=show, role=Role.MANAGER),
    Page(path="/equipe/inviter", show=invite, method="POST", role=Role.MANAGER, again=show),
    Page(path=_ONE, show=change, method="POST", role=Role.MANAGER, load=load_account, again=show),
    Page(path=f"{_ONE}/lien", show=renew, method="POST", role=Role.MANAGER, load=load_account, again=show),
    Page(path=f"{_ONE}/desactiver", show=disable, method="POST", role=Role.MANAGER, load=load_account, again=show),
    Page(path=f"{_ONE}/reactiver", show=enable, method="POST", role=Role.MANAGER, load=load_account, again=show),
    Page(path="/equipe/invitations/{number}/annuler", show=cancel, method="POST", role=Role.MANAGER, load=load_number),
)
