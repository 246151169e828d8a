"""How long the workbook of an evaluation takes, against XlsxWriter writing the same cells bare.

    python -m benchmarks.xlsx_report PATH... [--by agency]

Prints both times, the best of several, and their ratio; the goal is 2 at most.
"""

import io
import sys
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from benchmarks.measuring import best, dossier_asked_for
from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.outgoing.book import Book
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.xlsx.workbook import xlsx_report

Cell = tuple[str, int, int, tuple[Any, ...], int]
"""The method of a worksheet, row, column, the values, and the number of the format."""


def main() -> None:
    """Measures one call."""
    dossier = dossier_asked_for(__doc__)
    sheets, formats = _recorded(dossier)
    ours = best(lambda: xlsx_report(dossier, Presentation(Language.VI)))
    bare = best(lambda: _bare(sheets, formats))
    cells = sum(map(len, sheets.values()))
    sys.stdout.write(f"verdicts {len(dossier.run.verdicts)}, sheets {len(sheets)}, cells {cells}\n")
    sys.stdout.write(f"report {ours:.2f} s, bare {bare:.2f} s, ratio {ours / bare:.2f}\n")


def _recorded(dossier: Dossier) -> tuple[dict[str, list[Cell]], list[dict[str, Any]]]:
    """Every cell that the report writes, and the properties of its formats."""
    sheets: dict[str, list[Cell]] = {}
    wanted: list[dict[str, Any]] = []
    numbers: dict[Format | None, int] = {}
    plain_format = Book.format

    def number_of(chosen: Format | None) -> int:
        return numbers.get(chosen, -1)

    def noted_format(book: Book, **facts: Any) -> Format:
        made = plain_format(book, **facts)
        if made not in numbers:
            numbers[made] = len(wanted)
            wanted.append(facts)
        return made

    def recording(method: str) -> Callable[..., Any]:
        write = getattr(Worksheet, method)

        def record(sheet: Worksheet, row: int, column: int, *rest: Any) -> Any:
            values, chosen = _told_apart(method, rest)
            sheets.setdefault(sheet.name, []).append((method, row, column, values, number_of(chosen)))
            return write(sheet, row, column, *rest)

        return record

    methods = ("write_string", "write_number", "write_blank", "write_formula", "write_datetime")
    recorders: dict[str, Any] = {method: recording(method) for method in methods}
    with patch.object(Book, "format", noted_format), patch.multiple(Worksheet, **recorders):
        xlsx_report(dossier, Presentation(Language.VI))
    return sheets, wanted


def _told_apart(method: str, rest: tuple[Any, ...]) -> tuple[tuple[Any, ...], Format | None]:
    """The values of a call and its format; a formula's value stands behind its format."""
    chosen = rest[1] if len(rest) > 1 else None
    return ((rest[0], rest[2]) if method == "write_formula" else (rest[0],)), chosen


def _bare(sheets: dict[str, list[Cell]], wanted: list[dict[str, Any]]) -> bytes:
    """The same cells in the same formats, and nothing else."""
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    formats = [workbook.add_format(facts) for facts in wanted]
    for name, cells in sheets.items():
        sheet = workbook.add_worksheet(name)
        for method, row, column, values, number in cells:
            chosen = formats[number] if number >= 0 else None
            if method == "write_string":
                sheet.write_string(row, column, values[0], chosen)
            elif method == "write_number":
                sheet.write_number(row, column, values[0], chosen)
            elif method == "write_formula":
                sheet.write_formula(row, column, values[0], chosen, values[1])
            elif method == "write_datetime":
                sheet.write_datetime(row, column, values[0], chosen)
            else:
                sheet.write_blank(row, column, None, chosen)
    workbook.close()
    return content.getvalue()


if __name__ == "__main__":
    main()
