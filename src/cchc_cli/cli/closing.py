"""The closing summary on stderr: what was read, what was judged, what is wrong, what the exit code means."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cchc_cli.cli.destinations import Destination
from cchc_cli.cli.exit_codes import ExitCode
from cchc_cli.cli.pages import page_of
from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.reports.findings_table import findings_lines
from cchc_cli.reports.found import counts_text
from cchc_cli.reports.page import Page

if TYPE_CHECKING:
    from cchc_cli.cli.evaluation import Outcome
    from cchc_cli.run import FindingRecord

_UNBROKEN = 4096
FIRST_FINDINGS = 3
"""Findings of one code that the summary shows where stdout does not show them."""

READ = Text(
    "Đã đọc {files} tệp, bỏ qua {skipped} tệp không phải bảng tính; {agencies} đơn vị có số liệu.",
    "Files read: {files}; skipped because they are not spreadsheets: {skipped}; agencies with figures: "
    "{agencies}.",
)
_JUDGED = Text("Kỳ được đánh giá: {periods}.", "Periods evaluated: {periods}.")
_OTHERS = Text(
    "Các kỳ khác có số liệu: {periods} (chọn bằng --period).",
    "Other periods with figures: {periods} (choose with --period).",
)
WRITTEN = Text("Đã ghi: {path}.", "Written: {path}.")
_FINDINGS = Text("Nội dung cần xử lý: {counts}", "Findings: {counts}")
CODE = Text("Mã thoát {code}: {meaning}.", "Exit code {code}: {meaning}.")


def closing_summary(
    outcome: "Outcome",
    destinations: Iterable[Destination],
    code: ExitCode,
    meaning: Text,
    language: Language,
    findings: "Sequence[FindingRecord]",
    further: Iterable[str] = (),
) -> str:
    """The summary as text for stderr, with the first of the `findings` that stdout does not show.

    `further` lines stand behind what was judged.
    """
    page = closing_page()
    run = outcome.run
    lines = [
        READ.in_language(language).format(
            files=len(run.inputs), skipped=outcome.skipped, agencies=outcome.agencies
        )
    ]
    lines += [*_about_periods(outcome, language), *further]
    lines += [WRITTEN.in_language(language).format(path=file.path) for file in destinations]
    lines.append(found_line(run.findings, language))
    ending = CODE.in_language(language).format(code=int(code), meaning=meaning.in_language(language))
    listed = findings_lines(findings, language, page, FIRST_FINDINGS)
    return page.render("", *map(page.text, lines), *listed, page.text(ending, "bold"))


def found_line(findings: "Sequence[FindingRecord]", language: Language) -> str:
    """How many findings there are of each concern."""
    counts = counts_text(findings, language)
    return _FINDINGS.in_language(language).format(counts=counts) if findings else counts


def closing_page() -> Page:
    """A log gets each statement on one line, so that paths stay whole and can be searched for."""
    page = page_of(sys.stderr)
    return page if sys.stderr.isatty() else page._replace(width=_UNBROKEN)


def _about_periods(outcome: "Outcome", language: Language) -> list[str]:
    lines = []
    for words, periods in ((_JUDGED, outcome.periods), (_OTHERS, outcome.other_periods)):
        if periods:
            lines.append(words.in_language(language).format(periods=_listed(periods, language)))
    return lines


def _listed(periods: Iterable[Period], language: Language) -> str:
    return ", ".join(period.in_words(language) for period in periods)
