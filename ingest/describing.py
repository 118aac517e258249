"""The typed fields of a record written out in plain French, one `label : value` a line."""

from collections.abc import Iterator

from bot.catalogue.formats import day, listed, money, number, percent
from bot.catalogue.models import AnyRecord, Partner, Scheme
from bot.catalogue.places import department_told


def describe(record: AnyRecord) -> str:
    """The title first, then only what is filled in; dates, amounts and rates as a French reader writes them."""
    lines = [record.title]
    lines += [f"{label} : {value}" for label, value in _fields(record) if value]
    lines += [f"{label} : {value}" for label, value in record.extra.items()]
    if record.checked_on:
        lines.append(f"Fiche vérifiée le {day(record.checked_on)}")
    return "\n".join(lines)


def _fields(record: AnyRecord) -> Iterator[tuple[str, str]]:
    yield "Autres noms", ", ".join(record.aliases)
    if isinstance(record, Scheme):
        yield from _scheme(record)
    if isinstance(record, Partner):
        yield from _partner(record)
    yield "Régions" if len(record.regions) > 1 else "Région", listed(record.regions)
    yield "Début", day(record.valid_from) if record.valid_from else ""
    yield "Date limite", day(record.valid_until) if record.valid_until else ""
    yield "Lien", record.link


def _scheme(scheme: Scheme) -> Iterator[tuple[str, str]]:
    yield "Organisme", scheme.funder
    yield "Nature de l'aide", listed([nature.value for nature in scheme.natures])
    yield "Statut", scheme.status.value
    yield "Montant minimum", _money(scheme.amount_min)
    yield "Montant maximum", _money(scheme.amount_max)
    yield "Taux maximum", percent(scheme.rate_max) if scheme.rate_max is not None else ""
    yield "Dépenses minimum", _money(scheme.base_min)
    yield "Dépenses maximum", _money(scheme.base_max)
    yield "Départements", _departments(scheme)
    yield "Effectif", _span(scheme.headcount_min, scheme.headcount_max)
    yield "Ancienneté minimum de l'entreprise", _years(scheme.age_min)
    yield "Chiffre d'affaires maximum", _money(scheme.turnover_max)
    yield "Étapes du projet", ", ".join(scheme.stages)
    yield "Dépenses financées", ", ".join(scheme.expenses)
    yield "Secteurs", ", ".join(scheme.sectors)
    yield "Cofinancement", scheme.cofinancing
    if scheme.before_commitment is not None:
        yield "Dossier à déposer avant de signer une commande", "oui" if scheme.before_commitment else "non"
    yield "Cumul", scheme.cumulation
    yield "Exclusions", scheme.exclusions
    yield "Contact", scheme.contact


def _partner(partner: Partner) -> Iterator[tuple[str, str]]:
    yield "Catégorie", partner.category
    yield "Opérations", ", ".join(partner.operations)
    yield "Filières", ", ".join(partner.sectors)
    yield "Commune", partner.town
    yield "Départements", _departments(partner)
    yield "Certifications", ", ".join(partner.certifications)
    yield "Contact", partner.contact
    yield "Site", partner.site


def _money(value: float | None) -> str:
    return money(value) if value is not None else ""


def _span(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return ""
    if high is None:
        return f"au moins {number(low or 0)} salariés"
    return f"{number(low)} à {number(high)} salariés" if low else f"au plus {number(high)} salariés"


def _departments(record: Scheme | Partner) -> str:
    return ", ".join(map(department_told, record.departments))


def _years(count: int | None) -> str:
    return f"{count} an{'s' if count > 1 else ''}" if count else ""
