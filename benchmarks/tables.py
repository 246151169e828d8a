"""Results as Markdown, for the terminal and for the page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.case import SECONDS, Quantity
from benchmarks.results import CaseResult, Results, SideResult

_THOUSAND = 1000
_TENTH = 0.1
_MEBIBYTE = 1024**2
_VERDICTS = {True: "met", False: "**not met**", None: "not measured"}


def goals_table(results: Results) -> str:
    """Every goal, what was measured, and whether it is met."""
    rows = [
        (result.title, goal.words, _number(goal.value), _VERDICTS[goal.met])
        for result in results.cases.values()
        for goal in result.goals
    ]
    return _table(("case", "goal", "measured", ""), rows)


def cases_table(results: Results, before: Results | None = None) -> str:
    """Every side of every case: medians, what one unit takes, and how many times the first side that is."""
    heads = ["case", "side", "wall", "processor", "memory", "a unit", "times the first", "in processor time"]
    rows = [
        [
            result.title if place == 0 else "",
            name,
            *_cells(result, side),
            *_earlier(before, case, name, side.counted),
        ]
        for case, result in results.cases.items()
        for place, (name, side) in enumerate(result.sides.items())
    ]
    return _table([*heads, *(["a unit before"] if before else [])], rows)


def profile_table(profiles: Mapping[str, Mapping[str, Any]]) -> str:
    """Own time by room, in percent of all and in milliseconds a form, a pair of columns for each program."""
    rooms: dict[str, None] = {}
    for profile in profiles.values():
        rooms.update(dict.fromkeys(profile["rooms"]))
    heads = ["room", *(head for name in profiles for head in (f"{name}, %", f"{name}, ms a form"))]
    rows = [[room, *(cell for one in profiles.values() for cell in _shares(one, room))] for room in rooms]
    whole = [cell for one in profiles.values() for cell in ("100", f"{one['milliseconds']:.2f}")]
    return _table(heads, [*rows, ["all", *whole]])


def machine_lines(results: Results) -> str:
    """What it was measured on, and with which packages."""
    facts = results.machine
    memory = f", {facts['memory_gib']} GiB" if facts["memory_gib"] else ""
    versions = facts["packages"].items()
    there = ", ".join(f"{name} {version}" for name, version in versions if version)
    absent = ", ".join(name for name, version in versions if not version)
    lines = [
        f"{facts['cores']} cores{memory}, {facts['system']} {facts['processor']}, Python {facts['python']}.",
        f"Installed: {there}." + (f" Not installed: {absent}." if absent else ""),
    ]
    made = results.corpora.items()
    lines += [f"Forms of `{name}`: {one['files']:,}, saved by {one['saved_by']}." for name, one in made]
    return "\n".join(lines)


def left_out_lines(results: Results) -> str:
    """What was not measured, and why; '' where everything was."""
    lines = [
        f"- {name} ({result.title}): {side.left_out}"
        for result in results.cases.values()
        for name, side in result.sides.items()
        if side.left_out
    ]
    return "\n".join(["Left out:", "", *lines]) if lines else ""


def _cells(result: CaseResult, side: SideResult) -> Iterable[str]:
    first = next(iter(result.sides.values()))
    if not side.rounds:
        return ["-"] * 6
    count = side.median("count")
    if _counts_things(side.counted):
        return ["", "", "", _of_unit(side, result.unit, side.counted), "", ""]
    if count is not None:
        ours, floor = side.of_one("count"), first.of_one("count")
        return ["", _seconds(count), "", _of_one(ours, result.unit), "", _times(ours, floor)]
    wall, cpu, memory = side.median("wall"), side.median("cpu"), side.median("memory")
    return [
        _seconds(wall),
        _seconds(cpu),
        f"{memory / _MEBIBYTE:.0f} MiB" if memory else "",
        _of_one(side.of_one("wall"), result.unit),
        _times(side.of_one("wall"), first.of_one("wall")),
        _times(side.of_one("cpu"), first.of_one("cpu")),
    ]


def _earlier(before: Results | None, case: str, name: str, counted: str | None) -> list[str]:
    if before is None:
        return []
    result = before.cases.get(case)
    side = result.sides.get(name) if result else None
    if result is None or side is None or not side.rounds:
        return [""]
    return [_of_unit(side, result.unit, counted)]


def _of_unit(side: SideResult, unit: str, counted: str | None) -> str:
    """What one takes, or what was counted."""
    count = side.median("count")
    if count is not None and _counts_things(counted):
        return f"{count:g} {counted}"
    quantity: Quantity = "wall" if count is None else "count"
    return _of_one(side.of_one(quantity), unit)


def _counts_things(counted: str | None) -> bool:
    return counted not in (None, SECONDS)


def _shares(profile: Mapping[str, Any], room: str) -> tuple[str, str]:
    own, everything = profile["rooms"].get(room, 0.0), sum(profile["rooms"].values())
    return f"{100 * own / everything:.1f}", f"{own / everything * profile['milliseconds']:.2f}"


def _of_one(value: float | None, unit: str) -> str:
    """What one takes, in milliseconds or microseconds."""
    if value is None:
        return ""
    milliseconds = value * _THOUSAND
    if milliseconds < _TENTH:
        return f"{milliseconds * _THOUSAND:.1f} µs a {unit}"
    return f"{milliseconds:.2f} ms a {unit}"


def _seconds(value: float | None) -> str:
    return "" if value is None else f"{value:.2f} s"


def _times(value: float | None, floor: float | None) -> str:
    return f"{value / floor:.2f}" if value is not None and floor else ""


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".removesuffix(".00")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
