"""The cells of one sheet as a reader gives them, before anything is known of what they mean."""

from typing import NamedTuple

from cchc_cli.intake.sheet import Place, Value


class Grid(NamedTuple):
    """`rows[0]` is row 1, its first value column A; the rest by row and column, counting from 1."""

    rows: list[list[Value]]
    percents: frozenset[Place]
    errors: dict[Place, str]
    uncached: frozenset[Place]
