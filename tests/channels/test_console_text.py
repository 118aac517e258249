"""Replies as a terminal shows them."""

from bot.channels.console_text import Look, render
from bot.dialogue.messages import Button, Document, Layout, Paragraph, Reply, Run, Style, paragraph


def test_plain_lines_have_no_escape_codes() -> None:
    assert "\x1b" not in render(Reply(paragraphs=(paragraph("Le **prêt** Atelier"),)), Look())


def test_long_paragraphs_wrap_at_the_width_without_losing_bold() -> None:
    shown = render(Reply(paragraphs=(paragraph("mot " * 10 + "**gras et gras**"),)), Look(width=30, styled=True))
    lines = shown.split("\n")
    assert [line.replace("\x1b[1m", "").replace("\x1b[0m", "") for line in lines] == [
        "mot mot mot mot mot mot mot",
        "mot mot mot gras et gras",
    ]
    assert lines[1] == "mot mot mot \x1b[1mgras et gras\x1b[0m"


def test_numbers_are_not_cut_at_the_end_of_a_line() -> None:
    shown = render(Reply(paragraphs=(paragraph("jusqu'à un montant de 1 200 000 € par an"),)), Look(width=30))
    assert shown.split("\n") == ["jusqu'à un montant de", "1\u202f200\u202f000\u00a0€ par an"]


def test_bullets_and_quotes_keep_their_margin() -> None:
    reply = Reply(
        paragraphs=(
            paragraph("un point assez long pour deux lignes", Layout.BULLET),
            paragraph("court", Layout.BULLET),
            paragraph("cité", Layout.QUOTE),
        )
    )
    assert render(reply, Look(width=26)).split("\n") == [
        "• un point assez long pour",
        "  deux lignes",
        "• court",
        "",
        "│ cité",
    ]


def test_buttons_bear_a_number_only_where_it_is_understood() -> None:
    buttons = ((Button("Oui", press="y"), Button("Page", link="https://a.example")), (Button("Non", press="n"),))
    reply = Reply(paragraphs=(paragraph("Sûr ?"),), buttons=buttons)
    assert render(reply, Look(), {"1", "3"}).split("\n")[2:] == ["  1. Oui", "  ↗ Page : https://a.example", "  3. Non"]
    assert "  « Oui »" in render(reply, Look())


def test_a_text_cannot_take_the_terminal_over() -> None:
    hostile = Reply(
        paragraphs=(Paragraph((Run("a\x1b]0;titre\x07b\x9b2J\rc"), Run("d", Style.CODE))),),
        document=Document(name="\x1b[2J", content="\x1b[31mrouge"),
    )
    shown = render(hostile, Look())
    assert not {char for char in shown if ord(char) < 32 or 127 <= ord(char) < 160} - {"\n"}
