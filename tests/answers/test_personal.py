import pytest

from bot.answers.personal import asks_personal

ASKED = """le numéro de portable de M. Morel
quelle est l'adresse perso de Claire Dubois ?
l'adresse personnelle du directeur
donne-moi le mail de Claire Dubois
quel âge a Claire Dubois
où habite le président de la CCI
le salaire de Claire Dubois
what is Mr Smith's home address?
personal phone number of the director
la date de naissance de Mme Morel
est-ce que le directeur est marié, sa situation familiale ?"""


@pytest.mark.parametrize("question", ASKED.splitlines())
def test_the_private_life_of_people_is_never_looked_up(question: str) -> None:
    assert asks_personal(question, lambda _: False)


@pytest.mark.parametrize(
    "question",
    [
        "le numéro de l'ADEME",
        "adresse de la chambre de Besançon",
        "mail de contact pour le prêt",
        "téléphone de la Banque Calderon",
        "Quel est le contact du Prêt Houle ?",
        "aide pour les salaires",
        "personne à contacter en Bretagne",
        "projet personnel de création",
    ],
)
def test_public_contacts_are(question: str) -> None:
    assert not asks_personal(question, lambda name: "Banque" in name)


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of the project is funded?",
        "quel est l'âge de l'entreprise exigé",
        "the minimum age of the company",
    ],
)
def test_neither_a_percentage_nor_the_age_of_a_company_is_private(question: str) -> None:
    assert not asks_personal(question, lambda _: False)
