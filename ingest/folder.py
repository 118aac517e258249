"""Which files of the knowledge folder are to be read, and what is said of the others; opens none of them."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import KnowledgeError
from ingest.problems import FileReport, Outcome, Problem, Severity, quoted

READ_TYPES = (".md", ".csv", ".xlsx", ".docx", ".pdf", ".html", ".htm")
MAX_DEPTH = 8
MAX_FILES = 5_000
MAX_BYTES = 30_000_000
_TYPES_IN_WORDS = "Markdown (.md), CSV, XLSX, DOCX, PDF et HTML"
_OLD_TYPES = {".doc": ".docx", ".xls": ".xlsx"}
_LOCKS = ("~$", ".~lock.")
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True)
class Found:
    """A file to read; `path` is relative to the folder, with `/`."""

    path: str
    source: Path


@dataclass(frozen=True)
class Survey:
    """The files to read, and the reports on those that are not even opened."""

    files: tuple[Found, ...]
    reports: tuple[FileReport, ...]


def survey(folder: Path) -> Survey:
    """Walk the folder without following links to other places; raises KnowledgeError when it is not a folder."""
    if not folder.is_dir():
        raise KnowledgeError(f"Le dossier {quoted(str(folder))} n'existe pas : indiquez le dossier des connaissances.")
    files: list[Found] = []
    reports: list[FileReport] = []
    for entry, path in _walk(folder, "", 1):
        found = _judge(folder, Path(entry.path), path)
        if isinstance(found, Found) and len(files) >= MAX_FILES:
            found = _refused(path, f"le dossier compte plus de {MAX_FILES} fichiers : ce fichier n'est pas lu.")
        (files if isinstance(found, Found) else reports).append(found)  # type: ignore[arg-type]
    return Survey(tuple(files), tuple(reports))


def _walk(folder: Path, prefix: str, depth: int) -> Iterator[tuple["os.DirEntry[str]", str]]:
    """Files, and those folders that are not entered, in the order of the names."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = f"{prefix}{entry.name}"
            if _is_entered(entry, depth):
                yield from _walk(Path(entry.path), f"{path}/", depth + 1)
            else:
                yield entry, path


def _is_entered(entry: "os.DirEntry[str]", depth: int) -> bool:
    if not entry.is_dir(follow_symlinks=False) or _is_litter(entry.name) or depth >= MAX_DEPTH:
        return False
    return os.access(entry.path, os.R_OK | os.X_OK)


def _is_litter(name: str) -> bool:
    return name.startswith((".", *_LOCKS)) or name.endswith("~") or name.casefold() in _LITTER


def _judge(folder: Path, source: Path, path: str) -> Found | FileReport:
    name = source.name
    if path.lower() == "readme.md":
        return _ignored(path, "mode d'emploi du dossier, à l'usage de l'équipe : il n'est pas publié.")
    if _is_litter(name):
        return _ignored(path, "fichier caché ou temporaire : il n'est pas lu.")
    if not name.isprintable() or len(path) > 400:
        return _refused(path, "le nom contient des caractères spéciaux ou est trop long : renommez le fichier.")
    try:
        return _judge_file(folder, source, path)
    except (OSError, RuntimeError):  # a link that turns in circles is a RuntimeError
        return _refused(path, "ne peut pas être ouvert : vérifiez que le fichier existe et que vous avez les droits.")


def _judge_file(folder: Path, source: Path, path: str) -> Found | FileReport:
    if source.is_symlink() and not source.resolve(strict=True).is_relative_to(folder.resolve()):
        return _refused(path, "est un lien vers un autre endroit : copiez le fichier lui-même dans le dossier.")
    status = source.stat()
    if stat.S_ISDIR(status.st_mode):
        return _refused(path, "est un dossier lié, trop profond ou fermé : rapprochez les fichiers de la racine.")
    if not stat.S_ISREG(status.st_mode):
        return _refused(path, "n'est pas un fichier ordinaire : supprimez-le du dossier.")
    return _judge_type(source, path, status.st_size)


def _judge_type(source: Path, path: str, size: int) -> Found | FileReport:
    suffix = source.suffix.lower()
    if newer := _OLD_TYPES.get(suffix):
        return _refused(path, f"est dans un ancien format ({suffix}) : enregistrez-le en {newer}.")
    if suffix not in READ_TYPES:
        return _ignored(path, f"ce type de fichier n'est pas lu ; les types lus sont {_TYPES_IN_WORDS}.")
    if size > MAX_BYTES:
        return _refused(path, f"pèse {size // 1_000_000} Mo (limite {MAX_BYTES // 1_000_000} Mo) : allégez-le.")
    if not os.access(source, os.R_OK):
        return _refused(path, "ne peut pas être lu : donnez le droit de lecture sur ce fichier.")
    return Found(path, source)


def shown(path: str) -> str:
    """The path as it can be printed and stored, whatever bytes its name holds."""
    return path.encode("utf-8", "backslashreplace").decode()


def _ignored(path: str, why: str) -> FileReport:
    return FileReport(shown(path), Outcome.IGNORED, (Problem(Severity.WARNING, f"{quoted(shown(path))} : {why}"),))


def _refused(path: str, why: str) -> FileReport:
    return FileReport(shown(path), Outcome.REJECTED, (Problem(Severity.ERROR, f"{quoted(shown(path))} {why}"),))
