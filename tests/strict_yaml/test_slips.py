"""Slips of people who write tables, not YAML: what is said names the slip, not what YAML makes of it."""

import pytest

from cchc_cli.language import Language
from cchc_cli.strict_yaml import InvalidFileError
from cchc_cli.strict_yaml.document import parse_document


def slip(text: str, language: Language = Language.EN) -> str:
    with pytest.raises(InvalidFileError) as raised:
        parse_document(text.encode(), "a.yaml")
    (problem,) = raised.value.problems
    return problem.describe(language)


@pytest.mark.parametrize("text", ["a: {value: 8,5}", "a: {value: 8, 5 }"])
def test_a_decimal_comma_between_braces(text: str) -> None:
    said = slip(text)
    assert said.endswith("write numbers without separators (45981), decimals with a point (22.5)")
    assert "so that '5' became one" in said
    assert "số thập phân viết bằng dấu chấm (22.5)" in slip(text, Language.VI)


def test_numbers_may_be_keys_of_something() -> None:
    assert parse_document(b"targets: {1: {bound: 3}, 2: 4}", "a.yaml").data == {
        "targets": {"1": {"bound": 3}, "2": 4}
    }


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "a:\n  - b\n \t- c\n", "a:\n  b: 1\n\tc: 2\n"])
def test_a_tab_in_front(text: str) -> None:
    assert "there is a tab here" in slip(text)
    assert "hãy thay Tab bằng dấu cách" in slip(text, Language.VI)


def test_a_tab_elsewhere_is_no_slip() -> None:
    assert parse_document("a: một\thai".encode(), "a.yaml").data == {"a": "một\thai"}


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: 1\n---\nb: !x 2\n", "2:1", "but found another document"),
        ("a: &a 1\nb: &a 2\n", "2:4", "second occurrence"),
        ("a: 1\n? [b, !x c]\n: !y d\n", "2:3", "a key must be a word"),
        ("a: !x {b: !y 1}\n", "1:4", "tags (!) are not used here"),
        ("a:\n  - !!int x\n", "2:5", "tags (!) are not used here"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "the key 'a' already stands above"),
    ],
)
def test_every_slip_is_told_once_and_where_it_stands(text: str, place: str, said: str) -> None:
    assert slip(text).startswith(f"a.yaml:{place}: ")
    assert said in slip(text)


def test_what_looks_like_a_number_elsewhere_stays_as_written() -> None:
    assert parse_document(b"a: [no, 017, 12:30, '5', !!str 5, !!int 5, ~]", "a.yaml").data == {
        "a": ["no", "017", "12:30", "5", "5", 5, None]
    }
