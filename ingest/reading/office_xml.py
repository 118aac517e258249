"""XML parts of Office files, parsed without entities."""

import re
import zipfile

from lxml import etree

from ingest.problems import Unreadable

_ENTITIES = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E|<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y", re.IGNORECASE)


def refuse_entities(archive: zipfile.ZipFile, name: str) -> None:
    """Office never writes a DOCTYPE: only an attack does (billion laughs, files of the server)."""
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")) and _ENTITIES.search(archive.read(member)):
            raise Unreadable(f"« {name} » contient des entités XML interdites : refaites-le à partir de l'original.")


def parse(content: bytes) -> etree._Element:
    """The root of a part."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
