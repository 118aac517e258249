"""Partners looked for: by operation, kind, place and certification, whatever else the message tells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.aspects import NUMERIC, Aspect
from bot.answers.assembling import Assembler
from bot.answers.company import UNKNOWN, seeks_nearby
from bot.answers.concepts import Concept, Thesaurus
from bot.answers.evidence import Evidence
from bot.answers.following import is_short, narrows
from bot.answers.forms import is_country
from bot.answers.kinds import kinds_in, kinds_sought
from bot.answers.listing import SHOWN, Listed, View, counts_asked, wants_all_partners, wants_partners
from bot.answers.partner_listing import PartnerLister
from bot.answers.profiles import as_typed, is_thing
from bot.answers.ranking import SURELY
from bot.answers.seeking import (
    asking_sentences,
    looks_for,
    seeks_a_maker,
    seeks_any_maker,
    seeks_maker_of_it,
    seeks_no_partner,
    seeks_premises,
    seeks_who_trains,
    without_the_speaker,
)
from bot.answers.types import Answer, Context, Reason, Sentence, Thread
from bot.answers.understanding import Question
from bot.answers.waving import contrasts_what_is_made, only_says_what_is_made
from bot.answers.wishing import WishReader, asks_certified, certification_named
from bot.answers.wording import say
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed
from bot.catalogue.models import Scheme
from bot.catalogue.places import place_words_in
from bot.finders.wish import PartnerWish
from bot.search.analysis import stems

_FIGURED = NUMERIC | {Aspect.DURATION, Aspect.FREE}
"""Sides that one figure answers, never a list of partners."""
_REACHED = {Aspect.PHONE, Aspect.EMAIL, Aspect.LINK}
_SCHOOLS = re.compile(r"\b(?:ecoles?|universites?|lycees?)\b")
"""They study any product with their students, whatever operations their rows carry."""
_TINY = 3  # letters
_SHORT = 8  # words
_BESIDE = 2  # words beside an operation and a place that still say nothing but who is sought
_LEFT = 3  # words said to be left aside: more would be noise
_FIRST = re.compile(r"(?<=\w\w)[,;]\s+(?=et |and |puis )")
"""Before what is sought besides: « un mouliste à Dole, et un labo »."""
_PREMISES = re.compile(r"\b(?:foncier|immobilier|implantation|locaux|terrains?|batiments?|accueil)\b")
_TRAINING = re.compile(r"\b(?:formation|recrutement|emploi|apprentissage|competences|insertion)\b")
_LANDS = r"(?:vallee|bassin|plateau|plaine|pays|massif|cote|val|valley)"
_COMMON = re.compile(
    rf"{_LANDS}s?|"
    r"loin|pres|proche|local|locale|locaux|locales|gamme|rayon|km|kilometres?|refaire|faire|series?|petites?|grandes?|grosses?"
    r"|quantites?|pieces?|volumes?|lots?|an|ans|annees?|mois|semaines?|jours?|units?|unites?|year|month|week|genre|type|sorte"
    r"|besoin|urgent\w*|serieux|bien|mieux|liste|noms?|names?|shops?|autour|alentours?|somewhere|anywhere|anybody|anyone|someone"
    r"|capables?|competent\w*|dispo\w*|cher|prix|qualite|delais?|euros?|question|souci|probleme|projet|produits?|products?|clients?"
    r"|german|allemande?s?|belges?|suisses?|swiss|itali\w+|espagnol\w*|spanish|chinois\w*|chinese|polonais\w*|polish|turcs?|turkish"
    r"|portugais\w*|british|danish|dutch|american|japan\w*|asiatiques?|groupe"
    r"|lignes?|productions?|fabrications?|machines?|equipements?"
    r"|boites?|usines?|societes?|bureaux?|organismes?|firm|acheteur|responsable|patron|gadgets?|chose|things?|border|frontiere|region|zone|secteur"
)
"""Words that say how, how much or how near, which no list is sorted by and nobody misses."""


class Partners:
    """Answers by lists of partners from the records of one release."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, thesaurus: Thesaurus, assembler: Assembler) -> None:
        self._catalogue, self._thesaurus, self._assembler = catalogue, thesaurus, assembler
        self._lister = PartnerLister(catalogue)
        self._reader = WishReader(catalogue, evidence)
        self._kinds = frozenset(stem for p in catalogue.partners for stem in stems(p.category))
        self._categories = tuple(dict.fromkeys(p.category for p in catalogue.partners))

    def answer(self, asked: Question, context: Context) -> Answer | None:
        """The list that a question wants, or None when it wants none."""
        shown = context.thread is not None and context.thread.partner_wish is not None
        if contrasts_what_is_made(asked.text) or (shown and only_says_what_is_made(asked.text)):
            return self._others(asked, context)
        kinds = kinds_in(asked.text, self._categories)
        if seeks_premises(asked.text):
            return None if asked.named else self._of_sectors(_PREMISES, asked, context)
        if seeks_who_trains(asked.text) and not kinds:
            surely = any(sure >= SURELY for sure in asked.named.values())
            return None if surely else self._of_sectors(_TRAINING, asked, context)
        if seeks_no_partner(asked.text) and not kinds:
            return None
        operations = self.operations_in(asked.text)
        named = any(sure >= SURELY for sure in asked.named.values())
        sought = seeks_a_maker(asked.text)
        about_it = named and not (sought and self._names_scheme(asked))
        if not about_it and (of_the_trade := self._of_the_trade(asked, operations, context)):
            return of_the_trade
        figured = bool(_FIGURED.intersection(asked.aspects)) and not sought
        if named or self._names_scheme(asked) or figured:
            return None
        if not operations and (seeks_maker_of_it(asked.text) or (asked.regions and seeks_any_maker(asked.text))):
            return self._of_any_maker(asked, context)
        plainly = sought or self._is_trade(asked) or (bool(operations) and looks_for(asked.text))
        of_a_kind = wants_all_partners(asked.text, self._kinds) or asks_certified(asked.text)
        if not (of_a_kind or (operations and (plainly or wants_partners(asked.text)))):
            return None
        answer = self._asked_for(asked, operations, context)
        if answer is None or not answer.abstained:
            return answer
        return self._of_the_place(asked, answer, context) or (answer if plainly or of_a_kind else None)

    def sought(self, asked: Question, context: Context) -> Answer | None:
        """What can be offered where nothing else answers: of whom makers are asked in a region."""
        if asked.named or seeks_no_partner(asked.text) or _REACHED & set(asked.aspects):
            return None
        return self._of_any_maker(asked, context) if seeks_any_maker(asked.text) else None

    def _of_sectors(self, pattern: re.Pattern[str], asked: Question, context: Context) -> Answer | None:
        """Those of such fields in the region that is told: who help to settle, to hire or to train."""
        sectors = tuple(s for p in self._catalogue.partners for s in p.sectors if pattern.search(flat(s)))
        wish = self._placed(PartnerWish(sectors=tuple(dict.fromkeys(sectors))), asked, context)
        placed = bool(wish.regions) or pattern is _TRAINING
        return self.of_partners(asked, wish) if sectors and placed else None

    def _of_any_maker(self, asked: Question, context: Context) -> Answer:
        """The partners of the place when it is told, and the operations asked for."""
        text = say("tell_operations", asked.language)
        refusal = self._assembler.said(asked.text, asked.language, Reason.NEEDS_DETAIL, text)
        return self._of_the_place(asked, refusal, context) or refusal

    def _others(self, asked: Question, context: Context) -> Answer:
        """For who makes something else than what was shown: the others of the place, and the operations asked for."""
        thread = context.thread or Thread()
        before = thread.partner_wish or PartnerWish()
        wish = self._placed(PartnerWish(regions=before.regions), asked, context)
        text = say("tell_operations", asked.language)
        others = self.of_partners(asked, wish) if wish.regions else None
        if others is None:
            return self._assembler.said(asked.text, asked.language, Reason.NEEDS_DETAIL, text)
        return replace(others, sentences=(*others.sentences, Sentence(text, apart=True)))

    def _of_the_place(self, asked: Question, refusal: Answer, context: Context) -> Answer | None:
        """All partners of the region, after what is refused, where suppliers of any kind are looked for there."""
        wish = self._placed(PartnerWish(), asked, context)
        if refusal.citations or not wish.regions or not seeks_any_maker(asked.text):
            return None
        answer = self.of_partners(asked, wish)
        if answer is None:
            return None
        told = Sentence(refusal.sentences[0].text, apart=True)
        first = () if refusal.reason is Reason.NEEDS_DETAIL else refusal.sentences[:1]
        last = (told,) if refusal.reason is Reason.NEEDS_DETAIL else ()
        return replace(answer, sentences=(*first, *answer.sentences, *last))

    def operations_in(self, text: str) -> tuple[str, ...]:
        """The operations that a text names, also by their first word (« montage ») where a maker is sought."""
        text = without_the_speaker(text)
        scattered = self._thesaurus.operations_scattered_in(text)
        spoken = self._scattered_words(text)
        rest = " ".join(word for word in text.split() if not spoken.intersection(flat(word).split()))
        named = tuple(dict.fromkeys((*scattered, *self._thesaurus.operations_in(rest))))
        if not (named or seeks_a_maker(text)):
            return named
        return (*named, *(name for name in self._thesaurus.operations_begun_in(text) if name not in named))

    def wished(self, asked: Question) -> PartnerWish:
        """What a message wishes of partners, whether or not it wants a list."""
        wish = self._reader.partners(asked, self.operations_in(asked.text)).wish
        return replace(wish, categories=kinds_sought(asked.text, self._categories) or wish.categories)

    def of_partners(
        self, asked: Question, wish: PartnerWish, *, start: int = 0, unknown: Sequence[Concept] = ()
    ) -> Answer | None:
        """The partners of a wish from a place in the list on; None when nothing was wished that partners do."""
        view = View(
            language=asked.language,
            today=asked.today,
            start=start,
            counted=counts_asked(asked.text),
            left_out=asked.left_out,
        )
        found = self._lister.partners(wish, view)
        if not found.ids and not wish.operations:
            return None
        return self._said(asked, wish, found, start, unknown)

    def _asked_for(self, asked: Question, operations: tuple[str, ...], context: Context) -> Answer | None:
        read = self._reader.partners(asked, operations, self._operation_words(asked.text))
        wish = read.wish
        named = "" if wish.certifications else certification_named(asked.text)
        if named and not operations:
            text = say("not_certified", asked.language, certification=named)
            return self._assembler.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, text)
        if not narrows(wish) or (read.unread and (not operations or wish.categories)):
            return None
        answer = self.of_partners(asked, self._placed(wish, asked, context), unknown=read.unread if operations else ())
        if not (answer and named):
            return answer
        unsure = Sentence(say("not_certified", asked.language, certification=named))
        return replace(answer, sentences=(unsure, *answer.sentences), abstained=True, reason=Reason.NOT_IN_KNOWLEDGE)

    def _of_the_trade(self, asked: Question, operations: tuple[str, ...], context: Context) -> Answer | None:
        """« quel pôle pour une biscuiterie à Dijon ? »: by kind, trade and place, whatever else is told."""
        kinds = kinds_sought(asked.text, self._categories)
        if not kinds:
            return None
        spoken = self._operation_words(asked.text)
        reads = [self._reader.partners(asked, named, spoken) for named in dict.fromkeys((operations, ()))]
        placed = [(self._placed(replace(read.wish, categories=kinds), asked, context), read.unread) for read in reads]
        told = [(wish, unread if len(wish.operations) == 1 else ()) for wish, unread in placed]
        answers = (self.of_partners(asked, w, unknown=unread) for w, unread in told if w.operations or w.sectors)
        found = [answer for answer in answers if answer]
        none = next(iter(found), None)
        if answer := next((answer for answer in found if not answer.abstained), None):
            return answer
        if (
            none is None
            or none.citations
            or seeks_no_partner(asked.text)
            or not all(_SCHOOLS.search(flat(kind)) for kind in kinds)
        ):
            return none
        schools = self.of_partners(asked, self._placed(PartnerWish(categories=kinds), asked, context))
        return schools and replace(schools, sentences=(none.sentences[0], *schools.sentences))

    def _placed(self, wish: PartnerWish, asked: Question, context: Context) -> PartnerWish:
        """With the place that the message tells, else where the company is: its town when somebody near is wanted.

        What was waved away before stays so.
        """
        before = context.thread.partner_wish if context.thread else None
        wish = replace(wish, without=before.without) if before else wish
        if wish.regions or wish.departments or wish.towns:
            return wish
        company = context.company
        if asked.regions or not company.region:
            return replace(wish, regions=asked.regions)
        near = company if seeks_nearby(asked.text) else UNKNOWN
        return replace(wish, regions=(company.region,), departments=near.departments, towns=near.towns)

    def _is_trade(self, asked: Question) -> bool:
        """« un bobineur vers Dole »: an operation first, then few words beside the place, and nothing asked."""
        asking = _FIRST.split(asking_sentences(asked.text))[0]
        concepts = asked.concepts if asking == asked.text.strip() else self._thesaurus.concepts(asking)
        known = place_words_in(asked.text) | self._operation_words(asked.text)
        if not concepts or not is_short(asking, _SHORT) or (asked.aspects and not asked.aspect_words <= known):
            return False
        first, *others = concepts
        beside = [c for c in others if not c.framing and not all(w in known or _COMMON.fullmatch(w) for w in c.said)]
        return bool(self._thesaurus.operations_in(" ".join(first.said))) and len(beside) <= _BESIDE

    def _operation_words(self, text: str) -> frozenset[str]:
        return self._thesaurus.operation_words_in(text) | self._scattered_words(text)

    def _scattered_words(self, text: str) -> frozenset[str]:
        """The words of the operations that are said here and there."""
        spoken = set[str]().union(*self._thesaurus.operations_scattered_in(text).values())
        return frozenset(word for word in flat(text).split() if spoken.intersection(stems(word)))

    def _names_scheme(self, asked: Question) -> bool:
        return any(isinstance(self._catalogue.records[record], Scheme) for record in asked.named)

    def _said(
        self, asked: Question, wish: PartnerWish, found: Listed, start: int, unknown: Sequence[Concept]
    ) -> Answer:
        thread = Thread(partner_wish=wish)
        if not found.ids:
            answer = self._assembler.said(asked.text, asked.language, Reason.NOT_IN_KNOWLEDGE, found.heading)
            return replace(answer, thread=replace(thread, asked=asked.text))
        shown = found.ids[start : start + SHOWN]
        more = (say("list_more", asked.language),) if start + SHOWN < len(found.ids) else ()
        answer = self._assembler.answered(
            asked,
            found.quotes,
            before=(found.heading,),
            subjects=shown,
            suggestions=more,
            bullets=len(found.quotes) > 1,
        )
        notes = " ".join(filter(None, (found.note, self._aside(asked, unknown))))
        sentences = (*answer.sentences, Sentence(notes, apart=True)) if notes else answer.sentences
        alone = found.ids if len(found.ids) == 1 else ()
        thread = replace(thread, subjects=alone, asked=asked.text, listed=found.ids, shown=start + len(shown))
        answer = replace(answer, sentences=sentences, thread=thread)
        return replace(answer, abstained=True, reason=Reason.NOT_IN_KNOWLEDGE) if found.doubtful else answer

    def _aside(self, asked: Question, unknown: Sequence[Concept]) -> str:
        """What was asked for that partners are not sorted by, as it was typed; empty when nothing that matters is."""
        words = [as_typed(asked, concept) for concept in unknown if self._matters(asked, concept)]
        left = listed([f"« {word} »" for word in words[:_LEFT]], say("and", asked.language))
        return say("left_aside", asked.language, words=left) if left else ""

    def _matters(self, asked: Question, concept: Concept) -> bool:
        """Whether it is a thing: no word of quantity or nearness, no country, no operation by its first word."""
        said, typed = " ".join(concept.said), as_typed(asked, concept)
        if all(_COMMON.fullmatch(word) or self._thesaurus.begins_operation(word) for word in concept.said):
            return False
        if is_country(said) or re.search(
            rf"\b{_LANDS} (?:de |du |des |d |l |la )*{re.escape(said)}\b", flat(asked.text)
        ):
            return False
        return (is_thing(asked, concept) and len(said) > _TINY) or (typed.isupper() and len(said) > _TINY - 1)  # FSC
