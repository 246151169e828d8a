"""What a column of the tidy table is: its name, type, meaning, and where its value comes from."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from cchc_cli.language import Language, Text
from cchc_cli.run import Run, Verdict

Value: TypeAlias = str | int | float | bool | date | None


class ColumnType(StrEnum):
    """The types of a Frictionless Table Schema that the columns have."""

    STRING = "string"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"


class Column(NamedTuple):
    """One column; every file that has it takes name, type, words and value from here."""

    name: str
    type: ColumnType
    title: Text
    value: Callable[[Run, Verdict, Language], Value]
    description: Text | None = None
    unit: str | None = None
    """What a number counts: `%`, or the name of the column that says it."""
    choices: tuple[str, ...] = ()
    """The codes that stand in it; empty where anything may."""
    required: bool = False
    """Whether every row has a value."""
