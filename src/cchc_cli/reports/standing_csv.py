"""Who has sent what as CSV: one row an agency, for a filter or another program."""

import csv
import io
from collections.abc import Callable
from datetime import date

from cchc_cli.language import Language
from cchc_cli.reports.sinks import csv_cell
from cchc_cli.standing.arrangement import contact, documents, files
from cchc_cli.standing.records import AgencyStanding, Sent, Standing
from cchc_cli.standing.words import state_words

Value = str | int | bool | date | None
_JOINED = "; "


def standing_csv(standing: Standing, language: Language) -> str:
    """A header and one row an agency, separated by commas, lines ended by CR LF."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows)
    writer.writerow(_COLUMNS)
    for agency in standing.agencies:
        writer.writerow(_cell(column(agency, language)) for column in _COLUMNS.values())
    return rows.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return csv_cell(value) if isinstance(value, str) else str(value)


def _said(agency: AgencyStanding, part: Callable[[Sent], str | None]) -> str | None:
    sent = contact(agency)
    return part(sent) if sent else None


def _through(agency: AgencyStanding) -> str:
    return _JOINED.join(dict.fromkeys(s.through for s in agency.sent if s.counts and s.through))


Column = Callable[[AgencyStanding, Language], Value]

_COLUMNS: dict[str, Column] = {
    "code": lambda agency, language: agency.code,
    "name": lambda agency, language: agency.name.in_language(language),
    "level": lambda agency, language: agency.level.value,
    "group": lambda agency, language: agency.group,
    "pooled": lambda agency, language: agency.pooled,
    "parent": lambda agency, language: agency.parent,
    "parent_name": lambda agency, language: (
        agency.parent_name.in_language(language) if agency.parent_name else None
    ),
    "state": lambda agency, language: agency.state.value,
    "state_text": state_words,
    "dated": lambda agency, language: agency.dated,
    "documents": lambda agency, language: _JOINED.join(documents(agency)),
    "times": lambda agency, language: agency.times,
    "through": lambda agency, language: _through(agency),
    "shorter_periods": lambda agency, language: _JOINED.join(agency.shorter_periods),
    "items_in": lambda agency, language: agency.items_in,
    "items_due": lambda agency, language: agency.items_due,
    "errors": lambda agency, language: agency.errors,
    "to_explain": lambda agency, language: agency.to_explain,
    "answered": lambda agency, language: agency.answered,
    "prepared_by": lambda agency, language: _said(agency, lambda sent: sent.prepared_by),
    "phone": lambda agency, language: _said(agency, lambda sent: sent.phone),
    "files": lambda agency, language: _JOINED.join(files(agency)),
    "until": lambda agency, language: agency.until,
}
