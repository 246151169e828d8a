"""What is asked, in words: "≥ 80%", "giảm ≥ 10% so với năm 2021", by when."""

from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import quantity_text, with_unit
from cchc_cli.run import Note, Run, Status, Verdict

_DONE = {
    "milestone": Text("hoàn thành", "done"),
    "duty": Text("thực hiện", "carried out"),
}
_FIXED_ELSEWHERE = Text("theo tỷ lệ quy định riêng", "a rate fixed elsewhere")
_TEMPLATES = {
    ">=": Text("≥ {bound}", "≥ {bound}"),
    ">": Text("> {bound}", "> {bound}"),
    "reduce>=": Text("giảm ≥ {bound}", "reduced by ≥ {bound}"),
    "increase>=": Text("tăng ≥ {bound}", "increased by ≥ {bound}"),
}
_BANDS = {
    "between": Text("{bound}–{upper}", "{bound}–{upper}"),
    "within": Text("trong khoảng {bound}–{upper}", "within {bound}–{upper}"),
}
_AGAINST = Text(" so với {baseline}", " against {baseline}")
_YEARS = Text("giai đoạn {first} - {last}", "the years {first} - {last}")
_BY = Text("đến {due}", "by {due}")
_KEPT = Text("duy trì từ {due}", "kept since {due}")
_THEN = Text("sau đó {target}", "then {target}")
_EVERY_YEAR = Text("hằng năm", "every year")
_EVERY_PERIOD = Text("mọi kỳ báo cáo", "every period")


def asked(run: Run, verdict: Verdict, language: Language) -> list[str]:
    """What is asked and by when, one line each; of the next target where none is in force yet."""
    if verdict.operator is None:
        return _following(run, verdict, language)
    what = _bound(run, verdict, verdict.operator, verdict.bound, verdict.upper, language)
    lines = [what, _when(verdict, language)]
    following = _following(run, verdict, language) if Note.KEPT_FLOOR in verdict.notes else []
    return [*lines, _THEN.in_language(language).format(target=" ".join(following))] if following else lines


def _following(run: Run, verdict: Verdict, language: Language) -> list[str]:
    if verdict.next is None:
        return []
    following = verdict.next
    what = _bound(run, verdict, following.operator, following.bound, following.upper, language)
    due = following.due
    return [what, _BY.in_language(language).format(due=f"{due:%d/%m/%Y}")] if due else [what]


def asked_operator(verdict: Verdict) -> str:
    """The operator in force, else the next one's; empty where nothing is asked."""
    return verdict.operator or (verdict.next.operator if verdict.next else "")


def unit_text(run: Run, verdict: Verdict, language: Language) -> str:
    """The unit of value and bound; in the reader's language where an item of the indicator has it."""
    return _translated(run, verdict.indicator, verdict.unit, language)


def quantity_unit(run: Run, verdict: Verdict, language: Language) -> str:
    """The unit of numerator and shortfall; empty where no item says it."""
    terms = run.glossary.indicators.get(verdict.indicator)
    names = [run.glossary.items.get(term.item) for term in terms.numerator] if terms else []
    return next((name.unit.in_language(language) for name in names if name), "")


def _translated(run: Run, indicator: str, unit: str, language: Language) -> str:
    terms = run.glossary.indicators.get(indicator)
    for term in (*terms.numerator, *terms.denominator) if terms else ():
        name = run.glossary.items.get(term.item)
        if name and name.unit.vi == unit:
            return name.unit.in_language(language)
    return unit


def _bound(
    run: Run, verdict: Verdict, operator: str, bound: Number | None, upper: Number | None, language: Language
) -> str:
    unit = unit_text(run, verdict, language)
    return bound_text(verdict.kind, operator, bound, upper, unit, language) + _against(run, verdict, language)


def bound_text(
    kind: str, operator: str, bound: Number | None, upper: Number | None, unit: str, language: Language
) -> str:
    """What a target asks, without its date: "> 98%", "25%–35%", "hoàn thành"."""
    if operator == "done":
        return _DONE.get(kind, _DONE["milestone"]).in_language(language)
    if bound is None:
        return _FIXED_ELSEWHERE.in_language(language)
    ends = {"bound": with_unit(quantity_text(bound, language), unit)}
    if operator in _BANDS and upper is not None:
        ends["upper"] = with_unit(quantity_text(upper, language), unit)
        return _BANDS[operator].in_language(language).format(**ends)
    return _TEMPLATES.get(operator, _TEMPLATES[">="]).in_language(language).format(**ends)


def _against(run: Run, verdict: Verdict, language: Language) -> str:
    terms = run.glossary.indicators.get(verdict.indicator)
    if terms is None or terms.baseline is None:
        return ""
    return against(Period.parse(terms.baseline), language)


def against(baseline: Period, language: Language) -> str:
    """What a change is measured against, behind its bound: " so với năm 2021"."""
    return _AGAINST.in_language(language).format(baseline=window_words(baseline, language))


def window_words(window: Period, language: Language) -> str:
    """The years that a figure is taken from: "năm 2021", "giai đoạn 2021 - 2025"."""
    first, last = window.start.year, window.end.year
    if first != last and window == Period.between(Period.of_year(first).start, Period.of_year(last).end):
        return _YEARS.in_language(language).format(first=first, last=last)
    words = window.in_words(language)
    return words[0].lower() + words[1:]


def _when(verdict: Verdict, language: Language) -> str:
    if verdict.due is None:
        every = _EVERY_YEAR if verdict.judged == "year" else _EVERY_PERIOD
        return every.in_language(language)
    kept = Note.KEPT_FLOOR in verdict.notes and verdict.status is not Status.NOT_DUE
    return (_KEPT if kept else _BY).in_language(language).format(due=f"{verdict.due:%d/%m/%Y}")
