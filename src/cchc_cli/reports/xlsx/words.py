"""Words that several sheets of the workbook share."""

from cchc_cli.language import Text

COUNTED = Text("Kết quả chung", "Counted")
"""A row that counts in the headline."""
STEERING = Text("Phục vụ điều hành", "For steering")
PROVISIONAL = Text("Tạm tính", "Provisional")
FINAL = Text("Chính thức", "Final")
NOTHING = Text("Không có kết quả nào để hiện.", "There are no verdicts to show.")
