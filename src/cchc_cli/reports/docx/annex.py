"""The annex: the rows and columns that its file asks for, filled with the verdicts of the run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_cli.annex.source import EVERY_AREA, AnnexSource, Column, RowSource
from cchc_cli.language import Text
from cchc_cli.reports.docx.annex_cells import Entry, cell
from cchc_cli.reports.docx.fields import Annex, AnnexColumn, AnnexRow
from cchc_cli.reports.docx.material import Material, leading
from cchc_cli.run import ScopeKind, Verdict

TITLES = {
    Column.NUMBER: Text("STT", "No."),
    Column.NAME: Text("Chỉ tiêu", "Indicator"),
    Column.CLAUSE: Text("Căn cứ", "Clause"),
    Column.UNIT: Text("ĐVT", "Unit"),
    Column.NUMERATOR: Text("Tử số", "Numerator"),
    Column.DENOMINATOR: Text("Mẫu số", "Denominator"),
    Column.RESULT: Text("Kết quả", "Result"),
    Column.TARGET: Text("Mục tiêu", "Target"),
    Column.VERDICT: Text("Đánh giá", "Verdict"),
    Column.LEAD: Text("Cơ quan chủ trì", "Lead agency"),
    Column.SOURCE: Text("Nguồn", "Source"),
    Column.REMARKS: Text("Ghi chú", "Remarks"),
}
WIDTHS = {
    Column.NUMBER: 4.5,
    Column.NAME: 13,
    Column.CLAUSE: 9,
    Column.UNIT: 5,
    Column.NUMERATOR: 10.5,
    Column.DENOMINATOR: 10.5,
    Column.RESULT: 8,
    Column.TARGET: 8,
    Column.VERDICT: 9,
    Column.LEAD: 8,
    Column.SOURCE: 9.5,
    Column.REMARKS: 13,
}
"""Shares of the table's width."""

_LEFT_OUT = Text(
    "Không nêu trong phụ lục: {n} chỉ tiêu ({names}).", "Not in the annex: {n} indicators ({names})."
)
_ROWS_LEFT_OUT = Text(
    "Không nêu trong phụ lục: {n} dòng của từng đơn vị (phục vụ điều hành).",
    "Not in the annex: {n} rows of single agencies (for steering).",
)
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class _Heading:
    words: str


@dataclass(frozen=True, slots=True)
class _Indicator:
    id: str
    number: str | None = None
    name: Text | None = None


def annex_of(material: Material, source: AnnexSource) -> Annex:
    """The annex over all periods of the run."""
    verdicts = _by_indicator(material)
    plan = list(_plan(material, source, verdicts))
    columns = [column.column for column in source.columns]
    return Annex(
        columns=tuple(
            AnnexColumn((column.title or TITLES[column.column]).in_language(material.language))
            for column in source.columns
        ),
        rows=tuple(_rows(material, plan, verdicts, columns)),
        left_out=tuple(_left_out(material, plan, verdicts)),
    )


def widths(source: AnnexSource) -> list[float]:
    """The shares of the columns, adding up to one."""
    wanted = [float(column.width or WIDTHS[column.column]) for column in source.columns]
    return [width / sum(wanted) for width in wanted]


def indicators_left_out(material: Material, source: AnnexSource) -> list[str]:
    """Ids of the indicators judged that the annex does not name."""
    verdicts = _by_indicator(material)
    return _unnamed(list(_plan(material, source, verdicts)), verdicts)


def _by_indicator(material: Material) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for verdict in _shown(material):
        found.setdefault(verdict.indicator, []).append(verdict)
    return found


def _shown(material: Material) -> list[Verdict]:
    """All rows but those of single agencies that were added to the others (`--by agency`)."""
    led = {id(verdict) for verdict in leading(material.run)}
    return [
        verdict
        for verdict in material.run.verdicts
        if id(verdict) in led or verdict.scope.kind is not ScopeKind.AGENCY
    ]


def _plan(
    material: Material, source: AnnexSource, verdicts: dict[str, list[Verdict]]
) -> Iterator[_Heading | _Indicator]:
    named = {row.indicator for row in source.rows if row.indicator is not None}
    counted = 0
    for row in source.rows:
        if row.area is None:
            yield _entry(material, row)
            continue
        areas = list(dict.fromkeys(each[0].area for each in verdicts.values()))
        for area in areas if row.area == EVERY_AREA else [row.area]:
            members = [each for each in verdicts if verdicts[each][0].area == area and each not in named]
            if members:
                counted += 1
                yield _Heading(_area_title(material, area, row.number or roman(counted)))
                yield from map(_Indicator, members)


def _entry(material: Material, row: RowSource) -> _Heading | _Indicator:
    if row.indicator is not None:
        return _Indicator(row.indicator, row.number, row.name)
    words = row.heading.in_language(material.language) if row.heading else ""
    return _Heading(f"{row.number}. {words}" if row.number else words)


def _area_title(material: Material, area: str, number: str) -> str:
    name = material.run.glossary.areas.get(area)
    return f"{number}. {name.in_language(material.language) if name else area}"


def _rows(
    material: Material,
    plan: Sequence[_Heading | _Indicator],
    verdicts: dict[str, list[Verdict]],
    columns: Sequence[Column],
) -> Iterator[AnnexRow]:
    several = len({verdict.period for verdict in material.run.verdicts}) > 1
    counted = 0
    for each in plan:
        if isinstance(each, _Heading):
            yield AnnexRow(is_heading=True, heading=each.words, cells=())
        elif each.id in verdicts:
            counted += each.number is None
            entries = _entries(material, each, verdicts[each.id], each.number or str(counted), several)
            for entry in entries:
                cells = tuple(cell(material, column, entry) for column in columns)
                yield AnnexRow(is_heading=False, heading="", cells=cells)


def _entries(
    material: Material, indicator: _Indicator, verdicts: Sequence[Verdict], number: str, several: bool
) -> Iterator[Entry]:
    scopes = list(dict.fromkeys(verdict.scope.code for verdict in verdicts))
    by_scope = sorted(verdicts, key=lambda verdict: scopes.index(verdict.scope.code))
    for position, verdict in enumerate(by_scope, 1):
        name = (indicator.name or verdict.name).in_language(material.language)
        own = number if len(verdicts) == 1 else f"{number}.{position}"
        yield Entry(verdict, own, name, several)


def _left_out(
    material: Material, plan: Sequence[_Heading | _Indicator], verdicts: dict[str, list[Verdict]]
) -> Iterator[str]:
    if unnamed := _unnamed(plan, verdicts):
        names = "; ".join(verdicts[each][0].name.in_language(material.language) for each in unnamed)
        yield material.say(_LEFT_OUT, n=len(unnamed), names=names)
    if rows := len(material.run.verdicts) - sum(map(len, verdicts.values())):
        yield material.say(_ROWS_LEFT_OUT, n=rows)


def _unnamed(plan: Sequence[_Heading | _Indicator], verdicts: dict[str, list[Verdict]]) -> list[str]:
    named = {each.id for each in plan if isinstance(each, _Indicator)}
    return [each for each in verdicts if each not in named]


def roman(number: int) -> str:
    """A number as headings count.

    >>> roman(4), roman(8), roman(19)
    ('IV', 'VIII', 'XIX')
    """
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written, number = written + letters, number - value
    return written
