"""Observations: one figure of one agency, with the cell it was read from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cchc_cli.period import Period


class Address(NamedTuple):
    """A cell as four numbers; text is made when somebody looks (`Submission.sheets`, `a1`).

    `file` and `sheet` are positions from 0 in the list of submissions and in its sheets; `row` and
    `column` count from 1 as in Excel, and are 0 where a figure stands in no workbook.
    """

    file: int
    sheet: int
    row: int
    column: int


class Observation(NamedTuple):
    """What one agency says of one item in one period.

    `agency` is the code of whom the figure is about; `value` is exact (1 and 0 for yes and no).
    """

    agency: str
    item: str
    period: Period
    value: Decimal
    address: Address
    done_on: date | None = None
    """For yes-no items answered with the date it was done."""
    approximate: bool = False
    """The column it stands in measures nearly the item, not quite (said by a mapped layout)."""
    other_rows: tuple[int, ...] = ()
    """Rows of the same column that are added to the address's own (tables with several rows an agency)."""

    @property
    def key(self) -> "Key":
        return Key(self.agency, self.item, self.period)


class Key(NamedTuple):
    """What can be reported only once."""

    agency: str
    item: str
    period: Period


class SetAside(NamedTuple):
    """A cell that says something of an agency, item and period which cannot be used.

    `code` is the finding that says why; `value` what it would be, None where it is no figure at all.
    """

    key: Key
    address: Address
    code: str
    value: Decimal | None = None


class SubmissionKind(StrEnum):
    """What a workbook says of itself (`Loại báo cáo`)."""

    OFFICIAL = "official"
    SUPPLEMENT = "supplement"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Submission:
    """One workbook as it was read: who sent it, in which layout, and the names behind its addresses."""

    path: str
    sha256: str
    layout: str | None
    sheets: tuple[str, ...]
    submitter: str | None = None
    kind: SubmissionKind = SubmissionKind.OFFICIAL
    number: int = 0
    """`Lần`: orders corrections and supplements."""
    period: Period | None = None
    """The period it states once for all its figures; None where it states none or its rows have their own."""
    document: str | None = None
    """`Số, ký hiệu văn bản`: the number of the letter it came with."""
    dated: date | None = None
    """`Ngày văn bản`: the day of that letter; never the date of the file."""
    includes_predecessors: bool | None = None
    """Whether it says that its figures hold those of the agencies before it; None where it is silent."""
    rows_on_predecessors: tuple[tuple[str, Period, bool], ...] = ()
    """The same said of one agency and period, in a table of many."""
    prepared_by: str | None = None
    phone: str | None = None

    def holds_predecessors(self, agency: str, period: Period) -> bool | None:
        """Whether it says that an agency's figures of a period hold those of the agencies before it."""
        said = {(code, when): answer for code, when, answer in self.rows_on_predecessors}
        return said.get((agency, period), self.includes_predecessors)


def a1(row: int, column: int) -> str:
    """The cell as Excel names it.

    >>> a1(17, 4), a1(1, 28)
    ('D17', 'AB1')
    """
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """The column as Excel names it, counted from 1."""
    letters = ""
    while column > 0:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters
