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
PARENT = Text("Đơn vị cấp trên", "Belongs to")
PEERS = Text("Nhóm so sánh", "Compared with")
REPORT = Text("Báo cáo số liệu", "Submission")

INDICATOR = Text("Chỉ tiêu", "Indicator")
REACHED = Text("Kết quả", "Reached")
ASKED = Text("Mức phải đạt", "Bound")
VERDICT = Text("Đánh giá", "Verdict")
PLACE = Text("Thứ tự trong nhóm so sánh", "Place among its peers")
MOVEMENT = Text("So với năm trước", "Since last year")
OFFICIAL = Text(
    "Kết quả chính thức do riêng đơn vị này báo cáo", "Official verdicts that this agency alone reports"
)
OWN = Text("Kết quả của đơn vị, phục vụ điều hành", "The agency's own figures, for steering")
OFFICIAL_LEVEL = Text("Kết quả chính thức", "Official verdicts")
STEERING = Text("Phục vụ điều hành", "For steering")
FINDINGS = Text("Nội dung cần xử lý và số liệu còn thiếu", "Findings and missing figures")
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
POOLED = Text("Toàn tỉnh và các cấp", "Province and levels")
FAULTS = Text("Nội dung cần xử lý", "Findings")
ITEMS = Text("{n}/{all} số liệu", "{n} of {all} items")
REST = Text("Các chỉ tiêu khác: xem bảng dưới.", "The others stand in the table below.")
NONE = Text("Không có.", "None.")
MORE = Text("… và {n} đơn vị nữa", "… and {n} more")
CLAUSES = Text("Căn cứ", "Clauses")
AGENCY = Text("Đơn vị", "Agency")
LEGEND = Text(
    "Thanh màu: kết quả; vạch đứng: mức phải đạt.", "Bar: what is reached; upright line: the bound."
)
LEGEND_AMONG = Text(
    "Thanh màu: kết quả; vạch đứng: mức phải đạt; hình thoi: trung vị nhóm.",
    "Bar: what is reached; upright line: the bound; diamond: median of the group.",
)
NOT_ASKED = Text("để trống: đơn vị không phải báo cáo", "blank: not asked of the agency")
KIND_OF_FINDING = Text("Loại", "Kind")
