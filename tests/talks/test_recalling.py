"""What the talk already holds is offered for the application line by line; nothing of it goes unchosen."""

from itertools import pairwise

from sqlalchemy import select

from bot.store.tables import ApplicationRow
from tests.talks.stories import TO_THE_RECAP
from tests.talks.story import Talk

ASKED = "> Quel prêt pour une machine ?\n< 55 000 €\n> Bonjour\n> Quel prêt sans garantie ?\n< 55 000 €"


def excerpt(talk: Talk) -> list[str] | None:
    with talk.database.reading() as session:
        return session.scalars(select(ApplicationRow.talk_excerpt)).one()


def test_nothing_goes_unless_it_is_chosen(talk: Talk) -> None:
    talk.expect(ASKED + TO_THE_RECAP + "< Joint de notre échange : —\n< [Joindre de notre échange (0)]\n[Envoyer]")
    assert not excerpt(talk)


def test_lines_are_chosen_one_by_one_and_taken_back(talk: Talk) -> None:
    talk.expect(
        ASKED
        + TO_THE_RECAP
        + """
        [Joindre de notre échange (0)]
        < Rien n'est joint sans votre accord
        < [Question : Quel prêt pour une machine ?]
        < [Question : Quel prêt sans garantie ?]
        < [Fiche regardée : Prêt Relocalisation]
        <! Bonjour
        [Question : Quel prêt pour une machine ?]
        < ✓ Question : Quel prêt pour une machine ?
        [Fiche regardée]
        [Question : Quel prêt sans garantie ?]
        [✓ Question : Quel prêt pour une machine ?]
        < [Question : Quel prêt pour une machine ?]
        [Retour au récapitulatif]
        < Joint de notre échange : 2 ligne(s)
        [Envoyer]
        < C'est envoyé
        """
    )
    assert excerpt(talk) == ["Question : Quel prêt sans garantie ?", "Fiche regardée : Prêt Relocalisation"]


def test_a_recap_shown_before_the_choice_cannot_be_sent(talk: Talk) -> None:
    talk.expect(ASKED + TO_THE_RECAP + "[Joindre de notre échange (0)]\n[Fiche regardée]\n[[Envoyer]]\n< étape passée")
    assert talk.sent == ()


def test_without_anything_to_offer_nothing_is_offered(talk: Talk) -> None:
    talk.expect(TO_THE_RECAP + "<! Joindre de notre échange\n<! Joint de notre échange")


def test_an_old_choice_of_another_draft_changes_nothing(talk: Talk) -> None:
    talk.expect(ASKED + TO_THE_RECAP + "[Joindre de notre échange (0)]\n[[Fiche regardée]]")
    talk.expect("> /stop\n> /candidater\n[Tout recommencer]\n[Fiche regardée]\n< n'est plus actif")
    assert talk.state.draft is not None
    assert talk.state.draft.talked == ()


def test_an_export_does_not_hold_the_one_before(talk: Talk) -> None:
    sizes = []
    for _ in range(4):
        talk.expect("> /mesdonnees\n< tout ce que je garde")
        sizes.append(len(talk.documents[0].content))
    growth = [after - before for before, after in pairwise(sizes)]
    assert max(growth) < 2 * min(growth)
