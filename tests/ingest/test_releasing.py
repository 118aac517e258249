"""Publishing: what is served, what is kept, what is refused, and what a crash leaves behind."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.loading import load_catalogue
from bot.catalogue.models import Scheme
from bot.errors import KnowledgeError, ModelUnavailable, ReleaseRefused
from bot.search.vectors import Vectors, open_vectors
from bot.search.weights import Weights
from bot.store.database import Database
from bot.store.releases import add_release, list_releases, live_release, load_rows
from bot.store.tables import ReleaseRow
from ingest.golden import GoldenFailure
from ingest.problems import Outcome
from ingest.releasing import Examine
from ingest.shelf import Shelf
from tests.ingest.making import scheme
from tests.ingest.publishing import CountingEmbedder, Staff, staff_of_two_files


@pytest.fixture
def staff(tmp_path: Path, sqlite_database: Database) -> Staff:
    return staff_of_two_files(tmp_path, sqlite_database)


def _served(staff: Staff) -> Catalogue:
    with staff.database.reading() as session:
        live = live_release(session)
        assert live is not None
        return load_catalogue(live.id, *load_rows(session, live.id))


def test_published_folder_is_served_from_any_database(tmp_path: Path, database: Database) -> None:
    staff = staff_of_two_files(tmp_path, database)
    staff.write("operations.csv", "operation;parent;synonymes\nusinage;;machining\n")
    staff.write("questions.csv", "question;attendu;document;refus\nMétéo ?;;;oui\n")

    published = staff.publish(note="première")
    catalogue = _served(staff)

    assert published.release.startswith("20261124-1300-")
    assert catalogue.release == published.release
    assert [record.title for record in catalogue.records.values()] == ["Qui décide ?", "Prêt Forge"]
    assert [operation.name for operation in catalogue.operations] == ["usinage"]
    assert [golden.question for golden in catalogue.golden] == ["Météo ?"]
    assert published.passages == len(catalogue.passages) == 3
    vectors = open_vectors(staff.home, "", published.release, staff.embedder.name, staff.embedder.dimension)
    assert vectors.count() == 3


def test_loaded_records_and_passages_are_those_that_were_read(staff: Staff) -> None:
    staff.publish()

    catalogue = _served(staff)
    record = catalogue.records["financements/pret-forge"]

    assert isinstance(record, Scheme)
    assert record.amount_max == 3_000_000
    assert record.file == "financements/pret-forge.md"
    assert catalogue.passages_of(record.id)[1].text == "Le prêt Forge aide à acheter des machines."


def test_unchanged_passages_are_not_embedded_again(staff: Staff) -> None:
    first = staff.publish()
    assert first.indexed.embedded == len(staff.embedder.asked) == 3
    staff.embedder.asked.clear()
    staff.write("faq/qui-decide.md", "---\ntitre: Qui décide ?\n---\nLe comité de la CCI décide.\n")

    second = staff.publish()

    assert staff.embedder.asked == ["Qui décide ?\nLe comité de la CCI décide."]
    assert (second.indexed.embedded, second.indexed.reused) == (1, 2)


class _OtherEmbedder(CountingEmbedder):
    """Another model with vectors of the same length, the change that is easiest to miss."""

    name = "autre"


def test_a_change_of_model_embeds_everything_into_the_next_release_and_mixes_nothing(staff: Staff) -> None:
    first = staff.publish()
    former, staff.embedder = staff.embedder, _OtherEmbedder()

    second = staff.publish()

    assert (second.indexed.embedded, second.indexed.reused) == (3, 0)
    assert staff.embedder.dimension == former.dimension
    for release, embedder in ((first.release, former), (second.release, staff.embedder)):
        vectors = open_vectors(staff.home, "", release, embedder.name, embedder.dimension)
        assert vectors.count() == 3
        vectors.close()
    with pytest.raises(ModelUnavailable, match="publiez à nouveau"):
        open_vectors(staff.home, "", first.release, "autre", former.dimension)


def test_bad_file_keeps_its_last_good_version(staff: Staff) -> None:
    first = staff.publish()
    staff.write("financements/pret-forge.md", scheme(montant_max="beaucoup"))
    second = staff.publish()
    staff.write("faq/autre.md", "---\ntitre: Autre\n---\nTexte.\n")
    third = staff.publish()

    record = _served(staff).records["financements/pret-forge"]
    report = next(file for file in third.report.files if file.file == "financements/pret-forge.md")

    assert isinstance(record, Scheme)
    assert record.amount_max == 3_000_000
    assert second.kept == third.kept == (("financements/pret-forge.md", first.release),)
    assert report.outcome is Outcome.REJECTED
    assert "la version publiée le 24/11/2026 reste en service" in report.problems[-1].message
    frozen = Shelf(staff.home, "", staff.embedder).files(third.release) / "financements/pret-forge.md"
    assert "3 M€" in frozen.read_text()


def test_file_replaced_by_a_link_keeps_its_last_good_version(staff: Staff, tmp_path: Path) -> None:
    staff.publish()
    path = staff.folder / "financements/pret-forge.md"
    path.unlink()
    path.symlink_to(tmp_path)

    published = staff.publish()

    assert "financements/pret-forge" in _served(staff).records
    assert len(published.kept) == 1


def test_removed_file_is_no_longer_served(staff: Staff) -> None:
    staff.publish()
    (staff.folder / "faq/qui-decide.md").unlink()
    staff.publish()

    assert list(_served(staff).records) == ["financements/pret-forge"]


def test_folder_without_a_readable_file_is_refused(staff: Staff) -> None:
    staff.folder.joinpath("faq/qui-decide.md").unlink()
    staff.write("financements/pret-forge.md", "")

    with pytest.raises(ReleaseRefused, match="Aucune fiche lisible"):
        staff.publish()
    assert not list((staff.home / "releases").iterdir())


def _failing(*questions: str) -> Examine:
    return lambda _catalogue, _vectors, _weights: [GoldenFailure(question, "aucune réponse") for question in questions]


def test_golden_question_that_passed_and_now_fails_refuses_the_release(staff: Staff) -> None:
    staff.write("questions.csv", "question;attendu;document;refus\nCombien ?;3 M€;;\nQui ?;conseiller;;\n")
    first = staff.publish(_failing("Qui ?"))

    with pytest.raises(ReleaseRefused, match=r"« Combien \? » : aucune réponse"):
        staff.publish(_failing("Combien ?", "Qui ?"))

    assert _served(staff).release == first.release
    assert [entry.name for entry in (staff.home / "releases").iterdir()] == [first.release]
    assert staff.publish(_failing("Qui ?")).failures == (GoldenFailure("Qui ?", "aucune réponse"),)
    assert staff.publish(_failing("Combien ?"), force=True).failures


def test_examination_sees_the_new_release_before_anybody(staff: Staff) -> None:
    seen: list[tuple[str, int]] = []

    def examine(catalogue: Catalogue, vectors: Vectors, _weights: Weights) -> list[GoldenFailure]:
        with staff.database.reading() as session:
            assert live_release(session) is None
        seen.append((catalogue.release, vectors.count()))
        return []

    published = staff.publish(examine)

    assert seen == [(published.release, 3)]


def _crash(_catalogue: Catalogue, _vectors: Vectors, _weights: Weights) -> list[GoldenFailure]:
    raise KeyboardInterrupt


def test_interrupted_publication_leaves_the_live_release_served(staff: Staff) -> None:
    first = staff.publish()
    staff.write("faq/autre.md", "---\ntitre: Autre\n---\nTexte.\n")

    with pytest.raises(KeyboardInterrupt):
        staff.publish(_crash)

    assert _served(staff).release == first.release
    assert [entry.name for entry in (staff.home / "releases").iterdir()] == [first.release]


def test_debris_of_a_killed_publication_is_cleaned_next_time(staff: Staff) -> None:
    first = staff.publish()
    debris = staff.home / "releases" / "20261124-1301-dead" / "files"
    debris.mkdir(parents=True)

    second = staff.publish()

    assert sorted(entry.name for entry in (staff.home / "releases").iterdir()) == [first.release, second.release]


def test_only_the_last_ten_releases_stay(staff: Staff) -> None:
    oldest = [f"20260101-00{minute:02}-abcd" for minute in range(10)]
    with staff.database.transaction() as session:
        for minute, release_id in enumerate(oldest):
            (staff.home / "releases" / release_id).mkdir(parents=True)
            at = datetime(2026, 1, 1, 0, minute, tzinfo=UTC)
            row = ReleaseRow(id=release_id, created_at=at, embedding_model="m", dimension=1, settings={})
            add_release(session, row, [], [], [])

    published = staff.publish()

    with staff.database.reading() as session:
        kept = [release.id for release in list_releases(session)]
    assert published.removed == (oldest[0],)
    assert kept == [published.release, *reversed(oldest[1:])]
    assert sorted(entry.name for entry in (staff.home / "releases").iterdir()) == sorted(kept)


def test_two_publications_at_once_are_refused(staff: Staff) -> None:
    with Shelf(staff.home, "", staff.embedder).alone(), pytest.raises(KnowledgeError, match="déjà en cours"):
        staff.publish()


@pytest.mark.parametrize("edit", [lambda text: text, lambda text: text + "\n"])
def test_releases_of_one_minute_have_ids_of_their_own(staff: Staff, edit: Callable[[str], str]) -> None:
    first = staff.publish(note="une")
    staff.hours -= 1
    second = staff.publish(note=edit("deux"))

    assert first.release[:13] == second.release[:13]
    assert first.release != second.release
