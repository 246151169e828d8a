"""The findings as a tidy table, one row each, for spreadsheets and statistics programs.

Columns are named as in the JSON; what ends in `_text` and the sentences are in the language.
"""

import csv
import io
from collections.abc import Callable

from cchc_cli.language import Language
from cchc_cli.reports.found import CONCERN, concern_of, kind_title
from cchc_cli.reports.sinks import csv_cell
from cchc_cli.reports.wording import agency_name
from cchc_cli.run import FindingRecord, Run


def findings_csv(run: Run, language: Language) -> str:
    """A header and one row a finding, separated by commas, lines ended by CR LF."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows)
    writer.writerow(_COLUMNS)
    for finding in run.findings:
        writer.writerow(csv_cell(column(run, finding, language) or "") for column in _COLUMNS.values())
    return rows.getvalue()


def _agency_name(run: Run, finding: FindingRecord, language: Language) -> str | None:
    return None if finding.agency is None else agency_name(run, finding.agency, language)


def _item_name(run: Run, finding: FindingRecord, language: Language) -> str | None:
    item = run.glossary.items.get(finding.item or "")
    return item.name.in_language(language) if item else finding.item


Column = Callable[[Run, FindingRecord, Language], str | None]

_COLUMNS: dict[str, Column] = {
    "severity": lambda run, finding, language: finding.severity.value,
    "severity_text": lambda run, finding, language: CONCERN[concern_of(finding)].in_language(language),
    "answered": lambda run, finding, language: str(finding.is_answered).lower(),
    "code": lambda run, finding, language: finding.code,
    "title_text": lambda run, finding, language: kind_title(finding.code, language),
    "file": lambda run, finding, language: finding.file,
    "sheet": lambda run, finding, language: finding.sheet,
    "cell": lambda run, finding, language: finding.cell,
    "agency": lambda run, finding, language: finding.agency,
    "agency_text": _agency_name,
    "period": lambda run, finding, language: finding.period,
    "item": lambda run, finding, language: finding.item,
    "item_text": _item_name,
    "value": lambda run, finding, language: finding.value,
    "message": lambda run, finding, language: finding.message,
    "hint": lambda run, finding, language: finding.hint,
    "explanation": lambda run, finding, language: finding.explanation,
}
