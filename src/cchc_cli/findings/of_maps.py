"""Finding codes about history put on the map of another day (`--as-of`): what cannot be added up there."""

from dataclasses import replace

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

_HINT = Text(
    "Không phải sửa số liệu; bỏ --as-of để xem mỗi kỳ theo danh mục đơn vị của chính kỳ ấy.",
    "No figure has to be mended; without --as-of each period is shown on its own map.",
)

SPLIT_NOT_RESTATED = FindingKind(
    code="split-not-restated",
    severity=Severity.INFO,
    title=Text("Số liệu của đơn vị bị chia, không quy về được", "A split that cannot be restated"),
    meaning=Text(
        "Khi quy về danh mục đơn vị của ngày khác (--as-of), số liệu của các đơn vị đã nhập được cộng lại; "
        "số liệu của đơn vị thuộc về nhiều đơn vị thì không biết phần nào của ai. Số liệu ấy vẫn tính vào "
        "toàn tỉnh, vào cấp khi mọi đơn vị nhận đều cùng cấp; dòng của các đơn vị nhận để trống.",
        "On the map of another day (--as-of) the figures of merged agencies are added up; how those of an "
        "agency that belongs to several are divided among them nobody knows. They still count in the "
        "province, and in a level where all of them are of that level; the rows of these agencies stay "
        "empty.",
    ),
    message=Text(
        "Theo danh mục đơn vị ngày {day}, số liệu kỳ {period_words} của {agency_name} ({agency}) thuộc nhiều "
        "đơn vị: {heirs}; không chia được, {counted}.",
        "On the map of {day} the figures of {agency_name} ({agency}) for {period_words} belong to several "
        "agencies: {heirs}; they cannot be divided and {counted}.",
    ),
    hint=_HINT,
    example=Example(
        Text(
            "Một sở được chia cho bốn sở, kỳ 2024 quy về ngày 01/07/2025",
            "A department divided among four, 2024 on the map of 01/07/2025",
        ),
        Text("Kỳ 2024 theo danh mục của năm 2024", "2024 on its own map"),
    ),
)

ENDED_NOT_RESTATED = FindingKind(
    code="ended-not-restated",
    severity=Severity.INFO,
    title=Text("Số liệu không thuộc đơn vị nào, không quy về được", "Nobody to restate it for"),
    meaning=Text(
        "Khi quy về danh mục đơn vị của ngày khác (--as-of), không có đơn vị nào tiếp nhận công việc của đơn "
        "vị này, hoặc đơn vị tiếp nhận ở ngoài số liệu chính thức. Số liệu vẫn tính vào toàn tỉnh, không "
        "tính vào cấp.",
        "On the map of another day (--as-of) nobody carries on the work of this agency, or somebody outside "
        "the official figures does. Its figures still count in the province and in no level.",
    ),
    message=Text(
        "Theo danh mục đơn vị ngày {day}, không có đơn vị nào tiếp nhận số liệu kỳ {period_words} của "
        "{agency_name} ({agency}); số liệu {counted}.",
        "On the map of {day} nobody carries on the figures of {agency_name} ({agency}) for {period_words}; "
        "they {counted}.",
    ),
    hint=_HINT,
    example=Example(
        Text("Đơn vị kết thúc mà không ghi successors", "An agency that ended and names no successors"),
        Text('successors: ["28264"]', 'successors: ["28264"]'),
    ),
)

HEIR_OUTSIDE = replace(
    ENDED_NOT_RESTATED,
    message=Text(
        "Theo danh mục đơn vị ngày {day}, số liệu kỳ {period_words} của {agency_name} ({agency}) thuộc "
        "{heirs}, đơn vị ngoài số liệu chính thức; số liệu {counted}.",
        "On the map of {day} the figures of {agency_name} ({agency}) for {period_words} belong to {heirs}, "
        "which stands outside the official figures; they {counted}.",
    ),
)
"""Where somebody carries its work on, whose figures are not pooled."""

KINDS = (SPLIT_NOT_RESTATED, ENDED_NOT_RESTATED)
