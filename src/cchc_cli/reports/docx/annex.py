"""The annex: the rows and columns that its file asks for, filled with the verdicts of the run."""

from collections.abc import Iterator, Sequence

from cchc_cli.annex.source import AnnexSource, Column
from cchc_cli.language import Text
from cchc_cli.reports.counting import leading
from cchc_cli.reports.docx.annex_cells import Entry, cell
from cchc_cli.reports.docx.annex_plan import ByIndicator, Heading, Listed, Plan, not_judged, plan_of, unnamed
from cchc_cli.reports.docx.fields import Annex, AnnexColumn, AnnexRow
from cchc_cli.reports.docx.material import Material
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
_WITHOUT = Text(
    "Tệp phụ lục có nêu nhưng lần này không đánh giá: {n} chỉ tiêu ({names}).",
    "In the annex file, and not judged this time: {n} indicators ({names}).",
)
_ROWS_LEFT_OUT = Text(
    "Không nêu trong phụ lục: {n} dòng của từng đơn vị (phục vụ điều hành).",
    "Not in the annex: {n} rows of single agencies (for steering).",
)


def annex_of(material: Material, source: AnnexSource) -> Annex:
    """The annex over all periods of the run."""
    verdicts = _by_indicator(material)
    plan = plan_of(material, source, verdicts)
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
    return unnamed(plan_of(material, source, verdicts), verdicts)


def _by_indicator(material: Material) -> ByIndicator:
    found: dict[str, list[Verdict]] = {}
    for verdict in _shown(material):
        found.setdefault(verdict.indicator, []).append(verdict)
    return found


def _shown(material: Material) -> list[Verdict]:
    """All rows but those of single agencies that stand beside the official ones."""
    led = {id(verdict) for verdict in leading(material.run)}
    return [
        verdict
        for verdict in material.run.verdicts
        if id(verdict) in led or verdict.scope.kind is not ScopeKind.AGENCY
    ]


def _rows(
    material: Material,
    plan: Plan,
    verdicts: ByIndicator,
    columns: Sequence[Column],
) -> Iterator[AnnexRow]:
    several = len({verdict.period for verdict in material.run.verdicts}) > 1
    counted = 0
    for each in plan:
        if isinstance(each, Heading):
            yield AnnexRow(is_heading=True, heading=each.words, cells=())
        elif each.id in verdicts:
            counted += each.number is None
            entries = _entries(material, each, verdicts[each.id], each.number or str(counted), several)
            for entry in entries:
                cells = tuple(cell(material, column, entry) for column in columns)
                yield AnnexRow(is_heading=False, heading="", cells=cells)


def _entries(
    material: Material, indicator: Listed, verdicts: Sequence[Verdict], number: str, several: bool
) -> Iterator[Entry]:
    scopes = list(dict.fromkeys(verdict.scope.code for verdict in verdicts))
    by_scope = sorted(verdicts, key=lambda verdict: scopes.index(verdict.scope.code))
    for position, verdict in enumerate(by_scope, 1):
        name = (indicator.name or verdict.name).in_language(material.language)
        own = number if len(verdicts) == 1 else f"{number}.{position}"
        yield Entry(verdict, own, name, several)


def _left_out(material: Material, plan: Plan, verdicts: ByIndicator) -> Iterator[str]:
    if left := unnamed(plan, verdicts):
        names = "; ".join(verdicts[each][0].name.in_language(material.language) for each in left)
        yield material.say(_LEFT_OUT, n=len(left), names=names)
    if without := not_judged(plan, verdicts):
        yield material.say(_WITHOUT, n=len(without), names=", ".join(without))
    if rows := len(material.run.verdicts) - sum(map(len, verdicts.values())):
        yield material.say(_ROWS_LEFT_OUT, n=rows)
