"""Files of scenarios → scenarios that can be run; everything wrong with a file is said at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from cchc_cli.engine.evidence import Evidence
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.plain_text import plain
from cchc_cli.run import ScopeKind
from cchc_cli.scenarios.given import Given
from cchc_cli.scenarios.ground import Ground
from cchc_cli.scenarios.objections import Objections
from cchc_cli.scenarios.scenario import Expectation, Scenario, ScopeName
from cchc_cli.scenarios.source import ExpectSource, ScenarioFileSource, ScenarioSource
from cchc_cli.scenarios.spoken import unknown_words
from cchc_cli.strict_yaml import Document, InvalidFileError, Location, Strict, read_document, validate

SCOPES = {
    "Toàn tỉnh": ScopeName(ScopeKind.PROVINCE, "province"),
    "Cấp tỉnh": ScopeName(ScopeKind.LEVEL, "province"),
    "Cấp huyện": ScopeName(ScopeKind.LEVEL, "district"),
    "Cấp xã": ScopeName(ScopeKind.LEVEL, "commune"),
}
"""How the four scopes that are no agency are written."""

_SCOPES = {plain(name): scope for name, scope in SCOPES.items()}


def load_scenarios(path: Path, ground: Ground) -> list[Scenario]:
    """The scenarios of a file.

    Raises InvalidFileError with every problem at its line and column, OSError where the file cannot be
    read.
    """
    document = read_document(path)
    source = validate(document, ScenarioFileSource)
    objections = Objections(document)
    scenarios = list(_scenarios(source, ground, objections))
    objections.raise_any()
    return scenarios


def _scenarios(source: ScenarioFileSource, ground: Ground, objections: Objections) -> Iterator[Scenario]:
    document = objections.document
    if source.agencies is not None:
        try:
            ground = ground.with_registry(document.part(("agencies",)))
        except InvalidFileError as error:
            objections.take(error)
            return
    titles: set[str] = set()
    for number, entry in enumerate(source.scenarios):
        here: Location = ("scenarios", number)
        if entry.title in titles:
            objections.add((*here, "title"), _TITLE_TWICE.filled(title=entry.title))
        titles.add(entry.title)
        try:
            base = _base_of(entry, ground, document, here)
            changed = _changed(entry, base, document, here)
        except InvalidFileError as error:
            objections.take(error)
        else:
            yield _Reader(entry, here, base, changed, objections).scenario()


def _base_of(entry: ScenarioSource, ground: Ground, document: Document, here: Location) -> Ground:
    """What the scenario stands on: its own small province where it has one."""
    if entry.agencies is None:
        return ground
    return ground.with_registry(document.part((*here, "agencies")))


def _changed(entry: ScenarioSource, base: Ground, document: Document, here: Location) -> Ground:
    return base if entry.instead is None else base.with_changes(document.part((*here, "instead")))


@dataclass(frozen=True)
class _Reader:
    """Reads one scenario on the ground that it stands on."""

    source: ScenarioSource
    location: Location
    base: Ground
    ground: Ground
    objections: Objections

    def scenario(self) -> Scenario:
        source = self.source
        periods = self._periods()
        default = periods.get(source.period or "")
        self._check_readings()
        return Scenario(
            title=source.title,
            why=source.why,
            readings=tuple(source.reading),
            document=self.objections.document,
            location=self.location,
            base=self.base,
            ground=self.ground,
            evidence=self._evidence(periods),
            min_coverage=source.min_coverage or Decimal(0),
            as_of=source.as_of,
            expectations=tuple(self._expectations(periods, default)),
        )

    def _evidence(self, periods: dict[str, Period]) -> Evidence:
        given = Given(self.ground, self.objections, periods)
        return given.evidence(self.source.given, (*self.location, "given"), self.source.period)

    def _check_readings(self) -> None:
        known = self.ground.catalogue.reading_by_id
        for number, reading in enumerate(self.source.reading):
            if known and reading not in known:
                self.objections.unknown((*self.location, "reading", number), _READING, reading, known)

    def _periods(self) -> dict[str, Period]:
        """Every word of the scenario that stands where a period must."""
        periods = {}
        for location, word in self._period_words():
            here = (*self.location, *location)
            try:
                period = periods[word] = Period.parse(word)
            except ValueError:
                self.objections.add(here, _NO_PERIOD.filled(word=word))
                continue
            if not self.ground.catalogue.programme.years.covers(period):
                self.objections.add(here, _OUTSIDE.filled(period=str(period)))
        return periods

    def _period_words(self) -> Iterator[tuple[Location, str]]:
        if self.source.period is not None:
            yield ("period",), self.source.period
        for number, row in enumerate(self.source.given):
            for index, word in enumerate(row.period or ()):
                yield ("given", number, "period", index), word
        for number, expected in enumerate(self.source.expect):
            if expected.period is not None:
                yield ("expect", number, "period"), expected.period

    def _expectations(self, periods: dict[str, Period], default: Period | None) -> Iterator[Expectation]:
        for number, entry in enumerate(self.source.expect):
            here = (*self.location, "expect", number)
            period = periods.get(entry.period) if entry.period else default
            indicator = entry.indicator or self.source.indicator
            if period is None and not entry.period and not self.source.period:
                self.objections.add(here, _PERIOD_MISSING)
            if indicator is None:
                self.objections.add(here, _INDICATOR_MISSING)
            self._check_words(entry, here)
            scope = self._scope(entry, here)
            if indicator is None or period is None or not self._knows(indicator, entry, here):
                continue
            yield Expectation(entry, here, indicator, period, scope)

    def _knows(self, indicator: str, entry: ExpectSource, here: Location) -> bool:
        known = self.ground.catalogue.indicator_by_id
        if indicator not in known:
            place = (*here, "indicator") if entry.indicator else (*self.location, "indicator")
            self.objections.unknown(place, _INDICATOR, indicator, known)
        return indicator in known

    def _scope(self, entry: ExpectSource, here: Location) -> ScopeName | None:
        word = entry.scope
        if word is None:
            return None
        scope = _SCOPES.get(plain(word))
        if scope is not None:
            return scope
        codes = self.ground.registry.lives_by_code
        if word not in codes:
            self.objections.unknown((*here, "scope"), _SCOPE, word, [*SCOPES, *codes])
            return None
        return ScopeName(ScopeKind.AGENCY, word)

    def _check_words(self, entry: ExpectSource, here: Location) -> None:
        if not entry.model_fields_set - _WHICH:
            self.objections.add(here, _NOTHING_EXPECTED)
        for location in _empty_records(entry):
            self.objections.add((*here, *location), _EMPTY)
        for location, noun, word, known in unknown_words(entry):
            self.objections.unknown((*here, *location), noun, word, known)


def _empty_records(record: Strict) -> Iterator[Location]:
    """Where a record within an expectation asks for nothing, not even for its absence."""
    for name in type(record).model_fields:
        within = getattr(record, name)
        if isinstance(within, Strict):
            if not within.model_fields_set:
                yield (name,)
            yield from ((name, *location) for location in _empty_records(within))


_WHICH = {"indicator", "scope", "period"}
"""What says which verdict is meant, and nothing about it."""

_READING = Text("cách hiểu", "reading")
_INDICATOR = Text("chỉ tiêu", "indicator")
_SCOPE = Text(
    "phạm vi (Toàn tỉnh, Cấp tỉnh, Cấp huyện, Cấp xã hoặc mã đơn vị)",
    "scope (Toàn tỉnh, Cấp tỉnh, … or a code)",
)
_TITLE_TWICE = Text(
    "kịch bản “{title}” đã có ở trên; hãy đặt tên khác",
    "a scenario '{title}' already stands above; give it another title",
)
_NO_PERIOD = Text(
    "“{word}” không phải kỳ báo cáo; hãy viết như 2023, 2023-Q1, 2023-H1, 2023-9M",
    "'{word}' is not a period; write it like 2023, 2023-Q1, 2023-H1, 2023-9M",
)
_OUTSIDE = Text(
    "kỳ {period} nằm ngoài các năm của Chương trình", "the period {period} is outside the programme's years"
)
_PERIOD_MISSING = Text(
    "chưa rõ kỳ báo cáo; hãy ghi period ở đây hoặc ở kịch bản",
    "the period is not said; write period here or in the scenario",
)
_INDICATOR_MISSING = Text(
    "chưa rõ chỉ tiêu; hãy ghi indicator ở đây hoặc ở kịch bản",
    "the indicator is not said; write indicator here or in the scenario",
)
_NOTHING_EXPECTED = Text(
    "chưa ghi điều mong đợi; hãy ghi ít nhất một khóa như status, value",
    "nothing is expected here; write at least one key such as status, value",
)
_EMPTY = Text(
    "mục này chưa ghi gì; hãy ghi điều phải có, hoặc ghi null nếu phải không có",
    "nothing stands here; write what there must be, or null where there must be nothing",
)
