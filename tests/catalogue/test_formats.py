from bot.catalogue.formats import size


def test_sizes_are_read_by_people() -> None:
    assert [size(count) for count in (10, 340_000, 1_240_000)] == ["1 ko", "340 ko", "1,2 Mo"]
    assert [size(count, "en") for count in (10, 1_240_000)] == ["1 kB", "1.2 MB"]
