"""Everything kept about a person as one page that a browser shows: the JSON of the export, laid out to be read."""

import json
from datetime import datetime
from html import escape
from typing import Any

from bot.answers.types import Language
from bot.catalogue.formats import moment
from bot.dialogue.wording import say

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    "dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;border-top:1px solid;padding:.6rem 0}"
    "dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}"
)


def as_page(content: str, language: Language) -> str:
    """One HTML page without scripts; everything in it is escaped."""
    kept: dict[str, Any] = json.loads(content)
    made = moment(datetime.fromisoformat(kept["exported_at"]), language)
    title = escape(say("export_title", language))
    sections = [
        _section(say(f"export_{name}", language), rows if isinstance(rows, list) else [rows], language)
        for name, rows in kept.items()
        if name != "exported_at"
    ]
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>"
        f"<p>{escape(say('export_made', language, moment=made))}</p>{''.join(sections)}</body></html>"
    )


def _section(title: str, rows: list[dict[str, Any]], language: Language) -> str:
    if not rows:
        return f"<h2>{escape(title)}</h2><p>{escape(say('export_nothing', language))}</p>"
    lists = [f"<dl>{''.join(_entry(name, value) for name, value in row.items())}</dl>" for row in rows]
    return f"<h2>{escape(title)} ({len(rows)})</h2>{''.join(lists)}"


def _entry(name: str, value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
    return f"<dt>{escape(name)}</dt><dd>{escape(shown)}</dd>"
