"""The ZIP inside a Word or Excel file, looked at before anything is unpacked."""

import io
import zipfile
from pathlib import PurePosixPath

from ingest.problems import Unreadable

MAX_BYTES = 60_000_000
MAX_MEMBERS = 2_000
MAX_RATIO = 200
_RATIO_FROM = 10_000_000
_ENCRYPTED = 0x1


def open_archive(content: bytes, needed: str, name: str) -> zipfile.ZipFile:
    """The archive, once its size, names and main part are known to be in order; raises Unreadable."""
    kind = PurePosixPath(name).suffix.lower()
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise Unreadable(
            f"« {name} » est incomplet ou abîmé : ouvrez l'original et enregistrez-le à nouveau en {kind}."
        ) from error
    members = archive.infolist()
    _refuse_bomb(members, len(content), name)
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0:1]:
            raise Unreadable(f"« {name} » contient un chemin dangereux : refaites-le à partir de l'original.")
        if member.flag_bits & _ENCRYPTED:
            raise Unreadable(f"« {name} » est protégé par un mot de passe : enregistrez-le sans mot de passe.")
    if needed not in archive.namelist():
        what = "un classeur Excel" if kind == ".xlsx" else "un document Word"
        raise Unreadable(f"« {name} » n'est pas {what} : ouvrez-le et enregistrez-le en {kind}.")
    return archive


def _refuse_bomb(members: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    total = sum(member.file_size for member in members)
    if total > MAX_BYTES or (total > _RATIO_FROM and total > packed * MAX_RATIO):
        raise Unreadable(
            f"« {name} » se décompresse en {total // 1_000_000} Mo : refusé (limite {MAX_BYTES // 1_000_000} Mo) ; "
            "allégez-le ou coupez-le en plusieurs."
        )
    if len(members) > MAX_MEMBERS:
        raise Unreadable(f"« {name} » contient {len(members)} éléments (limite {MAX_MEMBERS}) : coupez-le.")
