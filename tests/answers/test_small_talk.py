import pytest

from bot.answers.small_talk import small_talk, without_courtesy

HUMAN = """Es-tu un humain ?
are you a bot
je parle à un robot ?
T'es une IA ?
Vous êtes un chatbot ?
êtes-vous une vraie personne
est-ce que je parle à quelqu'un de réel ?
Y a-t-il quelqu'un derrière ?
suis-je en train de parler à un ordinateur ?
Am I talking to a human?
can I talk to a real person in English please
Is this a real person?
are you ChatGPT?
Tu es un robot ou un humain ?
robot ou humain ?
human or bot?
c'est un bot ?
Bonjour, vous êtes un assistant virtuel ?
est-ce que c'est une intelligence artificielle qui me répond
as-tu des sentiments ?
Do you have feelings?
is there anybody there?
tu es vivant ?
je discute avec une machine là ?"""

OTHERS = {
    "greeting": "allo | allô ? | Bonjour | slt | hello there | Bonsoir madame | coucou | Salut Relais ! | "
    "Good morning | hey | "
    "bonjour à tous",
    "thanks": "Merci beaucoup ! | ok | merci | thank you so much | parfait merci | super, merci pour votre aide | "
    "thx | "
    "d'accord | je vous remercie | c'est noté | great, thanks",
    "goodbye": "laissez tomber, merci quand même | bon tant pis, merci | never mind, thanks anyway | c'est pas grave, "
    "bonne journée | au revoir | bonne journée ! | à bientôt | bye | See you | bonne soirée à vous | goodbye",
    "fine": "ça va ? | comment allez-vous ? | How are you? | salut ça va ? | tu vas bien ? | comment vas-tu "
    "aujourd'hui",
    "help": "que sais-tu faire ? | help | aide-moi | à quoi tu sers ? | qui êtes-vous ? | what can you do? | comment "
    "ça marche "
    "| qu'est-ce que tu sais faire | quel est ton nom ? | who are you",
    "rude": "t'es nul | espèce de connard | fuck you | vous êtes vraiment inutile | c'est de la merde | you are "
    "useless | "
    "tu ne sers à rien | ta gueule",
    "nothing": " | 👍 | 🙂🙂 | ... | ?! | ❤️ | — | 🤷‍♂️",
    "joke": "raconte-moi une blague | tell me a joke | je t'aime | fais une blague stp",
}


@pytest.mark.parametrize("message", HUMAN.splitlines())
def test_nobody_is_led_to_believe_in_a_person(message: str) -> None:
    assert small_talk(message) in {"human", "automaton", "either"}


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("t es un robot ou pas ?", "automaton"),
        ("t'es une IA ?", "automaton"),
        ("are you a bot?", "automaton"),
        ("tu es un humain ?", "human"),
        ("is this a real person?", "human"),
        ("et toi t es qui ? une machine ou un gars de la cci ?", "either"),
        ("c'est un bot ou un conseiller ?", "either"),
        ("je parle à qui là ?", "either"),
    ],
)
def test_yes_is_said_to_who_asks_for_a_machine_and_no_to_who_asks_for_a_person(message: str, kind: str) -> None:
    assert small_talk(message) == kind


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("mouais. un coach nous aiderait ?", "un coach nous aiderait ?"),
        ("bof, seulement les subventions", "seulement les subventions"),
        ("euh ouais, pour 40 salariés", "pour 40 salariés"),
        ("hmm... what does it cost?", "what does it cost?"),
        ("heures supplémentaires : quelle aide ?", "heures supplémentaires : quelle aide ?"),
        ("humidité : quelle aide ?", "humidité : quelle aide ?"),
        ("bennes : qui en fait ?", "bennes : qui en fait ?"),
    ],
)
def test_hesitation_is_no_word_of_a_question(message: str, rest: str) -> None:
    assert without_courtesy(message) == rest


@pytest.mark.parametrize("message", ["mouais", "bof", "euh…", "hmm", "bof, pas convaincu"])
def test_who_is_not_convinced_is_asked_what_is_missing(message: str) -> None:
    assert small_talk(message) == "doubtful"


@pytest.mark.parametrize(
    ("message", "kind"), [(said, kind) for kind, messages in OTHERS.items() for said in messages.split(" | ")]
)
def test_small_talk_is_recognised(message: str, kind: str) -> None:
    assert small_talk(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        "Bonjour, quel est le taux du CII ?",
        "qui lit ma candidature, c'est une ia qui décide ?",
        "aide à l'implantation",
        "aide pour acheter une machine",
        "merci de me dire qui fait du bobinage dans la région de Belfort",
        "qui fait des robots ?",
        "une machine neuve",
        "y a-t-il une personne à contacter à Vesoul ?",
        "quelle aide pour un robot",
        "bonjour je voudrais parler à un conseiller",
        "combien de personnes",
        "je n'en ai pas",
        "c'est quoi le programme ?",
        "c'est quoi une machine ?",
        "j'ai une machine",
        "je ne sais pas",
    ],
)
def test_a_question_is_not_small_talk(message: str) -> None:
    assert small_talk(message) is None
