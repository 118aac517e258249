"""What staff write: to the applicant, or to each other."""

from bot.desk.holding import held, tell, text_of
from bot.desk.visit import Visit
from bot.dialogue import telling
from bot.store import correspondence, life
from bot.store.life import Change
from bot.store.tables import Direction


def write(visit: Visit) -> bool:
    """Send a message to the applicant; False when no talk of theirs is left to send it to."""
    row = held(visit)
    text = text_of(visit, "message", required=True, what="votre message")
    number = correspondence.write(visit.db, row.id, Direction.TO_APPLICANT, visit.staff.who, text, visit.now)
    life.note(visit.db, row, Change(who=visit.staff.who, what="message"), visit.now)
    visit.log("message", row.reference)
    told = telling.adviser_wrote(row.language, row.reference, visit.staff.who, text)
    return tell(visit, row, told, f"message:{number}")


def add_note(visit: Visit) -> None:
    """Write something for colleagues."""
    row = held(visit)
    text = text_of(visit, "note", required=True, what="votre note")
    correspondence.add_note(visit.db, row.id, visit.staff.who, text, visit.now)
    life.note(visit.db, row, Change(who=visit.staff.who, what="note"), visit.now)
    visit.log("note", row.reference)
