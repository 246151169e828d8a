"""The words that explain each reading: required where they are given, and true to the decision."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.language import Language, Text
from cchc_cli.packaged import packaged_file
from cchc_cli.strict_yaml import InvalidFileError

CATALOGUE = """\
programme:
  id: test
  title: {vi: Thử, en: Test}
  document: 1/QĐ
  issued: 2021-10-18
  years: {from: 2021, until: 2030}
areas:
  - {id: TTHC, name: {vi: Thủ tục, en: Procedures}}
readings:
  A05: {vi: Là mức tối thiểu., en: It is a minimum.}
  A37:
    vi: Tính trên số phát sinh
      trong kỳ.
    en: Taken of what arose
      in the period.
indicators:
  - id: digitised
    area: TTHC
    name: {vi: Số hóa, en: Digitised}
    kind: share
    numerator: [done]
    denominator: [total]
    also:
      - {reading: A37, name: {vi: Cách khác, en: Otherwise}, numerator: [done], denominator: [total]}
    targets:
      - {year: 2025, bound: 80, reading: [A05, A37], cite: {line: 35, place: điểm b, quote: "80%"}}
items:
  - {code: done, name: {vi: Đã làm, en: Done}, kind: count, measure: stock, reported_by: level:commune}
  - {code: total, name: {vi: Tất cả, en: All}, kind: count, measure: stock, reported_by: level:commune}
"""
EXPLAINED = CATALOGUE[CATALOGUE.index("readings:") : CATALOGUE.index("indicators:")]


def load(folder: Path, text: str) -> Catalogue:
    path = folder / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    return load_catalogue(path)


def complaints(folder: Path, text: str, language: Language = Language.EN) -> list[str]:
    with pytest.raises(InvalidFileError) as raised:
        load(folder, text)
    found = [problem.describe(language) for problem in raised.value.problems]
    return [line.removeprefix(str(folder / "targets.yaml")) for line in found]


def test_a_text_over_several_lines_is_one_text(tmp_path: Path) -> None:
    assert load(tmp_path, CATALOGUE).reading_by_id == {
        "A05": Text("Là mức tối thiểu.", "It is a minimum."),
        "A37": Text("Tính trên số phát sinh trong kỳ.", "Taken of what arose in the period."),
    }


def test_a_catalogue_may_leave_its_readings_unexplained(tmp_path: Path) -> None:
    catalogue = load(tmp_path, CATALOGUE.replace(EXPLAINED, ""))
    assert catalogue.readings == ()
    assert catalogue.indicators[0].targets[0].readings == ("A05", "A37")


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("reading: [A05, A37]", "reading: [A05, A73]", ":26:"),
        ("reading: A37, name", "reading: A36, name", ":24:"),
    ],
)
def test_a_reading_that_nothing_explains_is_refused(
    tmp_path: Path, right: str, wrong: str, place: str
) -> None:
    assert CATALOGUE.count(right) == 1
    (found,) = complaints(tmp_path, CATALOGUE.replace(right, wrong))
    unknown = "A73" if "A73" in wrong else "A36"
    assert found.startswith(place)
    assert found.endswith(f": there is no reading '{unknown}'; did you mean 'A37'?")


def test_the_refusal_is_told_in_vietnamese(tmp_path: Path) -> None:
    text = CATALOGUE.replace("reading: [A05, A37]", "reading: [A05, A38]")
    (found,) = complaints(tmp_path, text, Language.VI)
    assert found.endswith(": không có cách hiểu “A38”; có phải là “A37”?")


def test_a_reading_is_explained_once_and_in_both_languages(tmp_path: Path) -> None:
    twice = CATALOGUE.replace("  A37:\n", "  A05: {vi: Khác., en: Other.}\n  A37:\n")
    assert any("the key 'A05' already stands above" in line for line in complaints(tmp_path, twice))
    without_english = CATALOGUE.replace(
        "{vi: Là mức tối thiểu., en: It is a minimum.}", "{vi: Là mức tối thiểu.}"
    )
    (found,) = complaints(tmp_path, without_english)
    assert found.startswith(":10:") and "'en'" in found


def test_numbers_are_written_as_each_language_writes_them(shipped: Catalogue) -> None:
    assert "62,2%" in shipped.reading_by_id["A01"].vi
    assert "62.2%" in shipped.reading_by_id["A01"].en
    for reading, text in shipped.readings:
        assert not re.search(r"\d\.\d", text.vi), reading
        assert not re.search(r"\d,\d", text.en), reading


def test_a_text_is_a_sentence_or_two(shipped: Catalogue) -> None:
    for reading, text in shipped.readings:
        for words in (text.vi, text.en):
            assert len(re.findall(r"\.(?: |$)", words)) <= 2, reading
            assert len(words) <= 320, reading


def test_the_texts_name_the_bounds_that_are_judged(shipped: Catalogue) -> None:
    ladder = shipped.indicator_by_id["results-digitised"].targets
    for level in {target.level for target in ladder}:
        rungs = "-".join(str(target.bound) for target in ladder if target.level == level)
        assert f"{rungs}%" in shipped.reading_by_id["A03"].vi
        assert f"{rungs}%" in shipped.reading_by_id["A03"].en


def test_the_lines_of_the_file_stay_short_enough_to_read(shipped: Catalogue) -> None:
    text = packaged_file("targets.yaml").read_text(encoding="utf-8")
    section = text[text.index("\nreadings:\n") : text.index("\nindicators:\n")]
    assert max(len(line) for line in section.splitlines()) <= 120
    assert section.count("\n    vi: ") == section.count("\n    en: ") == len(shipped.readings)


@pytest.mark.seed
def test_words_in_quotation_marks_are_the_decisions_own(shipped: Catalogue, decision: Sequence[str]) -> None:
    whole = "\n".join(decision)
    quoted = [
        (reading, words.strip())
        for reading, text in shipped.readings
        for quotation in re.findall("“(.+?)”", text.vi)
        for words in quotation.split("…")
    ]
    assert len(quoted) > 40
    assert [found for found in quoted if found[1] not in whole] == []
