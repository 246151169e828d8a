"""The sentences about who has sent what that terminal, Markdown and closing remarks share."""

from collections.abc import Callable

from cchc_cli.language import Language, Text
from cchc_cli.standing.arrangement import contact, documents
from cchc_cli.standing.records import AgencyStanding, Counts, Standing, Unplaced

TO_REMIND = Text("Cần nhắc", "To remind")
OTHERS = Text("Các đơn vị khác", "The others")
NOTHING_EXPECTED = Text(
    "Không có đơn vị nào phải báo cáo trong kỳ này.", "No agency has to report for this period."
)
SEE_FINDINGS = Text(
    "Xem từng nội dung và cách xử lý: cchc validate", "Each finding and its cure: cchc validate"
)
LEFT_OUT = Text(
    "Bảng không hiện hết các đơn vị; xem đủ bằng -o tinh-hinh.xlsx hoặc -f csv.",
    "The table leaves out some agencies; -o standing.xlsx or -f csv has them all.",
)
_MORE = Text("… và {n} nữa", "… and {n} more")
_HEADLINE = Text(
    "Tình hình báo cáo: {reported}/{expected} đơn vị đã báo cáo; {states}. Có lỗi phải sửa: {errors}; cần "
    "giải trình: {explain}; đủ số liệu: {complete}.",
    "Reported: {reported} of {expected} agencies; {states}. With errors to mend: {errors}; to explain: "
    "{explain}; with every item: {complete}.",
)
_WITH_DEADLINE = Text(
    "đúng hạn {on_time}, nộp chậm {late}, chưa rõ ngày {undated}, chưa nộp {missing}, nộp lại {resent}",
    "on time {on_time}, late {late}, without a date {undated}, missing {missing}, sent again {resent}",
)
_WITHOUT_DEADLINE = Text("chưa nộp {missing}, nộp lại {resent}", "missing {missing}, sent again {resent}")
_REPORTED = Text("Đã nộp", "Sent")
_ON_TIME = Text("Đúng hạn", "On time")
_LATE = Text("Nộp chậm", "Late")
_UNDATED = Text("Chưa rõ ngày", "No date")
_MISSING = Text("Chưa nộp", "Missing")
_RESENT = Text("Nộp lại", "Again")
_ERRORS = Text("Có lỗi", "Errors")
_ERRORS_IN_FILE = Text("{file}: {n} lỗi; {message}", "{file}: {n} errors; {message}")
_FROM = Text("{file} ({name}): {n} lỗi; {message}", "{file} ({name}): {n} errors; {message}")

CountColumn = tuple[Text, Callable[[Counts], str]]


def columns(standing: Standing) -> list[CountColumn]:
    """The counts that a table shows, with their headings; those of the deadline where there is one."""
    shown: list[CountColumn] = [(_REPORTED, lambda counts: f"{counts.reported}/{counts.expected}")]
    if standing.deadline is not None:
        shown += [(_ON_TIME, lambda counts: _number(counts.on_time)), (_LATE, lambda c: _number(c.late))]
        if standing.total.undated:
            shown.append((_UNDATED, lambda counts: _number(counts.undated)))
    return [
        *shown,
        (_MISSING, lambda counts: _number(counts.missing)),
        (_ERRORS, lambda counts: _number(counts.with_errors)),
        (_RESENT, lambda counts: _number(counts.resent)),
    ]


def headline(standing: Standing, language: Language) -> str:
    """Everything in one sentence."""
    total = standing.total
    pattern = _WITHOUT_DEADLINE if standing.deadline is None else _WITH_DEADLINE
    return _HEADLINE.in_language(language).format(
        reported=total.reported,
        expected=total.expected,
        states=pattern.in_language(language).format_map(total.model_dump()),
        errors=total.with_errors,
        explain=total.to_explain,
        complete=total.complete,
    )


def title_count(words: Text, count: int, language: Language) -> str:
    """A heading with how many stand below it."""
    return f"{words.in_language(language)} ({count})"


def how_many_more(count: int, language: Language) -> str:
    """What a list leaves out."""
    return _MORE.in_language(language).format(n=count)


def letter_words(agency: AgencyStanding, language: Language) -> str:
    """Number and day of the letter, who prepared it, and the telephone."""
    day = f"{agency.dated:%d/%m/%Y}" if agency.dated else ""
    called = contact(agency)
    person = " ".join(part for part in (called.prepared_by, called.phone) if part) if called else ""
    return "; ".join(part for part in (", ".join(documents(agency)), day, person) if part)


def unplaced_words(file: Unplaced, language: Language) -> str:
    """A workbook, the sender it names, and its first error."""
    pattern = _FROM if file.submitter_name else _ERRORS_IN_FILE
    name = file.submitter_name.in_language(language) if file.submitter_name else ""
    return pattern.in_language(language).format(
        file=file.file, n=file.errors, message=file.message, name=name
    )


def _number(count: int) -> str:
    """A count, blank where it is nothing: zeros would hide the figures that matter."""
    return str(count) if count else ""
