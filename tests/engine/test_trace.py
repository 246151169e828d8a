"""The trace of a verdict: what the engine used, and that it adds up to what it says."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.engine.evaluate import evaluate
from cchc_cli.engine.evidence import Evidence, Question, Tracing
from cchc_cli.level import Level
from cchc_cli.observation import Address, Key, Observation, SetAside, Submission, SubmissionKind
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Verdict
from cchc_cli.trace import Trace, TracedFigure, TracedMember, TracedPool
from tests.engine.province import (
    AGENCIES,
    CITE,
    DISTRICTS_END,
    POOLED,
    agency,
    ask,
    catalogue,
    figures,
    registry,
    share,
)

ALWAYS = f"      - {{every: period, bound: 50, {CITE}}}"
LADDER = f"""
      - {{year: 2021, bound: {{commune: 15}}, {CITE}}}
      - {{rise: {{points: 20, from: 2022, until: 2025}}, reading: [A01, A02], {CITE}}}"""

SUBMISSION = Submission(
    "data.xlsx", "0" * 64, "form", ("Số liệu",), "A", document="12/BC", dated=Period.parse("2025").start
)


def explain(
    source: Catalogue,
    observations: Iterable[Observation],
    question: Question,
    agencies: Registry | None = None,
    **evidence: object,
) -> list[tuple[Verdict, Trace]]:
    known = Evidence(tuple(observations), submissions=(SUBMISSION,), **evidence)  # type: ignore[arg-type]
    found = evaluate(source, agencies or registry(), known, replace(question, tracing=Tracing.ALL))
    assert found.traces is not None
    return list(zip(found.verdicts, found.traces, strict=True))


def only_pool(trace: Trace) -> TracedPool:
    ((pool,),) = [end.pools for end in trace.ends]
    return pool


def member(pool: TracedPool, code: str) -> TracedMember:
    return next(member for member in pool.members if member.agency == code)


def figure_of(pool: TracedPool, agency: str, item: str) -> TracedFigure:
    return next(figure for figure in member(pool, agency).figures if figure.item == item)


def test_nothing_is_traced_unless_it_is_asked_for(tmp_path: Path) -> None:
    known = Evidence(tuple(figures("2024", done={"A": 1}, all={"A": 2})), submissions=(SUBMISSION,))
    assert evaluate(catalogue(tmp_path, share(ALWAYS)), registry(), known, ask("2024")).traces is None


def test_cells_add_up_to_figures_figures_to_members_and_members_to_the_verdict(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(ALWAYS, "done, -open", "all"))
    known = [
        *figures("2024", all=dict.fromkeys(POOLED, 100), open=dict.fromkeys(POOLED, 3)),
        *figures("2024-H1", done=dict.fromkeys(POOLED, 20)),
        *figures("2024-Q3", done=dict.fromkeys(POOLED, 10)),
        *figures("2024-Q4", done={"A": 12.5, "D1": 11, "D2": 10, "C1": 9}),
    ]
    for verdict, trace in explain(source, known, ask("2024", by=["level", "agency"])):
        pool = only_pool(trace)
        assert (pool.numerator, pool.denominator) == (verdict.numerator, verdict.denominator)
        for side, total in (("numerator", pool.numerator), ("denominator", pool.denominator)):
            entered = [getattr(each, side) for each in pool.members if each.numerator is not None]
            signed = [getattr(one, side) * one.value for one in pool.sums]
            assert sum(entered) == sum(signed) == (total or 0)
        for each in pool.members:
            for figure in each.figures:
                assert figure.value is None or sum(cell.value or 0 for cell in figure.cells) == figure.value


def test_a_cell_says_its_period_its_workbook_and_its_letter(tmp_path: Path) -> None:
    known = figures("2024", done={"A": 8}, all={"A": 10})
    pool = only_pool(explain(catalogue(tmp_path, share(ALWAYS)), known, ask("2024"))[0][1])
    (cell,) = figure_of(pool, "A", "done").cells
    assert (cell.value, cell.period, cell.file, cell.sheet, cell.cell) == (
        8,
        "2024",
        "data.xlsx",
        "Số liệu",
        "C2",
    )
    assert (cell.document, str(cell.dated), cell.submitter, cell.report) == (
        "12/BC",
        "2025-01-01",
        "A",
        "official",
    )


def test_a_corrected_figure_has_what_it_replaced(tmp_path: Path) -> None:
    (new, whole) = figures("2024", done={"A": 8}, all={"A": 10})
    old = new._replace(value=Decimal(7), address=Address(0, 0, 9, 4))
    known = explain(catalogue(tmp_path, share(ALWAYS)), [new, whole], ask("2024"), replaced={new.key: (old,)})
    (cell,) = figure_of(only_pool(known[0][1]), "A", "done").cells
    assert [(before.value, before.cell) for before in cell.replaced] == [(7, "D9")]


def test_the_pieces_of_a_put_together_figure(tmp_path: Path) -> None:
    known = [
        *figures("2024", all={"A": 100}),
        *figures("2024-H1", done={"A": 20}),
        *figures("2024-Q3", done={"A": 10}),
        *figures("2024-Q4", done={"A": 12}),
    ]
    pool = only_pool(explain(catalogue(tmp_path, share(ALWAYS)), known, ask("2024"))[0][1])
    done = figure_of(pool, "A", "done")
    assert done.value == 42
    assert [(cell.period, cell.value) for cell in done.cells] == [
        ("2024-H1", 20),
        ("2024-Q3", 10),
        ("2024-Q4", 12),
    ]


def test_why_an_agency_did_not_enter(tmp_path: Path) -> None:
    key = Key("D1", "done", Period.parse("2024"))
    aside = SetAside(key, Address(0, 0, 17, 4), "value-ambiguous")
    known = [
        *figures("2024", done={"A": 8}, all={"A": 10, "D1": 10, "D2": 10, "C1": 10}),
        *figures("2024-Q1", done={"C1": 2}),
    ]
    pool = only_pool(
        explain(
            catalogue(tmp_path, share(ALWAYS)),
            known,
            ask("2024"),
            unusable=frozenset({key}),
            set_aside={key: (aside,)},
        )[0][1]
    )
    lacks = {code: figure_of(pool, code, "done").lack for code in POOLED}
    assert lacks == {
        "A": None,
        "D1": "unusable",
        "D2": "blank",
        "C1": "incomplete",
        "C2": "not-submitted",
    }
    assert [(cell.cell, cell.code) for cell in figure_of(pool, "D1", "done").unused] == [
        ("D17", "value-ambiguous")
    ]
    assert [cell.period for cell in figure_of(pool, "C1", "done").unused] == ["2024-Q1"]
    assert [each.agency for each in pool.members if each.numerator is None] == ["D1", "D2", "C1", "C2"]
    assert figure_of(pool, "D1", "all").value == 10, "what is there is shown though it did not enter"


def test_an_agency_is_not_shown_what_another_one_reported_under_its_code(tmp_path: Path) -> None:
    first_day = date(2025, 7, 1)
    lives = [
        agency("C1", Level.COMMUNE, valid_until=DISTRICTS_END, successors=("C3",)),
        agency("C2", Level.COMMUNE, valid_until=DISTRICTS_END, successors=("C1",)),
        agency("C1", Level.COMMUNE, valid_from=first_day),
        agency("C3", Level.COMMUNE, valid_from=first_day),
    ]
    others = figures("2025-H1", done={"C2": 1}, all={"C2": 2})
    key = Key("C1", "done", Period.parse("2025-H1"))
    aside = {key: (SetAside(key, Address(0, 0, 17, 4), "value-ambiguous"),)}
    until_june = figures("2025-H1", all={"C1": 10})
    for known, expected in (
        (until_june, [("2025-H1", ["unusable", None]), (None, ["not-submitted", "not-submitted"])]),
        (figures("2025", all={"C1": 9}), [(None, ["unusable", "blank"]), ("2025", ["blank", None])]),
    ):
        pool = only_pool(
            explain(
                catalogue(tmp_path, share(ALWAYS)),
                [*known, *others],
                ask("2025"),
                registry(*lives),
                unusable=frozenset(aside),
                set_aside=aside,
            )[0][1]
        )
        before, after = (each for each in pool.members if each.agency == "C1")
        for each, (period, lacks) in zip((before, after), expected, strict=True):
            found = {figure.item: figure for figure in each.figures}
            assert [found[item].lack for item in ("done", "all")] == lacks
            assert [cell.period for cell in found["all"].cells] == ([period] if period else [])
        assert [cell.period for each in before.figures for cell in each.unused] == ["2025-H1"]
        assert [cell.period for each in after.figures for cell in each.unused] == []


def test_without_an_agency_the_figure_is_what_the_others_make(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(ALWAYS))
    done = {"A": 10, "D1": 3, "D2": 9, "C1": 0, "C2": 7}
    known = figures("2024", done=done, all=dict.fromkeys(POOLED, 10))
    ((verdict, trace),) = explain(source, known, ask("2024"))
    assert [part.agency for part in trace.parts] == list(POOLED)
    for part in trace.parts:
        others = registry(*(agency for agency in AGENCIES if agency.code != part.agency))
        kept = [one for one in known if one.agency != part.agency]
        ((alone, _),) = explain(source, kept, ask("2024"), agencies=others)
        assert part.without == alone.value
        assert part.without_meets is (alone.status.value == "met")
        assert (part.value, part.weight) == (10 * done[part.agency], 20)
    assert verdict.value == 58


def test_an_agency_row_and_a_pool_of_one_have_nobody_else(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(ALWAYS))
    known = figures("2024", done={"A": 8, "V": 1}, all={"A": 10, "V": 1})
    whole, *rows = explain(source, known, ask("2024", by=["agency"]))
    assert [(part.agency, part.without, part.without_meets) for part in whole[1].parts] == [("A", None, None)]
    assert all(trace.parts == [] for verdict, trace in rows if verdict.scope.kind.value == "agency")


CHANGE = """
  - id: measure
    area: TTHC
    name: {{vi: Mức giảm, en: Reduction}}
    kind: change
    numerator: [{item}]
    targets:
      - {{due: 2025-12-31, operator: reduce>=, bound: 10, baseline: {baseline}, {more}{cite}}}
"""


def change(folder: Path, item: str, baseline: str, more: str = "", kept: str = "") -> Catalogue:
    return catalogue(folder, CHANGE.format(item=item, baseline=baseline, more=more, cite=CITE), kept)


def test_both_ends_of_a_change_and_a_baseline_kept_in_the_catalogue(tmp_path: Path) -> None:
    kept = "baselines:\n  - {item: units, agency: A, period: '2021', value: 100, source: Biểu 5}"
    source = change(tmp_path, "units", "{year: 2021, of: end}", kept=kept)
    ((verdict, trace),) = explain(source, figures("2024", units={"A": 80}), ask("2024"))
    assert [(end.role, end.of, end.figure) for end in trace.ends] == [
        ("present", "period", 80),
        ("baseline", "end", 100),
    ]
    (cell,) = figure_of(trace.ends[1].pools[0], "A", "units").cells
    assert (cell.report, cell.file, cell.cell, cell.document) == ("kept", "targets.yaml", None, "Biểu 5")
    assert (
        Path(source.file).read_text(encoding="utf-8").splitlines()[(cell.line or 0) - 1].endswith("Biểu 5}")
    )
    assert verdict.value == 20


def test_without_an_agency_a_change_is_without_all_that_it_took_over(tmp_path: Path) -> None:
    lives = [
        agency("A", Level.PROVINCE),
        agency("C1", Level.COMMUNE, valid_until=DISTRICTS_END, successors=("C1",)),
        agency("C2", Level.COMMUNE, valid_until=DISTRICTS_END, successors=("C1",)),
        agency("C1", Level.COMMUNE, valid_from=date(2025, 7, 1)),
        agency("C3", Level.COMMUNE, valid_until=DISTRICTS_END),
    ]
    known = [
        *figures("2021", open={"A": 100, "C1": 30, "C2": 50, "C3": 20}),
        *figures("2026", open={"A": 80, "C1": 72}),
    ]
    source = change(tmp_path, "open", "{year: 2021, of: end}")
    (whole, *rows) = explain(source, known, ask("2026", by=["agency"]), registry(*lives))
    own = {verdict.scope.code: (verdict.numerator, verdict.denominator, verdict.value) for verdict, _ in rows}
    parts = {part.agency: part for part in whole[1].parts}
    assert {code: (part.numerator, part.denominator, part.value) for code, part in parts.items()} == own
    assert own["C1"] == (72, 80, 10)
    assert (parts["A"].without, parts["C1"].without) == (28, pytest.approx(100 / 3))


def test_a_mean_shows_every_year_and_the_one_that_is_missing(tmp_path: Path) -> None:
    source = change(
        tmp_path,
        "spent",
        "{from: 2021, until: 2023, of: mean}",
        "judged: year, present: {from: 2024, until: 2025, of: mean}, ",
    )
    known = [
        *figures("2021", spent={"A": 10}),
        *figures("2023", spent={"A": 30}),
        *figures("2024", spent={"A": 9}),
    ]
    ((_, trace),) = explain(source, known, ask("2024"))
    present, baseline = trace.ends
    assert [(pool.period, pool.numerator) for pool in present.pools] == [("2024", 9)]
    assert (present.of, present.window, present.figure) == ("mean", "2024-01-01..2025-12-31", 9)
    assert [(pool.period, pool.numerator) for pool in baseline.pools] == [
        ("2021", 10),
        ("2022", None),
        ("2023", 30),
    ]
    assert baseline.figure is None
    ((verdict, trace),) = explain(source, [*known, *figures("2022", spent={"A": 20})], ask("2024"))
    assert (trace.ends[1].figure, verdict.denominator) == (20, 20)


def test_every_rung_of_the_ladder_and_the_one_in_force(tmp_path: Path) -> None:
    known = figures("2023", done={"C1": 60, "C2": 60}, all={"C1": 100, "C2": 100})
    rows = explain(catalogue(tmp_path, share(LADDER)), known, ask("2023"))
    ((verdict, trace),) = [row for row in rows if row[0].scope.code == "commune"]
    assert [(str(target.due)[:4], target.bound, target.points) for target in trace.targets] == [
        ("2021", 15, None),
        ("2022", 35, 20),
        ("2023", 55, 20),
        ("2024", 75, 20),
        ("2025", 95, 20),
    ]
    assert [target.bound for target in trace.targets if target.in_force] == [verdict.bound] == [55]
    assert len({target.line for target in trace.targets}) == 2


def test_nothing_is_in_force_for_a_level_that_has_ended(tmp_path: Path) -> None:
    everybody = f"      - {{year: 2024, bound: {{district: 50, commune: 50}}, {CITE}}}"
    known = figures("2025-H1", done={"D1": 6, "D2": 9}, all={"D1": 10, "D2": 10})
    rows = explain(catalogue(tmp_path, share(everybody)), known, ask("2025"))
    ((verdict, trace),) = [row for row in rows if row[0].scope.code == "district"]
    assert (verdict.value, verdict.status.value, verdict.bound) == (75, "not_applicable", None)
    assert [target.in_force for target in trace.targets] == [False]
    assert [(part.without, part.without_meets) for part in trace.parts] == [(90, None), (60, None)]


def test_a_ladder_on_the_actual_figure_shows_last_years(tmp_path: Path) -> None:
    source = catalogue(tmp_path, share(LADDER.replace("until: 2025", "until: 2025, on: actual")))
    all_of = {"C1": 100, "C2": 100}
    known = [
        *figures("2022", done={"C1": 60, "C2": 60}, all=all_of),
        *figures("2023", done={"C1": 70, "C2": 70}, all=all_of),
    ]
    rows = explain(source, known, ask("2023"))
    ((verdict, trace),) = [row for row in rows if row[0].scope.code == "commune"]
    assert trace.rises_from is not None
    (pool,) = trace.rises_from.pools
    assert (pool.period, pool.numerator, pool.denominator) == ("2022", 120, 200)
    assert [target.bound for target in trace.targets if target.in_force] == [verdict.bound] == [80]


def test_second_figures_have_their_pools(tmp_path: Path) -> None:
    also = "also: [{reading: A46, name: {vi: Khác, en: Other}, numerator: [done], denominator: [all, open]}]"
    everyone = dict.fromkeys(POOLED, 10)
    known = figures("2024", done=everyone, all=everyone, open=everyone)
    ((verdict, trace),) = explain(catalogue(tmp_path, share(ALWAYS, more=also)), known, ask("2024"))
    (second,) = trace.also
    assert (second.reading, second.value, second.value) == ("A46", 50, verdict.also[0].value)
    assert [(one.item, one.numerator, one.denominator, one.value) for one in second.pool.sums] == [
        ("done", 1, 0, 50),
        ("all", 0, 1, 50),
        ("open", 0, 1, 50),
    ]


MILESTONE = f"""
  - id: measure
    area: TTHC
    name: {{vi: Kết nối, en: Connected}}
    kind: milestone
    numerator: [connected]
    targets:
      - {{due: 2022-06-30, {CITE}}}
"""


def test_who_said_yes_and_no_and_when(tmp_path: Path) -> None:
    known = [
        *figures("2022-H1", connected={"D1": False, "D2": True}),
        *figures("2022", connected={"D1": True, "D2": True}),
    ]
    ((verdict, trace),) = explain(catalogue(tmp_path, MILESTONE), known, ask("2022"))
    assert trace.ends == []
    answers = {answer.agency: answer for answer in trace.answers}
    assert [answer.name.vi for answer in trace.answers] == [f"Đơn vị {code}" for code in answers]
    assert [(cell.period, cell.value) for cell in answers["D1"].cells] == [("2022-H1", 0), ("2022", 1)]
    assert (answers["D1"].counted, str(answers["D1"].done_on)) == (1, "2022-12-31")
    assert (answers["D2"].counted, str(answers["D2"].done_on)) == (0, "2022-06-30")
    assert str(verdict.done_on) == "2022-12-31"


def test_who_has_not_answered(tmp_path: Path) -> None:
    known = [*figures("2022-H1", connected={"D1": False}), *figures("2022-H1", done={"A": 1})]
    ((_, trace),) = explain(catalogue(tmp_path, MILESTONE), known, ask("2022"))
    assert [(answer.agency, answer.counted, answer.done_on) for answer in trace.answers] == [
        ("D1", 0, None),
        ("D2", None, None),
    ]


@pytest.mark.parametrize("kind", SubmissionKind)
def test_a_submission_says_what_it_is(tmp_path: Path, kind: SubmissionKind) -> None:
    known = Evidence(
        tuple(figures("2024", done={"A": 8}, all={"A": 10})),
        submissions=(replace(SUBMISSION, kind=kind, number=2),),
    )
    found = evaluate(
        catalogue(tmp_path, share(ALWAYS)), registry(), known, replace(ask("2024"), tracing=Tracing.ALL)
    )
    assert found.traces is not None
    (cell,) = figure_of(only_pool(found.traces[0]), "A", "done").cells
    assert (cell.report, cell.number) == (kind.value, 2)
