"""The tidy table: what its columns promise, every row keeps; the data dictionary says the same."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from cchc_cli.language import Language
from cchc_cli.provenance import FIRST_COLUMNS
from cchc_cli.reports.csv_report import csv_report
from cchc_cli.reports.rows.column import Column, ColumnType
from cchc_cli.reports.rows.columns import COLUMNS, KEY
from cchc_cli.reports.rows.table_schema import columns_document, table_schema
from cchc_cli.reports.rows.values import JOINED
from cchc_cli.run import Run

ExampleRun = Callable[[Language], Run]

FIRST_OF_ALL = """
indicator area area_name name kind scope_kind scope scope_name level period status status_text reason
numerator denominator value unit operator bound upper due judged gap shortfall official provisional
aspirational notes done_on reporting expected missing reading lead place line quote pace_state
pace_method pace_bound pace_due pace_expected pace_needed_per_year pace_projected pace_projected_meets
as_of
"""
_TYPES: dict[ColumnType, Any] = {
    ColumnType.STRING: str,
    ColumnType.NUMBER: (int, float),
    ColumnType.INTEGER: int,
    ColumnType.BOOLEAN: bool,
    ColumnType.DATE: date,
}


def _by_name(name: str) -> Column:
    return next(column for column in COLUMNS if column.name == name)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_columns_keep_their_names_and_places() -> None:
    names = [column.name for column in COLUMNS]
    kept = FIRST_OF_ALL.split()
    assert names[: len(kept)] == kept
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
@pytest.mark.parametrize("language", Language)
def test_every_value_is_of_its_column_s_type_and_codes(
    example_run: ExampleRun, column: Column, language: Language
) -> None:
    run = example_run(language)
    for verdict in run.verdicts:
        value = column.value(run, verdict, language)
        if value is None or value == "":
            assert not column.required, verdict
            continue
        assert isinstance(value, _TYPES[column.type])
        assert isinstance(value, bool) == (column.type is ColumnType.BOOLEAN)
        assert not isinstance(value, datetime)
        assert not column.choices or value in column.choices


def test_a_row_is_told_from_all_others_by_its_key(example_run: ExampleRun) -> None:
    rows = _rows(csv_report(example_run(Language.VI), Language.VI))
    keys = [tuple(row[name] for name in KEY) for row in rows]
    assert len(set(keys)) == len(keys)


def test_the_dictionary_names_the_columns_of_the_file(example_run: ExampleRun) -> None:
    header = csv_report(example_run(Language.EN), Language.EN).splitlines()[0].split(",")
    assert [field["name"] for field in table_schema(Language.EN)["fields"]] == header
    assert json.loads(columns_document(Language.EN)) == table_schema(Language.EN)


def test_estimates_are_said_to_be_estimates() -> None:
    for language, word in ((Language.VI, "ước tính"), (Language.EN, "an estimate")):
        fields = {field["name"]: field for field in table_schema(language)["fields"]}
        for name in ("pace_state", "pace_expected", "pace_needed_per_year", "pace_projected"):
            assert word in fields[name]["description"]


def test_units_are_percent_or_the_column_that_says_them() -> None:
    names = {column.name for column in COLUMNS}
    units = {column.unit for column in COLUMNS if column.unit}
    assert units - {"%"} <= names
    fields = {field["name"]: field for field in table_schema(Language.VI)["fields"]}
    assert fields["shortfall"]["description"].endswith("đơn vị tính: cột quantity_unit")
    assert fields["weight"]["unit"] == "%"


def test_what_an_analyst_needs_is_there(example_run: ExampleRun) -> None:
    rows = _rows(csv_report(example_run(Language.EN), Language.EN))
    digitised = next(row for row in rows if row["indicator"] == "results-digitised")
    assert digitised["lead_name"] == "Office of the People's Committee"
    assert (digitised["provisional_text"], digitised["weight"]) == ("provisional", "88.4")
    assert (digitised["period_start"], digitised["period_end"]) == ("2024-01-01", "2024-12-31")
    assert digitised["missing"] == JOINED.join(["SYT", "SGDDT"])
    waiting = next(row for row in rows if row["indicator"] == "online-dossiers")
    assert [waiting[f"next_{part}"] for part in ("operator", "bound", "due")] == [">=", "50", "2025-12-31"]
    ended = [row for row in rows if row["last_known_period"]]
    assert ended
    assert all(row["last_known_status"] for row in ended)


def test_a_run_without_verdicts_has_the_header(make_run: Callable[..., Run]) -> None:
    header, *rows = csv_report(make_run([]), Language.VI).splitlines()
    assert header.split(",") == [column.name for column in COLUMNS]
    assert rows == []


def test_columns_have_words_of_their_own_in_both_languages() -> None:
    for language in Language:
        titles: list[Any] = [field["title"] for field in table_schema(language)["fields"]]
        assert len(set(titles)) == len(titles)
    assert _by_name("value").title.vi != _by_name("value").title.en


def test_the_table_begins_as_a_reader_of_submissions_knows_it() -> None:
    """So that it is not taken for a submission where it lies among them."""
    assert tuple(column.name for column in COLUMNS)[: len(FIRST_COLUMNS)] == FIRST_COLUMNS
