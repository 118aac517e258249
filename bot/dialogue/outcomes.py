"""What is said once an effect was carried out: a reference, a receipt, a file, an apology."""

from bot.answers.types import Language
from bot.dialogue.effects import Erased, Exported, Outcome, Submitted, Withdrawn
from bot.dialogue.messages import Button, Document, Layout, Reply, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.wording import say


def announce(language: Language, outcome: Outcome) -> tuple[Reply, ...]:
    """The replies to one outcome."""
    match outcome:
        case Submitted():
            return (_submitted(language, outcome),)
        case Withdrawn():
            return (_withdrawn(language, outcome),)
        case Exported():
            return (_exported(language, outcome),)
        case Erased():
            return (_erased(language, outcome),)


def apology(language: Language) -> Reply:
    """Plain words and a way to a person."""
    return Reply(paragraphs=(paragraph(say("sorry", language)),), buttons=((_button(language, "conseiller"),),))


def _submitted(language: Language, outcome: Submitted) -> Reply:
    key = "sent_already" if outcome.already else "sent"
    said = (paragraph(say(key, language, reference=outcome.reference)), paragraph(say("sent_next", language)))
    return Reply(paragraphs=said, buttons=((_button(language, "dossier"),),))


def _withdrawn(language: Language, outcome: Withdrawn) -> Reply:
    key = "withdrawn" if outcome.done else "not_withdrawn"
    return Reply(paragraphs=(paragraph(say(key, language, reference=outcome.reference)),))


def _exported(language: Language, outcome: Exported) -> Reply:
    document = Document(name=say("export_name", language), content=outcome.content)
    return Reply(paragraphs=(paragraph(say("exported", language)),), document=document)


def _erased(language: Language, outcome: Erased) -> Reply:
    lines = [
        paragraph(say(f"erased_{kind}", language, count=count), Layout.BULLET)
        for kind, count in outcome.counts.items()
        if count
    ]
    return Reply(
        paragraphs=(
            paragraph(say("erased", language)),
            *lines,
            paragraph(say("erased_draft", language)),
        )
    )


def _button(language: Language, command: str) -> Button:
    return Button(say(f"button_{command}", language), press=data(Press.COMMAND, command))
