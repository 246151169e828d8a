"""The verdicts as a tidy table, one row each, for spreadsheets and statistics programs.

Numbers always have a decimal point and no thousands sign, whatever the language, so that the same file reads
the same everywhere. What the columns mean stands in the data dictionary beside the file.
"""

import csv
import io

from cchc_cli.language import Language
from cchc_cli.reports.rows.column import Value
from cchc_cli.reports.rows.columns import COLUMNS
from cchc_cli.reports.sinks import csv_cell
from cchc_cli.run import Run


def csv_report(run: Run, language: Language) -> str:
    """A header and one row a verdict, separated by commas, lines ended by CR LF."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows)
    writer.writerow(column.name for column in COLUMNS)
    for verdict in run.verdicts:
        writer.writerow(_cell(column.value(run, verdict, language)) for column in COLUMNS)
    return rows.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return csv_cell(value) if isinstance(value, str) else str(value)
