"""A figure as SVG: the one door to pygal, which loads with the first plot; the image holds no script and no link."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from bot.desk.board_figures import Figure

WIDTH = 580  # of the drawing; the page scales it
_BAR = 29  # height of one bar with its gap
_NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Colours that can be told apart without seeing colour well, on a page of that theme."""

    ink: str
    soft: str
    rule: str
    colours: tuple[str, ...]


THEMES: Mapping[str, Theme] = {
    "clair": Theme(ink="#1c2629", soft="#55646a", rule="#dddbd2", colours=("#0f5257", "#6fa9a5", "#c9c6ba")),
    "sombre": Theme(ink="#e6ebe9", soft="#a7b4b6", rule="#2f3f46", colours=("#86cfc9", "#3f7f7c", "#54646a")),
}


def draw(figure: Figure, theme: Theme) -> bytes:
    """The whole image, with its title and its sentence for who does not see it."""
    pygal = _load()
    kinds = {(True, True): pygal.StackedBar, (True, False): pygal.Bar}
    chart = kinds.get((figure.upright, figure.stacked), pygal.HorizontalBar)(_config(pygal, figure, theme))
    labels, series = figure.labels, figure.series
    if not figure.upright:  # pygal draws from below: we read from above
        labels, series = labels[::-1], series[::-1]
    chart.x_labels = [_short(label) for label in labels] if figure.upright else labels
    for one in series:
        values = one.values if figure.upright else one.values[::-1]
        chart.add(one.name, list(values))
    root = ElementTree.fromstring(chart.render())  # noqa: S314 - drawn by ourselves a moment ago
    return _cleaned(root, figure)


def _load() -> Any:
    """Without its finder of plug-ins, of a kind that Python has given up: each later import would warn of it."""
    import pygal
    import pygal.style

    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "PluginImportFixer"]
    return pygal


def height_of(figure: Figure) -> int:
    """Of the drawing, `WIDTH` wide."""
    if figure.upright:
        return 330
    bars = len(figure.labels) * (1 + 0.5 * (len(figure.series) - 1))
    return round(max(bars, 2) * _BAR + (62 if len(figure.series) > 1 else 26))


def _config(pygal: Any, figure: Figure, theme: Theme) -> Any:
    series = theme.colours[: len(figure.series)]
    style = pygal.style.Style(
        background="transparent",
        plot_background="transparent",
        foreground=theme.soft,
        foreground_strong=theme.ink,
        foreground_subtle=theme.rule,
        guide_stroke_color=theme.rule,
        guide_stroke_dasharray="0",
        major_guide_stroke_color=theme.rule,
        major_guide_stroke_dasharray="0",
        opacity="1",
        opacity_hover="1",
        transition="0s",
        colors=series if figure.upright else series[::-1],
        value_colors=tuple(theme.ink for _ in series),
        font_family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif",
        label_font_size=13,
        major_label_font_size=13,
        value_font_size=12,
        legend_font_size=13,
        no_data_font_size=16,
    )
    many = len(figure.series) > 1
    return pygal.Config(
        style=style,
        js=(),
        width=WIDTH,
        height=height_of(figure),
        explicit_size=True,
        show_legend=many,
        legend_at_bottom=many,
        legend_at_bottom_columns=len(figure.series),
        legend_box_size=12,
        margin=2,
        spacing=8,
        rounded_bars=3,
        print_values=not figure.stacked,
        print_values_position="top",
        show_y_guides=figure.upright,
        show_x_guides=False,
        show_y_labels=True,
        show_x_labels=figure.upright,
        x_label_rotation=0,
        truncate_label=-1,
        truncate_legend=-1,
        max_scale=5,
        min_scale=2,
        include_x_axis=True,
        range=None if figure.upright else (0, 1.1 * max(_values(figure), default=1)),  # room for the last value
        no_data_text="Rien à montrer encore",
        value_formatter=lambda value: _shown(value, figure.unit),
        disable_xml_declaration=False,
    )


def _short(month: str) -> str:
    """A new year says its number alone: there is no room for more."""
    return re.sub(r"^janv\. (\d\d)$", r"20\1", month)


def _values(figure: Figure) -> list[float]:
    return [value for series in figure.series for value in series.values if value]


def _shown(value: float | None, unit: str) -> str:
    text = f"{value or 0:.1f}".removesuffix(".0").replace(".", ",")
    return f"{text} {unit}".rstrip()


def _cleaned(root: ElementTree.Element, figure: Figure) -> bytes:
    """Without scripts and tooltips; with a title and a description that screen readers find."""
    ElementTree.register_namespace("", _NAMESPACE)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.endswith(("}script", "}title", "}desc")) or "tooltip" in (child.get("class") or "").split():
                parent.remove(child)
    if not figure.upright:
        for value in root.iter(f"{{{_NAMESPACE}}}text"):
            if "value" in (value.get("class") or "").split():  # behind the end of its bar, not across it
                value.set("text-anchor", "start")
                value.set("dx", "5")
    title = ElementTree.Element(f"{{{_NAMESPACE}}}title", {"id": "titre"})
    title.text = figure.title
    description = ElementTree.Element(f"{{{_NAMESPACE}}}desc", {"id": "sens"})
    description.text = figure.said
    root.insert(0, title)
    root.insert(1, description)
    root.set("role", "img")
    root.set("aria-labelledby", "titre sens")
    root.set("lang", "fr")
    drawn: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawn
