"""The application of a page under lock: in the region, as it was shown, not anonymised; and its applicant told."""

from bot.desk.visit import FormRefused, NotHere, Visit
from bot.dialogue import telling
from bot.dialogue.messages import Reply
from bot.errors import ChangeRefused
from bot.store import applicants, life
from bot.store.application_file import ApplicationFile
from bot.store.tables import ApplicationRow

LONGEST_TEXT = 3000  # characters of a note, a message, a reason
_CHANGED = "Ce dossier a changé pendant ce temps : relisez-le, puis recommencez. Votre texte est gardé ci-dessous."


def held(visit: Visit) -> ApplicationRow:
    """The application of the page, under lock; its region cannot change any more."""
    file: ApplicationFile = visit.found
    row = life.locked(visit.db, file.reference)
    if row is None or (visit.staff.region and row.region != visit.staff.region):
        raise NotHere
    if row.anonymised_at:
        raise ChangeRefused("Ce dossier est anonymisé : on ne peut plus rien y changer.")
    return row


def fresh(visit: Visit) -> ApplicationRow:
    """The same, unless somebody changed it since the page was shown."""
    row = held(visit)
    if visit.form.number("version") != row.version:
        raise ChangeRefused(_CHANGED)
    return row


def tell(visit: Visit, row: ApplicationRow, reply: Reply, key: str) -> bool:
    """Put the message into the applicant's outbox in the same transaction; False when no talk reaches them."""
    return applicants.tell(visit.db, row.id, key=key, body=telling.body(reply), now=visit.now)


def text_of(visit: Visit, name: str, *, required: bool, what: str) -> str:
    """A text of the form; raises FormRefused when it is missing or too long."""
    text = visit.form.get(name)
    if required and not text:
        raise FormRefused({name: f"Écrivez {what}."})
    if len(text) > LONGEST_TEXT:
        raise FormRefused({name: f"Ce texte est trop long : {LONGEST_TEXT} caractères au plus (il en a {len(text)})."})
    return text
