"""« que savez-vous de notre projet ? »: what the talk keeps of a company, and the open application."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.company import Company
from bot.catalogue.communes import communes_named
from bot.catalogue.folding import flat
from bot.catalogue.formats import listed, number
from bot.catalogue.places import department_of, town_name
from bot.dialogue.form_replies import so_far
from bot.dialogue.heard import Heard
from bot.dialogue.messages import Layout, Reply, paragraph
from bot.dialogue.turn import Turn
from bot.intake.extraction import Finding

_OURS = (
    r"(?:moi|nous|me|us|(?:mon|ma|mes|notre|nos|my|our) (?:\w+ )?(?:projets?|entreprise|boite|societe|pme|start ?up|usine|situation|cas|dossier"
    r"|infos?|informations?|activite|demande|besoins?|company|firm|business|projects?|plans?|case|needs?))"
)
_TOLD = r"(?:dit|raconte|donne|explique|indique|appris|precise|told|said|given|tell|give|say)"
_FACT = r"(?:\w+ )?(?:salarie\w*|personnes|effectifs?|employes|gens|region|departement|ville|commune|lieu|adresse|age|people|employees|staff|headcount|place|town|department|heads)"
_NOTED_BY_YOU = (
    r"(?:(?:avez vous|as tu|vous avez|tu as|t as|vous m avez|tu m as) (?:\w+ )?(?:note|notes|notee|notees|retenue?s?|enregistree?s?|gardee?s?|comptee?s?|inscrite?s?|mise?s?)"
    r"|(?:retenez|gardez|comptez) vous|(?:vous|tu) (?:nous |me )?(?:retenez|retiens|gardez|gardes|comptez|comptes))"
)
_KNOWN = re.compile(
    rf"\b(?:que|qu est ce que|qu|quoi|ce que) (?:est ce que )?(?:sa(?:is|vez)|reten\w+|retiens|as|avez|gard\w+) (?:tu|vous)(?: (?:retenu|note|compris|garde|enregistre))?(?: (?:deja|maintenant|a ce stade))? (?:de|sur|pour) {_OURS}\b"
    rf"|\b(?:tu|vous) (?:sais|savez|as|avez|connais|connaissez)(?: (?:retenu|note|compris|garde|enregistre))? (?:quoi|deja quoi) (?:de|sur) {_OURS}\b"
    rf"|\b(?:qu est ce qu\w?|ce qu\w?|que|qu|quoi) (?:est ce que )?(?:tu|vous) (?:sais|savez|as|avez|gardes|gardez)(?: (?:retenu|note|compris|garde|enregistre))? (?:de|sur) {_OURS}\b"
    rf"|\b(?:qu est ce que|(?<!ce )que|quoi) (?:je|j|on|nous) (?:(?:t|vous|te|lui) )?(?:ai|a|avons) (?:deja )?{_TOLD}\b"
    rf"|\bque (?:vous|t) ai je (?:deja )?{_TOLD}\b|\bj ai {_TOLD} quoi\b|\bje (?:t|vous) ai {_TOLD} quoi\b"
    rf"|\b(?:recap\w*|resum\w*|rappel\w*|summari[sz]e|recap)(?: (?:moi|nous|me|us))? (?:ce que (?:tu|vous) (?:sa\w+|avez|as) .*|{_OURS})$"
    rf"|\bwhat (?:do|did|have|else do) you (?:know|remember|have|noted?|kept|keep|got)(?: (?:so far|already))?(?: down)? (?:about|of|on) {_OURS}\b"
    rf"|\b(?:combien d\w*|quel\w*) {_FACT} (?:est ce que )?{_NOTED_BY_YOU}\b|\b{_NOTED_BY_YOU} (?:combien d\w*|quel\w*|quoi comme) {_FACT}\b"
    rf"|\b(?:how many|how large a|what|which) {_FACT} (?:did|have|do) you (?:\w+ )?(?:note[d]?|wr\w+|recorded?|ke(?:pt|ep)|got|put)\b"
    rf"|\bwhat (?:have|did|else did) (?:i|we) (?:already )?{_TOLD}\b|\b(?:remind me|recap|repeat) (?:of )?what (?:i|we) (?:have |ve )?{_TOLD}\b"
)


def asks_what_is_known(text: str) -> bool:
    """Whether somebody asks what they told of themselves, or what is kept of it."""
    return bool(_KNOWN.search(flat(text)))


def told(heard: Heard) -> Turn:
    """What is kept of the company and of the open application, and how to see and erase all of it."""
    facts = list(_facts(heard, heard.state.company))
    said = [paragraph(heard.say("known_title" if facts else "known_nothing"))]
    said += [paragraph(fact, Layout.BULLET) for fact in facts]
    draft = heard.state.draft
    if draft is not None:
        said += [paragraph(line) for line in so_far(heard, draft)]
    said.append(paragraph(heard.say("known_all")))
    return Turn(state=replace(heard.state, pending=None), replies=(Reply(paragraphs=tuple(said)),))


def _facts(heard: Heard, company: Company) -> Iterator[str]:
    if company.region:
        yield heard.say("known_place", place=_place(company))
    if company.heads:
        yield heard.say("known_heads", heads=number(company.heads[0], heard.language))
    if company.age is not None:
        yield heard.say("known_age", age=number(company.age, heard.language))
    if company.unfounded:
        yield heard.say("known_unfounded")


def _place(company: Company) -> str:
    """« Besançon, Doubs, Bourgogne-Franche-Comté »: the narrowest first."""
    towns = tuple(map(town_name, company.towns))
    departments = tuple(found.name for code in company.departments if (found := department_of(code)))
    return ", ".join(filter(None, (listed(towns, "/"), listed(departments, "/"), company.region)))


def findings_told(company: Company) -> tuple[Finding, ...]:
    """What the talk knows of the company, as the form would have found it: one commune, a head count.

    A department alone is asked for again, so that its commune may be told.
    """
    communes = [commune for name in company.towns for commune in communes_named(name)]
    towns = [each for each in communes if each.department.code in company.departments]
    told: list[Finding] = []
    if len(towns) == 1:
        told.append(Finding("town", towns[0].code, {"department": towns[0].department.code}))
    if company.heads and company.heads[0] == company.heads[1]:
        told.append(Finding("employees", company.heads[0], {}))
    return tuple(told)
