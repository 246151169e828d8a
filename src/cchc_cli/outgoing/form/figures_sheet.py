"""The sheet `Số liệu` of a form: a row for each item, by area, which checks itself while it is filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.observation import a1
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, cell_text, colour, write_text
from cchc_cli.outgoing.form.boxes import Boxes
from cchc_cli.outgoing.form.content import FormContent, Section
from cchc_cli.outgoing.form.entry_rules import entry_rule
from cchc_cli.outgoing.form.figures_look import FIRST_ROW, WIDTHS, finish, write_head
from cchc_cli.outgoing.form.item_wording import days_asked, help_message, unit_asked
from cchc_cli.outgoing.form.live_checks import checks_by_row, live_check, live_nil_check, longest_words
from cchc_cli.outgoing.form.number_formats import NUMBER_FORMATS, write_number
from cchc_cli.outgoing.row_heights import Wrapped, height_of

_COLUMN = {name: number for number, name in enumerate(form_words.COLUMNS)}
_LAST = len(form_words.COLUMNS) - 1
_VALUE = _COLUMN[form_words.VALUE]
_CHECK = _COLUMN[form_words.CHECK]
_HEADING_HEIGHT, _TICK_HEIGHT = 19, 17
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TICK_HELP = (
    "Đánh x nếu cả lĩnh vực này không phát sinh gì trong kỳ: các ô phát sinh để trống được hiểu là 0. "
    "Số liệu có đến cuối kỳ vẫn phải điền."
)


@dataclass(frozen=True, slots=True)
class _Line:
    """The row of an item, with its number."""

    row: int
    item: Item
    number: int


@dataclass(frozen=True, slots=True)
class _Block:
    """An area: the row of its heading, of its tick where it has one, and its items."""

    row: int
    section: Section
    tick: int | None
    lines: tuple[_Line, ...]


def write_figures(book: Book, content: FormContent) -> None:
    """Adds the sheet to a book."""
    sheet = book.sheet(form_words.FIGURES_SHEET)
    write_head(book, sheet, content)
    blocks = list(_blocks(content.asked.sections))
    lines = [line for block in blocks for line in block.lines]
    boxes = Boxes(
        cells={line.item.code: a1(line.row + 1, _VALUE + 1) for line in lines},
        word="dòng",
        marks={line.item.code: str(line.number) for line in lines},
    )
    writer = _Writer(book, sheet, content, boxes)
    heights = [writer.write(block, number) for number, block in enumerate(blocks)]
    finish(book, sheet, content, lines[-1].row, sum(heights))


def _blocks(sections: tuple[Section, ...]) -> Iterator[_Block]:
    row, number = FIRST_ROW, 0
    for section in sections:
        first = row + 1 + section.can_be_nil
        lines = tuple(
            _Line(first + place, item, number + place + 1) for place, item in enumerate(section.items)
        )
        yield _Block(row, section, row + 1 if section.can_be_nil else None, lines)
        row, number = first + len(lines), number + len(lines)


class _Writer:
    """Writes the rows of one sheet."""

    def __init__(self, book: Book, sheet: Worksheet, content: FormContent, boxes: Boxes) -> None:
        self._book = book
        self._sheet = sheet
        self._content = content
        self._boxes = boxes
        self._checks = checks_by_row(content.asked.checks)

    def write(self, block: _Block, number: int) -> float:
        """Writes an area and returns how high it is, in points."""
        self._write_heading(block, _ROMAN[number] if number < len(_ROMAN) else str(number + 1))
        if block.tick is not None:
            self._write_tick(block, block.tick)
        heights = [self._write_item(line) for line in block.lines]
        return sum(heights) + _HEADING_HEIGHT + (_TICK_HEIGHT if block.tick is not None else 0)

    def _write_heading(self, block: _Block, number: str) -> None:
        self._sheet.set_row(block.row, _HEADING_HEIGHT)
        heading = self._book.cell_format(bold=True, bg_color=colour(look.SECTION))
        centred = self._book.cell_format(bold=True, bg_color=colour(look.SECTION), align="center")
        self._write_row(block.row, block.section.area.vi, heading)
        write_text(self._sheet, block.row, 0, number, centred)

    def _write_tick(self, block: _Block, row: int) -> None:
        """The row by whose x all blank figures of the area that arise are 0."""
        self._sheet.set_row(row, _TICK_HEIGHT)
        self._write_row(row, form_words.NIL_IN_PERIOD, self._book.cell_format(italic=True))
        looks = {"align": "center", "locked": False, "num_format": "@"}
        box = self._book.cell_format(bg_color=colour(look.OPTIONAL), **looks)
        write_text(self._sheet, row, _VALUE, "", box)
        rule = {
            "validate": "list",
            "source": ["x"],
            "input_title": form_words.NIL_IN_PERIOD,
            "input_message": _TICK_HELP,
            "error_title": form_words.NIL_IN_PERIOD,
            "error_message": "Đánh x, hoặc để trống.",
        }
        self._sheet.data_validation(row, _VALUE, row, _VALUE, rule)
        tick = a1(row + 1, _VALUE + 1)
        flows = [self._boxes.cells[line.item.code] for line in block.lines if line.item.arises]
        self._sheet.write_formula(row, _CHECK, live_nil_check(tick, flows), self._small(), "")
        self._dim_what_is_nil(tick, flows)

    def _dim_what_is_nil(self, tick: str, flows: list[str]) -> None:
        """Once the area is ticked, its blank figures need not be filled in."""
        rule = {
            "type": "formula",
            "criteria": f'=AND({flows[0]}="",${tick[0]}${tick[1:]}<>"")',
            "format": self._book.workbook.add_format({"bg_color": colour(look.SECTION)}),
            "multi_range": " ".join(flows),
        }
        self._sheet.conditional_format(flows[0], rule)

    def _write_item(self, line: _Line) -> float:
        sheet, item, row = self._sheet, line.item, line.row
        centred = self._book.cell_format(align="center", text_wrap=True)
        sheet.write_number(row, _COLUMN[form_words.ROW_NUMBER], line.number, centred)
        self._write_content(line)
        write_text(sheet, row, _COLUMN[form_words.UNIT], unit_asked(item), centred)
        numbers = {"num_format": NUMBER_FORMATS[item.kind], "align": "right", "indent": 1}
        box = self._book.cell_format(locked=False, bg_color=colour(look.INPUT), **numbers)
        write_text(sheet, row, _VALUE, "", box)
        checks = self._content.asked.checks
        message = help_message(item, self._content.asked.citations[item.code])
        sheet.data_validation(row, _VALUE, row, _VALUE, entry_rule(item, self._boxes, checks, message))
        before = self._book.cell_format(bg_color=colour(look.SECTION), **numbers)
        last = self._content.before.get(item.code)
        write_number(sheet, row, _COLUMN[form_words.LAST_PERIOD], last, item, before)
        formula = live_check(item, self._boxes, self._checks.get(item.code, ()))
        sheet.write_formula(row, _CHECK, formula, self._small(), "")
        for name in (form_words.EXPLANATION, form_words.EVIDENCE):
            write_text(sheet, row, _COLUMN[name], "", self._free_text())
        code = self._book.cell_format(font_size=look.CODE_SIZE, font_color=colour(look.FAINT), text_wrap=True)
        write_text(sheet, row, _COLUMN[form_words.ITEM_CODE], item.code, code)
        height = self._height(line)
        sheet.set_row(row, height)
        return height

    def _write_content(self, line: _Line) -> None:
        name = cell_text(line.item.name.vi)
        small = self._book.format(italic=True, font_size=look.SMALL_SIZE, font_color=colour(look.NOTE))
        self._sheet.write_rich_string(
            line.row,
            _COLUMN[form_words.CONTENT],
            self._book.format(),
            f"{name}\n",
            small,
            cell_text(self._days(line.item)),
            self._book.cell_format(text_wrap=True),
        )

    def _height(self, line: _Line) -> float:
        item = line.item
        words = longest_words(item, self._boxes, self._checks.get(item.code, ()))
        content = WIDTHS[form_words.CONTENT]
        return height_of(
            (Wrapped(item.name.vi, content), Wrapped(self._days(item), content, look.SMALL_SIZE)),
            (Wrapped(unit_asked(item), WIDTHS[form_words.UNIT]),),
            (Wrapped(words, WIDTHS[form_words.CHECK], look.SMALL_SIZE),),
            (Wrapped(item.code.replace("-", "- "), WIDTHS[form_words.ITEM_CODE], look.CODE_SIZE),),
        )

    def _days(self, item: Item) -> str:
        return days_asked(item, self._content.life, self._content.period)

    def _write_row(self, row: int, text: str, chosen: Format) -> None:
        for column in range(_LAST + 1):
            write_text(
                self._sheet, row, column, text if column == _COLUMN[form_words.CONTENT] else "", chosen
            )

    def _small(self) -> Format:
        return self._book.cell_format(text_wrap=True, font_size=look.SMALL_SIZE, align="center")

    def _free_text(self) -> Format:
        return self._book.cell_format(
            locked=False,
            text_wrap=True,
            font_size=look.SMALL_SIZE,
            bg_color=colour(look.OPTIONAL),
            num_format="@",
        )
