"""A sheet with its position among everything that was read, so that each cell has an address."""

from dataclasses import dataclass

from cchc_cli.findings.finding import Place
from cchc_cli.intake.files.sheet import Sheet
from cchc_cli.observation import Address


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of one submission; `file` and `index` count from 0."""

    path: str
    file: int
    index: int
    sheet: Sheet

    def address(self, row: int, column: int) -> Address:
        return Address(self.file, self.index, row, column)

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        return Place(self.path, self.sheet.name, row, column)
