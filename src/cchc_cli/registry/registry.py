"""The registry: every life of every agency, found by code and date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.heirs import Succession


@dataclass(frozen=True)
class Registry:
    """Everything `agencies.yaml` declares; `file` is where it was read, `sha256` the hash of its bytes."""

    file: str
    sha256: str
    agencies: tuple[Agency, ...]
    province: Text | None = None
    """The name that agencies write behind their own ("Sở Nội vụ tỉnh Tiền Giang"), without "tỉnh"."""
    province_renamed: tuple[tuple[date, Text], ...] = ()
    """Its later names, oldest first, each with its first day."""

    @cached_property
    def lives_by_code(self) -> dict[str, tuple[Agency, ...]]:
        """The lives of each code, oldest first."""
        lives: dict[str, tuple[Agency, ...]] = {}
        for agency in self.agencies:
            lives[agency.code] = (*lives.get(agency.code, ()), agency)
        return {code: tuple(sorted(found, key=_by_first_day)) for code, found in lives.items()}

    def province_on(self, day: date) -> Text | None:
        """What the province is called on a day."""
        names = [name for since, name in self.province_renamed if since <= day]
        return names[-1] if names else self.province

    def life_in(self, code: str, period: Period) -> Agency | None:
        """Whose figure a submission under this code is.

        The later life's, unless the period ends within the earlier. None where the code is unknown or
        existed on no day of the period.
        """
        lives = [life for life in self.lives_by_code.get(code, ()) if life.exists_during(period)]
        if len(lives) == 1:
            return lives[0]
        within = [life for life in lives if life.exists_on(period.end)]
        found = within or lives
        return found[-1] if found else None

    def is_one_agency(self, code: str, one: Period, other: Period) -> bool:
        """Whether what a code reports for two periods is one agency's: the code, or not its life, is new."""
        if len(self.lives_by_code.get(code, ())) < 2:
            return True
        lives = [self.life_in(code, period) for period in (one, other)]
        return len({life and self.origin(life) for life in lives}) == 1

    def latest(self, code: str) -> Agency | None:
        """The last life of a code, for naming it."""
        lives = self.lives_by_code.get(code)
        return lives[-1] if lives else None

    def full_name(self, agency: Agency) -> Text:
        """Its name, with its parent's behind it where another code bears the same name."""
        if len(self._codes_by_name[agency.name.vi]) == 1:
            return agency.name
        above = [
            life for life in self.lives_by_code.get(agency.parent or "", ()) if life.exists_beside(agency)
        ]
        if not above:
            return agency.name
        parent = above[-1].name
        return Text(f"{agency.name.vi}, {parent.vi}", f"{agency.name.en}, {parent.en}")

    @cached_property
    def _codes_by_name(self) -> dict[str, set[str]]:
        codes: dict[str, set[str]] = {}
        for agency in self.agencies:
            codes.setdefault(agency.name.vi, set()).add(agency.code)
        return codes

    def during(self, period: Period) -> tuple[Agency, ...]:
        """Every life that existed on some day of the period, in the registry's order."""
        return tuple(agency for agency in self.agencies if agency.exists_during(period))

    def heirs(self, agency: Agency, day: date, at: date | None = None) -> tuple[Agency, ...]:
        """Who carries on `day` what a life did on its day `at`: one life, none, or several (see `heirs`)."""
        return self._succession.heirs(agency, day, at)

    def predecessors(self, agency: Agency) -> tuple[Agency, ...]:
        """The lives that went wholly into a new agency when it began."""
        return self._succession.predecessors(agency)

    def origin(self, agency: Agency) -> Agency:
        """The first life of the agency that a life belongs to: its own, or one of another name or type."""
        return self._succession.origin(agency)

    def goes_on(self, code: str, day: date) -> bool:
        """Whether the agency that bears a code on a day is still there on the next, and bears it."""
        lives = self.lives_by_code.get(code, ())
        today, tomorrow = (
            next((life for life in lives if life.exists_on(each)), None)
            for each in (day, day + timedelta(days=1))
        )
        return today is not None and tomorrow is not None and self.origin(today) == self.origin(tomorrow)

    def in_order(self, lives: Iterable[Agency]) -> tuple[Agency, ...]:
        """Each of these lives once, in the registry's order."""
        return self._succession.in_order(lives)

    @cached_property
    def _succession(self) -> Succession:
        return Succession(self.agencies, self.lives_by_code)

    def holder(self, code: str, day: date) -> Agency | None:
        """Who does on a day what was once given to a code: its own life, or its heir where it has ended.

        None: nobody, or several among whom its work was divided.
        """
        begun = [life for life in self.lives_by_code.get(code, ()) if life.first_day <= day]
        heirs = self.heirs(begun[-1], day) if begun else ()
        return heirs[0] if len(heirs) == 1 else None

    def reporters(self, selectors: tuple[str, ...], period: Period) -> tuple[str, ...]:
        """Whom selectors mean in a period: `agency:CODE` means whoever holds the code's work on the last day.

        That one alone where it existed on the first day already: merged into another, a department is asked
        no longer, and the other for the whole period, so that nothing is asked twice. An heir that began
        within the period has its own days only; the days before are asked of whoever held the work then.

        Source: model, «Data items» (who sends it) and «Periods» (whom flows and stocks belong to).
        """
        return tuple(
            dict.fromkeys(meant for selector in selectors for meant in self._selectors_in(selector, period))
        )

    def _selectors_in(self, selector: str, period: Period) -> tuple[str, ...]:
        kind, _, code = selector.partition(":")
        holders: list[str] = []
        day = period.end
        while kind == "agency" and (holder := self.holder(code, day)):
            holders.append(f"agency:{holder.code}")
            if holder.first_day <= period.start:
                break
            day = holder.first_day - timedelta(days=1)
        return tuple(holders) or (selector,)

    def level_has_ended(self, level: Level, period: Period) -> bool:
        """Whether a level that once had agencies has none left on the period's last day."""
        last_day = self.last_day_of(level)
        return last_day is not None and last_day < period.end

    def last_day_of(self, level: Level) -> date | None:
        """The last day on which the level had an agency; None where it never had one."""
        return self._last_days.get(level)

    @cached_property
    def _last_days(self) -> dict[Level, date]:
        days: dict[Level, date] = {}
        for agency in self.agencies:
            days[agency.level] = max(agency.last_day, days.get(agency.level, date.min))
        return days


def _by_first_day(agency: Agency) -> date:
    return agency.first_day
