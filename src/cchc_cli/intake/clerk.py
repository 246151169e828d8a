"""The one who reads a workbook: knows the programme, finds agencies and periods, notes what is found."""

from cchc_cli.findings import of_identity
from cchc_cli.findings.finding import Finding, Place
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.gathering import Gathering, period_text
from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.sheet import Cell
from cchc_cli.intake.wording import did_you_mean
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.names import NameMatch

_CODE_LENGTHS = (2, 3, 5)
"""How long the official codes of provinces, districts and communes are."""


class Clerk:
    """Reads one workbook: every layout works through it, and leaves in `gathering` what it found."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.gathering = Gathering()
        self._outside: set[tuple[str, str | None, Period]] = set()

    def agency(self, cell: Cell, place: Place, period: Period) -> Agency | None:
        """The life that a code or name means in the period; None, and a finding, where there is none."""
        if cell.is_blank:
            self.gathering.report(of_identity.AGENCY_MISSING, place)
            return None
        match = self.match(cell, period)
        if match.agency is None:
            near = match.near or match.agencies
            suggestion = did_you_mean(self.brief.names.label(agency) for agency in near)
            self.gathering.report(of_identity.AGENCY_UNKNOWN, place, cell, suggestion=suggestion)
            return None
        life = self.brief.registry.life_in(match.agency.code, period)
        if life is None:
            self._report_not_active(match.agency, place, cell, period)
        return life

    def stated_agency(self, said: Labelled | None, place: Place, period: Period) -> Agency | None:
        """The agency that a workbook states once for all its figures, or else the one given for it."""
        cell = said.cell if said else Cell()
        if self.brief.as_agency and (cell.is_blank or self.match(cell, period).agency is None):
            cell = Cell(self.brief.as_agency)
        return self.agency(cell, place, period)

    def match(self, cell: Cell, period: Period | None = None) -> NameMatch:
        """What a code or name means. A code typed as a number has lost its leading zeros."""
        names, text = self.brief.names, cell.text
        match = names.find(text, period=period)
        if match.agencies or not isinstance(cell.value, int):
            return match
        padded = (names.find(text.zfill(length), period=period) for length in _CODE_LENGTHS)
        return next((found for found in padded if found.agencies), match)

    def period(self, cell: Cell, place: Place) -> Period | None:
        """The period written in a cell; None, and a finding, where it is none or lies outside."""
        if cell.is_blank:
            self.gathering.report(of_identity.PERIOD_MISSING, place)
            return None
        if not is_period(cell):
            self.gathering.report(of_identity.PERIOD_UNKNOWN, place, cell)
            return None
        return self.inside(Period.parse(cell.text), place)

    def stated_period(self, said: Labelled | None, place: Place) -> Period | None:
        """The period that a workbook states once for all its figures, or else the one given for it."""
        cell = said.cell if said else Cell()
        if self.brief.as_period and not is_period(cell):
            return self.inside(self.brief.as_period, place)
        return self.period(cell, place)

    def inside(self, period: Period, place: Place) -> Period | None:
        """The period if it lies in the programme's years; else a finding, once for each sheet."""
        if self.brief.years.covers(period):
            return period
        if (place.file, place.sheet, period) not in self._outside:
            self._outside.add((place.file, place.sheet, period))
            self.gathering.findings.append(
                Finding(
                    of_identity.PERIOD_OUTSIDE_PROGRAMME,
                    place,
                    period=str(period),
                    facts={"period_words": period_text(period), "years": _years(self.brief.years)},
                )
            )
        return None

    def _report_not_active(self, agency: Agency, place: Place, cell: Cell, period: Period) -> None:
        self.gathering.findings.append(
            Finding(
                of_identity.AGENCY_NOT_ACTIVE,
                place,
                agency=agency.code,
                period=str(period),
                value=cell.text,
                facts={
                    "agency_name": agency.name,
                    "period_words": period_text(period),
                    "life": _life(agency),
                },
            )
        )


def is_period(cell: Cell) -> bool:
    """Whether a cell names a period in one of the ways people write it."""
    try:
        Period.parse(cell.text)
    except ValueError:
        return False
    return True


def _years(years: Period) -> Text:
    first, last = years.start.year, years.end.year
    return Text(f"{first}-{last}", f"{first}-{last}")


def _life(agency: Agency) -> Text:
    start = f"{agency.valid_from:%d/%m/%Y}" if agency.valid_from else None
    end = f"{agency.valid_until:%d/%m/%Y}" if agency.valid_until else None
    if start and end:
        return Text(f"hoạt động từ {start} đến hết {end}", f"existed from {start} to {end}")
    if start:
        return Text(f"hoạt động từ {start}", f"exists since {start}")
    return Text(f"hoạt động đến hết {end}", f"existed until {end}")
