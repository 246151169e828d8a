"""The figures of the period before, from the workbooks that `--previous` names."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from cchc_cli.cli.call import Sources
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.reading import Ground, read_submissions
from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text, joined
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
_OTHER_PERIODS = Text(
    "Cột Kỳ trước để trống: các tệp của --previous không có số liệu kỳ {period} (có: {found}).",
    "Column Kỳ trước is blank: --previous has no figures for {period} (it has: {found}).",
)
_NO_FIGURES = Text("không có số liệu nào", "none at all")
_ERRORS = Text(
    "Các tệp kỳ trước có {count} lỗi phải sửa; số bị lỗi không được điền (xem: cchc validate).",
    "The workbooks of the period before have {count} errors; those figures are not filled in (see: cchc "
    "validate).",
)


class LastPeriod(NamedTuple):
    """What was reported for a period, by agency and item; `reported` are all periods of the workbooks."""

    period: Period
    figures: Mapping[tuple[str, str], Decimal]
    reported: tuple[Period, ...]
    errors: int

    def remarks(self, agencies: Sequence[str], language: Language) -> list[str]:
        """What to say of it when forms of these agencies are made."""
        said = [self._filled_in(agencies)]
        if self.errors:
            said.append(_ERRORS.filled(count=self.errors))
        return [text.in_language(language) for text in said]

    def _filled_in(self, agencies: Sequence[str]) -> Text:
        if not self.figures:
            found = joined([period.words for period in self.reported], "; ") or _NO_FIGURES
            return _OTHER_PERIODS.filled(period=self.period.words_in_a_sentence, found=found)
        count = len({agency for agency, _ in self.figures}.intersection(agencies))
        return _FILLED_IN.filled(period=self.period.words, count=count)


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
        reported=tuple(sorted({one.period for one in intake.observations})),
        errors=sum(finding.severity is Severity.ERROR for finding in intake.findings),
    )
