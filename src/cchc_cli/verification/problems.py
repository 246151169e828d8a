"""Why a file cannot be held against itself."""

from cchc_cli.language import Text


class NoReportError(Exception):
    """The file is no report that says what it was made from; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


NO_PROVENANCE = Text(
    "tệp không ghi nguồn lập báo cáo (cchc-provenance), nên không tính lại được; hãy dùng báo cáo HTML, "
    "XLSX, DOCX hoặc JSON do cchc evaluate -o lập",
    "it does not say what it was made from (cchc-provenance), so it cannot be computed again; take a report "
    "in HTML, XLSX, DOCX or JSON that cchc evaluate -o has made",
)
NO_KNOWN_FORMAT = Text(
    "không phải báo cáo HTML, XLSX, DOCX, Parquet hoặc JSON của cchc. CSV, Markdown, JUnit, SARIF không ghi "
    "nguồn lập báo cáo, nên không tính lại được",
    "it is no report of cchc in HTML, XLSX, DOCX, Parquet or JSON. CSV, Markdown, JUnit and SARIF do not say "
    "what they were made from, so they cannot be computed again",
)
NOT_ASKED = Text(
    "kết quả này không ghi câu hỏi đã đặt ra (validate, hoặc phiên bản cchc cũ), nên không tính lại được",
    "it does not say what was asked (it is of validate, or of an older cchc), so it cannot be computed again",
)
NOT_REMADE = Text(
    "đây là {format} của cchc; cchc verify chỉ tính lại báo cáo của cchc evaluate (phiếu kết quả: kiểm tra "
    "báo cáo năm lập từ cùng số liệu)",
    "it is a {format} of cchc; cchc verify computes reports of cchc evaluate again (of scorecards, check the "
    "year's report from the same figures)",
)
