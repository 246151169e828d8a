"""Communes as lines of `agencies.yaml`: each life on one line, district by district."""

import json
import unicodedata
from collections.abc import Iterator, Mapping

from cchc_cli.language import Text
from official_map.events import FIRST_DAY, LAST_DAY, RESOLUTION, events_of
from official_map.merger import Became
from official_map.sources import Commune

Communes = Mapping[str, Commune]
_ENGLISH_TYPES = {"Phường": "Ward", "Xã": "Commune", "Thị trấn": "Town"}


def old_lines(before: Communes, after: Communes, became: Mapping[str, Became]) -> list[str]:
    """The communes of Tiền Giang with all their lives: district by district, in the order of codes."""
    lines: list[str] = []
    for district in sorted({commune.district for commune in before.values()}):
        codes = sorted(code for code in before if before[code].district == district)
        lasting = sum(code in after for code in codes)
        count = f"{len(codes)}" if lasting == len(codes) else f"{len(codes)} → {lasting}"
        lines += ["", f"  # {district} {before[codes[0]].district_name}: {count}"]
        lines += [line for code in codes for line in _lives(before[code], after.get(code), became.get(code))]
    return lines


def new_lines(new: Communes, became: Mapping[str, Became]) -> list[str]:
    """The communes of the new Đồng Tháp: first those on the former territory, with what they came from."""
    former = sorted({into.code for into in became.values()})
    other = sorted(new.keys() - set(former))
    lines = ["", f"  # Trên địa bàn Tiền Giang cũ / On the former territory: {len(former)}"]
    for code in former:
        parts = ", ".join(old for old, into in became.items() if into.code == code)
        lines.append(f"{_entry(new[code], f'valid_from: {FIRST_DAY}')}  # {parts}")
    lines += ["", f"  # Ngoài địa bàn Tiền Giang cũ / Outside the former territory: {len(other)}"]
    outside = f"valid_from: {FIRST_DAY}", "pooled: false", "territory: other"
    return lines + [_entry(new[code], *outside) for code in other]


def _lives(first: Commune, last: Commune | None, became: Became | None) -> Iterator[str]:
    """The lines of one commune: one, and one more for each other name."""
    since: tuple[str, ...] = ()
    commune = first
    for event in events_of(first.code):
        successor = event.merged.get(first.code, first.code)
        ended = _ended(event.last_day, successor, event.notes.get(first.code))
        yield f"{_entry(commune, *since, *ended)}  # {event.resolution}"
        if first.code in event.merged or last is None:
            return
        since, commune = (f"valid_from: {event.first_day}",), last
    if became is not None:
        ended = _ended(LAST_DAY, became.code, became.note)
        yield f"{_entry(commune, *since, *ended)}  # {RESOLUTION}"


def _ended(day: str, successor: str, note: Text | None) -> tuple[str, ...]:
    parts = f"valid_until: {day}", f'successors: ["{successor}"]'
    return (*parts, f"note: {{vi: {_quoted(note.vi)}, en: {_quoted(note.en)}}}") if note else parts


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _entry(commune: Commune, *rest: str) -> str:
    """One life of one commune as a line of `agencies.yaml`."""
    name = f"name: {{vi: {commune.name}, en: {english(commune.name)}}}"
    parts = [f'code: "{commune.code}"', name, "group: commune"]
    parts += [f'parent: "{commune.district}"'] if commune.district else []
    return f"  - {{{', '.join((*parts, *rest))}}}"


def english(name: str) -> str:
    """Phường 1 → Ward 1, Xã Tân Phú → Tan Phu Commune."""
    kind = next(kind for kind in _ENGLISH_TYPES if name.startswith(f"{kind} "))
    letters = unicodedata.normalize("NFD", name.removeprefix(f"{kind} "))
    letters = letters.replace("đ", "d").replace("Đ", "D")
    own = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return f"{_ENGLISH_TYPES[kind]} {own}" if own.isdigit() else f"{own} {_ENGLISH_TYPES[kind]}"
