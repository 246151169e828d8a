"""The corpora that benchmarks measure with hold what they promise."""

import csv
import io
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks.corpora.calendar import five_days, months, ten_days
from benchmarks.corpora.corpus import Sizes, form_paths, make_corpus
from benchmarks.corpora.forms import Form, forms, forms_of
from benchmarks.corpora.odd import EVERY, odd
from benchmarks.corpora.package import package
from benchmarks.corpora.reports import province, reports
from openpyxl import load_workbook

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.cli.call import Sources
from cchc_cli.cli.reading import Ground, read_submissions
from cchc_cli.intake.intake import Intake
from cchc_cli.period import Period
from illustrative.form import form_workbook, sent_on
from illustrative.province import Row

A_FEW = 3
PERIODS = [Period.parse("2024-01-01..2024-01-31"), Period.parse("2024-02-01..2024-02-29")]


@cache
def few() -> tuple[Form, ...]:
    """As our own writer makes them: the office program takes seconds to start."""
    return tuple(forms(PERIODS, A_FEW, saved_by_office=False))


def read(folder: Path) -> Intake:
    whole = province()
    catalogue: Catalogue = whole.catalogue
    return read_submissions(Sources([str(folder)]), Ground(catalogue, whole.registry))


def written(folder: Path, contents: list[bytes]) -> Path:
    for number, content in enumerate(contents):
        (folder / f"{number}.xlsx").write_bytes(content)
    return folder


@pytest.mark.parametrize(("periods", "count"), [(months(), 60), (ten_days(), 180), (five_days(), 360)])
def test_periods_cover_the_programme_and_share_no_day(periods: list[Period], count: int) -> None:
    assert len(periods) == count
    assert (str(periods[0].start), str(periods[-1].end)) == ("2021-01-01", "2025-12-31")
    for one, following in pairwise(periods):
        assert (following.start - one.end).days == 1


def test_forms_are_read_without_findings(tmp_path: Path) -> None:
    intake = read(written(tmp_path, [form.package.content() for form in few()]))
    assert [finding.code for finding in intake.findings] == []
    assert len({(figure.agency, figure.period) for figure in intake.observations}) == A_FEW


def test_the_days_and_figures_of_a_form_are_exchanged_everywhere() -> None:
    """What is made from the form of another period says in every cell what a form of its own would say."""
    whole = province()
    rows = [row for row in reports(PERIODS) if row.of.code == "VPUBND"]
    first, later = forms_of(rows, saved_by_office=False)
    assert (str(first.row.of.period), str(later.row.of.period)) == (str(PERIODS[0]), str(PERIODS[1]))
    exchanged = load_workbook(io.BytesIO(later.package.content()))
    for sheet in form_workbook(whole, later.row).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                found = exchanged[sheet.title][cell.coordinate].value
                assert str(found).removesuffix(" 00:00:00") == str(cell.value), cell.coordinate


def test_the_same_bytes_come_out_twice() -> None:
    again = [form.package.content() for form in forms(PERIODS, A_FEW, saved_by_office=False)]
    assert again == [form.package.content() for form in few()]


def test_every_fifth_figure_is_odd(tmp_path: Path) -> None:
    clean = [form.package for form in few()]
    figures = [len(form.numbered_items()) for form in clean]
    spoilt = [package(form.content()) for form in odd(clean)]
    intake = read(written(tmp_path, [form.content() for form in spoilt]))
    codes = {finding.code for finding in intake.findings}
    assert {"value-not-whole", "value-ambiguous", "cell-error", "formula-without-value"} <= codes
    changed = sum(
        before != after
        for one, other in zip(clean, spoilt, strict=True)
        for before, after in zip(cells(one.figures), cells(other.figures), strict=True)
    )
    assert changed == sum(figures) // EVERY


def cells(figures: str) -> list[str]:
    return figures.split("<c ")


def test_a_corpus_is_made_once(tmp_path: Path) -> None:
    sizes = Sizes(rows=5, figures=60)
    made = make_corpus("large-matrix", tmp_path, sizes)
    path = tmp_path / "large-matrix" / "matrix.xlsx"
    before = path.stat().st_mtime_ns, path.read_bytes()
    assert make_corpus("large-matrix", tmp_path, sizes) == made
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    assert len(read(path.parent).submissions) == 1
    assert form_paths(path.parent) == []


def test_large_tables_have_the_rows_and_figures_asked_for(tmp_path: Path) -> None:
    make_corpus("large-csv", tmp_path, Sizes(figures=60))
    text = (tmp_path / "large-csv" / "figures.csv").read_text(encoding="utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text), delimiter=";")
    filled = sum(cell != "" for row in rows for cell in row[3:])
    assert 60 <= filled < 60 + len(header)
    assert len(read(tmp_path / "large-csv").observations) > 0


def test_letters_of_short_periods_are_not_older_than_the_period() -> None:
    rows = (row for row in reports(ten_days()[:6]) if row.of.code in ("VPUBND", "815"))
    assert all(sent_on(row) >= row.of.period.start for row in rows)


def test_every_figure_of_the_corpora_is_read(tmp_path: Path) -> None:
    """A corpus that is refused, or set aside, would be measured as a very fast one."""
    forms_read = read(written(tmp_path, [form.package.content() for form in forms_of(short_rows(), False)]))
    assert not forms_read.findings
    assert len(forms_read.observations) == sum(len(row.figures) for row in short_rows())


@pytest.mark.parametrize("name", ["large-csv", "large-matrix"])
def test_every_figure_of_a_large_table_is_read(name: str, tmp_path: Path) -> None:
    make_corpus(name, tmp_path, Sizes(rows=5, figures=100))
    intake = read(tmp_path / name)
    assert not intake.findings
    assert len(intake.observations) >= 100


def test_full_tables_stay_within_what_is_read(tmp_path: Path) -> None:
    """The cells of a file are limited, and blank ones count."""
    make_corpus("large-csv", tmp_path, Sizes(figures=1000))
    text = (tmp_path / "large-csv" / "figures.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    filled = sum(cell != "" for row in rows for cell in row)
    assert filled / sum(map(len, rows)) > 0.9


def short_rows() -> list[Row]:
    return [row for row in reports(ten_days()[:3]) if row.of.code == "VPUBND"]


def test_a_corpus_that_falls_short_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.corpora.tables.five_days", lambda: five_days()[:1])
    with pytest.raises(ValueError, match=r"only \d+ of 5000 could"):
        make_corpus("large-matrix", tmp_path, Sizes(rows=5000))
