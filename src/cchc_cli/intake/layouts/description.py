"""A mapped layout as its author writes it in YAML: which table it is, and what its columns hold.

`cchc schema layout` is made from here.
"""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from cchc_cli.catalogue.source import Code
from cchc_cli.language import Text
from cchc_cli.strict_yaml import Strict, StrictBool


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


Words = Annotated[list[str], BeforeValidator(_one_or_many)]
"""One spelling or several; case, spaces, Unicode form and tone placement make no difference."""

HeaderWords = Annotated[list[str], BeforeValidator(_one_or_many), Field(min_length=1)]
"""The texts above a column from the top, joined by `>`; several spellings where several are in use."""


class WhereSource(Strict):
    """Where the agency or the period stands: exactly one of these."""

    words: Words | None = None
    """The words that the cell begins with; the answer follows a colon, or is the next cell to the right."""
    cell: Annotated[str, Field(pattern=r"^[A-Z]{1,3}[1-9][0-9]{0,6}$")] | None = None
    """A fixed cell, such as B2."""
    column: HeaderWords | None = None
    """A column of the table: each row has its own."""
    file_name: str | None = None
    """A regular expression over the file's name; its first group is the answer."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(value is not None for value in (self.words, self.cell, self.column, self.file_name)) != 1:
            raise PydanticCustomError(
                "one_place", "exactly one of words, cell, column and file_name says where it stands"
            )
        return self


class ColumnSource(Strict):
    """One column with figures: those of an item, or the sum of others, for checking only."""

    header: HeaderWords
    """The texts above the column."""
    item: Code | None = None
    """The item whose figures stand in the column."""
    sum_of: list[Code] | None = None
    """The items that this column adds up."""
    approximate: StrictBool = False
    """The column measures nearly the item, not quite; every verdict that uses it says so."""

    @model_validator(mode="after")
    def _item_or_sum(self) -> Self:
        if (self.item is None) == (self.sum_of is None):
            raise PydanticCustomError("item_or_sum", "a column holds an item or is the sum_of items")
        return self


class RowsSource(Strict):
    """Which rows below the headers hold figures; rows without any are passed over anyway."""

    skip: Words = Field(default=[])
    """Words of rows inside the table that hold no figures of their own."""
    total: Words = Field(default=[])
    """Words of the row that adds up the others: checked, never counted, and the table ends with it."""
    stop: Words = Field(default=[])
    """Words of rows below the table, where reading ends."""


class LayoutSource(Strict):
    """One table as somebody issues it."""

    id: Code
    """What `--layout` calls it."""
    name: Text
    """What the table is called."""
    source: str
    """The document that prescribes the table."""
    sheet: Words | None = None
    """Names of the sheet; absent: any sheet with the headers."""
    header_rows: Annotated[StrictInt, Field(ge=1, le=10)]
    """How many rows the headers take."""
    columns: Annotated[list[ColumnSource], Field(min_length=1)]
    """The columns with figures; the order does not matter."""
    rows: RowsSource = RowsSource()
    """What the rows below the headers are."""
    agency: WhereSource
    """Where it says whose figures these are."""
    period: WhereSource
    """Where it says for when."""
