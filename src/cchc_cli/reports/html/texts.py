"""The words of the page that no other report has: headings, buttons, what the script says."""

from cchc_cli.language import Language, Text
from cchc_cli.reports.missed import NONE_MISSED
from cchc_cli.reports.provenance_words import CATALOGUE_HASH, REGISTRY_HASH
from cchc_cli.reports.reporting_words import CUTOFF, MORE_AGENCIES, PERIOD, REPORTING
from cchc_cli.reports.wording import READINGS


def labels(language: Language) -> dict[str, str]:
    """For the templates, by name."""
    return {name: text.in_language(language) for name, text in _LABELS.items()}


def in_script(language: Language) -> dict[str, str]:
    """For the script, by name; `{n}` and `{all}` are filled in there."""
    return {name: text.in_language(language) for name, text in _IN_SCRIPT.items()}


_LABELS = {
    "report": Text("Báo cáo kết quả thực hiện", "Report on results"),
    "skip": Text("Đến danh sách mục tiêu", "Skip to the targets"),
    "period": PERIOD,
    "also_periods": Text("Các kỳ khác trong báo cáo", "Other periods in this report"),
    "cutoff": CUTOFF,
    "coverage": REPORTING,
    "standing": Text("Tính chất số liệu", "Standing of the figures"),
    "summary": Text("Kết quả chung", "Overall"),
    "tiles": Text(
        "Cộng cả mục tiêu đến hạn, mức duy trì các năm trước và yêu cầu thường xuyên 100%.",
        "Due targets, floors kept from earlier years and standing 100% duties together.",
    ),
    "missed": Text("Mục tiêu không đạt cần chú ý nhất", "Missed targets that matter most"),
    "missed_steering": Text("Dưới mức của cấp, cần chú ý nhất", "Below the level's bound, matters most"),
    "missed_caption": Text(
        "Mới đến hạn trước, sau đó thiếu nhiều nhất so với mức phải đạt",
        "Those that came due last stand first, then those furthest from their bound",
    ),
    "no_missed": NONE_MISSED,
    "no_missed_steering": Text("Không có mục nào dưới mức của cấp.", "Nothing is below the level's bound."),
    "target": Text("Mục tiêu", "Target"),
    "asked": Text("Mức phải đạt", "Asked"),
    "reached": Text("Kết quả", "Reached"),
    "short": Text("Còn thiếu", "Shortfall"),
    "lead": Text("Cơ quan chủ trì", "Lead agency"),
    "held_back_by": Text("Đơn vị kéo giảm nhiều nhất", "Pulled down most by"),
    "more_targets": Text("… và {n} mục tiêu nữa, xem ở phần sau", "… and {n} more, see below"),
    "risk": Text("Nguy cơ không đạt khi đến hạn (ước tính)", "At risk of missing when due (estimate)"),
    "no_risk": Text(
        "Không có mục tiêu nào chậm tiến độ hoặc dự báo không tới mức.",
        "No target is behind or projected to fall short.",
    ),
    "no_pace": Text("Chưa đủ số liệu để ước tính tiến độ.", "There are too few figures to estimate a pace."),
    "absent": Text("Đơn vị chưa báo cáo", "Agencies that have not reported"),
    "none_absent": Text("Tất cả đơn vị đã báo cáo.", "Every agency has reported."),
    "late": Text("Gửi sau thời điểm chốt, không tính", "Sent after the cut-off, not counted"),
    "more_agencies": MORE_AGENCIES,
    "by_area": Text("Kết quả theo lĩnh vực", "Results by area"),
    "area": Text("Lĩnh vực", "Area"),
    "status": Text("Đánh giá", "Verdict"),
    "level": Text("Phạm vi", "Scope"),
    "all": Text("Tất cả", "All"),
    "search": Text("Tìm", "Search"),
    "search_hint": Text("chỉ tiêu, cơ quan, căn cứ…", "indicator, agency, clause…"),
    "sort": Text("Sắp xếp", "Sort"),
    "sort_catalogue": Text("Theo Chương trình", "Programme order"),
    "sort_status": Text("Theo đánh giá", "By verdict"),
    "sort_gap": Text("Chênh lệch lớn trước", "Largest gap first"),
    "sort_name": Text("Theo tên", "By name"),
    "reset": Text("Bỏ lọc", "Clear"),
    "filter": Text("Tìm, lọc và sắp xếp", "Search, filter and sort"),
    "nothing_found": Text(
        "Không có mục tiêu nào khớp. Hãy bỏ bớt điều kiện lọc.", "No target matches. Clear a filter."
    ),
    "clause": Text("Căn cứ trong Chương trình", "The clause it stands on"),
    "behind": Text(
        "Số liệu nguồn: {agencies} đơn vị, {cells} ô",
        "Figures behind it (agencies: {agencies}, cells: {cells})",
    ),
    "agencies": Text("Theo từng đơn vị: {n} dòng", "Agency by agency (rows: {n})"),
    "legend": Text(
        "Thanh màu: kết quả; vạch đứng: mức phải đạt; nền xanh: từ mức phải đạt trở lên. Đường liền: kết quả "
        "qua các năm; đường đứt: mức phải đạt hoặc lộ trình theo năm.",
        "Coloured bar: what is reached; upright mark: the bound; green ground: at or above it. Solid line: "
        "results over the years; dashed line: the bound or ladder.",
    ),
    "needs_script": Text(
        "Bảng này cần bật JavaScript; số liệu nằm ngay trong tệp.",
        "This table needs JavaScript; its figures are in this file.",
    ),
    "nothing": Text("Không có kết quả nào để hiện", "There are no verdicts to show"),
    "nothing_why": Text(
        "Không có số liệu dùng được cho kỳ và phạm vi đã chọn. Chạy cchc validate để xem nội dung cần xử lý "
        "trong các tệp đã nộp.",
        "There are no usable figures for the period and scope chosen. Run cchc validate to see what to mend "
        "in the workbooks.",
    ),
    "origin": Text("Nguồn gốc và kiểm chứng", "Sources and verification"),
    "tool": Text("Phần mềm", "Program"),
    "catalogue": CATALOGUE_HASH,
    "registry": REGISTRY_HASH,
    "together": Text("mã băm chung (SHA-256)", "one hash for all of them (SHA-256)"),
    "inputs": Text("Tệp số liệu và mã băm", "Workbooks and their hashes"),
    "file": Text("Tệp", "Workbook"),
    "readings": READINGS,
    "verify": Text(
        "Kiểm tra lại báo cáo: cchc verify TỆP-NÀY THƯ-MỤC-SỐ-LIỆU",
        "To check this report: cchc verify THIS-FILE FOLDER-OF-WORKBOOKS",
    ),
}

_IN_SCRIPT = {
    "shown": Text("Đang hiện {n}/{all} kết quả", "{n} of {all} verdicts shown"),
    "agency": Text("Đơn vị", "Agency"),
    "item": Text("Số liệu báo cáo", "Data item"),
    "value": Text("Giá trị", "Value"),
    "place": Text("Tệp › trang!ô", "File › sheet!cell"),
    "remark": Text("Ghi chú", "Remark"),
    "period": PERIOD,
    "asked": Text("Mức của cấp", "The level's bound"),
    "reached": Text("Kết quả", "Reached"),
    "verdict": Text("So với mức của cấp", "Against the level's bound"),
    "cells": Text("Ô số liệu", "Cells"),
    "open": Text("Xem ô", "Cells"),
    "more": Text("Hiện thêm {n} dòng (còn {all})", "Show {n} more (of {all} left)"),
    "find": Text("Tìm đơn vị", "Find an agency"),
    "rows": Text("{n}/{all} dòng khớp", "{n} of {all} rows match"),
    "choose": Text("Tất cả kết quả", "All verdicts"),
    "sort_by": Text("Sắp xếp theo {n}", "Sort by {n}"),
}
