"""The whole province, year by year: every agency's figures, and who left something out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.item import Item
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Roster
from illustrative.attested import attested_figures
from illustrative.desk import desk_figures
from illustrative.dossiers import dossier_books
from illustrative.leads import LEADS
from illustrative.stretch import YEARS, Stretch, all_stretches

Value = int | Decimal | date | str

_SILENT = {
    "2021": {"SNGV", "28345", "28369", "28441", "28573", "28609", "28678", "28693", "28738"},
    "2022": {"28354", "28396", "28540", "28717", "28750"},
    "2023": {"28333", "28501", "28714"},
    "2024": {"28402", "28696"},
    "2025-H1": {"28588"},
    "2025": {"28663", "30085"},
}
"""Agencies that sent nothing, by period."""

_LEFT_OUT: dict[tuple[str, str], tuple[str, ...]] = {
    ("2021", "STNMT"): ("results-in-force", "results-digitised"),
    ("2021", "823"): ("work-files", "work-files-online"),
    ("2022", "SVHTTDL"): ("payments", "payments-online"),
    ("2022", "819"): ("inspections-online",),
    ("2023", "820"): ("results-digitised",),
    ("2023", "28297"): ("dossiers-circulated", "dossiers-circulated-online"),
    ("2024", "BQLKCN"): ("payments", "payments-online"),
    ("2024", "824"): ("results-digitised",),
    ("2024", "28366"): ("work-files-online",),
    ("2024", "28585"): ("occasions-with-information-held", "occasions-without-resubmission"),
    ("2024", "28651"): ("meetings-in-the-system",),
    ("2025", "SXD"): ("inspections", "inspections-online"),
    ("2025-H1", "28264"): ("results-digitised",),
    ("2025", "28285"): ("work-files-online",),
}
"""Cells left empty in what an agency sent, by period and code."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one agency sends for one period: of the items it is asked for, those it answers, in order.

    `left_out`: the codes of what it knows and did not write.
    """

    of: Stretch
    asked: tuple[Item, ...]
    figures: Mapping[str, Value]
    left_out: tuple[str, ...] = ()

    @property
    def is_silent(self) -> bool:
        return self.of.code in _SILENT.get(str(self.of.period), ())


class Province:
    """Every row of every year; silent agencies have none."""

    def __init__(self, catalogue: Catalogue, registry: Registry) -> None:
        self.catalogue = catalogue
        self.registry = registry
        everybody = list(all_stretches(registry))
        self._books = dossier_books(everybody)
        rosters = {
            period: Roster(registry, period, catalogue.items) for period in {of.period for of in everybody}
        }
        self._rows = [self._row(of, rosters[of.period]) for of in everybody]
        self._rows_by_agency = {(row.of.origin, row.of.year): row for row in self._rows}

    def rows(self, year: int) -> list[Row]:
        """What was sent for a year, in the registry's order."""
        return [row for row in self._rows if row.of.year == year and not row.is_silent]

    def row(self, agency: Agency, year: int) -> Row | None:
        """What one agency knows of a year, sent or not; None where it didn't exist."""
        return self._rows_by_agency.get((self.registry.origin(agency), year))

    def _row(self, of: Stretch, roster: Roster) -> Row:
        known: dict[str, Value | None] = {
            **self._books[of.origin, of.year],
            **desk_figures(of),
            **attested_figures(of),
            **{item: figures[of.year - YEARS.start] for item, figures in LEADS.items()},
        }
        left_out = _LEFT_OUT.get((str(of.period), of.code), ())
        (position,) = roster.positions_of([of.agency])
        asked = roster.items_of(position)
        figures = {
            item.code: value
            for item in asked
            if item.code not in left_out and (value := known.get(item.code)) is not None
        }
        return Row(of, asked, figures, left_out)
