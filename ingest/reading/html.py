"""HTML pages, and the HTML that Word files become: headings, paragraphs, lists and tables, nothing hidden."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, NavigableString, Tag

from ingest.problems import Problems, Unreadable
from ingest.reading.content import Block, Content
from ingest.reading.rows_as_text import row_line

MAX_TAGS = 50_000
MAX_DEPTH = 150
_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "nav",
    "footer",
    "head",
    "math",
    "select",
    "button",
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure form "
        "header html hr label legend li main ol p pre section summary table ul h1 h2 h3 h4 h5 h6 td th tr br",
    )
)
_HIDING = re.compile(
    r"display:none|visibility:hidden|opacity:0(\.0+)?(;|$)|font-size:0(\.\d+)?(px|pt|em|rem|%)?(;|$)|font-size:1px"
    r"|(^|;)color:(#fff(fff)?|white|transparent|rgb\(255,255,255\))(;|$)|text-indent:-\d{3,}|(left|top):-\d{3,}"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BACKGROUND = re.compile(r"background(-color|-image)?:")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{3,30})", re.IGNORECASE)
_DEEP = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "option",
    ]
)


def declared_charset(content: bytes) -> str:
    """The encoding that the page itself announces, or nothing."""
    found = _CHARSET.search(content[:4096])
    return found[1].decode("ascii") if found else ""


def read(text: str, name: str, problems: Problems) -> Content:
    """The visible words of a page."""
    _refuse_labyrinth(text, name)
    soup = BeautifulSoup(text, "lxml")
    title = " ".join(soup.title.get_text().split()) if soup.title else ""
    _drop_hidden(soup, problems)
    body = soup.find("main") or soup.body or soup
    return Content(blocks=tuple(_blocks(body)) if isinstance(body, Tag) else (), title=title)


def _refuse_labyrinth(text: str, name: str) -> None:
    depth = deepest = count = 0
    for match in _DEEP.finditer(text):
        count += 1
        if match[2].lower() not in _VOID and not match[3]:
            depth = max(depth + (-1 if match[1] else 1), 0)
            deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or count > MAX_TAGS:
        raise Unreadable(f"« {name} » est trop compliqué (balises imbriquées ou trop nombreuses) : simplifiez-le.")


def _drop_hidden(soup: BeautifulSoup, problems: Problems) -> None:
    for tag in soup(_DROPPED):
        tag.decompose()
    comments = soup.find_all(string=lambda text: isinstance(text, Comment))
    for comment in comments:
        comment.extract()
    if any(comment.strip() for comment in comments):
        problems.warn("commentaires cachés (« <!-- ») non repris.")
    hidden = [tag for tag in soup.find_all(_is_hidden) if not tag.decomposed]
    told = [text for tag in hidden if not tag.decomposed and (text := " ".join(tag.get_text().split()))]
    for tag in hidden:
        if not tag.decomposed:
            tag.decompose()
    if told:
        problems.warn("texte caché (invisible à l'écran) non repris : rendez-le visible ou supprimez-le.")


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden") or tag.get("type") == "hidden":
        return True
    style = "".join(str(tag.get("style", "")).lower().split())
    if not (found := _HIDING.search(style)):
        return False
    return "color:" not in found[0] or not _BACKGROUND.search(style)


def _blocks(root: Tag) -> Iterator[Block]:
    """Depth first, without recursion: what stands between two block tags is one paragraph."""
    words: list[str] = []
    for node in _walk(root):
        if isinstance(node, NavigableString):
            words.append(str(node))
            continue
        if node.name in _BLOCKS:
            yield from _paragraph(words)
            words = []
        if node.name in _HEADINGS:
            if heading := _text(node, ""):
                yield Block(text=heading, heading=int(node.name[1]))
        elif _is_grid(node):
            yield from _table_blocks(node)
        elif node.name == "li":
            words = ["- "]
    yield from _paragraph(words)


def _is_grid(tag: Tag) -> bool:
    """Whether a table holds data; one that holds tables only lays out the page."""
    return tag.name == "table" and tag.find("table") is None


def _walk(root: Tag) -> Iterator[Tag | NavigableString]:
    """Each tag and each text; headings and tables are not entered; the end of a block tag ends a paragraph."""
    stack: list[Tag | NavigableString] = list(reversed(list(root.children)))  # type: ignore[arg-type]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Tag) and node.name in _BLOCKS and node.name not in ("br", "hr"):
            stack.append(Tag(name="br"))
        if isinstance(node, Tag) and node.name not in _HEADINGS and not _is_grid(node):
            stack.extend(reversed(list(node.children)))  # type: ignore[arg-type]


def _paragraph(words: list[str]) -> Iterator[Block]:
    text = " ".join("".join(words).split())
    if text.strip("- "):
        yield Block(text=text, item=text.startswith("- "))


def _table_blocks(table: Tag) -> Iterator[Block]:
    rows = [[_text(cell) for cell in row.find_all(["td", "th"], recursive=False)] for row in table.find_all("tr")]
    filled = [row for row in rows if any(row)]
    if len(filled) < 2 or max(len(row) for row in filled) < 2:
        yield from (Block(text=" ".join(filter(None, row))) for row in filled)
        return
    header = filled[0]
    for row in filled[1:]:
        yield Block(text=row_line(header, row), item=True)


def _text(tag: Tag, between: str = " ") -> str:
    return " ".join(tag.get_text(between).split())
