"""Finding codes that hold one figure or one submission against another."""

from dataclasses import replace

from cchc_cli.findings.finding import Example, FindingKind, Severity
from cchc_cli.language import Text

PART_EXCEEDS_WHOLE = FindingKind(
    code="part-exceeds-whole",
    severity=Severity.ERROR,
    title=Text("Bộ phận lớn hơn tổng thể", "A part larger than its whole"),
    meaning=Text(
        "Một phần không thể nhiều hơn tổng của nó, ví dụ hồ sơ đúng hạn nhiều hơn hồ sơ đã giải quyết; "
        "không biết số nào sai nên cả hai đều đáng ngờ. Quy tắc do targets.yaml đặt ra; là lỗi phải sửa "
        "thì không số nào được dùng.",
        "A part cannot be more than its whole, such as more dossiers in time than were settled; nobody "
        "knows which is wrong, so both are in doubt. The rule stands in targets.yaml; where it is an "
        "error neither figure is used.",
    ),
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
    meaning=Text(
        "Hai cách cộng phải cho một kết quả, ví dụ hồ sơ tiếp nhận bằng đã giải quyết cộng đang giải "
        "quyết. Quy tắc do targets.yaml đặt ra; là nội dung cần giải trình thì số liệu vẫn được dùng.",
        "Two sums must agree, such as dossiers received with settled plus pending. The rule stands in "
        "targets.yaml; where it is a warning the figures are used all the same.",
    ),
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

PART_TO_EXPLAIN = replace(
    PART_EXCEEDS_WHOLE,
    severity=Severity.WARNING,
    message=Text(
        "{agency_name}, kỳ {period_words}: {left} là {left_sum}, lớn hơn {right} là {right_sum}.",
        "{agency_name}, {period_words}: {left} is {left_sum}, more than {right}, {right_sum}.",
    ),
    hint=Text(
        "Kiểm tra cả hai số liệu, sửa số sai, hoặc giải trình.",
        "Check both figures and mend the wrong one, or explain them.",
    ),
)
"""Of a check that its catalogue only wants explained."""

SUM_NOT_USED = replace(
    SUM_MISMATCH,
    severity=Severity.ERROR,
    message=Text(
        "{left} là {left_sum}, nhưng {right} là {right_sum}; hai số phải bằng nhau nên không dùng các số "
        "liệu này.",
        "{left} is {left_sum}, but {right} is {right_sum}; the two must be equal, so none of these figures "
        "is used.",
    ),
    hint=Text(
        "Cộng lại các số thành phần, sửa số sai, gửi lại hoặc gửi đính chính.",
        "Add the parts again, mend the wrong figure, and send the report again or a correction.",
    ),
)
"""Of a check whose catalogue wants no figure used that does not add up."""

CONFLICTING_OBSERVATION = FindingKind(
    code="conflicting-observation",
    severity=Severity.ERROR,
    title=Text("Một số liệu có nhiều giá trị", "One figure with several values"),
    meaning=Text(
        "Cùng một đơn vị, một kỳ, một số liệu mà có hai giá trị khác nhau, và không tệp nào nói là đính "
        "chính. Không dựa vào ngày của tệp để chọn, nên không giá trị nào được dùng.",
        "One agency, period and item with two different values, and no file says that it corrects the "
        "other. The date of a file decides nothing, so neither is used.",
    ),
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
    meaning=Text(
        "Số liệu tăng giảm quá mức đã đặt cho nó, hoặc giảm trong khi chỉ có thể tăng; thường là thừa, "
        "thiếu một chữ số. Số liệu vẫn được dùng.",
        "The figure moved further than its item plausibly does, or fell where it can only rise; most "
        "often a digit is missing or too many. It is used all the same.",
    ),
    message=Text(
        "“{name}” của {agency_name}, kỳ {period_words}, là {value}, còn kỳ {before_words} là {before}; "
        "{expected}.",
        "'{name}' of {agency_name}, {period_words}, is {value}, but {before} in {before_words}; {expected}.",
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
    meaning=Text(
        "Nhiều số liệu của hai đơn vị bằng nhau từng số một; thường là điền đè lên tệp của đơn vị khác "
        "rồi gửi nhầm. Số liệu vẫn được dùng.",
        "Many figures of two agencies are equal one by one; most often somebody filled in a copy of the "
        "other's file. They are used all the same.",
    ),
    message=Text(
        "Số liệu của {agency_name}, kỳ {period_words}, giống hệt của {other} ({where}): {count} số liệu "
        "khác 0, số nào cũng bằng nhau.",
        "The figures of {agency_name}, {period_words}, are those of {other} ({where}): {count} figures other "
        "than 0, all of them equal.",
    ),
    hint=Text(
        "Kiểm tra có chép nhầm số liệu của đơn vị khác không; nếu số liệu đúng, ghi giải trình ở dòng này.",
        "Check whether another agency's figures were copied by mistake; if they are right, say so in the "
        "row.",
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
    meaning=Text(
        "Đơn vị mới và đơn vị cũ đều có thể đã tính cùng một phần việc, nên tổng toàn tỉnh bị tính hai "
        "lần. Số liệu vẫn được dùng cho đến khi rõ.",
        "The new agency and its predecessor may both have counted the same work, and the total would "
        "hold it twice. The figures are used until it is clear.",
    ),
    message=Text(
        "{agency_name} có từ {since} nhưng báo cáo kỳ {period_words}; “{name}”{others} không ít hơn số đơn "
        "vị cũ ({other}) báo cáo cho những ngày trước đó, nên có thể bị tính hai lần.",
        "{agency_name} has existed since {since} but reports for {period_words}; '{name}'{others} is no less "
        "than its predecessors ({other}) report for the days before, so it may be counted twice.",
    ),
    hint=Text(
        "Mỗi đơn vị chỉ báo cáo phần phát sinh khi đơn vị đó hoạt động; số của đơn vị cũ ghi dưới mã đơn vị "
        "cũ. Nếu đã đúng như vậy, chọn “Không” ở ô “Số liệu gồm cả đơn vị cũ” hoặc ghi giải trình.",
        "Let each agency report only what arose while it existed, its predecessors under their own codes. If "
        "it is so, choose “Không” (no) beside “Số liệu gồm cả đơn vị cũ”, or explain it.",
    ),
    example=Example(
        Text(
            "Xã mới báo cáo cả năm, xã cũ báo cáo 9 tháng",
            "The new commune a whole year, the old one 9 months",
        ),
        Text("Xã mới báo cáo phần từ ngày thành lập", "The new commune from the day it was set up"),
    ),
)

COUNTED_WITH_PREDECESSORS = replace(
    OVERLAP_WITH_PREDECESSOR,
    message=Text(
        "{agency_name} có từ {since}, ghi là số liệu kỳ {period_words} gồm cả đơn vị cũ, mà đơn vị cũ "
        "({other}) cũng báo cáo những ngày trước đó: “{name}”{others} bị tính hai lần.",
        "{agency_name} has existed since {since} and says that its figures for {period_words} hold its "
        "predecessors'; these ({other}) report the days before as well: '{name}'{others} counts twice.",
    ),
)
"""Where the agency says so itself, and the predecessors report too."""

HOLDS_PREDECESSORS = replace(
    OVERLAP_WITH_PREDECESSOR,
    message=Text(
        "{agency_name} có từ {since}, ghi là số liệu kỳ {period_words} gồm cả đơn vị cũ ({other}): “{name}”"
        "{others} tính cả những ngày trước đó, còn đơn vị cũ vẫn là chưa báo cáo.",
        "{agency_name} has existed since {since} and says that its figures for {period_words} hold its "
        "predecessors' ({other}): '{name}'{others} cover the days before too, and these still count as "
        "missing.",
    ),
)
"""Where the agency says so itself, and nobody else reports those days."""

INCLUDES_SUBORDINATES = FindingKind(
    code="includes-subordinates",
    severity=Severity.WARNING,
    title=Text("Có thể đã gồm cả cấp xã", "May include the communes"),
    meaning=Text(
        "Số của huyện bằng tổng các xã, hoặc bằng số kỳ trước của huyện cộng tổng các xã: có thể huyện "
        "đã cộng số của xã vào số của mình. Số liệu vẫn được dùng, nên tổng có thể bị tính hai lần.",
        "The district's figure equals the sum of its communes, or its own last figure plus that sum: it "
        "may have added theirs to its own. The figure is used, so the total may hold them twice.",
    ),
    message=Text(
        "“{name}” của {agency_name}, kỳ {period_words}, là {value}, {equals}{others}; có thể bị tính "
        "hai lần.",
        "'{name}' of {agency_name}, {period_words}, is {value}, {equals}{others}; it may be counted twice.",
    ),
    hint=Text(
        "Đơn vị cấp huyện chỉ ghi phần thuộc thẩm quyền của mình, không cộng số của xã; nếu đã đúng như vậy, "
        "ghi giải trình.",
        "A district enters only what it settled itself, without the communes' figures; if it is so, say so.",
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
    meaning=Text(
        "Cùng một số liệu có ở các kỳ chồng lên nhau, ví dụ quý I và 6 tháng. Các kỳ đó không cộng với "
        "nhau; kỳ khớp đúng với kỳ được đánh giá thì được dùng.",
        "One item is reported for overlapping periods, such as a quarter and the half-year. They are "
        "never added; the one that is exactly the period asked about is used.",
    ),
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
    meaning=Text(
        "Cùng một giá trị có ở hai nơi, ví dụ biểu của đơn vị và tệp tổng hợp nằm cạnh nhau. Chỉ tính "
        "một lần.",
        "The same value stands in two places, such as a form beside the consolidated workbook. It is "
        "counted once.",
    ),
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
