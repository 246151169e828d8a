"""Saving workbooks so that the same figures give the same bytes, whenever they are written."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

_MADE = datetime(2024, 12, 31)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def save(workbook: Workbook, path: Path, title: str) -> None:
    """Writes a workbook; `title` stands in its properties."""
    workbook.properties.title = title
    workbook.properties.creator = "scripts/make_examples.py"
    workbook.properties.created = _MADE
    written = io.BytesIO()
    workbook.save(written)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_without_times(written.getvalue()))


def _without_times(written: bytes) -> bytes:
    """The same archive with one fixed time instead of the moment of saving."""
    fixed = io.BytesIO()
    stamp = f"{_MADE.isoformat()}Z".encode()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, (_MADE.year, _MADE.month, _MADE.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            target.writestr(entry, part, compresslevel=9)
    return fixed.getvalue()
