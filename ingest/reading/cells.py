"""Cells of a spreadsheet as a person would type them."""

from datetime import datetime


def cell_text(value: object, number_format: str = "") -> str:
    """What a spreadsheet cell says, as a person would type it: `20 %`, `2026-12-15`, `oui`, `55000`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else value.isoformat(" ", "minutes")
    if isinstance(value, (int, float)):
        percents = "%" in number_format
        shown = f"{round(value * 100, 6) if percents else value:.10g}" if abs(value) < 1e15 else str(value)
        return f"{shown} %".replace(".", ",") if percents else shown
    return str(value).strip()
