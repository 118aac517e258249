"""Everything that Relais refuses or cannot do, said in one French sentence that names the remedy.

RelaisError
├── UsageError            operator or staff: the command was called the wrong way (exit 2)
├── SettingsError         operator: a setting is missing or wrong
├── KnowledgeError        staff: a file or folder of the knowledge cannot be used
│   └── ReleaseRefused    staff: the release would be worse than the live one
├── ChangeRefused         staff: an application cannot be changed this way now
├── NoRelease             operator: nothing has been published yet
└── ModelUnavailable      log, and operator at the terminal: a chat or embedding model cannot be used
"""


class RelaisError(Exception):
    """The text is shown as it is: French, one sentence, with what to do."""


class UsageError(RelaisError):
    """The command was called the wrong way."""


class SettingsError(RelaisError):
    """A setting is missing or wrong."""


class KnowledgeError(RelaisError):
    """A file or folder of the knowledge cannot be used."""


class ReleaseRefused(KnowledgeError):
    """The release would be worse than the live one."""


class ChangeRefused(RelaisError):
    """An application, cohort or account cannot be changed this way now; nothing was changed."""


class NoRelease(RelaisError):
    """Aucune base de connaissances n'est publiée : lancez « relais knowledge release »."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class ModelUnavailable(RelaisError):
    """A chat or embedding model cannot be used; the caller goes on without it."""
