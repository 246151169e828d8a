"""The form as a workbook: who sends it, the figures, and for a district those of its communes."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.language import Language
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, colour, write_text
from cchc_cli.outgoing.communes_sheet import write_communes
from cchc_cli.outgoing.figures_sheet import write_figures
from cchc_cli.outgoing.form_content import FormContent
from cchc_cli.outgoing.item_wording import period_line
from cchc_cli.outgoing.protection import protect

TITLE = "BÁO CÁO SỐ LIỆU CẢI CÁCH HÀNH CHÍNH"
_LABEL_WIDTH, _ANSWER_WIDTH = 26, 62
_FIRST_LABEL_ROW = 7
_HELP = {
    form_words.KIND: "Lần đầu: Chính thức. Điền thêm ô còn trống: Bổ sung. Sửa số đã gửi: Đính chính.",
    form_words.NUMBER: "Lần thứ mấy của loại báo cáo này: 1, 2, 3…",
    form_words.DOCUMENT: "Số, ký hiệu văn bản gửi kèm, ví dụ 12/BC-UBND.",
    form_words.DATED: "Ngày của văn bản gửi kèm, ví dụ 18/01/2025.",
    form_words.PREPARED_BY: "Họ tên người lập biểu.",
    form_words.PHONE: "Để liên hệ khi cần làm rõ số liệu.",
}


def form_workbook(content: FormContent) -> bytes:
    """An .xlsx file; the same content gives the same bytes."""
    book = Book(f"{TITLE} - {content.name.vi}")
    _write_information(book, content)
    write_figures(book, content, TITLE)
    if content.communes:
        write_communes(book, content)
    return book.content()


def _write_information(book: Book, content: FormContent) -> None:
    sheet = book.sheet(form_words.INFORMATION_SHEET)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _ANSWER_WIDTH)
    centred = book.format(bold=True, align="center", font_size=look.TITLE_SIZE)
    sheet.merge_range(0, 0, 0, 1, "", centred)
    write_text(sheet, 0, 0, TITLE, centred)
    plain = book.format(align="center", italic=True)
    sheet.merge_range(1, 0, 1, 1, "", plain)
    write_text(sheet, 1, 0, period_line(content.period, content.period.in_words(Language.VI)), plain)
    wrapped = book.format(text_wrap=True)
    for row, line in enumerate(_INSTRUCTIONS, start=3):
        sheet.merge_range(row, 0, row, 1, "", wrapped)
        write_text(sheet, row, 0, line, wrapped)
        sheet.set_row(row, _INSTRUCTION_HEIGHT)
    known = {
        form_words.AGENCY_CODE: content.agency.code,
        form_words.AGENCY_NAME: content.name.vi,
        form_words.PERIOD: content.period.in_words(Language.VI),
    }
    for row, label in enumerate(form_words.INFORMATION, start=_FIRST_LABEL_ROW):
        write_text(sheet, row, 0, label, book.cell_format(bold=True, bg_color=colour(look.SECTION)))
        if label in known:
            write_text(sheet, row, 1, known[label], book.cell_format(align="left"))
        else:
            _write_answer(book, sheet, row, label)
    protect(sheet)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)


def _write_answer(book: Book, sheet: Worksheet, row: int, label: str) -> None:
    answer = {"locked": False, "bg_color": colour(look.INPUT), "align": "left"}
    rule: dict[str, Any] = {"validate": "any"}
    if label == form_words.KIND:
        kinds = [form_words.OFFICIAL, form_words.SUPPLEMENT, form_words.CORRECTION]
        rule = {"validate": "list", "source": kinds, "error_message": f"Chọn một trong: {', '.join(kinds)}."}
        write_text(sheet, row, 1, form_words.OFFICIAL, book.cell_format(**answer))
    elif label == form_words.NUMBER:
        rule = {
            "validate": "integer",
            "criteria": ">=",
            "value": 1,
            "error_message": "Cần một số nguyên: 1, 2, 3…",
        }
        sheet.write_number(row, 1, 1, book.cell_format(**answer))
    elif label == form_words.DATED:
        rule = {
            "validate": "custom",
            "value": f"=OR(ISNUMBER(B{row + 1}),LEN(B{row + 1})=10)",
            "error_message": "Cần một ngày, viết đủ như 18/01/2025.",
        }
        write_text(sheet, row, 1, "", book.cell_format(num_format="dd/mm/yyyy", **answer))
    else:
        # As text, so that a telephone number keeps its first zero.
        write_text(sheet, row, 1, "", book.cell_format(num_format="@", **answer))
    heads = {"input_title": label, "input_message": _HELP[label], "error_title": label}
    sheet.data_validation(row, 1, row, 1, {**rule, **heads})


_INSTRUCTION_HEIGHT = 32
_INSTRUCTIONS = (
    "Điền các ô nền vàng ở trang này và ở các trang sau, rồi gửi nguyên tệp này. Không đổi tên trang, "
    "không xóa dòng, cột.",
    form_words.RULE,
)
