"""The cells behind a figure: addresses made into words when somebody looks."""

from pathlib import Path

from cchc_cli.engine.exact import exact, shown
from cchc_cli.engine.ledger import Ledger
from cchc_cli.observation import Address, Observation, a1
from cchc_cli.run import Cell, Replaced


def cells_of(ledger: Ledger, rows: tuple[int, ...]) -> list[Cell]:
    """The cells of these observations, in the order in which the engine used them."""
    return [_cell(ledger, row) for row in rows]


def _cell(ledger: Ledger, row: int) -> Cell:
    observation = ledger.evidence.observations[row]
    file, sheet, cell = place_of(ledger, observation.address)
    value = shown(exact(observation.value))
    replaced = [_replaced(ledger, old) for old in ledger.evidence.replaced.get(observation.key, ())]
    return Cell(item=observation.item, file=file, sheet=sheet, cell=cell, value=value, replaced=replaced)


def _replaced(ledger: Ledger, old: Observation) -> Replaced:
    file, sheet, cell = place_of(ledger, old.address)
    return Replaced(file=file, sheet=sheet, cell=cell, value=shown(exact(old.value)))


def place_of(ledger: Ledger, address: Address) -> tuple[str, str | None, str | None]:
    """File, sheet and cell in words; a figure kept in the catalogue names its file and no cell."""
    if address.row == 0:
        return Path(ledger.catalogue.file).name, None, None
    submission = ledger.evidence.submissions[address.file]
    return submission.path, submission.sheets[address.sheet], a1(address.row, address.column)
