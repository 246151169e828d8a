"""The columns that say how a target that is not due is on its way: estimates, never verdicts."""

from cchc_cli.language import Text
from cchc_cli.pace import PaceMethod, PaceState
from cchc_cli.reports.rows.column import Column, ColumnType
from cchc_cli.reports.rows.units import UNIT
from cchc_cli.reports.rows.values import pace

_ESTIMATE = Text("ước tính, không phải kết quả đánh giá", "an estimate, no verdict")

ESTIMATES = (
    Column(
        "pace_state",
        ColumnType.STRING,
        Text("Tiến độ", "Pace"),
        lambda run, verdict, language: pace(verdict, "state"),
        _ESTIMATE,
        choices=tuple(state.value for state in PaceState),
    ),
    Column(
        "pace_method",
        ColumnType.STRING,
        Text("Tiến độ: cách tính", "Pace: how it is worked out"),
        lambda run, verdict, language: pace(verdict, "method"),
        Text(
            f"{_ESTIMATE.vi}; theo lộ trình, theo mức tăng đã nêu, hoặc theo đường thẳng",
            f"{_ESTIMATE.en}; along a declared ladder, at a declared rate, or on a straight line",
        ),
        choices=tuple(method.value for method in PaceMethod),
    ),
    Column(
        "pace_bound",
        ColumnType.NUMBER,
        Text("Tiến độ: mục tiêu tính đến", "Pace: the target ahead"),
        lambda run, verdict, language: pace(verdict, "to", "bound"),
        unit=UNIT,
    ),
    Column(
        "pace_due",
        ColumnType.DATE,
        Text("Tiến độ: thời hạn của mục tiêu ấy", "Pace: when that target is due"),
        lambda run, verdict, language: pace(verdict, "to", "due"),
    ),
    Column(
        "pace_expected",
        ColumnType.NUMBER,
        Text("Tiến độ: mức lẽ ra có vào ngày cuối kỳ", "Pace: where it should stand on the last day"),
        lambda run, verdict, language: pace(verdict, "expected"),
        _ESTIMATE,
        unit=UNIT,
    ),
    Column(
        "pace_needed_per_year",
        ColumnType.NUMBER,
        Text("Tiến độ: mỗi năm cần thêm", "Pace: needed a year from here"),
        lambda run, verdict, language: pace(verdict, "needed_per_year"),
        _ESTIMATE,
        unit=UNIT,
    ),
    Column(
        "pace_projected",
        ColumnType.NUMBER,
        Text("Dự báo khi đến hạn", "Projected for the due date"),
        lambda run, verdict, language: pace(verdict, "projected", "value"),
        Text(
            f"{_ESTIMATE.vi}; nếu tiếp tục như các năm qua",
            f"{_ESTIMATE.en}; if the last years go on as they went",
        ),
        unit=UNIT,
    ),
    Column(
        "pace_projected_meets",
        ColumnType.BOOLEAN,
        Text("Dự báo có tới mức phải đạt", "Whether the projection meets the bound"),
        lambda run, verdict, language: pace(verdict, "projected", "meets"),
        _ESTIMATE,
    ),
)
