from pathlib import Path

from bot.search.embedding import HashedEmbedder
from bot.search.tuning import ENOUGH
from bot.search.weights import WEIGHTS, Weights
from bot.store.database import Database
from bot.store.releases import live_release
from tests.ingest.publishing import Staff, staff_of_two_files

ROW = "Question {} sur le prêt forge ?;;pret-forge;"


def _stored(staff: Staff) -> Weights:
    with staff.database.reading() as session:
        live = live_release(session)
    assert live is not None
    return Weights.from_json(live.settings[WEIGHTS])


def _examined(staff: Staff) -> list[Weights]:
    seen: list[Weights] = []
    staff.publish(lambda _catalogue, _vectors, weights: seen.append(weights) or [])
    return seen


def test_a_release_keeps_the_weights_that_it_was_examined_with(tmp_path: Path, database: Database) -> None:
    staff = staff_of_two_files(tmp_path, database)
    rows = "\n".join(ROW.format(number) for number in range(ENOUGH))
    staff.write("questions.csv", f"question;attendu;document;refus\n{rows}\n")
    assert _examined(staff) == [_stored(staff)]


def test_few_golden_questions_leave_the_default(tmp_path: Path, database: Database) -> None:
    staff = staff_of_two_files(tmp_path, database)
    staff.embedder = HashedEmbedder()  # type: ignore[assignment]
    assert _examined(staff) == [Weights.beside(HashedEmbedder())]
