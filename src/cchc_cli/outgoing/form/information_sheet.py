"""The sheet `Thông tin` of a form: who sends it, for which period, as what; and how to fill it in."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import DAY_FORMAT, Book, cell_text, colour, write_text
from cchc_cli.outgoing.form.content import FormContent
from cchc_cli.outgoing.form.entry_rules import is_written_day
from cchc_cli.outgoing.form.item_wording import period_days, period_words
from cchc_cli.outgoing.form.letterhead import TITLE, merge, write_footer
from cchc_cli.outgoing.form.live_checks import DIFFERS, WRONG
from cchc_cli.outgoing.protection import protect
from cchc_cli.outgoing.row_heights import Wrapped, height_of

_LABEL_WIDTH, _ANSWER_WIDTH = 26, 62
_TITLE_ROW, _PERIOD_ROW, _FIRST_LABEL_ROW = 0, 1, 3
_LABEL_HEIGHT = 21
_FIRST_DAY, _LAST_DAY = 36526, 73415
"""From 2000 until 2100, as Excel counts days."""
_KINDS = (form_words.OFFICIAL, form_words.SUPPLEMENT, form_words.CORRECTION)
_HELP = {
    form_words.KIND: "Lần đầu: Chính thức. Điền thêm ô còn trống: Bổ sung. Sửa số đã gửi: Đính chính.",
    form_words.NUMBER: "Lần thứ mấy của loại báo cáo này: 1, 2, 3…",
    form_words.DOCUMENT: "Số, ký hiệu văn bản gửi kèm, ví dụ 12/BC-UBND.",
    form_words.DATED: "Ngày của văn bản gửi kèm, ví dụ 18/01/2025.",
    form_words.PREPARED_BY: "Họ tên người lập biểu.",
    form_words.PHONE: "Để liên hệ khi cần làm rõ số liệu.",
    form_words.INCLUDES_PREDECESSORS: "Chọn Không: chỉ gồm phần phát sinh từ ngày thành lập. Chọn Có: gồm cả "
    "phần của các đơn vị cũ từ đầu kỳ.",
}
_HOW = "Cách điền"


def write_information(book: Book, content: FormContent) -> None:
    """Adds the sheet to a book."""
    sheet = book.sheet(form_words.INFORMATION_SHEET)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _ANSWER_WIDTH)
    sheet.set_row(_TITLE_ROW, 26)
    merge(sheet, _TITLE_ROW, (0, 1), TITLE, book.format(bold=True, align="center", font_size=look.TITLE_SIZE))
    period = f"{period_words(content.period)} {period_days(content.days)}"
    merge(sheet, _PERIOD_ROW, (0, 1), period, book.format(align="center", italic=True))
    known = {
        form_words.AGENCY_CODE: content.agency.code,
        form_words.AGENCY_NAME: content.name.vi,
        form_words.PERIOD: period_words(content.period),
    }
    head = book.cell_format(bold=True, bg_color=colour(look.SECTION), indent=1)
    labels = _labels(content)
    for row, label in enumerate(labels, start=_FIRST_LABEL_ROW):
        sheet.set_row(row, _LABEL_HEIGHT)
        write_text(sheet, row, 0, label, head)
        if label in known:
            write_text(sheet, row, 1, known[label], book.cell_format(align="left", indent=1, num_format="@"))
        else:
            _write_answer(book, sheet, row, label)
    after = _FIRST_LABEL_ROW + len(labels)
    _write_instructions(book, sheet, content, after + 1)
    _finish(book, sheet, content, after)


def _labels(content: FormContent) -> tuple[str, ...]:
    """What the sheet asks; of an agency in whose place others were also whether their figures are in it."""
    more = (form_words.INCLUDES_PREDECESSORS,) if content.predecessors else ()
    return (*form_words.INFORMATION, *more)


def _write_answer(book: Book, sheet: Worksheet, row: int, label: str) -> None:
    looks: dict[str, Any] = {"locked": False, "bg_color": colour(look.INPUT), "align": "left", "indent": 1}
    if label == form_words.KIND:
        write_text(sheet, row, 1, form_words.OFFICIAL, book.cell_format(**looks))
    elif label == form_words.NUMBER:
        sheet.write_number(row, 1, 1, book.cell_format(**looks))
    elif label == form_words.DATED:
        write_text(sheet, row, 1, "", book.cell_format(num_format=DAY_FORMAT, **looks))
    else:
        # As text, so that a telephone number keeps its first zero.
        write_text(sheet, row, 1, "", book.cell_format(num_format="@", **looks))
    rule = _rule(label, f"B{row + 1}")
    heads = {"input_title": label, "input_message": _HELP[label], "error_title": label}
    sheet.data_validation(row, 1, row, 1, {**rule, **heads})


def _rule(label: str, cell: str) -> dict[str, Any]:
    if label == form_words.KIND:
        chosen = f"Chọn một trong: {', '.join(_KINDS)}."
        return {"validate": "list", "source": list(_KINDS), "error_message": chosen}
    if label == form_words.INCLUDES_PREDECESSORS:
        chosen = f"Chọn {form_words.YES} hoặc {form_words.NO}."
        return {"validate": "list", "source": [form_words.YES, form_words.NO], "error_message": chosen}
    if label == form_words.NUMBER:
        message = "Cần một số nguyên: 1, 2, 3…"
        return {"validate": "integer", "criteria": ">=", "value": 1, "error_message": message}
    if label == form_words.DATED:
        number = f"AND({cell}>={_FIRST_DAY},{cell}<{_LAST_DAY})"
        # Where the program's language writes days otherwise, a day in our order stays text.
        rule = f'=IF(ISNUMBER({cell}),{number},OR({cell}="",{is_written_day(cell)}))'
        message = "Cần một ngày, viết đủ như 18/01/2025."
        return {"validate": "custom", "value": rule, "ignore_blank": False, "error_message": message}
    return {"validate": "any"}


def _write_instructions(book: Book, sheet: Worksheet, content: FormContent, row: int) -> None:
    write_text(sheet, row, 0, _HOW, book.format(bold=True))
    wrapped = book.format(text_wrap=True, valign="top")
    width = _LABEL_WIDTH + _ANSWER_WIDTH
    for number, line in enumerate(_instructions(content), start=1):
        text = f"{number}. {line}"
        merge(sheet, row + number, (0, 1), text, wrapped)
        sheet.set_row(row + number, height_of([Wrapped(cell_text(text), width)]))


def _instructions(content: FormContent) -> list[str]:
    sheets = [form_words.FIGURES_SHEET, *([form_words.COMMUNES_SHEET] if content.communes else [])]
    further = " và ".join(f"“{name}”" for name in sheets)
    lines = [
        f"Điền các ô nền vàng ở trang này và trang {further}, rồi gửi lại nguyên tệp này. Không đổi tên "
        "trang, không thêm, xóa dòng hay cột.",
        form_words.RULE,
        "Ô đã điền có nền trắng; ô nền xanh nhạt điền khi cần. Chọn một ô để xem hướng dẫn và căn cứ.",
        f"Cột “{form_words.CHECK}” tự đối chiếu: “{WRONG}” là phải sửa; “{DIFFERS}” là phải sửa, hoặc ghi lý "
        f"do ở cột “{form_words.EXPLANATION}”.",
    ]
    if content.predecessors:
        named = "; ".join(name.vi for name in content.predecessors)
        lines.append(
            f"Đơn vị được thành lập trong kỳ từ: {named}. Chỉ điền phần phát sinh "
            f"{period_days(content.days)}; phần trước đó do đơn vị cũ báo cáo dưới mã của đơn vị cũ. Chọn "
            f"“{form_words.NO}” ở ô “{form_words.INCLUDES_PREDECESSORS}” khi đã điền như vậy."
        )
    if any(section.can_be_nil for section in content.asked.sections):
        lines.append(
            f"Cả một lĩnh vực không phát sinh gì: chọn x ở dòng “{form_words.NIL_IN_PERIOD}” của lĩnh vực "
            "ấy; số liệu có đến cuối kỳ vẫn phải điền."
        )
    return lines


def _finish(book: Book, sheet: Worksheet, content: FormContent, last_row: int) -> None:
    paper = book.workbook.add_format({"bg_color": colour(look.PAPER)})
    first_answer = _FIRST_LABEL_ROW + form_words.INFORMATION.index(form_words.KIND)
    sheet.conditional_format(first_answer, 1, last_row - 1, 1, {"type": "no_blanks", "format": paper})
    protect(sheet)
    sheet.ignore_errors({"number_stored_as_text": f"B1:B{last_row + 1}"})
    sheet.hide_gridlines(2)
    first_blank = _FIRST_LABEL_ROW + form_words.INFORMATION.index(form_words.DOCUMENT)
    sheet.set_selection(first_blank, 1, first_blank, 1)
    sheet.set_portrait()
    sheet.center_horizontally()
    write_footer(sheet, content)
    sheet.fit_to_pages(1, 1)
