"""An application is found by what a person would type, and two files of one company are seen to be so."""

from bot.intake.finding import company_key, found_by

FIELDS = {
    "company": "SAS Sièges Œuvrés",
    "siren": "552100554",
    "phone": "+33612345678",
    "email": "camille@duval.example",
    "department": "90",
    "stage": "idea",
    "needs": ["funding", "site"],
    "consent": "yes",
}


def test_words_are_folded_and_numbers_are_found_with_or_without_spaces() -> None:
    words = found_by("RELOC-BFC-2026-0001", FIELDS).search.split()
    assert {"reloc", "0001", "oeuvres", "sieges", "552100554", "552", "0612345678", "duval", "belfort"} <= set(words)
    assert "yes" not in words


def test_facets_are_the_values_of_the_filters() -> None:
    assert found_by("r", FIELDS).facets == (("stage", "idea"), ("needs", "funding"), ("needs", "site"))
    assert found_by("r", {}).facets == ()


def test_a_company_is_the_same_without_its_legal_form_and_accents() -> None:
    assert company_key("SAS Duval-Sièges") == company_key("duval sieges") == "duval sieges"
    assert company_key(None) == ""
