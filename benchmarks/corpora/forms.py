"""Forms as offices send them back: `cchc template`'s own, filled in, saved by a real office program.

Only one form of each agency and set of items is saved so; for other periods its days and figures are
exchanged in the package, which takes some milliseconds. Where there is no office program, the forms are as
openpyxl writes them, which the examples are made with.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path

from benchmarks.corpora.office import office_program, save_again
from benchmarks.corpora.package import Package, package
from benchmarks.corpora.reports import province, reports
from cchc_cli.outgoing.form.content import FormContent, FormContents
from cchc_cli.outgoing.form.item_wording import days_asked, period_days, period_words
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from illustrative.form import form_workbook, letter_of, sent_on
from illustrative.province import Row
from illustrative.saving import save

_FIRST_DAY = date(1899, 12, 30)
_TITLE = "Số liệu minh họa"

Shape = tuple[Agency, tuple[str, ...], tuple[tuple[str, str], ...]]
"""What makes two forms of an agency alike but for days and numbers: items asked, and what is no number."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: whose, for when, and its file."""

    row: Row
    package: Package

    @property
    def name(self) -> str:
        """Its path within the corpus: a folder for each period."""
        return f"{self.row.of.period.start}/{self.row.of.code}.xlsx"


def forms(periods: Sequence[Period], count: int, saved_by_office: bool = True) -> Iterator[Form]:
    """The first so many forms, period by period; fewer where there are no more."""
    yield from forms_of(list(islice(reports(periods), count)), saved_by_office)


def forms_of(rows: Sequence[Row], saved_by_office: bool = True) -> Iterator[Form]:
    """A form for each row, in their order."""
    firsts: dict[Shape, Row] = {}
    for row in rows:
        firsts.setdefault(_shape(row), row)
    saved = dict(zip(firsts, _saved(list(firsts.values()), saved_by_office), strict=True))
    for row in rows:
        shape = _shape(row)
        yield Form(row, _exchanged(saved[shape], firsts[shape], row))


def _shape(row: Row) -> Shape:
    texts = tuple((code, value if isinstance(value, str) else "") for code, value in row.figures.items())
    return row.of.agency, tuple(item.code for item in row.asked), texts


def _saved(rows: Sequence[Row], saved_by_office: bool) -> list[Package]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / "ours" / f"{number}.xlsx" for number in range(len(rows))]
        for row, path in zip(rows, paths, strict=True):
            save(form_workbook(province(), row), path, _TITLE)
        if saved_by_office and office_program():
            paths = save_again(paths, Path(folder) / "office")
        return [package(path.read_bytes()) for path in paths]


def _exchanged(saved: Package, first: Row, row: Row) -> Package:
    if row is first:
        return saved
    numbers = {code: str(value) for code, value in row.figures.items() if not isinstance(value, str)}
    texts = {**_texts(first, row), **_marks(first, row)}
    exchanged = saved.with_texts(texts).with_figures(numbers)
    return exchanged.with_number(str(_serial(sent_on(first))), str(_serial(sent_on(row))))


def _texts(first: Row, row: Row) -> dict[str, str]:
    return dict(zip(_days(first), _days(row), strict=True))


def _marks(first: Row, row: Row) -> dict[str, str]:
    """The number of the letter."""
    return {letter_of(first): letter_of(row)}


def _serial(day: date) -> int:
    """A day as the cells of a workbook count it."""
    return (day - _FIRST_DAY).days


def _days(row: Row) -> list[str]:
    """The texts of a form that change with its period."""
    content = _content(row.of.agency, row.of.period)
    words = period_words(content.period)
    return [
        words,
        words[0].upper() + words[1:],
        period_days(content.days),
        *(days_asked(item, content.life, content.period) for item in row.asked),
    ]


@cache
def _contents(period: Period) -> FormContents:
    whole = province()
    return FormContents(whole.catalogue, whole.registry, period)


def _content(agency: Agency, period: Period) -> FormContent:
    contents = _contents(period)
    return contents.of(next(member for member in contents.members if agency in member.lives))
