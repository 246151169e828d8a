"""What a finding code means and how to mend it: one code, the list of all, and the page of the docs."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from cchc_cli.findings.finding import FindingKind, Severity
from cchc_cli.findings.kinds import KINDS
from cchc_cli.language import Language, Text
from cchc_cli.reports.found import CURE
from cchc_cli.reports.page import Page
from cchc_cli.reports.sinks import markdown
from cchc_cli.reports.wording import SEVERITY

CONSEQUENCE = {
    Severity.ERROR: Text(
        "Số liệu có lỗi không được dùng cho đến khi sửa; mã thoát là 3.",
        "The figures concerned are not used until it is mended; the exit code is 3.",
    ),
    Severity.WARNING: Text(
        "Đơn vị kiểm tra lại, sửa hoặc ghi giải trình ở cột “Giải trình, ghi chú”; đã giải trình thì không "
        "hỏi lại. Số liệu vẫn được dùng, trừ khi phần ý nghĩa nói khác.",
        "The agency looks again and mends it or explains it in the column 'Giải trình, ghi chú'; once it is "
        "explained nobody is asked again. The figure is used unless the meaning says otherwise.",
    ),
    Severity.INFO: Text("Để biết; không phải làm gì.", "Good to know; nothing has to be done about it."),
}
_MEANING = Text("Ý nghĩa", "Meaning")
_EXAMPLE = Text("Ví dụ", "Example")
_SEVERITY = Text("Mức độ", "Severity")
_LIST_TITLE = Text("Các mã nội dung cần xử lý", "Finding codes")
_MORE = Text("Xem kỹ một mã: cchc explain MÃ.", "More about one: cchc explain CODE.")
_HEADINGS = (Text("Mã", "Code"), Text("Mức độ", "Severity"), Text("Nội dung", "Title"))
_INTRODUCTION = Text(
    "Trang này được tạo từ bảng mã của chương trình (`python scripts/make_findings_page.py`); xem từng mã ở "
    "dòng lệnh bằng `cchc explain MÃ`.",
    "This page is made from the program's table of codes (`python scripts/make_findings_page.py`); "
    "`cchc explain CODE` shows the same on the command line.",
)


def example_text(kind: FindingKind, language: Language) -> str:
    """What stood there, and what should have."""
    found, mended = kind.example.found.in_language(language), kind.example.mended.in_language(language)
    return f"{_EXAMPLE.in_language(language)}: {found} → {mended}"


def explained(kind: FindingKind, language: Language, page: Page) -> str:
    """Everything about one code, for a terminal."""
    severity = SEVERITY[kind.severity].in_language(language)
    consequence = CONSEQUENCE[kind.severity].in_language(language)
    parts: list[RenderableType] = [page.text(f"{kind.title.in_language(language)} ({kind.code})", "bold")]
    for label, words in (
        (_SEVERITY.in_language(language), f"{severity}. {consequence}"),
        (_MEANING.in_language(language), kind.meaning.in_language(language)),
        (CURE.in_language(language), kind.hint.in_language(language)),
    ):
        parts += ["", page.text(label, "bold"), page.indented(words)]
    label, _, words = example_text(kind, language).partition(": ")
    return page.render(*parts, "", page.text(label, "bold"), page.indented(words))


def explained_list(language: Language, page: Page) -> str:
    """Every code with its severity and title, for a terminal."""
    grid = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in _HEADINGS:
        grid.add_column(page.text(heading.in_language(language)), overflow="fold")
    for kind in KINDS.values():
        cells = (kind.code, SEVERITY[kind.severity].in_language(language), kind.title.in_language(language))
        grid.add_row(*map(page.text, cells))
    return page.render(grid, page.text(_MORE.in_language(language), "dim"))


def explained_markdown(kind: FindingKind, language: Language) -> str:
    """Everything about one code."""
    return "\n".join(_section(kind, language, "#")) + "\n"


def explained_document(language: Language) -> str:
    """Everything about every code: the page of the docs."""
    return "\n".join(_document(language)) + "\n"


def _document(language: Language) -> Iterator[str]:
    yield f"# {_LIST_TITLE.in_language(language)}"
    yield ""
    yield _INTRODUCTION.in_language(language)
    yield ""
    for severity, consequence in CONSEQUENCE.items():
        name = SEVERITY[severity].in_language(language)
        yield f"- **{name}** (`{severity}`): {consequence.in_language(language)}"
    yield ""
    yield f"| {' | '.join(heading.in_language(language) for heading in _HEADINGS)} |"
    yield f"|{'---|' * len(_HEADINGS)}"
    for kind in KINDS.values():
        title = markdown(kind.title.in_language(language))
        yield f"| [`{kind.code}`](#{kind.code}) | {SEVERITY[kind.severity].in_language(language)} | {title} |"
    for kind in KINDS.values():
        yield ""
        yield from _section(kind, language, "##")


def _section(kind: FindingKind, language: Language, mark: str) -> Iterator[str]:
    yield f"{mark} {kind.code}"
    yield ""
    yield f"**{markdown(kind.title.in_language(language))}.** {markdown(kind.meaning.in_language(language))}"
    yield ""
    yield f"- {_SEVERITY.in_language(language)}: {SEVERITY[kind.severity].in_language(language)}"
    yield f"- {CURE.in_language(language)}: {markdown(kind.hint.in_language(language))}"
    yield f"- {markdown(example_text(kind, language))}"
