"""Workbooks made for a test: sheets from rows, and parts of a file changed behind Excel's back."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]


def workbook_bytes(sheets: Mapping[str, Rows | Mapping[str, Any]]) -> bytes:
    """Sheets by name, each a list of rows, or `rows` with `merged`, `formats`, `hidden_rows` and the like."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, content in sheets.items():
        described = content if isinstance(content, Mapping) else {"rows": content}
        sheet = workbook.create_sheet(name)
        for number, row in enumerate(described["rows"], start=1):
            for column, value in enumerate(row or (), start=1):
                if value is not None:
                    sheet.cell(number, column, value)
        for address, value in described.get("cells", {}).items():
            sheet[address] = value
        for block in described.get("merged", ()):
            sheet.merge_cells(block)
        for address, code in described.get("formats", {}).items():
            sheet[address].number_format = code
        for row in described.get("hidden_rows", ()):
            sheet.row_dimensions[row].hidden = True
        for column in described.get("hidden_columns", ()):
            sheet.column_dimensions[column].hidden = True
        sheet.sheet_state = described.get("state", "visible")
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def write_workbook(path: Path, sheets: Mapping[str, Rows | Mapping[str, Any]]) -> Path:
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
