"""The filters that a question names, found by the vocabularies of the release: natures, topics, funders, places, sizes."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from bot.answers.ages import age_in, age_words, is_unfounded
from bot.answers.concepts import Concept
from bot.answers.evidence import Evidence
from bot.answers.kinds import kind_words_in, kinds_in
from bot.answers.purposes import Purpose, are_apart, purposes_in, words_beside
from bot.answers.quantities import amounts_in, heads_in, quantity_words
from bot.answers.ranking import SURELY
from bot.answers.towns import communes_told_in, departments_told_in, places_said_in, town_words_in
from bot.answers.understanding import Question
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import Availability, Nature
from bot.catalogue.places import place_words_in, towns_in
from bot.finders.financing import NATIONAL
from bot.finders.wish import PartnerWish, Trait, Wish
from bot.search.analysis import stems

_W = TypeVar("_W")
_V = TypeVar("_V")
_TOO_COMMON = 0.35  # share of the schemes that speak of a topic, from which it parts nothing
_PARTING = 6.0  # burden of a word that stands in less than about a tenth of the records
_NATURES: tuple[tuple[str, Nature], ...] = (
    (r"\bsubventions?\b|\bgrants?\b|sans rembours\w*|non rembours\w*|subsid\w+", Nature.GRANT),
    (r"\bavances?\b(?: (?:recup|rembours)\w*)?", Nature.REPAYABLE_ADVANCE),
    (r"\bprets?\b|\bloans?\b|\bemprunt\w*|\bpreter\b|\bprete(?:nt)?\b|\blend\b", Nature.LOAN),
    (r"\bpreter\b|\bprete(?:nt)?\b|\blend\b", Nature.REPAYABLE_ADVANCE),
    (r"(?<!sans )\bgaranties?\b|(?<!without )\bguarantees?\b", Nature.GUARANTEE),
    (r"\bcredits? d.?impots?\b|\btax credits?\b", Nature.TAX_CREDIT),
    (r"\bexoner\w+|\bexempt\w+", Nature.EXEMPTION),
    (r"\bfonds propres\b|\bequity\b|\bcapital\b", Nature.EQUITY),
)
_THEMES: tuple[tuple[str, Nature], ...] = (
    (r"\bdiag\w*|\betudes?\b|\baudits?\b|\bstud(?:y|ies)\b", Nature.STUDY),
    (r"\bformations?\b|\bformer\b|\btraining\b|\btrain\b", Nature.TRAINING),
)
"""Kinds of help that are also what it is for: they widen a list as topics do, instead of narrowing it."""
_STATUSES: tuple[tuple[str, Availability], ...] = (
    (r"(?:bientot|prochainement) (?:ouvert\w*|dispo\w*)|pas encore ouvert\w*|\ba venir\b|\bupcoming\b|open(?:ing)? soon|ouvr\w+ bientot", Availability.NOT_YET),
    (r"\bcloses?\b|\bclos\b|\bfermee?s?\b|\bterminee?s?\b|\bexpire\w*|\bfinies?\b|\bclosed\b|plus (?:ouvert\w*|dispo\w*|mobilis\w*)|no longer (?:open|available)", Availability.CLOSED),
    (r"\ba verifier\b|\bto be checked\b", Availability.TO_CHECK),
    (r"\bouverte?s?\b|(?<!\bto )(?<!\bwe )(?<!\bi )\bopen\b|\ben cours\b|\bdisponibles?\b|\bavailable\b|\bactuel\w*|\bcurrent\w*|\bmobilisables?\b", Availability.OPEN),
)  # fmt: skip
_SHUT = re.compile(
    r"\b(?:qui|va|vont|doit|a) (?:ferme\w*|clos\w*)\b|\b(?:usines?|sites?|ateliers?|entreprises?|boites?|societes?|fonderies?|magasins?|factory|plant|company|site)"
    r" (?:\w+ ){0,3}?(?:ferme\w*|closed|closing|en fermeture)\b"
)
"""A plant that shuts, which says nothing of the schemes."""
_TRAITS: tuple[tuple[str, Trait], ...] = (
    (r"sans (?:\w+ ){0,3}?(?:garanties?|cautions?|surete|gage|hypotheque)|(?:without|no) (?:\w+ )?(?:guarantees?|collateral)|unsecured", Trait.NO_GUARANTEE),
    (r"(?:a )?taux (?:zero|0|nul)|sans (?:interets?|frais d interets?)|interest free|zero (?:rate|interest)|(?:without|no) interest", Trait.NO_INTEREST),
    (r"gratuite?s?\b|\bfree\b|sans rien payer", Trait.FREE),
    (r"\bd occas(?:ion|e)\b|\boccaz\b|\b(?:machine|materiel|presse|robot|equipement)s? occasion\b|\breconditionne\w*|\bseconde main\b|\bdeja servi\b|\bsecond ?hand\b|\brefurbished\b|\bused (?:machine|equipment)\w*", Trait.SECOND_HAND),
)  # fmt: skip
_EVERYTHING = re.compile(
    r"\btoute?s? (?:les|vos|ces)\b|\btous (?:les|vos)\b|\ball (?:the|your)?\b|liste (?:complete|entiere|des|de toutes)|l ensemble des|list of"
)
_EITHER = re.compile(r"\b(?:ou|or)\b")
_OF_THE_REGION = re.compile(
    r"\b(?:de|par|a|aupres de) (?:la |le )?(?:conseil )?region\w*|\bregionales?\b|\bregional\b|\bla region\b"
)
_OF_FRANCE = re.compile(
    r"\bnationa(?:les?|ux)\b|\bnational\b|partout en france|toute la france|dans toute? (?:la )?france|nationwide|niveau national"
)
_OF_ITS_LISTS = re.compile(
    r"aides?|subventions?|prets?|financements?|financer|dispositifs?|credits?|impots?|garanties?|fonds|schemes?|grants?|loans?"
    r"|funding|liste\w*|toutes?|tous|all|list|combien|nombre|existe\w*|programmes?|programs?|mesures?|soutiens?|money|argent"
    r"|partenaires?|fournisseurs?|sous|traitants?|prestataires?|fabricants?|suppliers?|partners?|entreprises?|companies"
    r"|company|firms?|societes?|industriels?|ateliers?|acteurs?|region\w*|departements?|nationales?|nationaux|france|certifie\w*"
    r"|certifications?|certified|moins|plus|maximum|minimum|projets?|budget|depenses?|salaries?|peu|beaucoup"
    r"|nord|sud|ouest|coin|environs|alentours|proximite|proches?"
    r"|primes?|bonus|droit|pretend\w*|beneficier|demander|apply|moment|aujourd|hui|now|today|actuellement"
    r"|reste|restent|restant\w*|remain\w*|left|encore|again|deja|reformul\w*|rappel\w*|convien\w*|repropos\w*|propos\w*|ecart\w*"
)  # fmt: skip
_LEFT = re.compile(
    r"rapatri\w*|relocalis\w*|ramen\w*|reven\w*|refabriqu\w*|reshor\w*|chine|chinoise?s?|asie|asiatiques?|inde|vietnam|turquie|maroc|tunisie"
    r"|pologne|roumanie|taiwan|malaisie|bangladesh|portugal|espagne|italie|allemagne|bulgarie|hongrie|tchequie|etranger|china|asia|india"
)
"""What somebody leaves, and that they come back from it, is no filter."""
_SETTLED = re.compile(
    r"\bdeja (?:bien )?(?:install|implant|etabli|present|cree|localis|situe|bas)e?e?s?\b|\balready (?:established|installed|settled|set up|based|located|here)\b"
    r"|\b(?:bien |est |sommes |suis )?(?:install|implant|etabli)ee?s? (?:ici |la |en \w+ |dans .{1,20})?(?:depuis|since)\b"
)
"""« une entreprise déjà installée »: no wish to settle."""
_DOING = re.compile(r"\b(?:nous|on|je|j|vous|we|i|you) (?:\w{1,2} )?([a-z]+)")  # what somebody does is no filter
_TODAY = re.compile(
    r"\b(?:ma|mon|notre|la|une|our|my) (production|fabrication|usine|atelier|plant|factory)"
    r"(?= (?:vient|est|se|en|au|de|d|is|comes|in)\b)"
)
"""Where things are made today is no filter."""
_BORROWED = re.compile(
    r"\b(?:besoin d|(?:me|nous) faut|cherch\w+|emprunt\w+|prets?|loans?|aides?|subventions?|trouver|need|borrow\w*)[ '’]?(?:de |d['’]|of )?(?:environ )?€? ?\d"
    r"[\d  .,]*(?:k|m|€|eur|000|million)"
)
"""An amount that is to come from a scheme, not the price of what is bought."""
_CLAUSES = re.compile(r"[;:?!\n]+|[,.](?!\d)|\s(?:et|and)\s")
_AID = re.compile(
    r"\b(?:aides?|subventions?|prets?|financements?|avances?|garanties?|dispositifs?|fonds|plafonds?|montants?|combien"
    r"|grants?|loans?|funding|schemes?|ceilings?|amounts?|how much|verse\w*|donne\w*|prete\w*|jusqu|up to)\b"
)
_MOVING = re.compile(
    r"\b(?:mov(?:e|ing)|shift(?:ing)?|transfer(?:ring|er|ons)?|deplac\w+|demenag\w+|bring(?:ing)?)(?: back)? (?:the |our |my |some |la |le |l |notre )?"
    r"(?:\w+ )?(?:assembly|production|manufactur\w+|making|sewing|lines?|fabrication|assemblage|montage|confection)\b"
)
"""A production that comes from elsewhere, as a whole: by what it is done no scheme is sorted."""
_CERTIFICATION = re.compile(r"\b(?:(?i:iso|nf|din|iatf|nadcap)|EN|AS) ?(?!(?:19|20)\d\d\b)\d{3,5}\b")
_CERTIFIED = re.compile(r"\b(?:[a-z]{2,5} ?\d{3,5}\b|certifi\w+|label\w*|agre\w+)")


@dataclass(frozen=True)
class Read(Generic[_W]):
    """What is wished, and the things asked for that no filter holds."""

    wish: _W
    unread: tuple[Concept, ...]
    purposed: bool = False  # what is to be paid for is told in everyday words: the rest is told beside it


class WishReader:
    """Knows the values that the fields of one release take."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue, self._evidence = catalogue, evidence
        self._topics = dict(_keyed(self._parting_topics()))
        self._held = {key for scheme in catalogue.schemes for key, _ in _keyed((*scheme.stages, *scheme.expenses))}
        partners = catalogue.partners
        self._categories = dict(_keyed(p.category for p in partners if p.category))
        self._sectors = dict(_keyed(sector for p in partners for sector in p.sectors))
        self._certifications = {
            frozenset(flat(text.split("(")[0]).split()): text for p in partners for text in p.certifications
        }
        self._funders = dict(_keyed(self._funder_names()))
        self._natures = {stem for nature in Nature for stem in stems(nature.value)}

    def schemes(self, asked: Question) -> Read[Wish]:
        """What is wished of schemes."""
        said = flat(f"{asked.said} . {asked.text}")
        used = {*quantity_words(asked.text), *place_words_in(asked.text), *age_words(asked.text)}
        for pattern in (_MOVING, _SETTLED):
            used |= {word for match in pattern.finditer(said) for word in match[0].split()}
        natures = _matched(_NATURES, said, used)
        themes = _matched(_THEMES, said, set())
        status = _matched(_STATUSES, _SHUT.sub(" ", said), used)
        traits = _matched(_TRAITS, said, used)
        funders = self._funders_in(asked, said, used)
        amounts = amounts_in(asked.text)
        if amounts.wanted and _tells_its_cost(asked.text):
            amounts = replace(amounts, wanted=None, spending=amounts.spending or amounts.wanted)
        held = set(stems(" ".join(used)))
        purposes = self._purposes(asked)
        told = (
            {word for purpose in purposes for word in purpose.words} | words_beside(asked.text) if purposes else set()
        )
        aside = told | used | {match[1] for one in (_DOING, _TODAY) for match in one.finditer(flat(asked.text))}
        others = [concept for concept in asked.concepts if not aside.issuperset(concept.said)]
        used |= told | {word for match in _OF_FRANCE.finditer(said) for word in match[0].split()}
        groups = list(self._groups(others, held | self._natures, asked.operations))
        sought = tuple(purpose.topics for purpose in purposes)
        named = tuple((theme.value,) for theme in themes if not any(theme.value in topics for topics in sought))
        beside = tuple(topics for _, topics in groups) + tuple(p.favoured for p in purposes if p.favoured)
        topics, favoured = ((*sought, *named), beside) if sought else ((*beside, *named), ())
        wish = Wish(
            regions=(NATIONAL,) if _OF_FRANCE.search(said) else asked.regions,
            departments=() if _OF_FRANCE.search(said) else departments_told_in(asked.text),
            natures=tuple(n for n in natures if n is not Nature.GUARANTEE or Trait.NO_GUARANTEE not in traits),
            topics=tuple(dict.fromkeys(topics)),
            any_topic=bool(_EITHER.search(said)) or are_apart(purposes),
            favoured=tuple(dict.fromkeys(favoured)),
            funders=funders,
            availability=status[0] if status else None,
            amount=amounts.wanted,
            amount_from=amounts.at_least,
            amount_to=amounts.at_most,
            spending=amounts.spending,
            heads=heads_in(asked.text),
            age=age_in(asked.text),
            unfounded=is_unfounded(asked.text),
            traits=traits,
            everything=bool(_EVERYTHING.search(said)),
        )
        unread = self._unread(asked, used, [concept for concept, _ in groups])
        return Read(wish, unread, purposed=bool(purposes))

    def _purposes(self, asked: Question) -> tuple[Purpose, ...]:
        """What is to be paid for, as some scheme of the release calls it."""
        told = purposes_in(asked.text) or purposes_in(asked.said)
        held = (replace(purpose, topics=tuple(filter(self._is_held, purpose.topics))) for purpose in told)
        return tuple(purpose for purpose in held if purpose.topics)

    def _is_held(self, topic: str) -> bool:
        return any(frozenset(stems(topic)) <= value for value in self._held)

    def partners(self, asked: Question, operations: tuple[str, ...], trades: Collection[str] = ()) -> Read[PartnerWish]:
        """What is wished of partners; `trades` are words by which the operations are said."""
        used = {*place_words_in(asked.text), *town_words_in(asked.text), *trades}
        for operation in operations:
            used |= {word for c in asked.concepts if _says(c, operation) for word in c.said}
        others = [concept for concept in asked.concepts if not used.issuperset(concept.said)]
        categories = tuple(dict.fromkeys(self._valued(others, self._categories, used)))
        if not categories and (categories := kinds_in(asked.text, self._categories.values())):
            used |= kind_words_in(asked.text)
        words = flat(asked.text).split()
        certifications = [text for key, text in self._certifications.items() if key and key <= set(words)]
        used |= {word for match in _CERTIFIED.finditer(flat(asked.text)) for word in match[0].split()}
        rest = [c for c in asked.concepts if not c.framing and not used.issuperset(c.said)]
        sectors = () if operations else tuple(self._valued(rest, self._sectors, used))
        communes = communes_told_in(asked.text)
        wish = PartnerWish(
            operations=operations,
            regions=asked.regions,
            departments=departments_told_in(asked.text),
            towns=(*towns_in(asked.text), *(flat(commune.name) for commune in communes)),
            categories=categories,
            certifications=tuple(certifications),
            sectors=sectors,
        )
        return Read(wish, self._unread(asked, used, ()))

    def speaks(self, concept: Concept, record: str) -> bool:
        """Whether the file of a record speaks of something."""
        return concept.stands_in(self._evidence.stems_of[record])

    def asks_of_something(self, asked: Question) -> bool:
        """Whether anything is asked about beside aids, companies and projects in general."""
        about = (concept for concept in asked.concepts if asked.is_about(concept))
        return any(not all(_OF_ITS_LISTS.fullmatch(word) for word in concept.said) for concept in about)

    def knows(self, asked: Question) -> bool:
        """Whether some record speaks of each thing that is asked for."""
        places = places_said_in(asked.text)
        about = (c for c in asked.concepts if asked.is_about(c) and not places.issuperset(c.said))
        return all(self._evidence.known([concept]) for concept in about)

    def _parting_topics(self) -> Iterator[str]:
        schemes = self._catalogue.schemes
        for scheme in schemes:
            yield from scheme.stages
            for text in (*scheme.expenses, *scheme.sectors):
                key = frozenset(stems(text))
                spoken = sum(key <= self._evidence.stems_of[other.id] for other in schemes)
                if spoken <= max(3, _TOO_COMMON * len(schemes)):
                    yield text

    def _funder_names(self) -> Iterator[str]:
        for scheme in self._catalogue.schemes:
            for name in re.split(r"[,()/]| et |, ", scheme.funder):
                if len(name.strip()) > 2 and any(word[0].isupper() for word in name.split()):
                    yield name.strip()

    def _groups(
        self, concepts: Iterable[Concept], left_out: set[str], operations: Collection[str]
    ) -> Iterator[tuple[Concept, tuple[str, ...]]]:
        """The topics that each thing asked for may be called; what is made or done to it only by its own name."""
        for concept in concepts:
            if all(_OF_ITS_LISTS.fullmatch(word) for word in concept.said):
                continue
            own = concept.alternatives[0]
            exact = tuple(text for key, text in self._topics.items() if key <= own and not key <= left_out)
            near = tuple(
                text
                for key, text in self._topics.items()
                if not key <= left_out and any(key <= way for way in concept.alternatives)
            )
            worked = any(_says(concept, operation) for operation in operations)
            if kept := exact if worked or own <= left_out else near:
                yield concept, kept

    def _funders_in(self, asked: Question, said: str, used: set[str]) -> tuple[str, ...]:
        """Funders named by their own name, or by that of the partner that they are."""
        sure = [self._catalogue.records[record] for record, surely in asked.named.items() if surely >= SURELY]
        names = [name for record in sure for name in record.names]
        spoken = {*stems(asked.text), *stems(asked.said)}
        found = []
        for key, name in self._funders.items():
            regional = name.lower().startswith(("région", "region"))
            said_so = key <= spoken | (set(stems("région")) if _OF_THE_REGION.search(said) else set())
            by_place = regional and _OF_THE_REGION.search(said) and any(r in name for r in asked.regions)
            alias = any(frozenset(stems(n)) == key for n in names)
            if by_place or alias or (said_so and not regional):
                found.append(name)
                used |= set(flat(name).split()) | {word for n in names for word in flat(n).split()}
        return tuple(found)

    def _valued(self, concepts: Sequence[Concept], values: dict[frozenset[str], str], used: set[str]) -> Iterator[str]:
        """The values that a thing asked for may be called, or that several words name together."""
        whole = {stem for concept in concepts for word in concept.said for stem in stems(f"{word} {word.rstrip('sx')}")}
        for key, text in values.items():
            said = [
                concept for concept in concepts if any(key <= way for way in (*concept.alternatives, _single(concept)))
            ]
            if said or (len(key) > 1 and key <= whole):
                used |= {word for concept in said for word in concept.said}
                used |= {word for c in concepts for word in c.said if key & {*stems(word), *stems(word.rstrip("sx"))}}
                yield text

    def _unread(self, asked: Question, used: set[str], matched: Iterable[Concept]) -> tuple[Concept, ...]:
        """What is asked for that is neither a filter nor said in most files."""
        kept = set(matched)
        used = used | {match[1] for match in _DOING.finditer(flat(asked.text))}
        return tuple(
            concept
            for concept in asked.concepts
            if not concept.framing
            and concept not in kept
            and not all(word in used or _OF_ITS_LISTS.fullmatch(word) or _LEFT.fullmatch(word) for word in concept.said)
            and self._evidence.burden(concept) >= _PARTING
        )


def wants_national(question: str) -> bool:
    """Whether schemes that hold in all of France are asked for."""
    return bool(_OF_FRANCE.search(flat(question)))


def asks_certified(question: str) -> bool:
    """Whether partners with a certification are asked for."""
    return bool(_CERTIFICATION.search(question) or re.search(r"\bcertifi(?:ee?s?|ed)\b", flat(question)))


def certification_named(question: str) -> str:
    """« ISO 9001 »; empty when none is named by its number."""
    match = _CERTIFICATION.search(question)
    return match[0].upper() if match else ""


def _tells_its_cost(text: str) -> bool:
    """Whether an amount is what the project costs: what is to be paid for is told, or the clause speaks of no aid."""
    if _BORROWED.search(fold(text)):
        return False
    clauses = (clause for clause in _CLAUSES.split(text) if amounts_in(clause).wanted)
    return bool(purposes_in(text)) or not any(_AID.search(flat(clause)) for clause in clauses)


def _single(concept: Concept) -> frozenset[str]:
    """The concept's own words without their plural."""
    return frozenset(stems(" ".join(word.rstrip("sx") for word in concept.said)))


def _says(concept: Concept, operation: str) -> bool:
    key = frozenset(stems(operation))
    return any(key <= way for way in concept.alternatives)


def _keyed(texts: Iterable[str]) -> Iterator[tuple[frozenset[str], str]]:
    for text in texts:
        if key := frozenset(stems(text)):
            yield key, text


def _matched(patterns: tuple[tuple[str, _V], ...], said: str, used: set[str]) -> tuple[_V, ...]:
    """The values whose pattern is said; their words are used up."""
    found = []
    for pattern, value in patterns:
        spans = [match[0] for match in re.finditer(pattern, said)]
        if spans:
            found.append(value)
            used |= {word for span in spans for word in span.split()}
    return tuple(found)
