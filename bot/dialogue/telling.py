"""What the applicant is told when the desk does something: a change of status, a correction asked, a letter.

The desk keeps `body(...)` of these with `store.applicants.tell`, in the transaction of its change.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from bot.answers.types import Language
from bot.catalogue.formats import day
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, Run, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.wording import say
from bot.intake.form import field_of
from bot.store.corrections import Correction
from bot.store.tables import ApplicationStatus

_REPLIES: TypeAdapter[Reply] = TypeAdapter(Reply)


def body(reply: Reply) -> dict[str, Any]:
    """The reply as the outbox keeps it."""
    dumped: dict[str, Any] = _REPLIES.dump_python(reply, mode="json")
    return dumped


def status_changed(
    language: str, reference: str, status: ApplicationStatus, *, reason: str = "", cohort: str = "", rank: int = 0
) -> Reply:
    """The new status in plain words; `reason` is said as the adviser wrote it, `cohort` its name, dates and place."""
    spoken = Language(language)
    said = [paragraph(say(f"told_{status}", spoken, reference=reference))]
    if cohort:
        said.append(paragraph(say("told_cohort", spoken, cohort=cohort)))
    if rank:
        said.append(paragraph(say("told_rank", spoken, rank=rank)))
    if reason:
        said += [paragraph(say("told_reason", spoken)), _quoted(reason)]
    return Reply(paragraphs=tuple(said), buttons=((_button(spoken, "button_dossier", Press.COMMAND, "dossier"),),))


def corrections_asked(language: str, reference: str, asked: Sequence[Correction]) -> Reply:
    """One button a field; the adviser's words stand under each."""
    spoken = Language(language)
    said = [paragraph(say("told_corrections", spoken, reference=reference))]
    for correction in asked:
        said += [paragraph(f"**{label(correction.field, spoken)}**", Layout.BULLET), _quoted(correction.message)]
    said.append(paragraph(say("told_corrections_way", spoken)))
    rows = tuple((correction_button(correction, spoken),) for correction in asked)
    return Reply(paragraphs=tuple(said), buttons=rows)


def adviser_wrote(language: str, reference: str, author: str, text: str) -> Reply:
    """A letter, with a button to answer it."""
    spoken = Language(language)
    said = (
        paragraph(say("told_letter", spoken, reference=reference, author=author.replace("**", ""))),
        _quoted(text),
        paragraph(say("told_letter_way", spoken)),
    )
    return Reply(paragraphs=said, buttons=((_button(spoken, "button_reply", Press.LETTER, reference),),))


def field_corrected(language: str, reference: str, field: str, value: str) -> Reply:
    """Staff corrected a line themselves; `value` in words."""
    spoken = Language(language)
    heading = paragraph(say("told_field", spoken, reference=reference, field=label(field, spoken)))
    return Reply(
        paragraphs=(heading, _quoted(value)), buttons=((_button(spoken, "button_dossier", Press.COMMAND, "dossier"),),)
    )


def transferred(language: str, reference: str, region: str) -> Reply:
    """Another region's chamber follows the application from now on."""
    spoken = Language(language)
    said = paragraph(say("told_transfer", spoken, reference=reference, region=region))
    return Reply(paragraphs=(said,), buttons=((_button(spoken, "button_dossier", Press.COMMAND, "dossier"),),))


def draft_taken_away(language: str) -> Reply:
    """The draft moved to another device."""
    return Reply(paragraphs=(paragraph(say("taken_away", Language(language))),))


def cohort_in_words(language: str, *, name: str, starts_on: date, ends_on: date, place: str) -> str:
    """« Printemps 2027, du 4 mars 2027 au 9 juillet 2027, Dole », for `status_changed`."""
    dates = say("cohort_dates", Language(language), starts=day(starts_on, language), ends=day(ends_on, language))
    return ", ".join(part.replace("**", "") for part in (name, dates, place) if part)


def correction_button(correction: Correction, language: Language) -> Button:
    """« Corriger : Téléphone »."""
    name = label(correction.field, language)
    return Button(say("button_correct_field", language, field=name), press=data(Press.CORRECTION, correction.id))


def label(field: str, language: Language) -> str:
    """The name of a field; a key that the form no longer has is shown as it is."""
    try:
        return field_of(field).label.of(language)
    except KeyError:
        return field


def _quoted(text: str) -> Paragraph:
    return Paragraph((Run(text),), Layout.QUOTE)


def _button(language: Language, key: str, press: Press, *parts: object) -> Button:
    return Button(say(key, language), press=data(press, *parts))
