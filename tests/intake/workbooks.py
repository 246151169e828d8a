"""Workbooks made for a test: sheets from rows, and parts of a file changed behind Excel's back."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Any]
"""Rows of cells, of any kind of sequence."""
Content = Rows | Mapping[str, Any]
"""The rows of a sheet, or `rows` with `cells`, `merged`, `formats`, `hidden_rows`, `state` and the like;
`results` are those of formulas."""


def workbook_bytes(sheets: Mapping[str, Content]) -> bytes:
    """A workbook of sheets by name."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, content in sheets.items():
        _fill(workbook.create_sheet(name), content if isinstance(content, Mapping) else {"rows": content})
    file = io.BytesIO()
    workbook.save(file)
    raw = file.getvalue()
    for number, content in enumerate(sheets.values(), start=1):
        results = content.get("results", {}) if isinstance(content, Mapping) else {}
        raw = _with_results(raw, f"xl/worksheets/sheet{number}.xml", results) if results else raw
    return raw


def _fill(sheet: Worksheet, content: Mapping[str, Any]) -> None:
    rows: Rows = content["rows"]
    cells = ((r, c, value) for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1))
    for row, column, value in cells:
        sheet.cell(row, column, value)
    for address, value in content.get("cells", {}).items():
        sheet[address] = value
    for block in content.get("merged", ()):
        sheet.merge_cells(block)
    for address, code in content.get("formats", {}).items():
        sheet[address].number_format = code
    for hidden in content.get("hidden_rows", ()):
        sheet.row_dimensions[hidden].hidden = True
    for letters in content.get("hidden_columns", ()):
        sheet.column_dimensions[letters].hidden = True
    sheet.sheet_state = content.get("state", "visible")


def _with_results(raw: bytes, part: str, results: Mapping[str, float]) -> bytes:
    """The same file; formulas hold their results, as Excel saves them."""
    xml = zipfile.ZipFile(io.BytesIO(raw)).read(part)
    changes = []
    for address, result in results.items():
        cell = re.search(rb'<c r="%s"><f>[^<]*</f><v />' % address.encode(), xml)
        assert cell is not None, f"{address} holds no formula"
        changes.append((cell[0], cell[0].replace(b"<v />", b"<v>%s</v>" % str(result).encode())))
    return with_part(with_part(raw, part, *changes), "xl/workbook.xml", (b' fullCalcOnLoad="1"', b""))


def write_workbook(path: Path, sheets: Mapping[str, Content]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook_bytes(sheets))
    return path


def with_part(raw: bytes, name: str, *changes: tuple[bytes, bytes]) -> bytes:
    """The same file with some bytes of one part replaced; each must be there."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == name:
                for before, after in changes:
                    assert before in content
                    content = content.replace(before, after)
            new.writestr(part, content)
    return changed.getvalue()


def first_sheet(raw: bytes, *changes: tuple[bytes, bytes]) -> bytes:
    """The same file with some bytes of its first sheet replaced."""
    return with_part(raw, "xl/worksheets/sheet1.xml", *changes)
