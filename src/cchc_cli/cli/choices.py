"""Option values as they were typed → what they mean; whatever means nothing is a UsageError."""

import re
from collections.abc import Collection, Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import Literal, cast

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.window import named_period
from cchc_cli.cli.call import Filters
from cchc_cli.cli.exit_codes import DEFAULT_FAIL_ON, FAIL_ON
from cchc_cli.cli.problems import UsageError, not_among
from cchc_cli.engine.evidence import Question, Tracing
from cchc_cli.language import Text, joined
from cchc_cli.level import Level
from cchc_cli.period import YEARS_OF_REPORTS, Period
from cchc_cli.registry.registry import Registry
from cchc_cli.reports.arrangement import Sort
from cchc_cli.run import Status

_ALL_PERIODS = {"all", "tất cả"}
_BY = ("province", "level", "agency")
_PARTS = ("observations",)
_PERCENT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")

_WHOLE = re.compile(r"[0-9]{1,9}")
_NO_COUNT = Text(
    "--top: “{value}” không phải số nguyên từ 1 trở lên", "--top: '{value}' is no whole number from 1 on"
)
_NOT_ON_THE_MAP = Text(
    "--agency: danh mục ngày {day} không có đơn vị “{code}”{instead}",
    "--agency: there is no '{code}' on the map of {day}{instead}",
)
_FAR_AWAY = Text(
    "{option}: “{value}” không phải ngày của báo cáo nào; hãy kiểm tra lại năm",
    "{option}: '{value}' is no day of any report; check the year",
)
_OUTSIDE = Text(
    "--period: {period} nằm ngoài các năm của chương trình ({years})",
    "--period: {period} lies outside the years of the programme ({years})",
)
_INSTEAD = Text("; hãy dùng {codes}", "; use {codes}")

Rows = Literal["province", "level", "agency"]


def parse_period(option: str, value: str) -> Period:
    """One period, in any of the forms of the contract."""
    try:
        return Period.parse(value)
    except ValueError:
        raise UsageError(
            Text(
                f"{option}: “{value}” không phải kỳ báo cáo; hãy viết 2024, 2024-Q1, 2024-H1, 2024-9M hoặc "
                "2024-01-01..2024-06-07",
                f"{option}: '{value}' is no period; write 2024, 2024-Q1, 2024-H1, 2024-9M or "
                "2024-01-01..2024-06-07",
            )
        ) from None


def parse_day(option: str, value: str) -> date:
    """One day, as 2025-07-01 or as 01/07/2025."""
    written = value.strip()
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(written, form).date()
        except ValueError:
            continue
        if day.year in YEARS_OF_REPORTS:
            return day
        raise UsageError(_FAR_AWAY.filled(option=option, value=value))
    raise UsageError(
        Text(
            f"{option}: “{value}” không phải ngày; hãy viết theo dạng 2025-07-01 hoặc 01/07/2025",
            f"{option}: '{value}' is no date; write it as 2025-07-01 or 01/07/2025",
        )
    )


def parse_percent(option: str, value: str) -> Fraction:
    """A share in percent, exactly, with or without its sign; a decimal comma is read too."""
    written = value.strip().removesuffix("%").strip().replace(",", ".")
    number = Fraction(written) if _PERCENT.fullmatch(written) else None
    if number is None or number > 100:
        raise UsageError(
            Text(
                f"{option}: “{value}” không phải tỷ lệ từ 0 đến 100",
                f"{option}: '{value}' is no share between 0 and 100",
            )
        )
    return number


def parse_fail_on(values: Iterable[str], known: Collection[str] = FAIL_ON) -> frozenset[str]:
    """What makes the exit code differ from 0; nothing for `never`."""
    named = [word.strip().lower() for value in values for word in value.split(",") if word.strip()]
    for word in named:
        if word not in known:
            raise not_among("--fail-on", word, known)
    if "never" in named and len(set(named)) > 1:
        raise UsageError(Text("--fail-on: never không đi cùng giá trị khác", "--fail-on: never stands alone"))
    return frozenset(named) - {"never"} if named else DEFAULT_FAIL_ON


def parse_sort(value: str | None) -> Sort | None:
    """The order of the verdicts; None for that of the catalogue."""
    return None if value is None else Sort(_among("--sort", value.lower(), list(Sort), value))


def parse_top(value: str | None) -> int | None:
    """How many rows of agencies there are at most; None for all."""
    if value is None:
        return None
    if not _WHOLE.fullmatch(value.strip()) or int(value) < 1:
        raise UsageError(_NO_COUNT.filled(value=value))
    return int(value)


def parse_parts(values: Iterable[str]) -> frozenset[str]:
    """What `--with` adds to the JSON."""
    return frozenset(_among("--with", value, _PARTS) for value in values)


class Choices:
    """The filters of a call, held against what catalogue and registry have."""

    def __init__(self, catalogue: Catalogue, registry: Registry) -> None:
        self._catalogue = catalogue
        self._registry = registry

    def periods(self, values: Iterable[str]) -> tuple[Period, ...] | None:
        """The periods named; None for all of the call; empty where none is named."""
        named = list(values)
        if any(value.strip().lower() in _ALL_PERIODS for value in named):
            return None
        return tuple(dict.fromkeys(self.period(value) for value in named))

    def period(self, value: str) -> Period:
        """A period of the programme, meant as in a submission: days of a data window are its year or part."""
        period = named_period(parse_period("--period", value), self._catalogue.windows)
        years = self._catalogue.programme.years
        if not years.covers(period):
            within = f"{years.start.year}-{years.end.year}"
            raise UsageError(_OUTSIDE.filled(period=period.words_in_a_sentence, years=within))
        return period

    def levels(self, values: Iterable[str]) -> frozenset[Level]:
        return frozenset(
            Level(_among("--level", value, [level.value for level in Level])) for value in values
        )

    def agency(self, option: str, value: str) -> str:
        codes = self._registry.lives_by_code
        return value if value in codes else _among(option, value.upper(), codes, value)

    def agencies(self, values: Iterable[str]) -> frozenset[str]:
        return frozenset(self.agency("--agency", value) for value in values)

    def agencies_on(self, day: date | None, values: Iterable[str]) -> frozenset[str]:
        """The agencies that are asked about, on the map of a day: under the codes that they have there."""
        codes = self.agencies(values)
        if day is not None:
            for code in sorted(codes):
                self._must_exist_on(day, code)
        return codes

    def _must_exist_on(self, day: date, code: str) -> None:
        lives = self._registry.lives_by_code[code]
        if any(life.exists_on(day) for life in lives):
            return
        heirs = self._registry.in_order(heir for life in lives for heir in self._registry.heirs(life, day))
        names = joined(
            (
                Text(f"{heir.code} ({name.vi})", f"{heir.code} ({name.en})")
                for heir in heirs
                for name in [self._registry.full_name(heir)]
            ),
            ", ",
        )
        instead = _INSTEAD.filled(codes=names) if heirs else Text("", "")
        raise UsageError(_NOT_ON_THE_MAP.filled(code=code, day=f"{day:%d/%m/%Y}", instead=instead))

    def areas(self, values: Iterable[str]) -> frozenset[str]:
        return frozenset(
            _among("--area", value.upper(), self._catalogue.area_by_id, value) for value in values
        )

    def indicators(self, values: Iterable[str], option: str = "--indicator") -> frozenset[str]:
        return frozenset(_among(option, value, self._catalogue.indicator_by_id) for value in values)

    def statuses(self, values: Iterable[str]) -> frozenset[str]:
        known = [status.value for status in Status]
        return frozenset(_among("--status", value.replace("-", "_"), known, value) for value in values)

    def by(self, values: Iterable[str]) -> frozenset[Rows]:
        return frozenset(cast(Rows, _among("--by", value, _BY)) for value in values)


def question_of(choices: Choices, filters: Filters) -> Question:
    """The question that the filters ask."""
    as_of = parse_day("--as-of", filters.as_of) if filters.as_of else None
    return Question(
        periods=choices.periods(filters.periods),
        by=choices.by(filters.by),
        min_coverage=parse_percent("--min-coverage", filters.min_coverage),
        levels=choices.levels(filters.levels),
        agencies=choices.agencies_on(as_of, filters.agencies),
        areas=choices.areas(filters.areas),
        indicators=choices.indicators(filters.indicators, "INDICATOR" if filters.trace else "--indicator"),
        statuses=choices.statuses(filters.statuses),
        tracing=Tracing.ALL if filters.trace else Tracing.NONE,
        as_of=as_of,
    )


def _among(option: str, value: str, known: Collection[str], written: str | None = None) -> str:
    if value.strip() not in known:
        raise not_among(option, value if written is None else written, known)
    return value.strip()
