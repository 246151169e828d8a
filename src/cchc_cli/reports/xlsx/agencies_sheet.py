"""The sheet of agencies: who has reported, and how each stands, counted over the sheet of verdicts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour
from cchc_cli.reports.reporting_words import LATE, MISSING, REPORTING
from cchc_cli.reports.wording import status_texts
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.arithmetic import quoted
from cchc_cli.reports.xlsx.table import FIRST_ROW, Column, Live, Table, Value
from cchc_cli.reports.xlsx.verdict_columns import PERIOD, SCOPE_CODE
from cchc_cli.reports.xlsx.verdict_columns import STATUS as STATUS_AT
from cchc_cli.reports.xlsx.words import with_left_out
from cchc_cli.run import ScopeKind, Status
from cchc_cli.standing.words import LEVEL

_TITLE = Text("Đơn vị báo cáo", "Agencies")
_NOTE = Text(
    "Số mục tiêu đếm từ trang Kết quả (các dòng của đơn vị); lọc ở đây hoặc ở trang Kết quả để xem riêng "
    "một đơn vị.",
    "Targets are counted on the sheet Verdicts (the agency's rows); filter here or there to see one agency.",
)
_UNCOUNTED = Text(
    "Kết quả của từng đơn vị: thêm --by agency.",
    "How each agency stands: add --by agency.",
)
_SENT = Text("Đã báo cáo", "Reported")
_COUNTED = (Status.MET, Status.MISSED, Status.NOT_DUE, Status.NO_DATA, Status.NOT_EVALUABLE)
_WORDS = status_texts(official=False)
_COLUMNS = (
    Column(Text("STT", "No."), 6, "number"),
    Column(Text("Mã đơn vị", "Agency code"), 11),
    Column(Text("Đơn vị báo cáo", "Agency"), 44, "wrapped"),
    Column(Text("Cấp", "Level"), 14),
    Column(Text("Kỳ báo cáo", "Period"), 11, "centred"),
    Column(REPORTING, 20, "wrapped"),
    Column(Text("Ngày văn bản", "Dated"), 12, "day"),
)
_COUNTS = (
    *(Column(_WORDS[status], 13, "number") for status in _COUNTED),
    Column(Text("Tổng số mục tiêu", "Targets in all"), 11, "number"),
)
_CODE, _PERIOD, _STATE = 1, 4, 5


@dataclass(frozen=True, slots=True)
class _Agency:
    code: str
    name: Text
    level: Level | None
    period: str
    state: Text


def agencies_table(book: Book, dossier: Dossier, language: Language) -> Table:
    """The sheet, still without rows; it counts targets where the run has rows of agencies."""
    has_rows = any(verdict.scope.kind is ScopeKind.AGENCY for verdict in dossier.run.verdicts)
    note, columns = (_NOTE, (*_COLUMNS, *_COUNTS)) if has_rows else (_UNCOUNTED, _COLUMNS)
    note = with_left_out(note, dossier.run)
    return Table(book, language, names.AGENCIES, _TITLE, note, columns)


def write_agencies(table: Table, book: Book, dossier: Dossier, verdicts: Table, language: Language) -> None:
    """One row for each agency and period."""
    counts = _counts(dossier)
    for agency in _agencies(dossier):
        row = FIRST_ROW + table.rows
        own = counts.get((agency.code, agency.period), {})
        table.add(
            [
                table.rows + 1,
                agency.code,
                agency.name.in_language(language),
                LEVEL[agency.level].in_language(language) if agency.level else "",
                agency.period,
                agency.state.in_language(language),
                _dated(dossier, agency),
                *(_numbers(verdicts, row, own, language) if counts else ()),
            ]
        )
    _colour(table, book, language)
    table.finish(frozen=3)


def _agencies(dossier: Dossier) -> Iterator[_Agency]:
    found: dict[tuple[str, str], _Agency] = {}
    for verdict in dossier.run.verdicts:
        if verdict.scope.kind is ScopeKind.AGENCY:
            scope = verdict.scope
            agency = _Agency(scope.code, scope.name, scope.level, verdict.period, _SENT)
            found.setdefault((scope.code, verdict.period), agency)
    if not found:
        found = {(agency.code, agency.period): agency for agency in _members(dossier)}
    for reporting in dossier.reporting:
        late = [each.agency for each in reporting.late]
        for absent, state in ((reporting.missing, MISSING), (late, LATE)):
            for name in absent:
                agency = _Agency(name.code, name.name, name.level, reporting.period, state)
                found[name.code, reporting.period] = agency
    yield from found.values()


def _members(dossier: Dossier) -> Iterable[_Agency]:
    """Those asked for any figure, under the level of the rows they count in."""
    seen: dict[tuple[str, str], _Agency] = {}
    for trace in dossier.traces.values():
        level = Level(trace.scope) if trace.scope_kind == "level" else None
        pools = [pool for end in trace.ends[:1] for pool in end.pools]
        asked = [(member.agency, member.name) for pool in pools for member in pool.members]
        asked += [(answer.agency, answer.name) for answer in trace.answers]
        for code, name in asked:
            agency = seen.setdefault((code, trace.period), _Agency(code, name, level, trace.period, _SENT))
            if agency.level is None and level is not None:
                seen[code, trace.period] = replace(agency, level=level)
    return seen.values()


def _counts(dossier: Dossier) -> dict[tuple[str, str], dict[Status, int]]:
    counts: dict[tuple[str, str], dict[Status, int]] = {}
    for verdict in dossier.run.verdicts:
        if verdict.scope.kind is ScopeKind.AGENCY:
            own = counts.setdefault((verdict.scope.code, verdict.period), {})
            own[verdict.status] = own.get(verdict.status, 0) + 1
    return counts


def _numbers(verdicts: Table, row: int, own: Mapping[Status, int], language: Language) -> Iterator[Value]:
    """How many of its rows have each status, and how many there are."""
    for status in _COUNTED:
        yield _count(verdicts, row, status, own.get(status, 0), language)
    yield _total(verdicts, row, sum(own.values()))


def _count(verdicts: Table, row: int, status: Status, number: int, language: Language) -> Value:
    words = quoted(_WORDS[status].in_language(language))
    status_range = names.column_range(FIRST_ROW, verdicts.last_row, STATUS_AT, verdicts.name)
    return Live(f"=COUNTIFS({_criteria(verdicts, row)},{status_range},{words})", number)


def _total(verdicts: Table, row: int, number: int) -> Value:
    return Live(f"=COUNTIFS({_criteria(verdicts, row)})", number)


def _criteria(verdicts: Table, row: int) -> str:
    """The rows of the agency and period that stand in a row of this sheet."""
    codes = names.column_range(FIRST_ROW, verdicts.last_row, SCOPE_CODE, verdicts.name)
    periods = names.column_range(FIRST_ROW, verdicts.last_row, PERIOD, verdicts.name)
    return f"{codes},{names.own_row(row, _CODE)},{periods},{names.own_row(row, _PERIOD)}"


def _dated(dossier: Dossier, agency: _Agency) -> Value:
    """When a late letter is dated."""
    return next(
        (
            late.dated
            for reporting in dossier.reporting
            for late in reporting.late
            if late.agency.code == agency.code and reporting.period == agency.period
        ),
        None,
    )


def _colour(table: Table, book: Book, language: Language) -> None:
    for words, fill in ((MISSING, look.ERROR), (LATE, look.WARNING)):
        criteria = f"={names.own_row(FIRST_ROW, _STATE)}={quoted(words.in_language(language))}"
        chosen = book.workbook.add_format({"bg_color": colour(fill)})
        options = {"type": "formula", "criteria": criteria, "format": chosen}
        table.sheet.conditional_format(FIRST_ROW, _STATE, table.last_row, _STATE, options)
