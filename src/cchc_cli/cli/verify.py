"""`cchc verify`: a report, or a frozen folder, computed again from what it was made from."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Paper, Staffing
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_cli.cli.verifying import Given, Verified

Report = Annotated[str, typer.Argument(metavar="REPORT")]
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH...")]

_ABOUT = Text(
    "Báo cáo {report}: {format}, do {tool} lập; kỳ: {periods}; {files} tệp số liệu.",
    "The report {report}: {format}, made by {tool}; periods: {periods}; workbooks: {files}.",
)
_READ = Text("Đã tính lại từ {files} tệp số liệu.", "Computed again; workbooks read: {files}.")
_FROZEN = Text("Mã băm SHA-256 của freeze.json: {sha256}", "SHA-256 of freeze.json: {sha256}")
_REMARK = Text("Lưu ý: {text}.", "Note: {text}.")
_CAUSE = Text("✗ Nguồn đã khác: {text}.", "✗ Not what it was made from: {text}.")
_FIRST = Text("✗ Chỗ khác đầu tiên: {text}.", "✗ The first difference: {text}.")
_OUTCOMES = {
    "identical": Text(
        "✓ GIỐNG HOÀN TOÀN: tính lại cho đúng báo cáo này, từng byte.", "✓ IDENTICAL, byte for byte."
    ),
    "saved-again": Text(
        "✓ GIỐNG VỀ NỘI DUNG: mọi số liệu, công thức và câu chữ như tính lại; tệp đã được lưu lại bằng "
        "chương trình khác, nên định dạng, biểu đồ, phần bị ẩn không được xét.",
        "✓ THE SAME CONTENT: every figure, formula and word is as computed again; another program has saved "
        "the file, so that formats, charts and what is hidden are not looked at.",
    ),
    "other-sources": Text(
        "✗ KHÔNG XÁC NHẬN ĐƯỢC: số liệu và câu chữ giống, nhưng không phải tính từ những tệp mà báo cáo ghi.",
        "✗ NOT CONFIRMED: figures and words are the same, but not computed from the files that the report "
        "names.",
    ),
    "different": Text(
        "✗ KHÁC: tính lại không cho đúng báo cáo này.", "✗ DIFFERENT: computed again, it is another report."
    ),
    "not-computed": Text(
        "✗ KHÔNG TÍNH LẠI ĐƯỢC: tệp lưu đã bị sửa.",
        "✗ NOT COMPUTED: the files that were kept have been changed.",
    ),
}
_HOLDS = Text("báo cáo đúng với số liệu", "the report holds")
_HOLDS_NOT = Text("báo cáo không khớp", "the report does not hold")


def verify(
    context: typer.Context,
    report: Report,
    paths: Paths = None,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    layout: options.Layout = None,
    baseline: options.Baseline = None,
    docx_template: options.DocxTemplate = None,
    docx_annex: options.DocxAnnex = None,
    jobs: options.Jobs = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> int:
    """Says whether a report is what comes out of the files it was made from."""
    from cchc_cli.cli.verifying import Given

    paper = Paper(docx_template, docx_annex)
    language = setting_of(context).language
    staffing = Staffing(jobs, cluster, language, quiet)
    given = Given(report, paths or [], targets, agencies, layout, baseline, paper, staffing)
    return _verify(given, language, quiet)


def _verify(given: "Given", language: Language, quiet: bool) -> int:
    from cchc_cli.cli.closing import CODE, closing_page
    from cchc_cli.cli.exit_codes import ExitCode
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.pages import page_of
    from cchc_cli.cli.verifying import verify_call

    verified = verify_call(given)
    page = page_of(sys.stdout)
    output = Output(language, quiet)
    lines = [page.text(text.in_language(language)) for text in _said(verified, given.report)]
    output.payload(page.render("", *lines))
    holds = verified.verification.holds
    code = ExitCode.FINE if holds else ExitCode.MISSED
    meaning = (_HOLDS if holds else _HOLDS_NOT).in_language(language)
    ending = closing_page()
    last = CODE.in_language(language).format(code=int(code), meaning=meaning)
    output.remark(ending.render("", ending.text(last, "bold")))
    return code


def _said(verified: "Verified", report: str) -> "Iterator[Text]":
    from cchc_cli.language import joined
    from cchc_cli.period import Period

    provenance, verification = verified.provenance, verified.verification
    periods = [Period.parse(period).words_in_a_sentence for period in provenance.asked.periods]
    yield _ABOUT.filled(
        report=report,
        format=provenance.format.upper(),
        tool=f"{provenance.tool.name} {provenance.tool.version}",
        periods=joined(periods, ", ") if periods else "-",
        files=provenance.files,
    )
    if verified.files:
        yield _READ.filled(files=verified.files)
    if verified.frozen is not None:
        yield _FROZEN.filled(sha256=verified.frozen.sha256)
    yield from (_REMARK.filled(text=text) for text in verification.remarks)
    yield from (_CAUSE.filled(text=text) for text in verification.causes)
    if verification.difference is not None:
        yield _FIRST.filled(text=verification.difference.text)
    yield _OUTCOMES[verification.outcome]
