"""What is said of a draft that waits: one reminder, a notice before it is removed, and that it was."""

from datetime import date

from bot.answers.types import Language
from bot.catalogue.formats import day
from bot.dialogue import steps
from bot.dialogue.messages import Button, Reply, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.sharing import company_of
from bot.dialogue.state import Draft, TalkState
from bot.dialogue.wording import say


def reminder(state: TalkState, draft: Draft) -> Reply:
    """Where the draft is, with a button to that step."""
    language = state.language or Language.FRENCH
    field = steps.current(draft)
    company = company_of(draft)
    if field is None:
        text = say("draft_reminder_recap", language, company=company)
    else:
        at, total = steps.progress(draft)
        label = field.label.of(language)
        text = say("draft_reminder", language, company=company, at=at, total=total, field=label)
    said = (paragraph(text), paragraph(say("draft_reminder_once", language)))
    return Reply(paragraphs=said, buttons=((_go_on(language, draft),), (_share(language),)))


def warning(state: TalkState, draft: Draft, removal: date) -> Reply:
    """When the draft will be removed unless the person comes back."""
    language = state.language or Language.FRENCH
    text = say("draft_warning", language, company=company_of(draft), day=day(removal, language))
    return Reply(paragraphs=(paragraph(text),), buttons=((_go_on(language, draft),),))


def removed(state: TalkState, draft: Draft) -> Reply:
    """It is removed, as announced."""
    language = state.language or Language.FRENCH
    return Reply(paragraphs=(paragraph(say("draft_removed", language, company=company_of(draft))),))


def _go_on(language: Language, draft: Draft) -> Button:
    return Button(say("button_go_on", language), press=data(Press.RESUME_DRAFT, draft.id))


def _share(language: Language) -> Button:
    return Button(say("button_share", language), press=data(Press.SHARE))
