"""What a described table adds up by itself, held against its parts: down its rows, and across its columns."""

from collections.abc import Mapping, Sequence

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding, FindingKind
from cchc_cli.findings.of_comparisons import SUM_MISMATCH, SUM_NOT_USED
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.layouts.body import label_cell
from cchc_cli.intake.layouts.sums import Group, can_be_added, contradicts, known_sum
from cchc_cli.intake.layouts.table_figures import TableFigures
from cchc_cli.intake.numbers import Figure
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text, joined

_LONGEST_NAME = 100
_ROWS = Text("tổng các dòng", "the sum of the rows")


def check_sums(figures: TableFigures, groups: Sequence[Group], gathering: Gathering) -> None:
    """Says where a total, a section or a column of sums is not what its parts add up to."""
    checks = _Checks(figures, groups, gathering)
    checks.down()
    checks.across()


class _Checks:
    def __init__(self, figures: TableFigures, groups: Sequence[Group], gathering: Gathering) -> None:
        self._figures = figures
        self._gathering = gathering
        self._groups = {row: group for group in groups for row in group.rows}
        self._only = groups[0] if len({(group.agency, group.period) for group in groups}) == 1 else None

    def down(self) -> None:
        """Each row that adds up others, in every column of an item."""
        total_row = self._figures.body.total_row
        for section in self._figures.body.sums:
            if section.row == total_row and not section.rows:
                continue
            kind = SUM_NOT_USED if self._figures.names_owner(section) else SUM_MISMATCH
            label = label_cell(self._figures.page.sheet, self._figures.table, section.row)[1]
            name = label.text[:_LONGEST_NAME]
            items = {column: item for column, item in self._figures.items.items() if can_be_added(item)}
            for column, item in items.items():
                left = Text(f"Dòng “{name}”, “{item.name.vi}”,", f"The row '{name}', '{item.name.en}',")
                said = self._figures.figure(section.row, column, item)
                parts = [self._figures.figure(row, column, item) for row in section.rows]
                self._compare(kind, section.row, column, left, said, _ROWS, parts)

    def across(self) -> None:
        """Each column that adds up others, in every row; parts that have no column are anybody's guess."""
        places = {item.code: column for column, item in self._figures.items.items()}
        rows = sorted({*self._groups, *(section.row for section in self._figures.body.sums)})
        for column, source in self._figures.table.columns.items():
            codes = source.sum_of or []
            if not codes or not places.keys() >= set(codes):
                continue
            items = {places[code]: self._figures.items[places[code]] for code in codes}
            left = Text(f"“{source.title}”", f"'{source.title}'")
            for row in rows:
                self._across_row(row, column, left, items)

    def _across_row(self, row: int, column: int, left: Text, items: Mapping[int, Item]) -> None:
        said = self._figures.figure(row, column, next(iter(items.values())))
        parts = [self._figures.figure(row, place, item) for place, item in items.items()]
        names = joined([Text(f"“{item.name.vi}”", f"'{item.name.en}'") for item in items.values()], ", ")
        right = Text(f"tổng của {names.vi}", f"the sum of {names.en}")
        self._compare(SUM_MISMATCH, row, column, left, said, right, parts)

    def _compare(
        self,
        kind: FindingKind,
        row: int,
        column: int,
        left: Text,
        said: Figure,
        right: Text,
        parts: Sequence[Figure],
    ) -> None:
        """Says where parts do not add up to what is said."""
        if said.value is None or not contradicts(said, parts):
            return
        group = self._groups.get(row, self._only)
        self._gathering.add(
            Finding(
                kind,
                self._figures.page.place(row, column),
                agency=group.agency.code if group else None,
                period=str(group.period) if group else None,
                value=self._figures.page.sheet.cell(row, column).text,
                facts={
                    "left": left,
                    "left_sum": number_text(said.value),
                    "right": right,
                    "right_sum": number_text(known_sum(parts)),
                },
            )
        )
