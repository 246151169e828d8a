"""A Word document against the same one made again: paragraphs and table cells in their order."""

from cchc_cli.intake.files.archive import inflated_parts
from cchc_cli.verification.documents import compare_documents, provenance_text
from tests.verification.files import document, paragraph, table

HEAD = paragraph("I. CẢI CÁCH THỦ TỤC", style="Heading1")
TEXT = paragraph("Đạt 85,00% so với mức 80%.")
TABLE = table(("STT", "Kết quả"), ("1", "85,00%"))
REMADE = document(HEAD + TEXT + TABLE)


def difference(reported: bytes, remade: bytes = REMADE) -> str | None:
    found = compare_documents(inflated_parts(reported), inflated_parts(remade))
    return found.text.vi if found else None


def test_runs_that_word_cut_up_are_the_same_text() -> None:
    cut = paragraph("Đạt 8", "5,00% so ", "với mức 80%.")
    assert difference(document(HEAD + "<w:p/>" + cut + TABLE)) is None


def test_a_changed_digit_is_named_with_its_heading_table_and_row() -> None:
    changed = document(HEAD + TEXT + table(("STT", "Kết quả"), ("1", "86,00%")))
    assert difference(changed) == (
        "mục “I. CẢI CÁCH THỦ TỤC”, bảng 1, dòng 2, cột 2: trong báo cáo “86,00%”; tính lại “85,00%”"
    )
    spoken = document(HEAD + paragraph("Đạt 85,00% so với mức 85%.") + TABLE)
    assert difference(spoken) == (
        "mục “I. CẢI CÁCH THỦ TỤC”, đoạn 2: trong báo cáo “Đạt 85,00% so với mức 85%.”; "
        "tính lại “Đạt 85,00% so với mức 80%.”"
    )


def test_a_paragraph_that_was_added_or_taken_out_is_found() -> None:
    assert difference(document(HEAD + paragraph("Thêm") + TEXT + TABLE)) == (
        "mục “I. CẢI CÁCH THỦ TỤC”, đoạn 2: trong báo cáo “Thêm”; tính lại không có"
    )
    assert str(difference(document(HEAD + TABLE))).endswith(
        "trong báo cáo không có; tính lại “Đạt 85,00% so với mức 80%.”"
    )


def test_text_that_was_hidden_is_text_that_nobody_reads() -> None:
    hidden = TEXT.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    assert hidden != TEXT
    assert str(difference(document(HEAD + hidden + TABLE))).endswith(
        "trong báo cáo không có; tính lại “Đạt 85,00% so với mức 80%.”"
    )
    shown = hidden.replace("<w:vanish/>", '<w:vanish w:val="0"/>')
    assert difference(document(HEAD + shown + TABLE)) is None


def test_a_row_that_was_hidden_is_found() -> None:
    before, _, after = TABLE.rpartition("<w:tr>")
    hidden = f"{before}<w:tr><w:trPr><w:hidden/></w:trPr>{after}"
    assert "trong báo cáo không có; tính lại “1”" in str(difference(document(HEAD + TEXT + hidden)))


def test_page_numbers_are_each_programs_own_and_other_fields_are_text() -> None:
    def field(instruction: str, result: str) -> str:
        return (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            f'{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )

    assert difference(document(field(" PAGE ", "3") + HEAD + TEXT + TABLE)) is None
    assert "“99%”" in str(difference(document(field(" QUOTE ", "99%") + HEAD + TEXT + TABLE)))


def test_headers_and_footers_are_compared_wherever_they_stand() -> None:
    one = document(HEAD, header1=paragraph("Tạm tính"), footer1=paragraph("Sở Nội vụ"))
    moved = document(HEAD, header3=paragraph("Tạm tính"), header2="<w:p/>", footer7=paragraph("Sở Nội vụ"))
    other = document(HEAD, header1=paragraph("Chính thức"), footer1=paragraph("Sở Nội vụ"))
    assert difference(moved, one) is None
    assert "“Chính thức”" in str(difference(other, one))


def test_what_it_was_made_from_stands_in_a_paragraph_and_is_no_difference() -> None:
    old, new = (document(HEAD + paragraph(f"cchc-provenance: {{&quot;a&quot;: {n}}}")) for n in (1, 2))
    assert provenance_text(inflated_parts(old)) == '{"a": 1}'
    assert provenance_text(inflated_parts(REMADE)) is None
    assert difference(old, new) is None
