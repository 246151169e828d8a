"""Every help text, in both languages, by command and by option."""

from cchc_cli.language import Text

FORMAT_NAMES = ("table", "json", "csv", "markdown")
WHY_FORMAT_NAMES = ("table", "json", "markdown")
LIST_FORMAT_NAMES = ("table", "json")

PROGRAM = Text(
    "Tính các chỉ tiêu của Chương trình cải cách hành chính từ báo cáo số liệu (Excel) và đối chiếu với "
    "mục tiêu, kèm điều khoản.",
    "Calculates the indicators of an administrative reform programme from submitted workbooks and holds "
    "them against the targets, with the clause.",
)

COMMANDS = {
    "evaluate": Text(
        "Đánh giá: số liệu trong PATH (tệp, thư mục hoặc mẫu tên) so với các mục tiêu.",
        "Evaluate: the figures in PATH (a workbook, a folder or a pattern) against the targets.",
    ),
    "template": Text(
        "Lập biểu mẫu Excel để các đơn vị điền: của một đơn vị, một cấp hoặc tất cả.",
        "Make the workbooks that agencies fill in: of one agency, of a level, or of everybody.",
    ),
    "why": Text(
        "Giải thích một chỉ tiêu: từ kết luận xuống đến ô số liệu, lên đến điều khoản.",
        "Explain one indicator: from the verdict down to the cells and up to the clause.",
    ),
    "targets": Text("Danh mục chỉ tiêu (targets.yaml).", "The catalogue of targets (targets.yaml)."),
    "targets list": Text(
        "Liệt kê các chỉ tiêu, mục tiêu từng năm và số liệu báo cáo.",
        "List the indicators, their targets year by year, and the data items.",
    ),
    "targets show": Text("Xem đầy đủ một chỉ tiêu.", "Show everything about one indicator."),
    "targets lint": Text(
        "Kiểm tra targets.yaml; với --coverage: đối chiếu với toàn văn quyết định.",
        "Check targets.yaml; with --coverage: hold it against the text of the decision.",
    ),
    "agencies": Text("Danh mục đơn vị báo cáo (agencies.yaml).", "The registry of agencies (agencies.yaml)."),
    "agencies list": Text("Liệt kê các đơn vị báo cáo.", "List the reporting agencies."),
    "agencies lint": Text("Kiểm tra agencies.yaml.", "Check agencies.yaml."),
    "schema": Text(
        "In JSON Schema của kết quả (run) hoặc của tệp YAML (targets, agencies, layout).",
        "Print the JSON Schema of results (run) or of a YAML file (targets, agencies, layout).",
    ),
    "init": Text(
        "Chép targets.yaml và agencies.yaml vào thư mục DIR để sửa.",
        "Copy targets.yaml and agencies.yaml into the folder DIR for editing.",
    ),
}

ARGUMENTS = {
    "paths": Text(
        "Tệp Excel, thư mục (đọc cả thư mục con) hoặc mẫu tên đặt trong dấu nháy.",
        "A workbook, a folder (searched recursively) or a quoted pattern.",
    ),
    "indicator": Text(
        "Mã chỉ tiêu (xem: cchc targets list).", "Id of an indicator (see: cchc targets list)."
    ),
    "name": Text("run, targets, agencies hoặc layout.", "run, targets, agencies or layout."),
    "directory": Text("Thư mục đích; được tạo nếu chưa có.", "The folder; made if it isn't there."),
}

_REPEATABLE = Text(" (lặp lại được)", " (repeatable)")


def _repeatable(vi: str, en: str) -> Text:
    return Text(f"{vi}{_REPEATABLE.vi}.", f"{en}{_REPEATABLE.en}.")


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
    "format_name": Text(
        f"Dạng in ra màn hình: {', '.join(FORMAT_NAMES)}. Mặc định: table.",
        f"What stdout gets: {', '.join(FORMAT_NAMES)}. Default: table.",
    ),
    "why format_name": Text(
        f"Dạng in ra màn hình: {', '.join(WHY_FORMAT_NAMES)}. Mặc định: table.",
        f"What stdout gets: {', '.join(WHY_FORMAT_NAMES)}. Default: table.",
    ),
    "list format_name": Text("table hoặc json. Mặc định: table.", "table or json. Default: table."),
    "output": Text(
        "Ghi thêm ra tệp; dạng theo đuôi tệp (.json, .csv, .md, .txt) hoặc viết rõ DẠNG=TỆP; lặp lại được.",
        "Also write a file; the format follows the suffix (.json, .csv, .md, .txt) or is said as "
        "FORMAT=PATH; repeatable.",
    ),
    "layout": Text(
        "Bố cục của tệp: tên bố cục kèm theo hoặc tệp YAML. Mặc định: tự nhận biết.",
        "Layout of the workbooks: the name of one that comes with the program, or a YAML file. "
        "Default: recognised by content.",
    ),
    "as_agency": Text(
        "Đơn vị của số liệu, khi tệp không ghi.", "Whose figures they are, where a workbook doesn't say."
    ),
    "as_period": Text(
        "Kỳ báo cáo của số liệu, khi tệp không ghi.", "Which period, where a workbook doesn't say."
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
    "folder": Text("Thư mục đích; được tạo nếu chưa có.", "The folder to write to; made if it isn't there."),
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
    "min_coverage": Text(
        "Tỷ lệ đơn vị đã báo cáo tối thiểu (%) để kết luận đạt hay không đạt.",
        "Least share of agencies reporting (percent) for a verdict of met or missed.",
    ),
    "with_parts": Text(
        "observations: kết quả JSON có thêm từng số liệu đã đọc và ô của nó.",
        "observations: the JSON also lists every figure read, with its cell.",
    ),
    "fail_on": Text(
        "Điều gì làm mã thoát khác 0: missed, invalid, warning, no-data (ngăn cách bằng dấu phẩy), hoặc "
        "never. Mặc định: missed,invalid.",
        "What makes the exit code differ from 0: missed, invalid, warning, no-data (separated by commas), "
        "or never. Default: missed,invalid.",
    ),
    "quiet": Text("Không in phần tóm tắt cuối.", "Leave out the closing summary."),
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

USAGE = Text("Cách dùng: ", "Usage: ")
OPTIONS_METAVAR = Text("[TÙY CHỌN]", "[OPTIONS]")
COMMAND_METAVAR = Text("LỆNH ...", "COMMAND ...")
ARGUMENTS_TITLE = Text("Tham số", "Arguments")
OPTIONS_TITLE = Text("Tùy chọn", "Options")
EVERYWHERE_TITLE = Text("Tùy chọn dùng với mọi lệnh", "Options of every command")
COMMANDS_TITLE = Text("Lệnh", "Commands")
EXIT_CODES_TITLE = Text("Mã thoát", "Exit codes")

EXIT_CODES = (
    ("0", Text("đã đánh giá; không có mục tiêu nào không đạt", "evaluated; no due target shown is missed")),
    ("1", Text("có mục tiêu không đạt", "a target is missed")),
    ("2", Text("dùng sai: sai tùy chọn, không có tệp", "wrong usage: unknown option, path not found")),
    ("3", Text("có báo cáo số liệu phải sửa", "a submission is invalid")),
    ("4", Text("tệp danh mục sai", "a catalogue, registry or layout file is invalid")),
    ("70", Text("lỗi của chương trình", "a defect in cchc itself")),
)
