"""The one who reads a workbook: knows the programme, finds agencies and periods, notes what is found."""

import re
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from cchc_cli.findings import of_identity, of_values
from cchc_cli.findings.finding import Finding, FindingKind, Place
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.gathering import Facts, Gathering
from cchc_cli.intake.labels import Labelled
from cchc_cli.intake.lifetimes import instead, life_nearest, life_words
from cchc_cli.intake.vocabulary import Vocabulary
from cchc_cli.intake.wording import A_DAY, NOTHING, by_its_name, did_you_mean
from cchc_cli.language import Text, joined
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.names import NameMatch

_CODE_LENGTHS = (2, 3, 5)
"""How long the official codes of provinces, districts and communes are."""
_WHOLE_NUMBER = re.compile(r"^([0-9]+)\.0+$")
_DIGITS = re.compile(r"[0-9]{1,5}")
_BLANK = Cell()
_AGENCY = Text("Đơn vị báo cáo", "The agency")
_PERIOD = Text("Kỳ báo cáo", "The period")
_LETTER = Text("ngày văn bản {day}", "the letter's date, {day}")
_CUTOFF = Text("thời điểm chốt số liệu {day}", "the cut-off, {day}")
_TODAY = Text("hôm nay {day}", "today, {day}")
_MOST_NAMED = 3
_MOST_STRANGERS = 100
"""Finding out what a misspelt name meant takes its time; a table of strangers is no misspelling."""


class Clerk:
    """Reads one workbook: every layout works through it, and leaves in `gathering` what it found.

    `dated` is the day of the letter that the workbook came with.
    """

    def __init__(self, brief: Brief, gathering: Gathering | None = None, dated: date | None = None) -> None:
        self.brief = brief
        self.gathering = gathering if gathering is not None else Gathering()
        self.vocabulary = Vocabulary(brief)
        self._known = _known_until(brief, dated)
        self._refused: set[tuple[str, str | None, Period]] = set()
        self._strangers: dict[tuple[str, str | None, Period | None], NameMatch] = {}

    def agency(
        self,
        cell: Cell,
        place: Place,
        period: Period | None,
        parent: str | None = None,
        *,
        name: Cell = _BLANK,
        hint: Text = NOTHING,
    ) -> Agency | None:
        """The life that a code or name means in the period; None, and a finding, where there is none.

        `parent` is the agency above it as it is written beside the name, for names that several share;
        `name` what stands beside a code as the agency's name; `hint` says what looks like a missing code.
        Without a period it is only said what is wrong with the words.
        """
        if _is_formula(cell):
            self._report_formula(cell, place, _AGENCY)
            return None
        match = NameMatch(()) if cell.is_blank else self.match(cell, period, parent)
        if match.agency is None:
            suggestion = hint if hint != NOTHING else self._suggested(name, parent, period)
            self._report_nobody(cell, place, match, suggestion)
            return None
        if self._is_contradicted(match.agency, name, parent):
            self._report_mismatch(match.agency, cell, place, name, self._labelled(name, parent, period))
            return None
        if period is None:
            return None
        return self._life(match.agency.code, place, period, (cell, name), parent)

    def stated_agency(
        self,
        said: Labelled | None,
        place: Place,
        period: Period | None,
        parent: str | None = None,
        *,
        name: Labelled | None = None,
        hint: Text = NOTHING,
    ) -> Agency | None:
        """The agency that a workbook states once for all its figures, or else the one given for it."""
        cell, written = (each.cell if each else _BLANK for each in (said, name))
        if self.brief.as_agency and (cell.is_blank or self.match(cell, period, parent).agency is None):
            return self.agency(Cell(self.brief.as_agency), place, period)
        return self.agency(cell, place, period, parent, name=written, hint=hint)

    def submitter(self, code: Labelled | None, name: Labelled | None, period: Period | None) -> str | None:
        """The code of the agency that a workbook says it is from; None where it names two, or nobody.

        `period` is what it states for its figures: the name may be another agency's that bore the code then.
        """
        agency = self.match(code.cell).agency if code and not code.cell.is_blank else None
        if agency is None or (name is not None and self._is_contradicted(agency, name.cell, None)):
            return None
        life = self.brief.registry.life_in(agency.code, period) if period else None
        named = [said.cell for said in (code, name) if said is not None]
        if period and life and any(self._other_life(life, cell, period, None) for cell in named):
            return None
        return agency.code

    def match(self, cell: Cell, period: Period | None = None, parent: str | None = None) -> NameMatch:
        """What a code or name means. A code once typed as a number has lost its leading zeros."""
        names, text = self.brief.names, cell.text
        if (whole := _WHOLE_NUMBER.match(text)) is not None:
            text = whole[1]
        if _DIGITS.fullmatch(text):
            written = chain((text,), (text.zfill(length) for length in _CODE_LENGTHS))
            known = (names.known(each, parent, period) for each in written)
            return NameMatch(found) if (found := next(filter(None, known), ())) else self._find(text)
        return self._find(text, parent, period)

    def _find(self, text: str, parent: str | None = None, period: Period | None = None) -> NameMatch:
        """What a name means; of the first strangers of a workbook also what may have been meant."""
        known = self.brief.names.known(text, parent, period)
        if known:
            return NameMatch(known)
        key = (text, parent, period)
        if key not in self._strangers and len(self._strangers) < _MOST_STRANGERS:
            self._strangers[key] = self.brief.names.find(*key)
        return self._strangers.get(key, NameMatch(()))

    def period(self, cell: Cell, place: Place, hint: Text = NOTHING) -> Period | None:
        """The period written in a cell; None, and a finding, where it is none or lies outside."""
        if cell.is_blank:
            self.gathering.report(of_identity.PERIOD_MISSING, place, suggestion=hint)
            return None
        if _is_formula(cell):
            self._report_formula(cell, place, _PERIOD)
            return None
        if not is_period(cell):
            suggestion = A_DAY if isinstance(cell.value, date) else NOTHING
            self.gathering.report(
                of_identity.PERIOD_UNKNOWN, place, cell, value=cell.text, suggestion=suggestion
            )
            return None
        return self.inside(Period.parse(cell.text), place)

    def stated_period(self, said: Labelled | None, place: Place, hint: Text = NOTHING) -> Period | None:
        """The period that a workbook states once for all its figures, or else the one given for it."""
        cell = said.cell if said else _BLANK
        if self.brief.as_period and not is_period(cell):
            return self.inside(self.brief.as_period, place)
        return self.period(cell, place, hint)

    def inside(self, period: Period, place: Place) -> Period | None:
        """The period if it lies in the programme's years and had begun; else a finding, once for a sheet."""
        period, years = self.brief.period_meant(period), self.brief.years
        if not years.covers(period):
            self._refuse(of_identity.PERIOD_OUTSIDE_PROGRAMME, period, place, {"years": _years(years)})
            return None
        if self._known is not None and self._known.day < period.start:
            start = f"{period.start:%d/%m/%Y}"
            facts: Facts = {"start": start, "day": self._known.in_words}
            self._refuse(of_identity.PERIOD_IN_FUTURE, period, place, facts)
            return None
        return period

    def _refuse(self, kind: FindingKind, period: Period, place: Place, facts: Facts) -> None:
        if (place.file, place.sheet, period) not in self._refused:
            self._refused.add((place.file, place.sheet, period))
            words = period.words_in_a_sentence
            self.gathering.add(
                Finding(kind, place, period=str(period), facts={"period_words": words, **facts})
            )

    def _life(
        self, code: str, place: Place, period: Period, written: tuple[Cell, Cell], parent: str | None
    ) -> Agency | None:
        """Whose figure it is under a code; None, and a finding, where nobody was or another is named."""
        registry = self.brief.registry
        life = registry.life_in(code, period)
        if life is None:
            nearest = life_nearest(registry.lives_by_code[code], period)
            self.gathering.add(self._not_active(nearest, place, written[0], period))
            return None
        for cell in written:
            other = self._other_life(life, cell, period, parent)
            if other is not None:
                self._report_other_life(life, other, place, cell, period)
                return None
        return life

    def _other_life(self, life: Agency, cell: Cell, period: Period, parent: str | None) -> Agency | None:
        """The life that a cell names, where it is another agency's that bears the code at another time."""
        registry = self.brief.registry
        lives = registry.lives_by_code[life.code]
        if len(lives) == 1:
            return None
        meant = self.brief.names.lives(cell.text, parent)
        named = [one for one in lives if one in meant]
        if not named or life in named or registry.origin(life) in map(registry.origin, named):
            return None
        within = [one for one in named if one.exists_during(period)]
        return within[-1] if within else life_nearest(named, period)

    def _is_contradicted(self, agency: Agency, name: Cell, parent: str | None) -> bool:
        """Whether what stands as its name is the name of others only."""
        named = self.brief.names.known(name.text, parent) if name.text else ()
        return bool(named) and agency.code not in {other.code for other in named}

    def _labelled(self, name: Cell, parent: str | None, period: Period | None) -> list[Text]:
        """Whom a name means, so that they can be told apart."""
        names = self.brief.names
        return [names.label(agency) for agency in names.known(name.text, parent, period)[:_MOST_NAMED]]

    def _suggested(self, name: Cell, parent: str | None, period: Period | None) -> Text:
        """Who may be meant by the name beside a code that is missing or wrong."""
        labels = self._labelled(name, parent, period) if name.text else []
        return by_its_name(labels) if labels else NOTHING

    def _report_formula(self, cell: Cell, place: Place, name: Text) -> None:
        kind = of_values.FORMULA_WITHOUT_VALUE if cell.uncached else of_values.CELL_ERROR
        self.gathering.report(kind, place, cell, name=name)

    def _report_nobody(self, cell: Cell, place: Place, match: NameMatch, suggestion: Text) -> None:
        if cell.is_blank:
            self.gathering.report(of_identity.AGENCY_MISSING, place, suggestion=suggestion)
            return
        if suggestion == NOTHING:
            near = match.near or match.agencies
            suggestion = did_you_mean(self.brief.names.label(agency) for agency in near)
        self.gathering.report(of_identity.AGENCY_UNKNOWN, place, cell, value=cell.text, suggestion=suggestion)

    def _report_mismatch(
        self, agency: Agency, cell: Cell, place: Place, name: Cell, others: list[Text]
    ) -> None:
        self.gathering.report(
            of_identity.AGENCY_MISMATCH,
            place,
            cell,
            value=cell.text,
            agency_name=self.brief.registry.full_name(agency),
            written=name.text,
            other=joined(others, ", "),
        )

    def _report_other_life(
        self, life: Agency, other: Agency, place: Place, cell: Cell, period: Period
    ) -> None:
        """Says that a code is one agency's in the period, and what is written that of another.

        The finding is neither's, as long as nobody knows who sent the figures.
        """
        if not other.exists_during(period):
            self.gathering.add(replace(self._not_active(other, place, cell, period), agency=None))
            return
        facts: Facts = {
            "agency": life.code,
            "agency_name": self.brief.registry.full_name(life),
            "period_words": period.words_in_a_sentence,
            "life": life_words(life),
            "written": cell.text,
            "other": self.brief.registry.full_name(other),
            "end": f"{other.last_day:%d/%m/%Y}",
        }
        kind = of_identity.EARLIER_AGENCY_NAMED
        self.gathering.add(Finding(kind, place, period=str(period), value=cell.text, facts=facts))

    def _not_active(self, agency: Agency, place: Place, cell: Cell, period: Period) -> Finding:
        return Finding(
            of_identity.AGENCY_NOT_ACTIVE,
            place,
            agency=agency.code,
            period=str(period),
            value=cell.text,
            facts={
                "agency": agency.code,
                "agency_name": agency.name,
                "period_words": period.words_in_a_sentence,
                "life": life_words(agency),
                "instead": instead(agency, period, self.brief),
            },
        )


def _is_formula(cell: Cell) -> bool:
    """Whether a cell says nothing because its formula has no result."""
    return cell.uncached or cell.error is not None


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


class _KnownUntil(NamedTuple):
    """The last day that a workbook can tell of, and what is said of it."""

    day: date
    words: Text

    @property
    def in_words(self) -> Text:
        return self.words.filled(day=f"{self.day:%d/%m/%Y}")


def _known_until(brief: Brief, dated: date | None) -> _KnownUntil | None:
    """The day of the letter, else the cut-off, else the day of the call; None where nothing says it."""
    if dated is not None:
        return _KnownUntil(dated, _LETTER)
    if brief.cutoff is not None:
        return _KnownUntil(brief.cutoff, _CUTOFF)
    if brief.today is not None:
        return _KnownUntil(brief.today, _TODAY)
    return None


def today_in_words(day: date) -> Text:
    """The day of the call as a finding about a period that had not begun names it."""
    return _KnownUntil(day, _TODAY).in_words
