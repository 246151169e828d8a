"""The words that stand in the templates of the periodic report, in both languages."""

from cchc_cli.language import Text

# The heading block, as Nghị định 30/2020/NĐ-CP orders it; what an office must fill in is left as dots.
ABOVE = Text("(CƠ QUAN CHỦ QUẢN)", "(SUPERIOR AGENCY)")
ISSUER = Text("(CƠ QUAN BAN HÀNH)", "(ISSUING AGENCY)")
NUMBER = Text("Số: ……/BC-……", "No.: ……/BC-……")
COUNTRY = Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
PLACE_AND_DATE = Text("…………, ngày …… tháng …… năm ……", "…………, …… …………… ……")
TITLE = Text("BÁO CÁO", "REPORT")
SUBJECT = Text(
    "Kết quả thực hiện các chỉ tiêu cải cách hành chính {{ period }}",
    "Results on the targets of administrative reform: {{ period }}",
)
ADDRESSEE = Text("Kính gửi: ……………………………………", "To: ……………………………………")
OPENING = Text(
    "Thực hiện {{ programme }}, (cơ quan ban hành) báo cáo kết quả {{ period }} như sau:",
    "Under the programme “{{ programme }}”, (the issuing agency) reports on the following period: "
    "{{ period }}.",
)

SUMMARY = Text("I. TỔNG HỢP CHUNG", "I. SUMMARY")
REPORTING = Text("1. Tình hình báo cáo số liệu", "1. Who has reported")
VERDICTS = Text("2. Kết quả chung", "2. Results")
CHANGES = Text("3. Thay đổi so với kỳ trước", "3. Changes since the period before")

AREAS = Text("II. KẾT QUẢ THEO LĨNH VỰC", "II. RESULTS BY AREA")
AREA = Text("{{ loop.index }}. {{ area.name }}", "{{ loop.index }}. {{ area.name }}")
AREA_COLUMNS = (
    (Text("Chỉ tiêu", "Indicator"), "{{ row.name }}", 31),
    (Text("Phạm vi", "Scope"), "{{ row.scope }}", 12),
    (Text("Mục tiêu", "Target"), "{{ row.asked }}", 17),
    (Text("Kết quả", "Result"), "{{ row.reached }}", 21),
    (Text("Đánh giá", "Verdict"), "{{ row.verdict }}", 19),
)

MISSED = Text("III. {{ missed_title | upper }}", "III. {{ missed_title | upper }}")
NONE_MISSED = Text("Không có mục tiêu nào.", "There is none.")
MISSED_ONE = Text(
    "{{ loop.index }}. {{ each.sentence }}.{% if each.lead %} Cơ quan chủ trì: {{ each.lead }}.{% endif %}"
    "{% if each.held_back_by %} {{ each.held_back_by }}.{% endif %}",
    "{{ loop.index }}. {{ each.sentence }}.{% if each.lead %} Lead agency: {{ each.lead }}.{% endif %}"
    "{% if each.held_back_by %} {{ each.held_back_by }}.{% endif %}",
)

RISKS = Text("IV. MỤC TIÊU CÓ NGUY CƠ KHÔNG ĐẠT KHI ĐẾN HẠN (ƯỚC TÍNH)", "IV. TARGETS AT RISK (ESTIMATE)")
NO_RISKS = Text(
    "Không có mục tiêu nào chậm tiến độ hoặc được dự báo không đến mức phải đạt (ước tính).",
    "No target is behind or projected to fall short (estimate).",
)
RISK_YEAR = Text("Đến hạn năm {{ group.year }}", "Due in {{ group.year }}")
RISK_COLUMNS = (
    (Text("Chỉ tiêu", "Indicator"), "{{ risk.name }}", 30),
    (Text("Phạm vi", "Scope"), "{{ risk.scope }}", 12),
    (Text("Mục tiêu", "Target"), "{{ risk.target }}", 14),
    (Text("Kết quả", "Result"), "{{ risk.reached }}", 12),
    (Text("Tiến độ (ước tính)", "Pace (estimate)"), "{{ risk.pace }}", 32),
)

CLOSING = Text(
    "Trên đây là báo cáo kết quả thực hiện các chỉ tiêu cải cách hành chính {{ period }} của (cơ quan ban "
    "hành)./.",
    "This is the report of (the issuing agency) on the targets of administrative reform: {{ period }}.",
)
RECIPIENTS = Text("Nơi nhận:", "Recipients:")
RECIPIENT_LINES = (
    Text("- Như trên;", "- As above;"),
    Text("- ……………;", "- ……………;"),
    Text("- Lưu: VT, ……", "- Archives: ……"),
)
AUTHORITY = Text("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "POSITION OF THE SIGNATORY")
SIGNATURE = Text("(Chữ ký, dấu)", "(Signature, seal)")
SIGNATORY = Text("(Họ và tên)", "(Full name)")

ANNEX = Text("PHỤ LỤC", "ANNEX")
ANNEX_SUBJECT = Text(
    "Kết quả từng chỉ tiêu cải cách hành chính {{ period }}",
    "Each target of administrative reform: {{ period }}",
)
ANNEX_OF = Text(
    "(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm ……)", "(To report No. ……/BC-…… of …… …………… ……)"
)
FIRST = Text("1. Kết quả từng chỉ tiêu", "1. Each target")
SECOND = Text("2. Đơn vị chưa báo cáo, nộp chậm", "2. Agencies missing or late")
MISSING_AGENCIES = Text(
    "Chưa báo cáo: {{ arrived.missing | join('; ') }}.", "Missing: {{ arrived.missing | join('; ') }}."
)
LATE_AGENCIES = Text("Nộp chậm: {{ arrived.late | join('; ') }}.", "Late: {{ arrived.late | join('; ') }}.")
THIRD = Text("3. Số liệu đính chính", "3. Figures corrected")
NO_CORRECTIONS = Text("Không có số liệu nào được đính chính.", "No figure was corrected.")
CORRECTION_COLUMNS = (
    (Text("Đơn vị báo cáo", "Agency"), "{{ each.agency }}", 20),
    (Text("Số liệu báo cáo", "Data item"), "{{ each.item }}", 34),
    (Text("Số liệu cũ", "Before"), "{{ each.before }}", 10),
    (Text("Số liệu mới", "Now"), "{{ each.after }}", 10),
    (Text("Văn bản, tệp và ô", "Letter, file and cell"), "{{ each.source }}", 26),
)
FOURTH = Text("4. Cách hiểu, cách tính", "4. How the words are read")
FIFTH = Text("5. Số liệu gốc của báo cáo", "5. What the report was made from")
