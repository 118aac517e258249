"""Documents in a talk: said what became of each, listed, taken out, sent with the application."""

import pytest

from bot.dialogue.messages import Attachment, AttachmentKind, Message
from bot.intake.documents import MOST_IN_DRAFT, DocumentProblem
from bot.store import attachments
from tests.talks.stories import SENT, TO_THE_RECAP
from tests.talks.story import Talk


def of_application(talk: Talk, reference: str = "RELOC-BFC-2026-0001") -> list[str]:
    with talk.database.reading() as session:
        return [each.name for each in attachments.of_application(session, reference)]


def test_a_document_in_the_middle_of_the_form_is_kept_and_the_step_comes_back(talk: Talk) -> None:
    talk.expect("> /candidater\n> Duval Sièges")
    step = talk.state.draft and talk.state.draft.step
    talk.attach("plan.pdf", b"x" * 1_240_000)
    talk.expect("< J'ai bien reçu plan.pdf (1,2 Mo)\n< 1 sur 10 documents\n< Revenons à votre candidature")
    assert talk.state.draft is not None
    assert talk.state.draft.step == step


def test_documents_stand_in_the_recap_and_go_with_the_application(talk: Talk) -> None:
    talk.expect("> /candidater")
    talk.attach("plan.pdf", b"one")
    talk.attach("devis.pdf", b"two")
    talk.expect("> /stop\n> /candidater\n[Tout recommencer]")
    talk.expect(TO_THE_RECAP.replace("> /candidater\n< une question à la fois\n", ""))
    talk.expect("< Documents joints : plan.pdf, devis.pdf\n< [Documents (2)]\n[Envoyer]\n< C'est envoyé")
    assert of_application(talk) == ["plan.pdf", "devis.pdf"]
    talk.expect("> /dossier\n< Documents joints : 2\n[Documents (2)]\n< plan.pdf (1 ko)\n<! [Retirer plan.pdf]")


def test_a_document_is_taken_out_before_sending_only(talk: Talk) -> None:
    talk.expect("> /candidater")
    talk.attach("plan.pdf", b"one")
    talk.attach("secret.pdf", b"two")
    talk.expect("> /documents\n< Vos documents\n[Retirer secret.pdf]\n< secret.pdf est retiré")
    talk.expect("> /documents\n<! secret.pdf\n[[Retirer secret.pdf]]\n< ne peut plus être retiré")


def test_the_same_document_twice_is_one(talk: Talk) -> None:
    talk.expect("> /candidater")
    talk.attach("plan.pdf")
    talk.attach("copie.pdf")
    talk.expect("< copie.pdf est déjà là : je ne le garde qu'une fois")
    with talk.database.reading() as session:
        assert len(attachments.waiting_of(session, talk.id)) == 1


def test_one_more_than_ten_is_told_so(talk: Talk) -> None:
    talk.expect("> /candidater")
    for number in range(MOST_IN_DRAFT):
        talk.attach(f"{number}.pdf", str(number).encode())
    talk.attach("onze.pdf", b"onze")
    talk.expect("< Je ne peux pas ajouter onze.pdf : 10 documents au plus")


@pytest.mark.parametrize("problem", [*DocumentProblem])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_problem_has_its_sentence_and_loses_nothing(talk: Talk, problem: str, language: str) -> None:
    talk.language = language
    talk.expect("> /candidater\n> Duval Sièges")
    before = talk.state.draft
    talk.attach("plan.xyz", problem=problem)
    assert "plan.xyz" in talk.text
    assert "**" not in talk.text
    assert talk.state.draft is not None
    assert before is not None
    assert talk.state.draft.values == before.values


def test_a_caption_is_read_as_a_message(talk: Talk) -> None:
    talk.expect("> /candidater")
    talk.attach("plan.pdf", text="Duval Sièges")
    talk.expect("< J'ai bien reçu plan.pdf\n< Étape 2")
    assert talk.state.draft is not None
    assert talk.state.draft.values["company"] == "Duval Sièges"


def test_an_edited_caption_is_an_edit_and_no_second_document(talk: Talk) -> None:
    talk.expect("> /candidater")
    talk.attach("plan.pdf", text="Duval Sièges")
    sent = Attachment(kind=AttachmentKind.DOCUMENT, file_id="f", name="plan.pdf")
    talk.hear(Message(id="", text="Duval et fils", attachment=sent, edited=True, sent_as="m0"))
    talk.expect("<! plan.pdf")


def test_without_any_application_it_waits_for_one(talk: Talk) -> None:
    talk.attach("plan.pdf")
    talk.expect("< J'ai bien reçu plan.pdf\n< que vous commencerez\n< [Candidater")
    talk.expect(SENT)
    assert of_application(talk) == ["plan.pdf"]


def test_after_sending_it_goes_to_the_application(talk: Talk) -> None:
    talk.expect(SENT)
    talk.attach("plan.pdf")
    talk.expect("< Le conseiller le voit dans la candidature RELOC-BFC-2026-0001")
    assert of_application(talk) == ["plan.pdf"]


def test_with_several_applications_the_person_chooses(talk: Talk) -> None:
    talk.expect(SENT)
    talk.expect(TO_THE_RECAP.replace("< une question à la fois\n", "") + "[Envoyer]\n< RELOC-BFC-2026-0002")
    talk.attach("plan.pdf", b"one")
    talk.attach("devis.pdf", b"two")
    talk.expect("< Pour quelle candidature ?\n[RELOC-BFC-2026-0001]\n< 2 document(s) dans la candidature")
    assert (of_application(talk), of_application(talk, "RELOC-BFC-2026-0002")) == (["plan.pdf", "devis.pdf"], [])
    talk.expect("[[RELOC-BFC-2026-0002]]\n< ne fonctionne plus")


def test_a_withdrawn_application_takes_no_document(talk: Talk) -> None:
    talk.expect(SENT + "\n> /dossier\n[Retirer RELOC-BFC-2026-0001]\n> Oui, retirer")
    talk.attach("plan.pdf")
    talk.expect("< que vous commencerez")
    assert of_application(talk) == []
