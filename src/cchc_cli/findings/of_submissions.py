"""Finding codes about submissions: who has sent what, and when."""

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

SUBMISSION_MISSING = FindingKind(
    code="submission-missing",
    severity=Severity.WARNING,
    title=Text("Chưa nộp báo cáo", "No submission"),
    meaning=Text(
        "Đơn vị phải báo cáo trong kỳ này nhưng không có tệp nào. Tỷ lệ chung được tính trên các đơn vị "
        "đã báo cáo và ghi là tạm tính.",
        "The agency must report for this period and no file of it is there. Shares are computed from "
        "those who reported and called provisional.",
    ),
    message=Text(
        "{agency_name} ({agency}) chưa nộp báo cáo số liệu kỳ {period_words}.",
        "{agency_name} ({agency}) has not sent its report for {period_words}.",
    ),
    hint=Text("Đôn đốc đơn vị gửi báo cáo.", "Ask the agency for its report."),
    example=Example(
        Text("Không có tệp nào của đơn vị", "No file of the agency"),
        Text("Có báo cáo của đơn vị", "The agency's report is there"),
    ),
)

SUBMISSION_LATE = FindingKind(
    code="submission-late",
    severity=Severity.WARNING,
    title=Text("Nộp báo cáo chậm", "Late submission"),
    meaning=Text(
        "Ngày văn bản sau hạn nộp; ngày của tệp không được xét. Số liệu vẫn được dùng như mọi báo cáo khác.",
        "The letter is dated after the deadline; the date of the file tells nothing. The figures are "
        "used like any others.",
    ),
    message=Text(
        "{agency_name} ({agency}) gửi báo cáo kỳ {period_words} ngày {sent}, sau hạn {due}.",
        "{agency_name} ({agency}) sent its report for {period_words} on {sent}, after {due}.",
    ),
    hint=Text("Nhắc đơn vị về thời hạn gửi báo cáo.", "Remind the agency of the day reports are due."),
    example=Example(
        Text("Văn bản ngày 25/01, hạn 20/01", "Dated 25 January, due 20 January"),
        Text("Văn bản ngày 18/01, hạn 20/01", "Dated 18 January, due 20 January"),
    ),
)

SUBMISSION_SUPERSEDED = FindingKind(
    code="submission-superseded",
    severity=Severity.INFO,
    title=Text("Số liệu được thay", "Superseded figures"),
    meaning=Text(
        "Báo cáo đính chính hoặc bổ sung đã thay số trong tệp này, theo “Loại báo cáo” và “Lần”. Số cũ "
        "được giữ lại để đối chiếu, không dùng để tính.",
        "A correction or supplement stands in place of figures of this file, by 'Loại báo cáo' and "
        "'Lần'. The old ones are kept for comparison and not counted.",
    ),
    message=Text(
        "{count} số liệu không dùng vì đã có số liệu của {other}.",
        "{count} figures are not used because those of {other} stand.",
    ),
    hint=Text(
        "Không phải làm gì; số cũ vẫn xem được bằng lệnh cchc why. Báo cáo bổ sung chỉ điền ô trống: muốn "
        "thay số đã gửi, ghi “Loại báo cáo”: Đính chính.",
        "Nothing to do; cchc why still shows the old figures. A supplement only fills blanks: to replace a "
        "figure, write 'Loại báo cáo': Đính chính.",
    ),
    example=Example(
        Text("Báo cáo chính thức: 120", "Official report: 120"),
        Text("Đính chính lần 1: 125", "Correction: 125"),
    ),
)

SUBMISSION_AFTER_CUTOFF = FindingKind(
    code="submission-after-cutoff",
    severity=Severity.INFO,
    title=Text("Báo cáo sau thời điểm chốt số liệu", "Sent after the cut-off"),
    meaning=Text(
        "Người tổng hợp đã chọn thời điểm chốt số liệu (--cutoff); báo cáo có ngày văn bản sau ngày đó "
        "không được tính trong lần này.",
        "A cut-off was chosen (--cutoff); what is dated after it does not count this time.",
    ),
    message=Text(
        "Văn bản ngày {sent}, sau thời điểm chốt số liệu {cutoff}; số liệu trong tệp không tính.",
        "Dated {sent}, after the cut-off of {cutoff}; none of its figures counts.",
    ),
    hint=Text(
        "Không phải làm gì; muốn tính tệp này thì chọn thời điểm chốt (--cutoff) muộn hơn.",
        "Nothing to do; choose a later --cutoff to count this file.",
    ),
    example=Example(
        Text("Văn bản ngày 25/01, chốt ngày 20/01", "Dated 25 January, cut-off 20 January"),
        Text("Văn bản ngày 18/01, chốt ngày 20/01", "Dated 18 January, cut-off 20 January"),
    ),
)

SUBMISSION_UNDATED = FindingKind(
    code="submission-undated",
    severity=Severity.INFO,
    title=Text("Báo cáo không ghi ngày", "A submission without a date"),
    meaning=Text(
        "Không ghi ngày văn bản thì không biết báo cáo gửi trước hay sau hạn hoặc thời điểm chốt số "
        "liệu. Báo cáo vẫn được tính.",
        "Without the date of its letter nobody can tell whether a report came before the deadline or "
        "cut-off. It counts.",
    ),
    message=Text(
        "Không ghi “Ngày văn bản” nên không biết gửi trước hay sau {day}; vẫn tính.",
        "'Ngày văn bản' is not filled in, so it cannot be told whether it came before {day}; it counts.",
    ),
    hint=Text(
        "Ghi ngày của văn bản gửi kèm (18/01/2025) vào ô “Ngày văn bản”; không lấy ngày của tệp.",
        "Enter the day of the letter (18/01/2025) at 'Ngày văn bản'; the date of the file is never used.",
    ),
    example=Example(
        Text("“Ngày văn bản” để trống", "'Ngày văn bản' is blank"), Text("18/01/2025", "18/01/2025")
    ),
)

KINDS = (
    SUBMISSION_MISSING,
    SUBMISSION_LATE,
    SUBMISSION_SUPERSEDED,
    SUBMISSION_AFTER_CUTOFF,
    SUBMISSION_UNDATED,
)
