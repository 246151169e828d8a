"""Data windows: which days the figures of a period cover, as the catalogue says it."""

from pathlib import Path

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.window import Edge, Window, named_period
from cchc_cli.language import Text
from cchc_cli.period import Period
from tests.catalogue.test_load import GOOD, complaints


@pytest.mark.parametrize(
    ("item", "period", "days"),
    [
        ("dossiers-online", "2021", "2020-12-15..2021-12-14"),
        ("dossiers-online", "2024-Q1", "2023-12-15..2024-03-14"),
        ("dossiers-online", "2024-H1", "2023-12-15..2024-06-14"),
        ("dossiers-online", "2024-9M", "2023-12-15..2024-09-14"),
        ("dossiers-online", "2023-01-01..2023-06-07", "2023-01-01..2023-06-07"),
        ("investment-disbursed", "2024", "2024-01-01..2025-01-31"),
        ("investment-disbursed", "2024-Q4", "2024-Q4"),
        ("payments", "2024", "2024"),
    ],
)
def test_the_days_of_a_figure(shipped: Catalogue, item: str, period: str, days: str) -> None:
    assert str(shipped.item_by_code[item].days(Period.parse(period))) == days


def test_a_day_that_the_month_does_not_have_is_its_last() -> None:
    window = Window("w", Text("", ""), since=Edge(-1, 31), until=Edge(-1, 31))
    assert str(window.days(Period.parse("2024-Q1"))) == "2023-12-31..2024-02-29"


def test_the_days_of_a_window_are_its_period_again(shipped: Catalogue) -> None:
    for year in (2021, 2024, 2030):
        for period in Period.named_in(year):
            for window in shipped.windows:
                assert named_period(window.days(period), shipped.windows) == period
    other = Period.parse("2023-12-15..2024-12-13")
    assert named_period(other, shipped.windows) == other


MISTAKES = [
    ("until: {month: 0, day: 32}", "'day' must be 31 or less"),
    ("from: {month: 3, day: 1}", "the last day (until) stands before the first (from)"),
    ("from: {months: 3, day: 1}", "there is no key 'months' here"),
]


@pytest.mark.parametrize(("written", "said"), MISTAKES)
def test_a_window_that_cannot_be_is_refused_where_it_stands(tmp_path: Path, written: str, said: str) -> None:
    window = f"windows:\n  - {{id: w, name: {{vi: a, en: b}}, {written}}}\nindicators:"
    found = complaints(tmp_path, GOOD.replace("indicators:", window))
    assert any(line.startswith(":10:") and said in line for line in found), found


def test_an_item_names_a_window_that_is_there(tmp_path: Path) -> None:
    named = GOOD.replace("    measure: stock\n", "    measure: stock\n    window: budgte\n", 1)
    window = "  - {id: budget, name: {vi: a, en: b}, until: {month: 1, day: 31}, periods: year}"
    (found,) = complaints(tmp_path, named.replace("indicators:", f"windows:\n{window}\nindicators:"))
    assert "there is no window 'budgte'; did you mean 'budget'?" in found
