"""What becomes of measurements: goals, tables, the JSON file and the page, made from given ones."""

import sys
from pathlib import Path

import pytest
from benchmarks.bench import Bench
from benchmarks.case import SECONDS, Case, Goal, Side
from benchmarks.cases import CASES, CORPORA_OF
from benchmarks.corpora.corpus import CORPORA, Made, Sizes
from benchmarks.page import write_page
from benchmarks.processes import Measured, ProcessFailedError, measure
from benchmarks.results import CaseResult, Results, SideResult, judged, read_results
from benchmarks.tables import cases_table, goals_table, left_out_lines, profile_table

FLOOR, OURS, ABSENT = "bare", "cchc", "peer"
MACHINE = {
    "cores": 2,
    "memory_gib": None,
    "system": "Linux",
    "processor": "x86_64",
    "python": "3.11.0",
    "packages": {"pandas": "3.0", "pyarrow": None},
}
MARKED = "# Page\n\n{}\n\nprose\n".format(
    "\n".join(f"<!-- {name} -->\nold\n<!-- /{name} -->" for name in ("goals", "cases", "profile", "machine"))
)


def rounds(*walls: float, memory: int | None = None, units: int = 10) -> SideResult:
    return SideResult(units, tuple(Measured(wall, wall / 2, memory) for wall in walls))


def sides() -> dict[str, SideResult]:
    return {
        FLOOR: rounds(1.0, 3.0, 2.0, memory=10 * 1024**2),
        OURS: rounds(4.0, 5.0, 6.0, memory=30 * 1024**2),
        ABSENT: SideResult(10, (), "not installed"),
    }


def result(*goals: Goal) -> CaseResult:
    case = Case("forms", "Ten forms", "form", [Side(name, []) for name in sides()], goals)
    return judged(case, sides())


def results(*goals: Goal) -> Results:
    profile = {"rooms": {"files": 3.0, "engine": 1.0}, "milliseconds": 2.0, "forms": 10}
    made = {"clean": {"files": 10, "saved_by": "LibreOffice", "period": "2024"}}
    return Results(MACHINE, made, {"forms": result(*goals)}, profile)


def counted(things: str) -> Results:
    side = SideResult(10, (Measured(1.0, 1.0, None, 3.0),), counted=things)
    return Results(MACHINE, cases={"own": CaseResult("Own", "form", {"own": side}, ())})


@pytest.mark.parametrize(
    ("goal", "value", "met"),
    [
        (Goal("ratio", OURS, "wall", FLOOR, most=2.5), 2.5, True),
        (Goal("ratio", OURS, "wall", FLOOR, most=2.4), 2.5, False),
        (Goal("faster", OURS, "wall", FLOOR, least=3), 2.5, False),
        (Goal("of one", OURS, "wall", most=0.5), 0.5, True),
        (Goal("of all", OURS, "wall", most=5, whole=True), 5.0, True),
        (Goal("memory", OURS, "memory", most=29, scale=1 / 1024**2, whole=True), 30.0, False),
        (Goal("absent", ABSENT, "wall", FLOOR, most=1), None, None),
        (Goal("against one that is absent", OURS, "wall", ABSENT, most=1), None, None),
    ],
)
def test_goals_are_judged_by_medians(goal: Goal, value: float | None, met: bool | None) -> None:
    (decided,) = result(goal).goals
    assert (decided.value, decided.met) == (value, met)


def test_a_ratio_is_of_one_unit_each() -> None:
    unequal = {"few": rounds(1.0, units=1), "many": rounds(5.0, units=10)}
    goal = Goal("growth", "many", "wall", "few", most=1)
    case = Case("growth", "Growth", "form", [Side(name, []) for name in unequal], [goal])
    assert judged(case, unequal).goals[0].value == 0.5


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    written = results(Goal("ratio", OURS, "wall", FLOOR, most=2.5))
    written.write(tmp_path / "results.json")
    again = read_results(tmp_path / "results.json")
    assert (again.cases, again.profile, again.machine) == (written.cases, written.profile, written.machine)


def test_tables_say_medians_ratios_and_what_is_left_out() -> None:
    made = results(Goal("ratio", OURS, "wall", FLOOR, most=2))
    assert "| Ten forms | ratio | 2.50 | **not met** |" in goals_table(made)
    assert "|  | cchc | 5.00 s | 2.50 s | 30 MiB | 500.00 ms a form | 2.50 | 2.50 |" in cases_table(made)
    assert cases_table(made, made).splitlines()[0].endswith("| a unit before |")
    assert cases_table(counted(SECONDS)).endswith("| Own | own |  | 3.00 s |  | 300.00 ms a form |  | 1.00 |")
    assert cases_table(counted("packages")).endswith("| own |  |  |  | 3 packages |  |  |")
    assert left_out_lines(made).endswith("- peer (Ten forms): not installed")
    assert "| files | 75.0 | 1.50 |" in profile_table({"now": made.profile})


def test_a_page_keeps_its_prose(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(MARKED, encoding="utf-8")
    write_page(page, results(), results())
    once = page.read_text(encoding="utf-8")
    assert once.startswith("# Page\n")
    assert once.endswith("\nprose\n")
    assert "old" not in once
    assert "Not installed: pyarrow." in once
    write_page(page, results(), results())
    assert page.read_text(encoding="utf-8") == once


def test_a_page_without_a_marker_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text("# Page\n", encoding="utf-8")
    with pytest.raises(ValueError, match="marked machine"):
        write_page(page, results(), None)


def test_every_case_can_be_made_and_its_goals_are_about_its_sides(tmp_path: Path) -> None:
    (tmp_path / "clean" / "2024-01-01").mkdir(parents=True)
    (tmp_path / "clean" / "2024-01-01" / "SNV.xlsx").touch()
    made = {name: Made(10, "LibreOffice", "2024") for name in CORPORA}
    bench = Bench(tmp_path, made, tmp_path, Sizes(), knows_jobs=True, scratch=tmp_path)
    for name, make in CASES.items():
        case = make(bench)
        known = {side.name for side in case.sides}
        assert case.name == name
        assert len(known) == len(case.sides)
        for goal in case.goals:
            assert {goal.side, goal.against or goal.side} <= known
            assert (goal.most is None) != (goal.least is None)
    assert CORPORA_OF.keys() <= CASES.keys()


def test_an_option_that_the_program_does_not_know_is_not_used(tmp_path: Path) -> None:
    made = {"clean": Made(10, "LibreOffice", "2024")}
    bench = Bench(tmp_path, made, tmp_path, Sizes(), knows_jobs=False, scratch=tmp_path)
    assert "-j" not in bench.evaluate("one", "clean").command
    assert bench.evaluate("two", "clean", jobs=2).lacks


def test_a_process_is_measured_and_a_failing_one_is_told() -> None:
    measured = measure([sys.executable, "-c", "print(7)"], (0,), {}, counts=True)
    assert measured.count == 7
    assert measured.wall > 0
    with pytest.raises(ProcessFailedError, match="code 5"):
        measure([sys.executable, "-c", "raise SystemExit(5)"], (0,), {}, counts=False)
