"""Two texts that people read as the same are the same when made plain."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.plain_text import plain, without_tones


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("khỏe", "khoẻ"),
        ("Thủy", "Thuỷ"),
        ("Uỷ ban", "ỦY BAN"),
        ("họa", "hoạ"),
        ("Sở Lao động – Thương binh", "sở lao động - thương binh"),
        ("Lao động—Thương binh", "Lao động - Thương binh"),
        ("Mã\u00a0đơn\u2009vị ", "  mã đơn\nvị"),
        ("Mã đơn vị\u200b", "\ufeffMã đơn vị"),
        ("Ðơn vị", "Đơn vị"),
    ],
)
def test_the_same_text_in_two_spellings(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Quý", "Quy"), ("Cái Bè", "Cai Be"), ("Đo", "Do"), ("mùa", "mua"), ("Xã Tân Phú", "Xã Tân Phủ")],
)
def test_tones_and_letters_make_a_difference(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize("word", ["của", "mùa", "hoàn", "quỹ", "nguyễn", "hoặc", "lũy kế", "đơn vị"])
def test_a_tone_that_stands_right_stays(word: str) -> None:
    moved = {"lũy kế": "luỹ kế"}
    assert plain(word) == moved.get(word, word)


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet="aAoOuUyYeEđĐ àảãáạ òỏõóọ ùủũúụ ỳỷỹýỵ èẻẽéẹ ăâêôơư -–.1"))
def test_unicode_form_and_case_make_no_difference(text: str) -> None:
    expected = plain(text)
    assert plain(unicodedata.normalize("NFD", text)) == expected
    assert plain(text.upper()) == expected
    assert unicodedata.is_normalized("NFC", expected)


def test_bare_letters() -> None:
    assert without_tones("Ủy ban nhân dân Huyện ĐỒNG THÁP") == "uy ban nhan dan huyen dong thap"
