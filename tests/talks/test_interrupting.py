"""Questions, orders and wishes in the middle of the form, as stories: none of them is ever an answer."""

from datetime import timedelta

import pytest

from tests.talks.stories import TO_THE_RECAP, TO_THE_STAGE
from tests.talks.story import Talk

TO_EACH_STEP = [
    "> /candidater",
    "> /candidater\n> Duval",
    "> /candidater\n> Duval\n> passer",
    "> /candidater\n> Duval\n> passer\n> Camille Duval",
    "> /candidater\n> Duval\n> passer\n> Camille Duval\n> c@duval.example",
    "> /candidater\n> Duval\n> passer\n> Camille Duval\n> c@duval.example\n> passer",
    TO_THE_STAGE,
    TO_THE_RECAP,
]
QUESTIONS = [
    "et vous gardez mes données combien de temps",
    "attendez, qui va lire ça",
    "ça coûte combien",
    "bonjour, quelles aides en normandie",
    "si c'est refusé on est prévenu comment",
    "how long do you keep my data",
]


def kept(talk: Talk) -> dict[str, object]:
    draft = talk.state.draft
    assert draft is not None
    return dict(draft.values)


@pytest.mark.parametrize("before", TO_EACH_STEP)
def test_a_question_is_answered_however_often_and_never_kept(talk: Talk, before: str) -> None:
    talk.expect(before)
    values = kept(talk)
    for question in QUESTIONS:
        talk.expect(f"> {question}\n< Je ne trouve pas cela dans la base\n> {question}\n< Je ne trouve pas cela")
    assert kept(talk) == values


@pytest.mark.parametrize("before", TO_EACH_STEP)
@pytest.mark.parametrize(
    "order", ["je veux tout arrêter", "laissez tomber, merci quand même", "je veux arrêter", "I want to stop"]
)
def test_an_order_to_stop_keeps_the_draft_and_says_how_to_go_on_and_how_to_erase(
    talk: Talk, before: str, order: str
) -> None:
    talk.expect(before)
    values = kept(talk)
    talk.expect(f"> {order}\n< /candidater\n< /effacer")
    assert kept(talk) == values
    assert talk.state.draft is not None
    assert talk.state.draft.paused


def test_an_order_to_erase_asks_to_confirm_and_yes_is_enough(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > stop j'arrête, effacez tout
        < Voulez-vous vraiment tout effacer
        <! Étape
        > non
        < je ne change rien
        > /candidater
        [Reprendre]
        < Étape 2
        > effacez tout
        < Voulez-vous vraiment tout effacer
        > oui
        < C'est effacé
        """
    )
    assert talk.state.draft is None


def test_a_step_is_skipped_where_it_may_be_and_else_told_why_not(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > on peut passer cette question ?
        < nécessaire
        < « Pas encore créée »
        < « Arrêter »
        < Étape 1
        > Duval
        > je préfère passer cette question
        < Étape 3
        """
    )


def test_true_doubt_is_asked_and_nothing_of_it_is_lost(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > qui dit mieux
        < « qui dit mieux » : est-ce votre réponse
        [C'est ma réponse]
        < Étape 2
        > retour
        > et après le dépôt je peux changer un truc
        < est-ce votre réponse
        > c'est une question
        < Je ne trouve pas cela
        < Étape 1
        """
    )
    assert kept(talk) == {"company": "qui dit mieux"}


def test_yes_and_no_tell_an_answer_from_a_question(talk: Talk) -> None:
    talk.expect(
        "> /candidater\n> qui dit mieux\n> non\n< Je ne trouve pas cela\n< Étape 1\n> qui dit mieux\n> oui\n< Étape 2"
    )
    assert kept(talk) == {"company": "qui dit mieux"}


def test_another_answer_takes_the_place_of_one_in_doubt(talk: Talk) -> None:
    talk.expect("> /candidater\n> qui dit mieux\n> Duval Sièges\n< Étape 2\n[[C'est ma réponse]]\n< étape passée")
    assert kept(talk) == {"company": "Duval Sièges"}


def test_mere_talk_is_not_kept_at_the_second_try(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > mon comptable s'occupe de ce numéro
        < 9 chiffres
        > mais je vous dis que mon comptable s'occupe de ce numéro
        < est-ce votre réponse
        [C'est ma réponse]
        < telle quelle
        < Étape 3
        """
    )


@pytest.mark.parametrize(
    "company",
    ["Qui Dit Mieux", "Quoi de Neuf SARL", "Stop Pollution SAS", "Stop & Go", "Vous & Moi", "Faut Que Ça Roule"],
)
def test_a_company_may_be_called_like_a_question(talk: Talk, company: str) -> None:
    talk.expect(f"> /candidater\n> {company}\n< Étape 2")
    assert kept(talk) == {"company": company}


def test_a_description_may_end_with_a_question(talk: Talk) -> None:
    told = "Nous voulons refaire nos assises à Vesoul plutôt qu'en Pologne, près de nos clients. Est-ce possible ?"
    talk.expect(f"{TO_THE_RECAP}\n> corriger la description\n> {told}\n< Voici votre candidature")
    assert kept(talk)["description"] == told


def test_how_many_steps_there_are_is_told_by_the_form_itself(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > il y a combien de questions
        < 16 étapes
        < Étape 1
        > et ca prend combien de temps
        < 16 étapes
        """
    )


def test_an_adviser_is_reached_in_ones_own_words_in_the_form(talk: Talk) -> None:
    talk.expect(
        TO_THE_STAGE
        + """
        > ok mais un humain je peux en avoir un quand, j'ai pas que ça à faire
        < CCI Bourgogne-Franche-Comté
        < Étape 10
        > ça fait trois fois qu'on me renvoie, vous servez à quoi
        < Je suis désolé
        < CCI Bourgogne-Franche-Comté
        > non laissez tomber, donnez moi juste un numero de tel
        < CCI Bourgogne-Franche-Comté
        <! Étape
        """
    )


def test_the_language_is_changed_in_ones_own_words(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > pouvez vous répondre en anglais svp
        < I will speak English
        < Step 1 of 16
        > en français svp
        < je vous parle en français
        < Étape 1 sur 16
        """
    )


def test_who_comes_back_to_an_open_form_is_told_so_first(talk: Talk) -> None:
    talk.expect("> /candidater\n> Duval\n> passer\n> Camille Duval\n<! toujours ouverte")
    talk.now += timedelta(days=1)
    talk.expect("> quelle météo demain ?\n< Votre candidature est toujours ouverte, à l'étape 4 sur 16 (E-mail)")
    talk.expect("< Je ne trouve pas\n> c@duval.example\n<! toujours ouverte")
    talk.now += timedelta(days=1)
    talk.expect("> 06 12 34 56 78\n< toujours ouverte, à l'étape 5 sur 16 (Téléphone)\n< Noté : 06 12 34 56 78")


def test_a_form_that_was_stopped_is_not_recalled_at_every_return(talk: Talk) -> None:
    talk.expect("> /candidater\n> stop")
    talk.now += timedelta(days=2)
    talk.expect("> quelle météo demain ?\n<! toujours ouverte")


@pytest.mark.parametrize(
    "wish", ["ok je veux candidater", "je veux m'inscrire", "I want to apply", "on voudrait s'inscrire"]
)
def test_a_wish_to_apply_opens_the_form_in_the_middle_of_a_talk(talk: Talk, wish: str) -> None:
    talk.expect(f"> Quel prêt ?\n> {wish}")
    assert "Étape 1 sur 16" in talk.text or "Step 1 of 16" in talk.text


@pytest.mark.parametrize(
    "question", ["comment on fait pour s'inscrire", "bon je fais quoi maintenant pour m'inscrire", "how do i apply"]
)
def test_who_asks_how_to_apply_is_answered_with_the_button_to_begin(talk: Talk, question: str) -> None:
    talk.expect(f"> {question}\n<! Étape 1\n< Je ne trouve pas cela")
    assert talk.replies[-1].buttons[-1][0].press == "c:candidater"


def test_on_reprend_goes_back_to_the_form_that_waits(talk: Talk) -> None:
    talk.expect("> /candidater\n> Duval\n> stop\n> ok on reprend\n< Vous avez une candidature commencée\n< [Reprendre]")


def test_on_y_va_opens_the_form_after_an_invitation_only(talk: Talk) -> None:
    talk.expect(
        "> Quel prêt ?\n> on y va\n<! Étape 1\n> /dossier\n< [Candidater à l'accélérateur]\n> ok on y va\n< Étape 1"
    )


@pytest.mark.parametrize("step", ["> /candidater", "> /candidater\n> Duval\n> passer"])
@pytest.mark.parametrize(
    "talk_of_it", ["j'en peux plus de tout ça", "moi je veux juste un prêt", "on a du mal avec vos formulaires"]
)
def test_what_somebody_says_is_no_name(talk: Talk, step: str, talk_of_it: str) -> None:
    talk.expect(step)
    values = kept(talk)
    talk.expect(f"> {talk_of_it}\n< est-ce votre réponse")
    assert kept(talk) == values


def test_who_did_not_understand_is_helped_and_who_needs_time_has_it(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > j'ai pas compris
        < le nom sous lequel votre entreprise est connue
        < Étape 1
        > attendez deux minutes
        < Prenez votre temps
        > c'est long votre truc, il en reste beaucoup ?
        < Étape 1
        """
    )
    assert kept(talk) == {}


def test_whether_a_step_must_be_answered_and_what_for_is_told_and_it_is_asked_again(talk: Talk) -> None:
    talk.expect(
        """
        > /candidater
        > Duval
        > je l'ai pas sous la main, c'est obligatoire ?
        < numéro à 9 chiffres
        < Vous pouvez passer
        < SIREN ou SIRET
        > passer
        > pourquoi tu demandes ça ?
        < le conseiller de la CCI appellera
        > c'est obligatoire ?
        < Cette réponse est nécessaire
        < Prénom et nom
        """
    )
