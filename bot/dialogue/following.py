"""/dossier: where the applications of a talk stand, what is awaited, and their withdrawal."""

from datetime import datetime

from bot.catalogue.formats import PARIS, day
from bot.catalogue.places import region_of
from bot.dialogue import attaching, correcting
from bot.dialogue.effects import WithdrawApplication
from bot.dialogue.form_replies import resume_or_restart
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Button, Layout, Paragraph, Reply, Run, paragraph
from bot.dialogue.presses import Press, data
from bot.dialogue.telling import cohort_in_words, correction_button
from bot.dialogue.turn import Turn
from bot.store.applications import SentApplication
from bot.store.following import Followed
from bot.store.tables import ApplicationStatus


def show(heard: Heard) -> Turn:
    """The only application in full, several as a list to choose from; and the open draft."""
    sent = heard.abilities.applications(heard.message.talk_id)
    replies = [_file(heard, sent[0].reference)] if len(sent) == 1 else []
    if len(sent) > 1:
        replies.append(_list(heard, sent))
    if heard.state.draft is not None:
        replies.append(_draft(heard))
    if not replies:
        replies.append(heard.reply("file_none", buttons=((heard.command_button("candidater"),),)))
    return Turn(state=heard.state, replies=tuple(replies))


def open_file(heard: Heard, reference: str) -> Turn:
    """One of several."""
    return Turn(state=heard.state, replies=(_file(heard, reference),))


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


def _draft(heard: Heard) -> Reply:
    if heard.state.draft is None:
        raise ValueError("no draft is open")
    reply = resume_or_restart(heard, heard.state.draft)
    waiting = heard.abilities.records.waiting_documents(heard.message.talk_id)
    documents = ((attaching.button(heard, None, len(waiting)),),) if waiting else ()
    share = (heard.button("button_share", Press.SHARE),)
    return Reply(paragraphs=reply.paragraphs, buttons=(*reply.buttons, *documents, share))


def _list(heard: Heard, sent: tuple[SentApplication, ...]) -> Reply:
    lines = [_line(heard, application) for application in sent]
    rows = tuple((Button(each.reference, press=data(Press.FOLLOW, each.reference)),) for each in sent)
    return Reply(paragraphs=(heard.heading("file_title"), *lines, paragraph(heard.say("file_which"))), buttons=rows)


def _line(heard: Heard, application: SentApplication) -> Paragraph:
    sent, changed = _day(heard, application.submitted_at), _day(heard, application.updated_at)
    status = heard.say(f"status_{application.status}")
    text = heard.say("file_line", reference=application.reference, sent=sent, status=status, changed=changed)
    return paragraph(text, Layout.BULLET)


def _file(heard: Heard, reference: str) -> Reply:
    followed = heard.abilities.records.follow(heard.message.talk_id, reference)
    if followed is None:
        return heard.reply("stale_button")
    awaited = [
        each for each in heard.abilities.records.corrections(heard.message.talk_id) if each.reference == reference
    ]
    said = [paragraph(f"**{reference}**", Layout.HEADING), *_facts(heard, followed)]
    if awaited:
        said += [paragraph(heard.say("file_awaited")), *correcting.list_of(heard, tuple(awaited))]
    said.append(paragraph(heard.say(f"next_{followed.application.status}")))
    corrections = tuple((correction_button(each, heard.language),) for each in awaited)
    return Reply(paragraphs=tuple(said), buttons=(*corrections, *_ways(heard, followed)))


def _facts(heard: Heard, followed: Followed) -> list[Paragraph]:
    application = followed.application
    said = [paragraph(_sent(heard, application), Layout.BULLET)]
    if application.company:
        label = heard.say("file_company", company="")
        said.insert(0, Paragraph((Run(label), Run(application.company)), Layout.BULLET))
    said += [_step(heard, "file_step", step.status, step.at) for step in followed.steps[1:-1]]
    said.append(_step(heard, "file_now", application.status, application.updated_at))
    if followed.cohort:
        cohort = followed.cohort
        words = cohort_in_words(
            heard.language, name=cohort.name, starts_on=cohort.starts_on, ends_on=cohort.ends_on, place=cohort.place
        )
        said.append(paragraph(heard.say("told_cohort", cohort=words), Layout.BULLET))
    if followed.letters:
        said.append(paragraph(heard.say("file_letters", count=followed.letters), Layout.BULLET))
    if followed.documents:
        said.append(paragraph(heard.say("file_documents", count=followed.documents), Layout.BULLET))
    return said


def _step(heard: Heard, key: str, status: ApplicationStatus, at: datetime) -> Paragraph:
    return paragraph(heard.say(key, status=heard.say(f"status_{status}"), day=_day(heard, at)), Layout.BULLET)


def _sent(heard: Heard, application: SentApplication) -> str:
    region = region_of(application.region)
    chamber = heard.abilities.chamber(region.name) if region else None
    sent = _day(heard, application.submitted_at)
    return heard.say("file_sent_to", day=sent, chamber=chamber.title) if chamber else heard.say("file_sent", day=sent)


def _ways(heard: Heard, followed: Followed) -> list[tuple[Button, ...]]:
    reference = followed.application.reference
    rows: list[tuple[Button, ...]] = [(heard.button("button_write_adviser", Press.LETTER, reference),)]
    if followed.documents:
        rows.append((attaching.button(heard, reference, followed.documents),))
    if followed.application.can_be_withdrawn:
        label = heard.say("button_withdraw", reference=reference)
        rows.append((Button(label, press=data(Press.WITHDRAW, reference)),))
    return rows


def _day(heard: Heard, at: datetime) -> str:
    return day(at.astimezone(PARIS).date(), heard.language)
