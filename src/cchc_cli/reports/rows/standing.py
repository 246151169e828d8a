"""The columns that say how much a row counts, who has reported, and on which clause it stands."""

from cchc_cli.language import Text
from cchc_cli.reports.rows.column import Column, ColumnType
from cchc_cli.reports.rows.values import JOINED, cited
from cchc_cli.run import Note

_STRING = ColumnType.STRING
_INTEGER = ColumnType.INTEGER
_BOOLEAN = ColumnType.BOOLEAN
_DATE = ColumnType.DATE
_NOTES = ", ".join(note.value for note in Note)
_SEVERAL = Text("nhiều giá trị cách nhau bằng dấu chấm phẩy", "several are separated by semicolons")

STANDING = (
    Column(
        "official",
        _BOOLEAN,
        Text("Chính thức", "Official"),
        lambda run, verdict, language: verdict.official,
        Text("false: dòng phục vụ điều hành, không phải kết quả chung", "false: a row for steering"),
        required=True,
    ),
    Column(
        "provisional",
        _BOOLEAN,
        Text("Tạm tính", "Provisional"),
        lambda run, verdict, language: verdict.provisional,
        Text("chưa đủ đơn vị báo cáo", "not every agency has reported"),
        required=True,
    ),
    Column(
        "aspirational",
        _BOOLEAN,
        Text("Chỉ tiêu phấn đấu", "Aspirational"),
        lambda run, verdict, language: verdict.aspirational,
        Text("không tính vào mã thoát", "never in the exit code"),
        required=True,
    ),
    Column(
        "notes",
        _STRING,
        Text("Ghi chú (mã)", "Notes (codes)"),
        lambda run, verdict, language: JOINED.join(verdict.notes),
        Text(f"{_SEVERAL.vi}: {_NOTES}", f"{_SEVERAL.en}: {_NOTES}"),
    ),
    Column(
        "done_on",
        _DATE,
        Text("Ngày hoàn thành", "Done on"),
        lambda run, verdict, language: verdict.done_on,
    ),
    Column(
        "reporting",
        _INTEGER,
        Text("Số đơn vị đã báo cáo", "Agencies that reported"),
        lambda run, verdict, language: verdict.coverage.reporting,
        required=True,
    ),
    Column(
        "expected",
        _INTEGER,
        Text("Số đơn vị phải báo cáo", "Agencies expected"),
        lambda run, verdict, language: verdict.coverage.expected,
        required=True,
    ),
    Column(
        "missing",
        _STRING,
        Text("Mã các đơn vị chưa báo cáo", "Codes of agencies that did not report"),
        lambda run, verdict, language: JOINED.join(verdict.coverage.missing),
        _SEVERAL,
    ),
)

CLAUSE = (
    Column(
        "reading",
        _STRING,
        Text("Mã cách hiểu, cách tính", "Reading"),
        lambda run, verdict, language: verdict.reading,
    ),
    Column(
        "lead",
        _STRING,
        Text("Mã cơ quan chủ trì", "Code of the lead agency"),
        lambda run, verdict, language: verdict.lead.agency if verdict.lead else None,
    ),
    Column(
        "place",
        _STRING,
        Text("Căn cứ: điều khoản", "Clause: place"),
        lambda run, verdict, language: cited(verdict, "place"),
        _SEVERAL,
    ),
    Column(
        "line",
        _STRING,
        Text("Căn cứ: dòng trong văn bản", "Clause: line of the document"),
        lambda run, verdict, language: cited(verdict, "line"),
        _SEVERAL,
    ),
    Column(
        "quote",
        _STRING,
        Text("Căn cứ: nguyên văn", "Clause: verbatim"),
        lambda run, verdict, language: cited(verdict, "quote"),
        _SEVERAL,
    ),
)
