"""Finding codes about a workbook as a whole: whether it opens, and whether anything is found in it."""

from dataclasses import replace

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

FILE_UNREADABLE = FindingKind(
    code="file-unreadable",
    severity=Severity.ERROR,
    title=Text("Không đọc được tệp", "The file cannot be read"),
    meaning=Text(
        "Tệp bị hỏng, không phải bảng tính, hoặc chứa thứ mà chương trình không mở vì an toàn. Không đọc "
        "được số liệu nào trong tệp; các tệp khác vẫn được đọc.",
        "The file is damaged, is no workbook, or holds something that is not opened for safety's sake. "
        "None of its figures is read; the other files are.",
    ),
    message=Text("Không đọc được tệp: {reason}.", "The file cannot be read: {reason}."),
    hint=Text(
        "Mở tệp gốc trên máy đã lập bằng Excel, chọn Lưu thành (Save As), loại “Excel Workbook (*.xlsx)”, "
        "rồi gửi lại tệp mới.",
        "Open the original in Excel where it was made, choose Save As, type 'Excel Workbook (*.xlsx)', and "
        "send the new file.",
    ),
    example=Example(
        Text(
            "Bảng HTML do phần mềm xuất ra, tên tệp có đuôi .xls",
            "An HTML table exported under the name .xls",
        ),
        Text("Tệp lưu lại bằng Excel, đuôi .xlsx", "The file saved again by Excel as .xlsx"),
    ),
)

FILE_ENCRYPTED = FindingKind(
    code="file-encrypted",
    severity=Severity.ERROR,
    title=Text("Tệp có mật khẩu", "The file has a password"),
    meaning=Text(
        "Tệp có mật khẩu thì chỉ người biết mật khẩu mở được, chương trình không mở được. Không số liệu "
        "nào trong tệp được dùng.",
        "A file with a password opens only for those who know it, never for a program. None of its figures "
        "is used.",
    ),
    message=Text(
        "Tệp được đặt mật khẩu nên không mở được; cần tệp không có mật khẩu.",
        "The file is protected by a password and cannot be opened; a file without one is needed.",
    ),
    hint=Text(
        "Mở tệp bằng Excel, vào Tệp (File) › Thông tin (Info) › Bảo vệ sổ làm việc (Protect Workbook) › "
        "Mã hóa bằng mật khẩu (Encrypt with Password), xóa mật khẩu rồi lưu.",
        "In Excel: File › Info › Protect Workbook › Encrypt with Password, clear the password and save.",
    ),
    example=Example(
        Text("Excel hỏi mật khẩu khi mở tệp", "Excel asks for a password when the file is opened"),
        Text("Tệp mở được ngay", "The file opens at once"),
    ),
)

FILE_TOO_LARGE = FindingKind(
    code="file-too-large",
    severity=Severity.ERROR,
    title=Text("Tệp quá lớn", "The file is too large"),
    meaning=Text(
        "Một báo cáo số liệu chỉ nặng vài chục kB; tệp lớn hơn nhiều lần là do hình ảnh, định dạng thừa "
        "hoặc do bị cố ý làm hỏng. Tệp như vậy không được mở.",
        "A submission takes a few dozen kB; one that is many times larger holds pictures, stray formats "
        "or worse. Such a file is not opened.",
    ),
    message=Text(
        "Tệp quá lớn: {size}; chương trình đọc tối đa {limit}.",
        "The file is too large: {size}; at most {limit} is read.",
    ),
    hint=Text(
        "Xóa hình ảnh, các trang tính không dùng, các hàng và cột thừa ngoài bảng (chọn cả hàng, cả cột rồi "
        "Xóa), lưu lại; hoặc chép bảng số liệu sang một tệp mới.",
        "Remove pictures, unused sheets and the empty rows and columns around the table, and save; or copy "
        "the table into a new file.",
    ),
    example=Example(
        Text(
            "Trang tính có định dạng đến hàng cuối cùng của Excel",
            "A sheet formatted down to Excel's last row",
        ),
        Text("Tệp chỉ có bảng số liệu", "A file with the table only"),
    ),
)

FILE_WITHOUT_VALUES = FindingKind(
    code="file-without-values",
    severity=Severity.ERROR,
    title=Text("Tệp không có số liệu dùng được", "The file has no usable figure"),
    meaning=Text(
        "Tệp đọc được nhưng không góp được số liệu nào, thường là biểu mẫu chưa điền. Đơn vị được "
        "tính là chưa báo cáo số liệu nào.",
        "The file can be read and gives no figure at all, most often an empty form. Its agency counts as "
        "having reported none.",
    ),
    message=Text(
        "Không có số liệu nào dùng được trong tệp; cần ít nhất một số liệu.",
        "No figure in the file can be used; at least one is needed.",
    ),
    hint=Text(
        "Kiểm tra có gửi nhầm biểu mẫu chưa điền không; nếu tệp có lỗi khác, sửa các lỗi đó trước.",
        "Check whether an empty form was sent by mistake; mend the file's other errors first, if any.",
    ),
    example=Example(
        Text("Cột “Số liệu kỳ báo cáo” để trống cả", "The column 'Số liệu kỳ báo cáo' is all blank"),
        Text(
            "Cột “Số liệu kỳ báo cáo” có số; không phát sinh thì ghi 0",
            "The column has figures; a nil is a 0",
        ),
    ),
)

FORM_EMPTY = replace(
    FILE_WITHOUT_VALUES,
    message=Text(
        "Biểu của {agency_name}, kỳ {period_words}, chưa điền: {count} số liệu phải báo cáo để trống.",
        "The form of {agency_name}, {period_words}, is not filled in: {count} figures that it must report "
        "are blank.",
    ),
    hint=Text(
        "Điền số liệu rồi gửi lại. Không phát sinh: ghi 0. Chưa có số liệu: để trống và ghi lý do.",
        "Fill it in and send it again. Nil: enter 0. No figure yet: leave it blank and say why.",
    ),
)
"""Of a form where nothing is filled in, said once for all its cells."""

SHEET_MISSING = FindingKind(
    code="sheet-missing",
    severity=Severity.ERROR,
    title=Text("Thiếu trang tính", "A sheet is missing"),
    meaning=Text(
        "Bố cục của tệp nói số liệu nằm ở một trang tính, nhưng trang đó không có hoặc đã đổi tên. Số "
        "liệu của trang đó không đọc được.",
        "The layout says on which sheet the figures stand, and that sheet is gone or has another name. "
        "Its figures cannot be read.",
    ),
    message=Text(
        "Không thấy trang tính “{sheet}”; tệp có: {found}.{suggestion}",
        "The sheet '{sheet}' is not there; the file has: {found}.{suggestion}",
    ),
    hint=Text(
        "Dùng lại biểu mẫu được gửi, không xóa trang tính nào, rồi chép số liệu vào.",
        "Take the form as it was sent, delete none of its sheets, and copy the figures into it.",
    ),
    example=Example(
        Text("Chỉ còn trang “Thông tin”", "Only the sheet 'Thông tin' is left"),
        Text("Có đủ trang “Thông tin” và “Số liệu”", "Both 'Thông tin' and 'Số liệu' are there"),
    ),
)

OWN_REPORT = FindingKind(
    code="own-report",
    severity=Severity.INFO,
    title=Text("Báo cáo do cchc lập", "A report that cchc made"),
    meaning=Text(
        "Tệp này là báo cáo mà chương trình đã lập ra, nằm lẫn trong các báo cáo số liệu. Không số liệu nào "
        "trong tệp được dùng.",
        "The file is a report that the program made itself and that lies among the submissions. None of its "
        "figures is used.",
    ),
    message=Text(
        "Tệp do chương trình này lập, không phải báo cáo số liệu của đơn vị nào, nên không đọc.",
        "This program made the file; it is nobody's submission and is not read.",
    ),
    hint=Text(
        "Không phải sửa gì. Nên để các báo cáo đã lập ở một thư mục khác.",
        "There is nothing to mend. Better keep reports in a folder of their own.",
    ),
    example=Example(
        Text("bao-cao.xlsx nằm trong thư mục số liệu", "report.xlsx lies in the folder of the submissions"),
        Text("Để ở thư mục khác", "Kept in another folder"),
    ),
)

KINDS = (
    FILE_UNREADABLE,
    FILE_ENCRYPTED,
    FILE_TOO_LARGE,
    FILE_WITHOUT_VALUES,
    SHEET_MISSING,
    OWN_REPORT,
)
