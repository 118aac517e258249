"""What is said once an effect was carried out: a reference, a receipt, a file, an apology."""

from datetime import timedelta

from bot.answers.types import Language
from bot.catalogue.formats import PARIS, day, listed, moment
from bot.catalogue.places import region_of
from bot.dialogue import sharing
from bot.dialogue.abilities import Abilities
from bot.dialogue.effects import CorrectionTaken, Erased, Exported, Outcome, Shared, Submitted, Withdrawn
from bot.dialogue.messages import Button, Document, Layout, Paragraph, Reply, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.readable import as_page
from bot.dialogue.telling import label
from bot.dialogue.wording import say

SILENCE = timedelta(days=7)  # after which the applicant is told to ask; the desk calls a file overdue from then on


def announce(language: Language, abilities: Abilities, outcome: Outcome) -> tuple[Reply, ...]:
    """The replies to one outcome."""
    match outcome:
        case Submitted():
            return (_submitted(language, abilities, outcome),)
        case Withdrawn():
            return (_withdrawn(language, outcome),)
        case CorrectionTaken():
            return (_corrected(language, abilities, outcome),)
        case Shared():
            return (sharing.code_reply(language, outcome),)
        case Exported():
            return _exported(language, outcome)
        case Erased():
            return (_erased(language, outcome),)
    return ()


def apology(language: Language) -> Reply:
    """Plain words and a way to a person."""
    return Reply(paragraphs=(paragraph(say("sorry", language)),), buttons=((_button(language, "conseiller"),),))


def _submitted(language: Language, abilities: Abilities, outcome: Submitted) -> Reply:
    key = "sent_already" if outcome.already else "sent"
    region = region_of(outcome.region)
    chamber = abilities.chamber(region.name) if region else None
    said = [paragraph(say(key, language, reference=outcome.reference))]
    to = say("sent_to", language, chamber=chamber.title) if chamber else say("sent_next", language)
    said.append(paragraph(to))
    if outcome.at:
        by = day((outcome.at + SILENCE).astimezone(PARIS).date(), language)
        said.append(paragraph(say("sent_by", language, day=by)))
    return Reply(paragraphs=tuple(said), buttons=((_button(language, "dossier"),),))


def _withdrawn(language: Language, outcome: Withdrawn) -> Reply:
    key = "withdrawn" if outcome.done else "not_withdrawn"
    return Reply(paragraphs=(paragraph(say(key, language, reference=outcome.reference)),))


def _corrected(language: Language, abilities: Abilities, outcome: CorrectionTaken) -> Reply:
    buttons = ((_button(language, "dossier"),),)
    if outcome.still_open is None:
        return Reply(paragraphs=(paragraph(say("correct_stale", language)),), buttons=buttons)
    if outcome.doubtful:
        said = [paragraph(say("corrected_doubtful", language))]
    else:
        value = abilities.show(outcome.field, outcome.value, language).replace("**", "")
        said = [paragraph(say("corrected", language, field=label(outcome.field, language), value=value))]
    if outcome.still_open:
        said.append(paragraph(say("corrected_more", language)))
        buttons = ((_button(language, "corriger"),),)
    else:
        said.append(paragraph(say("corrected_all", language, reference=outcome.reference)))
    return Reply(paragraphs=tuple(said), buttons=buttons)


def _exported(language: Language, outcome: Exported) -> tuple[Reply, ...]:
    whole = Document(name=say("export_name", language), content=outcome.content)
    page = Document(name=say("export_readable", language), content=as_page(outcome.content, language))
    said = [paragraph(say("exported_readable", language))]
    if outcome.linked:
        said.append(paragraph(say("exported_elsewhere", language)))
    return (
        Reply(paragraphs=(paragraph(say("exported", language)),), document=whole),
        Reply(paragraphs=tuple(said), document=page),
    )


def _erased(language: Language, outcome: Erased) -> Reply:
    lines = [
        paragraph(say(f"erased_{kind}", language, count=count), Layout.BULLET)
        for kind, count in outcome.counts.items()
        if count
    ]
    return Reply(paragraphs=(paragraph(say("erased", language)), *lines, *_erased_notes(language, outcome)))


def _erased_notes(language: Language, outcome: Erased) -> list[Paragraph]:
    said = [paragraph(say("erased_draft", language))]
    if outcome.kept:
        said.append(paragraph(say("erased_kept", language, references=listed(outcome.kept))))
    said.append(paragraph(say("erased_bytes", language)))
    if outcome.linked:
        said.append(paragraph(say("erased_elsewhere", language)))
    if outcome.at:
        when = moment(outcome.at, language)
        said.append(paragraph(say("erased_receipt", language, receipt=outcome.receipt, moment=when)))
    return said


def _button(language: Language, command: str) -> Button:
    return Button(say(f"button_{command}", language), press=data(Press.COMMAND, command))
