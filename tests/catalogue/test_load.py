"""A catalogue with mistakes is refused whole: every mistake with its place and its cure."""

from pathlib import Path

import pytest

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.language import Language
from cchc_cli.strict_yaml import InvalidFileError

GOOD = """\
programme:
  id: test
  title: {vi: Thử, en: Test}
  document: 1/QĐ
  issued: 2021-10-18
  years: {from: 2021, until: 2030}
areas:
  - {id: TTHC, name: {vi: Thủ tục, en: Procedures}}
indicators:
  - id: digitised
    area: TTHC
    name: {vi: Số hóa, en: Digitised}
    kind: share
    numerator: [done]
    denominator: [all]
    targets:
      - {year: 2025, bound: 80, cite: {line: 35, place: điểm b, quote: "80%"}}
items:
  - code: done
    name: {vi: Đã số hóa, en: Done}
    kind: count
    measure: stock
    reported_by: level:commune
  - code: all
    name: {vi: Tất cả, en: All}
    kind: count
    measure: stock
    reported_by: level:commune
"""


def complaints(folder: Path, text: str, language: Language = Language.EN) -> list[str]:
    path = folder / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFileError) as raised:
        load_catalogue(path)
    found = [problem.describe(language) for problem in raised.value.problems]
    return [line.removeprefix(str(path)) for line in found]


def test_the_good_one_loads(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text(GOOD, encoding="utf-8")
    catalogue = load_catalogue(path)
    assert [indicator.id for indicator in catalogue.indicators] == ["digitised"]
    assert catalogue.indicators[0].targets[0].line == 17


MISTAKES = [
    ("    kind: share\n", "    kind: shair\n", ":13:5: 'shair' is not one of", "did you mean 'share'?"),
    (
        "    numerator: [done]",
        "    numerator: [doen]",
        ":14:17: there is no item 'doen'",
        "did you mean 'done'?",
    ),
    ("    area: TTHC\n    name", "    area: TTH\n    name", ":11:5: there is no area 'TTH'", "'TTHC'?"),
    ("    denominator: [all]\n", "", ":10:5: an indicator of kind share needs a denominator", ""),
    ("bound: 80", "bound: '80'", ":17:22: 'bound' must be a number", "without quotes"),
    ("bound: 80", "bund: 80", ":17:22: there is no key 'bund' here", "did you mean 'bound'?"),
    ("bound: 80", "bound: 80, operator: within", ":17:9: upper goes with the operator", ""),
    ("year: 2025", "year: 2025, every: period", ":17:9: exactly one of year, due, every, rise", ""),
    ("issued: 2021-10-18", "issued: 18/10/2021", ":5:3: '18/10/2021' is not a date", "2025-12-31"),
    (
        "    area: TTHC\n",
        "    area: TTHC\n    area: TTHC\n",
        ":12:5: the key 'area' already stands above",
        "",
    ),
    ("    kind: share", "\tkind: share", ":13:1: there is a tab here", "put spaces in its place"),
    ('quote: "80%"', "quote: *x", "anchors (&) and aliases (*) are not used here", ""),
    ("kind: count", "kind: yes", ":21:5: 'yes' is not one of", ""),
    ("code: all", "code: done", ":24:5: 'done' is already used above", ""),
    ("kind: count", "kind: yes-no", ":14:17: an item of kind yes-no does not fit", "count"),
    ("{from: 2021, until: 2030}", "{from: 2030, until: 2021}", ":6:3: the last year (until)", "correct"),
    ("level:commune", "level:comune", ":23:5: 'level:comune' does not have the form", "province|district"),
    ("issued: 2021-10-18", "issued: 0", ":5:3: '0' is not a date", "2025-12-31"),
    ("en: Test}", "en: Test, fr: Essai}", ":3:30: there is no key 'fr' here", ""),
    ("bound: 80", "bound: !!int abc", ":17:29: tags (!) are not used here", ""),
    ("bound: 80", f"bound: {'9' * 5000}", ":17:22: 'bound' must be a number", ""),
    ("  id: test", "  ? [a, b]\n  : c\n  id: test", ":2:5: a key must be a word", ""),
    ("bound: 80", f"bound: {'[' * 100_000}", "more than 40 deep", "check brackets"),
    ('quote: "80%"', "quote: [x", "not readable as YAML", ""),
    ("areas:\n", "areas:\n  - {id: TTHC, name: {vi: A, en: A}}\n", ":9:6: 'TTHC' is already used above", ""),
    ("bound: 80", "bound: {}", ":17:22: 'bound' needs at least 1 entries", ""),
    ("bound: 80", "level: [], bound: 80", ":17:22: 'level' needs at least 1 entries", ""),
    ("bound: 80", "bound: 80, pace: {points: 5}", ":17:33: pace lacks from", "first year"),
    ("bound: 80", "bound: 80, pace: {points: 0, from: 2022}", "'points' must be", "more than 0"),
    ("bound: 80", "bound: 80, pace: {points: 5, from: 2026}", ":17:33: pace begins (from) after", ""),
    (
        "year: 2025",
        "every: period, pace: {points: 5}",
        "a target for every period has no pace",
        "judged: year",
    ),
    (
        "year: 2025",
        "every: period, judged: year, pace: {points: 90, start: 5}",
        "a target of each year starts from 0",
        "remove from and start",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "place", "cure"), MISTAKES)
def test_mistakes(tmp_path: Path, right: str, wrong: str, place: str, cure: str) -> None:
    assert right in GOOD
    found = complaints(tmp_path, GOOD.replace(right, wrong, 1))
    assert any(place in line and cure in line for line in found), found


def test_a_level_that_does_not_exist_is_objected_to_once(tmp_path: Path) -> None:
    (found,) = complaints(tmp_path, GOOD.replace("bound: 80", "bound: {provinces: 80}"))
    assert found == (
        ":17:30: 'provinces' is not one of all, province, district, commune; did you mean 'province'?"
    )


def test_all_mistakes_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = GOOD
    for right, wrong, _, _ in (MISTAKES[1], MISTAKES[2], MISTAKES[13]):
        text = text.replace(right, wrong, 1)
    lines = [int(line.split(":")[1]) for line in complaints(tmp_path, text)]
    assert lines == sorted(lines)
    assert len(lines) >= 3


def test_problems_are_told_in_vietnamese(tmp_path: Path) -> None:
    (found,) = complaints(tmp_path, GOOD.replace("bound: 80", "bund: 80"), Language.VI)[:1]
    assert found == ":17:22: không có khóa “bund” ở đây; có phải là “bound”?"


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(InvalidFileError, match="UTF-8"):
        load_catalogue(path)


def test_words_that_yaml_would_make_into_something_else(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text(GOOD.replace("vi: Số hóa, en: Digitised", "vi: no, en: on"), encoding="utf-8")
    assert load_catalogue(path).indicators[0].name.vi == "no"
    with pytest.raises(InvalidFileError):
        path.write_text(GOOD.replace("line: 35", "line: 035"), encoding="utf-8")
        load_catalogue(path)


def test_anchors_cannot_blow_up(tmp_path: Path) -> None:
    found = complaints(tmp_path, GOOD.replace("[done]", "&a [done]").replace("[all]", "*a"))
    assert any("anchors" in line for line in found)


def test_a_badly_written_entry_does_not_hide_what_is_wrong_with_another(tmp_path: Path) -> None:
    second = GOOD[GOOD.index("  - id: digitised") : GOOD.index("items:")]
    other = second.replace("id: digitised", "id: other").replace("[done]", "[doen]")
    faulty = second.replace("denominator:", "denominater:")
    found = complaints(tmp_path, GOOD.replace(second, faulty + other))
    assert any(":15:5: there is no key 'denominater' here" in line for line in found)
    assert any(":22:17: there is no item 'doen'; did you mean 'done'?" in line for line in found)
