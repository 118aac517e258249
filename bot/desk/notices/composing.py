"""A notice as text: headline and lines, from the little that is kept of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.catalogue.formats import day
from bot.catalogue.places import region_of
from bot.desk.notices import words
from bot.desk.notices.reach import Reach
from bot.desk.notices.words import News


@dataclass(frozen=True, kw_only=True)
class Notice:
    """The same for an e-mail and a message in a group; `link` leads to the desk."""

    headline: str
    lines: tuple[str, ...]
    link: str = ""
    way: str = ""  # the sentence around the link, or what to do without one
    why: str = ""  # why one gets this, and how to stop it


def compose(body: Mapping[str, Any], reach: Reach) -> Notice:
    """The notice of a body made by `news_body` or `digest_body`."""
    return _digest(body, reach) if "counts" in body else _news(body, reach)


def news_body(news: News, reference: str, region: str) -> dict[str, Any]:
    """All that is kept of what happened."""
    return {"news": news, "reference": reference, "region": region}


def digest_body(counts: Mapping[str, int], region: str | None, today: date) -> dict[str, Any]:
    """All that is kept of a digest."""
    return {"counts": dict(counts), "region": region, "day": today.isoformat()}


def _news(body: Mapping[str, Any], reach: Reach) -> Notice:
    news, reference = News(body["news"]), str(body["reference"])
    link = reach.link(f"/dossiers/{reference}")
    way = words.OPEN_FILE if link else words.OPEN_FILE_WITHOUT_LINK
    return Notice(
        headline=words.HEADLINES[news].format(reference=reference),
        lines=(words.SENTENCES[news].format(region=_region(body["region"])),),
        link=link,
        way=way.format(link=link, reference=reference),
        why=words.WHY_INSTANT,
    )


def _digest(body: Mapping[str, Any], reach: Reach) -> Notice:
    counts = body["counts"]
    lines = tuple(
        (one if counts[name] == 1 else several.format(count=counts[name]))
        for name, one, several in words.DIGEST_LINES
        if counts.get(name)
    )
    late = counts.get("late", 0) + counts.get("very_late", 0)
    summary = f"{late} dossier{'s' if late > 1 else ''} en attente" if late else words.DIGEST_NOTHING_LATE
    link = reach.link("/")
    return Notice(
        headline=words.DIGEST_HEADLINE.format(day=day(date.fromisoformat(body["day"])), summary=summary),
        lines=(_region(body["region"]) + " :", *(f"- {line}" for line in lines)),
        link=link,
        way=words.OPEN_DESK.format(link=link) if link else "",
        why=words.WHY_DIGEST,
    )


def _region(code: str | None) -> str:
    known = region_of(code) if code else None
    return known.name if known else words.ALL_REGIONS if code is None else code
