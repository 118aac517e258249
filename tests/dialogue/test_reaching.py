"""Who wants a person, complains, or wants the other language."""

import pytest

from bot.answers.types import Language
from bot.dialogue.reaching import asks_own_chamber, complains, language_wished, wishes_a_person


@pytest.mark.parametrize(
    "text",
    [
        "ok mais un humain je peux en avoir un quand, j'ai pas que ça à faire",
        "donnez moi juste un numero de tel",
        "non laissez tomber, donnez moi juste un numero de tel",
        "ok who can i call",
        "can i talk to a real person in english please",
        "merci, et un nom ou un tel de quelqu'un ?",
        "un humain svp",
        "conseiller",
        "vous avez un numéro ?",
        "c'est quoi votre numéro",
        "is there a phone number",
        "passez-moi quelqu'un",
        "pas un robot, un vrai conseiller",
        "pouvez-vous me rappeler ?",
        "franchement ca sert a rien votre robot je veux parler a quelqu un",
        "laissez tomber le robot je veux un humain",
        "je veux parler à quelqu'un qui connaît les aides machines",
        "pouvez-vous me mettre en contact avec quelqu'un",
        "your bot is useless, I want to talk to someone",
        "pouvez-vous demander à un conseiller de me rappeler la semaine prochaine, plutôt le matin ?",
        "can someone call me?",
        "je préfère parler à quelqu'un",
        "est-ce que quelqu'un peut me rappeler demain matin ?",
        "un conseiller peut-il me rappeler ?",
        "j'aimerais être rappelé lundi",
        "rappelez-moi mardi après 14h",
        "call me back on Monday morning please",
        "could an adviser phone us next week?",
        "je souhaite qu'un conseiller me rappelle au sujet de mon dossier",
        "dites à quelqu'un de la CCI de m'appeler",
        "vous pouvez me faire rappeler ?",
        "je voudrais un rendez-vous avec un conseiller la semaine prochaine",
        "peut-on m'appeler jeudi ?",
        "I would like to be called back",
        "can you ask someone to ring us about the loan?",
        "can I have a call with someone at the chamber?",
    ],
)
def test_a_wish_for_a_person_is_one(text: str) -> None:
    assert wishes_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "comment contacter un conseiller ?",
        "c'est quoi un conseiller",
        "y a-t-il une personne à contacter à Vesoul ?",
        "j'ai déjà un conseiller",
        "une personne",
        "2 personnes",
        "numéro SIREN",
        "tu es un humain ?",
        "quelqu'un pour fabriquer des vis",
        "nous sommes 12 personnes",
        "je veux un conseiller en export pour mon projet",
        "je veux discuter avec un partenaire de fonderie",
        "on veut parler des aides pour un robot de soudage",
        "pouvez-vous me rappeler le plafond du prêt ?",
        "rappelle-moi le nom du pôle d'Étupes",
        "pouvez-vous me rappeler pour quelle date il faut candidater ?",
        "un conseiller va-t-il m'appeler après l'envoi ?",
        "qui va me rappeler ?",
        "quand est-ce qu'on me rappelle ?",
        "comment être rappelé par la CCI ?",
        "can you call this scheme by its full name?",
        "rappelez-moi en quoi consiste l'accélérateur",
        "qui peut m'aider à recruter un régleur ?",
        "could someone supply us with castings?",
    ],
)
def test_what_speaks_of_people_is_none(text: str) -> None:
    assert not wishes_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "ça fait trois fois qu'on me renvoie, vous servez à quoi",
        "vos réponses sont nulles, je veux faire une réclamation",
        "j'ai déjà envoyé un mail y'a 3 semaines sans réponse",
        "this is a waste of time",
        "j'en ai marre, personne ne répond",
        "votre bot comprend rien",
        "ça sert à rien",
        "votre truc est vraiment nul",
    ],
)
def test_a_complaint_is_one(text: str) -> None:
    assert complains(text)


@pytest.mark.parametrize(
    "text",
    [
        "j'en ai marre de la Chine",
        "c'est la deuxième fois que je candidate",
        "à quoi vous servez",
        "vous ne m'aidez pas, quel est le taux du prêt vert",
    ],
)
def test_what_tells_or_asks_something_is_no_complaint(text: str) -> None:
    assert not complains(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("pouvez vous répondre en anglais svp", Language.ENGLISH),
        ("in English please", Language.ENGLISH),
        ("do you speak english?", Language.ENGLISH),
        ("en français s'il vous plaît", Language.FRENCH),
        ("switch to French", Language.FRENCH),
        ("une aide pour former nos équipes en anglais", None),
        ("how do I apply, in english?", None),
    ],
)
def test_another_language_is_wished_for(text: str, language: Language | None) -> None:
    assert language_wished(text) is language


@pytest.mark.parametrize(
    "text",
    [
        "c'est qui mon interlocuteur ?",
        "et c est laquelle la cci chez moi ?",
        "qui est notre interlocuteur à la CCI ? (nom, téléphone ou courriel)",
        "Vous n'avez pas répondu à ma seconde question : qui est notre interlocuteur à la CCI ?",
        "quelle est ma CCI ?",
        "quelle chambre de commerce pour mon département ?",
        "c'est quoi le téléphone de ma cci",
        "le site de la cci de ma région ?",
        "quelle est la cci la plus proche ?",
        "who is my contact at the chamber?",
        "which is the nearest chamber of commerce?",
    ],
)
def test_who_asks_for_their_own_chamber(text: str) -> None:
    assert asks_own_chamber(text)


@pytest.mark.parametrize(
    "text",
    [
        "quelle CCI pour le Doubs ?",
        "Quels financements pour une presse, et qui est notre interlocuteur à la CCI ?",
        "combien coûte l'accélérateur de la CCI de ma région ?",
        "que peut faire ma CCI pour moi ?",
        "ma CCI ne répond pas",
        "qui finance la CCI de ma région ?",
        "quelle aide ma CCI peut-elle donner ?",
        "qui est l'interlocuteur pour le Prêt Vert ?",
        "my company is near Rouen",
        "quelles aides dans ma région ?",
    ],
)
def test_who_asks_something_else_of_a_chamber(text: str) -> None:
    assert not asks_own_chamber(text)
