"""The figures of the period before, from the workbooks that `--previous` names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cchc_cli.cli.call import Sources
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.reading import Ground, read_submissions
from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text
from cchc_cli.period import Period

_NONE_BEFORE = Text(
    "--previous: kỳ {period} không có kỳ trước cùng loại; chỉ dùng với năm, quý, 6 tháng, 9 tháng",
    "--previous: {period} has no period of its kind before it; use it with a year, a quarter, six or nine "
    "months",
)
_FILLED_IN = Text(
    "Cột Kỳ trước ({period}): đã điền số của {count} đơn vị.",
    "Column Kỳ trước ({period}): filled in for {count} agencies.",
)
_ERRORS = Text(
    "Các tệp kỳ trước có {count} lỗi phải sửa; số bị lỗi không được điền (xem: cchc validate).",
    "The workbooks of the period before have {count} errors; those figures are not filled in (see: cchc "
    "validate).",
)


@dataclass(frozen=True, slots=True)
class LastPeriod:
    """What was reported for a period, by agency and item."""

    period: Period
    figures: Mapping[tuple[str, str], Decimal]
    errors: int

    def remarks(self, agencies: Sequence[str], language: Language) -> list[str]:
        """What to say of it when forms of these agencies are made."""
        count = len({agency for agency, _ in self.figures}.intersection(agencies))
        words = self.period.in_words(language)
        said = [_FILLED_IN.in_language(language).format(period=words, count=count)]
        return said + ([_ERRORS.in_language(language).format(count=self.errors)] if self.errors else [])


def read_last_period(sources: Sources, ground: Ground, period: Period) -> LastPeriod | None:
    """The figures of the period before this one; None where no workbooks are named for it.

    Raises UsageError where the period has none before it, and whatever reading raises.
    """
    if not sources.paths:
        return None
    before = period.previous
    if before is None:
        raise UsageError(_NONE_BEFORE.filled(period=period.words_in_a_sentence))
    intake = read_submissions(sources, ground)
    return LastPeriod(
        period=before,
        figures={(one.agency, one.item): one.value for one in intake.observations if one.period == before},
        errors=sum(finding.severity is Severity.ERROR for finding in intake.findings),
    )
