"""YAML that is too much of anything is refused in a sentence, before anything is built from it."""

from pathlib import Path

import pytest

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.intake.layouts.description import LayoutSource
from cchc_cli.intake.layouts.shipped import load_layout
from cchc_cli.language import Language
from cchc_cli.registry.load import load_registry
from cchc_cli.strict_yaml import InvalidFileError, validate
from cchc_cli.strict_yaml.builder import MAXIMUM_DEPTH, MAXIMUM_VALUES, MOST_PROBLEMS
from cchc_cli.strict_yaml.document import MAXIMUM_BYTES, parse_document, read_document

LOADERS = {"targets": load_catalogue, "agencies": load_registry, "layout": load_layout}


def refused(text: str) -> list[str]:
    with pytest.raises(InvalidFileError) as raised:
        parse_document(text.encode(), "a.yaml")
    return [problem.describe(Language.EN) for problem in raised.value.problems]


def refused_layout(text: str) -> list[str]:
    with pytest.raises(InvalidFileError) as raised:
        validate(parse_document(text.encode(), "a.yaml"), LayoutSource)
    return [problem.describe(Language.EN) for problem in raised.value.problems]


def laughs(generations: int) -> str:
    """Ten times ten times ten … of the first list, if aliases were followed."""
    lines = ["a0: &a0 [lol]"]
    for each in range(1, generations):
        tenfold = ", ".join([f"*a{each - 1}"] * 10)
        lines.append(f"a{each}: &a{each} [{tenfold}]")
    return "\n".join(lines)


@pytest.mark.parametrize("name", LOADERS)
def test_aliases_are_never_followed_in_any_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(laughs(12), encoding="utf-8")
    with pytest.raises(InvalidFileError) as raised:
        LOADERS[name](path)
    problems = [problem.describe(Language.EN) for problem in raised.value.problems]
    assert problems[0].startswith(f"{path}:2:10: anchors (&) and aliases (*) are not used here")
    assert len(problems) <= MOST_PROBLEMS


@pytest.mark.parametrize("text", ["a: &a [*a]", "a: &a {b: *a}", "a: &a {x: 1}\nb:\n  <<: *a"])
def test_a_list_within_itself_and_merged_keys_are_aliases_too(text: str) -> None:
    assert any("anchors (&) and aliases (*)" in line for line in refused(text))


@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_what_stands_too_deep_is_refused(brackets: str) -> None:
    opening = "[" if brackets == "[]" else "{a: "
    deep = opening * (MAXIMUM_DEPTH + 1) + "1" + brackets[1] * (MAXIMUM_DEPTH + 1)
    (line,) = refused(deep)
    assert "more than 40 deep in one another" in line


def test_too_many_values_are_refused_where_the_first_too_many_stands() -> None:
    rows = "- a\n" * (MAXIMUM_VALUES - 1)
    assert len(parse_document(rows.encode(), "a.yaml").data) == MAXIMUM_VALUES - 1
    (line,) = refused(f"{rows}- b\n")
    said = "the file has more than 250,000 keys and values; check that it is the right one"
    assert line == f"a.yaml:{MAXIMUM_VALUES}:3: {said}"


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.write(b"a: 1\n")
        file.truncate(1 << 40)
    with pytest.raises(InvalidFileError) as raised:
        read_document(path)
    assert raised.value.problems[0].text.vi == "tệp lớn hơn 4 MB; hãy kiểm tra có đúng tệp không"
    assert len(parse_document(b"a: 1 #" + b"x" * (MAXIMUM_BYTES - 10), "a.yaml").data) == 1


def test_no_more_problems_are_told_than_anybody_mends_at_once() -> None:
    assert len(refused("- !x y\n" * 1000)) == MOST_PROBLEMS
    text = "id: a\n" + "".join(f"unknown-{number}: 1\n" for number in range(1000))
    assert len(refused_layout(text)) == MOST_PROBLEMS


@pytest.mark.parametrize("text", ["", "# a remark\n", "null\n"])
def test_an_empty_file_is_called_empty(text: str) -> None:
    assert refused_layout(text) == [
        "a.yaml:1:1: the file is empty; it needs the keys: id, name, source, header_rows, columns"
    ]


@pytest.mark.parametrize("text", ["- a\n", "a word\n", "8\n"])
def test_a_file_without_keys_is_told_which_it_needs(text: str) -> None:
    (problem,) = refused_layout(text)
    assert problem.startswith("a.yaml:1:1: the file must hold keys and values, among them: id, name, ")
