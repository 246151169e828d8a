"""A catalogue or registry with some of its entries written differently, as one scenario asks.

The result is a document like any other and goes through the same loading; what is wrong with it is shown
at its place in the scenario, for the file it was made from is sound.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.strict_yaml import Document, InvalidFileError, Location, Mark, Problem

KEY_OF = {"indicators": "id", "items": "code", "checks": "id", "agencies": "code"}
"""What an entry of each section is found by; entries of other sections are added."""

_NUMBERED = "targets"
_Entry: TypeAlias = dict[str, Any]


def changed(base: Document, changes: Document, sections: tuple[str, ...]) -> Document:
    """The base with the entries of the changes in these sections. Raises InvalidFileError."""
    change = _Change(base, changes)
    for section in sections:
        for position in range(len(changes.data.get(section) or ())):
            change.apply(section, position)
    if change.problems:
        raise InvalidFileError(change.problems)
    return Document(changes.file, change.data, changes.sha256, change.marks)


class _Change:
    """The data as far as changed, and the places in the scenario of what was."""

    def __init__(self, base: Document, changes: Document) -> None:
        self.changes = changes
        self.data: dict[str, Any] = dict(base.data)
        self.marks: dict[Location, Mark] = {(): changes.mark(())}
        self.problems: list[Problem] = []

    def apply(self, section: str, position: int) -> None:
        """Puts one entry in the place of its namesakes, or behind the others where it has none."""
        written = self.changes.data[section][position]
        if (key := KEY_OF.get(section)) is not None and key not in written:
            self._object((section, position), _WHICH_ENTRY.filled(key=key))
            return
        entries = list(self.data.get(section) or ())
        self.data[section] = entries
        found = list(self._namesakes(section, written, entries))
        if not found:
            if self._objects_to_typo(section, position, written, entries):
                return
            entries.append({})
            found = [len(entries) - 1]
        for index in found:
            entries[index] = self._merged(entries[index], written, (section, position), (section, index))

    def _namesakes(self, section: str, written: _Entry, entries: list[_Entry]) -> Iterator[int]:
        key = KEY_OF.get(section)
        for index, entry in enumerate(entries):
            if key is not None and entry.get(key) == written.get(key):
                yield index

    def _merged(self, entry: _Entry, written: _Entry, here: Location, there: Location) -> _Entry:
        self._note(there, here)
        merged = dict(entry)
        for key, value in written.items():
            if key == _NUMBERED and isinstance(value, dict):
                merged[key] = self._numbered(entry.get(key), value, (*here, key), (*there, key))
            else:
                merged[key] = value
                self._note_all((*there, key), (*here, key))
        return merged

    def _numbered(
        self, entries: Any, written: Mapping[str, Any], here: Location, there: Location
    ) -> list[_Entry]:
        """A list of which some entries, counted from 1, are written differently."""
        merged = list(entries or ())
        self._note(there, here)
        for number, value in written.items():
            index = int(number) - 1 if number.isdecimal() else -1
            if not 0 <= index < len(merged):
                self._object((*here, number), _NO_SUCH_NUMBER.filled(number=number, most=len(merged)))
            elif not isinstance(value, dict):
                self._object((*here, number), _NO_KEYS.filled(number=number))
            else:
                merged[index] = self._merged(merged[index], value, (*here, number), (*there, index))
        return merged

    def _objects_to_typo(self, section: str, position: int, written: _Entry, entries: list[_Entry]) -> bool:
        """A code that is nearly one of those there are, with no name beside it, is hardly a new entry."""
        key = KEY_OF.get(section)
        if key is None or "name" in written or section == "checks":
            return False
        code = str(written.get(key, ""))
        meant = nearest(code, [str(entry.get(key)) for entry in entries])
        if meant is not None:
            self._object((section, position, key), _NO_SUCH_ENTRY.filled(code=code, meant=meant))
        return meant is not None

    def _object(self, location: Location, text: Text) -> None:
        self.problems.append(Problem(self.changes.file, self.changes.mark(location), text))

    def _note(self, there: Location, here: Location) -> None:
        """The place of an entry, and of everything around it."""
        for depth in range(1, len(there) + 1):
            self.marks.setdefault(there[:depth], self.changes.mark(here[:depth]))

    def _note_all(self, there: Location, here: Location) -> None:
        for location, mark in self.changes.marks.items():
            if location[: len(here)] == here:
                self.marks[(*there, *location[len(here) :])] = mark


_WHICH_ENTRY = Text(
    "thiếu khóa “{key}”: thay mục nào của danh mục?", "the key '{key}' is missing: which entry is changed?"
)
_NO_KEYS = Text(
    "mục tiêu thứ “{number}” phải gồm các khóa cần thay, như {{bound: 80}}",
    "target number '{number}' must hold the keys to change, such as {{bound: 80}}",
)
_NO_SUCH_NUMBER = Text(
    "không có mục tiêu thứ “{number}”; chỉ tiêu này có {most} mục tiêu, đếm từ 1",
    "there is no target number '{number}'; this indicator has {most}, counted from 1",
)
_NO_SUCH_ENTRY = Text(
    "không có “{code}” để thay; có phải là “{meant}”?",
    "there is no '{code}' to change; did you mean '{meant}'?",
)
