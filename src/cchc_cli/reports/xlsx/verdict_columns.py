"""The columns of the sheet of verdicts; those that are not printed stand on the right."""

from typing import Final

from cchc_cli.language import Text
from cchc_cli.reports.xlsx.table import Column

COLUMNS: Final = (
    Column(Text("STT", "No."), 5, "number"),
    Column(Text("Lĩnh vực", "Area"), 7, "centred"),
    Column(Text("Chỉ tiêu", "Indicator"), 38, "wrapped"),
    Column(Text("Phạm vi", "Scope"), 20, "wrapped"),
    Column(Text("Kỳ báo cáo", "Period"), 9, "centred"),
    Column(Text("Yêu cầu", "Asked"), 20, "wrapped"),
    Column(Text("Mức phải đạt", "Bound"), 9, "number"),
    Column(Text("Tử số", "Numerator"), 12, "number"),
    Column(Text("Mẫu số", "Denominator"), 12, "number"),
    Column(Text("Kết quả", "Value"), 10, "number"),
    Column(Text("Chênh lệch (điểm)", "Gap (points)"), 9, "number"),
    Column(Text("Còn thiếu", "Shortfall"), 10, "number"),
    Column(Text("Đánh giá", "Verdict"), 20, "wrapped"),
    Column(Text("Đã báo cáo", "Reporting"), 7, "number"),
    Column(Text("Phải báo cáo", "Expected"), 7, "number"),
    Column(Text("Cơ quan chủ trì", "Lead"), 27, "wrapped"),
    Column(Text("Thời hạn", "Due"), 12, "day", printed=False),
    Column(Text("Phép so sánh", "Operator"), 12, "centred", printed=False),
    Column(Text("Mức trên", "Upper bound"), 9, "number", printed=False),
    Column(Text("ĐVT", "Unit"), 8, "centred", printed=False),
    Column(Text("Tính chất số liệu", "Figures"), 12, "centred", printed=False),
    Column(Text("Loại dòng", "Kind of row"), 18, printed=False),
    Column(Text("Căn cứ", "Clause"), 40, "wrapped", printed=False),
    Column(Text("Trích dẫn", "Words of the clause"), 70, "wrapped", printed=False),
    Column(Text("Kết quả bằng chữ", "Reached, in words"), 60, "wrapped", printed=False),
    Column(Text("Tiến độ (ước tính)", "Pace (estimate)"), 60, "wrapped", printed=False),
    Column(Text("Ghi chú", "Notes"), 60, "wrapped", printed=False),
    Column(Text("Cách tính", "Formula"), 70, "wrapped", printed=False),
    Column(Text("Cách hiểu", "Reading"), 12, printed=False),
    Column(Text("Mã chỉ tiêu", "Indicator code"), 32, printed=False),
    Column(Text("Mã phạm vi", "Scope code"), 12, printed=False),
    Column(Text("Trạng thái", "Status"), 26, printed=False),
    Column(Text("Khóa tra cứu", "Key"), 44, printed=False),
)
AREA, PERIOD, BOUND, NUMERATOR, DENOMINATOR, VALUE, GAP, VERDICT = 1, 4, 6, 7, 8, 9, 10, 12
REPORTING, EXPECTED, UPPER, KIND = 13, 14, 18, 21
SCOPE_CODE, STATUS, KEY = 30, 31, 32
"""Where a column stands, counted from 0."""
