"""The settings, read once from the environment or `.env`; the only file that looks at either."""

import secrets
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError


def _without_trailing_slash(url: str) -> str:
    return url.rstrip("/")


Url = Annotated[str, AfterValidator(_without_trailing_slash)]


class SmtpSecurity(StrEnum):
    """How the connection to the e-mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"  # a server on the same machine


class Settings(BaseSettings):
    """Every field is `RELAIS_` + its name in capitals; the README holds the table."""

    model_config = SettingsConfigDict(env_prefix="RELAIS_", env_file=".env", extra="ignore", frozen=True)

    home: Path = Field(Path("var"), description="everything written at run time")
    knowledge: Path = Field(Path("knowledge"), description="folder of the knowledge files")
    database_url: str = Field("", description="any SQLAlchemy URL; empty = SQLite file in RELAIS_HOME")
    chroma_url: Url = Field("", description="http://host:port of a Chroma server; empty = embedded")
    embedding_model: str = Field("", description="sentence-transformers name or folder; empty = hashed vectors")
    reranker_model: str = Field("", description="cross-encoder name or folder, reads the first passages; empty = off")
    chat_model: str = Field("", description="LangChain provider:model; empty = extractive answers")
    chat_base_url: Url = Field("", description="base URL for OpenAI-compatible servers")
    chat_api_key: SecretStr = Field(
        SecretStr(""),
        validation_alias=AliasChoices("RELAIS_CHAT_API_KEY", "OPENAI_API_KEY"),
        description="key of the chat model's provider; empty = the provider's own variable",
    )
    chat_seconds: float = Field(20.0, gt=0, le=120, description="longest wait for the chat model, then quotes go out")
    chat_per_day: int = Field(30, ge=0, description="answers of the chat model a person may have a day")
    telegram_token: SecretStr = Field(SecretStr(""), description="bot token; empty = no Telegram")
    telegram_api_url: Url = Field(
        "https://api.telegram.org", description="base URL of the Bot API, without /bot<token>"
    )
    webhook_url: Url = Field("", description="public URL; empty = long polling")
    webhook_secret: SecretStr = Field(SecretStr(""), description="checked on every webhook call")
    http_host: str = Field("127.0.0.1", description="where the web chat and the desk listen")
    http_port: int = Field(8080, ge=0, le=65535, description="0 = any free port")
    registry_url: Url = Field(
        "https://recherche-entreprises.api.gouv.fr", description="company search API; empty = off"
    )
    public_url: Url = Field("", description="address of this service as people open it, for links in notices")
    smtp_host: str = Field("", description="server that takes e-mails to staff; empty = none are sent")
    smtp_port: int = Field(587, ge=1, le=65535, description="587 with STARTTLS, 465 with TLS")
    smtp_security: SmtpSecurity = Field(SmtpSecurity.STARTTLS, description="starttls, tls or none")
    smtp_user: str = Field("", description="empty = no login")
    smtp_password: SecretStr = Field(SecretStr(""), description="of the e-mail server")
    mail_from: str = Field("", description="sender of the e-mails to staff; required with RELAIS_SMTP_HOST")
    staff_chat: str = Field("", description="Telegram group of staff, or one a region: BFC=-100123, HDF=-100456")
    crm_webhook_url: str = Field("", description="told of every change of an application; https; empty = nobody")
    crm_webhook_secret: SecretStr = Field(SecretStr(""), description="signs the calls; at least 24 characters")
    retention_draft_days: int = Field(90, ge=8, description="days after which a draft is removed, told a week before")
    retention_talk_days: int = Field(365, ge=1, description="days after which a talk without application is erased")
    retention_message_days: int = Field(180, ge=1, description="days after which texts of messages are emptied")
    retention_application_years: int = Field(3, ge=1, description="years after which an ended application loses names")
    retention_legal_statuses: str = Field(
        "accepted,workshop,coaching,closed",
        description="statuses under a legal duty: /effacer makes such applications anonymous instead",
    )
    secret_key: SecretStr = Field(SecretStr(""), description="signs sessions; generated once into RELAIS_HOME")

    @property
    def sql_url(self) -> str:
        """SQLAlchemy URL of the database."""
        return self.database_url or f"sqlite:///{(self.home / 'relais.db').absolute()}"

    @property
    def base_url(self) -> str:
        """Address of this service as people open it; empty when nobody said it."""
        return self.public_url or self.webhook_url.removesuffix("/telegram")

    @cached_property
    def signing_key(self) -> str:
        """RELAIS_SECRET_KEY, or a key generated once into `RELAIS_HOME/secret_key` (mode 600)."""
        if given := self.secret_key.get_secret_value():
            return given
        path = self.home / "secret_key"
        if not path.exists():
            self.home.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48))
        return path.read_text()


def read() -> Settings:
    """Read the settings; raises SettingsError naming each wrong variable."""
    try:
        settings = Settings()
    except ValidationError as error:
        names = ", ".join(f"RELAIS_{str(problem['loc'][0]).upper()}" for problem in error.errors())
        raise SettingsError(f"Réglage incorrect : {names}. Corrigez la variable ou le fichier .env.") from error
    if settings.webhook_url and not settings.webhook_secret.get_secret_value():
        raise SettingsError("RELAIS_WEBHOOK_URL demande RELAIS_WEBHOOK_SECRET : donnez une longue valeur au hasard.")
    if settings.smtp_host and "@" not in settings.mail_from:
        raise SettingsError("RELAIS_SMTP_HOST demande RELAIS_MAIL_FROM : écrivez l'adresse de l'expéditeur.")
    return settings
