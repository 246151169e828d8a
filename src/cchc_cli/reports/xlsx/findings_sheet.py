"""The sheet of findings: all of them, with severity, place, cure and what the agency says."""

from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour
from cchc_cli.reports.found import CONCERN, CURE, EXPLANATION, Concern, concern_of, kind_title
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.arithmetic import quoted
from cchc_cli.reports.xlsx.table import FIRST_ROW, Column, Table
from cchc_cli.run import FindingRecord, Run

_NOTE = Text(
    "Lỗi phải sửa: số liệu không được dùng. Cần giải trình: số liệu vẫn được dùng.",
    "Errors: the figure is not used. Warnings: the figure is used, and wants an explanation.",
)
_COLUMNS = (
    Column(Text("STT", "No."), 6, "number"),
    Column(Text("Mức", "Severity"), 13, "wrapped"),
    Column(Text("Nội dung", "Finding"), 54, "wrapped"),
    Column(CURE, 40, "wrapped"),
    Column(EXPLANATION, 24, "wrapped"),
    Column(Text("Tệp", "File"), 28, "wrapped"),
    Column(Text("Trang", "Sheet"), 11, "wrapped"),
    Column(Text("Ô", "Cell"), 7, "centred"),
    Column(Text("Đơn vị", "Agency"), 10, "centred"),
    Column(Text("Kỳ báo cáo", "Period"), 9, "centred", printed=False),
    Column(Text("Mã số liệu", "Item"), 28, printed=False),
    Column(Text("Giá trị đã ghi", "Value found"), 18, printed=False),
    Column(Text("Loại", "Kind"), 30, printed=False),
    Column(Text("Mã loại", "Code"), 26, printed=False),
)
_SEVERITY = 1
_FILLS = {Concern.MEND: look.ERROR, Concern.EXPLAIN: look.WARNING}


def findings_table(book: Book, language: Language) -> Table:
    """The sheet, still without rows."""
    return Table(book, language, names.FINDINGS, names.FINDINGS, _NOTE, _COLUMNS)


def write_findings(table: Table, book: Book, run: Run, language: Language) -> None:
    """All findings in the run's order."""
    for finding in run.findings:
        words = CONCERN[concern_of(finding)].in_language(language)
        kind = kind_title(finding.code, language)
        table.add([table.rows + 1, words, *_told(finding), kind, finding.code])
    for concern, fill in _FILLS.items():
        words = CONCERN[concern].in_language(language)
        criteria = f"={names.own_row(FIRST_ROW, _SEVERITY)}={quoted(words)}"
        chosen = book.workbook.add_format({"bg_color": colour(fill)})
        options = {"type": "formula", "criteria": criteria, "format": chosen}
        table.sheet.conditional_format(FIRST_ROW, _SEVERITY, table.last_row, _SEVERITY, options)
    table.finish(frozen=2)


def _told(finding: FindingRecord) -> list[str]:
    parts = (
        finding.message,
        finding.hint,
        finding.explanation,
        finding.file,
        finding.sheet,
        finding.cell,
        finding.agency,
        finding.period,
        finding.item,
        finding.value,
    )
    return [part or "" for part in parts]
