"""A workbook against the same one made again, cell by cell: values and formulas."""

import math
import re
from collections.abc import Iterator, Sequence

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.sheet import Place
from cchc_cli.language import Text
from cchc_cli.observation import a1
from cchc_cli.provenance import MARK, InputHash
from cchc_cli.verification.difference import (
    ABSENT,
    FALSE,
    TRUE,
    Difference,
    number_pair,
    quoted,
    quoted_pair,
)
from cchc_cli.verification.painted_figures import painted_figures
from cchc_cli.verification.workbook_content import CellContent, SheetContent, Value, workbook_content

_TOLERANCE = 1e-12
"""Relative; programs keep numbers with 15 digits, and sum up in an order of their own."""
_HASH = re.compile("[0-9a-f]{64}")
_SHEET = Text("trang “{name}”", "the sheet '{name}'")
_CELL = Text("{sheet}!{cell}", "{sheet}!{cell}")
_LABELLED = Text("{sheet}!{cell} ({label})", "{sheet}!{cell} ({label})")
_FORMAT = Text(
    "định dạng số tự hiện chữ số, che giá trị của ô", "a number format that shows digits of its own"
)
_THERE = Text("có", "present")
_FORMULA = Text("công thức {formula}", "the formula {formula}")
_TYPED = Text("{value}, gõ thẳng, không có công thức", "{value}, typed in place of a formula")


def made_from(parts: Parts) -> tuple[str | None, list[InputHash]]:
    """What stands to the right of the mark, on any sheet; and the workbooks listed there, each with its hash.

    The record of a workbook has no room for them.
    """
    for sheet in workbook_content(parts):
        for place, cell in sheet.cells.items():
            if cell.value == MARK:
                return _text(sheet, place[0], place[1] + 1), [*_listed(sheet)]
    return None, []


def _listed(sheet: SheetContent) -> Iterator[InputHash]:
    for (row, column), cell in sheet.cells.items():
        name = _text(sheet, row, column - 1)
        if name and isinstance(cell.value, str) and _HASH.fullmatch(cell.value):
            yield InputHash(path=name, sha256=cell.value)


def _text(sheet: SheetContent, row: int, column: int) -> str | None:
    cell = sheet.cells.get((row, column))
    return cell.value if cell and isinstance(cell.value, str) else None


def compare_workbooks(reported: Parts, remade: Parts) -> Difference | None:
    """The first cell that differs, in the order of sheets and rows; what it was made from is left out."""
    old, new = workbook_content(reported), workbook_content(remade)
    others = {sheet.name: sheet for sheet in new}
    for sheet in old:
        other = others.get(sheet.name)
        found = _of_sheets(sheet, other) if other else Difference(_named(sheet), _THERE, ABSENT)
        if found is not None:
            return found
    names = {sheet.name for sheet in old}
    lost = [Difference(_named(sheet), ABSENT, _THERE) for sheet in new if sheet.name not in names]
    painted = sorted(painted_figures(reported) - painted_figures(remade))
    return next(iter([*lost, *(Difference(_FORMAT, quoted(code), ABSENT) for code in painted)]), None)


def _named(sheet: SheetContent) -> Text:
    return _SHEET.filled(name=sheet.name)


def _of_sheets(old: SheetContent, new: SheetContent) -> Difference | None:
    empty = CellContent(None)
    for place in sorted(old.cells.keys() | new.cells.keys()):
        one, other = old.cells.get(place, empty), new.cells.get(place, empty)
        if not _is_same(one, other) and not _is_provenance(place, new):
            return Difference(_place(place, old), *_words(one, other))
    return None


def _is_same(one: CellContent, other: CellContent) -> bool:
    """A formula whose result was not kept comes to the same as soon as somebody opens the workbook."""
    if one.formula != other.formula:
        return False
    is_open = one.formula is not None and one.value is None
    return is_open or _is_same_value(one.value, other.value)


def _is_same_value(one: Value, other: Value) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=_TOLERANCE, abs_tol=0)
    return type(one) is type(other) and one == other


def _is_provenance(place: Place, sheet: SheetContent) -> bool:
    left = sheet.cells.get((place[0], place[1] - 1))
    return left is not None and left.value == MARK


def _place(place: Place, sheet: SheetContent) -> Text:
    """The cell, and what its row is called: the first text in it."""
    row = [
        sheet.cells[place[0], column] for column in range(1, place[1]) if (place[0], column) in sheet.cells
    ]
    labels = [cell.value for cell in row if isinstance(cell.value, str) and len(cell.value) > 1]
    longest: Sequence[str] = sorted(labels, key=len)[-1:]
    facts: dict[str, str | Text] = {"sheet": sheet.name, "cell": a1(*place)}
    return _LABELLED.filled(**facts, label=quoted(longest[0])) if longest else _CELL.filled(**facts)


def _words(one: CellContent, other: CellContent) -> tuple[Text, Text]:
    if one.formula != other.formula:
        return _formula(one, other), _formula(other, one)
    if isinstance(one.value, float) and isinstance(other.value, float):
        return number_pair(one.value, other.value, one.is_share and other.is_share)
    if isinstance(one.value, str) and isinstance(other.value, str):
        return quoted_pair(one.value, other.value)
    return _value(one), _value(other)


def _formula(cell: CellContent, other: CellContent) -> Text:
    """A formula; a value where the other cell has a formula."""
    if cell.written is not None:
        return _FORMULA.filled(formula=quoted(f"={cell.written}"))
    return _TYPED.filled(value=_value(cell)) if cell.value is not None else _value(cell)


def _value(cell: CellContent) -> Text:
    match cell.value:
        case None:
            return ABSENT
        case bool():
            return TRUE if cell.value else FALSE
        case float():
            return number_pair(cell.value, cell.value, cell.is_share)[0]
        case _:
            return quoted(cell.value)
