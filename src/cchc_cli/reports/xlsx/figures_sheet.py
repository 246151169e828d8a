"""The sheet of submitted numbers: one row a cell that an agency filled in, with its address."""

from cchc_cli.language import Language, Text
from cchc_cli.observation import SubmissionKind
from cchc_cli.outgoing.book import Book
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.places import within_text
from cchc_cli.reports.why.targets import CATALOGUE_LINE
from cchc_cli.reports.wording import NOTE
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.figures import FigureKey
from cchc_cli.reports.xlsx.table import FIRST_ROW, Column, Shown, Table, Value, quantity
from cchc_cli.reports.xlsx.workings import Workings
from cchc_cli.run import Note, Run
from cchc_cli.standing.words import KIND
from cchc_cli.trace import TracedCell

_TITLE = Text("Số liệu các đơn vị đã báo cáo", "The numbers that agencies submitted")
_NOTE = Text(
    "Mỗi dòng là một ô số liệu trong báo cáo của đơn vị. Thay số ở cột “Số liệu” thì các trang Tính chung và "
    "Kết quả tính lại. Lọc được; không sắp xếp lại, vì công thức "
    "trỏ đến từng dòng (trang được khóa, không có mật khẩu).",
    "One row for each cell that an agency filled in. Change a number here and the sheets Pooled and Verdicts "
    "follow. Filter as you like; sorting is locked (without a password), because "
    "formulas point at rows.",
)
_YES_NO = Text('"có";"có";"không"', '"yes";"yes";"no"')
_REPLACES = Text("thay cho {value} ({place})", "replaces {value} ({place})")
_ADDED = Text("cộng các ô {cells}", "the sum of {cells}")
_DONE_ON = Text("ngày {day}", "on {day}")
_KEPT_IN = Text("Lưu trong danh mục", "Kept in the catalogue")

COLUMNS = (
    Column(Text("Mã đơn vị", "Agency code"), 10),
    Column(Text("Đơn vị báo cáo", "Agency"), 32),
    Column(Text("Số liệu báo cáo", "Data item"), 46),
    Column(Text("ĐVT", "Unit"), 11),
    Column(Text("Kỳ báo cáo", "Period"), 23, "centred"),
    Column(Text("Số liệu", "Number"), 13, "input"),
    Column(Text("Tệp", "File"), 32),
    Column(Text("Trang", "Sheet"), 12),
    Column(Text("Ô", "Cell"), 7, "centred"),
    Column(Text("Loại báo cáo", "Report"), 11),
    Column(Text("Văn bản", "Letter"), 22, printed=False),
    Column(Text("Ngày văn bản", "Dated"), 12, "day", printed=False),
    Column(Text("Ghi chú", "Notes"), 40, printed=False),
    Column(Text("Mã số liệu", "Item"), 28, printed=False),
    Column(Text("Dùng cho chỉ tiêu", "Used for"), 60, printed=False),
)
VALUE = 5


def figures_table(book: Book, language: Language) -> Table:
    """The sheet, still without rows."""
    return Table(book, language, names.FIGURES, _TITLE, _NOTE, COLUMNS)


def write_figures(table: Table, workings: Workings, indicators: dict[str, str], language: Language) -> None:
    """All figures in their order; `indicators` are the names by id."""
    writer = _Writer(workings, indicators, language)
    for key in workings.figures.ordered():
        table.add(writer.row(key), wrap=False)
    table.finish(frozen=2)
    table.keep_order()


def figure_address(row: int, sheet: str) -> str:
    """Where the number of a figure stands, by its position in the order."""
    return names.cell(FIRST_ROW + row, VALUE, sheet)


class _Writer:
    def __init__(self, workings: Workings, indicators: dict[str, str], language: Language) -> None:
        self._figures = workings.figures
        self._run: Run = workings.run
        self._indicators = indicators
        self._language = language

    def row(self, key: FigureKey) -> list[Value]:
        figure = self._figures[key]
        cell, language = figure.cell, self._language
        item = self._run.glossary.items.get(figure.item)
        return [
            figure.agency,
            figure.name.in_language(language),
            item.name.in_language(language) if item else figure.item,
            item.unit.in_language(language) if item else "",
            cell.period,
            self._value(figure.value, figure.is_answer),
            cell.file,
            cell.sheet or "",
            cell.cell or (CATALOGUE_LINE.in_language(language).format(line=cell.line) if cell.line else ""),
            self._kind(cell),
            cell.document or "",
            cell.dated,
            "; ".join(self._notes(cell)),
            figure.item,
            "; ".join(self._indicators.get(code, code) for code in self._figures.used_for(key)),
        ]

    def _value(self, value: Number, is_answer: bool) -> Value:
        return Shown(value, _YES_NO.in_language(self._language)) if is_answer else quantity(value)

    def _kind(self, cell: TracedCell) -> str:
        words = _KEPT_IN if cell.report == "kept" else KIND[SubmissionKind(cell.report)]
        return words.in_language(self._language)

    def _notes(self, cell: TracedCell) -> list[str]:
        language, said = self._language, []
        if cell.done_on:
            said.append(_DONE_ON.in_language(language).format(day=f"{cell.done_on:%d/%m/%Y}"))
        if cell.added:
            said.append(_ADDED.in_language(language).format(cells=", ".join(cell.added)))
        if cell.approximate:
            said.append(NOTE[Note.APPROXIMATION].in_language(language))
        for old in cell.replaced:
            value = "–" if old.value is None else quantity_text(old.value, language)
            place = " › ".join(part for part in (old.file, within_text(old.sheet, old.cell)) if part)
            said.append(_REPLACES.in_language(language).format(value=value, place=place))
        return said
