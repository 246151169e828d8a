"""Code pages without our letters and signs: everything stays readable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.reports.legible import legible

_CODE_PAGES = ["ascii", "cp1252", "cp1258", "cp437", "latin-1", "utf-8"]


@given(st.text(), st.sampled_from(_CODE_PAGES))
def test_whatever_comes_can_be_encoded(text: str, encoding: str) -> None:
    legible(text, encoding).encode(encoding)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyạảãáàậẩẫấầ ẶẨẾỆỘỢỮỊỲỴ"))
def test_vietnamese_is_complete_on_its_own_code_page(text: str) -> None:
    shown = legible(text, "cp1258")
    assert unicodedata.normalize("NFC", shown) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("✗ Không đạt: 79,996% ≥ 80%", "ascii", "x Khong dat: 79,996% >= 80%"),
        ("“Đến năm 2025” … § 2", "ascii", '"Den nam 2025" ... # 2'),
        ("file › Số liệu!D17", "cp1252", "file › So lieu!D17"),
        ("\U0001f600", "ascii", "\\U0001f600"),
        ("├── a", "ascii", "|-- a"),
    ],
)
def test_what_is_missing_is_spelled(text: str, encoding: str, expected: str) -> None:
    assert legible(text, encoding) == expected


def test_decomposed_text_is_shown_like_composed_text() -> None:
    assert legible(unicodedata.normalize("NFD", "Số liệu"), "ascii") == "So lieu"
