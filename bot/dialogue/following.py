"""/dossier: where the applications of a talk stand, and their withdrawal."""

from bot.catalogue.formats import PARIS, day
from bot.dialogue.effects import WithdrawApplication
from bot.dialogue.form_replies import resume_or_restart
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.turn import Turn
from bot.store.applications import SentApplication


def show(heard: Heard) -> Turn:
    """Every application with its status and dates, and the open draft."""
    sent = heard.abilities.applications(heard.message.talk_id)
    replies = [_status(heard, sent)] if sent else []
    if heard.state.draft is not None:
        replies.append(resume_or_restart(heard, heard.state.draft))
    if not replies:
        replies.append(heard.reply("file_none", buttons=((heard.command_button("candidater"),),)))
    return Turn(state=heard.state, replies=tuple(replies))


def confirm_withdrawal(heard: Heard, reference: str) -> Turn:
    """Ask before withdrawing."""
    if _own(heard, reference) is None:
        return Turn(state=heard.state, replies=(heard.reply("stale_withdrawal"),))
    buttons = (
        (heard.button("button_withdraw_sure", Press.WITHDRAW_SURE, reference),),
        (heard.button("button_never_mind", Press.NEVER_MIND),),
    )
    return Turn(state=heard.state, replies=(heard.reply("withdraw_sure", reference=reference, buttons=buttons),))


def withdraw(heard: Heard, reference: str) -> Turn:
    """Withdraw it; what came of it is announced."""
    if _own(heard, reference) is None:
        return Turn(state=heard.state, replies=(heard.reply("stale_withdrawal"),))
    return Turn(state=heard.state, effects=(WithdrawApplication(reference=reference),))


def _own(heard: Heard, reference: str) -> SentApplication | None:
    sent = heard.abilities.applications(heard.message.talk_id)
    return next((each for each in sent if each.reference == reference and each.can_be_withdrawn), None)


def _status(heard: Heard, sent: tuple[SentApplication, ...]) -> Reply:
    lines = [_line(heard, application) for application in sent]
    buttons = tuple(
        (Button(heard.say("button_withdraw", reference=each.reference), press=data(Press.WITHDRAW, each.reference)),)
        for each in sent
        if each.can_be_withdrawn
    )
    return Reply(paragraphs=(heard.heading("file_title"), *lines, paragraph(heard.say("file_next"))), buttons=buttons)


def _line(heard: Heard, application: SentApplication) -> Paragraph:
    sent, changed = (
        day(moment.astimezone(PARIS).date(), heard.language)
        for moment in (application.submitted_at, application.updated_at)
    )
    status = heard.say(f"status_{application.status}")
    text = heard.say("file_line", reference=application.reference, sent=sent, status=status, changed=changed)
    return paragraph(text, Layout.BULLET)
