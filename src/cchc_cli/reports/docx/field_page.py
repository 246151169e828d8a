"""The page about templates: how one is written, and every field that it may name."""

from collections.abc import Iterator

from cchc_cli.language import Language, Text
from cchc_cli.reports.docx.annex import TITLES
from cchc_cli.reports.docx.environment import FILTERS
from cchc_cli.reports.docx.field_table import Entry, Kind, entries, parts
from cchc_cli.reports.docx.fields import Report
from cchc_cli.reports.docx.template_names import LOOP
from cchc_cli.reports.sinks import markdown

_TITLE = Text("Mẫu Word của báo cáo định kỳ", "The Word template of the periodic report")
_MADE = Text(
    "Trang này được tạo từ bảng các trường của chương trình (`python scripts/make_docx_template_page.py`).",
    "This page is made from the program's table of fields (`python scripts/make_docx_template_page.py`).",
)
_HOW = (
    Text(
        "Báo cáo `cchc evaluate … -o baocao.docx` được điền vào một mẫu Word. Chép mẫu gốc bằng `cchc init "
        "DIR`, sửa bằng Word (quốc hiệu, tên cơ quan, nơi nhận, chức danh, cỡ chữ, thứ tự các phần), rồi "
        "dùng: `cchc evaluate … -o baocao.docx --docx-template DIR/report-template.docx`.",
        "The report of `cchc evaluate … -o report.docx` is filled into a Word template. Copy the original "
        "with `cchc init DIR`, edit it in Word (heading block, names, recipients, signatory, sizes, the "
        "order of the parts), then: `cchc evaluate … -o report.docx --docx-template "
        "DIR/report-template.docx`.",
    ),
    Text(
        "Mẫu được kiểm tra trước khi tính: trường không có, thẻ viết sai, tệp hỏng đều được nêu tên, và "
        "chưa có gì được ghi. Mẫu là dữ liệu: nó không gọi được hàm nào.",
        "A template is checked before any work: a field that isn't there, a tag written wrongly, a broken "
        "file are named, and nothing is written. A template is data: it cannot call anything.",
    ),
)
_TAGS_TITLE = Text("Cách viết thẻ", "How tags are written")
_TAGS = (
    (
        "{{ period }}",
        Text(
            "in một trường; trường nhiều dòng được in mỗi dòng một hàng",
            "prints a field; a field of several lines is printed one below the other",
        ),
    ),
    (
        "{%p for area in areas %} … {%p endfor %}",
        Text(
            "lặp các đoạn văn ở giữa; mỗi thẻ đứng riêng một đoạn",
            "repeats the paragraphs between; each tag is a paragraph of its own",
        ),
    ),
    (
        "{%tr for row in area.rows %} … {%tr endfor %}",
        Text(
            "lặp các dòng bảng ở giữa; mỗi thẻ đứng riêng một dòng bảng",
            "repeats the table rows between; each tag is a row of its own",
        ),
    ),
    (
        "{%tc for column in annex.columns %} … {%tc endfor %}",
        Text(
            "lặp các ô ở giữa; mỗi thẻ đứng riêng một ô",
            "repeats the cells between; each tag is a cell of its own",
        ),
    ),
    (
        "{%p if missed %} … {%p else %} … {%p endif %}",
        Text(
            "chỉ giữ đoạn văn khi có; {%tr if … %} cho dòng bảng", "keeps paragraphs where there is something"
        ),
    ),
    (
        "{% colspan annex.columns|length %}",
        Text("ô này trải qua từng ấy cột", "this cell goes across so many columns"),
    ),
)
_LOOP = Text(
    "Trong vòng lặp có thêm: {names}. Bộ lọc dùng được: {filters}.",
    "Within a loop there are also: {names}. Filters that may be used: {filters}.",
)
_ANNEX = Text(
    "Bảng phụ lục có văn bản thay thế (Alt Text, Title) là `annex`: độ rộng các cột của bảng ấy theo tệp "
    "phụ lục (`--docx-annex`). Dòng `provenance` phải có để `cchc verify` đối chiếu; mẫu không có thì nó "
    "được thêm ở cuối.",
    "The table of the annex has the alternative text (Alt Text, Title) `annex`: its columns get their "
    "widths from the annex file (`--docx-annex`). `cchc verify` needs the line `provenance`; where a "
    "template has it not, it is added at the end.",
)
_ANNEX_TITLE = Text("Tệp phụ lục", "The annex file")
_ANNEX_HOW = Text(
    "`--docx-annex TỆP` nêu các cột (`columns`) và các dòng (`rows`) của phụ lục. Mỗi dòng là một trong ba "
    "loại: "
    '`area: TTHC` (mọi chỉ tiêu của một lĩnh vực dưới tên lĩnh vực; `"*"`: mọi lĩnh vực), `heading: …` (một '
    "dòng tiêu đề), `indicator: …` (một chỉ tiêu, kèm `number` và `name` nếu cần). Mã sai được báo kèm "
    "dòng, cột của tệp; chỉ tiêu có kết quả mà phụ lục không nêu thì tài liệu và màn hình nói rõ. Các cột:",
    "`--docx-annex FILE` says which `columns` and `rows` the annex has. A row is one of three things: "
    "`area: TTHC` "
    '(all indicators of an area under its name; `"*"`: every area), `heading: …` (a heading), `indicator: …` '
    "(one indicator, with `number` and `name` where wanted). A misspelt id is an error with line and "
    "column; what was judged and is not named is said in the document and on stderr. The columns:",
)
_FIELDS = Text("Các trường", "The fields")
_ROOT = Text("Dùng thẳng tên", "Used by their names")
_OF = Text("Trường của {names}", "Fields of {names}")
_HEADER = Text("| Trường | Loại | Nội dung |", "| Field | Kind | What it says |")
_TEXT, _FLAG, _LINES = Text("chữ", "text"), Text("có hoặc không", "yes or no"), Text("các dòng", "lines")
_LIST = Text("danh sách", "list")
_PART = Text("nhóm trường", "group of fields")
_RULE = "|---|---|---|"


def template_page(language: Language) -> str:
    """The page in Markdown."""
    return "\n".join(_lines(language)) + "\n"


def _lines(language: Language) -> Iterator[str]:
    yield f"# {_TITLE.in_language(language)}"
    for text in (_MADE, *_HOW):
        yield from ("", text.in_language(language))
    yield from ("", f"## {_TAGS_TITLE.in_language(language)}", "")
    for tag, says in _TAGS:
        yield f"- `{tag}`: {says.in_language(language)}"
    names = ", ".join(f"`loop.{name}`" for name in LOOP)
    filters = ", ".join(f"`{name}`" for name in FILTERS)
    yield from ("", _LOOP.in_language(language).format(names=names, filters=filters))
    yield from ("", _ANNEX.in_language(language))
    yield from ("", f"## {_ANNEX_TITLE.in_language(language)}", "", _ANNEX_HOW.in_language(language), "")
    for column, title in TITLES.items():
        yield f"- `{column.value}`: {title.in_language(language)}"
    yield from ("", f"## {_FIELDS.in_language(language)}")
    for part in parts():
        yield from _table(part, language)


def _table(part: type, language: Language) -> Iterator[str]:
    title = _ROOT if part is Report else _OF.filled(names=", ".join(f"`{path}`" for path in _paths(part)))
    yield from ("", f"### {title.in_language(language)}", "")
    yield from (_HEADER.in_language(language), _RULE)
    for entry in entries(part).values():
        says = markdown(entry.says.in_language(language))
        yield f"| `{entry.name}` | {_kind(entry, language)} | {says} |"


def _paths(part: type) -> list[str]:
    """By which fields a part is reached."""
    return [
        f"{entry.name}" if owner is Report else f"{owner.__name__.lower()}.{entry.name}"
        for owner in parts()
        for entry in entries(owner).values()
        if part in (entry.kind.part, entry.kind.items.part if entry.kind.items else None)
    ]


def _kind(entry: Entry, language: Language) -> str:
    return _words(entry.kind).in_language(language)


def _words(kind: Kind) -> Text:
    if kind.part is not None:
        return _PART
    if kind.items is None:
        return _FLAG if kind.is_flag else _TEXT
    return _LINES if kind.items.is_text else _LIST
