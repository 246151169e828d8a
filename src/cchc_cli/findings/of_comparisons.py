"""Finding codes that hold one figure or one submission against another."""

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

PART_EXCEEDS_WHOLE = FindingKind(
    code="part-exceeds-whole",
    severity=Severity.ERROR,
    title=Text("Bộ phận lớn hơn tổng thể", "A part larger than its whole"),
    message=Text(
        "{agency_name}, kỳ {period_words}: {left} là {left_sum}, lớn hơn {right} là {right_sum}; các số liệu "
        "này không dùng.",
        "{agency_name}, {period_words}: {left} is {left_sum}, more than {right}, {right_sum}; none of "
        "these figures is used.",
    ),
    hint=Text(
        "Kiểm tra cả hai số liệu, sửa số sai, gửi lại hoặc gửi đính chính.",
        "Check both figures, mend the wrong one, and send the report again or a correction.",
    ),
    example=Example(
        Text("Hồ sơ đúng hạn 130 / đã giải quyết 125", "130 in time of 125 settled"),
        Text("Hồ sơ đúng hạn 121 / đã giải quyết 125", "121 in time of 125 settled"),
    ),
)

SUM_MISMATCH = FindingKind(
    code="sum-mismatch",
    severity=Severity.WARNING,
    title=Text("Cộng không khớp", "The sums do not agree"),
    message=Text(
        "{left} là {left_sum}, nhưng {right} là {right_sum}; hai số phải bằng nhau.",
        "{left} is {left_sum}, but {right} is {right_sum}; the two must be equal.",
    ),
    hint=Text(
        "Cộng lại các số thành phần, sửa số sai, hoặc giải trình.",
        "Add the parts again and mend the wrong figure, or explain it.",
    ),
    example=Example(
        Text("Tổng số 134; các phần cộng lại 133", "A total of 134; the parts add up to 133"),
        Text("Tổng số 134; các phần cộng lại 134", "A total of 134; the parts add up to 134"),
    ),
)

CONFLICTING_OBSERVATION = FindingKind(
    code="conflicting-observation",
    severity=Severity.ERROR,
    title=Text("Một số liệu có nhiều giá trị", "One figure with several values"),
    message=Text(
        "“{name}” của {agency_name}, kỳ {period_words}, có các giá trị khác nhau: {values}; "
        "không dùng giá trị nào.",
        "'{name}' of {agency_name}, {period_words}, has different values: {values}; none is used.",
    ),
    hint=Text(
        "Bỏ tệp hoặc dòng sai; nếu là sửa số đã gửi, ghi “Loại báo cáo”: Đính chính.",
        "Remove the wrong file or row; if it corrects what was sent, write 'Loại báo cáo': Đính chính.",
    ),
    example=Example(
        Text("Hai tệp cùng kỳ: 120 và 125", "Two files of one period: 120 and 125"),
        Text("Báo cáo chính thức 120, đính chính 125", "The official report 120, its correction 125"),
    ),
)

JUMP_FROM_LAST_PERIOD = FindingKind(
    code="jump-from-last-period",
    severity=Severity.WARNING,
    title=Text("Tăng giảm bất thường so với kỳ trước", "An unusual change from the last period"),
    message=Text(
        "“{name}” của {agency_name} là {value}, kỳ trước là {before}.",
        "'{name}' of {agency_name} is {value}; in the period before it was {before}.",
    ),
    hint=Text(
        "Kiểm tra lại số liệu; nếu đúng, ghi giải trình.", "Check the figure; if it is right, say why."
    ),
    example=Example(Text("12.000, kỳ trước 1.200", "12,000 after 1,200"), Text("1.250", "1,250")),
)

SAME_FIGURES_AS_ANOTHER = FindingKind(
    code="same-figures-as-another",
    severity=Severity.WARNING,
    title=Text("Số liệu trùng với đơn vị khác", "The same figures as another agency"),
    message=Text(
        "Các số liệu của {agency_name} giống hệt của {other}.",
        "The figures of {agency_name} are the same as those of {other}.",
    ),
    hint=Text(
        "Kiểm tra có chép nhầm số liệu của đơn vị khác không.",
        "Check whether another agency's figures were copied by mistake.",
    ),
    example=Example(
        Text("Hai xã cùng 18 số liệu như nhau", "Two communes with 18 equal figures"),
        Text("Mỗi xã một bộ số liệu riêng", "Figures of its own for each commune"),
    ),
)

OVERLAP_WITH_PREDECESSOR = FindingKind(
    code="overlap-with-predecessor",
    severity=Severity.WARNING,
    title=Text("Trùng với đơn vị cũ", "Overlaps with a predecessor"),
    message=Text(
        "{agency_name} và đơn vị cũ {other} cùng có “{name}” cho những ngày chung; có thể bị tính hai lần.",
        "{agency_name} and its predecessor {other} both report '{name}' for common days; it may be counted "
        "twice.",
    ),
    hint=Text(
        "Mỗi đơn vị chỉ báo cáo phần phát sinh khi đơn vị đó hoạt động.",
        "Let each agency report only what arose while it existed.",
    ),
    example=Example(
        Text(
            "Xã mới báo cáo cả năm, xã cũ báo cáo 9 tháng",
            "The new commune a whole year, the old one 9 months",
        ),
        Text("Xã mới báo cáo phần từ ngày thành lập", "The new commune from the day it was set up"),
    ),
)

INCLUDES_SUBORDINATES = FindingKind(
    code="includes-subordinates",
    severity=Severity.WARNING,
    title=Text("Có thể đã gồm cả cấp xã", "May include the communes"),
    message=Text(
        "“{name}” của {agency_name} là {value}, bằng tổng của các xã trực thuộc; có thể bị tính hai lần.",
        "'{name}' of {agency_name} is {value}, the sum of its communes; it may be counted twice.",
    ),
    hint=Text(
        "Đơn vị cấp huyện chỉ ghi phần thuộc thẩm quyền của mình, không cộng số của xã.",
        "A district enters only what it settled itself, without the communes' figures.",
    ),
    example=Example(
        Text("Huyện 5.400 = tổng của các xã 5.400", "District 5,400 = its communes' 5,400"),
        Text("Huyện 3.100, các xã 5.400", "District 3,100, communes 5,400"),
    ),
)

PERIODS_OVERLAP = FindingKind(
    code="periods-overlap",
    severity=Severity.INFO,
    title=Text("Các kỳ báo cáo chồng nhau", "Overlapping periods"),
    message=Text(
        "{agency_name}: {name} có ở các kỳ chồng nhau: {periods}; không cộng với nhau.",
        "{agency_name}: {name}, reported for overlapping periods: {periods}; they are not added.",
    ),
    hint=Text(
        "Không phải làm gì; số lũy kế không bao giờ cộng với số trong kỳ.",
        "Nothing to do; year-to-date figures are never added to those of a period.",
    ),
    example=Example(
        Text("Quý I và 6 tháng", "The first quarter and the first half"),
        Text("Quý I và Quý II", "The first and second quarters"),
    ),
)

DUPLICATE_OBSERVATION = FindingKind(
    code="duplicate-observation",
    severity=Severity.INFO,
    title=Text("Số liệu lặp lại", "A figure given twice"),
    message=Text(
        "{what} lặp lại số liệu đã có ở {other}; chỉ tính một lần.",
        "{what} repeats what stands in {other}; it is counted once.",
    ),
    hint=Text("Không phải làm gì.", "Nothing to do."),
    example=Example(
        Text("Tệp tổng hợp nằm cạnh các biểu của đơn vị", "The consolidated workbook beside the forms"),
        Text("Một trong hai", "One of the two"),
    ),
)

KINDS = (
    PART_EXCEEDS_WHOLE,
    SUM_MISMATCH,
    CONFLICTING_OBSERVATION,
    JUMP_FROM_LAST_PERIOD,
    SAME_FIGURES_AS_ANOTHER,
    OVERLAP_WITH_PREDECESSOR,
    INCLUDES_SUBORDINATES,
    PERIODS_OVERLAP,
    DUPLICATE_OBSERVATION,
)
