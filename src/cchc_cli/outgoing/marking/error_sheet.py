"""The first sheet of a workbook that goes back: what to mend, where, how, and what to explain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.intake.files.sheet import Place
from cchc_cli.observation import a1
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, cell_text, colour, write_text
from cchc_cli.outgoing.marking.error_list import Entry, ErrorList, Mark
from cchc_cli.outgoing.protection import protect
from cchc_cli.outgoing.row_heights import Wrapped, height_of

SHEET_NAME: Final = form_words.RETURN_SHEET
_WIDTHS = (5.0, 12.0, 27.0, 13.0, 38.0, 33.0, 26.0, 6.0)
_WIDEST_PLACE = 26.0
"""LibreOffice breaks no link into lines, so that its column is as wide as the longest, up to this."""
_LAST = len(_WIDTHS) - 2
"""The last column that is printed, from 0; behind it stands the key."""
_LONGEST = 2_000
"""Characters of a text; a sum of many figures, each by its name, takes more than most cells of ours."""
_TEXT = 49
"""The format “@”, by the number that it has in every workbook: the sheet becomes part of one with others."""
_TALLEST = 409
"""Points; Excel takes no taller row for sound."""
_FACT_HEIGHT = 19
_TITLE_HEIGHT = 27
_ALL_USED = "Số liệu không nêu dưới đây đã được tiếp nhận."
_NOTHING_USED = "Chưa tiếp nhận được số liệu nào của tệp này."
_HOW = (
    "Sửa ngay trong tệp này: bấm vào ô ở cột “Ô” để đến chỗ cần sửa (ô nền đỏ nhạt: lỗi phải sửa; ô nền vàng "
    "nhạt: cần giải trình; rê chuột lên ô để xem cách sửa). Nội dung cần giải trình: sửa số liệu, hoặc ghi "
    "lý do vào cột “Giải trình của đơn vị”. Sau đó lưu và gửi lại nguyên tệp này; không xóa trang này."
)
_HOW_WITHOUT_CONTENT = (
    "Tệp này chỉ có danh sách lỗi, không kèm số liệu. Sửa trong tệp đã gửi, rồi gửi lại tệp đó."
)
_COPIED = "Tệp này lập lại từ giá trị các ô của tệp đã gửi, vì loại tệp đó không đánh dấu trực tiếp được."
_LOST = "Không giữ được: {losses}."
_LEFT_OUT = "Còn {count} nội dung khác không liệt kê ở đây; sửa các nội dung dưới đây trước, rồi gửi lại."


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """What is known of the copy: what it lacks, whether it holds the content, where its links lead."""

    losses: Sequence[str] = ()
    is_copy: bool = False
    """Whether it was made anew from the values of the original's cells."""
    has_content: bool = True
    sheets: Mapping[str, str] | None = None
    """The sheets that a link may lead to, by the names that the list gives them; None: all of them."""
    fills: Mapping[tuple[str, Place], str] | None = None
    """What each marked cell had behind its text before."""

    def target(self, entry: Entry) -> str | None:
        """The sheet in the copy that an entry is about."""
        if entry.sheet is None or not self.has_content:
            return None
        return entry.sheet if self.sheets is None else self.sheets.get(entry.sheet)


def write_error_sheet(book: Book, said: ErrorList, notes: SheetNotes, name: str = SHEET_NAME) -> None:
    """Adds the sheet to a book, as its first."""
    _Writing(book, book.sheet(name), said, notes).write()


class _Writing:
    """The sheet while it is written, from the top down."""

    def __init__(self, book: Book, sheet: Worksheet, said: ErrorList, notes: SheetNotes) -> None:
        self._book = book
        self._sheet = sheet
        self._said = said
        self._notes = notes
        self._row = 0
        longest = max((len(entry.where) for entry in said.entries), default=0)
        place = min(max(_WIDTHS[1], longest * 1.0), _WIDEST_PLACE)
        self._widths = (_WIDTHS[0], place, *_WIDTHS[2:])

    def write(self) -> None:
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        self._write_title()
        self._write_facts()
        self._write_lines()
        header = self._row
        self._write_header()
        numbered = enumerate(self._said.entries, start=1)
        for mark, group in groupby(numbered, lambda each: each[1].mark):
            listed = list(group)
            self._write_group(mark, len(listed))
            for number, entry in listed:
                self._write_entry(number, entry)
        self._finish(header)

    def _write_title(self) -> None:
        bold = self._book.format(bold=True, align="center", font_size=look.TITLE_SIZE)
        self._sheet.set_row(0, _TITLE_HEIGHT)
        _write_across(self._sheet, 0, (0, _LAST), form_words.RETURN_TITLE, bold)
        self._row = 1

    def _write_facts(self) -> None:
        said = self._said
        left = [("Đơn vị", said.agency), ("Kỳ báo cáo", said.period), ("Tệp đã gửi", said.file)]
        right = [(Mark.ERROR.value, str(said.errors)), (Mark.WARNING.value, str(said.warnings))]
        if said.return_by is not None:
            right.append(("Gửi lại chậm nhất ngày", f"{said.return_by:%d/%m/%Y}"))
        if said.contact:
            right.append(("Liên hệ", said.contact))
        label = self._book.format(font_color=colour(look.NOTE), valign="top")
        value = self._book.format(bold=True, text_wrap=True, valign="top")
        for number in range(max(len(left), len(right))):
            row, heights = self._row + number, [[Wrapped("", 1)]]
            for facts, of_label, of_value in ((left, (0, 1), (2, 3)), (right, (4, 4), (5, _LAST))):
                if number < len(facts):
                    name, text = facts[number]
                    _write_across(self._sheet, row, of_label, f"{name}:", label)
                    _write_across(self._sheet, row, of_value, text, value)
                    heights.append([Wrapped(cell_text(text, _LONGEST), self._width(of_value))])
            self._set_height(row, max(_FACT_HEIGHT, height_of(*heights)))
        self._row += max(len(left), len(right))

    def _write_lines(self) -> None:
        plain = self._book.format(text_wrap=True, valign="top", italic=True)
        bold = self._book.format(text_wrap=True, bold=True)
        alert = self._book.format(text_wrap=True, bold=True, font_color=colour(look.ALERT), valign="top")
        self._write_line(_HOW if self._notes.has_content else _HOW_WITHOUT_CONTENT, plain)
        said = [_COPIED] if self._notes.is_copy else []
        said += [_LOST.format(losses="; ".join(self._notes.losses))] if self._notes.losses else []
        if said:
            self._write_line(" ".join(said), alert)
        self._write_line(self._what_is_used(), bold)

    def _what_is_used(self) -> str:
        said = [] if self._said.is_used else [_NOTHING_USED]
        if self._said.left_out:
            said.append(_LEFT_OUT.format(count=self._said.left_out))
        return " ".join(said) or _ALL_USED

    def _write_line(self, text: str, chosen: Any) -> None:
        _write_across(self._sheet, self._row, (0, _LAST), text, chosen)
        height = height_of([Wrapped(cell_text(text, _LONGEST), self._width((0, _LAST)))])
        self._set_height(self._row, height + 3)
        self._row += 1

    def _write_header(self) -> None:
        head = self._book.cell_format(
            bold=True, align="center", text_wrap=True, bg_color=colour(look.HEADING)
        )
        for column, name in enumerate(form_words.RETURN_COLUMNS[:-1]):
            write_text(self._sheet, self._row, column, name, head)
        write_text(self._sheet, self._row, _LAST + 1, form_words.RETURN_KEY, self._key_format)
        self._sheet.set_row(self._row, 2 * _FACT_HEIGHT)
        self._row += 1

    def _write_group(self, mark: Mark, count: int) -> None:
        head = self._book.cell_format(bold=True, bg_color=colour(mark.colour or look.SECTION))
        _write_across(self._sheet, self._row, (0, _LAST), f"{mark.value}: {count}", head)
        self._sheet.set_row(self._row, _FACT_HEIGHT)
        self._row += 1

    def _write_entry(self, number: int, entry: Entry) -> None:
        sheet, row = self._sheet, self._row
        looks: dict[str, Any] = {"text_wrap": True, "valign": "top", "num_format": _TEXT}
        plain, bold = self._book.cell_format(**looks), self._book.cell_format(**looks, bold=True)
        answer = self._book.cell_format(**looks, locked=False, bg_color=colour(look.INPUT))
        sheet.write_number(row, 0, number, self._book.cell_format(align="center", valign="top"))
        self._write_where(entry)
        texts = (entry.content, entry.found, entry.problem, entry.cure, entry.explanation)
        for column, (text, chosen) in enumerate(
            zip(texts, (bold, plain, plain, plain, answer), strict=True), start=2
        ):
            write_text(sheet, row, column, text, chosen, _LONGEST)
        fill = (self._notes.fills or {}).get(entry.place, "") if entry.place else ""
        write_text(sheet, row, _LAST + 1, entry.key._replace(fill=fill).text, self._key_format)
        heights = [
            [Wrapped(cell_text(text, _LONGEST), width)]
            for text, width in zip((entry.where, *texts), self._widths[1:], strict=False)
        ]
        self._set_height(row, height_of(*heights) + 2)
        self._row += 1

    def _write_where(self, entry: Entry) -> None:
        looks: dict[str, Any] = {"text_wrap": True, "valign": "top", "num_format": _TEXT}
        if entry.mark.colour:
            looks["bg_color"] = colour(entry.mark.colour)
        target = self._notes.target(entry)
        if target is None:
            write_text(self._sheet, self._row, 1, entry.where, self._book.cell_format(**looks))
            return
        chosen = self._book.cell_format(**looks, font_color=colour(look.LINK), underline=1)
        quoted = target.replace("'", "''")
        link = f"internal:'{quoted}'!{a1(entry.row or 1, entry.column or 1)}"
        self._sheet.write_url(self._row, 1, link, chosen, string=cell_text(entry.where))

    def _finish(self, header: int) -> None:
        sheet = self._sheet
        protect(sheet)
        sheet.freeze_panes(header + 1, 0)
        sheet.repeat_rows(header)
        sheet.print_area(0, 0, self._row - 1, _LAST)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        sheet.set_selection(header + 2, 1, header + 2, 1)

    def _set_height(self, row: int, height: float) -> None:
        self._sheet.set_row(row, min(height, _TALLEST))

    def _width(self, columns: tuple[int, int]) -> float:
        return sum(self._widths[columns[0] : columns[1] + 1])

    @property
    def _key_format(self) -> Any:
        """Small, grey, and never over the edge of its column."""
        return self._book.format(
            font_size=look.CODE_SIZE,
            font_color=colour(look.FAINT),
            align="fill",
            valign="top",
            num_format=_TEXT,
        )


def _write_across(sheet: Worksheet, row: int, columns: tuple[int, int], text: str, chosen: Any) -> None:
    if columns[0] != columns[1]:
        sheet.merge_range(row, columns[0], row, columns[1], "", chosen)
    write_text(sheet, row, columns[0], text, chosen, _LONGEST)
