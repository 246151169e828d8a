"""Who has sent what, for other programs and for minutes: JSON, CSV, Markdown."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from cchc_cli.language import Language, Text
from cchc_cli.reports.sinks import csv_cell, json_text, markdown
from cchc_cli.reports.standing_words import (
    NOTHING_EXPECTED,
    OTHERS,
    SEE_ERRORS,
    TO_REMIND,
    columns,
    headline,
    letter_words,
    title_count,
    unplaced_words,
)
from cchc_cli.standing.arrangement import contact, documents, files, others, reminders
from cchc_cli.standing.records import AgencyStanding, Group, Sent, Standing
from cchc_cli.standing.words import (
    DISTRICT,
    GROUP,
    REASON,
    TITLE,
    UNPLACED,
    fault_words,
    period_line,
    state_words,
)

Value = str | int | bool | date | None
_JOINED = "; "
_HEADINGS = (
    Text("Đơn vị", "Agency"),
    Text("Trực thuộc", "Under"),
    Text("Tình trạng", "State"),
    Text("Số liệu", "Items"),
    Text("Nội dung cần xử lý", "Findings"),
    Text("Văn bản", "Letter"),
    Text("Tệp", "Workbooks"),
)


def standing_json(standing: Standing) -> str:
    """The same standing gives the same text."""
    document = standing.model_dump(mode="json")
    return json_text(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def standing_csv(standing: Standing, language: Language) -> str:
    """A header and one row an agency, separated by commas, lines ended by CR LF."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows)
    writer.writerow(_COLUMNS)
    for agency in standing.agencies:
        writer.writerow(_cell(column(agency, language)) for column in _COLUMNS.values())
    return rows.getvalue()


def standing_markdown(standing: Standing, language: Language) -> str:
    """Counts, whom to remind, and every agency."""
    return "\n".join(_lines(standing, language)) + "\n"


def _lines(standing: Standing, language: Language) -> Iterator[str]:
    yield f"# {TITLE.in_language(language)}"
    yield ""
    yield markdown(period_line(standing, language))
    yield ""
    if not standing.agencies:
        yield NOTHING_EXPECTED.in_language(language)
        return
    yield f"**{markdown(headline(standing, language))}**"
    yield ""
    yield from _counts(standing, standing.groups, GROUP, language)
    if standing.districts:
        yield ""
        yield from _counts(standing, standing.districts, DISTRICT, language)
    if standing.unplaced:
        yield from _title(title_count(UNPLACED, len(standing.unplaced), language), 2)
    for file in standing.unplaced:
        yield f"- {markdown(unplaced_words(file, language))}"
    found = reminders(standing.agencies)
    if found:
        yield from _title(title_count(TO_REMIND, sum(len(each.agencies) for each in found), language), 2)
        yield SEE_ERRORS.in_language(language) if standing.total.with_errors else ""
    for reminder in found:
        yield from _title(title_count(REASON[reminder.reason], len(reminder.agencies), language), 3)
        yield from _agencies(reminder.agencies, language)
    rest = others(standing.agencies)
    if rest:
        yield from _title(title_count(OTHERS, len(rest), language), 2)
        yield from _agencies(rest, language)


def _title(words: str, depth: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * depth} {words}"
    yield ""


def _counts(standing: Standing, groups: Sequence[Group], heading: Text, language: Language) -> Iterator[str]:
    shown = columns(standing)
    yield _row(heading.in_language(language), *(words.in_language(language) for words, _ in shown))
    yield f"|---|{'---:|' * len(shown)}"
    for group in groups:
        yield _row(markdown(group.name.in_language(language)), *(count(group.counts) for _, count in shown))


def _agencies(agencies: Sequence[AgencyStanding], language: Language) -> Iterator[str]:
    yield _row(*(heading.in_language(language) for heading in _HEADINGS))
    yield f"|{'---|' * len(_HEADINGS)}"
    for agency in agencies:
        cells = (
            f"{agency.name.in_language(language)} ({agency.code})",
            agency.parent_name.in_language(language) if agency.parent_name else "",
            state_words(agency, language),
            f"{agency.items_in}/{agency.items_due}",
            fault_words(agency, language),
            letter_words(agency, language),
            _JOINED.join(files(agency)),
        )
        yield _row(*map(markdown, cells))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


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
}
