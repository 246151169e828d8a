"""Finding codes about a workbook as a whole: whether it opens, and whether a table is found in it."""

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

HEADER_MISSING = FindingKind(
    code="header-missing",
    severity=Severity.ERROR,
    title=Text("Không thấy dòng tiêu đề của bảng", "No table header is found"),
    meaning=Text(
        "Cột nào là số liệu nào được nhận ra nhờ dòng tiêu đề. Không có dòng tiêu đề thì không đọc số "
        "nào, vì đoán là có thể nhầm cột.",
        "The header row tells which column holds what. Without it nothing is read, because guessing may "
        "take one column for another.",
    ),
    message=Text(
        "Không nhận ra bảng số liệu nào trong tệp; cần {expected}.{suggestion}",
        "No table is recognised in the file; {expected} is needed.{suggestion}",
    ),
    hint=Text(
        "Giữ nguyên dòng tiêu đề của biểu mẫu. Nếu là biểu khác, chỉ rõ bằng --layout.",
        "Keep the header row of the form as it is. For another table, name its layout with --layout.",
    ),
    example=Example(
        Text("Dòng tiêu đề bị xóa hoặc đổi chữ", "The header row was deleted or reworded"),
        Text("“Mã đơn vị” | “dossiers-online” | …", "'Mã đơn vị' | 'dossiers-online' | …"),
    ),
)

COLUMN_MISSING = FindingKind(
    code="column-missing",
    severity=Severity.ERROR,
    title=Text("Thiếu cột", "A column is missing"),
    meaning=Text(
        "Bảng thiếu một cột mà thiếu nó thì không biết số liệu là của ai, của kỳ nào hoặc là số liệu "
        "nào. Các số liệu cần cột đó không dùng.",
        "The table lacks a column without which nobody knows whose figures they are, of which period or "
        "of what. The figures that need it are not used.",
    ),
    message=Text(
        "Bảng không có cột “{column}”; số liệu cần cột này không đọc được.{suggestion}",
        "The table has no column '{column}'; the figures that need it cannot be read.{suggestion}",
    ),
    hint=Text(
        "Thêm lại cột với đúng tiêu đề như trong biểu mẫu được gửi.",
        "Put the column back with the heading it has in the form as it was sent.",
    ),
    example=Example(
        Text("Bảng không có cột “Mã số liệu”", "A table without the column 'Mã số liệu'"),
        Text("Cột “Mã số liệu” ở cuối bảng", "The column 'Mã số liệu' at the end of the table"),
    ),
)

MERGED_DATA_CELLS = FindingKind(
    code="merged-data-cells",
    severity=Severity.ERROR,
    title=Text("Ô số liệu bị gộp", "Merged figure cells"),
    meaning=Text(
        "Một ô đã gộp qua nhiều dòng, cột chỉ có một số; không biết là của một dòng hay của cả nhóm. Số "
        "liệu ở các ô bị gộp không dùng.",
        "A cell merged over several rows or columns holds one number, and nobody can tell whether it is "
        "one row's or all of theirs. Figures in merged cells are not used.",
    ),
    message=Text(
        "Các ô {range} bị gộp làm một nên không biết số liệu thuộc dòng, cột nào; mỗi ô phải đứng riêng.",
        "The cells {range} are merged, so it cannot be known which row or column the figure belongs to; "
        "each cell must stand alone.",
    ),
    hint=Text(
        "Chọn ô bị gộp, bấm Bỏ gộp ô (Unmerge Cells), rồi nhập số liệu vào từng ô.",
        "Select the merged cell, choose Unmerge Cells, and enter a figure in each cell.",
    ),
    example=Example(
        Text("Một số 120 nằm giữa ba dòng đã gộp", "One 120 across three merged rows"),
        Text("Ba dòng: 50, 40, 30", "Three rows: 50, 40, 30"),
    ),
)

LEGACY_FONT_TEXT = FindingKind(
    code="legacy-font-text",
    severity=Severity.ERROR,
    title=Text("Chữ gõ bằng phông cũ", "Text typed in a legacy font"),
    meaning=Text(
        "Chữ gõ bằng phông cũ (.VnTime, VNI) đọc bằng máy thì thành chữ khác, nên tên đơn vị và tiêu đề "
        "không so khớp được. Chỉ nhận khi chuyển sang Unicode được chắc chắn.",
        "Text typed in an old font (.VnTime, VNI) reads as other letters to a program, so that names and "
        "headings match nothing. It is accepted only where the way back to Unicode is certain.",
    ),
    message=Text(
        "Chữ “{value}” gõ bằng phông cũ (bảng mã {encoding}), đọc ra là “{recovered}”. {problem}",
        "The text '{value}' was typed in an old font ({encoding}) and reads '{recovered}'. {problem}",
    ),
    hint=Text(
        "Sửa như đã nêu và gõ lại bằng chữ Unicode; hoặc chuyển mã bằng Unikey (Ctrl+Shift+F6) từ TCVN3, VNI "
        "sang Unicode rồi dán lại.",
        "Correct it as said and type it in Unicode; or convert it with Unikey (Ctrl+Shift+F6) from TCVN3 or "
        "VNI to Unicode, and paste it back.",
    ),
    example=Example(Text("M· ®¬n vÞ", "M· ®¬n vÞ"), Text("Mã đơn vị", "Mã đơn vị")),
)

HIDDEN_CONTENT = FindingKind(
    code="hidden-content",
    severity=Severity.WARNING,
    title=Text("Có nội dung bị che", "Hidden content"),
    meaning=Text(
        "Số liệu nằm ở hàng, cột hoặc trang tính bị ẩn vẫn được đọc, nhưng người gửi có thể không biết "
        "là có, nhất là khi chép từ biểu cũ. Nội dung ở rất xa bảng thì không đọc.",
        "Figures in hidden rows, columns or sheets are read all the same, but whoever sent them may not "
        "know that they are there, above all in a copy of an old form. What stands very far from the table "
        "is not read.",
    ),
    message=Text("{what}.", "{what}."),
    hint=Text(
        "Bỏ ẩn (Unhide) để kiểm tra; xóa phần không thuộc báo cáo, để hiện phần thuộc báo cáo.",
        "Unhide it and look; delete what does not belong to the report, leave visible what does.",
    ),
    example=Example(
        Text("Hàng 12 bị ẩn nhưng có số liệu", "Row 12 is hidden but holds figures"),
        Text("Hàng 12 hiện, hoặc đã xóa", "Row 12 visible, or deleted"),
    ),
)

EXTRA_COLUMN = FindingKind(
    code="extra-column",
    severity=Severity.INFO,
    title=Text("Cột không dùng", "A column that is not used"),
    meaning=Text(
        "Bảng có thể có cột của riêng đơn vị. Cột đó được bỏ qua và nêu ra đây, phòng khi là cột số liệu "
        "bị gõ sai tiêu đề.",
        "A table may have columns of the agency's own. They are passed over, and named in case one of "
        "them is an item with a mistyped heading.",
    ),
    message=Text(
        "Cột “{value}” không phải mã số liệu của chương trình nên không dùng.",
        "The column '{value}' is no item of the programme and is not used.",
    ),
    hint=Text("Không phải làm gì nếu đây là cột của riêng bạn.", "Nothing to do if the column is your own."),
    example=Example(
        Text("Cột “Người phụ trách”", "A column 'Người phụ trách'"),
        Text("Vẫn để được; chương trình bỏ qua", "It may stay; the program passes over it"),
    ),
)

EXTRA_ROW = FindingKind(
    code="extra-row",
    severity=Severity.INFO,
    title=Text("Dòng không dùng", "A row that is not used"),
    meaning=Text(
        "Dòng tổng cộng kết thúc bảng: dòng có số ở dưới nó thường là so sánh với kỳ trước hoặc ghi chú. "
        "Dòng đó được bỏ qua và nêu ra đây, phòng khi là dòng số liệu chép thêm vào sau.",
        "The total ends the table: rows with figures below it are mostly comparisons with last year or "
        "notes. They are passed over, and named in case one of them was pasted in later.",
    ),
    message=Text(
        "Có số ở dưới dòng tổng cộng (hàng {rows}); các số này không dùng.",
        "There are figures below the total (row {rows}); they are not used.",
    ),
    hint=Text(
        "Không phải làm gì nếu không phải số liệu của kỳ; nếu phải, chuyển lên trên dòng tổng cộng.",
        "Nothing to do if they are no figures of the period; if they are, move them above the total.",
    ),
    example=Example(
        Text("Dòng “So với cùng kỳ” dưới dòng tổng cộng", "A row 'So với cùng kỳ' below the total"),
        Text("Vẫn để được; chương trình bỏ qua", "It may stay; the program passes over it"),
    ),
)

KINDS = (
    FILE_UNREADABLE,
    FILE_ENCRYPTED,
    FILE_TOO_LARGE,
    FILE_WITHOUT_VALUES,
    SHEET_MISSING,
    HEADER_MISSING,
    COLUMN_MISSING,
    MERGED_DATA_CELLS,
    LEGACY_FONT_TEXT,
    HIDDEN_CONTENT,
    EXTRA_COLUMN,
    EXTRA_ROW,
)
