"""The columns of the workbook that says who has sent what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc_cli.language import Language, Text
from cchc_cli.standing.arrangement import contact, documents, files, shortcoming_of
from cchc_cli.standing.records import AgencyStanding, Counts, Standing
from cchc_cli.standing.words import LEVEL, SHORTCOMING, fault_words, kind_words, state_words

Value = str | int | date | None
_JOINED = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: heading, width in characters, what an agency has in it."""

    heading: Text
    width: int
    value: Callable[[AgencyStanding, Language], Value]
    is_state: bool = False
    """Whether its cells are coloured by how urgent the agency is."""


@dataclass(frozen=True, slots=True)
class CountColumn:
    """One column of a table of counts."""

    heading: Text
    count: Callable[[Counts], int]
    of_deadline: bool = False


def count_columns(standing: Standing) -> list[CountColumn]:
    """The counts of a standing; those of a deadline where there is one."""
    return [column for column in _COUNTS if standing.deadline is not None or not column.of_deadline]


def _reason(agency: AgencyStanding, language: Language) -> str:
    shortcoming = shortcoming_of(agency)
    return SHORTCOMING[shortcoming].in_language(language) if shortcoming else ""


def _kinds(agency: AgencyStanding, language: Language) -> str:
    return _JOINED.join(kind_words(sent, language) for sent in agency.sent if sent.counts)


def _parent(agency: AgencyStanding, language: Language) -> str:
    return agency.parent_name.in_language(language) if agency.parent_name else ""


def _prepared_by(agency: AgencyStanding, language: Language) -> str | None:
    sent = contact(agency)
    return sent.prepared_by if sent else None


def _phone(agency: AgencyStanding, language: Language) -> str | None:
    sent = contact(agency)
    return sent.phone if sent else None


_COUNTS = (
    CountColumn(Text("Phải nộp", "Expected"), lambda counts: counts.expected),
    CountColumn(Text("Đã nộp", "Sent"), lambda counts: counts.reported),
    CountColumn(Text("Đúng hạn", "On time"), lambda counts: counts.on_time, of_deadline=True),
    CountColumn(Text("Nộp chậm", "Late"), lambda counts: counts.late, of_deadline=True),
    CountColumn(Text("Chưa rõ ngày", "Without a date"), lambda counts: counts.undated, of_deadline=True),
    CountColumn(Text("Chưa nộp", "Missing"), lambda counts: counts.missing),
    CountColumn(Text("Nộp lại", "Sent again"), lambda counts: counts.resent),
    CountColumn(Text("Có lỗi phải sửa", "With errors"), lambda counts: counts.with_errors),
    CountColumn(Text("Cần giải trình", "To explain"), lambda counts: counts.to_explain),
    CountColumn(Text("Đủ số liệu", "Complete"), lambda counts: counts.complete),
)
_CODE = Column(Text("Mã", "Code"), 9, lambda agency, language: agency.code)
_NAME = Column(Text("Đơn vị", "Agency"), 36, lambda agency, language: agency.name.in_language(language))
_PARENT = Column(Text("Trực thuộc", "Under"), 21, _parent)
_PREPARED_BY = Column(Text("Người lập biểu", "Prepared by"), 20, _prepared_by)
_PHONE = Column(Text("Điện thoại", "Telephone"), 14, _phone)

TO_REMIND = (
    _CODE,
    _NAME,
    _PARENT,
    Column(Text("Lý do nhắc", "Reason"), 17, _reason, is_state=True),
    Column(Text("Tình trạng", "State"), 30, state_words),
    Column(
        Text("Số liệu đã có", "Items in"),
        10,
        lambda agency, language: f"{agency.items_in}/{agency.items_due}",
    ),
    Column(Text("Nội dung cần xử lý", "Findings"), 24, fault_words),
    _PREPARED_BY,
    _PHONE,
    Column(Text("Kết quả nhắc", "What they say"), 24, lambda agency, language: None),
)
EVERYBODY = (
    _CODE,
    _NAME,
    _PARENT,
    Column(Text("Cấp", "Level"), 10, lambda agency, language: LEVEL[agency.level].in_language(language)),
    Column(Text("Tình trạng", "State"), 26, state_words, is_state=True),
    Column(Text("Ngày văn bản", "Day of the letter"), 12, lambda agency, language: agency.dated),
    Column(Text("Số văn bản", "Letter"), 18, lambda agency, language: _JOINED.join(documents(agency))),
    Column(Text("Loại báo cáo", "Kind"), 14, _kinds),
    Column(Text("Số lần nộp", "Times"), 8, lambda agency, language: agency.times),
    Column(Text("Số liệu đã có", "Items in"), 8, lambda agency, language: agency.items_in),
    Column(Text("Số liệu phải có", "Items due"), 8, lambda agency, language: agency.items_due),
    Column(Text("Lỗi phải sửa", "Errors"), 8, lambda agency, language: agency.errors),
    Column(Text("Cần giải trình", "To explain"), 8, lambda agency, language: agency.to_explain),
    Column(Text("Đã giải trình", "Explained"), 8, lambda agency, language: agency.answered),
    _PREPARED_BY,
    _PHONE,
    Column(Text("Tệp", "Workbooks"), 40, lambda agency, language: _JOINED.join(files(agency))),
)
