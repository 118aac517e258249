"""A question as understood: what it names, which side of it is asked, where, in which language."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.answers.aspects import Aspect, aspect_words, aspects_of, complements_in, spelled_out
from bot.answers.concepts import Concept, Thesaurus
from bot.answers.counting import counted_in
from bot.answers.focusing import asking_part
from bot.answers.following import is_pronoun, is_short, ordinal_in
from bot.answers.kinds import kinds_in
from bot.answers.premises import claimed, premise_of
from bot.answers.rejecting import turned_down
from bot.answers.subjects import Subjects
from bot.answers.towns import places_said_in, regions_around
from bot.answers.types import Context, Language
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.folding import flat, fold
from bot.catalogue.models import Nature, Scheme
from bot.catalogue.places import regions_in
from bot.search.analysis import stems, words
from bot.search.languages import is_everyday
from bot.search.shorthand import written_out

_GOING_ON = re.compile(r"^(?:et |and |ok |d accord )")
_STANDING_FOR = re.compile(
    r"\b(?:lui|son|sa|ses|leur|celui ci|celle ci|its|this one|that one)\b"
    r"|\b(?:est|peut|doit|faut|a|va) t? ?(?:il|elle)\b(?<!faut il)(?<!a t il)|\b(?:is|does|can|has) it\b"
    r"|\b(?:peu[tx]|puis|pouvons|faut|doi[st]|devons|possible|droit|comment|quand) (?:(?:on|je|il|nous|de|d) )*"
    r"(?:le|la|les|l|en) (?!(?:doss|courr|chant|fich|pap|met|atel)ier|loyer)\w+(?:er|ir|re)\b"
    r"|\b(?:can|could|must|should) (?:i|we|one|you) \w+ (?:it|them)\b"
)
"""A word that stands for what was talked about: « son taux », « est-elle ouverte », « peut-on le demander »."""
_BESIDE = re.compile(r"\b(?:alongside|besides?|with|on top of) (?:it|them)\b|\b(?:a cote|en face|en complement)$")
"""What comes with the thing talked about: « faut-il une banque à côté ? »."""
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_POINTING = 4  # words: « le deuxième de la liste »
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Correct = Callable[[str, Callable[[str], bool]], str]
"""Corrects the spelling of a text, except for the words that are to stay."""


_IT = frozenset({"la", "le", "l"})  # « écartez-la »
_ONE_NATURE = {
    word: nature
    for nature, words in {
        Nature.LOAN: "pret prets loan loans emprunt emprunts",
        Nature.GRANT: "subvention subventions grant grants",
        Nature.REPAYABLE_ADVANCE: "avance avances",
        Nature.STUDY: "diagnostic diagnostics etude etudes study studies",
    }.items()
    for word in words.split()
}
"""Kinds that are turned down as a whole: « sans les prêts »."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question as understood; `premise` is what it takes for granted, `counted` what it wants counted."""

    text: str
    asking: str  # the part of it that asks, as typed
    asking_said: str  # the same, with the spelling corrected and the names opened
    said: str  # with the spelling corrected and the names opened
    searched: str
    language: Language
    today: date
    concepts: tuple[Concept, ...]
    aspects: tuple[Aspect, ...]
    aspect_words: frozenset[str]
    complements: frozenset[str]
    spelled_out: frozenset[Aspect]
    counted: frozenset[str]
    years: frozenset[str]
    regions: tuple[str, ...]
    named: dict[str, float]
    premise: str
    operations: tuple[str, ...]
    kinds: tuple[str, ...]  # categories of partners asked for
    told: tuple[str, ...]  # what the same message was told already
    turned_down: tuple[str, ...]  # ids of the records that this message wants left out
    left_out: tuple[str, ...]  # the same, and those that the talk turned down before

    def is_about(self, concept: Concept) -> bool:
        """Whether a concept says what the question is about, rather than framing it or naming the side asked for."""
        if self.complements.intersection(concept.said):
            return not concept.framing
        return not concept.framing and not all(word in self.aspect_words or is_everyday(word) for word in concept.said)

    def asks_of(self, concept: Concept) -> bool:
        """Whether a concept stands in the part of the question that asks."""
        return self.asking == self.text or self._asking_words.issuperset(concept.said)

    @cached_property
    def _asking_words(self) -> frozenset[str]:
        return frozenset(words(self.asking_said))


class Reader:
    """Understands questions with the vocabularies and the names of one release."""

    def __init__(self, catalogue: Catalogue, correct: Correct) -> None:
        self._catalogue, self._correct = catalogue, correct
        self.thesaurus = Thesaurus(catalogue.terms, catalogue.operations)
        self._subjects = Subjects(catalogue.records.values())

    def read(self, question: str, context: Context, language: Language, today: date) -> Question:
        """Spelling first, then names, then the rest."""
        opened = self._subjects.opened(written_out(question))
        said = self._corrected(opened, question)
        concepts = self.thesaurus.concepts(said)
        premise = premise_of(question)
        asking = question if premise else asking_part(question)
        asked = said if asking == question else self._corrected(self._subjects.opened(written_out(asking)), asking)
        named = self._named(opened, question, said, concepts, context)
        beside = self._subjects.beside_names(asked, named)
        told = f"{beside} . {self._subjects.beside_names(asking, named)}"
        aspects = dict.fromkeys((*claimed(premise), *aspects_of(told)))
        return Question(
            text=question,
            asking=asking,
            asking_said=asked,
            said=said,
            searched=" ".join((opened, *self.thesaurus.expansions(said))),
            language=language,
            today=today,
            concepts=concepts,
            aspects=tuple(aspects),
            aspect_words=aspect_words(beside),
            complements=complements_in(beside),
            spelled_out=spelled_out(told),
            counted=_counted(beside, concepts) or _counted(asked, concepts),
            years=frozenset(_YEAR.findall(question)),
            regions=tuple(region.name for region in dict.fromkeys((*regions_around(question), *regions_in(said)))),
            named=named,
            premise=premise,
            operations=self.thesaurus.operations_in(said),
            kinds=kinds_in(said, (partner.category for partner in self._catalogue.partners)),
            told=context.told,
            turned_down=self.turned_down(question, context),
            left_out=self.left_out(question, context, named),
        )

    def left_out(self, question: str, context: Context, named: Collection[str] = ()) -> tuple[str, ...]:
        """Ids of what was turned down in the talk, but for what is named again, and of what a message turns down."""
        before = context.thread.left_out if context.thread else ()
        kept = (record for record in before if record not in named)
        return tuple(dict.fromkeys((*kept, *self.turned_down(question, context))))

    def turned_down(self, question: str, context: Context) -> tuple[str, ...]:
        """Ids of what a message turns down: « pas Maugis », « enlève le premier »."""
        found = (record for _, what in turned_down(question) for record in self._turned_down(what, context))
        return tuple(dict.fromkeys(found))

    def _turned_down(self, what: str, context: Context) -> tuple[str, ...]:
        """What is named, or meant of what was said last: « celui-là », « le premier »."""
        thread = context.thread
        known = dict.fromkeys(
            (*context.subjects, *((*thread.subjects, *thread.listed, *thread.left_out) if thread else ()))
        )
        if named := self.named_in(what):
            return tuple(record for record, sure in named.items() if sure == 1 or record in known or len(named) == 1)
        if thread and (is_pronoun(what) or flat(what) in _IT):
            return thread.subjects[-1:]
        if nature := _ONE_NATURE.get(flat(what)):
            schemes = ((name, self._catalogue.records.get(name)) for name in known)
            return tuple(name for name, one in schemes if isinstance(one, Scheme) and one.natures == (nature,))
        place = ordinal_in(what, thread.shown) if thread and is_short(what, _POINTING) else None
        if thread and place is not None:
            return (thread.listed[place],)
        titles = {
            record: set(stems(self._catalogue.records[record].title))
            for record in known
            if record in self._catalogue.records
        }
        said = set(stems(what))
        held = tuple(record for record, title in titles.items() if said and said <= title)
        return held if len(held) == 1 else ()

    def mended(self, question: str) -> str:
        """The question as it was typed but for its misspelt words; places stay as they were typed."""
        places = places_said_in(question)
        return _LETTERS.sub(lambda word: word[0] if fold(word[0]) in places else self._mended(word[0]), question)

    def _mended(self, word: str) -> str:
        folded = fold(word)
        corrected = self._correct(folded, lambda _: False)
        return word if corrected == folded else corrected

    def _corrected(self, opened: str, typed: str) -> str:
        return self._correct(opened, places_said_in(typed).__contains__)

    def names(self, text: str) -> bool:
        """Whether a text names a scheme or a partner."""
        return bool(self.named_in(text))

    def without_names(self, text: str) -> str:
        """A text, folded, without the schemes and partners that it names."""
        return self._subjects.beside_names(text, self.named_in(text))

    def named_in(self, text: str) -> dict[str, float]:
        """Ids of the schemes and partners that a text names, each with how surely."""
        opened = self._subjects.opened(text)
        as_typed = dict(self._subjects.named_in(stems(opened)))
        return as_typed or dict(self._subjects.named_in(stems(self._corrected(opened, text))))

    def _named(
        self, opened: str, question: str, said: str, concepts: tuple[Concept, ...], context: Context
    ) -> dict[str, float]:
        """The schemes and partners that are named, else those of the talk when the question leans on it."""
        places = stems(" ".join(region.name for region in (*regions_in(said), *regions_around(question))))
        as_typed = self._subjects.named_in(stems(opened), places)
        corrected = self._subjects.named_in(stems(said), places)
        named = max(as_typed, corrected, key=lambda found: [sure for _, sure in found])
        sides = aspect_words(said) - complements_in(said)
        leans = (
            _GOING_ON.match(flat(opened))
            or stands_for(opened)
            or all(c.framing or sides.issuperset(c.said) for c in concepts)
        )
        if not named and leans:
            return {record: 1.0 for record in context.subjects[-1:] if record in self._catalogue.records}
        left_out = {record for phrase, _ in turned_down(opened) for record, _ in self._subjects.named_in(stems(phrase))}
        return {record: sure for record, sure in named if record not in left_out}


def stands_for(text: str) -> bool:
    """Whether a word of a text stands for what was talked about."""
    return bool(_STANDING_FOR.search(flat(text))) or stands_beside(text)


def stands_beside(text: str) -> bool:
    """Whether something beside what was talked about is asked for: « do I need a bank alongside it? »."""
    return bool(_BESIDE.search(flat(text)))


def _counted(said: str, concepts: tuple[Concept, ...]) -> frozenset[str]:
    """Stems of what is to be counted, however the knowledge calls it."""
    asked = counted_in(said)
    meant = (concept for concept in concepts if asked.intersection(*concept.alternatives[:1]))
    ways = (way for concept in meant for way in concept.alternatives)
    return asked.union(*(way for way in ways if len(way) == 1)) if asked else asked
