"""The help of the program and its commands, in both languages; that of options stands in `option_texts`."""

from cchc_cli.language import Text

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
    "validate": Text(
        "Chỉ kiểm tra báo cáo số liệu: lỗi phải sửa, nội dung cần giải trình, ở ô nào, sửa thế nào; với "
        "--annotate: trả lại từng tệp đã đánh dấu lỗi.",
        "Only check submissions: what must be mended or explained, in which cell, and how; with --annotate, "
        "give each workbook back with its errors marked.",
    ),
    "template": Text(
        "Lập biểu mẫu Excel để các đơn vị điền: của một đơn vị, một cấp hoặc tất cả.",
        "Make the workbooks that agencies fill in: of one agency, of a level, or of everybody.",
    ),
    "status": Text(
        "Ai đã nộp gì: đúng hạn, nộp chậm, nộp lại, chưa nộp, có lỗi; danh sách cần nhắc.",
        "Who has sent what: on time, late, again, missing, with errors; whom to remind.",
    ),
    "consolidate": Text(
        "Tổng hợp số liệu dùng được vào một tệp Excel: mỗi dòng một đơn vị, mỗi cột một số liệu; tệp ấy đọc "
        "lại được.",
        "Put every usable figure into one workbook, a row for each agency, a column for each item; it can be "
        "read back.",
    ),
    "scorecard": Text(
        "Lập phiếu kết quả thực hiện chỉ tiêu cuối năm: mỗi đơn vị một phiếu, mỗi cấp, toàn tỉnh, và một "
        "trang để tìm phiếu.",
        "Make year-end scorecards: one for each agency, each level and the province, and a page to find "
        "them.",
    ),
    "compare": Text(
        "So sánh hai bộ số liệu, hoặc hai kết quả JSON đã lưu: kết quả nào đổi, vì số liệu, mục tiêu hay đơn "
        "vị nào.",
        "What changed between two sets of submissions, or two saved JSON runs: verdicts, values, targets, "
        "agencies, figures, findings.",
    ),
    "why": Text(
        "Giải thích một chỉ tiêu: từ kết luận xuống đến ô số liệu, lên đến điều khoản.",
        "Explain one indicator: from the verdict down to the cells and up to the clause.",
    ),
    "verify": Text(
        "Kiểm tra một báo cáo: đọc lại số liệu trong PATH, tính lại, lập lại báo cáo ấy rồi so; nêu tệp nào "
        "đã đổi và chỗ khác đầu tiên. PATH có thể là thư mục do cchc freeze lập; chỉ nêu thư mục ấy: kiểm "
        "tra chính nó. Mã thoát: 0 giống, 1 khác, 2 không phải báo cáo kiểm tra được.",
        "Check a report: read the workbooks in PATH again, compute and write the same report again, and "
        "compare; says which files changed and what differs first. PATH may be a folder of cchc freeze; such "
        "a folder alone is checked itself. Exit codes: 0 the same, 1 different, 2 no report that can be "
        "checked.",
    ),
    "freeze": Text(
        "Lưu tệp số liệu, danh mục, kết quả và mã băm của một kỳ vào một thư mục, để kiểm tra (cchc verify) "
        "và so sánh (cchc compare) về sau.",
        "Keep the workbooks, catalogue, registry, run and hashes of a period in one folder, for cchc verify "
        "and cchc compare later.",
    ),
    "explain": Text(
        "Giải thích một mã nội dung cần xử lý và cách xử lý; không nêu mã: liệt kê tất cả.",
        "Explain what a finding code means and how to mend it; without a code, list them all.",
    ),
    "targets": Text("Danh mục chỉ tiêu (targets.yaml).", "The catalogue of targets (targets.yaml)."),
    "targets list": Text(
        "Liệt kê các chỉ tiêu, mục tiêu từng năm và số liệu báo cáo.",
        "List the indicators, their targets year by year, and the data items.",
    ),
    "targets show": Text("Xem đầy đủ một chỉ tiêu.", "Show everything about one indicator."),
    "targets lint": Text(
        "Kiểm tra targets.yaml; với --agencies: nêu cả đơn vị và số liệu gốc mà danh mục đơn vị ấy không có;"
        " với --coverage: đối chiếu với toàn văn quyết định.",
        "Check targets.yaml; with --agencies: name agencies and baselines that this registry doesn't know;"
        " with --coverage: hold it against the text of the decision.",
    ),
    "agencies": Text("Danh mục đơn vị báo cáo (agencies.yaml).", "The registry of agencies (agencies.yaml)."),
    "agencies list": Text("Liệt kê các đơn vị báo cáo.", "List the reporting agencies."),
    "agencies lint": Text(
        "Kiểm tra agencies.yaml: ngày chồng nhau hay bỏ trống, đơn vị tiếp nhận thiếu, đi vòng; tên trùng.",
        "Check agencies.yaml: days that overlap or are left out, lost successors, circles, repeated names.",
    ),
    "layouts": Text(
        "Các bố cục bảng số liệu đọc được, và bố cục tự mô tả (YAML).",
        "The layouts that are read, and those you describe yourself (YAML).",
    ),
    "layouts list": Text("Liệt kê các bố cục kèm theo.", "List the layouts that come with the program."),
    "layouts lint": Text(
        "Kiểm tra tệp bố cục; không nêu tệp: các bố cục kèm theo.",
        "Check layout files; without FILE: those that come with the program.",
    ),
    "test": Text(
        "Chạy các kịch bản tính tay trong FILE (tệp .yaml hoặc thư mục) trên danh mục chỉ tiêu; nêu điều "
        "khoản chưa có kịch bản.",
        "Run the scenarios worked by hand in FILE (.yaml files or folders) on the catalogue; name the "
        "clauses that no scenario covers.",
    ),
    "schema": Text(
        "In JSON Schema của kết quả (run, status, compare) hoặc của tệp YAML (targets, agencies, layout, "
        "annex, scenarios); columns: các cột của tệp CSV.",
        "Print the JSON Schema of results (run, status, compare) or of a YAML file (targets, agencies, "
        "layout, annex, scenarios); columns: those of the CSV.",
    ),
    "init": Text(
        "Chép targets.yaml, agencies.yaml, mẫu báo cáo Word và tệp phụ lục (annex.yaml) vào thư mục DIR để "
        "sửa.",
        "Copy targets.yaml, agencies.yaml, the template of the Word report and its annex file (annex.yaml) "
        "into the folder DIR for editing.",
    ),
}

ARGUMENTS = {
    "paths": Text(
        "Tệp Excel, thư mục (đọc cả thư mục con) hoặc mẫu tên đặt trong dấu nháy.",
        "A workbook, a folder (searched recursively) or a quoted pattern.",
    ),
    "old": Text(
        "Bộ số liệu trước: tệp, thư mục hoặc mẫu tên trong dấu nháy; hoặc kết quả JSON đã lưu của cchc "
        "evaluate.",
        "The earlier set: a workbook, a folder or a quoted pattern; or the saved JSON of cchc evaluate.",
    ),
    "new": Text("Bộ số liệu sau, cũng như vậy.", "The later set, likewise."),
    "report": Text(
        "Báo cáo HTML, XLSX, DOCX hoặc JSON do cchc evaluate lập; hoặc thư mục do cchc freeze lập.",
        "A report in HTML, XLSX, DOCX or JSON that cchc evaluate made, or a folder of cchc freeze.",
    ),
    "indicator": Text(
        "Mã chỉ tiêu (xem: cchc targets list).", "Id of an indicator (see: cchc targets list)."
    ),
    "name": Text(
        "run, status, compare, targets, agencies, layout, annex, scenarios hoặc columns.",
        "run, status, compare, targets, agencies, layout, annex, scenarios or columns.",
    ),
    "code": Text(
        "Mã nội dung cần xử lý, ví dụ value-negative.", "A finding code, for example value-negative."
    ),
    "scenarios": Text(
        "Tệp kịch bản (.yaml), hoặc thư mục (đọc cả thư mục con).",
        "Files of scenarios (.yaml), or folders (searched recursively).",
    ),
    "files": Text("Tệp bố cục (.yaml).", "Layout files (.yaml)."),
    "directory": Text("Thư mục đích; được tạo nếu chưa có.", "The folder; made if it isn't there."),
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
