"""Lists (« quels prêts en Normandie ? », « qui fait du bobinage ? »): from records by filters, never from passages."""

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.composing import Quote
from bot.answers.concepts import Concept
from bot.answers.fields import short_name
from bot.answers.sentences import sentences_of
from bot.answers.types import Language
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed, money, percent
from bot.catalogue.models import AnyRecord, Availability, Nature, Passage, PassageKind, Scheme
from bot.finders.financing import Wish
from bot.finders.sourcing import Match
from bot.search.analysis import stems

SHOWN = 5
_KINDS = (
    r"(?:aides?|subventions?|prets?|financements?|dispositifs?|credits? d.?impots?|garanties?|exonerations?|fonds"
    r"|diag(?:nostic)?s?|etudes?|schemes?|grants?|loans?|funding|tax credits?|diagnostics?)"
)
_SCHEMES = re.compile(
    rf"quel(?:le)?s? (?:sont |est )?(?:les |la )?(?:autres? )?{_KINDS}|^{_KINDS} |liste\w* (?:des|les|moi)"
    rf"|(?:which|what|any|list) (?:\w+ )?{_KINDS}|[kq]u?oi (?:comme |en )?{_KINDS}|combien (?:de |d.?){_KINDS}|financer"
    rf"|(?:cherche|besoin|trouver|existe t il|y a t il|avoir|obtenir|looking for) (?:\w+ ){{0,2}}{_KINDS}"
)
_PARTNERS = re.compile(
    r"\bqui\b|partenaire|fournisseur|sous traitant|prestataire|fabricant|atelier|trouver|cherche|faire faire"
    r"|entreprises? (?:de|d|qui|pour)|supplier|partner|\bwho\b|find|make"
)
_NATURES: tuple[tuple[str, Nature], ...] = (
    (r"subvention|\bgrants?\b|sans rembours|non rembours", Nature.GRANT),
    (r"avances? (?:recup|rembours)", Nature.REPAYABLE_ADVANCE),
    (r"\bprets?\b|\bloans?\b|emprunt", Nature.LOAN),
    (r"(?<!sans )garantie|guarantee", Nature.GUARANTEE),
    (r"credits? d.?impot|tax credit", Nature.TAX_CREDIT),
    (r"exoner|exempt", Nature.EXEMPTION),
    (r"fonds propres|equity|capital", Nature.EQUITY),
)
_THEMES: tuple[tuple[str, Nature], ...] = (
    (r"\bdiag|\betudes?\b|\baudits?\b", Nature.STUDY),
    (r"formation|former|training", Nature.TRAINING),
)
"""Kinds of help that are also what it is for: they widen a list as topics do, instead of narrowing it."""


def wants_schemes(question: str) -> bool:
    """Whether several schemes are asked for rather than one."""
    return bool(_SCHEMES.search(flat(question)))


def wants_partners(question: str) -> bool:
    """Whether somebody who can do an operation is asked for."""
    return bool(_PARTNERS.search(flat(question)))


def wish_of(question: str, concepts: Sequence[Concept], schemes: Sequence[Scheme], regions: tuple[str, ...]) -> Wish:
    """The filters that a question names; topics are words that some scheme lists in its fields."""
    said = flat(question)
    natures = tuple(nature for pattern, nature in _NATURES if re.search(pattern, said))
    vocabulary = {
        frozenset(stems(text)): text
        for scheme in schemes
        for text in (*scheme.expenses, *scheme.stages, *scheme.sectors)
    }
    named = {stem for nature in Nature for stem in stems(nature.value)}
    topics = [
        text
        for key, text in vocabulary.items()
        if key
        and not key <= named
        and any(key <= alternative for concept in concepts for alternative in concept.alternatives)
    ]
    topics += [nature.value for pattern, nature in _THEMES if re.search(pattern, said)]
    return Wish(regions=regions, natures=natures, topics=tuple(dict.fromkeys(topics)))


def list_schemes(
    catalogue: Catalogue, found: Sequence[Scheme], wish: Wish, language: Language, today: date
) -> tuple[Quote, ...]:
    """A count and one line a scheme, cited by its fields."""
    shown = [(scheme, source) for scheme in found if (source := _fields(catalogue, scheme))][:SHOWN]
    lines = [Quote(_scheme_line(scheme, language, today), source, 1.0, typed=True) for scheme, source in shown]
    return tuple(lines)


def scheme_heading(count: int, wish: Wish, language: Language) -> str:
    """« 12 dispositifs correspondent en Normandie ; les premiers : »."""
    criteria = say("in_region", language, region=listed(wish.regions, "ou")) if wish.regions else ""
    criteria += f" ({listed([*(n.value for n in wish.natures), *wish.topics])})" if wish.natures or wish.topics else ""
    return say("schemes_one" if count == 1 else "schemes_found", language, criteria=criteria)


def _scheme_line(scheme: Scheme, language: Language, today: date) -> str:
    parts = [listed([nature.value for nature in scheme.natures])] if scheme.natures else []
    if scheme.amount_max is not None:
        parts.append(f"≤ {money(scheme.amount_max, language.value)}")
    elif scheme.rate_max is not None:
        parts.append(f"≤ {percent(scheme.rate_max, language.value)}")
    if scheme.availability(today) is Availability.TO_CHECK:
        parts.append(say("status_to_check", language))
    return say("scheme_line", language, name=short_name(scheme), funder=scheme.funder, text=", ".join(parts) + ".")


def list_partners(catalogue: Catalogue, matches: Sequence[Match]) -> tuple[Quote, ...]:
    """One line a partner: where it is and the sentence on it that is nearest to the operation."""
    lines = (_partner_line(match, catalogue.passages_of(match.partner.id)) for match in matches[:SHOWN])
    return tuple(line for line in lines if line)


def _partner_line(match: Match, passages: Sequence[Passage]) -> Quote | None:
    partner = match.partner
    place = f" ({partner.town})" if partner.town else f" ({listed(partner.regions)})" if partner.regions else ""
    wanted = set(stems(match.operation))
    said = [
        (len(wanted & set(stems(sentence))), sentence, passage)
        for passage in passages
        if passage.kind is PassageKind.TEXT
        for sentence in sentences_of(passage.text)
    ]
    if said:
        _, sentence, source = max(said, key=lambda found: found[0])
        return Quote(f"{short_name(partner)}{place} : {sentence}", source, 1.0, typed=True)
    if passages:
        return Quote(f"{short_name(partner)}{place} : {listed(partner.operations)}.", passages[0], 1.0, typed=True)
    return None


def _fields(catalogue: Catalogue, record: AnyRecord) -> Passage | None:
    passages = catalogue.passages_of(record.id)
    return next(
        (passage for passage in passages if passage.kind is PassageKind.FIELDS), passages[0] if passages else None
    )
