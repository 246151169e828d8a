"""The words of the form, said once: the template writes them, and the reader finds them."""

from typing import Final

INFORMATION_SHEET: Final = "Thông tin"
FIGURES_SHEET: Final = "Số liệu"
COMMUNES_SHEET: Final = "Cấp xã trực thuộc"
RETURN_SHEET: Final = "Lỗi cần sửa"
"""The first sheet of a workbook that goes back to its agency; never read as a table."""

RETURN_TITLE: Final = "NỘI DUNG CẦN SỬA, CẦN GIẢI TRÌNH"
"""Stands above everything on that sheet; by it the sheet is known again under another name."""
RETURN_CELL: Final = "Ô"
RETURN_CONTENT: Final = "Nội dung"
RETURN_FOUND: Final = "Số liệu đã ghi"
RETURN_PROBLEM: Final = "Vấn đề"
RETURN_CURE: Final = "Cách sửa"
RETURN_EXPLANATION: Final = "Giải trình của đơn vị"
RETURN_KEY: Final = "Mã nội dung"
"""The last, small column: finding code, agency, period and item of the row, for reading it again."""

STANDING_SHEET: Final = "Tình hình nộp báo cáo"
"""The first sheet of our list of who has reported; never read as a submission."""

AGENCY_CODE: Final = "Mã đơn vị"
AGENCY_NAME: Final = "Tên đơn vị"
PERIOD: Final = "Kỳ báo cáo"
KIND: Final = "Loại báo cáo"
NUMBER: Final = "Lần"
DOCUMENT: Final = "Số, ký hiệu văn bản"
DATED: Final = "Ngày văn bản"
PREPARED_BY: Final = "Người lập biểu"
PHONE: Final = "Điện thoại"
INCLUDES_PREDECESSORS: Final = "Số liệu gồm cả đơn vị cũ"
"""Asked only of an agency that began within the period in the place of others; in a consolidated workbook
the answer of a row's agency."""
YES: Final = "Có"
NO: Final = "Không"
INFORMATION: Final = (
    AGENCY_CODE,
    AGENCY_NAME,
    PERIOD,
    KIND,
    NUMBER,
    DOCUMENT,
    DATED,
    PREPARED_BY,
    PHONE,
)
"""The labels of the information sheet, in their order."""

OFFICIAL: Final = "Chính thức"
SUPPLEMENT: Final = "Bổ sung"
CORRECTION: Final = "Đính chính"

ROW_NUMBER: Final = "STT"
CONTENT: Final = "Nội dung báo cáo"
UNIT: Final = "Đơn vị tính"
VALUE: Final = "Số liệu kỳ báo cáo"
VALUE_SPELLINGS: Final = (VALUE, "Số liệu", "Giá trị")
LAST_PERIOD: Final = "Kỳ trước"
CHECK: Final = "Kiểm tra"
EXPLANATION: Final = "Giải trình, ghi chú"
EVIDENCE: Final = "Tài liệu kiểm chứng"
ITEM_CODE: Final = "Mã số liệu"
COLUMNS: Final = (
    ROW_NUMBER,
    CONTENT,
    UNIT,
    VALUE,
    LAST_PERIOD,
    CHECK,
    EXPLANATION,
    EVIDENCE,
    ITEM_CODE,
)
"""The columns of the sheet with the figures, in their order."""

RETURN_COLUMNS: Final = (
    ROW_NUMBER,
    RETURN_CELL,
    RETURN_CONTENT,
    RETURN_FOUND,
    RETURN_PROBLEM,
    RETURN_CURE,
    RETURN_EXPLANATION,
    RETURN_KEY,
)
"""The columns of the sheet that goes back, in their order."""

FINDINGS_SHEET: Final = "Nội dung cần xử lý"
"""The sheet of a consolidated workbook with what was found; what agencies explain there is read again."""
FOUND_AGENCY: Final = "Đơn vị"
FOUND_PERIOD: Final = "Kỳ"
FOUND_ITEM: Final = "Mục số liệu"
FOUND_CODE: Final = "Mã"

LEVEL: Final = "Cấp"
PARENT: Final = "Trực thuộc"
STATE: Final = "Tình trạng nộp"
SOURCE: Final = "Tệp nguồn"
APPROXIMATE: Final = "Số liệu gần đúng"
"""The codes of the figures of a row that measure nearly the item, not quite."""
CONSOLIDATED_COLUMNS: Final = (
    ROW_NUMBER,
    AGENCY_CODE,
    AGENCY_NAME,
    LEVEL,
    PARENT,
    PERIOD,
    STATE,
    DOCUMENT,
    DATED,
    SOURCE,
    APPROXIMATE,
    INCLUDES_PREDECESSORS,
)
"""What stands before the items in the matrix that `cchc consolidate` writes, in its order."""
TOTAL: Final = "Tổng cộng"
TOTAL_OF_PROVINCE: Final = "Tổng cộng toàn tỉnh"
"""What a row of totals is called; the reader never counts it."""

NIL_IN_PERIOD: Final = "Không phát sinh trong kỳ"
"""The row below the heading of an area whose tick says that nothing arose in it."""

RULE: Final = (
    "Chỉ nhập số, không nhập tỷ lệ %. Không phát sinh: ghi 0. Chưa có số liệu: để trống và ghi lý do."
)
"""The form's rule for officers. Source: the project's wording, «Form's rule for officers»."""
