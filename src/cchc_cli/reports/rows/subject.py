"""The columns that say what a row is about, and what became of it."""

from cchc_cli.language import Text
from cchc_cli.reports.rows.column import Column, ColumnType
from cchc_cli.reports.rows.values import area_name
from cchc_cli.reports.wording import status_words
from cchc_cli.run import Reason, ScopeKind, Status

_STRING = ColumnType.STRING
_KINDS = ("share", "score", "change", "milestone", "duty")
_LEVELS = ("province", "district", "commune")
_STATUSES = tuple(status.value for status in Status)

SUBJECT = (
    Column(
        "indicator",
        _STRING,
        Text("Mã chỉ tiêu", "Id of the indicator"),
        lambda run, verdict, language: verdict.indicator,
        required=True,
    ),
    Column(
        "area",
        _STRING,
        Text("Mã lĩnh vực", "Code of the area"),
        lambda run, verdict, language: verdict.area,
        required=True,
    ),
    Column("area_name", _STRING, Text("Lĩnh vực", "Area"), area_name, required=True),
    Column(
        "name",
        _STRING,
        Text("Tên chỉ tiêu", "Name of the indicator"),
        lambda run, verdict, language: verdict.name.in_language(language),
        required=True,
    ),
    Column(
        "kind",
        _STRING,
        Text("Loại chỉ tiêu", "Kind of the indicator"),
        lambda run, verdict, language: verdict.kind,
        Text(
            "tỷ lệ, điểm số, thay đổi so với số liệu gốc, nhiệm vụ có thời hạn, nhiệm vụ thường xuyên",
            "a share, a score, a change against a baseline, a milestone, a standing duty",
        ),
        choices=_KINDS,
        required=True,
    ),
    Column(
        "scope_kind",
        _STRING,
        Text("Loại phạm vi", "Kind of the scope"),
        lambda run, verdict, language: verdict.scope.kind.value,
        Text("toàn tỉnh, một cấp, hoặc một đơn vị", "the whole province, a level, or one agency"),
        choices=tuple(kind.value for kind in ScopeKind),
        required=True,
    ),
    Column(
        "scope",
        _STRING,
        Text("Mã phạm vi", "Code of the scope"),
        lambda run, verdict, language: verdict.scope.code,
        Text("province, mã cấp, hoặc mã đơn vị", "province, a level, or an agency's code"),
        required=True,
    ),
    Column(
        "scope_name",
        _STRING,
        Text("Phạm vi", "Scope"),
        lambda run, verdict, language: verdict.scope.name.in_language(language),
        required=True,
    ),
    Column(
        "level",
        _STRING,
        Text("Cấp", "Level"),
        lambda run, verdict, language: verdict.scope.level,
        Text("trống với toàn tỉnh", "empty for the whole province"),
        choices=_LEVELS,
    ),
    Column(
        "period",
        _STRING,
        Text("Kỳ báo cáo", "Period"),
        lambda run, verdict, language: verdict.period,
        Text(
            "2024, 2024-Q1, 2024-H1, 2024-9M, hoặc hai ngày", "2024, 2024-Q1, 2024-H1, 2024-9M, or two days"
        ),
        required=True,
    ),
)

VERDICT = (
    Column(
        "status",
        _STRING,
        Text("Mã kết quả đánh giá", "Code of the verdict"),
        lambda run, verdict, language: verdict.status.value,
        choices=_STATUSES,
        required=True,
    ),
    Column(
        "status_text",
        _STRING,
        Text("Đánh giá", "Verdict"),
        lambda run, verdict, language: status_words(verdict, language),
        Text("bằng lời, như trong mọi báo cáo khác", "in words, as in every other report"),
        required=True,
    ),
    Column(
        "reason",
        _STRING,
        Text("Vì sao không kết luận", "Why nothing is decided"),
        lambda run, verdict, language: verdict.reason,
        choices=tuple(reason.value for reason in Reason),
    ),
)
