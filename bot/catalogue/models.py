"""What is known, typed: the records of a release and the passages that answers cite.

The models are also the guide for whoever writes the files: `alias` is the French name in front matter and
column headings. How French text becomes a value is the business of `ingest.checking`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Nature(StrEnum):
    """What kind of help a scheme is."""

    GRANT = "subvention"
    REPAYABLE_ADVANCE = "avance récupérable"
    LOAN = "prêt"
    GUARANTEE = "garantie"
    TAX_CREDIT = "crédit d'impôt"
    EXEMPTION = "exonération"
    EQUITY = "fonds propres"
    STUDY = "étude"
    SUPPORT = "accompagnement"
    TRAINING = "formation"
    ZONING = "zonage"


class Status(StrEnum):
    """What the staff wrote; whether a scheme is open today is `Scheme.availability`."""

    OPEN = "ouvert"
    CLOSED = "clos"
    TO_CHECK = "à vérifier"


class Availability(StrEnum):
    """Whether one can apply on a given day."""

    OPEN = "open"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    TO_CHECK = "to_check"


class Record(BaseModel):
    """What every file may say of itself; `id` is the path without its ending, plus `#row` in a table."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    id: str
    file: str = Field(description="path relative to the knowledge folder, with `/`")
    sheet: str | None = None
    row: int | None = None
    title: str = Field(alias="titre", min_length=1, max_length=200)
    aliases: tuple[str, ...] = Field((), alias="alias")
    questions: tuple[str, ...] = ()
    regions: tuple[str, ...] = Field((), alias="region", description="region names as in catalogue.places, or France")
    valid_from: date | None = Field(None, alias="date_debut")
    valid_until: date | None = Field(None, alias="date_fin", description="last day, included")
    source: str = ""
    checked_on: date | None = Field(None, alias="verifie_le")
    owner: str = Field("", alias="responsable")
    link: str = Field("", alias="lien")
    extra: dict[str, str] = Field(default_factory=dict, description="other front-matter keys, as free text")

    @property
    def names(self) -> tuple[str, ...]:
        """Title first, then the other names."""
        return (self.title, *self.aliases)


class Page(Record):
    """Prose: a page, a rule, a question and its answer, a document."""

    type: Literal["page"] = "page"


class Scheme(Record):
    """A financing scheme (dispositif de financement); amounts in €, rates in percent, heads in persons."""

    type: Literal["financement"] = "financement"
    funder: str = Field("", alias="organisme")
    natures: tuple[Nature, ...] = Field((), alias="nature")
    amount_min: float | None = Field(None, alias="montant_min", ge=0)
    amount_max: float | None = Field(None, alias="montant_max", ge=0)
    rate_max: float | None = Field(None, alias="taux_max", ge=0, le=100)
    base_min: float | None = Field(None, alias="assiette_min", ge=0)
    base_max: float | None = Field(None, alias="assiette_max", ge=0)
    departments: tuple[str, ...] = Field((), alias="departements", description="codes; empty: all of its regions")
    headcount_min: int | None = Field(None, alias="effectif_min", ge=0)
    headcount_max: int | None = Field(None, alias="effectif_max", ge=0)
    age_min: int | None = Field(None, alias="anciennete_min", ge=0, description="years that the company has existed")
    turnover_max: float | None = Field(None, alias="ca_max", ge=0)
    stages: tuple[str, ...] = Field((), alias="etapes")
    expenses: tuple[str, ...] = Field((), alias="depenses")
    sectors: tuple[str, ...] = Field((), alias="secteurs")
    cofinancing: str = Field("", alias="cofinancement")
    before_commitment: bool | None = Field(None, alias="avant_engagement")
    cumulation: str = Field("", alias="cumul")
    status: Status = Field(Status.TO_CHECK, alias="statut")
    contact: str = ""
    exclusions: str = ""

    def availability(self, today: date) -> Availability:
        """Computed from the dates first, then from what the staff wrote."""
        if self.status is Status.CLOSED or (self.valid_until and self.valid_until < today):
            return Availability.CLOSED
        if self.valid_from and self.valid_from > today:
            return Availability.NOT_YET
        if self.status is Status.TO_CHECK:
            return Availability.TO_CHECK
        return Availability.OPEN


class Partner(Record):
    """A partner (partenaire): who can make, test, train, host or advise."""

    type: Literal["partenaire"] = "partenaire"
    category: str = Field("", alias="categorie")
    operations: tuple[str, ...] = ()
    sectors: tuple[str, ...] = Field((), alias="filieres")
    departments: tuple[str, ...] = Field((), alias="departements", description="codes: 01, 2A, 90, 971")
    town: str = Field("", alias="commune")
    certifications: tuple[str, ...] = ()
    capabilities: str = Field("", alias="capacites")
    contact: str = ""
    site: str = ""


AnyRecord = Page | Scheme | Partner


class Operation(BaseModel):
    """A row of `operations.csv`: an industrial operation or material, its parent and its everyday names."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    name: str = Field(alias="operation", min_length=1)
    parent: str = ""
    synonyms: tuple[str, ...] = Field((), alias="synonymes")


class Term(BaseModel):
    """A row of `lexique.csv`: what people type, and what the knowledge says."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    term: str = Field(alias="terme", min_length=1)
    equivalents: tuple[str, ...] = ()


class GoldenQuestion(BaseModel):
    """A row of `questions.csv`; every item of `expected` must stand in the answer, ` ou ` parts its variants."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    question: str = Field(min_length=1)
    expected: tuple[str, ...] = Field((), alias="attendu")
    document: str = ""
    refused: bool = Field(False, alias="refus")


class PassageKind(StrEnum):
    """`FIELDS` is a record's typed fields written out; `TEXT` is prose."""

    FIELDS = "fields"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where a passage stands; what does not apply is None (rows and pages count from 1)."""

    file: str
    section: str | None = None
    page: int | None = None
    sheet: str | None = None
    row: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A citable extract; `id` is a hash of its record, section and text, so it survives releases that keep it."""

    id: str
    record: str
    kind: PassageKind
    title: str
    text: str
    origin: Origin

    @property
    def is_english(self) -> bool:
        """Whether staff wrote it for people who read no French."""
        return is_english_heading(self.origin.section or "")


def is_english_heading(heading: str) -> bool:
    """Whether what stands below it is in English."""
    return heading.strip().casefold() == "in english"
