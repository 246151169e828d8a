"""The sheet of the consolidated workbook that reads back as a matrix."""

from collections.abc import Iterable, Sequence
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from cchc_cli import form_words
from cchc_cli.catalogue.item import Item
from cchc_cli.language import Language
from cchc_cli.observation import Observation
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import A3, DAY_FORMAT, Book, colour, fitting_height, write_day, write_text
from cchc_cli.outgoing.consolidated.content import Block, Consolidation, Line, Part
from cchc_cli.outgoing.consolidated.totals import Rows, Totals
from cchc_cli.outgoing.figures import written
from cchc_cli.standing.words import LEVEL

_TITLE = "TỔNG HỢP SỐ LIỆU BÁO CÁO CỦA CÁC ĐƠN VỊ"
_PERIODS = "Các kỳ"
_APART = "không tính vào toàn tỉnh"
_WIDTHS = {
    form_words.ROW_NUMBER: 5,
    form_words.AGENCY_CODE: 10,
    form_words.AGENCY_NAME: 38,
    form_words.LEVEL: 10,
    form_words.PARENT: 20,
    form_words.PERIOD: 20,
    form_words.STATE: 26,
    form_words.DOCUMENT: 20,
    form_words.DATED: 12,
    form_words.SOURCE: 30,
    form_words.APPROXIMATE: 20,
    form_words.INCLUDES_PREDECESSORS: 12,
}
_ITEM_WIDTH = 14
_TITLE_ROW, _PERIOD_ROW, _AREA_ROW, _NAME_ROW, _HEADER_ROW = 0, 1, 2, 3, 4
_HEADER_HEIGHT = 40
_FROZEN = 3
"""Columns that stay in view: number, code and name."""
_JOINED = "; "
_ANSWERS = {None: "", True: form_words.YES, False: form_words.NO}


class MatrixSheet:
    """Writes the matrix of a consolidation; rows and columns count from 0."""

    def __init__(self, book: Book, consolidation: Consolidation) -> None:
        self._book = book
        self._consolidation = consolidation
        self._sheet: Worksheet = book.sheet(form_words.FIGURES_SHEET)
        self._totals = Totals(book, self._sheet)
        lines = [line for block in consolidation.blocks for part in block.parts for line in part.lines]
        needed = {
            form_words.PERIOD: len(consolidation.blocks) > 1,
            form_words.APPROXIMATE: any(line.approximate for line in lines),
            form_words.INCLUDES_PREDECESSORS: any(line.holds_predecessors is not None for line in lines),
        }
        heads = [word for word in form_words.CONSOLIDATED_COLUMNS if needed.get(word, True)]
        self._columns = {word: column for column, word in enumerate(heads)}
        self._items = list(enumerate((item for item, _ in consolidation.items), start=len(heads)))
        self._last_column = len(heads) + len(self._items) - 1
        self._row = _HEADER_ROW
        self._words = book.cell_format()
        self._centred = book.cell_format(align="center")
        self._day = book.cell_format(num_format=DAY_FORMAT, align="center")
        self._not_sent = book.cell_format(bg_color=colour(look.ERROR))
        self._missing = book.cell_format(bg_color=colour(look.INPUT))
        self._figure_formats: dict[tuple[str, bool, bool], Format] = {}

    def write(self) -> None:
        """The whole sheet."""
        self._above()
        self._header()
        for block in self._consolidation.blocks:
            self._block(block)
        self._arrange()

    def _above(self) -> None:
        book, sheet = self._book, self._sheet
        write_text(sheet, _TITLE_ROW, 0, _TITLE, book.format(bold=True, font_size=look.TITLE_SIZE))
        periods = [block.period.in_words(Language.VI) for block in self._consolidation.blocks]
        # Said once for the whole table only where it is true of the whole table.
        label = form_words.PERIOD if len(periods) == 1 else _PERIODS
        write_text(sheet, _PERIOD_ROW, 0, f"{label}: {_JOINED.join(periods)}", book.format(bold=True))

    def _header(self) -> None:
        book, sheet = self._book, self._sheet
        heading = {"align": "center", "text_wrap": True, "bg_color": colour(look.HEADING)}
        head = book.cell_format(bold=True, **heading)
        area = book.cell_format(bold=True, bg_color=colour(look.HEADING))
        name = book.cell_format(font_size=look.SMALL_SIZE, valign="bottom", **heading)
        code = book.cell_format(font_size=look.CODE_SIZE, **heading)
        for word, column in self._columns.items():
            write_text(sheet, _HEADER_ROW, column, word, head)
            sheet.set_column(column, column, _WIDTHS[word])
        areas = [each.vi for _, each in self._consolidation.items]
        for position, (column, item) in enumerate(self._items):
            is_first = position == 0 or areas[position] != areas[position - 1]
            write_text(sheet, _AREA_ROW, column, areas[position] if is_first else "", area)
            write_text(sheet, _NAME_ROW, column, _named(item), name)
            write_text(sheet, _HEADER_ROW, column, item.code, code)
            sheet.set_column(column, column, _ITEM_WIDTH)
        names = [(_named(item), _ITEM_WIDTH) for _, item in self._items]
        sheet.set_row(_NAME_ROW, fitting_height(names, look.SMALL_SIZE))
        sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)

    def _block(self, block: Block) -> None:
        pooled: list[Rows] = []
        for part in block.parts:
            first = self._row + 1
            for position, line in enumerate(part.lines, start=1):
                self._row += 1
                self._about(line, block, part, position)
                self._figures(line)
            rows = Rows(first, self._row, part.lines)
            if part.pooled:
                pooled.append(rows)
            self._total(form_words.TOTAL, block, [rows], part)
        if pooled:
            self._total(form_words.TOTAL_OF_PROVINCE, block, pooled, None)

    def _about(self, line: Line, block: Block, part: Part, position: int) -> None:
        """What stands before the figures: whose they are, how they came, and from where."""
        row = self._row
        self._sheet.write_number(row, 0, position, self._centred)
        self._word(form_words.AGENCY_CODE, line.code)
        self._word(form_words.AGENCY_NAME, line.name.vi)
        self._word(form_words.LEVEL, LEVEL[part.level].vi)
        self._word(form_words.PARENT, line.parent.vi if line.parent else "")
        self._word(form_words.PERIOD, block.period.in_words(Language.VI))
        self._word(form_words.STATE, line.state, self._not_sent if line.is_missing else None)
        self._word(form_words.DOCUMENT, _joined(source.document for source in line.sources))
        self._word(form_words.SOURCE, _joined(source.path for source in line.sources))
        self._word(form_words.APPROXIMATE, _joined(line.approximate))
        self._word(form_words.INCLUDES_PREDECESSORS, _ANSWERS[line.holds_predecessors])
        dated = list(dict.fromkeys(source.dated for source in line.sources if source.dated))
        if len(dated) > 1:
            self._word(form_words.DATED, _joined(f"{day:%d/%m/%Y}" for day in dated))
        else:
            day = dated[0] if dated else None
            write_day(self._sheet, row, self._columns[form_words.DATED], day, self._day)

    def _word(self, head: str, text: str, chosen: Format | None = None) -> None:
        if head in self._columns:
            write_text(self._sheet, self._row, self._columns[head], text, chosen or self._words)

    def _figures(self, line: Line) -> None:
        """The figures of a line; what is due and not there is coloured, what is not due stays empty."""
        for column, item in self._items:
            observation = line.figures.get(item.code)
            if observation is not None:
                self._figure(column, item, observation, item.code in line.doubtful)
            elif item.code in line.due:
                chosen = self._not_sent if item.code in line.unusable else self._missing
                self._sheet.write_blank(self._row, column, None, chosen)

    def _figure(self, column: int, item: Item, observation: Observation, is_doubtful: bool) -> None:
        cell = written(observation, item)
        chosen = self._figure_format(cell.number_format, is_doubtful, observation.approximate)
        if isinstance(cell.value, str):
            write_text(self._sheet, self._row, column, cell.value, chosen)
        elif isinstance(cell.value, date):
            write_day(self._sheet, self._row, column, cell.value, chosen)
        else:
            self._sheet.write_number(self._row, column, cell.value, chosen)

    def _figure_format(self, number_format: str, is_doubtful: bool, is_approximate: bool) -> Format:
        key = number_format, is_doubtful, is_approximate
        if key not in self._figure_formats:
            fill = {"bg_color": colour(look.WARNING)} if is_doubtful else {}
            self._figure_formats[key] = self._book.cell_format(
                num_format=number_format or "General", align="right", italic=is_approximate, **fill
            )
        return self._figure_formats[key]

    def _total(self, name: str, block: Block, rows: Sequence[Rows], part: Part | None) -> None:
        """A row of totals: of one part, or with None of all that count for the province."""
        self._row += 1
        texts = {form_words.AGENCY_NAME: name, form_words.PERIOD: block.period.in_words(Language.VI)}
        if part is not None:
            texts[form_words.LEVEL] = LEVEL[part.level].vi
            texts[form_words.STATE] = "" if part.pooled else _APART
        for word, column in self._columns.items():
            self._totals.blank(self._row, column, texts.get(word, ""))
        for column, item in self._items:
            if block.has_total(item, of_level=part is not None):
                self._totals.write(self._row, column, item, rows)
            else:
                self._totals.blank(self._row, column)

    def _arrange(self) -> None:
        sheet, last_row = self._sheet, max(self._row, _HEADER_ROW + 1)
        sheet.autofilter(_HEADER_ROW, 0, last_row, self._last_column)
        sheet.freeze_panes(_HEADER_ROW + 1, _FROZEN)
        sheet.set_landscape()
        sheet.set_paper(A3)
        sheet.repeat_rows(_AREA_ROW, _HEADER_ROW)
        sheet.repeat_columns(0, _FROZEN - 1)
        sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, last_row, self._last_column)})


def _named(item: Item) -> str:
    return f"{item.name.vi} ({item.unit})" if item.unit else item.name.vi


def _joined(texts: Iterable[str | None]) -> str:
    return _JOINED.join(dict.fromkeys(text for text in texts if text))
