"""The life of a draft: each function gives the draft after one step; a new version makes the old buttons stale."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from bot.catalogue.communes import commune_of
from bot.dialogue.state import Draft
from bot.intake.form import FIELDS, Field, Kind, asked_fields, field_of, shown_fields
from bot.store.tables import Origin


def begin(draft_id: str) -> Draft:
    """A new draft at its first field."""
    return Draft(id=draft_id, step=FIELDS[0].key)


def answer(draft: Draft, field: Field, value: Any, *, doubtful: bool = False) -> Draft:
    """The field has a value; go on to what is still missing."""
    return go_on(replace(note(draft, {field.key: value}, doubtful=doubtful), answered=field.key))


def note(draft: Draft, found: Mapping[str, Any], *, origin: Origin = Origin.SAID, doubtful: bool = False) -> Draft:
    """Values come in, in whatever order they were said; what no longer holds beside them goes."""
    gone = _outdated(draft, found)
    values = {key: value for key, value in draft.values.items() if key not in gone} | dict(found)
    shown = {each.key for each in shown_fields(values)}
    marked = {*draft.doubtful, *found} if doubtful else {*draft.doubtful} - {*found}
    origins = {key: origin.value for key in found if origin is not Origin.SAID}
    return replace(
        draft,
        values={key: kept for key, kept in values.items() if key in shown},
        doubtful=_in_order((marked - gone) & shown),
        skipped=_in_order({*draft.skipped} - {*found}),
        origins={key: kept for key, kept in draft.origins.items() if key not in {*found, *gone}} | origins,
    )


def _outdated(draft: Draft, found: Mapping[str, Any]) -> set[str]:
    """A town of another department, and what the register said of another number."""
    gone: set[str] = set()
    commune = commune_of(str(draft.values.get("town", "")))
    if "department" in found and "town" not in found and commune and commune.department.code != found["department"]:
        gone.add("town")
    if "siren" in found and found["siren"] != draft.values.get("siren"):
        gone |= {key for key, origin in draft.origins.items() if origin == Origin.REGISTRY and key not in found}
    return gone


def skip(draft: Draft, field: Field) -> Draft:
    """The field stays empty, to be checked by a person where it is needed; go on."""
    values = {key: value for key, value in draft.values.items() if key != field.key}
    doubtful = {*draft.doubtful} - {field.key} if field.skippable else {*draft.doubtful, field.key}
    skipped = _in_order({*draft.skipped, field.key})
    return go_on(replace(draft, values=values, doubtful=_in_order(doubtful), skipped=skipped))


def go_on(draft: Draft) -> Draft:
    """To the first field without value, or to the recap; an answer of choices is whole only once the person went on."""
    missing = (
        field.key
        for field in asked_fields(draft.values)
        if field.key not in draft.values and field.key not in draft.skipped
    )
    return _at(draft, next(missing, None))


def settle(draft: Draft, noted: Collection[str]) -> Draft:
    """After values came in out of order: the question asked stays unless one of them answers it."""
    asked = {field.key for field in asked_fields(draft.values)}
    stays = draft.step is not None and draft.step not in noted and (draft.step in asked or draft.step in draft.values)
    return _at(draft, draft.step) if stays else go_on(draft)


def back(draft: Draft) -> Draft:
    """To the field before; from the recap to the last one."""
    before = _asked_before(draft)
    return _at(draft, before[-1] if before else FIELDS[0].key)


def _asked_before(draft: Draft) -> list[str]:
    """The fields asked before this one, itself asked or corrected on purpose, as a town is; all at the recap."""
    places = {field.key: place for place, field in enumerate(FIELDS)}
    here = places.get(draft.step or "", len(FIELDS))
    return [field.key for field in asked_fields(draft.values) if places[field.key] < here]


def ask_again(draft: Draft, key: str) -> Draft:
    """To that field."""
    return _at(draft, key)


def fail(draft: Draft, candidates: tuple[str, ...] = ()) -> Draft:
    """One more try that was not understood; `candidates` is what it may have meant."""
    return replace(draft, failures=draft.failures + 1, answered=draft.step, candidates=candidates)


def doubt(draft: Draft, text: str) -> Draft:
    """What was typed waits for the person to tell whether it is the answer."""
    return replace(draft, said=text, answered=draft.step, version=draft.version + 1)


def toggle(draft: Draft, field: Field, choice: str) -> Draft:
    """One of several choices more or less, in the order of the form; the version stays so that one can tap quickly."""
    chosen = {*chosen_so_far(draft, field)} ^ {choice}
    kept = [each.key for each in field.choices if each.key in chosen]
    skipped = _in_order({*draft.skipped} - {field.key})
    doubtful = _in_order({*draft.doubtful} - {field.key})
    return replace(draft, values={**draft.values, field.key: kept}, skipped=skipped, doubtful=doubtful)


def chosen_so_far(draft: Draft, field: Field) -> list[str]:
    """The choices already made of a field that takes several."""
    value = draft.values.get(field.key)
    return value if isinstance(value, list) else []


def pause(draft: Draft) -> Draft:
    """Stopped; kept as it is."""
    return replace(draft, paused=True, version=draft.version + 1)


def resume(draft: Draft) -> Draft:
    """Where it was stopped."""
    return replace(draft, paused=False, version=draft.version + 1, failures=0, said="")


def current(draft: Draft) -> Field | None:
    """The field being asked; None at the recap."""
    return field_of(draft.step) if draft.step else None


def progress(draft: Draft) -> tuple[int, int]:
    """Rank of the field being asked, and how many there are."""
    asked = [field.key for field in asked_fields(draft.values)]
    return (len(_asked_before(draft)) + (draft.step in asked), len(asked))


def is_complete(draft: Draft) -> bool:
    """Whether it may be sent: at its recap, every field answered or passed, consent given."""
    asked = asked_fields(draft.values)
    answered = all(field.key in draft.values or field.skippable or field.key in draft.skipped for field in asked)
    return draft.step is None and not draft.paused and answered


def awaits_typing(draft: Draft) -> bool:
    """Whether a number typed now is an answer and not the number of a button."""
    field = current(draft)
    return field is not None and field.kind not in (Kind.CHOICE, Kind.CHOICES, Kind.CONSENT)


def _at(draft: Draft, key: str | None) -> Draft:
    return replace(draft, step=key, failures=0, version=draft.version + 1, candidates=(), said="")


def _in_order(keys: set[str]) -> tuple[str, ...]:
    return tuple(field.key for field in FIELDS if field.key in keys)
