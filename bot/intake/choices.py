"""Answers that are few: their names in both languages and the words that mean them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """A name in both languages."""

    fr: str
    en: str

    def of(self, language: str) -> str:
        """In `fr` or `en`."""
        return self.en if language == "en" else self.fr


@dataclass(frozen=True)
class Choice:
    """One of few answers; `words` are regular expressions over folded text that mean it too."""

    key: str
    label: Label
    words: str


NOT_CREATED = Choice(
    "none",
    Label("Pas encore créée", "Not created yet"),
    r"(?:elle |l entreprise |ma societe |notre societe )?(?:n est |n existe )?pas (?:encore )?(?:creee?|immatriculee?)?"
    r"|non(?: creee?)?|(?:en cours de |bientot |en )?creation|aucune"
    r"|not (?:yet )?created(?: yet)?|not yet|none|no"
    r"|(?:je n ai|on n a|nous n avons) pas (?:encore )?(?:d |de |une )?(?:entreprise|societe|boite)",
)
STAGES = (
    Choice("idea", Label("Idée", "Idea"), r"\bidee?s?\b|reflexion|\bidea\b"),
    Choice("study", Label("Étude en cours", "Study under way"), r"\betudes?\b|chiffrage|\bstudy|faisab"),
    Choice("prototype", Label("Prototype", "Prototype"), r"prototyp|maquette|\bproto\b"),
    Choice(
        "partners",
        Label("Recherche de partenaires", "Looking for partners"),
        r"partenaire|fournisseur|partner|supplier",
    ),
    Choice("ready", Label("Prêt à investir", "Ready to invest"), r"pret a |investi|ready|financement boucle"),
    Choice("running", Label("Déjà lancé", "Already started"), r"lance|demarre|en production|started|running"),
)
NEEDS = (
    Choice(
        "funding",
        Label("Financement", "Funding"),
        r"financ|argent|subvention|\bsous\b(?! trait)|\bfonds\b|\baides?\b|funding|money|\bgrants?\b",
    ),
    Choice(
        "partners",
        Label("Partenaires industriels", "Industrial partners"),
        r"partenaire|fournisseur|sous trait|partner|supplier",
    ),
    Choice("market", Label("Étude de marché", "Market study"), r"\bmarche|etude|market|client"),
    Choice(
        "site",
        Label("Local ou terrain", "Premises or land"),
        r"\bloca(?:l|ux)\b|terrain|batiment|\batelier|\bhangar|entrepot|\bsite\b|premises|land\b|building",
    ),
    Choice(
        "skills",
        Label("Recrutement et formation", "Hiring and training"),
        r"recrut|formation|former|embauch|competence|hiring|training|skills",
    ),
    Choice(
        "technology",
        Label("Machines et technologie", "Machines and technology"),
        r"machine|technolog|robot|automatis|innovation|equipement",
    ),
)
CONSENTS = (
    Choice(
        "yes", Label("J'accepte", "I agree"), r"oui|yes|ok|okay|d accord|(?:oui )?j accepte|i (?:agree|accept)|agree"
    ),
    Choice(
        "no",
        Label("Je n'accepte pas", "I do not agree"),
        r"non|no|je refuse|refuse|je n accepte pas|i (?:do not|don t) agree|i refuse",
    ),
)
