"""A table of verdicts for data teams (Parquet) against the same one made again. Needs the extra `parquet`."""

from typing import Any

import pyarrow
import pyarrow.parquet

from cchc_cli.language import Text
from cchc_cli.provenance import MARK
from cchc_cli.verification.difference import ABSENT, Difference, number_pair, quoted, quoted_pair
from cchc_cli.verification.problems import NoReportError

_MAXIMUM_CELLS = 20_000_000
_ROW_LABELS = ("name", "scope_name", "period")
_CELL = Text("dòng {row} ({label}), cột {column}", "row {row} ({label}), column {column}")
_COLUMN = Text("cột {column}", "column {column}")
_ROW = Text("dòng {row}", "row {row}")
_UNREADABLE = Text("tệp Parquet bị hỏng hoặc quá lớn", "the Parquet file is damaged or too large")
_THERE = Text("có", "present")


def provenance_text(content: bytes) -> str | None:
    """What the file's metadata hold under the mark. Raises NoReportError."""
    said = _table(content).schema.metadata or {}
    record = said.get(MARK.encode())
    return None if record is None else record.decode("utf-8", "replace")


def compare_tables(reported: bytes, remade: bytes) -> Difference | None:
    """The first cell that differs, row by row. Raises NoReportError."""
    old, new = _table(reported), _table(remade)
    for name in dict.fromkeys([*old.column_names, *new.column_names]):
        if (name in old.column_names) != (name in new.column_names):
            pair = (_THERE, ABSENT) if name in old.column_names else (ABSENT, _THERE)
            return Difference(_COLUMN.filled(column=name), *pair)
    for number, (one, other) in enumerate(zip(_rows(old), _rows(new), strict=False), start=1):
        for column, value in one.items():
            if value != other[column]:
                place = _CELL.filled(row=number, label=_label(one), column=column)
                return Difference(place, *_pair(value, other[column]))
    if old.num_rows != new.num_rows:
        pair = (_THERE, ABSENT) if old.num_rows > new.num_rows else (ABSENT, _THERE)
        return Difference(_ROW.filled(row=min(old.num_rows, new.num_rows) + 1), *pair)
    return None


def _table(content: bytes) -> Any:
    try:
        file = pyarrow.parquet.ParquetFile(pyarrow.BufferReader(content))
        if file.metadata.num_rows * file.metadata.num_columns > _MAXIMUM_CELLS:
            raise NoReportError(_UNREADABLE)
        return file.read()
    except (pyarrow.ArrowException, OSError, ValueError):
        raise NoReportError(_UNREADABLE) from None


def _rows(table: Any) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = table.to_pylist()
    except (pyarrow.ArrowException, ValueError):
        raise NoReportError(_UNREADABLE) from None
    return rows


def _label(row: dict[str, Any]) -> str:
    return "; ".join(str(row[name]) for name in _ROW_LABELS if row.get(name))


def _pair(old: Any, new: Any) -> tuple[Text, Text]:
    if isinstance(old, int | float) and isinstance(new, int | float):
        return number_pair(old, new)
    if isinstance(old, str) and isinstance(new, str):
        return quoted_pair(old, new)
    return _shown(old), _shown(new)


def _shown(value: Any) -> Text:
    return ABSENT if value is None else quoted(str(value))
