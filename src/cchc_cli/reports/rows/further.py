"""The columns that were added later: they stand at the end, so that the others keep their places."""

from cchc_cli.language import Text
from cchc_cli.reports.requirement import quantity_unit
from cchc_cli.reports.rows.column import Column, ColumnType
from cchc_cli.reports.rows.units import OPERATORS, UNIT
from cchc_cli.reports.rows.values import baseline, following, last_known, lead_name, period_end, period_start
from cchc_cli.reports.wording import finality_words
from cchc_cli.run import Status

_STRING = ColumnType.STRING
_NUMBER = ColumnType.NUMBER
_DATE = ColumnType.DATE
_STATUSES = tuple(status.value for status in Status)

FURTHER = (
    Column(
        "as_of",
        _DATE,
        Text("Danh mục đơn vị của ngày", "On the map of"),
        lambda run, verdict, language: run.as_of,
        Text("trống: mỗi kỳ theo danh mục của chính kỳ ấy", "empty: each period on its own map"),
    ),
    Column("lead_name", _STRING, Text("Cơ quan chủ trì", "Lead agency"), lead_name),
    Column(
        "next_operator",
        _STRING,
        Text("Mục tiêu kế tiếp: cách so", "Next target: how its bound binds"),
        lambda run, verdict, language: following(verdict, "operator"),
        choices=OPERATORS,
    ),
    Column(
        "next_bound",
        _NUMBER,
        Text("Mục tiêu kế tiếp: mức phải đạt", "Next target: bound"),
        lambda run, verdict, language: following(verdict, "bound"),
        unit=UNIT,
    ),
    Column(
        "next_upper",
        _NUMBER,
        Text("Mục tiêu kế tiếp: mức trên của khung", "Next target: upper end of its band"),
        lambda run, verdict, language: following(verdict, "upper"),
        unit=UNIT,
    ),
    Column(
        "next_due",
        _DATE,
        Text("Mục tiêu kế tiếp: thời hạn", "Next target: due"),
        lambda run, verdict, language: following(verdict, "due"),
    ),
    Column(
        "provisional_text",
        _STRING,
        Text("Tạm tính hay chính thức", "Provisional or final"),
        lambda run, verdict, language: finality_words(verdict, language),
        Text("trống khi chưa kết luận", "empty where nothing is decided"),
    ),
    Column(
        "weight",
        _NUMBER,
        Text("Phần mẫu số kỳ trước của các đơn vị đã báo cáo", "Share of last period's denominator reported"),
        lambda run, verdict, language: verdict.coverage.weight,
        unit="%",
    ),
    Column(
        "last_known_period",
        _STRING,
        Text("Kết quả gần nhất của cấp đã kết thúc: kỳ", "Last known of a level that ended: period"),
        lambda run, verdict, language: last_known(verdict, "period"),
    ),
    Column(
        "last_known_value",
        _NUMBER,
        Text("Kết quả gần nhất: giá trị", "Last known: value"),
        lambda run, verdict, language: last_known(verdict, "value"),
        unit=UNIT,
    ),
    Column(
        "last_known_bound",
        _NUMBER,
        Text("Kết quả gần nhất: mức phải đạt", "Last known: bound"),
        lambda run, verdict, language: last_known(verdict, "bound"),
        unit=UNIT,
    ),
    Column(
        "last_known_status",
        _STRING,
        Text("Kết quả gần nhất: mã kết quả đánh giá", "Last known: code of the verdict"),
        lambda run, verdict, language: last_known(verdict, "status"),
        choices=_STATUSES,
    ),
    Column("period_start", _DATE, Text("Ngày đầu kỳ", "First day of it"), period_start, required=True),
    Column("period_end", _DATE, Text("Ngày cuối kỳ", "Last day of it"), period_end, required=True),
    Column(
        "baseline",
        _STRING,
        Text("Kỳ của số liệu gốc", "Period of the baseline"),
        baseline,
        Text("chỉ với thay đổi so với số liệu gốc", "of changes only"),
    ),
    Column(
        "quantity_unit",
        _STRING,
        Text("Đơn vị tính của tử số và số còn thiếu", "Unit of numerator and shortfall"),
        quantity_unit,
    ),
)
