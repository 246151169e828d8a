"""Cells with an owner: each is read, or set aside, once."""

from cchc_cli.intake.files.sheet import Range, Sheet
from cchc_cli.intake.gathering import Gathering, Slot
from cchc_cli.intake.page import Page
from cchc_cli.intake.slots import take
from cchc_cli.period import Period
from tests.intake.programme import ITEMS, REGISTRY


def test_cells_under_two_blocks_are_set_aside_once() -> None:
    """Blocks that overlap are no workbook of Excel's; each asking for all cells anew took 20 seconds."""
    merged = (Range(1, 1, 2, 1), Range(1, 1, 4, 1))
    page = Page("a.xlsx", 0, 0, Sheet("a", [[1], [None], [None], [None]], merged=merged))
    period, item, agencies = Period.parse("2024"), ITEMS["settled"], REGISTRY.agencies[:4]
    slots = [Slot(page, row, 1, agency, period, item) for row, agency in enumerate(agencies, 1)]
    gathering = Gathering()
    take(gathering, page, slots)
    assert [one.key.agency for one in gathering.set_aside] == [agency.code for agency in agencies]
