"""The cells of the annex: one function a column, each giving lines."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cchc_cli.annex.source import Column
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.record import Number
from cchc_cli.reports.docx.areas import verdict_lines
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.numbers_text import quantity_text, with_unit
from cchc_cli.reports.outcome import also_texts, figure_text, reported
from cchc_cli.reports.places import place_text
from cchc_cli.reports.requirement import asked, quantity_unit, unit_text, window_words
from cchc_cli.reports.sections import sum_words
from cchc_cli.reports.wording import days_words
from cchc_cli.run import CitationRecord, Verdict
from cchc_cli.trace import Trace, TracedCell

_VALUE = Text("{words}: {value}", "{words}: {value}")
_BASELINE = Text("Số liệu gốc ({window})", "Baseline ({window})")
_DONE = Text("Số đơn vị đã hoàn thành", "Agencies that have done it")
_TO_DO = Text("Số đơn vị phải thực hiện", "Agencies that have to")
_AGENCIES = Text("{n} đơn vị", "{n} agencies")
_READING = Text("Cách hiểu: {codes}", "Reading: {codes}")
_NONE = "–"
_ATTESTED = ("milestone", "duty")


@dataclass(frozen=True, slots=True)
class Entry:
    """One verdict as the annex names it."""

    verdict: Verdict
    number: str
    name: str
    with_period: bool


def cell(material: Material, column: Column, entry: Entry) -> tuple[str, ...]:
    """What stands in a column about one verdict; a dash where there is nothing to say."""
    return tuple(line for line in _LINES[column](material, entry) if line) or (_NONE,)


def _number(material: Material, entry: Entry) -> list[str]:
    return [entry.number]


def _name(material: Material, entry: Entry) -> list[str]:
    scope = entry.verdict.scope.name.in_language(material.language)
    if entry.with_period:
        period = Period.parse(entry.verdict.period).words_in_a_sentence
        scope = f"{scope}, {period.in_language(material.language)}"
    return [entry.name, scope]


def _clause(material: Material, entry: Entry) -> list[str]:
    return list(dict.fromkeys(_place(citation, material.document) for citation in entry.verdict.citations))


def _place(citation: CitationRecord, usual: str) -> str:
    return citation.place if citation.document == usual else f"{citation.document}, {citation.place}"


def _unit(material: Material, entry: Entry) -> list[str]:
    return [unit_text(material.run, entry.verdict, material.language)]


def _numerator(material: Material, entry: Entry) -> list[str]:
    verdict = entry.verdict
    terms = material.run.glossary.indicators.get(verdict.indicator)
    if verdict.kind in _ATTESTED:
        return [_counted(material, material.say(_DONE), verdict.numerator)]
    words = sum_words(material.run, terms.numerator, material.language) if terms else ""
    return [_counted(material, words, verdict.numerator, _quantity_unit(material, verdict))]


def _denominator(material: Material, entry: Entry) -> list[str]:
    verdict = entry.verdict
    terms = material.run.glossary.indicators.get(verdict.indicator)
    if verdict.kind in _ATTESTED:
        return [_counted(material, material.say(_TO_DO), verdict.denominator)]
    words = sum_words(material.run, terms.denominator, material.language) if terms else ""
    if verdict.kind == "change" and terms and terms.baseline:
        window = window_words(Period.parse(terms.baseline), material.language)
        words = material.say(_BASELINE, window=window)
    return [_counted(material, words, verdict.denominator, _quantity_unit(material, verdict))]


def _quantity_unit(material: Material, verdict: Verdict) -> str:
    return quantity_unit(material.run, verdict, material.language)


def _counted(material: Material, words: str, value: Number | None, unit: str = "") -> str:
    if value is None:
        return words
    figure = with_unit(quantity_text(value, material.language), unit)
    return material.say(_VALUE, words=words, value=figure) if words else figure


def _result(material: Material, entry: Entry) -> list[str]:
    verdict = entry.verdict
    if verdict.done_on is not None:
        return [f"{verdict.done_on:%d/%m/%Y}"]
    if verdict.kind in _ATTESTED and verdict.numerator is not None:
        done, expected = verdict.numerator, verdict.denominator or 0
        return ["/".join(quantity_text(number, material.language) for number in (done, expected))]
    return [figure_text(material.run, verdict, material.language)]


def _target(material: Material, entry: Entry) -> list[str]:
    return asked(material.run, entry.verdict, material.language)


def _verdict(material: Material, entry: Entry) -> list[str]:
    return verdict_lines(material, entry.verdict)


def _lead(material: Material, entry: Entry) -> list[str]:
    return [material.lead(entry.verdict)]


def _source(material: Material, entry: Entry) -> list[str]:
    """Workbook, sheet and cell where one agency reports; else how many agencies are added up."""
    verdict = entry.verdict
    trace = material.dossier.trace(verdict)
    if trace is None:
        return _places(material, ((one.file, one.sheet, one.cell) for one in verdict.cells))
    agencies, cells = _behind(trace)
    if agencies > 1:
        return [material.say(_AGENCIES, n=quantity_text(agencies, material.language))]
    kept = [one.document or material.file(one.file) for one in cells if one.report == "kept"]
    sent = [one for one in cells if one.report != "kept"]
    return [*_places(material, ((one.file, one.sheet, one.cell) for one in sent)), *dict.fromkeys(kept)]


def _behind(trace: Trace) -> tuple[int, list[TracedCell]]:
    """How many agencies are added up in one period, and the cells that their figures stand in."""
    pools = [pool for end in trace.ends for pool in end.pools]
    entered = [[member for member in pool.members if member.numerator is not None] for pool in pools]
    answers = [answer for answer in trace.answers if answer.counted is not None]
    cells = [
        one
        for member in (member for members in entered for member in members)
        for figure in member.figures
        for one in figure.cells
    ]
    cells += [answer.cells[answer.counted] for answer in answers if answer.counted is not None]
    return max([len(answers), *map(len, entered)]), cells


def _places(material: Material, cells: Iterable[tuple[str, str | None, str | None]]) -> list[str]:
    """Each sheet once, with its cells: `SNV.xlsx › Số liệu!D17, D18`."""
    sheets: dict[tuple[str, str | None], dict[str, None]] = {}
    for file, sheet, cell_name in cells:
        sheets.setdefault((material.file(file), sheet), {})[cell_name or ""] = None
    return [
        place_text(file, sheet, ", ".join(filter(None, named))) for (file, sheet), named in sheets.items()
    ]


def _remarks(material: Material, entry: Entry) -> list[str]:
    verdict, language = entry.verdict, material.language
    reading = [material.say(_READING, codes=verdict.reading)] if verdict.reading else []
    return [
        *reported(material.run, verdict, language),
        *also_texts(verdict, language),
        *_days(material, verdict),
        *reading,
    ]


def _days(material: Material, verdict: Verdict) -> Iterator[str]:
    for window in material.run.glossary.windows.get(verdict.indicator, ()):
        if window.period == verdict.period:
            yield days_words(window, material.language)


_LINES: dict[Column, Callable[[Material, Entry], list[str]]] = {
    Column.NUMBER: _number,
    Column.NAME: _name,
    Column.CLAUSE: _clause,
    Column.UNIT: _unit,
    Column.NUMERATOR: _numerator,
    Column.DENOMINATOR: _denominator,
    Column.RESULT: _result,
    Column.TARGET: _target,
    Column.VERDICT: _verdict,
    Column.LEAD: _lead,
    Column.SOURCE: _source,
    Column.REMARKS: _remarks,
}
