"""The tidy table as Parquet, read by pyarrow and pandas; equal to the CSV."""

import csv
import io
import json
import math
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas
import pytest

from cchc_cli.language import Language
from cchc_cli.provenance import MARK, read_provenance
from cchc_cli.reports.csv_report import csv_report
from cchc_cli.reports.rows.column import ColumnType
from cchc_cli.reports.rows.columns import COLUMNS
from cchc_cli.reports.rows.table_schema import table_schema
from cchc_cli.run import Asked, Run
from tests.omission import omit

ExampleRun = Callable[[Language], Run]


def _written(run: Run, language: Language = Language.VI) -> bytes:
    try:
        from cchc_cli.reports.parquet_report import parquet_report
    except ImportError:
        omit("pyarrow is not installed")
    return parquet_report(run, language)


def _table(run: Run, language: Language = Language.VI) -> Any:
    content = _written(run, language)
    from pyarrow import parquet

    return parquet.read_table(io.BytesIO(content))


@pytest.mark.parametrize("language", Language)
def test_every_value_is_that_of_the_csv(example_run: ExampleRun, language: Language) -> None:
    run = example_run(language)
    rows = list(csv.DictReader(io.StringIO(csv_report(run, language))))
    table = _table(run, language)
    assert table.num_rows == len(rows)
    for column in COLUMNS:
        values = table.column(column.name).to_pylist()
        assert [_as_csv(value, column.type) for value in values] == [
            _same_number(row[column.name], column.type) for row in rows
        ], column.name


def _as_csv(value: Any, kind: ColumnType) -> Any:
    if value is None:
        return ""
    if kind is ColumnType.BOOLEAN:
        return str(value).lower()
    return value if kind is ColumnType.NUMBER else str(value)


def _same_number(text: str, kind: ColumnType) -> Any:
    return float(text) if text and kind is ColumnType.NUMBER else text


def test_types_are_those_of_the_columns(example_run: ExampleRun) -> None:
    schema = _table(example_run(Language.VI)).schema
    types = {
        ColumnType.STRING: "dictionary<values=string, indices=int32, ordered=0>",
        ColumnType.NUMBER: "double",
        ColumnType.INTEGER: "int64",
        ColumnType.BOOLEAN: "bool",
        ColumnType.DATE: "date32[day]",
    }
    assert [str(field.type) for field in schema] == [types[column.type] for column in COLUMNS]
    assert [field.nullable for field in schema] == [not column.required for column in COLUMNS]


def test_pandas_reads_numbers_dates_and_nothing(example_run: ExampleRun) -> None:
    run = example_run(Language.VI)
    frame = pandas.read_parquet(io.BytesIO(_written(run)))
    missed = frame[(frame["status"] == "missed") & frame["official"]]
    first = missed.iloc[0]
    assert (first["numerator"], first["denominator"]) == (73, 74)
    assert math.isclose(first["value"], 7300 / 74)
    assert frame["period_end"].iloc[0] == date(2024, 12, 31)
    assert frame["reason"].isna().any()


def test_the_file_says_what_it_was_made_from_and_what_its_columns_mean(example_run: ExampleRun) -> None:
    asked = Asked(language=Language.VI, periods=["2024"])
    run = example_run(Language.VI).model_copy(update={"asked": asked})
    schema = _table(run).schema
    provenance = read_provenance(schema.metadata[MARK.encode()].decode())
    assert provenance is not None
    assert (provenance.format, provenance.asked) == ("parquet", asked)
    assert json.loads(schema.metadata[b"table-schema"]) == table_schema(Language.VI)
    assert schema.field("value").metadata[b"title"].decode() == "Kết quả"


def test_the_same_run_gives_the_same_bytes(example_run: ExampleRun) -> None:
    assert _written(example_run(Language.VI)) == _written(example_run(Language.VI))


def test_what_cannot_be_seen_in_a_name_is_an_escape(
    make_run: Callable[..., Run], make_verdict: Callable[..., Any]
) -> None:
    """A formula is no formula in this file; it stays as it was written."""
    called = "=1+1 <script>\u202e\x1b[31m"
    scope = {"kind": "agency", "code": "A", "name": {"vi": called, "en": called}, "level": "province"}
    (name,) = _table(make_run([make_verdict(scope=scope)])).column("scope_name").to_pylist()
    assert name == "=1+1 <script>\\u202e\\x1b[31m"


def test_a_run_without_verdicts_is_a_table_without_rows(make_run: Callable[..., Run]) -> None:
    table = _table(make_run([]))
    assert (table.num_rows, table.num_columns) == (0, len(COLUMNS))
