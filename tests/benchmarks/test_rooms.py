"""Own time belongs to the room that spends it."""

import cProfile
import zlib

import pytest
from benchmarks.rooms import own_time, room_of


@pytest.mark.parametrize(
    ("words", "room"),
    [
        ("<built-in method zlib.decompress>", "inflate"),
        ("<method 'to_python' of 'builtins.CalamineSheet' objects>", "calamine"),
        ("/x/cchc_cli/intake/files/reader.py read", "files"),
        ("C:\\x\\cchc_cli\\intake\\clerk.py read", "rest of intake"),
        ("/x/cchc_cli/run.py <module>", "start-up (imports)"),
        ("/x/cchc_cli/run.py Run", "shared words and records"),
        ("<method 'append' of 'list' objects>", "libraries"),
    ],
)
def test_rooms_by_name(words: str, room: str) -> None:
    assert room_of(words) == room


def test_a_built_in_counts_for_the_room_that_calls_it() -> None:
    profile = cProfile.Profile()
    profile.runcall(zlib.decompress, zlib.compress(b"1" * 1000))
    assert set(own_time(profile)) >= {"inflate"}
