"""What stands over and under the figures, as on every letter of an office: who, the nation, who signs."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, cell_text, write_text
from cchc_cli.outgoing.form.content import FormContent
from cchc_cli.outgoing.form.item_wording import period_words

TITLE = "BÁO CÁO SỐ LIỆU CẢI CÁCH HÀNH CHÍNH"
_NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_PLACE_AND_DAY = "…………, ngày …… tháng …… năm ………"
_LEFT, _RIGHT = ("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"), ("THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)")
_SPACE_TO_SIGN = 2
SIGNING_ROWS = 3 + _SPACE_TO_SIGN
"""How many rows the signatures take."""

Columns = tuple[int, int]
"""The first and the last column of a block, counted from 0."""


def write_letterhead(
    book: Book, sheet: Worksheet, content: FormContent, left: Columns, right: Columns
) -> None:
    """Fills the first two rows: the agency on the left, the nation on the right."""
    plain, bold = book.format(align="center"), book.format(align="center", bold=True)
    underlined = book.format(align="center", bold=True, underline=1)
    if content.above:
        merge(sheet, 0, left, content.above.upper(), plain)
    merge(sheet, 1 if content.above else 0, left, content.name.vi.upper(), underlined)
    merge(sheet, 0, right, _NATION[0], bold)
    merge(sheet, 1, right, _NATION[1], underlined)


def write_signatures(book: Book, sheet: Worksheet, row: int, left: Columns, right: Columns) -> None:
    """Who signs, from a row on; a place and a day to fill in by hand."""
    small, bold = book.format(italic=True, align="center"), book.format(bold=True, align="center")
    merge(sheet, row, right, _PLACE_AND_DAY, small)
    for columns, (who, how) in ((left, _LEFT), (right, _RIGHT)):
        merge(sheet, row + 1, columns, who, bold)
        merge(sheet, row + 2, columns, how, small)


def merge(sheet: Worksheet, row: int, columns: Columns, text: str, chosen: Format) -> None:
    """A text across several columns of a row."""
    sheet.merge_range(row, columns[0], row, columns[1], "", chosen)
    write_text(sheet, row, columns[0], text, chosen)


def write_footer(sheet: Worksheet, content: FormContent) -> None:
    """Whose page it is, and which of how many, under every page."""
    whose = cell_text(f"{content.agency.code} - {content.name.vi} - {period_words(content.period)}")
    # The space keeps a code of digits from being read as part of the size.
    face = f'&"{look.FACE}"&{look.CODE_SIZE} '
    sheet.set_footer(f"&L{face}{whose[:_LONGEST_FOOTER].replace('&', '&&')}&R{face}Trang &P/&N")


_LONGEST_FOOTER = 100
