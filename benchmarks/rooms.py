"""Which room of the program the time of a profile is spent in."""

import cProfile
from collections import defaultdict
from types import CodeType
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
_MODULE = " <module>"
_BUILTINS: Final = (
    ("calamine", _CALAMINE),
    ("Calamine", _CALAMINE),
    ("method from_path", _CALAMINE),
    ("method from_filelike", _CALAMINE),
    ("zlib", _INFLATE),
    ("importlib", _START),
    ("_imp.", _START),
    ("marshal", _START),
)

Function = CodeType | str
"""As a profile names it: its code, or the words for one that is built in."""


def own_time(profile: cProfile.Profile) -> dict[str, float]:
    """Seconds by room. What a built-in or a library does for a room is that room's."""
    seconds: dict[str, float] = defaultdict(float)
    for entry in profile.getstats():
        room = room_of(entry.code)
        if room != _LIBRARIES:
            seconds[room] += entry.inlinetime
        for called in entry.calls or ():
            if room_of(called.code) == _LIBRARIES:
                seconds[room] += called.inlinetime
    return dict(sorted(seconds.items(), key=lambda found: (-found[1], found[0])))


def room_of(function: Function) -> str:
    """The room of one function.

    >>> room_of("<built-in method zlib.decompress>"), room_of(room_of.__code__)
    ('inflate', 'libraries')
    """
    name = function if isinstance(function, str) else f"{function.co_filename} {function.co_qualname}"
    name = name.replace("\\", "/")
    if name.endswith(_MODULE):
        return _START
    if _PACKAGE in name:
        return _room_within(name.rpartition(_PACKAGE)[2])
    return next((room for part, room in _BUILTINS if part in name), _LIBRARIES)


def _room_within(path: str) -> str:
    return next((room for start, room in _ROOMS if path.startswith(start)), _ELSEWHERE)
