"""The page of one application, its print view, and the forms on it."""

from datetime import timedelta

from starlette.responses import Response

from bot.desk import correcting, corresponding, deciding, giving, holding, operations
from bot.desk.door import Page
from bot.desk.file_lines import groups_of, read_value
from bot.desk.filters import region_codes
from bot.desk.inbox import badges_of
from bot.desk.loaders import load_file
from bot.desk.visit import NotHere, Visit, go
from bot.intake.form import FIELDS, Kind
from bot.intake.life import SEATED, Act, moves_from
from bot.store import application_file, attachments, audit, cohorts, correspondence, life, listing, staff
from bot.store.application_file import ApplicationFile
from bot.store.audit import Deed
from bot.store.listing import Listed
from bot.store.tables import ApplicationStatus, CohortStatus, Direction, Role

LOGGED_EVERY = timedelta(hours=1)  # opening the same file again and again is one line of the log
_CORRECTABLE = {field.key for field in FIELDS if field.kind is not Kind.CONSENT}
FORWARD = (
    Act.TAKE_UP,
    Act.RESUME,
    Act.SHORTLIST,
    Act.ACCEPT,
    Act.BEGIN_WORKSHOP,
    Act.BEGIN_COACHING,
    Act.CLOSE,
)  # the ways on; the others stand below them


def show(visit: Visit) -> Response:
    """Everything about one application."""
    file: ApplicationFile = visit.found
    open_cohorts = [
        cohort
        for cohort in cohorts.in_region(visit.db, file.region, SEATED)
        if cohort.fields.status is CohortStatus.OPEN
    ]
    moves = [move for move in moves_from(file.status) if visit.staff.is_at_least(move.least)]
    moves = [move for move in moves if move.act is not Act.ASK_CORRECTION and not file.anonymised_at]
    decided = file.status in (*SEATED, *life.ENDED, ApplicationStatus.WAITING_LIST)
    return visit.page(
        "file.html",
        file=file,
        groups=groups_of(file),
        badges=badges_of(_as_listed(file, visit), visit.now),
        forward=[move for move in moves if move.act in FORWARD],
        other=[move for move in moves if move.act not in FORWARD],
        can_ask=Act.ASK_CORRECTION in {move.act for move in moves_from(file.status)} and not file.anonymised_at,
        cohorts=open_cohorts,
        duplicates=listing.duplicates_of(visit.db, file.id, visit.staff.region),
        colleagues=staff.assignable(visit.db, file.region),
        regions=region_codes(),
        can_transfer=visit.staff.is_at_least(Role.MANAGER) and not decided and not file.anonymised_at,
        longest=holding.LONGEST_TEXT,
        documents=attachments.of_application(visit.db, file.reference),
    )


def show_for_print(visit: Visit) -> Response:
    """One page for paper: fields, messages, timeline; no form."""
    visit_file: ApplicationFile = visit.found
    documents = attachments.of_application(visit.db, visit_file.reference)
    return visit.page("print.html", file=visit_file, groups=groups_of(visit_file), documents=documents)


def note_opening(visit: Visit) -> None:
    """The first opening takes « Nouveau » away, messages count as read, the log knows who looked."""
    _note(visit, "open_file")


def note_print(visit: Visit) -> None:
    """Paper leaves the house: the log knows."""
    _note(visit, "print_file")


def _note(visit: Visit, action: str) -> None:
    file: ApplicationFile = visit.found
    who = f"{visit.staff.who} <{visit.staff.account.email}>"
    deed = Deed(who=who, action=action, subject=file.reference)
    unread = any(one.direction is Direction.FROM_APPLICANT and one.read_at is None for one in file.messages)
    with visit.parts.database.reading() as session:
        known = audit.done_since(session, deed, visit.now - LOGGED_EVERY)
    if known and file.seen_at and not unread:
        return
    with visit.parts.database.transaction() as session:
        if not known:
            audit.add(session, deed, visit.now)
        application_file.mark_seen(session, file.id, visit.now)
        correspondence.mark_read(session, file.id, Direction.FROM_APPLICANT, visit.now)


def act(visit: Visit) -> Response:
    """A step of the life of the application."""
    wanted = visit.form.get("etape")
    if wanted not in set(Act) or wanted == Act.ASK_CORRECTION:
        raise NotHere
    return _back(visit, "etape" if deciding.act_on(visit, Act(wanted)) else "etape-non-dite")


def ask_correction(visit: Visit) -> Response:
    """A question to the applicant about one field."""
    return _back(visit, "correction" if correcting.ask_correction(visit, _field(visit)) else "correction-non-dite")


def set_field(visit: Visit) -> Response:
    """Staff write a field themselves."""
    key = _field(visit)
    field = next(field for field in FIELDS if field.key == key)
    why = holding.text_of(visit, f"pourquoi-{key}", required=True, what="d'où vient cette valeur")
    told = correcting.set_field(visit, key, read_value(field, visit.form, operations.vocabulary(visit.db)), why)
    return _back(visit, "champ" if told else "etape-non-dite")


def write(visit: Visit) -> Response:
    """A message to the applicant."""
    return _back(visit, "message" if corresponding.write(visit) else "message-garde", "messages")


def note(visit: Visit) -> Response:
    """A note for colleagues, which the applicant gets who asks for their data."""
    corresponding.add_note(visit)
    return _back(visit, "note", "notes")


def assign(visit: Visit) -> Response:
    """To whom the application is given."""
    file: ApplicationFile = visit.found
    giving.assign_all(visit, (file.reference,), visit.form.get("affecter-a"))
    return _back(visit, "affecte")


def transfer(visit: Visit) -> Response:
    """To another region; whoever sees only this one goes back to the list."""
    file: ApplicationFile = visit.found
    why = holding.text_of(visit, "transfert-motif", required=True, what="le motif")
    giving.transfer(visit, visit.form.get("region"), why)
    return go("/" if visit.staff.region else f"/dossiers/{file.reference}", "transmis")


def _field(visit: Visit) -> str:
    key = visit.form.get("champ")
    if key not in _CORRECTABLE:
        raise NotHere
    return key


def _back(visit: Visit, done: str, anchor: str = "") -> Response:
    file: ApplicationFile = visit.found
    return go(f"/dossiers/{file.reference}", done, anchor)


def _as_listed(file: ApplicationFile, visit: Visit) -> Listed:
    return Listed(
        id=file.id,
        reference=file.reference,
        company=file.company,
        region=file.region,
        department=file.department,
        status=file.status,
        fields=file.fields,
        assignee=file.assignee,
        submitted_at=file.submitted_at,
        updated_at=file.updated_at,
        seen=file.seen_at is not None,
        doubtful=len(file.doubtful),
        duplicates=0,
        unread=0,
    )


_PATH = "/dossiers/{reference}"
PAGES = (
    Page(path=_PATH, show=show, load=load_file, seen=note_opening),
    Page(path=f"{_PATH}/imprimer", show=show_for_print, load=load_file, seen=note_print),
    Page(path=f"{_PATH}/etape", show=act, method="POST", load=load_file, again=show),
    Page(path=f"{_PATH}/correction", show=ask_correction, method="POST", load=load_file, again=show),
    Page(path=f"{_PATH}/champ", show=set_field, method="POST", load=load_file, again=show),
    Page(path=f"{_PATH}/message", show=write, method="POST", load=load_file, again=show),
    Page(path=f"{_PATH}/note", show=note, method="POST", load=load_file, again=show),
    Page(path=f"{_PATH}/affectation", show=assign, method="POST", load=load_file, again=show),
    Page(path=f"{_PATH}/region", show=transfer, method="POST", role=Role.MANAGER, load=load_file, again=show),
)
