"""The words for every status, reason and note, once, in both languages."""

from collections.abc import Mapping

from cchc_cli.findings.finding import SEVERITY_NAMES
from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.run import Note, Reason, Run, Status, Verdict, WindowDays

STATUS = {
    Status.MET: Text("Đạt", "Met"),
    Status.MISSED: Text("Không đạt", "Missed"),
    Status.NOT_DUE: Text("Chưa đến hạn", "Not due yet"),
    Status.NO_DATA: Text("Chưa có số liệu", "No data yet"),
    Status.NOT_APPLICABLE: Text("Không thuộc đối tượng áp dụng", "Not applicable"),
    Status.NOT_EVALUABLE: Text("Chưa đủ cơ sở đánh giá", "Not evaluable yet"),
    Status.INCONCLUSIVE: Text("Chưa kết luận được", "Inconclusive"),
}

# A row of one agency steers; it is no verdict on the programme and never says that a target is met.
UNOFFICIAL = {
    Status.MET: Text("Bằng hoặc trên mức của cấp", "At or above the level's bound"),
    Status.MISSED: Text("Dưới mức của cấp", "Below the level's bound"),
}

_OF_STEERING = {**STATUS, **UNOFFICIAL}

KEPT = {
    Status.MET: Text("Duy trì mức năm {year}: đạt", "Floor of {year} kept: met"),
    Status.MISSED: Text("Duy trì mức năm {year}: không đạt", "Floor of {year} not kept: missed"),
}

SIGN = {
    Status.MET: "✓",
    Status.MISSED: "✗",
    Status.NOT_DUE: "○",
    Status.NO_DATA: "?",
    Status.NOT_APPLICABLE: "–",
    Status.NOT_EVALUABLE: "!",
    Status.INCONCLUSIVE: "~",
}

STYLE = {
    Status.MET: "green",
    Status.MISSED: "bold red",
    Status.NO_DATA: "yellow",
    Status.NOT_EVALUABLE: "yellow",
    Status.INCONCLUSIVE: "yellow",
}

REASON = {
    Reason.LEVEL_ENDED: Text("cấp hành chính này không còn", "this level no longer exists"),
    Reason.LEVEL_NOT_BOUND: Text("mục tiêu không đặt ra cho cấp này", "no target binds this level"),
    Reason.AFTER_UNTIL: Text("mục tiêu đã hết thời gian áp dụng", "the target has run out"),
    Reason.EXTERNAL_MISSING: Text("chưa quy định tỷ lệ", "the rate is not fixed yet"),
    Reason.BASELINE_UNCONFIRMED: Text("số liệu gốc chưa được xác nhận", "the baseline is not confirmed"),
    Reason.TERRITORY_CHANGED: Text(
        "số liệu gồm cả địa bàn mới, không so sánh được",
        "the figure covers more than the former province",
    ),
    Reason.MAP_CHANGED: Text(
        "số liệu của đơn vị đã chia tách, không chia lại được", "figures of a unit that was split"
    ),
    Reason.NOT_SUBMITTED: Text("chưa nộp", "not submitted"),
    Reason.NOT_PUBLISHED_YET: Text("chưa công bố", "not published yet"),
    Reason.UNUSABLE: Text("ô lỗi", "cells with errors"),
    Reason.BELOW_MIN_COVERAGE: Text(
        "số đơn vị báo cáo dưới mức tối thiểu", "fewer agencies reported than required"
    ),
    Reason.NIL: Text("không phát sinh", "nothing arose"),
    Reason.BASELINE_MISSING: Text("thiếu số liệu gốc", "the baseline figure is missing"),
    Reason.REPORTER_MISSING: Text("thiếu số liệu của đơn vị báo cáo", "a reporting agency is missing"),
}

# `kept-floor` is told by the verdict's own words (KEPT), `partial-coverage` by "mới có n/N đơn vị".
NOTE = {
    Note.ABOVE_BAND: Text("cao hơn khung mục tiêu", "above the band"),
    Note.BELOW_STOP_CONDITION: Text(
        "lộ trình đã hết năm mà mức phải đạt còn dưới 100%", "the ladder ended below its stop condition"
    ),
    Note.LATE: Text("hoàn thành sau thời hạn", "done after the due date"),
    Note.TERRITORY_CHANGED: Text("địa bàn đã thay đổi", "the territory has changed"),
    Note.ESTIMATE: Text("ước tính", "estimate"),
    Note.APPROXIMATION: Text("số liệu gần đúng với chỉ tiêu", "the figure approximates the indicator"),
}

SEVERITY = SEVERITY_NAMES

_DECIDED = (Status.MET, Status.MISSED, Status.INCONCLUSIVE)
PROVISIONAL = Text("tạm tính", "provisional")
FINAL = Text("chính thức", "final")
ASPIRATIONAL = Text("Chỉ tiêu phấn đấu", "Aspirational")
STEERING = Text("(phục vụ điều hành)", "(for steering)")
NOTHING_TO_SHOW = Text("Không có kết quả nào để hiện.", "There are no verdicts to show.")
READINGS = Text("Cách hiểu, cách tính", "How the words are read")
FOR_STEERING = Text(
    "Tài liệu phục vụ điều hành, không thay thế kết quả chấm Chỉ số cải cách hành chính",
    "For steering; it does not replace the scoring of the administrative reform index",
)


def period_words(period: str, language: Language) -> str:
    """A period as a heading names it: "Năm 2024", "6 tháng đầu năm 2024 (lũy kế từ đầu năm)".

    Of a part of a year it is said whether it adds up the year so far or stands for itself.
    """
    days = Period.parse(period)
    words = days.in_words(language)
    counted = "" if days.is_full_year else f" ({_counted(days).in_language(language)})"
    return words[0].upper() + words[1:] + counted


_ON_THE_MAP = Text("Quy về danh mục đơn vị ngày {day}", "On the map of {day}, merged agencies added up")


def map_words(run: Run, language: Language) -> list[str]:
    """On which day's map a run puts its periods; nothing where each is on its own."""
    return [_ON_THE_MAP.in_language(language).format(day=f"{run.as_of:%d/%m/%Y}")] if run.as_of else []


_TOP = Text(
    "Mỗi chỉ tiêu, mỗi kỳ chỉ hiện {n} đơn vị (--top {n}); bỏ --top để xem đủ.",
    "At most {n} agencies are shown of each indicator and period (--top {n}); leave --top out to see all.",
)


def top_words(run: Run, language: Language) -> list[str]:
    """That agencies were asked to be left out; nothing where none is."""
    if not run.left_out or run.asked is None or run.asked.top is None:
        return []
    return [_TOP.in_language(language).format(n=run.asked.top)]


def periods_shown(run: Run) -> list[str]:
    """The periods of a run's verdicts as they were judged, in whatever order the verdicts stand."""
    shown = dict.fromkeys(verdict.period for verdict in run.verdicts)
    judged = run.asked.periods if run.asked else []
    known = [period for period in judged if period in shown]
    return [*known, *(period for period in shown if period not in known)]


_DAYS = Text("Số liệu tính từ {first} đến {last} ({name})", "Figures from {first} to {last} ({name})")


def days_words(window: WindowDays, language: Language) -> str:
    """Which days the figures of a period cover, where they are not the calendar's."""
    return _DAYS.in_language(language).format(
        first=f"{window.first_day:%d/%m/%Y}",
        last=f"{window.last_day:%d/%m/%Y}",
        name=window.name.in_language(language),
    )


_YEAR_TO_DATE = Text("lũy kế từ đầu năm", "year to date")
_IN_THE_PERIOD = Text("trong kỳ", "in the period")


def _counted(days: Period) -> Text:
    return _YEAR_TO_DATE if days.is_year_to_date else _IN_THE_PERIOD


def status_words(verdict: Verdict, language: Language) -> str:
    """The verdict in words, with what makes it provisional or impossible in brackets."""
    remarks = [REASON[verdict.reason]] if verdict.reason else []
    if verdict.provisional and verdict.status in _DECIDED:
        remarks.append(PROVISIONAL)
    spoken = ", ".join(remark.in_language(language) for remark in remarks)
    words = _status(verdict, language)
    return f"{words} ({spoken})" if spoken else words


def status_texts(official: bool) -> Mapping[Status, Text]:
    """The words for each status: of the programme's verdicts, or of rows for steering."""
    return STATUS if official else _OF_STEERING


def finality_words(verdict: Verdict, language: Language) -> str:
    """Whether what is decided may still change; empty where nothing is decided."""
    if verdict.status not in _DECIDED:
        return ""
    return (PROVISIONAL if verdict.provisional else FINAL).in_language(language)


def note_words(verdict: Verdict, language: Language) -> list[str]:
    """What a reader must know beside the verdict."""
    return [NOTE[note].in_language(language) for note in verdict.notes if note in NOTE]


def _status(verdict: Verdict, language: Language) -> str:
    if verdict.official and Note.KEPT_FLOOR in verdict.notes and verdict.due and verdict.status in KEPT:
        return KEPT[verdict.status].in_language(language).format(year=verdict.due.year)
    return status_texts(verdict.official)[verdict.status].in_language(language)
