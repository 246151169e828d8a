"""The columns of figures: what was reached, what is asked, how much is missing."""

from cchc_cli.language import Text
from cchc_cli.reports.rows.column import Column, ColumnType
from cchc_cli.reports.rows.units import OPERATORS, QUANTITY_UNIT, UNIT

_STRING = ColumnType.STRING
_NUMBER = ColumnType.NUMBER
_DATE = ColumnType.DATE

FIGURES = (
    Column(
        "numerator",
        _NUMBER,
        Text("Tử số", "Numerator"),
        lambda run, verdict, language: verdict.numerator,
        Text(
            "tính chung (cộng tử số); với thay đổi: số hiện tại; với nhiệm vụ: số đơn vị đã làm",
            "pooled; of a change the present figure, of milestones and duties how many have done it",
        ),
        unit=QUANTITY_UNIT,
    ),
    Column(
        "denominator",
        _NUMBER,
        Text("Mẫu số", "Denominator"),
        lambda run, verdict, language: verdict.denominator,
        Text(
            "tính chung (cộng mẫu số); với thay đổi: số liệu gốc; với nhiệm vụ: số đơn vị phải làm",
            "pooled; of a change the baseline, of milestones and duties how many have to do it",
        ),
        unit=QUANTITY_UNIT,
    ),
    Column(
        "value",
        _NUMBER,
        Text("Kết quả", "Value"),
        lambda run, verdict, language: verdict.value,
        Text("chưa làm tròn; tỷ lệ từ 0 đến 100", "not rounded; shares from 0 to 100"),
        unit=UNIT,
    ),
    Column(
        "unit",
        _STRING,
        Text("Đơn vị tính của kết quả", "Unit of the value"),
        lambda run, verdict, language: verdict.unit,
        Text("theo danh mục chỉ tiêu; trống với nhiệm vụ", "as the catalogue has it; empty for duties"),
    ),
    Column(
        "operator",
        _STRING,
        Text("Cách so với mức phải đạt", "How the bound binds"),
        lambda run, verdict, language: verdict.operator,
        Text("trống khi chưa có mục tiêu nào có hiệu lực", "empty while no target is in force"),
        choices=OPERATORS,
    ),
    Column(
        "bound",
        _NUMBER,
        Text("Mức phải đạt", "Bound"),
        lambda run, verdict, language: verdict.bound,
        unit=UNIT,
    ),
    Column(
        "upper",
        _NUMBER,
        Text("Mức trên của khung", "Upper end of a band"),
        lambda run, verdict, language: verdict.upper,
        unit=UNIT,
    ),
    Column(
        "due",
        _DATE,
        Text("Thời hạn", "Due"),
        lambda run, verdict, language: verdict.due,
        Text("trống: mọi kỳ báo cáo", "empty: every period"),
    ),
    Column(
        "judged",
        _STRING,
        Text("Đánh giá theo kỳ hay theo năm", "Judged by period or by year"),
        lambda run, verdict, language: verdict.judged,
        choices=("period", "year"),
        required=True,
    ),
    Column(
        "gap",
        _NUMBER,
        Text("Chênh lệch so với mức phải đạt", "Value less bound"),
        lambda run, verdict, language: verdict.gap,
        Text(
            "âm: còn dưới mức; khi chưa đến hạn: so với mục tiêu kế tiếp",
            "negative below the bound; of what is not due, to the next target",
        ),
        unit=UNIT,
    ),
    Column(
        "shortfall",
        _NUMBER,
        Text("Còn thiếu", "Shortfall"),
        lambda run, verdict, language: verdict.shortfall,
        Text("ít nhất còn thiếu ở tử số; 0 khi đạt", "the least missing in the numerator; 0 when met"),
        unit=QUANTITY_UNIT,
    ),
)
