import pytest

from bot.search.shorthand import SHORTHAND, sound, written_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fabrik", "fabrique"),
        ("fosfate", "phosphate"),
        ("bato", "bateaux"),
        ("credi", "credits"),
        ("machyne", "machine"),
        ("avansse", "avance"),
        ("docier", "dossier"),
        ("conbien", "combien"),
        ("subvansion", "subvention"),
        ("semenes", "semaines"),
        ("gichet", "guichet"),
        ("uzinage", "usinage"),
    ],
)
def test_words_written_by_ear_sound_the_same(typed: str, meant: str) -> None:
    assert sound(typed) == sound(meant)


def test_other_words_sound_otherwise() -> None:
    assert (
        len(
            {
                sound(word)
                for word in (
                    "usine",
                    "usage",
                    "fonderie",
                    "fondation",
                    "pret",
                    "prix",
                    "poison",
                    "poisson",
                    "gestion",
                    "question",
                )
            }
        )
        == 10
    )


def test_what_can_only_be_shorthand_is_written_out_even_where_the_knowledge_holds_it() -> None:
    assert written_out("Prêt Houle cb max, jusqua kan") == "Prêt Houle combien max, jusqu a quand"
    assert written_out("la carte et le tel") == "la carte et le tel"


@pytest.mark.parametrize(("typed", "meant"), [("sal", "salaries"), ("subv", "subvention"), ("tjr", "toujours")])
def test_what_is_cut_short_is_known(typed: str, meant: str) -> None:
    assert SHORTHAND[typed] == meant
