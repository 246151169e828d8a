"""The words of a scorecard: titles, headings, and what stands at its head and foot."""

from cchc_cli.language import Text
from cchc_cli.run import ScopeKind

TITLE = Text("Phiếu kết quả thực hiện chỉ tiêu", "Scorecard")
INDEX = Text("Các phiếu kết quả thực hiện chỉ tiêu", "Scorecards")
KIND = {
    ScopeKind.PROVINCE: Text("Toàn tỉnh", "Whole province"),
    ScopeKind.LEVEL: Text("Theo cấp", "By level"),
    ScopeKind.AGENCY: Text("Đơn vị báo cáo", "Agency"),
}
CODE = Text("Mã đơn vị", "Code")
PARENT = Text("Đơn vị cấp trên", "Under")
PERIOD = Text("Kỳ báo cáo", "Period")
CUTOFF = Text("Thời điểm chốt số liệu", "Cut-off")
PEERS = Text("Nhóm so sánh", "Compared with")
REPORT = Text("Báo cáo số liệu", "Submission")
COVERAGE = Text("Tình hình báo cáo", "Reporting")
REPORTED = Text("{n}/{all} đơn vị đã báo cáo", "{n} of {all} agencies reported")

INDICATOR = Text("Chỉ tiêu", "Indicator")
REACHED = Text("Kết quả", "Reached")
ASKED = Text("Mức phải đạt", "Bound")
VERDICT = Text("Đánh giá", "Verdict")
PLACE = Text("Trong nhóm so sánh", "Among its peers")
MOVEMENT = Text("So với năm trước", "Since last year")
OFFICIAL = Text(
    "Kết quả chính thức, chỉ đơn vị này báo cáo", "Official verdict, reported by this agency alone"
)
OFFICIAL_LEVEL = Text("Kết quả chính thức", "Official verdicts")
STEERING = Text("Phục vụ điều hành", "For steering")
ROWS = Text("Kết quả từng chỉ tiêu", "Indicator by indicator")
FINDINGS = Text("Nội dung cần xử lý và số liệu còn thiếu", "Findings and missing figures")
NO_FINDINGS = Text("Không có nội dung cần xử lý.", "No findings.")
ABSENT = Text("Chưa báo cáo, báo cáo muộn hoặc có lỗi phải sửa", "Missing, late, or with errors to mend")
AGENCIES = Text("Từng đơn vị, từng chỉ tiêu", "Agency by agency")
RULE = Text(
    "Thứ tự chỉ nêu cho từng chỉ tiêu, không có thứ tự chung. Bằng nhau thì cùng thứ tự. Không nêu thứ tự "
    "khi mẫu số nhỏ hơn {smallest} hoặc có ít hơn {fewest} đơn vị so sánh được; các số này do chương trình "
    "đặt, Quyết định không quy định.",
    "Places are told indicator by indicator; there is no overall rank. Equal figures share a place. None "
    "is given where the denominator is below {smallest}, or fewer than {fewest} agencies can be compared; "
    "these numbers are ours, the decision sets none.",
)
EXCEPT = Text(" (chỉ tiêu vốn ít việc: {smallest})", " (indicators of few cases: {smallest})")
MADE = Text("Nguồn và cách tính", "Sources and readings")
MADE_WITH = Text(
    "cchc {version}; danh mục chỉ tiêu {catalogue}; danh mục đơn vị {agencies}",
    "cchc {version}; catalogue {catalogue}; registry {agencies}",
)
FILES = Text("{n} tệp số liệu, mã băm chung {digest}", "{n} workbooks, hash of all {digest}")
SEARCH = Text("Tìm đơn vị", "Find an agency")
ALL = Text("Tất cả", "All")
NOTHING_FOUND = Text("Không có phiếu nào.", "No card.")
CARDS = Text("{n} phiếu", "{n} cards")
POOLED = Text("Toàn tỉnh và các cấp", "Province and levels")
ABOVE = Text("Bằng hoặc trên mức", "At or above")
BELOW = Text("Dưới mức", "Below")
