"""What a sentence says of a scheme holds where it says so, and nowhere that it denies it."""

import re

import pytest

from bot.answers.bearing import bears, says_so

FREE = re.compile("gratuit")


@pytest.mark.parametrize(
    ("sentences", "region"),
    [
        ("La visite est gratuite dans la plupart des régions, mais pas en Île-de-France ni en Normandie.", "Normandie"),
        ("La visite est gratuite en Bretagne et dans les Hauts-de-France.", "Normandie"),
        ("La visite n'est pas gratuite en Île-de-France, en Normandie et en Bretagne.", "Bretagne"),
        ("La visite n'est pas gratuite.", ""),
        ("L'atelier est gratuit. L'atelier n'est pas gratuit en Normandie.", "Normandie"),
        ("La visite est gratuite sauf en Normandie.", "Normandie"),
        ("La visite est gratuite partout (hormis en Occitanie).", "Occitanie"),
        ("La visite n'est plus gratuite en Bretagne.", "Bretagne"),
        ("La visite est gratuite dans le Doubs.", "Normandie"),
        ("Le tarif n'est jamais gratuit.", "Bretagne"),
    ],
)
def test_what_is_denied_or_said_of_other_regions_is_not_borne(sentences: str, region: str) -> None:
    assert not bears(FREE, sentences.replace(". ", ".|").split("|"), (region,) if region else ())


@pytest.mark.parametrize(
    ("sentence", "region"),
    [
        ("La visite est gratuite dans la plupart des régions, mais pas en Île-de-France ni en Normandie.", "Bretagne"),
        ("La visite est gratuite dans la plupart des régions, mais pas en Île-de-France ni en Normandie.", ""),
        ("La visite est gratuite en Bretagne et dans les Hauts-de-France.", "Bretagne"),
        ("La visite est gratuite.", "Normandie"),
        ("La visite, qui ne dure pas longtemps, est gratuite.", "Normandie"),
        ("La visite est gratuite et n'engage à rien.", "Occitanie"),
        ("La visite est gratuite dans le Doubs.", "Bourgogne-Franche-Comté"),
        ("Pour une PME, la visite est gratuite sauf en Normandie.", "Occitanie"),
    ],
)
def test_what_is_said_there_or_of_all_is_borne(sentence: str, region: str) -> None:
    asked = (region,) if region else ()
    assert bears(FREE, [sentence], asked)
    assert says_so(FREE, sentence, asked)
