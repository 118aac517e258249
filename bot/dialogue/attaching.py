"""Documents sent in the talk: what is said of each, and which application it goes to."""

from dataclasses import dataclass, replace

from bot.catalogue.formats import size as size_in_words
from bot.dialogue.effects import KeepDocument, PlaceDocuments, TakeOutDocument
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Attachment, AttachmentKind, Button, Layout, Paragraph, Reply, Run, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.state import AlbumItem, Pending, TalkState
from bot.dialogue.turn import Turn
from bot.intake.documents import MOST_IN_APPLICATION, MOST_IN_DRAFT, DocumentProblem
from bot.store.attachments import StoredDocument

TAKEN = (AttachmentKind.DOCUMENT, AttachmentKind.PHOTO)
NOT_SENT = "-"  # instead of a reference: the application to come
_KNOWN = "known"  # said like a problem: the same document is there already
_LONGEST_NAME = 30  # characters on a button


@dataclass(frozen=True)
class Target:
    """Where a document goes: to an application, or else it waits; `key` says so, `ask` for a choice among several."""

    reference: str | None
    key: str
    ask: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """How many documents there may be."""
        return MOST_IN_APPLICATION if self.reference else MOST_IN_DRAFT


def received(heard: Heard, attachment: Attachment) -> Turn:
    """Keep it, or say what is wrong; of an album, only the last one says anything, for all."""
    target = _target(heard)
    there = _there(heard, target.reference)
    problem = attachment.problem or _objection(attachment, there, target)
    name = attachment.name or heard.say("document_unnamed")
    item = AlbumItem(name=name, size=attachment.size or 0, problem=problem, caption=heard.message.text)
    items = (*heard.state.album, item)
    effects = () if problem else (_keep(heard, attachment, target.reference),)
    if heard.message.more_follow:
        return Turn(state=replace(heard.state, album=items), effects=effects)
    count = len(there) + (not problem)
    return Turn(state=replace(heard.state, album=()), replies=(_told(heard, items, target, count),), effects=effects)


def caption(state: TalkState, text: str) -> str:
    """What was written beside the documents of an album, or of this one alone."""
    return "\n".join(filter(None, (*(item.caption for item in state.album), text)))


def show(heard: Heard, reference: str = NOT_SENT) -> Turn:
    """The documents of an application; those of the one not yet sent can be taken out."""
    waiting = reference == NOT_SENT
    documents = _there(heard, None if waiting else reference)
    if not documents:
        return Turn(state=heard.state, replies=(heard.reply("documents_none", "document_how"),))
    lines = [paragraph(_line(heard, each.name, each.size), Layout.BULLET) for each in documents]
    said = (heard.heading("documents_title"), *lines, *([paragraph(heard.say("documents_way"))] if waiting else ()))
    rows = tuple((_take_out_button(heard, each),) for each in documents) if waiting else ()
    return Turn(state=heard.state, replies=(Reply(paragraphs=said, buttons=rows),))


def command(heard: Heard) -> Turn:
    """/documents: of the application begun, else of the only one sent."""
    sent = heard.abilities.applications(heard.message.talk_id)
    if not heard.abilities.records.waiting_documents(heard.message.talk_id) and len(sent) == 1:
        return show(heard, sent[0].reference)
    return show(heard)


def how(heard: Heard) -> Turn:
    """/joindre where files are sent by a button of the channel."""
    return Turn(state=heard.state, replies=(heard.reply("document_how"),))


def take_out(heard: Heard, document_id: str) -> Turn:
    """Take a document out of the application not yet sent."""
    waiting = heard.abilities.records.waiting_documents(heard.message.talk_id)
    found = next((each for each in waiting if str(each.id) == document_id), None)
    if found is None:
        return Turn(state=heard.state, replies=(heard.reply("document_stays"),))
    effect = TakeOutDocument(document_id=found.id)
    return Turn(state=heard.state, replies=(heard.reply("document_removed", name=found.name),), effects=(effect,))


def place(heard: Heard, reference: str) -> Turn:
    """What waits belongs to that application."""
    waiting = heard.abilities.records.waiting_documents(heard.message.talk_id)
    if heard.state.draft is not None or not waiting or reference not in _live(heard):
        return Turn(state=heard.state, replies=(heard.reply("stale_button"),))
    said = heard.reply("document_placed", count=len(waiting), reference=reference)
    return Turn(state=heard.state, replies=(said,), effects=(PlaceDocuments(reference=reference),))


def recap_line(heard: Heard) -> Paragraph | None:
    """The documents that would go with the application."""
    names = [each.name for each in heard.abilities.records.waiting_documents(heard.message.talk_id)]
    if not names:
        return None
    label = paragraph(heard.say("recap_line", label=heard.say("recap_documents")), Layout.BULLET)
    return Paragraph((*label.runs, Run(", ".join(names))), Layout.BULLET)


def button(heard: Heard, reference: str | None, count: int) -> Button:
    """Opens the list of documents."""
    return Button(heard.say("button_documents", count=count), press=data(Press.DOCUMENTS, reference or NOT_SENT))


def _target(heard: Heard) -> Target:
    state = heard.state
    if state.pending in (Pending.LETTER, Pending.CORRECTION) and state.about in _live(heard):
        return Target(state.about, "document_to_file")
    if state.draft is not None:
        return Target(None, "document_to_draft")
    live = _live(heard)
    if len(live) == 1:
        return Target(live[0], "document_to_file")
    return Target(None, "document_which", live) if live else Target(None, "document_waits")


def _live(heard: Heard) -> tuple[str, ...]:
    sent = heard.abilities.applications(heard.message.talk_id)
    return tuple(each.reference for each in sent if each.can_be_withdrawn)


def _there(heard: Heard, reference: str | None) -> tuple[StoredDocument, ...]:
    records = heard.abilities.records
    if reference is None:
        return records.waiting_documents(heard.message.talk_id)
    return records.documents(heard.message.talk_id, reference)


def _objection(attachment: Attachment, there: tuple[StoredDocument, ...], target: Target) -> str:
    if not attachment.sha256:
        return DocumentProblem.NOT_FETCHED
    if attachment.sha256 in {each.sha256 for each in there}:
        return _KNOWN
    return DocumentProblem.TOO_MANY if len(there) >= target.most else ""


def _keep(heard: Heard, attachment: Attachment, reference: str | None) -> KeepDocument:
    return KeepDocument(
        sha256=attachment.sha256,
        name=attachment.name,
        kind=attachment.format,
        size=attachment.size or 0,
        message_id=heard.message.id,
        reference=reference,
    )


def _told(heard: Heard, items: tuple[AlbumItem, ...], target: Target, count: int) -> Reply:
    kept = [item for item in items if not item.problem]
    said = [paragraph(text) for text in _kept_lines(heard, kept)]
    if len(kept) > 1:
        said += [paragraph(_line(heard, item.name, item.size), Layout.BULLET) for item in kept]
    said += [
        paragraph(heard.say(f"document_{item.problem}", name=item.name, most=target.most))
        for item in items
        if item.problem
    ]
    if kept or target.ask:
        said.append(paragraph(heard.say(target.key, count=count, most=target.most, reference=target.reference)))
    return Reply(paragraphs=tuple(said), buttons=_ways(heard, target, count))


def _kept_lines(heard: Heard, kept: list[AlbumItem]) -> list[str]:
    if not kept:
        return []
    if len(kept) > 1:
        return [heard.say("documents_kept", count=len(kept))]
    return [heard.say("document_kept", name=kept[0].name, size=size_in_words(kept[0].size, heard.language))]


def _ways(heard: Heard, target: Target, count: int) -> tuple[tuple[Button, ...], ...]:
    if target.ask and count:
        return tuple((Button(reference, press=data(Press.PLACE, reference)),) for reference in target.ask)
    if target.key == "document_waits":
        return ((heard.command_button("candidater"),),)
    return ((button(heard, target.reference, count),),) if count > 1 else ()


def _take_out_button(heard: Heard, document: StoredDocument) -> Button:
    name = document.name if len(document.name) <= _LONGEST_NAME else f"{document.name[: _LONGEST_NAME - 1]}…"
    return Button(heard.say("button_take_out", name=name), press=data(Press.TAKE_OUT, document.id))


def _line(heard: Heard, name: str, size: int) -> str:
    return heard.say("document_line", name=name, size=size_in_words(size, heard.language))
