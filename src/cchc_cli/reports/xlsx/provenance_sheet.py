"""The sheet that says what the report was made from: hashes, readings, every input; and that for machines."""

from collections.abc import Iterator

from cchc_cli.language import Language, Text
from cchc_cli.outgoing.book import Book, write_text
from cchc_cli.provenance import MARK, provenance_of
from cchc_cli.reports.sections import readings
from cchc_cli.reports.wording import READINGS, map_words
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.table import Column, Table
from cchc_cli.run import Run

_TITLE = Text("Báo cáo này được lập từ đâu", "What this report was made from")
_NOTE = Text(
    "Đối chiếu lại: cchc verify với tệp này và các báo cáo của đơn vị.",
    "To check it again: cchc verify with this file and the submissions.",
)
_COLUMNS = (
    Column(Text("Nội dung", "What"), 24, "wrapped"),
    Column(Text("Giá trị", "Value"), 100, "wrapped"),
    Column(Text("SHA-256", "SHA-256"), 70),
)
_TOOL = Text("Lập bằng", "Made with")
_PROGRAMME = Text("Chương trình", "Programme")
_CATALOGUE = Text("Tệp danh mục chỉ tiêu", "Catalogue of targets")
_AGENCIES = Text("Tệp danh mục đơn vị", "Registry of agencies")
_INPUT = Text("Báo cáo số liệu {n}", "Submission {n}")
_MOST = 32767
"""Characters that a cell can hold."""


def provenance_table(book: Book, language: Language) -> Table:
    """The sheet, still without rows."""
    return Table(book, language, names.PROVENANCE, _TITLE, _NOTE, _COLUMNS)


def write_provenance(table: Table, book: Book, run: Run, language: Language) -> None:
    """Readings in words, and every workbook with its hash."""
    for row in _rows(run, language):
        table.add(row)
    _write_record(book, table, run)
    for number, read in enumerate(run.inputs, start=1):
        table.add([_INPUT.in_language(language).format(n=number), read.path, read.sha256], wrap=False)
    table.finish(frozen=1)


def _rows(run: Run, language: Language) -> Iterator[list[str]]:
    yield [_TOOL.in_language(language), f"{run.tool.name} {run.tool.version}", ""]
    yield [_PROGRAMME.in_language(language), run.programme.title.in_language(language), ""]
    yield [_CATALOGUE.in_language(language), "", run.catalogue_sha256]
    yield [_AGENCIES.in_language(language), "", run.agencies_sha256]
    for line in map_words(run, language):
        yield ["", line, ""]
    for line in readings(run, run.glossary.readings, language):
        yield [READINGS.in_language(language), line, ""]


def _write_record(book: Book, table: Table, run: Run) -> None:
    """The record beside its mark, in plain ASCII: nothing in it needs to be made visible."""
    provenance = provenance_of(run, "xlsx", with_inputs=False)
    if provenance is None:
        return
    row = table.add([MARK, "", ""], wrap=False)
    write_text(table.sheet, row, 1, provenance.written, table.format("text"), _MOST)
    book.workbook.define_name("cchc_provenance_record", f"={names.cell(row, 1, table.name)}")
