"""Points on which subjects are compared beside their fields: how long, how long deferred, guaranteed or not."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.answers.evidence import Line
from bot.answers.refusing import admits
from bot.answers.signals import is_history
from bot.catalogue.folding import flat, fold

_TIME = r"\d+ (?:a \d+ )?(?:ans?|mois|jours?|semaines?|heures?|years?|months?|weeks?|days?|hours?)\b"


_SHEETS = re.compile(
    r"\bdates? (?:de |des )(?:(?:la|vos|tes|ces|chaque) )?(?:fiches?|sources?|pages?)\b|\bdates? of (?:the |your |each )?(?:sheets?|sources?|pages?)\b"
    r"|\bde quand (?:dat\w+|sont) (?:\w+ )?(?:fiches?|sources?|pages?|infos?|informations?|donnees?|chiffres?)\b"
    r"|\b(?:fiches?|sources?|pages?|infos?|informations?|donnees?|chiffres?)(?: elles| ils)? (?:dat\w+|sont) de quand\b"
    r"|\bhow (?:old|recent|current) (?:is|are) (?:\w+ )?(?:sheets?|sources?|pages?|information|data|figures?)\b"
    r"|\b(?:sheets?|sources?|pages?) and (?:their|its) dates?\b|\b(?:sources?|fiches?) et (?:leurs?|sa|la|les) dates?\b"
)


@dataclass(frozen=True)
class Point:
    """`key` of its name (`answers.wording`), how it is asked for, and how a sentence says it, the surest way first."""

    key: str
    asked: re.Pattern[str]
    told: tuple[re.Pattern[str], ...]


_POINTS = (
    Point(
        "point_duration",
        re.compile(
            r"\bdurees?\b|\bdure\b|longtemps|combien de temps|combien d (?:annees|ans|mois)|how long|\blongest\b|\bterms?\b|\bduration\b"
        ),
        (
            re.compile(rf"\b(?:duree|dure|rembours\w+|lasts?|term|repaid)\b.*{_TIME}"),
            re.compile(rf"\b(?:sur|en|over|in) {_TIME}.*\b(?:differe|deferr)"),
        ),
    ),
    Point(
        "point_deferral",
        re.compile(r"\bdifferes?\b(?! (?:de|du|des|d|par) )|\bdiffere de remboursement\b|\bdeferr\w+|\bgrace\b"),
        (re.compile(r"\bdiffere\b|\bdeferr\w+|\bgrace\b"),),
    ),
    Point(
        "point_guarantee",
        re.compile(r"\bgaranties?\b|\bguarantees?\b|\bcaution\b|\bcollateral\b"),
        (re.compile(r"\b(?:garanties?|guarantees?|caution|collateral)\b"),),
    ),
)


def points_asked(question: str, names: Collection[str]) -> tuple[Point, ...]:
    """The points that a comparison asks for, in its order; a word of the names of the subjects asks for none."""
    said = flat(question)
    for name in map(flat, names):
        said = said.replace(name, " ")
    found = [(match.start(), point) for point in _POINTS if (match := point.asked.search(said))]
    return tuple(point for _, point in sorted(found, key=lambda one: one[0]))


def asks_date_of_sheets(question: str) -> bool:
    """« avec la date des fiches »: when they were checked, not when a scheme ends."""
    return bool(_SHEETS.search(flat(question)))


def line_on(point: Point, lines: Sequence[Line]) -> Line | None:
    """The first sentence that tells a point, said in the surest way; one on how things were, for want of another."""
    telling = sorted(lines, key=lambda line: is_history(line.text) or admits(line.text))
    ways = (line for pattern in point.told for line in telling if pattern.search(fold(line.text)))
    return next(ways, None)
