"""Builds the parts from the settings and hands them over; nothing is global, nothing is looked up by name."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.answers.generation import ChatModel
from bot.answers.library import Library
from bot.answers.prompts import FORM
from bot.answers.rewriting import Rewriter
from bot.answers.small_talk import DOUBTFUL, small_talk
from bot.answers.types import Answer, Context, Language
from bot.catalogue.models import Partner
from bot.channels.documents import Documents
from bot.channels.drafts import Drafts
from bot.channels.effects import Effects
from bot.channels.housekeeping import Housekeeping, Keeping
from bot.channels.inbox import Inbox
from bot.channels.records import StoredRecords
from bot.channels.telegram_files import TelegramFiles
from bot.channels.telegram_messages import read_message
from bot.channels.turns import Turns
from bot.channels.writing import Writing
from bot.dialogue.abilities import Abilities, Extract, chamber_in, local_chambers_in
from bot.dialogue.engine import TalkEngine
from bot.errors import NoRelease, SettingsError
from bot.intake.checks import Checked, Problem, check
from bot.intake.form import Field
from bot.intake.modelled import HelpedReader, without_model
from bot.intake.registry import Registry
from bot.intake.showing import show
from bot.intake.whereabouts import Near
from bot.settings import Settings
from bot.store import answers, applications
from bot.store.attachment_files import AttachmentFiles
from bot.store.database import Database
from bot.store.tables import ApplicationStatus

if TYPE_CHECKING:  # numpy loads with the first release
    from bot.search.embedding import Embedder
    from bot.search.reranking import Score

FORM_SECONDS = 5.0  # for a chat model to read a sentence into the form; the rules do without it
_FINANCING = {
    Language.FRENCH: "Quelles aides pour relocaliser une production{place} ?",
    Language.ENGLISH: "Which grants for bringing production back{place}?",
}
_PARTNERS = {
    Language.FRENCH: "Qui peut m'aider à trouver des partenaires{place} ?",
    Language.ENGLISH: "Who can help me find partners{place}?",
}


def utc_now() -> datetime:
    """The clock of the house."""
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class House:
    """What every process of Relais shares."""

    settings: Settings
    database: Database
    library: Library
    inbox: Inbox
    turns: Turns
    registry: Registry
    drafts: Drafts
    chat: ChatModel | None
    housekeeping: Housekeeping


def open_database(settings: Settings) -> Database:
    """The database, brought to the newest tables."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"On ne peut pas écrire dans « {settings.home} » : changez RELAIS_HOME.") from error
    database = Database(settings.sql_url)
    database.migrate()
    return database


def open_embedder(settings: Settings) -> "Embedder":
    """The configured embedder; raises ModelUnavailable."""
    from bot.search.embedding import load_embedder

    return load_embedder(settings.embedding_model)


def open_reranker(settings: Settings) -> "Score":
    """The configured cross-encoder; raises ModelUnavailable."""
    from bot.search.reranking import load_reranker

    return load_reranker(settings.reranker_model)


def open_library(settings: Settings, database: Database) -> Library:
    """The live release."""
    return Library(
        database=database,
        home=settings.home,
        chroma_url=settings.chroma_url,
        embedder=lambda: open_embedder(settings),
        reranker=(lambda: open_reranker(settings)) if settings.reranker_model else None,
    )


def open_chat_model(settings: Settings) -> ChatModel | None:
    """The chat model, when one is configured."""
    if not settings.chat_model:
        return None
    key = settings.chat_api_key.get_secret_value()
    return ChatModel(settings.chat_model, base_url=settings.chat_base_url, api_key=key, seconds=settings.chat_seconds)


def open_rewriter(settings: Settings) -> Rewriter | None:
    """The chat model behind its verifier, when one is configured."""
    chat = open_chat_model(settings)
    return Rewriter(chat) if chat else None


def open_reader(chat: ChatModel | None) -> Extract:
    """What reads a free sentence into the form: the rules, and the chat model for what they miss."""
    if chat is None:
        return without_model
    return HelpedReader(lambda schema, text: chat.fill(schema, FORM, text, FORM_SECONDS))


def build(settings: Settings) -> House:
    """Everything that talks, not yet started."""
    database = open_database(settings)
    library = open_library(settings, database)
    inbox, registry = Inbox(database), Registry(settings.registry_url)
    drafts = Drafts()
    files = AttachmentFiles(settings.home / "attachments")
    chat, writing = open_chat_model(settings), None
    if chat:
        writing = Writing(rewriter=Rewriter(chat), drafts=drafts, database=database, per_day=settings.chat_per_day)
    turns = Turns(
        inbox=inbox,
        engine=TalkEngine(
            abilities(database, library, registry, open_reader(chat if settings.chat_per_day else None), writing)
        ),
        apply_effect=Effects(web=settings.base_url, legal=legal_statuses(settings)),
        clock=utc_now,
        readers={"telegram": read_message},
        documents=Documents(files, {"telegram": TelegramFiles(settings)}),
    )
    housekeeping = Housekeeping(inbox, files, keeping(settings), utc_now)
    return House(
        settings=settings,
        database=database,
        library=library,
        inbox=inbox,
        turns=turns,
        registry=registry,
        drafts=drafts,
        chat=chat,
        housekeeping=housekeeping,
    )


def keeping(settings: Settings) -> Keeping:
    """How long things are kept."""
    return Keeping(
        drafts=timedelta(days=settings.retention_draft_days),
        talks=timedelta(days=settings.retention_talk_days),
        messages=timedelta(days=settings.retention_message_days),
        applications=timedelta(days=365 * settings.retention_application_years),
    )


def legal_statuses(settings: Settings) -> frozenset[ApplicationStatus]:
    """The statuses that the law wants accounted for; raises SettingsError naming a word that is none."""
    words = filter(None, (word.strip() for word in settings.retention_legal_statuses.split(",")))
    try:
        return frozenset(ApplicationStatus(word) for word in words)
    except ValueError as error:
        known = ", ".join(ApplicationStatus)
        raise SettingsError(f"RELAIS_RETENTION_LEGAL_STATUSES : statut inconnu. Statuts connus : {known}.") from error


def abilities(
    database: Database, library: Library, registry: Registry, extract: Extract, writing: Writing | None = None
) -> Abilities:
    """What the engine may do: ask the library and the company register, read answers, read the store."""

    def answer(question: str, context: Context, today: date, message: str) -> Answer:
        quoted = library.answerer().answer(question, context, today)
        return writing.finish(quoted, message, today) if writing else quoted

    def stored_answer(talk_id: int, answer_id: str) -> dict[str, Any] | None:
        with database.reading() as session:
            return answers.find(session, talk_id, answer_id)

    def sent(talk_id: int) -> tuple[applications.SentApplication, ...]:
        with database.reading() as session:
            return applications.applications_of(session, talk_id)

    def chamber(region: str) -> Partner | None:
        return chamber_in(library.catalogue().partners, region)

    def local_chambers(departments: tuple[str, ...]) -> tuple[Partner, ...]:
        return local_chambers_in(library.catalogue().partners, departments)

    def operations_in(text: str) -> tuple[str, ...]:
        try:
            return library.answerer().operations_in(text)
        except NoRelease:
            return ()

    def read(field: Field, text: str, today: date | None = None, *, near: Near = ()) -> Checked | Problem:
        return check(field, text, today, operations_in, near=near)

    return Abilities(
        answer=answer,
        find_schemes=lambda context, today: answer(_placed(_FINANCING, context), context, today, ""),
        find_partners=lambda context, today: answer(_placed(_PARTNERS, context), context, today, ""),
        is_small_talk=lambda text: small_talk(text) not in (None, DOUBTFUL),
        stored_answer=stored_answer,
        applications=sent,
        records=StoredRecords(database),
        chamber=chamber,
        local_chambers=local_chambers,
        check=read,
        show=show,
        extract=extract,
        operations_in=operations_in,
        look_up=registry.look_up,
    )


def _placed(question: dict[Language, str], context: Context) -> str:
    """The fixed question in the language of the talk, in the person's region when it is known."""
    place = (
        f" {'in' if context.language is Language.ENGLISH else 'en'} {context.company.region}"
        if context.company.region
        else ""
    )
    return question[context.language or Language.FRENCH].format(place=place)
