"""A mapped layout as its author writes it in YAML: which table it is, and what its columns hold.

`cchc schema layout` is made from here.
"""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictInt, model_validator

from cchc_cli.catalogue.source import Code
from cchc_cli.language import Text
from cchc_cli.strict_yaml import OneOrMany, Strict, StrictBool, objection


def _with_a_group(pattern: str) -> str:
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        place = f"{error.msg}, {error.pos}"
        raise objection(
            Text(
                f"biểu thức chính quy “{pattern}” viết sai ({place}); hãy sửa lại",
                f"the regular expression '{pattern}' is malformed ({place}); correct it",
            )
        ) from None
    if not groups:
        raise objection(
            Text(
                f"biểu thức “{pattern}” không có nhóm; hãy đặt phần cần lấy trong dấu ngoặc tròn",
                f"the expression '{pattern}' has no group; put what is wanted in parentheses",
            )
        )
    return pattern


Words = Annotated[list[str], OneOrMany()]
"""One spelling or several; `*` stands for any text; case, spaces, Unicode form, tone placement and a
numbering in front make no difference."""

HeaderWords = Annotated[list[str], Field(min_length=1), OneOrMany()]
"""The texts above a column from the top, joined by `>`; several spellings where several are in use."""

Letter = Annotated[str, Field(pattern=r"^[A-Z]{1,3}$")]
"""A column as Excel names it."""

Expression = Annotated[str, AfterValidator(_with_a_group), Field(json_schema_extra={"format": "regex"})]
"""A regular expression; its first group is the answer."""


class WhereSource(Strict):
    """Where the agency, the one above it, the period or the submitter stands: exactly one of these."""

    words: Words | None = None
    """The words that a cell above the table begins with; the answer follows them, or is the next line of the
    cell, the next cell to the right, or the cell below. Of several words the first that is there counts."""
    cell: Annotated[str, Field(pattern=r"^[A-Z]{1,3}[1-9][0-9]{0,6}$")] | None = None
    """A fixed cell of the sheet, such as B2."""
    column: HeaderWords | None = None
    """A column of the table, by the texts above it: each row has its own."""
    letter: Letter | None = None
    """The same by the column's letter, where its header is of no use."""
    separator: StrictBool | None = None
    """`true`: the nearest row above that names it. Figures on such a row add up those below it; where an
    agency's do not, none of them is used. A row that is nearly an agency's name is nobody's."""
    sheet_name: Expression | None = None
    """A regular expression over the sheet's name; its first group is the answer."""
    file_name: Expression | None = None
    """A regular expression over the file's name; its first group is the answer."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_dump(exclude_none=True)) != 1 or self.separator is False:
            raise objection(_ONE_PLACE)
        return self

    @property
    def is_by_row(self) -> bool:
        """Whether each row has its own, or the nearest row above tells."""
        return bool(self.column or self.letter or self.separator)


class ColumnSource(Strict):
    """One column with figures: those of an item, or the sum of others, for checking only."""

    header: HeaderWords | None = None
    """The texts above the column."""
    letter: Letter | None = None
    """The column's letter, where its header is of no use."""
    item: Code | None = None
    """The item whose figures stand in the column."""
    sum_of: Annotated[list[Code], Field(min_length=1)] | None = None
    """The items that this column adds up."""
    approximate: StrictBool = False
    """The column measures nearly the item, not quite; every verdict that uses it says so."""

    @model_validator(mode="after")
    def _found_and_used_one_way(self) -> Self:
        if (self.header is None) == (self.letter is None):
            raise objection(_HEADER_OR_LETTER)
        if (self.item is None) == (self.sum_of is None):
            raise objection(_ITEM_OR_SUM)
        return self

    @property
    def title(self) -> str:
        """What messages call the column."""
        return self.header[0] if self.header else str(self.letter)


class RowsSource(Strict):
    """Which rows below the headers hold figures; rows without any are passed over anyway."""

    first: Annotated[StrictInt, Field(ge=1, le=1_048_576)] | None = None
    """The first row with figures; only for a table without any header that can be told."""
    skip: Words = Field(default=[])
    """Words of rows inside the table that are never read."""
    section: Words = Field(default=[])
    """Words of rows that head a part of the table: figures there add up the rows below, so they are checked
    and never counted; where no part has rows of its own, they are the figures."""
    total: Words = Field(default=[])
    """Words of the row that adds up all others: checked, never counted; below them it ends the table."""
    stop: Words = Field(default=[])
    """Words of rows below the table, where reading ends."""
    add: StrictBool | None = None
    """`true`: the rows of one agency are parts of one figure and are added; `false`: a second row of an
    agency contradicts the first. Absent: added, except where a column says whose each row is."""


class LayoutSource(Strict):
    """One table as somebody issues it; a sheet may hold it several times, a workbook on several sheets."""

    id: Code
    """What `--layout` calls it."""
    name: Text
    """What the table is called."""
    source: str
    """The document that prescribes the table, or the system that exports it."""
    sheet: Words | None = None
    """Names of the sheets; absent: any sheet with the headers."""
    header_rows: Annotated[StrictInt, Field(ge=0, le=10)]
    """How many rows the headers take; 0 where no column is found by its header."""
    columns: Annotated[list[ColumnSource], Field(min_length=1)]
    """The columns with figures; the order does not matter."""
    rows: RowsSource = RowsSource()
    """What the rows below the headers are."""
    agency: WhereSource | None = None
    """Where it says whose figures these are; absent: only `--as-agency` says it."""
    parent: WhereSource | None = None
    """Where it says which agency is above, for names that several share ("Phường 1" of three towns)."""
    period: WhereSource | None = None
    """Where it says for when; absent: only `--as-period` says it."""
    submitter: WhereSource | None = None
    """Where it says who sent the file, where that is another than the agencies it is about."""

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if bool(self.header_rows) != bool(self.headers):
            raise objection(_HEADER_ROWS)
        if not self.headers and (self.rows.first is None or not self.sheet):
            raise objection(_WITHOUT_HEADERS)
        if self.headers and self.rows.first is not None:
            raise objection(_FIRST_BESIDE_HEADERS)
        if self.submitter is not None and self.submitter.is_by_row:
            raise objection(_SUBMITTER_BY_ROW)
        both = self.separates_agencies and self.separates_parents
        if both or (self.period is not None and self.period.separator):
            raise objection(_SEPARATORS)
        return self

    @property
    def headers(self) -> list[list[str]]:
        """The headers that the table is found by: of its figures, or else of agency, parent and period."""
        figures = [column.header for column in self.columns if column.header]
        places = (self.agency, self.parent, self.period)
        return figures or [where.column for where in places if where is not None and where.column]

    @property
    def separates_agencies(self) -> bool:
        """Whether rows of the table name the agency of those below them."""
        return self.agency is not None and bool(self.agency.separator)

    @property
    def separates_parents(self) -> bool:
        """Whether rows of the table name the agency above those of the rows below them."""
        return self.parent is not None and bool(self.parent.separator)

    @property
    def adds_rows(self) -> bool:
        """Whether several rows of one agency are parts of one figure."""
        if self.rows.add is not None:
            return self.rows.add
        return self.agency is None or not (self.agency.column or self.agency.letter)


_ONE_PLACE = Text(
    "phải ghi đúng một trong các khóa words, cell, column, letter, separator (true), sheet_name, file_name",
    "exactly one of words, cell, column, letter, separator (true), sheet_name and file_name says where it "
    "stands",
)
_HEADER_OR_LETTER = Text(
    "mỗi cột được tìm theo tiêu đề (header) hoặc theo chữ cái (letter), đúng một cách",
    "a column is found by its header or by its letter, exactly one of them",
)
_ITEM_OR_SUM = Text(
    "mỗi cột chứa một số liệu (item) hoặc là tổng của các số liệu khác (sum_of), đúng một cách",
    "a column holds an item or is the sum_of items, exactly one of them",
)
_HEADER_ROWS = Text(
    "header_rows là 0 khi và chỉ khi không cột nào được tìm theo tiêu đề",
    "header_rows is 0 where no column is found by its header, and only there",
)
_WITHOUT_HEADERS = Text(
    "bảng không tìm theo tiêu đề thì phải ghi tên trang tính (sheet) và hàng số liệu đầu tiên (rows: first)",
    "a table without headers needs the names of its sheets (sheet) and its first row (rows: first)",
)
_FIRST_BESIDE_HEADERS = Text(
    "rows: first chỉ dùng cho bảng không tìm theo tiêu đề; hãy bỏ đi",
    "rows: first is only for a table without headers; remove it",
)
_SUBMITTER_BY_ROW = Text(
    "nơi gửi (submitter) là của cả tệp, không thể nằm ở cột hay ở dòng phân nhóm",
    "the submitter is the whole file's; it cannot stand in a column or on separator rows",
)
_SEPARATORS = Text(
    "dòng phân nhóm (separator) chỉ nêu được một thứ: đơn vị (agency) hoặc đơn vị cấp trên (parent), không "
    "nêu kỳ báo cáo",
    "separator rows can tell one thing: the agency or the one above it (parent), never the period",
)
