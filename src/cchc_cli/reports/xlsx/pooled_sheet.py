"""The sheet of pools: for every figure the agencies behind it, each with what it adds."""

from collections.abc import Mapping, Sequence

from cchc_cli.dossier import VerdictKey
from cchc_cli.language import Language, Text
from cchc_cli.outgoing.book import Book
from cchc_cli.record import Number
from cchc_cli.reports.why.gaps import LACK
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.figures import FigureKey
from cchc_cli.reports.xlsx.figures_sheet import figure_address
from cchc_cli.reports.xlsx.pools import Block, Line, Role, Term
from cchc_cli.reports.xlsx.table import (
    FIRST_ROW,
    Column,
    Live,
    Shown,
    Table,
    Value,
    number_format,
    places_of,
    quantity,
)
from cchc_cli.reports.xlsx.workings import Workings
from cchc_cli.run import Verdict

_TITLE = Text("Tính chung: cộng tử số, cộng mẫu số", "Pooled: numerators added, denominators added")
_NOTE = Text(
    "Mỗi dòng là phần của một đơn vị trong một chỉ tiêu, lấy từ trang Số liệu. Đơn vị thiếu một số liệu thì "
    "không được tính và bị trống tử số. Lọc được; không sắp xếp lại, vì công thức trỏ đến từng dòng "
    "(trang được khóa, không có mật khẩu).",
    "One row for what one agency adds to one figure, taken from the sheet Figures. An agency that lacks one "
    "of its numbers is left out: its numerator is blank. Filter as you like; sorting is locked "
    "(without a password), because formulas point at rows.",
)
_ROLES: dict[Role, Text] = {
    "present": Text("Trong kỳ", "Present"),
    "baseline": Text("Số liệu gốc", "Baseline"),
    "answers": Text("Trả lời", "Answers"),
}
_LEFT_OUT = Text("Chưa được tính: {why}", "Left out: {why}")

COLUMNS = (
    Column(Text("Chỉ tiêu", "Indicator"), 50),
    Column(Text("Phạm vi", "Scope"), 18),
    Column(Text("Kỳ báo cáo", "Period"), 11, "centred"),
    Column(Text("Vế", "End"), 12),
    Column(Text("Kỳ số liệu", "Period of the figures"), 11, "centred"),
    Column(Text("Mã đơn vị", "Agency code"), 11),
    Column(Text("Đơn vị báo cáo", "Agency"), 36),
    Column(Text("Tử số", "Numerator"), 15, "number"),
    Column(Text("Mẫu số", "Denominator"), 15, "number"),
    Column(Text("Riêng đơn vị (%)", "Its own share (%)"), 11, "number"),
    Column(Text("Ghi chú", "Notes"), 30),
    Column(Text("Mã chỉ tiêu", "Indicator code"), 30, printed=False),
)
NUMERATOR, DENOMINATOR = 7, 8
_SHARE_FORMAT = number_format(2)


def pooled_table(book: Book, language: Language) -> Table:
    """The sheet, still without rows."""
    return Table(book, language, names.POOLED, _TITLE, _NOTE, COLUMNS)


def write_pooled(table: Table, workings: Workings, figures_sheet: str, language: Language) -> None:
    """Every block, one line an agency."""
    verdicts = {_key(verdict): verdict for verdict in workings.run.verdicts}
    writer = _Writer(workings.figures.rows(), figures_sheet, language)
    for block in workings.blocks:
        first = writer.about(verdicts[block.verdict], block)
        for line in block.lines:
            row = FIRST_ROW + table.rows
            table.add([*first, *writer.line(line, row), block.verdict[0]], wrap=False)
    table.finish(frozen=2)
    table.keep_order()


def span(block: Block, column: int, sheet: str) -> str:
    """The cells of one column of a block, as another sheet names them."""
    return names.column_range(FIRST_ROW + block.first, FIRST_ROW + block.last, column, sheet)


def spot(row: int, column: int, sheet: str) -> str:
    """One cell of a line, by its position."""
    return names.cell(FIRST_ROW + row, column, sheet)


class _Writer:
    def __init__(self, rows: Mapping[FigureKey, int], figures_sheet: str, language: Language) -> None:
        self._rows = rows
        self._figures_sheet = figures_sheet
        self._language = language

    def about(self, verdict: Verdict, block: Block) -> list[Value]:
        """What the lines of a block have in common."""
        return [
            verdict.name.in_language(self._language),
            verdict.scope.name.in_language(self._language),
            verdict.period,
            _ROLES[block.role].in_language(self._language),
            block.period,
        ]

    def line(self, line: Line, row: int) -> list[Value]:
        note = ""
        if line.numerator is None:
            why = LACK[line.lack].in_language(self._language) if line.lack else "–"
            note = _LEFT_OUT.in_language(self._language).format(why=why)
        return [
            line.agency,
            line.name.in_language(self._language),
            self._sum(line.numerator, line.above),
            self._sum(line.denominator, line.below),
            _own_share(line, row),
            note,
        ]

    def _sum(self, number: Number | None, terms: Sequence[Term]) -> Value:
        if number is None or not terms:
            return quantity(number)
        parts = (
            f"{'-' if term.sign < 0 else '+'}{figure_address(self._rows[term.figure], self._figures_sheet)}"
            for term in terms
        )
        formula = "".join(parts).removeprefix("+")
        return Shown(Live(f"={formula}", number), number_format(places_of(number)))


def _own_share(line: Line, row: int) -> Value:
    if line.numerator is None or not line.denominator:
        return None
    numerator, denominator = names.cell(row, NUMERATOR), names.cell(row, DENOMINATOR)
    value = 100 * line.numerator / line.denominator
    return Shown(Live(f"=100*{numerator}/{denominator}", value), _SHARE_FORMAT)


def _key(verdict: Verdict) -> VerdictKey:
    return verdict.indicator, verdict.scope.kind.value, verdict.scope.code, verdict.period
