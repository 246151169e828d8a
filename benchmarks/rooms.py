"""Which room of the program the time of a profile is spent in."""

import cProfile
import pstats
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

_PACKAGE = "/cchc_cli/"
_ROOMS: Final = (
    ("intake/files/", "files"),
    ("intake/layouts/", "layouts"),
    ("intake/numbers", "numbers"),
    ("intake/comparisons/", "comparisons"),
    ("intake/", "rest of intake"),
    ("engine/", "engine"),
    ("reports/", "reports"),
    ("catalogue/", "catalogue and registry"),
    ("registry/", "catalogue and registry"),
    ("strict_yaml/", "catalogue and registry"),
    ("roster", "engine"),
    ("cli/", "command line"),
)
_ELSEWHERE, _LIBRARIES, _START = "shared words and records", "libraries", "start-up (imports)"
_CALAMINE, _INFLATE = "calamine", "inflate"
_BUILTINS: Final = (
    ("calamine", _CALAMINE),
    ("zlib", _INFLATE),
    ("importlib", _START),
    ("_imp.", _START),
    ("marshal", _START),
)

Function = tuple[str, int, str]
"""As a profile names it: file, line, name."""


def own_time(profile: cProfile.Profile) -> dict[str, float]:
    """Seconds by room. What a built-in or a library does for a room is that room's."""
    stats: Mapping[Function, tuple[object, object, float, float, Mapping[Function, tuple[object, ...]]]]
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    seconds: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, callers) in stats.items():
        room = room_of(function)
        if room != _LIBRARIES or not callers:
            seconds[room] += own
            continue
        for caller, times in callers.items():
            seconds[room_of(caller)] += float(str(times[2]))
    return dict(sorted(seconds.items(), key=lambda found: (-found[1], found[0])))


def room_of(function: Function) -> str:
    """The room of one function.

    >>> room_of(("/x/cchc_cli/intake/files/reader.py", 1, "read")), room_of(("~", 0, "<built-in zlib>"))
    ('files', 'inflate')
    """
    file, _, name = function
    file = file.replace("\\", "/")
    if _PACKAGE in file:
        return _room_within(file.rpartition(_PACKAGE)[2])
    of_builtins = f"{file} {name}"
    return next((room for part, room in _BUILTINS if part in of_builtins), _LIBRARIES)


def _room_within(path: str) -> str:
    return next((room for start, room in _ROOMS if path.startswith(start)), _ELSEWHERE)
