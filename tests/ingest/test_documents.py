"""Word, PDF and HTML documents: the same guide, made by LibreOffice, and what must not be read in them."""

from pathlib import Path

import pytest

from tests.ingest.making import FILES, docx, examined, line, messages, paragraph, pdf, texts

_ROW = "Machine : Presse à injecter ; Prix : 120 € par heure"


@pytest.mark.parametrize("name", ["guide.docx", "guide.pdf", "guide.html"])
def test_guide_is_read_with_its_sections_and_its_table(name: str, tmp_path: Path) -> None:
    result = examined(tmp_path, f"documents/{name}", (FILES / name).read_bytes())

    (taken,) = result.records
    assert taken.record.title == "Guide de l'atelier Lumière"
    assert [passage.origin.section for passage in taken.passages] == [None, "Combien cela coûte", "Comment venir ?"]
    assert "La journée d'essai coûte 450 € pour une équipe de trois personnes." in taken.passages[1].text
    assert _ROW in taken.passages[1].text
    assert "- Réserver deux semaines avant." in taken.passages[1].text
    assert taken.passages[2].text.startswith("Comment venir ?\n\nL'atelier est ouvert du lundi au jeudi")
    assert not result.report.problems


def test_pages_of_a_pdf_are_known(tmp_path: Path) -> None:
    result = examined(tmp_path, "guide.pdf", (FILES / "guide.pdf").read_bytes())

    assert [passage.origin.page for passage in result.records[0].passages] == [1, 1, 2]


def test_running_headers_and_page_numbers_of_a_pdf_are_left_out(tmp_path: Path) -> None:
    words = ("presses", "tours", "scies", "fours", "robots")
    pages = [
        f"{line('Atelier Forge', 800)}\n{line(f'Texte sur les {word}.')}\n{line(f'Page {i} / 5', 30)}"
        for i, word in enumerate(words, 1)
    ]

    text = texts(examined(tmp_path, "guide.pdf", pdf(*pages)))

    assert "Texte sur les fours." in text
    assert "Atelier Forge" not in text
    assert "/ 5" not in text


def test_hidden_text_of_a_pdf_is_left_out_with_its_page(tmp_path: Path) -> None:
    page = "\n".join(
        (
            line("Visible."),
            line("Secret 1", 650, before="3 Tr"),
            line("Secret 2", 600, before="0 Tr 1 1 1 rg"),
            line("Secret 3", 550, size=0, before="0 g"),
            line("Encore visible.", 500),
        )
    )

    result = examined(tmp_path, "note.pdf", pdf(page))

    assert "Visible." in texts(result)
    assert "Encore visible." in texts(result)
    assert "Secret 1" not in texts(result)
    assert "Secret 2" not in texts(result)
    assert "Page 1 : texte invisible ou blanc non repris" in messages(result)


def test_white_letters_on_a_painted_ground_are_read(tmp_path: Path) -> None:
    page = f"0 0 0.5 rg 50 690 400 30 re f\n{line('Titre clair', before='1 1 1 rg')}"

    assert "Titre clair" in texts(examined(tmp_path, "note.pdf", pdf(page)))


def test_hidden_and_deleted_words_of_word_are_left_out(tmp_path: Path) -> None:
    body = (
        paragraph("Visible.")
        + paragraph("Secret 1", "<w:vanish/>")
        + paragraph("Secret 2", '<w:color w:val="FFFFFF"/>')
        + paragraph("Secret 3", '<w:sz w:val="2"/>')
        + "<w:p><w:ins><w:r><w:t>Ajout.</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>Secret 4</w:delText></w:r></w:del></w:p>"
    )

    result = examined(tmp_path, "note.docx", docx(body))

    assert texts(result) == "Visible.\n\nAjout."
    assert "texte masqué ou blanc non repris" in messages(result)
    assert "modifications suivies" in messages(result)


def test_white_heading_on_a_dark_cell_and_text_box_of_word_are_read(tmp_path: Path) -> None:
    def cell(text: str, look: str = "", shade: str = "") -> str:
        return f"<w:tc><w:tcPr>{shade}</w:tcPr>{paragraph(text, look)}</w:tc>"

    dark, white = '<w:shd w:fill="000080"/>', '<w:color w:val="FFFFFF"/>'
    table = (
        f"<w:tbl><w:tr>{cell('Machine', white, dark)}{cell('Prix', white, dark)}</w:tr>"
        f"<w:tr>{cell('Presse')}{cell('120 €')}</w:tr></w:tbl>"
    )
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{paragraph('Encadré.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )

    text = texts(examined(tmp_path, "note.docx", docx(table + box)))

    assert "Machine : Presse ; Prix : 120 €" in text
    assert "Encadré." in text


def test_hidden_parts_of_a_page_are_left_out(tmp_path: Path) -> None:
    page = (
        "<h1>Note</h1><p>Visible.</p><p style='display: none'>Secret 1</p><p hidden>Secret 2</p><!-- Secret 3 -->"
        "<p style='color:#fff'>Secret 4</p><span style='font-size:0px'>Secret 5</span><script>x</script>"
        "<p style='color:white;background:black'>Clair sur noir.</p><nav>Menu</nav>"
    )

    result = examined(tmp_path, "note.html", page)

    assert texts(result) == "Visible.\n\nClair sur noir."
    assert "texte caché" in messages(result)
    assert "commentaires cachés" in messages(result)


def test_announced_encoding_of_a_page_is_followed(tmp_path: Path) -> None:
    page = '<meta charset="windows-1252"><h1>Café</h1><p>Le café est chaud.</p>'.encode("cp1252")

    result = examined(tmp_path, "note.html", page)

    assert texts(result) == "Le café est chaud."
    assert not result.report.problems


def test_tables_that_lay_out_a_page_are_entered(tmp_path: Path) -> None:
    page = "<h1>Prix</h1><table><tr><td><table><tr><th>A<th>B<tr><td>1<td>2</table></td></tr></table>"

    assert texts(examined(tmp_path, "note.html", page)) == "A : 1 ; B : 2"
