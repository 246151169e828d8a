"""The closing remarks of commands that judge nothing: what was read, written and found."""

from collections.abc import Iterable, Sequence

from cchc_cli.cli.closing import CODE, FIRST_FINDINGS, READ, WRITTEN, closing_page, found_line
from cchc_cli.cli.destinations import Destination
from cchc_cli.cli.exit_codes import NOT_COUNTED, ExitCode, findings_fail
from cchc_cli.findings.finding import Severity
from cchc_cli.intake.intake import Intake
from cchc_cli.language import Language, Text
from cchc_cli.reports.findings_table import findings_lines
from cchc_cli.run import FindingRecord

_INVALID = Text("có báo cáo số liệu phải sửa", "submissions must be mended")
_FINE = Text("không có báo cáo nào phải sửa", "no submission has to be mended")


def ending(
    findings: Iterable[FindingRecord], fail_on: frozenset[str], warned: Text, fine: Text = _FINE
) -> tuple[ExitCode, Text]:
    """The exit code that some findings deserve, and why; `warned` says what warnings mean here."""
    found = list(findings)
    if findings_fail(found, fail_on):
        has_errors = any(finding.severity is Severity.ERROR for finding in found)
        return ExitCode.INVALID, _INVALID if has_errors and "invalid" in fail_on else warned
    return ExitCode.FINE, fine if "invalid" in fail_on else NOT_COUNTED


def remarks(
    intake: Intake,
    findings: Sequence[FindingRecord],
    destinations: Iterable[Destination],
    code: ExitCode,
    meaning: Text,
    language: Language,
    with_findings: bool,
    further: Iterable[str] = (),
) -> str:
    """The remarks as text for stderr; `further` lines stand behind what was read."""
    page = closing_page()
    agencies = {key.agency for key in intake.unusable} | {one.agency for one in intake.observations.bundles()}
    lines = [
        READ.in_language(language).format(
            files=len(intake.submissions), skipped=intake.skipped, agencies=len(agencies)
        ),
        *further,
        *(WRITTEN.in_language(language).format(path=file.path) for file in destinations),
        found_line(findings, language),
    ]
    last = CODE.in_language(language).format(code=int(code), meaning=meaning.in_language(language))
    shown = findings_lines(findings, language, page, FIRST_FINDINGS) if with_findings else ()
    return page.render("", *map(page.text, lines), *shown, page.text(last, "bold"))
