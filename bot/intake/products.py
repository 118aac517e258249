"""What a free sentence says is made, and in which countries it is made today."""

import re

from bot.catalogue.communes import communes_named
from bot.catalogue.folding import flat
from bot.intake.countries import countries_in

_SOLD = re.compile(r"\b(?:client\w*|export\w*|vend\w*|marches?|concurren\w*|distribu\w*|customer\w*|sell\w*|sold)\b")
_PRODUCT = re.compile(
    r"(?i)\b(?:rapatrier|relocaliser|ramener|rapatrions|relocalisons|r[ée]internaliser|internaliser|refabriquer|fabriquer|produire|reprendre|refaire"
    r"|(?:on|nous|je) (?:fabrique|fabriquons|produit|produis|produisons|conçoit|concevons|conçois)|we (?:make|manufacture|produce)"
    r"|re-?shore|bring(?:ing)? back|make|manufacture|produce|relocate|move)\s+(?P<product>[^,.;:!?\n()]{3,200})"
)
_PRODUCT_ENDS = re.compile(
    r"(?i)\s+(?:en france|in france|back|ici|chez nous|d['’]ici|pour (?:\w+(?:er|ir|re)\b|un |une |mars|\d)|avec\b|dans\b|pr[èe]s d|proche|au lieu|plut[ôo]t|afin|qui\b|que\b|aujourd['’]hui|actuellement|currently"
    r"|et (?:cr[ée]er|embaucher|investir|recruter|on)|à partir|fabriqu[ée]\w*|produit[es]*\b|made\b|depuis\b|from\b|here\b|to france|vers).*$"
)
_HOME = re.compile(r"(?i)^(?:en france|in france|back|to france|chez nous|ici)\s+")
_SHARE = re.compile(r"(?i)^(?:environ )?\d+ ?% (?:de |of )")
_MADE_ELSEWHERE = re.compile(
    r"(?i)(?:^|[,.;:])\s*(?P<product>(?!on |nous |je |we |c['’ ]|[çc]a |elles? |ils? |it |they |tout )[^,.;:]{3,80}?)\s+(?:actuellement |aujourd['’]hui )?"
    r"(?:faite?s?|fabriqu[ée]e?s?|produite?s?|made)\s+(?:actuellement |aujourd['’]hui )?(?:en|au|aux|in)\s+(?!france)"
)
_ARTICLE = re.compile(
    r"(?i)^(?:(?:toute |une partie de |our |my |the |some )?(?:(?:la|notre|ma|une|the|our)\s+(?:production|fabrication|confection|assemblage|manufacture)\s+(?:de |d['’]|des |du |of ))?"
    r"(?:nos|notre|mes|mon|ma|des|les|le|la|l['’]|un|une|du|de la|de l['’]|d['’]|our|the|my)?\s*)"
)
_MADE = re.compile(
    r"(?:(?:tout|c|ca|ils|elles|on|aujourd hui|actuellement|pour l instant|they|it) )*(?:(?:est|sont|les|le|la|fait|are|is|s) )?(?:deja |tout |currently )?"
    r"(?:faite?s?|fabriqu\w+|produit\w*|sous trait\w+|assembl\w+|import\w+|made|produced|outsourced|subcontracted)"
    r" (?:actuellement |aujourd hui )?(?:en|au|aux|a|chez|in|dans|par|depuis|from|by|d|de) .{2,40}"
)
_PLACE_ONLY = re.compile(r"(?:en|a|au|dans|in) .*")
_GENERIC = re.compile(
    r"(?:c est|production|fabrication|activite|produits?|pieces|it|them|cela|ca|tout|usine|notre|nos|manufacturing)s?"
)


def only_made(text: str) -> bool:
    """« sous-traités à Taïwan », « c'est fait en Chine »: where it is made, and not what."""
    return _MADE.fullmatch(flat(text)) is not None


def without_made(text: str) -> str:
    """« des hélices, c'est fait en Chine » without its last clause."""
    clauses = re.split(r"\s*[,;.]\s+(?=\S)", text)
    return ", ".join(clauses[:-1]) if len(clauses) > 1 and only_made(clauses[-1]) else text


def made_today_in(text: str) -> str | None:
    """Countries of clauses that do not tell of customers."""
    clauses = [clause for clause in re.split(r"[,.;!?\n]", text) if not _SOLD.search(flat(clause))]
    return ", ".join(dict.fromkeys(country for clause in clauses for country in countries_in(clause))) or None


def product_in(text: str) -> str | None:
    """What is to be made in France, without article, place or country."""
    for match in (*_PRODUCT.finditer(text), *_MADE_ELSEWHERE.finditer(text)):
        said = _SHARE.sub("", _HOME.sub("", match["product"]))
        said = _PRODUCT_ENDS.sub("", f" {said}").strip()
        said = _before_place(said)
        said = _ARTICLE.sub("", said, count=1).strip(" ,'’-")
        if len(said) > 2 and not _GENERIC.fullmatch(flat(said)) and not _PLACE_ONLY.fullmatch(flat(said)):
            return said
    return None


def _before_place(said: str) -> str:
    """« nos assises de Pologne » without the country, « des sièges à Vesoul » without the town."""
    for match in re.finditer(
        r"(?i)\s+(?:de|du|des|d['’]|depuis|en|au|aux|à|a|from|in)\s*(?:la |l['’]|le |les )?(?=\S)", said
    ):
        rest = said[match.end() :]
        first = " ".join(rest.split()[:2])
        named = communes_named(rest) or communes_named(rest.split()[0])
        if (countries_in(first) and flat(first).startswith(flat(countries_in(first)[0])[:4])) or (
            named and rest[0].isupper()
        ):
            return said[: match.start()]
    return said
