"""What a workbook says once of all its numbers: from when it counts days, and whether it was calculated."""

from typing import NamedTuple


class Calculation(NamedTuple):
    """How the workbook counts days, and whether its formulas are still to be calculated."""

    from_1904: bool = False
    on_load: bool = False
    """Nobody has opened the workbook since a program wrote it: the zeros in it stand for results."""

    def is_missing(self, kind: str, result: str) -> bool:
        """Whether a formula has no result, by the type and the content of its cell.

        A formula whose result is an empty text was calculated: the cell is blank.
        """
        if not result:
            return kind != "str"
        return self.on_load and kind == "n" and result == "0"
