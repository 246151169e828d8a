"""Finding codes about the tables of a workbook: their headers, their cells, and what is passed over."""

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

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
    HEADER_MISSING,
    COLUMN_MISSING,
    MERGED_DATA_CELLS,
    LEGACY_FONT_TEXT,
    HIDDEN_CONTENT,
    EXTRA_COLUMN,
    EXTRA_ROW,
)
