"""The sheet of the catalogue used: every indicator shown, with every target of its lines."""

from collections.abc import Iterator

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language, Text
from cchc_cli.outgoing.book import Book
from cchc_cli.reports.requirement import bound_text, unit_text
from cchc_cli.reports.sections import clauses, formula_text, readings, usual_document
from cchc_cli.reports.wording import READINGS
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.table import Column, Table, Value, quantity
from cchc_cli.run import Run, Verdict
from cchc_cli.trace import TracedTarget

_TITLE = Text("Chỉ tiêu, mục tiêu và căn cứ đã dùng", "Indicators, targets and clauses used")
_NOTE = Text(
    "Mỗi dòng là một mức của lộ trình. Số dòng là dòng của tệp danh mục chỉ tiêu; mã SHA-256 của tệp ở trang "
    "Nguồn gốc.",
    "One row for each bound of a ladder. Lines are those of the catalogue file, whose SHA-256 stands on the "
    "sheet Provenance.",
)
_KINDS = {
    "share": Text("Tỷ lệ", "Share"),
    "score": Text("Điểm số", "Score"),
    "change": Text("Mức thay đổi", "Change"),
    "milestone": Text("Nhiệm vụ có thời hạn", "Milestone"),
    "duty": Text("Nhiệm vụ thường xuyên", "Duty"),
}
_COLUMNS = (
    Column(Text("Lĩnh vực", "Area"), 7, "centred"),
    Column(Text("Chỉ tiêu", "Indicator"), 40, "wrapped"),
    Column(Text("Phạm vi", "Scope"), 13, "wrapped"),
    Column(Text("Mục tiêu", "Target"), 18, "wrapped"),
    Column(Text("Mức phải đạt", "Bound"), 9, "number"),
    Column(Text("Thời hạn", "Due"), 12, "day"),
    Column(Text("Từ ngày", "Since"), 12, "day"),
    Column(Text("Hết ngày", "Until"), 12, "day"),
    Column(Text("Đang áp dụng", "In force"), 9, "centred"),
    Column(Text("Căn cứ", "Clause"), 34, "wrapped"),
    Column(Text("Trích dẫn", "Words of the clause"), 54, "wrapped"),
    Column(Text("Loại", "Kind"), 22, printed=False),
    Column(Text("Cách tính", "Formula"), 70, "wrapped", printed=False),
    Column(READINGS, 70, "wrapped", printed=False),
    Column(Text("Theo quy định", "Fixed by"), 30, printed=False),
    Column(Text("Dòng trong danh mục", "Line of the catalogue"), 12, "number", printed=False),
    Column(Text("Mã chỉ tiêu", "Indicator code"), 34, printed=False),
)
_MARK = "×"


def catalogue_table(book: Book, language: Language) -> Table:
    """The sheet, still without rows."""
    return Table(book, language, names.CATALOGUE, _TITLE, _NOTE, _COLUMNS)


def write_catalogue(table: Table, dossier: Dossier, language: Language) -> None:
    """Every indicator of the run once for each scope that is no single agency's; else once."""
    usual = usual_document(dossier.run)
    for verdict in _representatives(dossier):
        trace = dossier.trace(verdict)
        shared = _shared(dossier.run, verdict, usual, language)
        for target in trace.targets if trace and trace.targets else [None]:
            asked = _target(dossier.run, verdict, target, language)
            declared = _declared(dossier.run, verdict, target, language)
            table.add([*shared[0], *asked, *shared[1], *declared])
    table.finish(frozen=2)


def _representatives(dossier: Dossier) -> Iterator[Verdict]:
    """The newest verdict of each indicator and scope; of agencies' rows one, where there is no other."""
    rows: dict[tuple[str, str], Verdict] = {}
    alone: dict[str, Verdict] = {}
    for verdict in dossier.run.verdicts:
        if dossier.trace(verdict) is None:
            alone.setdefault(verdict.indicator, verdict)
        elif verdict.official or verdict.indicator not in {key[0] for key in rows}:
            rows[verdict.indicator, verdict.scope.code] = verdict
    yield from rows.values()
    told = {indicator for indicator, _ in rows}
    yield from (verdict for indicator, verdict in alone.items() if indicator not in told)


def _shared(run: Run, verdict: Verdict, usual: str, language: Language) -> tuple[list[Value], list[Value]]:
    cited = clauses(run, [verdict], language, usual)
    codes = (verdict.reading or "").split(", ")
    before: list[Value] = [
        verdict.area,
        verdict.name.in_language(language),
        verdict.scope.name.in_language(language),
    ]
    kind = _KINDS[verdict.kind].in_language(language) if verdict.kind in _KINDS else verdict.kind
    after: list[Value] = [
        "; ".join(clause.place for clause in cited),
        " / ".join(f"“{clause.quote}”" for clause in cited),
        kind,
        formula_text(run, run.glossary.indicators.get(verdict.indicator), language),
        " ".join(readings(run, codes, language)),
    ]
    return before, after


def _target(run: Run, verdict: Verdict, target: TracedTarget | None, language: Language) -> list[Value]:
    if target is None:
        return [None] * 6
    unit = unit_text(run, verdict, language)
    return [
        bound_text(verdict.kind, target.operator, target.bound, target.upper, unit, language),
        quantity(target.bound, verdict.unit),
        target.due,
        target.since,
        target.until,
        _MARK if target.in_force else "",
    ]


def _declared(run: Run, verdict: Verdict, target: TracedTarget | None, language: Language) -> list[Value]:
    terms = run.glossary.indicators.get(verdict.indicator)
    line = target.line if target else terms.line if terms else None
    fixed = target.fixed_by.in_language(language) if target and target.fixed_by else ""
    if target and target.source:
        fixed = f"{fixed}: {target.source}"
    return [fixed, line, verdict.indicator]
