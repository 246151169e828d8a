"""The tidy table as Parquet, for data teams: the columns of the CSV with their types.

The file's metadata hold what it was made from (`cchc-provenance`) and the data dictionary (`table-schema`);
each field has its title and description. Numbers are doubles, as they are JSON numbers; texts are encoded by
dictionary. Needs the extra `parquet`.
"""

import io

import pyarrow
import pyarrow.parquet

from cchc_cli.language import Language
from cchc_cli.provenance import MARK, provenance_of
from cchc_cli.reports.rows.column import Column, ColumnType, Value
from cchc_cli.reports.rows.columns import COLUMNS
from cchc_cli.reports.rows.table_schema import columns_document, description
from cchc_cli.reports.sinks import terminal
from cchc_cli.run import Run

DICTIONARY = "table-schema"
"""The key of the data dictionary among the file's metadata."""
_TEXT = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
_TYPES = {
    ColumnType.STRING: _TEXT,
    ColumnType.NUMBER: pyarrow.float64(),
    ColumnType.INTEGER: pyarrow.int64(),
    ColumnType.BOOLEAN: pyarrow.bool_(),
    ColumnType.DATE: pyarrow.date32(),
}


def parquet_report(run: Run, language: Language) -> bytes:
    """The whole file; the same bytes for the same run and the same version of pyarrow."""
    arrays = [_array(run, column, language) for column in COLUMNS]
    table = pyarrow.Table.from_arrays(arrays, schema=_schema(run, language))
    file = io.BytesIO()
    pyarrow.parquet.write_table(table, file)
    return file.getvalue()


def _array(run: Run, column: Column, language: Language) -> pyarrow.Array:
    values = [_cell(column.value(run, verdict, language)) for verdict in run.verdicts]
    if column.type is ColumnType.STRING:
        return pyarrow.array(values, type=pyarrow.string()).dictionary_encode()
    return pyarrow.array(values, type=_TYPES[column.type])


def _cell(value: Value) -> Value:
    """Nothing is null here, an empty text too, as in a CSV."""
    return terminal(value) or None if isinstance(value, str) else value


def _schema(run: Run, language: Language) -> pyarrow.Schema:
    provenance = provenance_of(run, "parquet")
    metadata = {DICTIONARY: columns_document(language)}
    if provenance is not None:
        metadata[MARK] = provenance.written
    return pyarrow.schema([_field(column, language) for column in COLUMNS], metadata=metadata)


def _field(column: Column, language: Language) -> pyarrow.Field:
    facts = {"title": column.title.in_language(language), "description": description(column, language)}
    said = {name: fact for name, fact in facts.items() if fact}
    return pyarrow.field(column.name, _TYPES[column.type], nullable=not column.required, metadata=said)
