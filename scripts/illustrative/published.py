"""Workbooks made from figures that were really published, so that the program can read them.

Unlike everything else in this package, nothing here is made up: the figures are those of the two CSV files
in `examples/published/`, whose sources SOURCES.md names.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from illustrative import look
from illustrative.saving import save

_RATIOS = "published-ratios.csv"
_INDEX = "index-2020-published.csv"


@dataclass(frozen=True, slots=True)
class _Source:
    """Whose row a published ratio belongs in, for which period, and which items its two sides are."""

    agency: str
    period: str
    numerator: str
    denominator: str


_DUE = "dossiers-due"
_VINH_PHUC = {
    "vp-2109": "từ 01/09/2021 đến 30/09/2021",
    "vp-21q3": "Quý III/2021",
    "vp-2018": "từ 22/01/2018 đến 10/12/2018",
}
_OF_DUE = {
    "ontime": "dossiers-in-time",
    "late": "dossiers-late-or-overdue",
    "returned": "dossiers-returned",
}
_SOURCES = {
    **{
        f"{start}-{end}": _Source("VP", period, item, _DUE)
        for start, period in _VINH_PHUC.items()
        for end, item in _OF_DUE.items()
    },
    "vp-2018-khcn-ontime": _Source("VP-SKHCN", "Năm 2018", "settled-in-time", "settled"),
    "vp-2018-khcn-late": _Source("VP-SKHCN", "Năm 2018", "late-or-overdue", "settled-or-overdue"),
    "tg-pvhcc-0623": _Source(
        "TG-PVHCC", "từ 01/01/2023 đến 07/06/2023", "received-online", "received-in-period"
    ),
    "tg-gd-0623": _Source("TG-GD", "6 tháng đầu năm 2023", "schools-cashless", "schools"),
    "tg-dtc-q1-23": _Source("TG-DTC", "Quý I/2023", "investment-disbursed", "investment-planned"),
}
_NAMES = {
    "VP": "Tỉnh Vĩnh Phúc",
    "VP-SKHCN": "Sở Khoa học và Công nghệ tỉnh Vĩnh Phúc",
    "TG-PVHCC": "Trung tâm Phục vụ hành chính công tỉnh Tiền Giang",
    "TG-GD": "Ngành giáo dục tỉnh Tiền Giang",
    "TG-DTC": "Đầu tư công tỉnh Tiền Giang",
}


def write_published(folder: Path) -> None:
    """Writes the two workbooks and the index catalogue beside the CSV files they come from."""
    save(_ratios_workbook(folder / _RATIOS), folder / "ratios.xlsx", "Tỷ lệ đã công bố")
    scores = _read(folder / _INDEX)
    save(_index_workbook(scores), folder / "index-2020.xlsx", "Chỉ số cải cách hành chính 2020 đã công bố")
    (folder / "targets-index.yaml").write_text(_index_catalogue(scores), encoding="utf-8", newline="\n")


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _ratios_workbook(path: Path) -> Workbook:
    rows: dict[tuple[str, str], dict[str, int | Decimal | None]] = {}
    for line in _read(path):
        source = _SOURCES[line["id"]]
        figures = rows.setdefault((source.agency, source.period), {})
        figures[source.numerator] = _number(line["numerator"])
        figures[source.denominator] = _number(line["denominator"])
    items = list(dict.fromkeys(item for figures in rows.values() for item in figures))
    workbook, sheet = _workbook("TỶ LỆ ĐÃ CÔNG BỐ: TỬ SỐ, MẪU SỐ (nguồn: SOURCES.md)")
    _write_header(sheet, ["Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", *items])
    for number, ((agency, period), figures) in enumerate(rows.items(), start=4):
        _write_row(sheet, number, [agency, _NAMES[agency], period, *(figures.get(item) for item in items)])
    return workbook


def _number(written: str) -> int | Decimal | None:
    """A published number: thousands points, decimal comma; None where it wasn't published ('?')."""
    if written == "?":
        return None
    number = Decimal(written.replace(".", "").replace(",", "."))
    return int(number) if "," not in written else number


def _index_workbook(scores: Sequence[dict[str, str]]) -> Workbook:
    workbook, sheet = _workbook("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2020 ĐÃ CÔNG BỐ (nguồn: SOURCES.md)")
    codes = [code for code, _ in _ranked(scores)]
    _write_header(sheet, ["Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", *codes])
    values = [Decimal(score["score"].replace(",", ".")) for score in scores]
    _write_row(sheet, 4, ["UBND", "Ủy ban nhân dân tỉnh Tiền Giang", "Năm 2020", *values])
    return workbook


def _ranked(scores: Iterable[dict[str, str]]) -> list[tuple[str, dict[str, str]]]:
    """Every score with a code: its group and its place in the published order."""
    return [(f"{_GROUPS[score['group']][1]}-{int(score['published_order']):02}", score) for score in scores]


_GROUPS = {
    "sở, ban, ngành tỉnh": ("SBN", "department", "Sở, ban, ngành tỉnh", "Departments"),
    "cơ quan ngành dọc": ("ND", "vertical", "Cơ quan ngành dọc", "Vertical agencies"),
    "UBND cấp huyện - Cụm 1 (excerpt cut after 4th)": (
        "C",
        "cluster-one",
        "UBND cấp huyện, cụm 1 (bản trích chỉ có 4 đơn vị đầu)",
        "Districts, cluster 1 (the excerpt has the first four only)",
    ),
}

_HEAD = """\
# Chỉ số cải cách hành chính năm 2020 đã công bố của tỉnh Tiền Giang, để đọc thử; do scripts/make_examples.py
# viết từ index-2020-published.csv. Không có mức phải đạt: kết quả chỉ nêu lại điểm. Không phải danh mục chính
# thức.
# The published index of 2020, for reading only; written by scripts/make_examples.py. There is no bound to
# reach: the results only repeat the scores. Scores above 100 are real (bonus points). Nothing official.

programme:
  id: tien-giang-index-2020
  title: {vi: Chỉ số cải cách hành chính năm 2020, en: Public administration reform index of 2020}
  document: index-2020-published.csv
  issued: 2020-12-31
  years: {from: 2020, until: 2020}

areas:
"""


def _index_catalogue(scores: Sequence[dict[str, str]]) -> str:
    areas = [
        f'  - {{id: {area}, name: {{vi: "{vi}", en: "{en}"}}}}\n' for area, _, vi, en in _GROUPS.values()
    ]
    ranked = _ranked(scores)
    indicators = [_indicator(code, score, line) for line, (code, score) in enumerate(ranked, start=2)]
    items = [_item(code, score) for code, score in ranked]
    return "".join([_HEAD, *areas, "\nindicators:\n", *indicators, "\nitems:\n", *items])


def _indicator(code: str, score: dict[str, str], line: int) -> str:
    return f"""\
  - id: {code}
    area: {_GROUPS[score["group"]][0]}
    name: {{vi: "{score["agency"]}", en: "{score["agency"]}"}}
    kind: score
    numerator: [{code}]
    targets:
      - every: period
        external: {{name: {{vi: Không có mức phải đạt, en: No bound to reach}}}}
        cite: {{line: {line}, place: "dòng {line}", quote: "{score["score"]}"}}
"""


def _item(code: str, score: dict[str, str]) -> str:
    return f"""\
  - code: {code}
    name: {{vi: "Điểm của {score["agency"]}", en: "Score of {score["agency"]}"}}
    kind: score
    measure: published
    reported_by: agency:UBND
"""


def _workbook(title: str) -> tuple[Workbook, Worksheet]:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Số liệu"
    look.write(sheet, 1, 1, title, look.TITLE)
    return workbook, sheet


def _write_header(sheet: Worksheet, heads: Sequence[str]) -> None:
    for column, head in enumerate(heads, start=1):
        look.write(sheet, 3, column, head, look.BOLD, look.HEADING, look.CENTRED, look.GRID)
    for letter, width in zip("ABC", (12, 48, 32), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "D4"


def _write_row(sheet: Worksheet, row: int, values: Sequence[str | int | Decimal | None]) -> None:
    for column, value in enumerate(values, start=1):
        look.write(sheet, row, column, value, border=look.GRID)
