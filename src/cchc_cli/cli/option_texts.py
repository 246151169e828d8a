"""The help of every option, in both languages; `COMMAND OPTION` where a command has its own."""

from cchc_cli.cli.format_names import (
    CARD_FORMAT_NAMES,
    COMPARE_FORMAT_NAMES,
    EXPLAIN_FORMAT_NAMES,
    FILE_FORMAT_NAMES,
    FORMAT_NAMES,
    STATUS_FORMAT_NAMES,
    TEST_FORMAT_NAMES,
    VALIDATE_FORMAT_NAMES,
    WHY_FORMAT_NAMES,
)
from cchc_cli.language import Text

_REPEATABLE = Text(" (lặp lại được)", " (repeatable)")


def _repeatable(vi: str, en: str) -> Text:
    return Text(f"{vi}{_REPEATABLE.vi}.", f"{en}{_REPEATABLE.en}.")


_SUFFIXES = {
    "table": ".txt",
    "json": ".json",
    "csv": ".csv",
    "markdown": ".md",
    "junit": ".xml: junit",
    "sarif": ".sarif",
    "html": ".html",
    "xlsx": ".xlsx",
    "docx": ".docx",
    "parquet": ".parquet",
}


def _output(*names: str) -> Text:
    listed = ", ".join(_SUFFIXES[name] for name in names if name in _SUFFIXES)
    return Text(
        f"Ghi thêm ra tệp; dạng theo đuôi tệp ({listed}) hoặc viết rõ DẠNG=TỆP; lặp lại được.",
        f"Also write a file; the format follows the suffix ({listed}) or is said as FORMAT=PATH; repeatable.",
    )


OPTIONS = {
    "targets": Text(
        "Danh mục chỉ tiêu khác danh mục kèm theo chương trình [biến môi trường: CCHC_TARGETS].",
        "Another catalogue than the one that comes with the program [env: CCHC_TARGETS].",
    ),
    "agencies": Text(
        "Danh mục đơn vị khác danh mục kèm theo [biến môi trường: CCHC_AGENCIES].",
        "Another registry of agencies than the one that comes with the program [env: CCHC_AGENCIES].",
    ),
    "period": Text(
        "Kỳ báo cáo: 2024, 2024-Q1, 2024-H1, 2024-9M, 2024-01-01..2024-06-07, hoặc all; lặp lại được. "
        "Mặc định: kỳ mới nhất có đủ nhiều đơn vị.",
        "Period: 2024, 2024-Q1, 2024-H1, 2024-9M, 2024-01-01..2024-06-07, or all; repeatable. "
        "Default: the newest that enough agencies reported for.",
    ),
    "level": _repeatable(
        "Chỉ hiện cấp này: province, district, commune", "Only this level: province, district, commune"
    ),
    "agency": _repeatable("Chỉ hiện đơn vị có mã này", "Only the agency with this code"),
    "area": _repeatable("Chỉ hiện lĩnh vực này, ví dụ TTHC", "Only this area, for example TTHC"),
    "indicators": _repeatable("Chỉ hiện chỉ tiêu có mã này", "Only the indicator with this id"),
    "status": _repeatable(
        "Chỉ hiện kết quả này: met, missed, not_due, no_data, not_applicable, not_evaluable",
        "Only this status: met, missed, not_due, no_data, not_applicable, not_evaluable",
    ),
    "by": _repeatable(
        "Thêm dòng của từng cấp (level) hoặc từng đơn vị (agency), không tính vào kết quả chung; "
        "province: chỉ hiện toàn tỉnh",
        "Add rows of each level (level) or agency (agency), outside the official counts; "
        "province: only verdicts for the whole province",
    ),
    "sort": Text(
        "Thứ tự: catalogue (theo danh mục chỉ tiêu), status (không đạt trước), gap (xa mức phải đạt nhất "
        "trước), value (thấp nhất trước), name (tên theo bảng chữ cái). Mặc định: catalogue.",
        "Order: catalogue, status (missed first), gap (furthest below the bound first), value (lowest "
        "first), name (of the scope, alphabetically). Default: catalogue.",
    ),
    "top": Text(
        "Mỗi chỉ tiêu, mỗi kỳ chỉ hiện N dòng đơn vị đầu tiên theo --sort (không nêu --sort: các đơn vị dưới "
        "mức trước); kết quả chung và mã thoát không đổi.",
        "Show at most N rows of agencies of each indicator and period: the first by --sort, or else those "
        "below their bound first; official verdicts and the exit code stay.",
    ),
    "format_name": Text(
        f"Dạng in ra màn hình: {', '.join(FORMAT_NAMES)}. Mặc định: table. Chỉ ghi ra tệp (-o): "
        f"{', '.join(FILE_FORMAT_NAMES)}.",
        f"What stdout gets: {', '.join(FORMAT_NAMES)}. Default: table. For files only (-o): "
        f"{', '.join(FILE_FORMAT_NAMES)}.",
    ),
    "why format_name": Text(
        f"Dạng in ra màn hình: {', '.join(WHY_FORMAT_NAMES)}. Mặc định: table.",
        f"What stdout gets: {', '.join(WHY_FORMAT_NAMES)}. Default: table.",
    ),
    "validate format_name": Text(
        f"Dạng in ra màn hình: {', '.join(VALIDATE_FORMAT_NAMES)}. Mặc định: table.",
        f"What stdout gets: {', '.join(VALIDATE_FORMAT_NAMES)}. Default: table.",
    ),
    "compare format_name": Text(
        f"Dạng in ra màn hình: {', '.join(COMPARE_FORMAT_NAMES)}. Mặc định: table.",
        f"What stdout gets: {', '.join(COMPARE_FORMAT_NAMES)}. Default: table.",
    ),
    "compare output": _output(*COMPARE_FORMAT_NAMES),
    "why output": _output(*WHY_FORMAT_NAMES),
    "compare period": Text(
        "Kỳ báo cáo ở cả hai bên; lặp lại được, hoặc all. Mặc định: kỳ mới nhất có đủ nhiều đơn vị của mỗi "
        "bên; cạnh kết quả đã lưu: các kỳ của kết quả ấy.",
        "Period on both sides; repeatable, or all. Default: the newest of each side that enough agencies "
        "reported for; beside a saved run: the periods of that run.",
    ),
    "compare fail_on": Text(
        "new-missed: mã thoát là 1 khi có mục tiêu không đạt mà trước không như vậy; hoặc never. Mặc định: "
        "never.",
        "new-missed: the exit code is 1 where a target is missed that was not; or never. Default: never.",
    ),
    "explain format_name": Text(
        f"Dạng in ra màn hình: {', '.join(EXPLAIN_FORMAT_NAMES)}. Mặc định: table.",
        f"What stdout gets: {', '.join(EXPLAIN_FORMAT_NAMES)}. Default: table.",
    ),
    "validate output": _output(*VALIDATE_FORMAT_NAMES),
    "validate period": _repeatable(
        "Chỉ hiện nội dung về kỳ này và các kỳ nằm trong kỳ này; mặc định: mọi kỳ",
        "Only findings about this period and the parts of it; default: all periods",
    ),
    "validate agency": _repeatable(
        "Chỉ hiện nội dung về đơn vị có mã này", "Only findings about the agency with this code"
    ),
    "validate fail_on": Text(
        "Điều gì làm mã thoát là 3: invalid (có lỗi phải sửa), warning (cả nội dung cần giải trình), hoặc "
        "never. Mặc định: invalid.",
        "What makes the exit code 3: invalid (errors to mend), warning (also warnings to explain), or never. "
        "Default: invalid.",
    ),
    "baseline": Text(
        "Kết quả JSON đã lưu của lần trước: nội dung cần xử lý đã có trong đó không nêu lại, và --fail-on "
        "new-missed chỉ tính mục tiêu không đạt mà trong đó không như vậy.",
        "The saved JSON of an earlier call: findings in it are left out, and --fail-on new-missed counts "
        "only what is missed now and was not.",
    ),
    "validate baseline": Text(
        "Kết quả JSON đã lưu của lần kiểm tra trước: chỉ nêu nội dung mới.",
        "The saved JSON of an earlier check: report only what is new.",
    ),
    "verify targets": Text(
        "Danh mục chỉ tiêu mà báo cáo đã dùng, nếu không phải danh mục kèm theo [biến môi trường: "
        "CCHC_TARGETS].",
        "The catalogue that the report was made with, where it is not the program's own [env: CCHC_TARGETS].",
    ),
    "verify agencies": Text(
        "Danh mục đơn vị mà báo cáo đã dùng, nếu không phải danh mục kèm theo [biến môi trường: "
        "CCHC_AGENCIES].",
        "The registry that the report was made with, where it is not the program's own [env: CCHC_AGENCIES].",
    ),
    "verify layout": Text("Tệp bố cục mà báo cáo đã dùng.", "The layout file that the report was made with."),
    "verify baseline": Text(
        "Kết quả đã lưu mà báo cáo đã dùng với --baseline.",
        "The saved run that the report was made with (--baseline).",
    ),
    "freeze output": Text(
        "Thư mục để lưu; phải chưa có hoặc còn trống, không nằm trong PATH.",
        "The folder to keep everything in: new or empty, and not inside PATH.",
    ),
    "annotate": Text(
        "Ghi vào thư mục này bản đánh dấu lỗi của từng tệp, để gửi lại đơn vị; bản nào cũng nêu đủ mọi lỗi.",
        "Write a copy of each workbook with all its errors marked into this folder, to be sent back.",
    ),
    "contact": Text(
        "Người liên hệ ghi trong tệp trả lại (tên, điện thoại).",
        "Whom to call, as it stands in the workbook sent back (name, phone).",
    ),
    "return_by": Text(
        "Ngày phải gửi lại, ghi trong tệp trả lại (2025-01-20 hoặc 20/01/2025).",
        "The day it is expected back, as it stands in the workbook (2025-01-20 or 20/01/2025).",
    ),
    "test format_name": Text(
        f"Dạng in ra màn hình: {', '.join(TEST_FORMAT_NAMES)}. Mặc định: table.",
        f"What stdout gets: {', '.join(TEST_FORMAT_NAMES)}. Default: table.",
    ),
    "test quiet": Text(
        "Chỉ in kịch bản sai và điều khoản chưa có kịch bản.",
        "Print only the scenarios that do not hold and the clauses that none covers.",
    ),
    "list format_name": Text("table hoặc json. Mặc định: table.", "table or json. Default: table."),
    "output": _output(*FORMAT_NAMES, *FILE_FORMAT_NAMES),
    "layout": Text(
        "Tên một bố cục (chỉ đọc bố cục ấy; xem: cchc layouts list) hoặc tệp YAML mô tả một bố cục (đọc thêm "
        "bố cục ấy). Mặc định: tự nhận biết.",
        "The name of a layout (only that one is read; see: cchc layouts list), or a YAML file that describes "
        "one (read beside all others). Default: recognised by content.",
    ),
    "as_agency": Text(
        "Đơn vị của số liệu, khi tệp không ghi; với tệp ghi đơn vị ở từng dòng: đơn vị gửi tệp.",
        "Whose figures they are, where a workbook doesn't say; where each row says it: who sent the file.",
    ),
    "as_period": Text(
        "Kỳ báo cáo của số liệu, khi tệp không ghi.", "Which period, where a workbook doesn't say."
    ),
    "status period": Text(
        "Kỳ báo cáo: 2024, 2024-Q1, 2024-H1, 2024-9M, 2024-01-01..2024-06-07. Mặc định: kỳ mới nhất có đủ "
        "nhiều đơn vị.",
        "Period: 2024, 2024-Q1, 2024-H1, 2024-9M, 2024-01-01..2024-06-07. Default: the newest that enough "
        "agencies reported for.",
    ),
    "deadline": Text(
        "Hạn nộp, tính đến hết ngày (2025-01-20 hoặc 20/01/2025); so với ngày văn bản, không so với ngày của "
        "tệp.",
        "The last day in time (2025-01-20 or 20/01/2025); held against the day of the letter, never against "
        "the date of a file.",
    ),
    "status output": _output(*STATUS_FORMAT_NAMES, "xlsx"),
    "status fail_on": Text(
        "Điều gì làm mã thoát là 3: invalid (có lỗi phải sửa), warning (cả chưa nộp, nộp chậm, cần giải "
        "trình), hoặc never. Mặc định: invalid.",
        "What makes the exit code 3: invalid (errors to mend), warning (also missing, late, to explain), or "
        "never. Default: invalid.",
    ),
    "consolidate period": Text(
        "Kỳ đưa vào tệp; lặp lại được. Mặc định: all, mọi kỳ có số liệu.",
        "Periods that go into the workbook; repeatable. Default: all that have figures.",
    ),
    "consolidate output": Text("Tệp kết quả (.xlsx).", "The workbook to write (.xlsx)."),
    "consolidate fail_on": Text(
        "Điều gì làm mã thoát là 3: invalid (có lỗi phải sửa), warning (cả chưa nộp, cần giải trình), hoặc "
        "never. Mặc định: invalid.",
        "What makes the exit code 3: invalid (errors to mend), warning (also missing, to explain), or never. "
        "Default: invalid.",
    ),
    "scorecard year": Text(
        "Năm của phiếu, ví dụ 2024. Mặc định: năm mới nhất có số liệu cả năm.",
        "The year of the cards, for example 2024. Default: the newest whole year with figures.",
    ),
    "scorecard output": Text(
        "Thư mục ghi phiếu: chưa có, trống, hoặc là bộ phiếu lập lần trước (được thay).",
        "The folder for the cards: not there yet, empty, or with an earlier set of cards, which is replaced.",
    ),
    "scorecard formats": Text(
        f"Dạng của phiếu; lặp lại được: {', '.join(CARD_FORMAT_NAMES)} (html luôn có; pdf cần cài thêm).",
        f"Formats of the cards; repeatable: {', '.join(CARD_FORMAT_NAMES)} (html is always made; pdf is an "
        f"extra).",
    ),
    "scorecard level": _repeatable(
        "Chỉ phiếu của cấp này: province, district, commune",
        "Only cards of this level: province, district, commune",
    ),
    "scorecard agency": _repeatable(
        "Chỉ phiếu của đơn vị có mã này", "Only the card of the agency with this code"
    ),
    "scorecard fail_on": Text(
        "Điều gì làm mã thoát khác 0: missed, invalid, warning, no-data (ngăn cách bằng dấu phẩy), hoặc "
        "never. Mặc định: missed,invalid.",
        "What makes the exit code differ from 0: missed, invalid, warning, no-data (separated by commas), "
        "or never. Default: missed,invalid.",
    ),
    "jobs": Text(
        "Số tiến trình đọc tệp song song; kết quả như nhau. Mặc định: 1 khi ít tệp, mỗi lõi xử lý một tiến "
        "trình khi nhiều tệp.",
        "How many processes read side by side; the result is the same. Default: 1 for few files, one for "
        "each core for many.",
    ),
    "scorecard jobs": Text(
        "Số tiến trình đọc tệp và lập phiếu song song (cùng --cluster: chỉ lập phiếu); kết quả như nhau. Mặc "
        "định: tùy số tệp và dạng phiếu.",
        "How many processes read workbooks and make cards side by side (with --cluster: only make cards); "
        "the result is the same. Default: as many as pay for the files and formats.",
    ),
    "cluster": Text(
        "Đọc bằng các máy của cụm máy dask.distributed tại địa chỉ này; kết quả như nhau. Mọi máy phải mở "
        "được các tệp bằng cùng một đường dẫn.",
        "Let the machines of the dask.distributed cluster at this address read; the result is the same. "
        "Every machine must open the files under the same paths.",
    ),
    "template period": Text(
        "Kỳ báo cáo của biểu mẫu: 2024, 2024-Q1, 2024-H1, 2024-9M…",
        "The period of the forms: 2024, 2024-Q1, 2024-H1, 2024-9M…",
    ),
    "template agency": _repeatable("Biểu mẫu của đơn vị có mã này", "The form of the agency with this code"),
    "template level": _repeatable(
        "Biểu mẫu của mọi đơn vị thuộc cấp: province, district, commune",
        "The forms of everybody at this level: province, district, commune",
    ),
    "everybody": Text("Biểu mẫu của mọi đơn vị phải báo cáo.", "The forms of everybody who has to report."),
    "destination": Text(
        "Nơi ghi: một thư mục (được tạo nếu chưa có), hoặc tên tệp .xlsx khi chỉ lập một biểu mẫu.",
        "Where to write: a folder (made if it isn't there), or an .xlsx file for a single form.",
    ),
    "previous": _repeatable(
        "Báo cáo kỳ trước (tệp hoặc thư mục), để điền cột Kỳ trước",
        "Submissions of the period before, to fill the column Kỳ trước",
    ),
    "force": Text(
        "Ghi đè cả tệp đã có mà khác với biểu mẫu.", "Overwrite files that are there and differ too."
    ),
    "cutoff": Text(
        "Thời điểm chốt số liệu: chỉ tính báo cáo có ngày văn bản đến hết ngày này (2025-01-20).",
        "The cut-off: only submissions whose letter is dated until this day count (2025-01-20).",
    ),
    "as_of": Text(
        "Quy mọi kỳ về danh mục đơn vị của ngày này (2025-07-01): số liệu của các đơn vị đã nhập được cộng "
        "lại. Mặc định: mỗi kỳ theo danh mục của chính kỳ ấy.",
        "Puts every period on the map of this day (2025-07-01): the figures of merged agencies are added up. "
        "Default: each period on its own map.",
    ),
    "min_coverage": Text(
        "Tỷ lệ đơn vị đã báo cáo tối thiểu (%) để kết luận đạt hay không đạt.",
        "Least share of agencies reporting (percent) for a verdict of met or missed.",
    ),
    "with_parts": Text(
        "observations: kết quả JSON có thêm từng số liệu đã đọc và ô của nó.",
        "observations: the JSON also lists every figure read, with its cell.",
    ),
    "fail_on": Text(
        "Điều gì làm mã thoát khác 0: missed, new-missed (cần --baseline), invalid, warning, no-data (ngăn "
        "cách bằng dấu phẩy), hoặc never. Mặc định: missed,invalid.",
        "What makes the exit code differ from 0: missed, new-missed (with --baseline), invalid, warning, "
        "no-data (separated by commas), or never. Default: missed,invalid.",
    ),
    "docx_template": Text(
        "Mẫu Word (.docx) của cơ quan cho báo cáo -o TỆP.docx; các trường: docs/docx-template.vi.md. "
        "Bản gốc: cchc init.",
        "The office's Word template for the report -o FILE.docx; its fields: docs/docx-template.md. The "
        "original: cchc init.",
    ),
    "docx_annex": Text(
        "Tệp YAML nêu các dòng, cột của phụ lục trong báo cáo -o TỆP.docx. Bản gốc: cchc init.",
        "A YAML file with the rows and columns of the annex of -o FILE.docx. The original: cchc init.",
    ),
    "quiet": Text(
        "Không báo tiến độ, không in phần tóm tắt cuối.",
        "Say neither how far the work has come nor the closing summary.",
    ),
    "coverage": Text(
        "Tệp toàn văn quyết định: mỗi ý của mục tiêu do chỉ tiêu nào thể hiện, tỷ lệ % nào còn thiếu.",
        "The decision's text: which indicator carries each bullet of the objectives, which percentages "
        "none carries.",
    ),
    "on": Text(
        "Chỉ các đơn vị tồn tại vào ngày này (2025-07-01).", "Only agencies of this day (2025-07-01)."
    ),
    "version": Text("In phiên bản.", "Print the version."),
    "help": Text("In hướng dẫn này.", "Print this help."),
    "lang": Text(
        "Ngôn ngữ: vi hoặc en [biến môi trường: CCHC_LANG]. Mặc định: vi.",
        "Language: vi or en [env: CCHC_LANG]. Default: vi.",
    ),
    "debug": Text(
        "Khi chương trình gặp lỗi của chính nó: in dấu vết lỗi.",
        "On a defect of the program: print the traceback.",
    ),
}
