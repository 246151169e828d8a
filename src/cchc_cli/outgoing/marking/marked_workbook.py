"""The workbook that goes back to its agency: its own, with what is to be mended marked in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from cchc_cli.intake.files.file_type import FileType, file_type
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.files.sheet import Place, Workbook
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.intake.returned import is_returned, returned_rows
from cchc_cli.observation import a1
from cchc_cli.outgoing.book import Book
from cchc_cli.outgoing.marking.error_list import Entry, ErrorList
from cchc_cli.outgoing.marking.error_sheet import SHEET_NAME, SheetNotes, write_error_sheet
from cchc_cli.outgoing.marking.grafted_sheet import graft
from cchc_cli.outgoing.marking.losses import comments_left_out, lost_by_copying, signature_lost
from cchc_cli.outgoing.marking.marked_sheet import SheetMarking
from cchc_cli.outgoing.marking.package import Package
from cchc_cli.outgoing.marking.plain_copy import MOST_CELLS, cells_in, plain_copy
from cchc_cli.outgoing.marking.styles import Styles
from cchc_cli.outgoing.marking.unusual import UnusualPackageError
from cchc_cli.outgoing.marking.workbook_part import ListedSheet, WorkbookPart

_WITH_MACROS = "macroenabled"
_SIGNATURES = "_xmlsignatures/"
_SHARED = "xl/revisions/"


@dataclass(frozen=True, slots=True)
class MarkedWorkbook:
    """The file, the suffix that its content asks for, and what it lacks of the original, in words."""

    content: bytes
    suffix: str
    losses: tuple[str, ...] = ()
    has_content: bool = True
    """False: it holds the list alone, since the original cannot be opened, or is too large to be copied."""


def marked_workbook(raw: bytes, suffix: str, said: ErrorList) -> MarkedWorkbook:
    """The marked copy of a workbook file; the same bytes for the same file and list.

    Where the parts of an .xlsx file can be changed one by one, everything that is not marked stays byte for
    byte. Of any other file, the cells as they are read make a new workbook. A file that is not read gives the
    list alone.
    """
    try:
        workbook = read_workbook(raw, suffix, name=PurePath(said.file).stem)
        found = file_type(raw, suffix)
    except UnreadableError:
        return _list_alone(said)
    if found is FileType.XLSX:
        try:
            return _Marking(raw, workbook, said).marked()
        except (UnusualPackageError, ValueError, LookupError):
            # Numbers that are none, and references to what is not there: readers overlook them.
            pass
    if cells_in(workbook) > MOST_CELLS:
        return _list_alone(said)
    copied = plain_copy(Workbook(tuple(sheet for sheet in workbook.sheets if not is_returned(sheet))))
    return _Marking(copied.content, workbook, said, copied.names, lost_by_copying(found, raw)).marked()


class _Marking:
    """The marking of one .xlsx file."""

    def __init__(
        self,
        raw: bytes,
        workbook: Workbook,
        said: ErrorList,
        names: Mapping[str, str] | None = None,
        losses: Iterable[str] = (),
    ) -> None:
        """`names` are those of the sheets in this file by those in the list, where they are others."""
        self._package = Package(raw)
        self._listed = WorkbookPart(self._package)
        self._said = said
        self._names = names
        self._losses = list(losses)
        self._returned = [sheet for sheet in workbook.sheets if is_returned(sheet)]
        if any(name.lower().startswith(_SHARED) for name in self._package.names):
            # Who changed what is kept in a diary that would have to know of the new sheet.
            raise UnusualPackageError("shared workbook")

    def marked(self) -> MarkedWorkbook:
        self._remove_signatures()
        styles_part = self._listed.part_beside("styles")
        styles = Styles(self._package[styles_part])
        fills = self._mark_sheets(styles)
        old = self._old_sheets()
        is_copy = self._names is not None
        notes = SheetNotes(losses=self._losses, is_copy=is_copy, sheets=self._names, fills=fills)
        name = _free_name(sheet.name for sheet in self._listed.sheets if sheet not in old)
        grafted = graft(_error_book(self._said, notes, name), styles)
        self._package[styles_part] = styles.content()
        self._listed.put_first(name, grafted.xml, grafted.names)
        for sheet in old:
            self._listed.take_away(sheet)
        self._listed.forget_order_of_calculation()
        kind = self._package.content_type(self._listed.name).lower()
        suffix = ".xlsm" if _WITH_MACROS in kind else ".xlsx"
        return MarkedWorkbook(self._package.content(), suffix, tuple(self._losses))

    def _mark_sheets(self, styles: Styles) -> dict[tuple[str, Place], str]:
        """Marks every sheet; returns what was behind the text of each marked cell."""
        marking, entries, before = SheetMarking(self._package, styles), self._entries(), self._before()
        old = {sheet.relation for sheet in self._old_sheets()}
        fills: dict[tuple[str, Place], str] = {}
        for sheet in self._listed.sheets:
            if sheet.part not in self._package or sheet.relation in old:
                continue
            name = self._name_in_list(sheet.name)
            done = marking.mark(sheet.part, entries.get(name, {}), before.get(name, {}))
            fills |= {(name, place): fill for place, fill in done.fills.items()}
            if done.without_comment:
                cells = [f"{name}!{a1(*place)}" for place in done.without_comment]
                self._losses.append(comments_left_out(cells))
        return fills

    def _entries(self) -> dict[str, dict[Place, list[Entry]]]:
        """What is to be marked, by the sheets of the list."""
        found: dict[str, dict[Place, list[Entry]]] = {}
        for entry in self._said.entries:
            if entry.place is not None and entry.mark.colour:
                sheet, place = entry.place
                found.setdefault(sheet, {}).setdefault(place, []).append(entry)
        return found

    def _before(self) -> dict[str, dict[Place, str]]:
        """What cells that an earlier list marked had behind their text, by sheet."""
        found: dict[str, dict[Place, str]] = {}
        for row in (row for sheet in self._returned for row in returned_rows(sheet)):
            if row.cell is not None and row.key.fill:
                sheet, place = row.cell
                found.setdefault(sheet, {})[place] = row.key.fill
        return found

    def _name_in_list(self, name: str) -> str:
        """What the list calls a sheet of the file."""
        others = {here: there for there, here in (self._names or {}).items()}
        return others.get(name, name)

    def _old_sheets(self) -> list[ListedSheet]:
        """Our own sheet, of the time when the workbook went back before."""
        names = {sheet.name for sheet in self._returned}
        return [sheet for sheet in self._listed.sheets if sheet.name in names]

    def _remove_signatures(self) -> None:
        signed = [name for name in self._package.names if name.lower().startswith(_SIGNATURES)]
        if not signed:
            return
        origins = {each.id for each in self._package.relations("") if each.target in signed}
        self._package.unrelate("", origins)
        for name in signed:
            self._package.remove(name)
        self._losses.append(signature_lost())


def _free_name(taken: Iterable[str]) -> str:
    """The name of our sheet, or one like it where somebody else's sheet is called so."""
    lowered = {name.lower() for name in taken}
    name, number = SHEET_NAME, 1
    while name.lower() in lowered:
        number += 1
        name = f"{SHEET_NAME} ({number})"
    return name


def _list_alone(said: ErrorList) -> MarkedWorkbook:
    content = _error_book(said, SheetNotes(has_content=False), SHEET_NAME)
    return MarkedWorkbook(content, ".xlsx", has_content=False)


def _error_book(said: ErrorList, notes: SheetNotes, name: str) -> bytes:
    book = Book(SHEET_NAME)
    write_error_sheet(book, said, notes, name)
    return book.content()
