"""Finding codes about one cell: what stands in it and what should."""

from dataclasses import replace

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

VALUE_NOT_A_NUMBER = FindingKind(
    code="value-not-a-number",
    severity=Severity.ERROR,
    title=Text("Không phải số", "Not a number"),
    meaning=Text(
        "Ô số liệu có chữ mà chương trình không đọc được thành một số. Giá trị không dùng, vì bỏ chữ đi "
        "có thể làm sai số.",
        "The cell holds words that cannot be read as one number. The value is not used, because dropping "
        "the words may change the number.",
    ),
    message=Text(
        "“{name}” ghi “{value}”; cần một số, không kèm chữ hay đơn vị tính.",
        "'{name}' says '{value}'; a number is needed, without words or units.",
    ),
    hint=Text(
        "Chỉ nhập số. Không phát sinh: ghi 0. Chưa có số liệu: để trống và ghi lý do.",
        "Enter a number only. Nil: enter 0. No figure yet: leave it blank and say why.",
    ),
    example=Example(Text("120 hồ sơ", "120 hồ sơ"), Text("120", "120")),
)

VALUE_NEGATIVE = FindingKind(
    code="value-negative",
    severity=Severity.ERROR,
    title=Text("Số âm", "Negative number"),
    meaning=Text(
        "Số hồ sơ, số người, số tiền không thể nhỏ hơn 0; số âm thường là dấu gạch ngang gõ liền hoặc là "
        "số điều chỉnh. Giá trị không dùng.",
        "Dossiers, people and money are never fewer than none; a minus is most often a dash or an "
        "adjustment. The value is not used.",
    ),
    message=Text("“{name}” ghi {value}; cần số không âm.", "'{name}' is {value}; it cannot be negative."),
    hint=Text(
        "Nhập số thực có, từ 0 trở lên; điều chỉnh kỳ trước thì gửi đính chính cho kỳ đó.",
        "Enter the actual number, 0 or more; correct an earlier period by a correction for that period.",
    ),
    example=Example(Text("-5", "-5"), Text("5", "5")),
)

VALUE_NOT_WHOLE = FindingKind(
    code="value-not-whole",
    severity=Severity.ERROR,
    title=Text("Không phải số nguyên", "Not a whole number"),
    meaning=Text(
        "Số đếm (hồ sơ, thủ tục, người) không có phần lẻ; số lẻ thường là tỷ lệ % nhập nhầm chỗ của số "
        "lượng. Giá trị không dùng.",
        "What is counted (dossiers, procedures, people) has no fractions; a fraction is most often a "
        "rate entered for a quantity. The value is not used.",
    ),
    message=Text(
        "“{name}” ghi {value}; số đếm phải là số nguyên.",
        "'{name}' is {value}; a count must be a whole number.",
    ),
    hint=Text(
        "Nhập số lượng, không nhập tỷ lệ %; hàng nghìn viết liền (45981) hoặc có dấu chấm (45.981).",
        "Enter the quantity, never a rate; write thousands together (45981) or with a point (45.981).",
    ),
    example=Example(Text("8,5", "8,5"), Text("8", "8")),
)

VALUE_AMBIGUOUS = FindingKind(
    code="value-ambiguous",
    severity=Severity.ERROR,
    title=Text("Giá trị hiểu được nhiều cách", "The value can be read in more than one way"),
    meaning=Text(
        "Giá trị có thể hiểu thành hai số khác xa nhau: “1.234” là một nghìn hai trăm ba mươi bốn hay "
        "hơn một. Chương trình hỏi lại chứ không đoán; giá trị không dùng.",
        "The value can be read as two very different numbers: '1.234' is over a thousand, or a little "
        "over one. It is asked about, never guessed; the value is not used.",
    ),
    message=Text(
        "“{name}” ghi “{value}”, không hiểu chắc được; cần {expected}.",
        "'{name}' says '{value}', which cannot be read for certain; {expected} is needed.",
    ),
    hint=Text(
        "Ghi lại đúng điều cần ghi. Nếu là số: bấm Delete ở ô, chọn định dạng Chung (General), gõ lại"
        " số lượng, không nhập tỷ lệ %.",
        "Write what is needed. If it is a number: press Delete in the cell, choose the format General, type"
        " the quantity again, never a rate.",
    ),
    example=Example(
        Text("“1.234” dạng chữ ở ô tiền", "'1.234' as text in an amount"),
        Text("1234 (một nghìn…) hoặc 1,234 nhập bằng số", "1234, or 1.234 entered as a number"),
    ),
)

VALUE_OUT_OF_RANGE = FindingKind(
    code="value-out-of-range",
    severity=Severity.ERROR,
    title=Text("Giá trị ngoài khoảng cho phép", "The value is out of range"),
    meaning=Text(
        "Điểm nằm ngoài thang đã công bố, hoặc ngày hoàn thành xa sau kỳ báo cáo; thường là sai dấu phẩy "
        "hoặc sai năm. Giá trị không dùng.",
        "A score beyond its scale, or a day long after the period; most often the decimal mark or the "
        "year is wrong. The value is not used.",
    ),
    message=Text(
        "“{name}” ghi {value}; giá trị phải {expected}.",
        "'{name}' is {value}; it must be {expected}.",
    ),
    hint=Text(
        "Kiểm tra dấu phẩy thập phân và thang điểm; nếu là ngày, kiểm tra năm; rồi nhập lại.",
        "Check the decimal mark and the scale, or the year of a date, and enter it again.",
    ),
    example=Example(Text("855", "855"), Text("85,5", "85.5")),
)

PERCENT_AMBIGUOUS = FindingKind(
    code="percent-ambiguous",
    severity=Severity.ERROR,
    title=Text("Không rõ điểm hay tỷ lệ phần trăm", "A score or a fraction?"),
    meaning=Text(
        "Điểm như 0,925 có thể là 0,925 điểm hoặc 92,5%; đoán sai thì lệch một trăm lần. Giá trị không "
        "dùng cho đến khi ghi rõ.",
        "A score like 0.925 may be 0.925 points or 92.5%, and a wrong guess is off by a hundred. The "
        "value is not used until it is clear.",
    ),
    message=Text(
        "“{name}” ghi {value}: có thể là {value} điểm, có thể là {percent}; cần điểm theo thang đã công bố.",
        "'{name}' is {value}: it may be {value} points or {percent}; the score as published is needed.",
    ),
    hint=Text(
        "Nhập điểm trên thang 100 (ví dụ 92,5), hoặc định dạng ô là phần trăm (92,5%).",
        "Enter the score out of 100 (such as 92.5), or format the cell as a percentage (92.5%).",
    ),
    example=Example(Text("0,925", "0.925"), Text("92,5", "92.5")),
)

CELL_ERROR = FindingKind(
    code="cell-error",
    severity=Severity.ERROR,
    title=Text("Ô báo lỗi công thức", "The cell holds an error"),
    meaning=Text(
        "Công thức trong ô không tính được (chia cho 0, mất ô tham chiếu…), nên ô không có số nào. Đơn "
        "vị được tính là chưa báo cáo số liệu này.",
        "The formula of the cell cannot be calculated (a division by 0, a lost reference), so there is "
        "no number. The agency counts as not having reported it.",
    ),
    message=Text(
        "“{name}” là lỗi công thức {value}; cần một giá trị.",
        "'{name}' is the formula error {value}; a value is needed.",
    ),
    hint=Text(
        "Sửa công thức, hoặc thay công thức bằng giá trị (Dán đặc biệt › Giá trị).",
        "Mend the formula, or replace it by its value (Paste Special › Values).",
    ),
    example=Example(Text("#DIV/0!", "#DIV/0!"), Text("0", "0")),
)

FORMULA_WITHOUT_VALUE = FindingKind(
    code="formula-without-value",
    severity=Severity.ERROR,
    title=Text("Công thức chưa có kết quả", "A formula without a result"),
    meaning=Text(
        "Tệp do phần mềm ghi ra có công thức nhưng chưa lưu kết quả; chương trình chỉ đọc kết quả, không "
        "tự tính. Ô coi như chưa có số liệu.",
        "A program wrote the formula and stored no result; results are read here, never calculated. The "
        "cell counts as not reported.",
    ),
    message=Text(
        "“{name}” là công thức mà tệp không lưu kết quả; cần một giá trị.",
        "'{name}' is a formula whose result the file does not hold; a value is needed.",
    ),
    hint=Text(
        "Mở tệp bằng Excel, để Excel tính lại, rồi lưu; hoặc thay công thức bằng giá trị.",
        "Open the file in Excel, let it calculate, and save; or replace the formula by its value.",
    ),
    example=Example(
        Text("=B2+B3 do phần mềm ghi ra, chưa tính", "=B2+B3 written by a program and never calculated"),
        Text("5", "5"),
    ),
)

VALUE_MISSING = FindingKind(
    code="value-missing",
    severity=Severity.WARNING,
    title=Text("Chưa có số liệu", "No figure"),
    meaning=Text(
        "Ô để trống không có nghĩa là 0: có thể không phát sinh, có thể chưa có số liệu. Đơn vị được "
        "tính là chưa báo cáo số liệu này cho đến khi ghi 0 hoặc ghi số.",
        "A blank is not 0: perhaps nothing arose, perhaps the figure is not there yet. The agency counts "
        "as not having reported it until a 0 or a number stands there.",
    ),
    message=Text(
        "“{name}” ({item}) của {agency_name}, kỳ {period_words}, {absence}.",
        "'{name}' ({item}) of {agency_name}, {period_words}, {absence}.",
    ),
    hint=Text(
        "Không phát sinh: ghi 0. Chưa có số liệu: để trống và ghi lý do, rồi gửi bổ sung khi có.",
        "Nil: enter 0. No figure yet: leave it blank, say why, and send a supplement when it is there.",
    ),
    example=Example(Text("Để trống", "Blank"), Text("0 nếu không phát sinh", "0 if nothing arose")),
)

ROW_MISSING = replace(
    VALUE_MISSING,
    message=Text(
        "Toàn bộ dòng của {agency_name}, kỳ {period_words}, để trống: {count} số liệu phải báo cáo.",
        "The whole row of {agency_name}, {period_words}, is blank: {count} figures that it must report.",
    ),
)
"""Said once for a row of a matrix where nothing is filled in."""

FORM_MISSING = replace(
    VALUE_MISSING,
    message=Text(
        "Toàn bộ biểu của {agency_name}, kỳ {period_words}, để trống: {count} số liệu phải báo cáo.",
        "The whole form of {agency_name}, {period_words}, is blank: {count} figures that it must report.",
    ),
)
"""Said once for a form where nothing is filled in, in a workbook that holds other figures."""

NIL_REPORTED = FindingKind(
    code="nil-reported",
    severity=Severity.INFO,
    title=Text("Không phát sinh", "Nil reported"),
    meaning=Text(
        "Đơn vị ghi “-”, “KPS” hoặc “không phát sinh”; theo cách ghi trong thống kê, đó là 0. Số 0 này "
        "được dùng, và nêu ra để biết.",
        "The agency wrote '-', 'KPS' or 'không phát sinh', which in statistics means 0. That 0 is used, "
        "and named so that everybody knows.",
    ),
    message=Text(
        "“{name}” ghi “{value}”: hiểu là không phát sinh, tính là 0.",
        "'{name}' says '{value}': read as nil, counted as 0.",
    ),
    hint=Text(
        "Không phải làm gì nếu đúng là không phát sinh; chưa có số liệu thì để trống.",
        "Nothing to do if it is nil; leave the cell blank if the figure is not there yet.",
    ),
    example=Example(Text("KPS", "KPS"), Text("0", "0")),
)

KINDS = (
    VALUE_NOT_A_NUMBER,
    VALUE_NEGATIVE,
    VALUE_NOT_WHOLE,
    VALUE_AMBIGUOUS,
    VALUE_OUT_OF_RANGE,
    PERCENT_AMBIGUOUS,
    CELL_ERROR,
    FORMULA_WITHOUT_VALUE,
    VALUE_MISSING,
    NIL_REPORTED,
)
