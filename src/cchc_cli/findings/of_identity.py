"""Finding codes about whose figure a cell holds: which agency, which period, which item."""

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

AGENCY_UNKNOWN = FindingKind(
    code="agency-unknown",
    severity=Severity.ERROR,
    title=Text("Không có đơn vị này", "Unknown agency"),
    message=Text(
        "Không có đơn vị báo cáo “{value}” trong danh mục đơn vị.{suggestion}",
        "There is no agency '{value}' in the registry.{suggestion}",
    ),
    hint=Text(
        "Ghi đúng mã đơn vị (xem bằng lệnh: cchc agencies list), hoặc chỉ rõ bằng --as-agency.",
        "Write the agency's code (see: cchc agencies list), or say whose it is with --as-agency.",
    ),
    example=Example(Text("SNVU", "SNVU"), Text("SNV", "SNV")),
)

AGENCY_MISSING = FindingKind(
    code="agency-missing",
    severity=Severity.ERROR,
    title=Text("Thiếu mã đơn vị", "The agency is missing"),
    message=Text(
        "Có số liệu nhưng không ghi mã đơn vị báo cáo; cần mã của đơn vị.",
        "There are figures but no agency code; the agency's code is needed.",
    ),
    hint=Text(
        "Điền mã đơn vị vào ô “Mã đơn vị”, hoặc chỉ rõ bằng --as-agency.",
        "Fill in 'Mã đơn vị', or say whose figures they are with --as-agency.",
    ),
    example=Example(Text("Ô “Mã đơn vị” để trống", "'Mã đơn vị' left blank"), Text("SNV", "SNV")),
)

AGENCY_NOT_ACTIVE = FindingKind(
    code="agency-not-active",
    severity=Severity.ERROR,
    title=Text("Đơn vị không hoạt động trong kỳ", "The agency did not exist in the period"),
    message=Text(
        "{agency_name} ({agency}) không tồn tại ngày nào trong kỳ {period_words}; đơn vị này {life}.",
        "{agency_name} ({agency}) existed on no day of {period_words}; it {life}.",
    ),
    hint=Text(
        "Kiểm tra mã đơn vị và kỳ báo cáo; đơn vị đã sắp xếp lại thì dùng mã của đơn vị mới.",
        "Check the code and the period; for an agency that was reorganised use its successor's code.",
    ),
    example=Example(
        Text("Huyện Cái Bè báo cáo năm 2026", "A district reporting for 2026"),
        Text("Các xã trên địa bàn báo cáo năm 2026", "Its communes reporting for 2026"),
    ),
)

PERIOD_MISSING = FindingKind(
    code="period-missing",
    severity=Severity.ERROR,
    title=Text("Thiếu kỳ báo cáo", "The period is missing"),
    message=Text(
        "Không thấy kỳ báo cáo của số liệu; cần ghi như “Năm 2024” hoặc “Quý I/2024”.",
        "The period of the figures is not stated; it is written like '2024' or '2024-Q1'.",
    ),
    hint=Text(
        "Điền “Kỳ báo cáo” ở trang Thông tin hoặc phía trên bảng, hoặc chỉ rõ bằng --as-period.",
        "Fill in 'Kỳ báo cáo' on the sheet Thông tin or above the table, or say it with --as-period.",
    ),
    example=Example(Text("Ô “Kỳ báo cáo” để trống", "'Kỳ báo cáo' left blank"), Text("Năm 2024", "Năm 2024")),
)

PERIOD_UNKNOWN = FindingKind(
    code="period-unknown",
    severity=Severity.ERROR,
    title=Text("Không hiểu kỳ báo cáo", "The period is not understood"),
    message=Text(
        "Không hiểu kỳ báo cáo “{value}”; cần ghi như “Năm 2024”, “Quý I/2024”, “6 tháng đầu năm 2024” "
        "hoặc “từ 01/01/2024 đến 30/04/2024”.",
        "The period '{value}' is not understood; it is written like '2024', '2024-Q1', '2024-H1' or "
        "'2024-01-01..2024-04-30'.",
    ),
    hint=Text("Sửa ô kỳ báo cáo theo một trong các cách ghi trên.", "Write the period in one of these ways."),
    example=Example(Text("Quý 5/2024", "2024-Q5"), Text("Quý IV/2024", "2024-Q4")),
)

PERIOD_OUTSIDE_PROGRAMME = FindingKind(
    code="period-outside-programme",
    severity=Severity.ERROR,
    title=Text("Kỳ báo cáo ngoài thời gian của chương trình", "The period lies outside the programme"),
    message=Text(
        "Kỳ báo cáo {period_words} nằm ngoài thời gian của chương trình ({years}).",
        "The period, {period_words}, lies outside the years of the programme ({years}).",
    ),
    hint=Text(
        "Kiểm tra năm ghi ở kỳ báo cáo; số liệu ngoài thời gian của chương trình không dùng để đánh giá.",
        "Check the year of the period; figures from outside the programme are not evaluated.",
    ),
    example=Example(Text("Năm 2018", "2018"), Text("Năm 2021", "2021")),
)

PERIOD_MIXED = FindingKind(
    code="period-mixed",
    severity=Severity.WARNING,
    title=Text("Hai kỳ báo cáo khác nhau trong một tệp", "Two different periods in one file"),
    message=Text(
        "Phía trên bảng ghi kỳ “{value}”, trang thông tin ghi “{other}”; dùng kỳ ghi phía trên bảng.",
        "Above the table the period is '{value}', on the information sheet '{other}'; the one above the "
        "table is used.",
    ),
    hint=Text("Sửa cho hai chỗ ghi cùng một kỳ báo cáo.", "Make the two places state one period."),
    example=Example(
        Text("Trang Thông tin: Năm 2023; trên bảng: Năm 2024", "Thông tin: 2023; above the table: 2024"),
        Text("Cả hai chỗ: Năm 2024", "Both places: 2024"),
    ),
)

ITEM_UNKNOWN = FindingKind(
    code="item-unknown",
    severity=Severity.ERROR,
    title=Text("Không có mã số liệu này", "Unknown data item"),
    message=Text(
        "Không có mã số liệu “{value}” trong chương trình.{suggestion}",
        "There is no data item '{value}' in the programme.{suggestion}",
    ),
    hint=Text(
        "Ghi đúng mã số liệu như trong biểu mẫu (xem bằng lệnh: cchc targets list).",
        "Write the code as in the form (see: cchc targets list).",
    ),
    example=Example(Text("dossier-online", "dossier-online"), Text("dossiers-online", "dossiers-online")),
)

ITEM_MISSING = FindingKind(
    code="item-missing",
    severity=Severity.WARNING,
    title=Text("Biểu thiếu dòng số liệu", "The form lacks a data item"),
    message=Text(
        "Biểu không có dòng “{name}” ({item}) mà đơn vị phải báo cáo.",
        "The form has no row '{name}' ({item}), which the agency must report.",
    ),
    hint=Text(
        "Dùng biểu mẫu mới nhất, không xóa dòng; chưa có số liệu thì để trống và ghi lý do.",
        "Use the latest form and delete no row; leave a figure you do not have blank and say why.",
    ),
    example=Example(
        Text("Dòng số liệu bị xóa khỏi biểu", "The row was deleted from the form"),
        Text("Dòng số liệu còn trong biểu", "The row stands in the form"),
    ),
)

ITEM_NOT_REPORTED_BY_AGENCY = FindingKind(
    code="item-not-reported-by-agency",
    severity=Severity.WARNING,
    title=Text("Số liệu không thuộc đơn vị báo cáo", "Not this agency's item"),
    message=Text(
        "{agency_name} không phải đơn vị báo cáo số liệu “{name}” ({item}); giá trị “{value}” không dùng.",
        "{agency_name} does not report '{name}' ({item}); its value '{value}' is not used.",
    ),
    hint=Text(
        "Để trống ô này; nếu số liệu đúng là của đơn vị khác, chuyển sang dòng của đơn vị đó.",
        "Leave the cell blank; if the figure is another agency's, move it to that agency's row.",
    ),
    example=Example(
        Text("Xã ghi số thủ tục hành chính", "A commune gives a number of procedures"),
        Text("Để trống; Văn phòng UBND tỉnh báo cáo", "Blank; the province's office reports it"),
    ),
)

KINDS = (
    AGENCY_UNKNOWN,
    AGENCY_MISSING,
    AGENCY_NOT_ACTIVE,
    PERIOD_MISSING,
    PERIOD_UNKNOWN,
    PERIOD_OUTSIDE_PROGRAMME,
    PERIOD_MIXED,
    ITEM_UNKNOWN,
    ITEM_MISSING,
    ITEM_NOT_REPORTED_BY_AGENCY,
)
