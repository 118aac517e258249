"""Operations noted in passing while a person applies, with the vocabulary of a release, as stories."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answers.library import Library
from bot.bootstrap import abilities
from bot.dialogue.engine import TalkEngine
from bot.errors import ModelUnavailable
from bot.intake.checks import Checked, Problem, check
from bot.intake.form import Field, field_of
from bot.intake.modelled import without_model
from bot.intake.registry import Registry
from bot.intake.whereabouts import Near
from bot.search.embedding import Embedder
from bot.store import releases
from bot.store.database import Database
from bot.store.tables import ReleaseRecordRow, ReleaseRow
from tests.intake.test_operations import names_in
from tests.talks.stories import TO_THE_RECAP
from tests.talks.story import NOW, Talk, abilities_on


@pytest.fixture
def talk(sqlite_database: Database) -> Talk:
    """A conversation where the live release has operations."""

    def read(field: Field, text: str, today: date | None = None, *, near: Near = ()) -> Checked | Problem:
        return check(field, text, today, names_in, near=near)

    talk = Talk(sqlite_database)
    talk.engine = TalkEngine(replace(abilities_on(sqlite_database), operations_in=names_in, check=read))
    return talk


def operations(talk: Talk) -> list[str] | None:
    """Those of the draft."""
    assert talk.state.draft is not None
    found: list[str] | None = talk.state.draft.values.get("operations")
    return found


def test_a_need_said_at_the_recap_is_a_line_of_it_and_is_sent(talk: Talk) -> None:
    talk.expect(
        TO_THE_RECAP
        + """
        <! Opérations
        > il nous faut de l'usinage et de la fonderie
        < Opérations notées : usinage, fonderie.
        < Opérations : usinage, fonderie
        < [Opérations]
        [Envoyer]
        < RELOC-BFC-2026-0001
        """
    )
    assert talk.sent[0].fields["operations"] == ["usinage", "fonderie"]
    assert "operations" not in talk.sent[0].doubtful


@pytest.mark.parametrize(
    ("step", "question"),
    [
        ("", "Comment s'appelle votre entreprise"),
        ("> Duval\n> 732829320\n> Camille Duval\n> c@duval.example", "quel numéro de téléphone"),
    ],
)
def test_a_need_is_noted_whatever_was_asked_and_the_question_stays(talk: Talk, step: str, question: str) -> None:
    talk.expect(
        f"""
        > /candidater
        {step}
        > il nous faut de l'usinage et de la fonderie
        < Opérations notées : usinage, fonderie.
        < {question}
        """
    )
    assert operations(talk) == ["usinage", "fonderie"]


def test_the_product_and_the_description_name_operations_once(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Fonderie Martin
        <! Opérations
        > passer
        > Paul Fondeur
        > c@duval.example
        > passer
        > Vesoul
        > passer
        <! Opérations
        > des pièces usinées en aluminium
        < Opérations notées : usinage.
        """
    )
    talk.expect(
        """
        > passer
        [Idée]
        > passer
        > passer
        > passer
        > passer
        > De l'usinage, puis de la fonderie.
        < Opérations notées : fonderie.
        """
    )
    assert operations(talk) == ["usinage", "fonderie"]


def test_a_question_about_an_operation_notes_nothing(talk: Talk) -> None:
    talk.expect("> /candidater\n> Qui fait de la fonderie ?")
    assert operations(talk) is None


@pytest.mark.parametrize(
    "correction",
    [
        "[Opérations]\n< Quelles opérations industrielles\n> fondeur, frittage quantique",
        "> opérations : fondeur, frittage quantique",
    ],
)
def test_the_line_is_corrected_in_words_and_unknown_ones_are_kept_to_be_checked(talk: Talk, correction: str) -> None:
    talk.expect(
        TO_THE_RECAP
        + f"""
        > il nous faut de l'usinage
        {correction}
        < Opérations : fonderie, frittage quantique
        < à vérifier
        """
    )
    assert operations(talk) == ["fonderie", "frittage quantique"]
    assert talk.state.draft
    assert talk.state.draft.doubtful == ("operations",)


def test_the_line_is_taken_away(talk: Talk) -> None:
    talk.expect(
        TO_THE_RECAP
        + """
        > il nous faut de l'usinage
        [Opérations]
        > aucune
        < Voici votre candidature
        <! Opérations
        """
    )
    assert operations(talk) is None


def test_without_vocabulary_the_form_is_as_before(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database)
    talk.expect(TO_THE_RECAP + "> il nous faut de l'usinage\n<! Opérations")
    assert operations(talk) is None


@pytest.mark.parametrize("served", [True, False])
def test_the_house_reads_them_by_its_live_release(sqlite_database: Database, tmp_path: Path, served: bool) -> None:
    if served:
        release = ReleaseRow(id="r1", created_at=NOW, complete=True, embedding_model="none", dimension=1, settings={})
        row = ReleaseRecordRow(
            release_id="r1",
            position=0,
            kind="operation",
            path="operations.csv",
            body={"name": "fonderie", "synonyms": ["fondeur"]},
        )
        with sqlite_database.transaction() as session:
            releases.add_release(session, release, [], [row], [])
            releases.move_pointer(session, "r1", NOW)

    def no_embedder() -> Embedder:
        raise ModelUnavailable("none")

    library = Library(database=sqlite_database, home=tmp_path, chroma_url="", embedder=no_embedder)
    able = abilities(sqlite_database, library, Registry(""), without_model)
    talk = Talk(sqlite_database)
    talk.engine = TalkEngine(able)
    talk.expect("> /candidater\n> il nous faut un fondeur")
    assert operations(talk) == (["fonderie"] if served else None)
    checked = able.check(field_of("operations"), "fondeur")
    assert isinstance(checked, Checked)
    assert (checked.value, checked.doubtful) == ((["fonderie"], False) if served else (["fondeur"], True))
