"""Finding codes about whose figure a cell holds: which agency, which period, which item."""

from dataclasses import replace

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

AGENCY_UNKNOWN = FindingKind(
    code="agency-unknown",
    severity=Severity.ERROR,
    title=Text("Không có đơn vị này", "Unknown agency"),
    meaning=Text(
        "Mã hoặc tên đơn vị không có trong danh mục đơn vị. Chương trình gợi ý tên gần giống nhưng không "
        "tự chọn; số liệu không dùng cho đến khi biết chắc là của ai.",
        "The code or name stands in no registry. The nearest one is suggested, never chosen; the figures "
        "are not used until it is certain whose they are.",
    ),
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
    meaning=Text(
        "Có số liệu nhưng không ghi là của đơn vị nào, nên không biết tính cho ai. Số liệu không dùng.",
        "There are figures, and nothing says whose, so nobody knows for whom to count them. They are not "
        "used.",
    ),
    message=Text(
        "Có số liệu nhưng không ghi mã đơn vị báo cáo; cần mã của đơn vị.{suggestion}",
        "There are figures but no agency code; the agency's code is needed.{suggestion}",
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
    meaning=Text(
        "Đơn vị đã sắp xếp, sáp nhập hoặc chưa thành lập trong kỳ, nên không có số liệu của kỳ này. Số "
        "liệu không dùng, vì thường là ghi nhầm mã hoặc nhầm kỳ.",
        "The agency had been merged or was not yet there, so it has no figures for this period. They are "
        "not used: most often the code or the period is wrong.",
    ),
    message=Text(
        "{agency_name} ({agency}) không tồn tại ngày nào trong kỳ {period_words}; đơn vị này {life}."
        "{instead}",
        "{agency_name} ({agency}) existed on no day of {period_words}; it {life}.{instead}",
    ),
    hint=Text(
        "Kiểm tra mã đơn vị và kỳ báo cáo; đơn vị đã sắp xếp lại thì dùng mã của đơn vị hoạt động trong kỳ.",
        "Check the code and the period; for an agency that was reorganised use the code of who existed then.",
    ),
    example=Example(
        Text("Xã đã sáp nhập năm 2024 báo cáo năm 2025", "A commune merged in 2024 reporting for 2025"),
        Text("Xã tiếp nhận báo cáo năm 2025", "The commune that took it over reporting for 2025"),
    ),
)

AGENCY_MISMATCH = FindingKind(
    code="agency-mismatch",
    severity=Severity.ERROR,
    title=Text("Mã đơn vị và tên đơn vị không khớp", "Code and name are of two agencies"),
    meaning=Text(
        "Mã là của một đơn vị, tên lại là của đơn vị khác; thường là dùng lại tệp của đơn vị khác hoặc chép "
        "nhầm dòng. Không rõ số liệu là của ai nên không dùng.",
        "The code is one agency's and the name another's, most often in another's file used again or a row "
        "copied by mistake. Nobody knows whose the figures are, so they are not used.",
    ),
    message=Text(
        "Mã đơn vị “{value}” là của {agency_name}, nhưng tên đơn vị ghi “{written}” là của {other}; không rõ "
        "số liệu của đơn vị nào.",
        "The code '{value}' is that of {agency_name}, but the name beside it, '{written}', is that of "
        "{other}; it is not clear whose the figures are.",
    ),
    hint=Text(
        "Sửa mã hoặc tên cho đúng đơn vị có số liệu (xem mã bằng lệnh: cchc agencies list).",
        "Correct the code or the name, whichever is wrong (for codes see: cchc agencies list).",
    ),
    example=Example(
        Text("Mã SNV, tên “Sở Tư pháp”", "Code SNV, name 'Sở Tư pháp'"),
        Text("Mã STP, tên “Sở Tư pháp”", "Code STP, name 'Sở Tư pháp'"),
    ),
)

EARLIER_AGENCY_NAMED = replace(
    AGENCY_MISMATCH,
    message=Text(
        "Trong kỳ {period_words}, mã {agency} là của {agency_name} ({life}), nhưng “{written}” là của "
        "{other}, đơn vị mang mã này trước đó. Số liệu của đơn vị trước: ghi kỳ kết thúc chậm nhất {end}; "
        "số liệu của đơn vị sau: ghi tên {agency_name}.",
        "In the period, {period_words}, the code {agency} is that of {agency_name} (it {life}), but "
        "'{written}' is {other}, which bore the code before. For the earlier agency write a period that ends "
        "by {end}; for the later one write the name {agency_name}.",
    ),
    hint=Text("Sửa kỳ báo cáo hoặc tên đơn vị.", "Correct the period or the agency's name."),
)
"""The same of one code that two agencies bore within a period."""

PERIOD_MISSING = FindingKind(
    code="period-missing",
    severity=Severity.ERROR,
    title=Text("Thiếu kỳ báo cáo", "The period is missing"),
    meaning=Text(
        "Không biết số liệu của kỳ nào thì không đối chiếu được với mục tiêu của năm nào. Số liệu không "
        "dùng.",
        "A figure of no period can be held against no target. It is not used.",
    ),
    message=Text(
        "Không thấy kỳ báo cáo của số liệu; cần ghi như “Năm 2024” hoặc “Quý I/2024”.{suggestion}",
        "The period of the figures is not stated; it is written like '2024' or '2024-Q1'.{suggestion}",
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
    meaning=Text(
        "Ô kỳ báo cáo có chữ nhưng không hiểu được là kỳ nào. Số liệu không dùng, vì đoán có thể nhầm "
        "sang kỳ khác.",
        "Something stands where the period should, and it is no period that can be understood. The "
        "figures are not used, because a guess may be another period.",
    ),
    message=Text(
        "Không hiểu kỳ báo cáo “{value}”; cần ghi như “Năm 2024”, “Quý I/2024”, “6 tháng đầu năm 2024” "
        "hoặc “từ 01/01/2024 đến 30/04/2024”.{suggestion}",
        "The period '{value}' is not understood; it is written like '2024', '2024-Q1', '2024-H1' or "
        "'2024-01-01..2024-04-30'.{suggestion}",
    ),
    hint=Text("Sửa ô kỳ báo cáo theo một trong các cách ghi trên.", "Write the period in one of these ways."),
    example=Example(Text("Quý 5/2024", "2024-Q5"), Text("Quý IV/2024", "2024-Q4")),
)

PERIOD_OUTSIDE_PROGRAMME = FindingKind(
    code="period-outside-programme",
    severity=Severity.ERROR,
    title=Text("Kỳ báo cáo ngoài thời gian của chương trình", "The period lies outside the programme"),
    meaning=Text(
        "Kỳ báo cáo nằm trước hoặc sau các năm của Chương trình, nên không có mục tiêu nào để đối chiếu. "
        "Số liệu không dùng.",
        "The period lies before or after the years of the programme, so no target applies to it. The "
        "figures are not used.",
    ),
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

PERIOD_IN_FUTURE = FindingKind(
    code="period-in-future",
    severity=Severity.ERROR,
    title=Text("Kỳ báo cáo chưa bắt đầu", "The period had not begun"),
    meaning=Text(
        "Kỳ báo cáo bắt đầu sau ngày của văn bản (không ghi ngày thì sau thời điểm chốt số liệu, hoặc sau "
        "hôm nay), nên chưa thể có số liệu. Thường là ghi nhầm năm của kỳ hoặc của văn bản. Số liệu không "
        "dùng.",
        "The period begins after the day of the letter (without one: after the cut-off, or after today), so "
        "there can be no figures yet. Most often the year of the period or of the letter is wrong. They are "
        "not used.",
    ),
    message=Text(
        "Kỳ báo cáo {period_words} bắt đầu ngày {start}, sau {day}: chưa thể có số liệu.",
        "The period, {period_words}, begins on {start}, after {day}: there can be no figures yet.",
    ),
    hint=Text(
        "Kiểm tra năm ghi ở kỳ báo cáo và ở ngày văn bản; sửa chỗ sai rồi gửi lại.",
        "Check the year of the period and of the letter's date; mend what is wrong and send it again.",
    ),
    example=Example(
        Text("Kỳ: Năm 2026; ngày văn bản: 18/01/2025", "Period 2026, letter dated 18/01/2025"),
        Text("Kỳ: Năm 2024; ngày văn bản: 18/01/2025", "Period 2024, letter dated 18/01/2025"),
    ),
)

PERIOD_MIXED = FindingKind(
    code="period-mixed",
    severity=Severity.WARNING,
    title=Text("Hai kỳ báo cáo khác nhau trong một tệp", "Two different periods in one file"),
    meaning=Text(
        "Hai chỗ trong một tệp ghi hai kỳ khác nhau; thường là biểu kỳ trước được dùng lại mà quên sửa. "
        "Số liệu vẫn dùng, theo kỳ ghi gần bảng hơn.",
        "Two places of one file state two periods, most often in a form of the last one used again. The "
        "figures are used, for the period that stands nearer to the table.",
    ),
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

PERIOD_SAID_TWICE = replace(
    PERIOD_MIXED,
    message=Text(
        "Trang thông tin ghi hai kỳ: “{other}”, rồi “{value}”; dùng kỳ ghi trước.",
        "The information sheet states two periods: '{other}', then '{value}'; the first is used.",
    ),
)
"""The same on one sheet."""

ITEM_UNKNOWN = FindingKind(
    code="item-unknown",
    severity=Severity.ERROR,
    title=Text("Không có mã số liệu này", "Unknown data item"),
    meaning=Text(
        "Tiêu đề hoặc mã viết theo kiểu mã số liệu của Chương trình nhưng không có mã nào như vậy, nên "
        "rất có thể là gõ sai. Số liệu ở cột hoặc dòng đó không dùng.",
        "A heading or code looks like one of the programme's and is none, so it is most likely mistyped. "
        "The figures of that column or row are not used.",
    ),
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
    meaning=Text(
        "Biểu không có dòng của một số liệu mà đơn vị phải báo cáo, do dùng biểu cũ hoặc đã xóa dòng. "
        "Đơn vị được tính là chưa báo cáo số liệu này.",
        "The form has no row for a figure that the agency must report: an old form, or a row was "
        "deleted. The agency counts as not having reported it.",
    ),
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

COLUMN_OF_ITEM_MISSING = replace(
    ITEM_MISSING,
    message=Text(
        "Bảng không có cột “{name}” ({item}) mà {agency_name} phải báo cáo.",
        "The table has no column '{name}' ({item}), which {agency_name} must report.",
    ),
    hint=Text(
        "Dùng biểu mẫu mới nhất, không xóa cột; chưa có số liệu thì để trống và ghi lý do.",
        "Use the latest form and delete no column; leave a figure you do not have blank and say why.",
    ),
)
"""Of the table of communes in a form."""

ITEM_NOT_REPORTED_BY_AGENCY = FindingKind(
    code="item-not-reported-by-agency",
    severity=Severity.WARNING,
    title=Text("Số liệu không thuộc đơn vị báo cáo", "Not this agency's item"),
    meaning=Text(
        "Mỗi số liệu có đơn vị chịu trách nhiệm báo cáo; đơn vị khác cũng ghi thì sẽ bị tính hai lần. "
        "Giá trị ở ô này không dùng.",
        "Each figure has its reporters; from anybody else it would be counted twice. The value of this "
        "cell is not used.",
    ),
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
    AGENCY_MISMATCH,
    PERIOD_MISSING,
    PERIOD_UNKNOWN,
    PERIOD_OUTSIDE_PROGRAMME,
    PERIOD_IN_FUTURE,
    PERIOD_MIXED,
    ITEM_UNKNOWN,
    ITEM_MISSING,
    ITEM_NOT_REPORTED_BY_AGENCY,
)
