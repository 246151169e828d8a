"""The whole province, year by year: every agency's figures, and who left something out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.registry.registry import Registry
from illustrative.attested import attested_figures
from illustrative.desk import desk_figures
from illustrative.dossiers import dossier_books
from illustrative.leads import LEADS
from illustrative.stretch import YEARS, Stretch, stretches

Value = int | Decimal | date | str

_SILENT = {
    2021: {"SNGV", "28345", "28369", "28441", "28573", "28609", "28678", "28693", "28738"},
    2022: {"28354", "28396", "28540", "28717", "28750"},
    2023: {"28333", "28501", "28714"},
    2024: {"28402", "28696"},
    2025: {"28588"},
}
"""Agencies that sent nothing, by year."""

_LEFT_OUT: dict[tuple[int, str], tuple[str, ...]] = {
    (2021, "STNMT"): ("results-in-force", "results-digitised"),
    (2021, "823"): ("work-files", "work-files-online"),
    (2022, "SVHTTDL"): ("payments", "payments-online"),
    (2022, "819"): ("inspections-online",),
    (2023, "820"): ("results-digitised",),
    (2023, "28297"): ("dossiers-circulated", "dossiers-circulated-online"),
    (2024, "BQLKCN"): ("payments", "payments-online"),
    (2024, "824"): ("results-digitised",),
    (2024, "28366"): ("work-files-online",),
    (2024, "28585"): ("occasions-with-information-held", "occasions-without-resubmission"),
    (2024, "28651"): ("meetings-in-the-system",),
    (2025, "SXD"): ("inspections", "inspections-online"),
    (2025, "28264"): ("results-digitised",),
}
"""Cells left empty in what an agency sent, by year and code."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one agency sends for one year: the items it answers, in the catalogue's order.

    `left_out`: the codes of what it should have answered too.
    """

    of: Stretch
    figures: Mapping[str, Value]
    left_out: tuple[str, ...] = ()


class Province:
    """Every row of every year; silent agencies have none."""

    def __init__(self, catalogue: Catalogue, registry: Registry) -> None:
        self.catalogue = catalogue
        self.registry = registry
        everybody = [of for year in YEARS for of in stretches(registry, year)]
        books = dossier_books(everybody)
        self._rows = [self._row(of, books[of.code, of.year]) for of in everybody]

    def rows(self, year: int) -> list[Row]:
        """What was sent for a year, in the registry's order."""
        return [row for row in self._rows if row.of.year == year and row.of.code not in _SILENT[year]]

    def row(self, code: str, year: int) -> Row | None:
        """What one agency knows of a year, sent or not; None where it didn't exist."""
        found = [row for row in self._rows if (row.of.code, row.of.year) == (code, year)]
        return found[0] if found else None

    def _row(self, of: Stretch, books: Mapping[str, int]) -> Row:
        known: dict[str, Value | None] = {**books, **desk_figures(of), **attested_figures(of)}
        for item, years in LEADS.get(of.code, {}).items():
            known[item] = years[of.year - YEARS.start]
        left_out = _LEFT_OUT.get((of.year, of.code), ())
        figures = {
            item.code: value
            for item in self.catalogue.items
            if of.reports(item) and item.code not in left_out and (value := known.get(item.code)) is not None
        }
        return Row(of, figures, left_out)
