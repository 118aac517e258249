"""Invented applications in bulk, with the life that real ones would have had: for `benchmarks.desk` and screenshots."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from bot.intake.finding import found_by
from bot.intake.form import FIELDS
from bot.intake.progress import RECAP, SENT
from bot.store.database import Database
from bot.store.tables import (
    ApplicationEventRow,
    ApplicationFacetRow,
    ApplicationMessageRow,
    ApplicationRow,
    ApplicationStatus,
    Direction,
    DraftProgressRow,
    StatusStayRow,
    Table,
)

_S = ApplicationStatus
REGIONS = {"BFC": ("21", "25", "70", "90"), "HDF": ("59", "62", "80"), "IDF": ("75", "93", "95"), "NOR": ("14", "76")}
_START = "Ar Bel Cor Dan Fer Gal Hex Jur Lan Mar Nor Ori Pel Ros Sav Tal Val Ver Vos Zel".split()
_MIDDLE = "a i o e u an el or".split()
_END = "dis mec tex nor via tis lor phane bois métal plast sière mont".split()
_FORMS = ("", "SAS ", "SARL ", "Ateliers ", "Établissements ", "Manufacture ")
_FIRST = "Camille Alix Noa Sacha Lou Maël Inès Élise Hugo Jeanne Rémi Chloé Zoé Léon Aïcha Youssef".split()
_LAST = "Moreau Lefèvre Girard Roussel Gauthier Perrin Chevalier Fontaine Bénard Marchand Noël Picard".split()
_THINGS = "sièges,bobines,cartes,moteurs,textiles,emballages,capteurs,jouets,meubles,vélos,lunettes,outils".split(",")
_MATTERS = "acier,aluminium,coton,chêne,inox,laiton,lin,polymère,verre,céramique".split(",")
_PLACES = "Pologne Roumanie Tunisie Chine Turquie Inde Portugal Maroc Vietnam Bulgarie".split()
_WAYS = (  # what became of applications: weight, statuses with mean days in each before the next
    (5, ((_S.SUBMITTED, 0),)),
    (6, ((_S.SUBMITTED, 2), (_S.UNDER_REVIEW, 0))),
    (3, ((_S.SUBMITTED, 2), (_S.UNDER_REVIEW, 4), (_S.CORRECTION_ASKED, 0))),
    (4, ((_S.SUBMITTED, 2), (_S.UNDER_REVIEW, 7), (_S.SHORTLISTED, 0))),
    (20, ((_S.SUBMITTED, 3), (_S.UNDER_REVIEW, 9), (_S.DECLINED, 0))),
    (5, ((_S.SUBMITTED, 5), (_S.WITHDRAWN, 0))),
    (16, ((_S.SUBMITTED, 2), (_S.UNDER_REVIEW, 6), (_S.SHORTLISTED, 14), (_S.ACCEPTED, 0))),
    (
        26,
        (
            (_S.SUBMITTED, 1),
            (_S.UNDER_REVIEW, 5),
            (_S.CORRECTION_ASKED, 3),
            (_S.UNDER_REVIEW, 4),
            (_S.SHORTLISTED, 12),
            (_S.ACCEPTED, 25),
            (_S.WORKSHOP, 40),
            (_S.COACHING, 0),
        ),
    ),
)
_LATE_ON = {_S.SUBMITTED: 6, _S.UNDER_REVIEW: 12, _S.CORRECTION_ASKED: 8, _S.SHORTLISTED: 20}  # days, still there now


@dataclass
class Seeds:
    """Rows by table, in the order in which they are written."""

    rows: dict[type[Table], list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, table: type[Table], **values: Any) -> None:
        """One row more."""
        self.rows.setdefault(table, []).append(values)


def seed(
    database: Database,
    count: int,
    now: datetime,
    *,
    days: int = 365,
    chance: int = 7,
    staff: tuple[int, ...] = (),
) -> None:
    """`count` applications over so many days, the same for the same `chance`; some are with one of `staff`."""
    draw = random.Random(chance)
    for start in range(1, 1 + count, 2000):
        seeds = Seeds()
        for number in range(start, min(start + 2000, 1 + count)):
            _application(seeds, draw, number, now, days, staff)
        with database.transaction() as session:
            for table, rows in seeds.rows.items():
                session.execute(insert(table), rows)


def company(draw: random.Random) -> str:
    """A name that nobody bears."""
    return f"{draw.choice(_FORMS)}{draw.choice(_START)}{draw.choice(_MIDDLE)}{draw.choice(_END)}"


def _application(
    seeds: Seeds, draw: random.Random, number: int, now: datetime, days: int, staff: tuple[int, ...]
) -> None:
    region = draw.choices(list(REGIONS), (4, 3, 2, 1))[0]
    (way,) = draw.choices([way for _, way in _WAYS], [weight for weight, _ in _WAYS])
    steps = list(_lived(draw, way, now, days))
    sent, (status, changed) = steps[0][1], steps[-1]
    fields = _fields(draw, draw.choice(REGIONS[region]))
    reference = f"RELOC-{region}-{sent.year}-{number:05d}"
    found = found_by(reference, fields)
    seeds.add(
        ApplicationRow,
        id=number,
        reference=reference,
        idempotency_key=f"seed {number}",
        region=region,
        department=fields["department"],
        company=fields["company"],
        siren=fields["siren"],
        status=status,
        fields=fields,
        doubtful=["email"] if draw.random() < 0.08 else [],
        consent="2026-11",
        language="fr",
        submitted_at=sent,
        updated_at=changed,
        origins={"company": "registry"} if draw.random() < 0.5 else {},
        search=found.search,
        company_key=found.company_key,
        seen_at=None if status is _S.SUBMITTED and draw.random() < 0.6 else changed,
        assignee_id=draw.choice(staff) if staff and draw.random() < 0.7 else None,
    )
    for name, value in found.facets:
        seeds.add(ApplicationFacetRow, application_id=number, name=name, value=value)
    _life(seeds, draw, number, region, steps)
    _draft(seeds, draw, number, region, sent.date())
    if draw.random() < 0.15:
        seeds.add(
            ApplicationMessageRow,
            application_id=number,
            direction=Direction.FROM_APPLICANT,
            author="applicant",
            text="Bonjour, avez-vous pu avancer sur notre dossier ?",
            at=changed,
            read_at=None if draw.random() < 0.3 else changed,
        )


def _lived(
    draw: random.Random, way: tuple[tuple[ApplicationStatus, int], ...], now: datetime, days: int
) -> Iterator[tuple[ApplicationStatus, datetime]]:
    """When each status began: the last one lately when staff still have to act, else any time."""
    stays = [draw.expovariate(1 / mean) if mean else 0.0 for _, mean in way]
    last = way[-1][0]
    lately = draw.expovariate(1 / _LATE_ON[last]) if last in _LATE_ON else draw.random() * days
    at = now - timedelta(days=min(lately + 0.02 + sum(stays), days))
    for (status, _), stay in zip(way, stays, strict=True):
        yield status, min(at, now)
        at += timedelta(days=stay)


def _life(
    seeds: Seeds,
    draw: random.Random,
    number: int,
    region: str,
    steps: list[tuple[ApplicationStatus, datetime]],
) -> None:
    before: tuple[ApplicationStatus, datetime] | None = None
    for status, at in steps:
        seeds.add(
            ApplicationEventRow,
            application_id=number,
            at=at,
            who="Alix Moreau" if before else "applicant",
            what="take_up" if before else "submitted",
            before=before[0] if before else None,
            after=status if before else None,
            announced_at=at,
        )
        if before:
            hours = round((at - before[1]).total_seconds() / 3600)
            seeds.add(StatusStayRow, application_id=number, region=region, status=before[0], ended_at=at, hours=hours)
        before = (status, at)
    if draw.random() < 0.3:
        what = {"who": "Noa Petit", "what": "note", "before": None, "after": None}
        seeds.add(ApplicationEventRow, application_id=number, at=steps[-1][1], announced_at=steps[-1][1], **what)


def _draft(seeds: Seeds, draw: random.Random, number: int, region: str, day: date) -> None:
    """The draft that was sent, and for two in three one that was not."""
    seeds.add(DraftProgressRow, draft_hash=f"sent {number}", begun_on=day, furthest=SENT, region=region)
    if draw.random() < 0.66:
        keys = [each.key for each in FIELDS if each.asked]
        keys.append(RECAP)
        step = draw.choice([*keys[:6], *keys])
        known = region if keys.index(step) > keys.index("department") else None
        seeds.add(DraftProgressRow, draft_hash=f"left {number}", begun_on=day, furthest=step, region=known)


def _fields(draw: random.Random, department: str) -> dict[str, Any]:
    thing, matter, name = draw.choice(_THINGS), draw.choice(_MATTERS), company(draw)
    first, last = draw.choice(_FIRST), draw.choice(_LAST)
    said = " ".join(f"{draw.choice(_START)}{draw.choice(_MIDDLE)}{draw.choice(_END)}".lower() for _ in range(6))
    return {
        "company": name,
        "siren": f"{draw.randrange(10**9):09d}",
        "contact": f"{first} {last}",
        "email": f"{first}.{last}{draw.randrange(999)}@entreprise.example".lower(),
        "phone": f"+336{draw.randrange(10**8):08d}",
        "department": department,
        "product": f"{thing.capitalize()} en {matter}",
        "made_today": draw.choice(_PLACES),
        "stage": draw.choice(("idea", "study", "prototype", "partners", "ready", "running")),
        "investment": draw.randrange(5, 400) * 10_000,
        "jobs": draw.randrange(1, 80),
        "needs": draw.sample(("funding", "partners", "market", "site", "skills", "technology"), draw.randrange(1, 4)),
        "description": f"Nous voulons rapatrier la production de {thing} en {matter}. Réf. interne : {said}.",
        "consent": "2026-11",
    }
