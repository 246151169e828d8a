"""The consolidated workbook: the matrix, what it is, what was found, and the files behind it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from cchc_cli import __version__, form_words
from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.findings.finding import SEVERITY_NAMES
from cchc_cli.intake.intake import Intake
from cchc_cli.language import Language
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import A3, DAY_FORMAT, Book, colour, fitting_height, write_day, write_text
from cchc_cli.outgoing.consolidated.content import Consolidation
from cchc_cli.outgoing.consolidated.matrix import MatrixSheet
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.run import FindingRecord
from cchc_cli.standing.records import Standing
from cchc_cli.standing.words import KIND

_SOURCES_SHEET = "Tệp nguồn"
_TITLE = "Tổng hợp số liệu báo cáo"
_NOTES = (
    "Chỉ có số liệu dùng được: đã thay bằng số đính chính, đã bỏ số sai và số mâu thuẫn; mỗi số liệu lấy một "
    "lần.",
    "Dòng “Tổng cộng” cộng các ô đang có của từng cấp; không cộng điểm số, không cộng số liệu mà một đơn vị "
    "báo cáo thay cho cả cấp. Tỷ lệ của chỉ tiêu tính theo các đơn vị có đủ số liệu (cchc evaluate), nên có "
    "thể khác tỷ lệ tính từ các dòng này.",
    "Ô trống không phải là số 0: chưa có số liệu. Số liệu của các kỳ ngắn hơn nằm ở các dòng của kỳ ấy.",
    "Trang Số liệu đọc lại được như một báo cáo (cchc evaluate). Không sửa mã ở dòng tiêu đề.",
)
_LEGEND = (
    (look.INPUT, "Phải báo cáo, chưa có số liệu"),
    (look.ERROR, "Đã báo cáo nhưng không dùng được (xem trang Nội dung cần xử lý)"),
    (look.WARNING, "Có số liệu, cần giải trình"),
)
_FINDING_COLUMNS = (
    ("STT", 6),
    ("Mức", 15),
    ("Nội dung cần xử lý", 60),
    ("Cách xử lý", 44),
    (form_words.RETURN_EXPLANATION, 30),
    ("Tệp", 36),
    ("Trang", 16),
    ("Ô", 8),
    (form_words.FOUND_AGENCY, 10),
    (form_words.FOUND_PERIOD, 12),
    (form_words.FOUND_ITEM, 26),
    ("Giá trị đã ghi", 16),
    (form_words.FOUND_CODE, 26),
)
_SOURCE_COLUMNS = (
    ("STT", 6),
    ("Tệp", 48),
    ("Đơn vị gửi", 12),
    ("Loại báo cáo", 14),
    ("Lần", 6),
    ("Kỳ", 14),
    ("Số, ký hiệu văn bản", 22),
    ("Ngày văn bản", 13),
    ("Người lập biểu", 22),
    ("Điện thoại", 14),
    ("Số liệu đã đọc", 12),
    ("Số liệu được dùng", 12),
    ("SHA-256", 66),
)
_SEVERITY_COLOUR = {"error": look.ERROR, "warning": look.WARNING}
_LABEL_WIDTH, _TEXT_WIDTH = 30, 110


@dataclass(frozen=True, slots=True)
class Consolidated:
    """Everything that goes into one consolidated workbook."""

    catalogue: Catalogue
    registry: Registry
    intake: Intake
    consolidation: Consolidation
    standings: Mapping[Period, Standing]
    listed: Sequence[Period]
    """The periods of which every agency that must report has a line."""
    findings: Sequence[FindingRecord]


def consolidated_workbook(consolidated: Consolidated, language: Language) -> bytes:
    """The same bytes for the same content. `language` is that of the findings."""
    book = Book(_TITLE)
    MatrixSheet(book, consolidated.consolidation).write()
    _write_information(book, consolidated)
    _write_findings(book, consolidated.findings, language)
    _write_sources(book, consolidated)
    return book.content()


def _write_information(book: Book, consolidated: Consolidated) -> None:
    sheet = book.sheet(form_words.INFORMATION_SHEET)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _TEXT_WIDTH)
    write_text(sheet, 0, 0, _TITLE.upper(), book.format(bold=True, font_size=look.TITLE_SIZE))
    label, words = book.cell_format(bold=True, valign="top"), book.cell_format(text_wrap=True)
    row = 2
    for name, text in _information(consolidated):
        write_text(sheet, row, 0, name, label)
        write_text(sheet, row, 1, text, words)
        row += 1
    row += 1
    for note in _NOTES:
        sheet.merge_range(row, 0, row, 1, "", book.format(text_wrap=True, valign="top"))
        write_text(sheet, row, 0, note, book.format(text_wrap=True, valign="top"))
        sheet.set_row(row, fitting_height([(note, _LABEL_WIDTH + _TEXT_WIDTH)]))
        row += 1
    for fill, meaning in _LEGEND:
        sheet.write_blank(row, 0, None, book.cell_format(bg_color=colour(fill)))
        write_text(sheet, row, 1, meaning, book.format())
        row += 1
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)


def _information(consolidated: Consolidated) -> Iterator[tuple[str, str]]:
    catalogue, registry = consolidated.catalogue, consolidated.registry
    programme = catalogue.programme
    periods = [block.period.in_words(Language.VI) for block in consolidated.consolidation.blocks]
    yield form_words.PERIOD, "; ".join(periods)
    for period in consolidated.listed:
        total = consolidated.standings[period].total
        name = f"Đã báo cáo, {_start_small(period.in_words(Language.VI))}"
        yield name, f"{total.reported}/{total.expected} đơn vị; đủ số liệu: {total.complete}"
    cutoff = next((standing.cutoff for standing in consolidated.standings.values()), None)
    if cutoff is not None:
        yield "Thời điểm chốt số liệu", f"hết ngày {cutoff:%d/%m/%Y}"
    files = len(consolidated.intake.submissions)
    yield "Số liệu", f"{consolidated.consolidation.figures} số liệu, {files} tệp"
    yield "Chương trình", programme.title.vi
    yield "Văn bản", f"{programme.document}, ngày {programme.issued:%d/%m/%Y}"
    yield "Danh mục chỉ tiêu (SHA-256)", catalogue.sha256
    yield "Danh mục đơn vị (SHA-256)", registry.sha256
    yield "Lập bằng", f"cchc {__version__}"


def _write_findings(book: Book, findings: Sequence[FindingRecord], language: Language) -> None:
    sheet = _table(book, form_words.FINDINGS_SHEET, _FINDING_COLUMNS, len(findings))
    plain, wrapped = book.cell_format(), book.cell_format(text_wrap=True, valign="top")
    for row, found in enumerate(findings, start=1):
        fill = _SEVERITY_COLOUR.get(found.severity.value) if not found.is_answered else None
        marked = book.cell_format(bg_color=colour(fill)) if fill else plain
        sheet.write_number(row, 0, row, plain)
        write_text(sheet, row, 1, SEVERITY_NAMES[found.severity].in_language(language), marked)
        said = [text or "" for text in (found.message, found.hint, found.explanation)]
        for column, text in enumerate(said, start=2):
            write_text(sheet, row, column, text, wrapped)
        widths = [width for _, width in _FINDING_COLUMNS[2 : 2 + len(said)]]
        sheet.set_row(row, fitting_height(zip(said, widths, strict=True)))
        places = (found.file, found.sheet, found.cell, found.agency, found.period, found.item, found.value)
        for column, place in enumerate((*places, found.code), start=5):
            write_text(sheet, row, column, place or "", plain)


def _write_sources(book: Book, consolidated: Consolidated) -> None:
    intake = consolidated.intake
    sheet = _table(book, _SOURCES_SHEET, _SOURCE_COLUMNS, len(intake.submissions))
    used = Counter(
        figure.address.file
        for block in consolidated.consolidation.blocks
        for part in block.parts
        for line in part.lines
        for figure in line.figures.values()
    )
    plain, days = book.cell_format(), book.cell_format(num_format=DAY_FORMAT, align="center")
    for row, submission in enumerate(intake.submissions, start=1):
        read = intake.read[row - 1]
        periods = "; ".join(map(str, read.periods))
        texts = {
            1: submission.path,
            2: submission.submitter,
            3: KIND[submission.kind].vi,
            5: str(submission.period) if submission.period else periods,
            6: submission.document,
            8: submission.prepared_by,
            9: submission.phone,
            12: submission.sha256,
        }
        numbers = {0: row, 4: submission.number, 10: read.observations, 11: used[row - 1]}
        for column, text in texts.items():
            write_text(sheet, row, column, text or "", plain)
        for column, number in numbers.items():
            sheet.write_number(row, column, number, plain)
        write_day(sheet, row, 7, submission.dated, days)


def _table(book: Book, name: str, columns: Sequence[tuple[str, int]], rows: int) -> Worksheet:
    """A sheet with a header that stays in view and a filter."""
    sheet = book.sheet(name)
    heading = book.cell_format(bold=True, align="center", text_wrap=True, bg_color=colour(look.HEADING))
    for column, (head, width) in enumerate(columns):
        write_text(sheet, 0, column, head, heading)
        sheet.set_column(column, column, width)
    sheet.set_row(0, fitting_height(columns))
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{rows + 2}"})
    return sheet


def _start_small(words: str) -> str:
    return words[0].lower() + words[1:]
