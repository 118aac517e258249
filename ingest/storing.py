"""A draft as the rows of its release."""

from typing import NamedTuple

from bot.store.tables import ReleaseFileRow, ReleasePassageRow, ReleaseRecordRow
from ingest.drafting import Draft, DraftFile


class DraftRows(NamedTuple):
    """In the order that `bot.store.releases.add_release` takes them."""

    files: list[ReleaseFileRow]
    records: list[ReleaseRecordRow]
    passages: list[ReleasePassageRow]


def rows_of(release_id: str, drafted: Draft) -> DraftRows:
    """All rows of a release but its own."""
    records = [
        ReleaseRecordRow(release_id=release_id, position=position, kind=record.kind, path=record.path, body=record.body)
        for position, record in enumerate(drafted.records)
    ]
    passages = [
        ReleasePassageRow(release_id=release_id, position=position, passage_id=passage.passage.id, body=passage.body)
        for position, passage in enumerate(drafted.passages)
    ]
    return DraftRows([_file_row(release_id, file) for file in drafted.files], records, passages)


def _file_row(release_id: str, file: DraftFile) -> ReleaseFileRow:
    return ReleaseFileRow(
        release_id=release_id,
        path=file.path,
        sha256=file.sha256,
        outcome=file.report.outcome.value,
        problems=[problem.to_json() for problem in file.report.problems],
        kept_from=file.kept_from,
    )
