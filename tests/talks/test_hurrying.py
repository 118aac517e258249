"""A hurried person in the form: all in one sentence, a correction, a question beside the answer, a pause."""

import pytest

from tests.talks.stories import TO_THE_RECAP, TO_THE_STAGE
from tests.talks.story import Talk

BEGUN = "> /candidater\n> Plastilum on est à Moirans, 35 pers\n< Commune : Moirans (Isère)"


def kept(talk: Talk) -> dict[str, object]:
    draft = talk.state.draft
    assert draft is not None
    return dict(draft.values)


@pytest.mark.parametrize(
    "said",
    [
        "Plastilum on est a moirans en montagne, 35 pers",
        "Plastilum, moirans en montagne, 35 salariés",
        "Plastilum moirans en montagne 35 pers",
        "Plastilum nous sommes à Moirans-en-Montagne, 35 personnes",
        "Plastilum, on est 35 à moirans en montagne dans le jura",
        "la boite c Plastilum, moirans en montagne (39), 35 gars",
        "Plastilum / moirans en montagne / 35 sal",
        "Plastilum, we are in Moirans-en-Montagne, 35 people",
    ],
)
def test_name_place_and_size_are_read_in_one_sentence(talk: Talk, said: str) -> None:
    talk.expect(f"> /candidater\n> {said}\n< Commune : Moirans-en-Montagne (Jura)\n< Étape 2")
    assert kept(talk) == {"company": "Plastilum", "department": "39", "town": "39333", "employees": 35}


def test_a_place_of_two_is_the_one_near_the_company(talk: Talk) -> None:
    talk.expect("> on est une PME du Jura, un prêt ?\n> /candidater\n> Plastilum\n> passer\n> Camille Duval")
    talk.expect("> c@duval.example\n> passer\n> moirans\n< Moirans-en-Montagne (Jura)")
    assert kept(talk)["town"] == "39333"


@pytest.mark.parametrize(("said", "town"), [("Paris", "75056"), ("Vesoul", "70550"), ("Moirans (38)", "38239")])
def test_a_place_that_is_clear_stays_wherever_the_company_is(talk: Talk, said: str, town: str) -> None:
    talk.expect("> on est une PME du Jura, un prêt ?\n> /candidater\n> Plastilum\n> passer\n> Camille Duval")
    talk.expect(f"> c@duval.example\n> passer\n> {said}")
    assert kept(talk)["town"] == town


@pytest.mark.parametrize(
    "said",
    [
        "nan pas isere ! moirans en montagne c le jura 39. et la boite c Plastilum je l'ai dit",
        "non, c'est moirans en montagne",
        "non pas isère, c'est moirans en montagne dans le jura",
        "la commune c'est moirans en montagne",
        "pas l'isère, moirans en montagne",
        "erreur, on est à Moirans-en-Montagne",
        "moirans en montagne, pas moirans",
        "no, it's Moirans-en-Montagne",
    ],
)
def test_a_place_read_wrongly_is_corrected_and_said(talk: Talk, said: str) -> None:
    talk.expect(f"{BEGUN}\n> {said}\n< Moirans-en-Montagne (Jura)\n<! est-ce votre réponse\n< Étape 2")
    assert kept(talk) == {"company": "Plastilum", "department": "39", "town": "39333", "employees": 35}


@pytest.mark.parametrize(
    "said", ["nan pas isere, c'est le jura 39", "non, le département c'est le jura", "c'est le jura, pas l'isère"]
)
def test_a_department_read_wrongly_takes_its_town_away(talk: Talk, said: str) -> None:
    talk.expect(f"{BEGUN}\n> {said}\n< Département : Jura (39)\n<! est-ce votre réponse\n< Étape 2")
    assert kept(talk) == {"company": "Plastilum", "department": "39", "employees": 35}


@pytest.mark.parametrize("before", [BEGUN, f"{BEGUN}\n> passer", TO_THE_STAGE, TO_THE_RECAP])
@pytest.mark.parametrize(
    "said",
    [
        "t'as noté quoi comme nom et commune ?",
        "attend t'as noté koi",
        "qu'est-ce que vous avez noté ?",
        "la commune c'est resté Isère ?",
        "c'est corrigé ?",
        "tu as bien noté mon effectif ?",
        "quel nom vous avez mis ?",
        "what have you noted so far?",
        "did you save my company?",
    ],
)
def test_what_is_noted_is_shown_when_asked(talk: Talk, before: str, said: str) -> None:
    talk.expect(before)
    values = kept(talk)
    talk.expect(f"> {said}\n< Effectif : \n< Commune : ")
    assert kept(talk) == values


def test_what_is_noted_is_shown_while_the_draft_waits(talk: Talk) -> None:
    talk.expect(f"{BEGUN}\n> arrêter\n> au fait si je reprend, la commune elle est corrigé ou c resté isere ?")
    talk.expect("< Commune : Moirans (Isère)\n< [Reprendre ma candidature]\n<! Étape 2")
    assert talk.state.draft is not None
    assert talk.state.draft.paused


@pytest.mark.parametrize(
    "said",
    [
        "vous gardez quoi comme données ?",
        "je mets quoi ?",
        "la subvention a été modifiée ?",
        "vous avez quoi comme prêt ?",
        "ça a changé quoi pour les pme ?",
        "c'est noté sur 20 le dossier ?",
        "qui a enregistré la loi ?",
        "which data do you keep?",
    ],
)
def test_another_question_does_not_show_what_is_noted(talk: Talk, said: str) -> None:
    talk.expect(f"{BEGUN}\n> {said}\n<! Voici ce que j'ai noté")


@pytest.mark.parametrize("said", ["1", "2.", "(1)", " 12 "])
def test_a_bare_figure_is_no_name(talk: Talk, said: str) -> None:
    talk.expect(
        f"> /candidater\n> {said}\n< n'est pas un nom\n< Étape 1\n> {said}\n< n'est pas un nom\n> 1083\n< Étape 2"
    )
    assert kept(talk) == {"company": "1083"}


def test_a_number_settles_what_is_in_doubt(talk: Talk) -> None:
    talk.expect(
        "> /candidater\n> qui dit mieux\n> 2\n< Je ne trouve pas cela\n< Étape 1\n> qui dit mieux\n> 1\n< Étape 2"
    )
    assert kept(talk) == {"company": "qui dit mieux"}


def test_the_value_in_a_sentence_is_the_answer(talk: Talk) -> None:
    talk.expect("> /candidater\n> je vous ai dit que la boite c'est Plastilum, c'est pas compliqué non ?")
    talk.expect("[C'est ma réponse]" if "est-ce votre réponse" in talk.text else "# no doubt")
    assert kept(talk) == {"company": "Plastilum"}


AT_SIREN = "> /candidater\n> Plastilum"


@pytest.mark.parametrize(
    ("before", "said", "key", "value"),
    [
        (AT_SIREN, "552100554. mais avant dis moi, c payant ce prêt ?", "siren", "552100554"),
        (AT_SIREN, "552 100 554, et il est payant le prêt ?", "siren", "552100554"),
        (AT_SIREN, "c'est quoi ce prêt ? 552100554", "siren", "552100554"),
        (AT_SIREN, "552100554 mais c'est combien le prêt", "siren", "552100554"),
        ("> /candidater", "Plastilum. au fait, c'est combien le prêt ?", "company", "Plastilum"),
        (f"{AT_SIREN}\n> passer", "Camille Duval, mais qui décide pour le prêt ?", "contact", "Camille Duval"),
        (
            f"{AT_SIREN}\n> passer\n> Camille Duval",
            "c@duval.example - et c'est quand le prêt ?",
            "email",
            "c@duval.example",
        ),
        (AT_SIREN, "552100554. by the way, how long is the prêt?", "siren", "552100554"),
    ],
)
def test_an_answer_is_kept_and_the_question_beside_it_answered(
    talk: Talk, before: str, said: str, key: str, value: str
) -> None:
    talk.expect(f"{before}\n> {said}\n< Le prêt va jusqu'à 55 000 €")
    assert kept(talk)[key] == value


@pytest.mark.parametrize(
    "said",
    [
        "t'as pas répondu, le prêt il est payant ?",
        "t'as pas repondu. le prêt est payant ?",
        "vous n'avez pas répondu à ma question : combien pour le prêt ?",
        "tu réponds pas, c'est combien le prêt ?",
        "je répète, le prêt c'est payant ?",
        "répondez-moi : le prêt coûte combien",
        "je t'ai demandé si le prêt est payant ?",
        "you didn't answer, how much is the prêt?",
    ],
)
@pytest.mark.parametrize("before", ["> /candidater", AT_SIREN, f"{AT_SIREN}\n> passer", TO_THE_RECAP])
def test_a_question_asked_again_is_answered(talk: Talk, before: str, said: str) -> None:
    talk.expect(before)
    values = kept(talk)
    talk.expect(f"> {said}\n< Le prêt va jusqu'à 55 000 €")
    assert kept(talk) == values


@pytest.mark.parametrize(
    "said",
    [
        "on reprend plus tard",
        "je continue demain",
        "stop pour aujourd'hui",
        "sa me saoule, je vais reflechir. on reprend plus tard",
        "je finirai ce soir",
        "on continue lundi",
        "j'ai un client, je reviens tout à l'heure",
        "c'est tout pour aujourd'hui",
        "let's continue tomorrow",
        "/arreter",
        "/arrêter",
        "/pause",
    ],
)
@pytest.mark.parametrize("before", [AT_SIREN, f"{AT_SIREN}\n> passer", TO_THE_STAGE, TO_THE_RECAP])
def test_going_on_later_pauses_the_draft_and_says_how_to_go_on(talk: Talk, before: str, said: str) -> None:
    talk.expect(before)
    values = kept(talk)
    talk.expect(f"> {said}\n< /candidater\n<! Étape")
    assert kept(talk) == values
    assert talk.state.draft is not None
    assert talk.state.draft.paused


def test_an_answer_before_a_pause_is_kept(talk: Talk) -> None:
    talk.expect(f"{AT_SIREN}\n> 552100554, on reprend demain\n< /candidater\n<! Étape")
    assert kept(talk) == {"company": "Plastilum", "siren": "552100554"}


@pytest.mark.parametrize(
    "said",
    ["on continue", "je continue", "on reprend une usine demain", "on démarre la semaine prochaine", "j'ai fini"],
)
def test_what_goes_on_now_pauses_nothing(talk: Talk, said: str) -> None:
    talk.expect(f"{AT_SIREN}\n> {said}")
    assert talk.state.draft is not None
    assert not talk.state.draft.paused


@pytest.mark.parametrize(
    "said",
    [
        "je veu m'inscrire a l'accelerateur",
        "jveux m'inscrire",
        "j'ai envie de candidater",
        "inscription svp",
        "je voudrai participer",
    ],
)
def test_a_wish_opens_the_form_however_it_is_spelt(talk: Talk, said: str) -> None:
    talk.expect(f"> {said}\n< Étape 1 sur 16")


@pytest.mark.parametrize(
    "said",
    [
        "slt on est Plastilum a moirans en montagne 35 pers, je veux m'inscrire",
        "Plastilum, on est à moirans en montagne, 35 salariés. je voudrais candidater",
        "bonjour, nous sommes Plastilum à Moirans-en-Montagne, 35 personnes. On souhaite postuler !",
    ],
)
def test_what_is_told_before_the_wish_is_noted(talk: Talk, said: str) -> None:
    talk.expect(f"> {said}\n< Étape 2")
    assert kept(talk) == {"company": "Plastilum", "department": "39", "town": "39333", "employees": 35}


@pytest.mark.parametrize("said", ["un prêt c'est payant ? je veux m'inscrire", "trop cher, je ne veux pas m'inscrire"])
def test_a_question_or_a_refusal_beside_it_opens_no_form(talk: Talk, said: str) -> None:
    talk.expect(f"> {said}\n<! Étape 1")


@pytest.mark.parametrize("said", ["comment je m'inscris", "on s'inscrit où ?", "c'est où pour s'inscrire"])
def test_how_to_apply_comes_with_the_button(talk: Talk, said: str) -> None:
    talk.expect(f"> bonjour\n> {said}\n< [Candidater à l'accélérateur]\n<! Étape 1")


@pytest.mark.parametrize(
    "said", ["Paul Viret, p.viret@ressorts.example", "Paul Viret 06 12 34 56 78", "Paul Viret / 0612345678"]
)
def test_a_name_with_one_way_to_reach_it_is_the_contact(talk: Talk, said: str) -> None:
    talk.expect(f"{AT_SIREN}\n> passer\n> {said}")
    assert kept(talk)["contact"] == "Paul Viret"
    assert len(kept(talk)) == 3


@pytest.mark.parametrize("said", ["pas de tel", "aucun numéro", "sans siren", "Pas d'adresse"])
def test_having_none_is_no_name_of_a_person(talk: Talk, said: str) -> None:
    talk.expect(f"{AT_SIREN}\n> passer\n> {said}\n< Étape 3")
    assert kept(talk) == {"company": "Plastilum"}


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("la commune c'est morteau pas moirans", "town", "25411"),
        ("la boite c'est babyroule pas plastilum", "company", "babyroule"),
        ("le nom c'est Babyroule", "company", "Babyroule"),
        ("on est plus que 30", "employees", 30),
        ("on est 30 pas 35", "employees", 30),
        ("non l'effectif c'est 30", "employees", 30),
    ],
)
def test_a_line_is_corrected_by_a_plain_sentence(talk: Talk, said: str, key: str, value: object) -> None:
    talk.expect(f"{BEGUN}\n> {said}\n<! est-ce votre réponse\n< Étape 2")
    assert kept(talk)[key] == value


@pytest.mark.parametrize("said", ["me revoilà", "on reprend", "je suis de retour", "I'm back"])
def test_who_comes_back_is_offered_to_go_on(talk: Talk, said: str) -> None:
    talk.expect(f"{BEGUN}\n> arrêter\n> {said}\n< Plastilum")


def test_a_choice_far_too_long_is_refused_twice_in_plain_words(talk: Talk) -> None:
    talk.expect(TO_THE_STAGE)
    for _ in range(3):
        talk.say("xyz " * 80)
        assert "200 caractères au plus" in talk.text


@pytest.mark.parametrize(
    "said",
    [
        "passer. et au fait combien coûte l'accélérateur ?",
        "passe, l'accélérateur est payant ?",
        "je passe. c'est gratuit ou payant ?",
        "skip. et combien ça coûte de participer ??",
        "on saute ! combien coûte l'accélérateur ?",
        "je ne sais pas. combien de temps dure l'accélérateur ?",
        "passe, c'est payant ?",
        "suivant, combien de temps dure l'accélérateur ?",
        "je ne sais pas. qui va lire ma candidature ?",
    ],
)
def test_a_step_is_passed_and_what_is_asked_beside_it_answered(talk: Talk, said: str) -> None:
    talk.expect(f"{AT_SIREN}\n> {said}\n< Étape 3")


@pytest.mark.parametrize("said", ["peut-on sauter des étapes ?", "combien d'étapes puis-je passer ?"])
def test_asking_whether_a_step_may_be_passed_passes_none(talk: Talk, said: str) -> None:
    talk.expect(f"{AT_SIREN}\n> {said}\n<! Étape 3")
