"""The YAML lines at the top of a Markdown file: keys with texts and line numbers, no YAML object is ever built."""

import re

import yaml

from ingest.problems import Place, Problems, quoted
from ingest.reading.content import Value

MAX_CHARACTERS = 60_000
MAX_DEPTH = 4
_FENCE = re.compile(r"^---[ \t]*$")
_END = re.compile(r"^(---|\.\.\.)[ \t]*$")
_PLAIN_TAGS = "tag:yaml.org,2002:"
_HINTS = {
    "mapping values are not allowed": "une valeur contient « : », mettez-la entre guillemets",
    "cannot start any token": "un signe spécial (tabulation, %, @, `) commence une valeur, mettez-la entre guillemets",
    "quoted scalar": "un guillemet ouvert n'est pas refermé",
    "could not find expected ':'": "il manque « : » après le nom de la rubrique",
    "while parsing a flow sequence": "un crochet « [ » n'est pas refermé",
    "alphabetic or numeric character": "une valeur commence par * ou &, mettez-la entre guillemets",
    "escape": "une barre oblique inversée est mal employée, doublez-la ou employez des guillemets simples",
}


def split(text: str, problems: Problems) -> tuple[dict[str, Value], str, int]:
    """The fields, the body and the number of lines before the body."""
    lines = text.split("\n")
    if not _FENCE.match(lines[0]):
        return {}, text, 0
    end = next((number for number, line in enumerate(lines[1:], 1) if _END.match(line)), None)
    if end is None:
        problems.error(
            "l'en-tête commence par « --- » mais rien ne le ferme : ajoutez une ligne « --- ».", Place(line=1)
        )
        return {}, "\n".join(lines[1:]), 1
    return read("\n".join(lines[1:end]), problems), "\n".join(lines[end + 1 :]), end + 1


def read(header: str, problems: Problems) -> dict[str, Value]:
    """The fields of a header whose first line is line 2 of the file."""
    if len(header) > MAX_CHARACTERS:
        problems.error("l'en-tête est trop long : mettez les textes dans le corps du fichier.", Place(line=1))
        return {}
    try:
        if not _is_plain(header, problems):
            return {}
        root = yaml.compose(header, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problems.error(f"l'en-tête n'est pas lisible : {_hint(error)}.", _line(mark.line if mark else 0))
        return {}
    except yaml.YAMLError:
        problems.error("l'en-tête contient un caractère interdit : retapez-le.", Place(line=1))
        return {}
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        problems.error("l'en-tête doit être fait de lignes « rubrique: valeur ».", Place(line=2))
        return {}
    return _fields(root, problems)


def _is_plain(header: str, problems: Problems) -> bool:
    """Whether there are only texts and lists: no alias, no tag, no deep nesting, each a way to exhaust a reader."""
    depth = 0
    for event in yaml.parse(header, Loader=yaml.SafeLoader):
        place = _line(event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.error("les renvois YAML (& et *) ne sont pas lus : recopiez la valeur entre guillemets.", place)
            return False
        tag = getattr(event, "tag", None)
        if tag is not None and not (tag == "!" or tag.startswith(_PLAIN_TAGS + "str")):
            problems.error("les étiquettes YAML (!) ne sont pas lues : mettez la valeur entre guillemets.", place)
            return False
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            problems.error("trop de listes imbriquées : une liste simple suffit.", place)
            return False
    return True


def _fields(root: yaml.MappingNode, problems: Problems) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    for key_node, value_node in root.value:
        place = Place(line=_line(key_node.start_mark.line).line, column=str(key_node.value)[:60])
        if not isinstance(key_node, yaml.ScalarNode):
            problems.error("un nom de rubrique doit être un mot simple.", _line(key_node.start_mark.line))
        elif key_node.value in fields:
            problems.error(f"la rubrique {quoted(key_node.value)} est écrite deux fois : gardez-en une.", place)
        else:
            fields[key_node.value] = Value(_items(value_node, place, problems), place)
    return fields


def _items(node: yaml.Node, place: Place, problems: Problems) -> tuple[str, ...]:
    if isinstance(node, yaml.ScalarNode):
        return () if _is_empty(node) else (node.value.strip(),)
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return tuple(item.value.strip() for item in node.value if not _is_empty(item))
    problems.error("la valeur doit être un texte ou une liste simple, sans sous-rubriques (« : » à protéger ?).", place)
    return ()


def _is_empty(node: yaml.ScalarNode) -> bool:
    return not node.value.strip() or (node.tag == f"{_PLAIN_TAGS}null" and node.style is None)


def _hint(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}"
    return next((hint for words, hint in _HINTS.items() if words in said), "vérifiez l'alignement et les guillemets")


def _line(index: int) -> Place:
    return Place(line=index + 2)
