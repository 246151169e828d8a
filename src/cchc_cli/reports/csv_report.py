"""The verdicts as a tidy table, one row each, for spreadsheets and statistics programs.

Columns are named as in the JSON. Numbers always have a decimal point and no thousands sign, whatever
the language, so that the same file reads the same everywhere; `status_text` is in the language.
"""

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

from cchc_cli.language import Language
from cchc_cli.pace import Pace
from cchc_cli.reports.sinks import csv_cell
from cchc_cli.reports.wording import status_words
from cchc_cli.run import Run, Verdict

Value = str | int | float | bool | date | None
_JOINED = "; "


def csv_report(run: Run, language: Language) -> str:
    """A header and one row a verdict, separated by commas, lines ended by CR LF."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows)
    writer.writerow(_COLUMNS)
    for verdict in run.verdicts:
        writer.writerow(_cell(column(run, verdict, language)) for column in _COLUMNS.values())
    return rows.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return csv_cell(value) if isinstance(value, str) else str(value)


def _area_name(run: Run, verdict: Verdict, language: Language) -> str:
    name = run.glossary.areas.get(verdict.area)
    return name.in_language(language) if name else verdict.area


def _cited(verdict: Verdict, part: str) -> str:
    return _JOINED.join(str(getattr(citation, part)) for citation in verdict.citations)


def _pace(verdict: Verdict, *path: str) -> Value:
    """A part of the estimate, by its names in the JSON; nothing where there is none."""
    part: Any = verdict.pace if isinstance(verdict.pace, Pace) else None
    for name in path:
        part = None if part is None else getattr(part, name)
    value: Value = part
    return value


Column = Callable[[Run, Verdict, Language], Value]

_COLUMNS: dict[str, Column] = {
    "indicator": lambda run, verdict, language: verdict.indicator,
    "area": lambda run, verdict, language: verdict.area,
    "area_name": _area_name,
    "name": lambda run, verdict, language: verdict.name.in_language(language),
    "kind": lambda run, verdict, language: verdict.kind,
    "scope_kind": lambda run, verdict, language: verdict.scope.kind.value,
    "scope": lambda run, verdict, language: verdict.scope.code,
    "scope_name": lambda run, verdict, language: verdict.scope.name.in_language(language),
    "level": lambda run, verdict, language: verdict.scope.level,
    "period": lambda run, verdict, language: verdict.period,
    "status": lambda run, verdict, language: verdict.status.value,
    "status_text": lambda run, verdict, language: status_words(verdict, language),
    "reason": lambda run, verdict, language: verdict.reason,
    "numerator": lambda run, verdict, language: verdict.numerator,
    "denominator": lambda run, verdict, language: verdict.denominator,
    "value": lambda run, verdict, language: verdict.value,
    "unit": lambda run, verdict, language: verdict.unit,
    "operator": lambda run, verdict, language: verdict.operator,
    "bound": lambda run, verdict, language: verdict.bound,
    "upper": lambda run, verdict, language: verdict.upper,
    "due": lambda run, verdict, language: verdict.due,
    "judged": lambda run, verdict, language: verdict.judged,
    "gap": lambda run, verdict, language: verdict.gap,
    "shortfall": lambda run, verdict, language: verdict.shortfall,
    "official": lambda run, verdict, language: verdict.official,
    "provisional": lambda run, verdict, language: verdict.provisional,
    "aspirational": lambda run, verdict, language: verdict.aspirational,
    "notes": lambda run, verdict, language: _JOINED.join(verdict.notes),
    "done_on": lambda run, verdict, language: verdict.done_on,
    "reporting": lambda run, verdict, language: verdict.coverage.reporting,
    "expected": lambda run, verdict, language: verdict.coverage.expected,
    "missing": lambda run, verdict, language: _JOINED.join(verdict.coverage.missing),
    "reading": lambda run, verdict, language: verdict.reading,
    "lead": lambda run, verdict, language: verdict.lead.agency if verdict.lead else None,
    "place": lambda run, verdict, language: _cited(verdict, "place"),
    "line": lambda run, verdict, language: _cited(verdict, "line"),
    "quote": lambda run, verdict, language: _cited(verdict, "quote"),
    "pace_state": lambda run, verdict, language: _pace(verdict, "state"),
    "pace_method": lambda run, verdict, language: _pace(verdict, "method"),
    "pace_bound": lambda run, verdict, language: _pace(verdict, "to", "bound"),
    "pace_due": lambda run, verdict, language: _pace(verdict, "to", "due"),
    "pace_expected": lambda run, verdict, language: _pace(verdict, "expected"),
    "pace_needed_per_year": lambda run, verdict, language: _pace(verdict, "needed_per_year"),
    "pace_projected": lambda run, verdict, language: _pace(verdict, "projected", "value"),
    "pace_projected_meets": lambda run, verdict, language: _pace(verdict, "projected", "meets"),
    "as_of": lambda run, verdict, language: run.as_of,
}
