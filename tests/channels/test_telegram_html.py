"""Replies as Telegram takes them, held against the strict rules of the fake server."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_html import render, to_html, units
from bot.dialogue.messages import Button, Document, Layout, Paragraph, Reply, Run, Style, paragraph
from tests.telegram_server.markup import check_keyboard, check_text, parse_html, utf16_units

runs = st.builds(
    Run, st.text(max_size=300), st.sampled_from(Style), st.sampled_from([None, "https://a.example/?b=1&c=2"])
)
paragraphs = st.builds(Paragraph, st.lists(runs, max_size=5).map(tuple), st.sampled_from(Layout))


def test_each_layout_and_style_has_its_look() -> None:
    blocks = (
        paragraph("Titre **gras**", Layout.HEADING),
        Paragraph((Run("un "), Run("deux", Style.BOLD), Run(" trois", Style.ITALIC), Run(" x=1", Style.CODE))),
        paragraph("premier", Layout.BULLET),
        paragraph("second", Layout.BULLET),
        Paragraph((Run("source", link="https://a.example/?b=1&c=2"),), Layout.QUOTE),
    )
    assert to_html(blocks) == (
        "<b>Titre gras</b>\n\nun <b>deux</b><i> trois</i><code> x=1</code>\n\n• premier\n• second\n\n"
        '<blockquote><a href="https://a.example/?b=1&amp;c=2">source</a></blockquote>'
    )


def test_only_secure_links_are_links() -> None:
    assert to_html([Paragraph((Run("ici", link="javascript:alert(1)"),))]) == "ici"


@given(st.lists(paragraphs, max_size=8).map(tuple))
def test_whatever_is_said_telegram_can_parse_and_nothing_is_lost(blocks: tuple[Paragraph, ...]) -> None:
    parts = render(Reply(paragraphs=blocks), limit=400)
    said = "".join(run.text for block in blocks for run in block.runs)
    shown = "".join(parse_html(part.formatted) for part in parts)
    assert all(units(part.formatted) <= 400 for part in parts)
    assert "".join(shown.replace("•", "").split()) == "".join(said.replace("•", "").split())


def test_a_long_text_is_parted_between_paragraphs() -> None:
    parts = render(Reply(paragraphs=tuple(paragraph("é" * 1500) for _ in range(5))))
    assert [part.plain.count("é") for part in parts] == [3000, 3000, 1500]


def test_length_is_counted_as_telegram_counts() -> None:
    parts = render(Reply(paragraphs=(paragraph("🏭 " * 3000),)))
    assert all(utf16_units(check_text(part.formatted, "HTML")) <= 4096 for part in parts)
    assert sum(part.plain.count("🏭") for part in parts) == 3000


def test_an_endless_word_is_cut() -> None:
    assert "".join(part.plain for part in render(Reply(paragraphs=(paragraph("&" * 9000),)))) == "&" * 9000


def test_halves_of_surrogate_pairs_can_be_sent() -> None:
    assert render(Reply(paragraphs=(paragraph("a\ud800b"),)))[0].formatted == "a?b"


def test_buttons_stand_under_the_last_part_and_those_telegram_would_refuse_are_left_out() -> None:
    buttons = (
        (Button("Oui", press="oui"), Button("Page", link="https://a.example")),
        (Button("Trop long", press="é" * 33), Button("Local", link="http://127.0.0.1"), Button(" ", press="vide")),
    )
    parts = render(Reply(paragraphs=tuple(paragraph("é" * 3000) for _ in range(2)), buttons=buttons))
    assert [bool(part.keyboard) for part in parts] == [False, True]
    rows = check_keyboard(json.dumps({"inline_keyboard": parts[1].keyboard}))
    assert rows == [[{"text": "Oui", "callback_data": "oui"}, {"text": "Page", "url": "https://a.example"}]]


def test_a_document_comes_after_the_text() -> None:
    document = Document(name="données.json", content="{}")
    parts = render(Reply(paragraphs=(paragraph("Voici"),), document=document))
    assert [part.document for part in parts] == [None, document]


def test_an_empty_reply_is_nothing_to_send() -> None:
    assert render(Reply(paragraphs=(paragraph("  "),))) == []
    assert render(Reply(paragraphs=(), buttons=((Button("Oui", press="oui"),),)))[0].plain == "…"
