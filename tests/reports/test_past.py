"""What a dossier holds a period against: figures of the period before, also where they came in parts."""

from pathlib import Path

from tests.reports.xlsx.province import judged

QUARTERS = ("Q1", "Q2", "Q3", "Q4")


def dossiers(*periods: str) -> dict[tuple[str, str], dict[str, int]]:
    """Of each department, half of them online in 2023 and three quarters in 2024."""
    online = {"2023": 50, "2024": 75}
    return {
        (agency, period): {"online": online[period[:4]], "received": 100}
        for period in periods
        for agency in ("SNV", "SYT", "SXD")
    }


def test_half_a_year_is_held_against_the_quarters_of_the_half_before(tmp_path: Path) -> None:
    figures = dossiers("2023-Q1", "2023-Q2", "2024-Q1", "2024-Q2")
    dossier = judged(tmp_path, figures, periods=["2024-H1"], indicators=["online"])
    assert dossier.previous_period == "2023-H1"
    (pair,) = dossier.changes
    assert (pair.old.value, pair.new.value, pair.difference) == (50, 75, 25)


def test_a_half_of_which_one_quarter_is_missing_is_no_period_before(tmp_path: Path) -> None:
    figures = dossiers("2023-Q1", "2024-Q1", "2024-Q2")
    dossier = judged(tmp_path, figures, periods=["2024-H1"], indicators=["online"])
    assert dossier.previous_period is None
    assert dossier.changes == ()


def test_a_year_that_came_in_quarters_stands_in_the_history(tmp_path: Path) -> None:
    figures = dossiers(*(f"{year}-{quarter}" for year in ("2023", "2024") for quarter in QUARTERS))
    dossier = judged(tmp_path, figures, periods=["2024"], indicators=["online"])
    assert dossier.previous_period == "2023"
    ((earlier,),) = dossier.history.values()
    assert (earlier.period, earlier.numerator, earlier.denominator) == ("2023", 600, 1200)
