"""Baselines kept in the catalogue: only what some change is measured against, by who reported it then."""

from pathlib import Path

import pytest

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.engine.strangers import find_strange_baselines
from cchc_cli.language import Language
from cchc_cli.registry.load import load_registry
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
indicators:
  - id: fewer-units
    area: TTHC
    name: {vi: Giảm đơn vị, en: Fewer units}
    kind: change
    numerator: [units]
    targets:
      - year: 2025
        operator: reduce>=
        bound: 10
        baseline: {year: 2021}
        cite: {line: 1, place: a, quote: b}
      - year: 2030
        operator: reduce>=
        bound: 10
        baseline: {year: 2025}
        cite: {line: 1, place: a, quote: b}
  - id: less-spending
    area: TTHC
    name: {vi: Giảm chi, en: Less spending}
    kind: change
    numerator: [spent]
    targets:
      - year: 2030
        operator: reduce>=
        bound: 15
        baseline: {from: 2021, until: 2025, of: mean}
        present: {from: 2026, until: 2030, of: mean}
        cite: {line: 1, place: a, quote: b}
  - id: rating
    area: TTHC
    name: {vi: Điểm, en: Rating}
    kind: score
    numerator: [rating]
    targets:
      - {year: 2025, bound: 80, cite: {line: 1, place: a, quote: b}}
items:
  - {code: units, name: {vi: Đơn vị, en: Units}, kind: count, measure: stock, reported_by: "agency:OLD"}
  - {code: spent, name: {vi: Chi, en: Spent}, kind: amount, measure: flow, reported_by: "group:department"}
  - {code: rating, name: {vi: Điểm, en: Rating}, kind: score, measure: published, reported_by: "agency:OLD"}
checks: []
baselines:
"""
REGISTRY = """\
groups:
  department: {level: province}
  office: {level: province}
agencies:
  - {code: OLD, name: {vi: Sở Cũ, en: Old}, group: department, valid_until: 2023-06-30, successors: [NEW]}
  - {code: NEW, name: {vi: Sở Mới, en: New}, group: department, valid_from: 2023-07-01}
  - {code: VP, name: {vi: Văn phòng, en: Office}, group: office}
"""
FIRST_ENTRY = len(CATALOGUE.splitlines()) + 1


def entry(item: str, period: str, value: str, agency: str = "OLD") -> str:
    return f'  - {{item: {item}, agency: {agency}, period: "{period}", value: {value}, source: 1/QĐ}}\n'


def complaints(folder: Path, *entries: str, language: Language = Language.EN) -> list[str]:
    """What is wrong with some entries: by the file alone, or else by the registry."""
    path, agencies = folder / "targets.yaml", folder / "agencies.yaml"
    path.write_text(CATALOGUE + "".join(entries), encoding="utf-8")
    agencies.write_text(REGISTRY, encoding="utf-8")
    try:
        problems = find_strange_baselines(load_catalogue(path), load_registry(agencies))
    except InvalidFileError as error:
        problems = error.problems
    return [problem.describe(language).removeprefix(str(path)) for problem in problems]


def test_what_a_change_is_measured_against_is_kept(tmp_path: Path) -> None:
    fitting = [entry("units", "2021", "690"), entry("spent", "2022", "12.5"), entry("spent", "2023", "3")]
    assert complaints(tmp_path, *fitting, entry("spent", "2025", "4", "NEW")) == []


@pytest.mark.parametrize(
    ("wrong", "key", "said"),
    [
        (entry("rating", "2021", "80"), "item", "a score or a yes-no answer is no baseline"),
        (entry("units", "2022", "690"), "period", "baseline years: 2021, 2025"),
        (entry("units", "2021-Q4", "690"), "period", "is measured against '2021-Q4'"),
        (entry("units", "2021", "690.5"), "value", "a whole number"),
        (entry("spent", "2021", "-1"), "value", "never less than 0"),
        (entry("spent", "2026", "1"), "period", "baseline years: 2021, 2022, 2023, 2024, 2025"),
    ],
)
def test_a_baseline_of_another_kind_is_refused_where_it_stands(
    tmp_path: Path, wrong: str, key: str, said: str
) -> None:
    (found,) = complaints(tmp_path, wrong)
    assert found.startswith(f":{FIRST_ENTRY}:{wrong.index(key) + 1}: ")
    assert said in found


def test_a_figure_that_no_change_uses_is_no_baseline(tmp_path: Path) -> None:
    unused = (
        "  - {code: spare, name: {vi: Khác, en: S}, kind: count, measure: stock, reported_by: [agency:OLD]}"
    )
    text = CATALOGUE.replace("checks: []", f"{unused}\nchecks: []") + entry("spare", "2021", "5")
    path = tmp_path / "targets.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFileError) as raised:
        load_catalogue(path)
    (problem,) = raised.value.problems
    assert problem.mark.line == FIRST_ENTRY + 1
    assert problem.text.en.endswith("items that are used: spent, units")


def test_the_same_figure_twice_is_refused(tmp_path: Path) -> None:
    (found,) = complaints(tmp_path, entry("units", "2021", "690"), entry("units", "Năm 2021", "700"))
    assert found.startswith(f":{FIRST_ENTRY + 1}:6: this figure of the agency and year")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (entry("spent", "2025", "4"), "'OLD' existed on no day of year 2025"),
        (entry("spent", "2021", "4", "NEW"), "'NEW' existed on no day of year 2021"),
        (
            entry("spent", "2021", "4", "VP"),
            "'VP' does not report 'spent' for 2021; its reporters: group:dep",
        ),
        (entry("spent", "2021", "4", "ODL"), "the registry knows no 'agency:ODL'; did you mean 'OLD'?"),
    ],
)
def test_a_baseline_is_that_of_who_reported_it_then(tmp_path: Path, wrong: str, said: str) -> None:
    (found,) = complaints(tmp_path, wrong)
    assert found.startswith(f":{FIRST_ENTRY}:1: ")
    assert said in found


def test_it_is_said_in_vietnamese_too(tmp_path: Path) -> None:
    (found,) = complaints(tmp_path, entry("units", "2022", "690"), language=Language.VI)
    assert "không chỉ tiêu nào so “units” với kỳ “2022”; năm gốc trong tệp này: 2021, 2025" in found
