"""What a template of the periodic report may name: each part a dataclass, each field with what it says.

The one table that the document is filled from, that a template is checked against, and that the page about
templates is made of.
"""

from dataclasses import dataclass
from typing import Annotated

from cchc_cli.language import Text

Lines = tuple[str, ...]
"""Several lines: printed one below the other, or gone through with `for`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One target in the table of its area."""

    name: Annotated[str, Text("Tên chỉ tiêu", "Name of the indicator")]
    scope: Annotated[str, Text("Phạm vi: toàn tỉnh, một cấp, một đơn vị", "Whom it is about")]
    asked: Annotated[Lines, Text("Mục tiêu và thời hạn", "What is asked, and by when")]
    reached: Annotated[Lines, Text("Kết quả", "What is reached")]
    verdict: Annotated[Lines, Text("Đánh giá; còn thiếu bao nhiêu", "The verdict; how much is missing")]


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the programme."""

    code: Annotated[str, Text("Mã lĩnh vực, ví dụ TTHC", "Code of the area, such as TTHC")]
    name: Annotated[str, Text("Tên lĩnh vực", "Name of the area")]
    counts: Annotated[str, Text("Câu tổng hợp: đạt, không đạt…", "A sentence of counts: met, missed…")]
    rows: Annotated[tuple[Row, ...], Text("Các mục tiêu của lĩnh vực", "The targets of the area")]


@dataclass(frozen=True, slots=True)
class Missed:
    """One target that is missed."""

    name: Annotated[str, Text("Tên chỉ tiêu", "Name of the indicator")]
    scope: Annotated[str, Text("Phạm vi", "Whom it is about")]
    asked: Annotated[str, Text("Mức phải đạt", "The bound")]
    reached: Annotated[str, Text("Kết quả", "What is reached")]
    missing: Annotated[str, Text("Còn thiếu", "How much is missing")]
    sentence: Annotated[
        str,
        Text("Cả câu: tên, phạm vi, kết quả, mức phải đạt, còn thiếu", "All of the above as one sentence"),
    ]
    lead: Annotated[str, Text("Cơ quan chủ trì; có thể trống", "The agency that answers; may be empty")]
    held_back_by: Annotated[
        str, Text("Đơn vị làm giảm kết quả chung; có thể trống", "Who holds the figure back; may be empty")
    ]


@dataclass(frozen=True, slots=True)
class Risk:
    """One target that may be missed when it is due. An estimate."""

    name: Annotated[str, Text("Tên chỉ tiêu", "Name of the indicator")]
    scope: Annotated[str, Text("Phạm vi", "Whom it is about")]
    target: Annotated[Lines, Text("Mục tiêu và thời hạn", "The target, and by when")]
    reached: Annotated[str, Text("Kết quả đến nay", "What is reached so far")]
    pace: Annotated[str, Text("Tiến độ và dự báo (ước tính)", "Pace and projection (an estimate)")]


@dataclass(frozen=True, slots=True)
class Due:
    """The targets at risk that are due in one year."""

    year: Annotated[str, Text("Năm đến hạn", "The year they are due")]
    risks: Annotated[tuple[Risk, ...], Text("Các mục tiêu có nguy cơ", "The targets at risk")]


@dataclass(frozen=True, slots=True)
class AnnexColumn:
    """One column of the annex."""

    title: Annotated[str, Text("Tiêu đề cột", "Heading of the column")]


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One row of the annex: a heading across all columns, or cells."""

    is_heading: Annotated[bool, Text("Dòng tiêu đề hay không", "Whether it is a heading")]
    heading: Annotated[str, Text("Chữ của dòng tiêu đề", "What the heading says")]
    cells: Annotated[
        tuple[Lines, ...], Text("Các ô, theo thứ tự cột", "Its cells, in the order of the columns")
    ]


@dataclass(frozen=True, slots=True)
class Annex:
    """The annex: its columns and rows as the annex file (`--docx-annex`) wants them."""

    columns: Annotated[tuple[AnnexColumn, ...], Text("Các cột", "The columns")]
    rows: Annotated[tuple[AnnexRow, ...], Text("Các dòng", "The rows")]
    left_out: Annotated[Lines, Text("Những gì phụ lục không nêu", "What the annex leaves out")]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Who has reported for one period."""

    sentence: Annotated[str, Text("Kỳ nào, n/N đơn vị đã báo cáo", "Which period, n of N agencies reported")]
    missing: Annotated[Lines, Text("Các đơn vị chưa báo cáo", "Agencies that have not reported")]
    late: Annotated[
        Lines, Text("Các đơn vị nộp chậm, kèm ngày văn bản", "Agencies that came late, with the day")
    ]


@dataclass(frozen=True, slots=True)
class Correction:
    """One figure that a correction took the place of."""

    agency: Annotated[str, Text("Đơn vị báo cáo", "The agency")]
    item: Annotated[str, Text("Số liệu báo cáo và kỳ", "The data item, and its period")]
    before: Annotated[str, Text("Số liệu cũ", "The figure before")]
    after: Annotated[str, Text("Số liệu mới", "The figure now")]
    source: Annotated[Lines, Text("Văn bản đính chính, tệp và ô", "The letter of correction, file and cell")]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What the report was made from, as a hash or a number."""

    name: Annotated[str, Text("Tên", "What it is of")]
    value: Annotated[str, Text("Giá trị", "The value")]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything in a report."""

    period: Annotated[str, Text("Kỳ báo cáo, giữa câu: “năm 2024”", "The period within a sentence")]
    period_title: Annotated[
        str,
        Text("Kỳ báo cáo, đầu dòng: “6 tháng đầu năm 2024 (lũy kế từ đầu năm)”", "The period as a heading"),
    ]
    programme: Annotated[str, Text("Tên Chương trình", "Title of the programme")]
    cutoff: Annotated[
        str, Text("Thời điểm chốt số liệu, dd/mm/yyyy; có thể trống", "The cut-off, dd/mm/yyyy; may be empty")
    ]
    remarks: Annotated[
        Lines,
        Text(
            "Điều cần biết trước: kỳ, phạm vi báo cáo", "What must be known first: periods, what was selected"
        ),
    ]
    is_judged: Annotated[bool, Text("Có kết quả đánh giá hay không", "Whether anything was judged")]
    not_judged: Annotated[str, Text("Câu nói không có kết quả đánh giá", "Says that nothing was judged")]
    reporting: Annotated[
        str, Text("n/N đơn vị đã báo cáo; thiếu, chậm", "n of N agencies reported; missing, late")
    ]
    standing: Annotated[str, Text("Tạm tính hay chính thức", "Provisional or final")]
    headline: Annotated[Lines, Text("Các câu tổng hợp kết quả", "The sentences that sum up the verdicts")]
    changes_sentence: Annotated[
        str,
        Text(
            "So với kỳ trước: bao nhiêu kết quả đổi", "Against the period before: how many verdicts changed"
        ),
    ]
    changes: Annotated[Lines, Text("Các kết quả đổi", "The verdicts that changed")]
    areas: Annotated[tuple[Area, ...], Text("Các lĩnh vực", "The areas")]
    missed_title: Annotated[
        str, Text("Tiêu đề của phần mục tiêu không đạt", "What stands over the targets missed")
    ]
    missed: Annotated[tuple[Missed, ...], Text("Các mục tiêu không đạt", "The targets missed")]
    due: Annotated[
        tuple[Due, ...],
        Text("Mục tiêu có nguy cơ, theo năm đến hạn (ước tính)", "Targets at risk, by the year due"),
    ]
    annex: Annotated[Annex, Text("Phụ lục", "The annex")]
    arrivals: Annotated[
        tuple[Arrivals, ...], Text("Tình hình báo cáo từng kỳ", "Who reported, period by period")
    ]
    corrections: Annotated[tuple[Correction, ...], Text("Số liệu đính chính", "Figures corrected")]
    readings: Annotated[Lines, Text("Cách hiểu, cách tính", "How the words of the clauses are read")]
    fingerprints: Annotated[
        tuple[Fingerprint, ...], Text("Mã băm, số tệp, phiên bản", "Hashes, files, version")
    ]
    provenance: Annotated[
        str,
        Text(
            "Dòng để cchc verify đối chiếu; được thêm ở cuối nếu mẫu không có",
            "The line that cchc verify reads; added at the end where the template has it not",
        ),
    ]
