"""Contradictions that show without any data, each in a small catalogue."""

import re
from collections.abc import Callable

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.lint import lint
from cchc_cli.language import Language

CITE = 'cite: {line: 35, place: điểm b, quote: "80%"}'

CATALOGUE = """\
programme:
  id: test
  title: {{vi: Thử, en: Test}}
  document: 1/QĐ
  issued: 2021-10-18
  years: {{from: 2021, until: 2030}}
areas:
  - {{id: TTHC, name: {{vi: Thủ tục, en: Procedures}}}}
indicators:
  - id: measure
    area: TTHC
    name: {{vi: Chỉ tiêu, en: Measure}}
    kind: {kind}
    numerator: {numerator}
    denominator: {denominator}
    targets:
{targets}
items:
{items}
checks:
{checks}
"""

DOSSIERS = "unit: hồ sơ, kind: count, measure: flow"
DONE = f"{{code: done, name: {{vi: Đã làm, en: Done}}, {DOSSIERS}, reported_by: level:commune}}"
TOTAL = f"{{code: total, name: {{vi: Tất cả, en: All}}, {DOSSIERS}, reported_by: level:commune}}"
SCORE = "{code: score, name: {vi: Điểm, en: Score}, kind: score, measure: published, range: [0, 100], "
PART = "{id: done, kind: part, left: done, right: total, severity: error}"


def text(
    *targets: str,
    kind: str = "share",
    numerator: str = "[done]",
    denominator: str = "[total]",
    items: tuple[str, ...] = (DONE, TOTAL),
    checks: tuple[str, ...] = (PART,),
) -> str:
    def listed(entries: tuple[str, ...], indent: int) -> str:
        return "\n".join(f"{' ' * indent}- {entry}" for entry in entries)

    written = CATALOGUE.format(
        kind=kind,
        numerator=numerator,
        denominator=denominator,
        targets=listed(targets or (f"{{year: 2025, bound: 80, {CITE}}}",), 6),
        items=listed(items, 2),
        checks=listed(checks, 2),
    )
    return written if checks else written.removesuffix("checks:\n\n")


def complaints(catalogue: Catalogue) -> list[str]:
    found = [problem.describe(Language.EN) for problem in lint(catalogue)]
    return [re.sub(r"^.*targets\.yaml:(\d+):1: ", r"\1: ", line) for line in found]


def test_the_shipped_catalogue_has_no_contradiction(shipped: Catalogue) -> None:
    assert lint(shipped) == []


@pytest.mark.parametrize(
    "targets",
    [
        (f"{{year: 2025, bound: 80, {CITE}}}", f"{{year: 2030, bound: 100, {CITE}}}"),
        (f"{{year: 2025, bound: 80, until: 2025-12-31, {CITE}}}", f"{{year: 2030, bound: 100, {CITE}}}"),
        (
            f"{{every: period, bound: 80, until: 2024-12-31, {CITE}}}",
            f"{{every: period, bound: 90, from: 2025-01-01, {CITE}}}",
        ),
        (
            f"{{every: period, bound: 80, until: 2024-12-31, {CITE}}}",
            f"{{year: 2025, bound: 90, {CITE}}}",
        ),
        (
            f"{{every: period, bound: {{province: 100}}, {CITE}}}",
            f"{{year: 2025, bound: {{commune: 70}}, {CITE}}}",
        ),
    ],
)
def test_targets_that_follow_each_other_are_fine(
    written: Callable[[str], Catalogue], targets: tuple[str, ...]
) -> None:
    assert complaints(written(text(*targets))) == []


@pytest.mark.parametrize(
    ("targets", "complaint"),
    [
        ((f"{{year: 2025, bound: 101, {CITE}}}",), "17: 101 of 'measure' is beyond 100"),
        (
            (
                f"{{year: 2023, bound: 90, {CITE}}}",
                f"{{rise: {{points: 20, from: 2024, until: 2024, cap: 110}}, {CITE}}}",
            ),
            "18: 110 of 'measure' is beyond 100",
        ),
        (
            (f"{{year: 2025, operator: between, bound: 35, upper: 25, {CITE}}}",),
            "17: upper 25 is not more than bound 35",
        ),
        (
            (f"{{year: 2025, bound: 80, {CITE}}}", f"{{year: 2025, bound: 90, {CITE}}}"),
            "18: this target of 'measure' contradicts the one on line 17 for the same date",
        ),
        (
            (
                f"{{year: 2025, bound: {{commune: 80}}, {CITE}}}",
                f"{{year: 2025, operator: '>', bound: {{commune: 80}}, {CITE}}}",
            ),
            "18: this target of 'measure' at commune level contradicts the one on line 17",
        ),
        (
            (f"{{year: 2025, bound: 80, {CITE}}}", f"{{year: 2025, bound: 80, {CITE}}}"),
            "18: this target of 'measure' repeats the one on line 17; make it one",
        ),
        (
            (f"{{every: period, bound: 80, {CITE}}}", f"{{every: period, bound: 90, {CITE}}}"),
            "18: this target of 'measure' contradicts the one on line 17",
        ),
        (
            (f"{{every: period, bound: 80, {CITE}}}", f"{{year: 2025, bound: 90, {CITE}}}"),
            "18: 'measure' has a target for every period and one with a date (line 17) in force together",
        ),
        (
            (f"{{year: 2025, bound: 80, until: 2024-12-31, {CITE}}}",),
            "17: this target of 'measure' ends (until) before it begins",
        ),
        (
            (f"{{year: 2052, bound: 80, {CITE}}}",),
            "17: a target of 'measure' is due on 2052-12-31, outside the programme's years 2021-2030",
        ),
        (
            (
                f"{{every: period, bound: 80, until: 2023-12-31, {CITE}}}",
                f"{{every: period, bound: 90, from: 2025-01-01, {CITE}}}",
            ),
            "18: 'measure' has no target for 2024, between two targets",
        ),
        (
            (f"{{year: 2025, bound: 80, pace: {{points: 5, from: 2023, start: 60}}, {CITE}}}",),
            "17: the pace of 'measure' leads to no more than 75 by the due date, below the bound 80",
        ),
        (
            (f"{{every: period, judged: year, bound: 90, pace: {{points: 80}}, {CITE}}}",),
            "17: the pace of 'measure' leads to no more than 80",
        ),
    ],
)
def test_targets_that_contradict_each_other(
    written: Callable[[str], Catalogue], targets: tuple[str, ...], complaint: str
) -> None:
    (found,) = complaints(written(text(*targets)))
    assert found.startswith(complaint)


@pytest.mark.parametrize("start", ["", ", start: 65"])
def test_a_pace_that_leads_to_its_bound_or_starts_from_a_reported_value_is_fine(
    written: Callable[[str], Catalogue], start: str
) -> None:
    target = f"{{year: 2025, bound: 80, pace: {{points: 5, from: 2023{start}}}, {CITE}}}"
    assert complaints(written(text(target))) == []


def change(operator: str, bound: int) -> str:
    return f"{{year: 2025, operator: {operator}, bound: {bound}, baseline: {{year: 2021}}, {CITE}}}"


@pytest.mark.parametrize(
    ("years", "complaint"),
    [
        ("baseline: {year: 2025}", "lasts until 2025-12-31, not before what is held against it"),
        ("baseline: {year: 2026}", "lasts until 2026-12-31, not before what is held against it"),
        (
            "baseline: {from: 2021, until: 2023, of: mean}, present: {from: 2023, until: 2025, of: mean}",
            "lasts until 2023-12-31, not before",
        ),
        (
            "baseline: {from: 2021, until: 2022, of: mean}, present: {from: 2024, until: 2025, of: sum}",
            "holds a sum against a mean",
        ),
        (
            "baseline: {from: 2021, until: 2022, of: sum}, present: {from: 2025, until: 2026, of: sum}",
            "lasts until 2026-12-31, after the target is due",
        ),
        ("baseline: {year: 2021}", None),
        ("baseline: {from: 2019, until: 2020, of: sum}, present: {from: 2024, until: 2025, of: sum}", None),
    ],
)
def test_a_change_is_from_years_before_to_years_like_them(
    written: Callable[[str], Catalogue], years: str, complaint: str | None
) -> None:
    target = f"{{year: 2025, operator: reduce>=, bound: 10, {years}, {CITE}}}"
    source = text(target, kind="change", denominator="[]", items=(DONE,), checks=())
    found = [problem.text.in_language(Language.EN) for problem in lint(written(source))]
    assert len(found) == (complaint is not None)
    assert all(str(complaint) in one for one in found)


@pytest.mark.parametrize(("operator", "count"), [("reduce>=", 1), ("increase>=", 0)])
def test_nothing_falls_by_more_than_all_of_it_but_it_may_more_than_double(
    written: Callable[[str], Catalogue], operator: str, count: int
) -> None:
    catalogue = text(change(operator, 130), kind="change", denominator="[]", items=(DONE,), checks=())
    found = complaints(written(catalogue))
    assert [line.startswith("17: 130 of 'measure' is beyond 100") for line in found] == [True] * count


def test_another_baseline_is_another_indicator(written: Callable[[str], Catalogue]) -> None:
    def found(later: str) -> list[str]:
        first, second = change("reduce>=", 10), later.replace("2025", "2030", 1)
        targets = text(first, second, kind="change", denominator="[]", items=(DONE,), checks=())
        return complaints(written(targets))

    assert found(change("reduce>=", 20)) == []
    for later in (change("reduce>=", 20).replace("2021", "2024"), change("increase>=", 20)):
        (complaint,) = found(later)
        assert complaint.startswith(
            "18: this target of 'measure' and the one on line 17 are measured differently"
        )


def test_a_score_may_not_be_asked_beyond_its_range(written: Callable[[str], Catalogue]) -> None:
    catalogue = text(
        f"{{year: 2025, bound: 102, {CITE}}}",
        kind="score",
        numerator="[score]",
        denominator="[]",
        items=(f"{SCORE}reported_by: agency:SNV}}",),
        checks=(),
    )
    (found,) = complaints(written(catalogue))
    assert found.startswith("17: 102 of 'measure' is beyond 100")


@pytest.mark.parametrize("reporters", ["level:commune", "[agency:SNV, agency:SYT]", "group:department"])
def test_a_score_has_one_reporter(written: Callable[[str], Catalogue], reporters: str) -> None:
    catalogue = text(
        f"{{year: 2025, bound: 90, {CITE}}}",
        kind="score",
        numerator="[score]",
        denominator="[]",
        items=(f"{SCORE}reported_by: {reporters}}}",),
        checks=(),
    )
    assert complaints(written(catalogue)) == [
        "19: the score 'score' must have exactly one reporter; write reported_by: agency:CODE"
    ]


def test_an_item_that_nothing_uses_is_asked_of_nobody(written: Callable[[str], Catalogue]) -> None:
    idle = f"{{code: idle, name: {{vi: Thừa, en: Idle}}, {DOSSIERS}, reported_by: level:commune}}"
    (found,) = complaints(written(text(items=(DONE, TOTAL, idle))))
    assert found.startswith("21: no indicator and no check uses the item 'idle'")


def test_an_item_that_only_a_check_uses_is_in_use(written: Callable[[str], Catalogue]) -> None:
    pending = (
        f"{{code: pending, name: {{vi: Đang làm, en: Pending}}, {DOSSIERS}, reported_by: level:commune}}"
    )
    balance = "{id: balance, kind: balance, left: total, right: [done, pending], severity: warning}"
    assert complaints(written(text(items=(DONE, TOTAL, pending), checks=(PART, balance)))) == []


def test_the_items_of_an_indicator_have_the_same_reporters(written: Callable[[str], Catalogue]) -> None:
    (found,) = complaints(written(text(items=(DONE, TOTAL.replace("level:commune", "level:district")))))
    assert found.startswith(
        "10: the items of 'measure' have different reporters: 'done' (level:commune) and 'total' (level:dis"
    )


def test_the_order_of_reporters_does_not_matter(written: Callable[[str], Catalogue]) -> None:
    done = DONE.replace("level:commune", "[level:commune, level:district]")
    total = TOTAL.replace("level:commune", "[level:district, level:commune]")
    assert complaints(written(text(items=(done, total)))) == []


@pytest.mark.parametrize(
    "check",
    [
        "{id: done, kind: part, left: total, right: done, severity: error}",
        "{id: done, kind: balance, left: done, right: total, severity: error}",
    ],
)
def test_a_share_needs_a_check_that_its_part_stays_within_the_whole(
    written: Callable[[str], Catalogue], check: str
) -> None:
    assert complaints(written(text(checks=(check,)))) == [
        "10: the share 'measure' has no part check between numerator and denominator; add one to checks"
    ]


def test_items_about_a_level_need_a_check_for_each_level(written: Callable[[str], Catalogue]) -> None:
    items = tuple(
        item.replace("code: done", f"code: done-{level}")
        .replace("code: total", f"code: total-{level}")
        .replace("level:commune", f"agency:SNV, level: {level}")
        for level in ("province", "district")
        for item in (DONE, TOTAL)
    )
    only_province = "{id: done, kind: part, left: done-province, right: total-province, severity: error}"
    catalogue = text(
        f"{{year: 2025, bound: {{province: 80, district: 80}}, {CITE}}}",
        numerator="[done-province, done-district]",
        denominator="[total-province, total-district]",
        items=items,
        checks=(only_province,),
    )
    (found,) = complaints(written(catalogue))
    assert found.startswith("10: the share 'measure' at district level has no part check")


def test_a_ratio_of_two_different_things_needs_no_check(written: Callable[[str], Catalogue]) -> None:
    assert complaints(written(text(items=(DONE.replace("hồ sơ", "giờ"), TOTAL), checks=()))) == []


def test_complaints_are_told_in_vietnamese_too(written: Callable[[str], Catalogue]) -> None:
    (problem,) = lint(written(text(f"{{year: 2025, bound: 101, {CITE}}}")))
    assert problem.describe(Language.VI).endswith(
        "mức 101 của “measure” vượt 100 là mức cao nhất có thể; hãy sửa bound, upper hoặc cap"
    )
