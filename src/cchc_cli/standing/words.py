"""The words for what has come and what has not, once, for tables, workbooks and lists."""

from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.observation import SubmissionKind
from cchc_cli.period import Period
from cchc_cli.standing.arrangement import Shortcoming
from cchc_cli.standing.records import AgencyStanding, Sent, Standing, State

TITLE = Text("Tình hình nộp báo cáo số liệu", "Who has reported")
UNPLACED = Text("Tệp có lỗi, chưa biết của đơn vị nào", "Workbooks with errors that are no known agency's")
GROUP = Text("Nhóm", "Group")
DISTRICT = Text("Cấp xã thuộc", "Communes of")
_PERIOD = Text("Kỳ: {period}", "Period: {period}")
_DEADLINE = Text("hạn nộp: hết ngày {day}", "due until the end of {day}")
_CUTOFF = Text("thời điểm chốt số liệu: hết ngày {day}", "cut-off: the end of {day}")

STATE = {
    State.MISSING: Text("Chưa nộp", "Missing"),
    State.LATE: Text("Nộp chậm", "Late"),
    State.UNDATED: Text("Đã nộp, chưa rõ ngày", "Sent, without a date"),
    State.ON_TIME: Text("Đúng hạn", "On time"),
    State.RECEIVED: Text("Đã nộp", "Sent"),
}
SHORTCOMING = {
    Shortcoming.MISSING: Text("Chưa nộp", "Missing"),
    Shortcoming.ERRORS: Text("Có lỗi phải sửa", "With errors to mend"),
    Shortcoming.LATE: Text("Nộp chậm", "Late"),
    Shortcoming.INCOMPLETE: Text("Chưa đủ số liệu", "With items missing"),
    Shortcoming.UNEXPLAINED: Text("Cần giải trình", "With warnings to explain"),
}
KIND = {
    SubmissionKind.OFFICIAL: Text("Chính thức", "Official"),
    SubmissionKind.SUPPLEMENT: Text("Bổ sung", "Supplement"),
    SubmissionKind.CORRECTION: Text("Đính chính", "Correction"),
}
LEVEL = {
    Level.PROVINCE: Text("Cấp tỉnh", "Province level"),
    Level.DISTRICT: Text("Cấp huyện", "District level"),
    Level.COMMUNE: Text("Cấp xã", "Commune level"),
}
_POOLED = {
    **LEVEL,
    Level.PROVINCE: Text("Cấp tỉnh (sở, ban, ngành tỉnh)", "Province level (departments)"),
}
_APART = {
    Level.PROVINCE: Text(
        "Cơ quan Trung ương theo ngành dọc đóng trên địa bàn tỉnh", "Vertical central agencies"
    ),
    Level.DISTRICT: Text("Cấp huyện, không tính chung", "District level, outside the pool"),
    Level.COMMUNE: Text("Cấp xã, không tính chung", "Commune level, outside the pool"),
}
_THROUGH = Text("qua {name}", "through {name}")
_THROUGH_SOMEBODY = Text("qua tệp tổng hợp", "through a consolidated workbook")
_TIMES = Text("nộp {n} lần", "sent {n} times")
_SHORTER = Text("ghép từ {periods}", "from {periods}")
_ONLY_SHORTER = Text("mới có {periods}", "only {periods} so far")
_ERRORS = Text("{n} lỗi phải sửa", "{n} to mend")
_TO_EXPLAIN = Text("{n} cần giải trình", "{n} to explain")
_ANSWERED = Text("{n} đã giải trình", "{n} explained")
_NUMBERED = Text("{kind} lần {n}", "{kind} {n}")


def period_line(standing: Standing, language: Language) -> str:
    """Period, deadline and cut-off."""
    parts = [_PERIOD.in_language(language).format(period=Period.parse(standing.period).in_words(language))]
    for words, day in ((_DEADLINE, standing.deadline), (_CUTOFF, standing.cutoff)):
        if day is not None:
            parts.append(words.in_language(language).format(day=f"{day:%d/%m/%Y}"))
    return "; ".join(parts)


def group_name(level: Level, pooled: bool) -> Text:
    """What the agencies of one level are called together."""
    return (_POOLED if pooled else _APART)[level]


def state_words(agency: AgencyStanding, language: Language) -> str:
    """Whether its report is there, through whom it came, and how often."""
    words = [STATE[agency.state].in_language(language)]
    words += _carriers(agency, language)
    if agency.is_resent:
        words.append(_TIMES.in_language(language).format(n=agency.times))
    if agency.shorter_periods:
        pattern = _ONLY_SHORTER if agency.state is State.MISSING else _SHORTER
        periods = ", ".join(Period.parse(period).in_words(language) for period in agency.shorter_periods)
        words.append(pattern.in_language(language).format(periods=periods))
    return "; ".join(words)


def fault_words(agency: AgencyStanding, language: Language) -> str:
    """How much is to be mended or explained; '' where nothing is."""
    counted = ((_ERRORS, agency.errors), (_TO_EXPLAIN, agency.to_explain), (_ANSWERED, agency.answered))
    return ", ".join(pattern.in_language(language).format(n=number) for pattern, number in counted if number)


def kind_words(sent: Sent, language: Language) -> str:
    """What a workbook says it is: "Đính chính lần 2"."""
    kind = KIND[sent.kind].in_language(language)
    if sent.kind is SubmissionKind.OFFICIAL or not sent.number:
        return kind
    return _NUMBERED.in_language(language).format(kind=kind, n=sent.number)


def _carriers(agency: AgencyStanding, language: Language) -> list[str]:
    carried = [sent for sent in agency.sent if sent.counts and not sent.own]
    names = [
        _THROUGH.in_language(language).format(name=sent.through_name.in_language(language))
        if sent.through_name
        else _THROUGH_SOMEBODY.in_language(language)
        for sent in carried
    ]
    return list(dict.fromkeys(names))
