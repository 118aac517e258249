"""Word files: hidden and deleted words are taken out first, mammoth makes HTML, and HTML is read as any page."""

import io
import zipfile

from lxml import etree

from ingest.problems import Problems
from ingest.reading import html
from ingest.reading.archive import open_archive
from ingest.reading.content import Content
from ingest.reading.office_xml import parse, refuse_entities

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TINY_HALF_POINTS = 4
_NO_SHADE = frozenset({"auto", "FFFFFF", "none", ""})
_STYLES = "\n".join(
    ["p[style-name='Title'] => h1:fresh", "p[style-name='Titre'] => h1:fresh"]
    + [f"p[style-name='Titre {level}'] => h{level}:fresh" for level in range(1, 7)]
    + [f"p[style-name='Heading {level}'] => h{level}:fresh" for level in range(1, 7)]
)


def read(content: bytes, name: str, problems: Problems) -> Content:
    """The words that a reader of the document would see, all changes accepted."""
    import mammoth

    archive = open_archive(content, _MAIN, name)
    refuse_entities(archive, name)
    visible = _visible(archive, problems)
    converted = mammoth.convert_to_html(
        visible, style_map=_STYLES, convert_image=mammoth.images.img_element(lambda image: {"src": ""})
    )
    return html.read(f"<body>{converted.value}</body>", name, problems)


def _visible(archive: zipfile.ZipFile, problems: Problems) -> io.BytesIO:
    """A copy of the document without its hidden words."""
    root = parse(archive.read(_MAIN))
    _tell_revisions(archive, root, problems)
    hidden = [run for run in root.iter(f"{_W}r") if _is_hidden(run)]
    if any("".join(run.itertext()).strip() for run in hidden):
        problems.warn("texte masqué ou blanc non repris : rendez-le visible ou supprimez-le.")
    for run in hidden:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    return _with_main(archive, etree.tostring(root))


def _with_main(archive: zipfile.ZipFile, main: bytes) -> io.BytesIO:
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as target:
        for member in archive.infolist():
            if not member.is_dir():
                target.writestr(member.filename, main if member.filename == _MAIN else archive.read(member))
    copy.seek(0)
    return copy


def _tell_revisions(archive: zipfile.ZipFile, root: etree._Element, problems: Problems) -> None:
    if any(next(root.iter(f"{_W}{tag}"), None) is not None for tag in ("ins", "del", "moveFrom", "moveTo")):
        problems.warn(
            "modifications suivies : les ajouts sont repris, les suppressions non ; acceptez ou refusez-les dans Word."
        )
    if "word/comments.xml" in archive.namelist() and b"<w:comment " in archive.read("word/comments.xml"):
        problems.warn("commentaires non repris : mettez dans le texte ce qui doit être publié.")


def _is_hidden(run: etree._Element) -> bool:
    look = run.find(f"{_W}rPr")
    if look is None:
        return False
    vanish = look.find(f"{_W}vanish")
    if vanish is not None and vanish.get(f"{_W}val", "1") not in ("0", "false"):
        return True
    size = look.find(f"{_W}sz")
    if (
        size is not None
        and str(size.get(f"{_W}val", "")).isdigit()
        and int(size.get(f"{_W}val", "99")) <= _TINY_HALF_POINTS
    ):
        return True
    color = look.find(f"{_W}color")
    return color is not None and str(color.get(f"{_W}val", "")).upper() == "FFFFFF" and not _is_shaded(run, look)


def _is_shaded(run: etree._Element, look: etree._Element) -> bool:
    """White on a dark ground is how the headings of tables look."""
    if look.find(f"{_W}highlight") is not None:
        return True
    grounds = [look.find(f"{_W}shd")]
    for parent in run.iterancestors(f"{_W}p", f"{_W}tc", f"{_W}tbl"):
        grounds += [child.find(f"{_W}shd") for child in parent if str(child.tag).endswith("Pr")]
    return any(ground is not None and ground.get(f"{_W}fill", "") not in _NO_SHADE for ground in grounds)
