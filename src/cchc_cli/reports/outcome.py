"""What is reached and how much is missing, in words."""

from fractions import Fraction

from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.reports.numbers_text import (
    bound_of,
    decimal_text,
    exact,
    gap_text,
    held_to,
    meets,
    quantity_text,
    rounded,
    telling_text,
    value_of,
    value_text,
    with_unit,
)
from cchc_cli.reports.reporting_words import REPORTED, first_names
from cchc_cli.reports.requirement import asked_operator, bound_text, quantity_unit, unit_text
from cchc_cli.reports.wording import status_texts
from cchc_cli.run import AlsoFigure, LastKnown, Run, ScopeKind, Status, Verdict

_DONE = {
    "milestone": Text("đã hoàn thành {n}/{all}", "done by {n} of {all}"),
    "duty": Text("đã thực hiện {n}/{all}", "carried out by {n} of {all}"),
}
_DONE_ON = Text("ngày {day}", "on {day}")
_FELL = Text("giảm {value}", "reduced by {value}")
_ROSE = Text("tăng {value}", "increased by {value}")
_BELOW_BASE = Text("thấp hơn số liệu gốc {value}", "{value} below the baseline")
_ABOVE_BASE = Text("cao hơn số liệu gốc {value}", "{value} above the baseline")
_EARLIER = Text("{now}, số liệu gốc {before}", "{now}, baseline {before}")
_FROM_DOWN = Text("từ {before} còn {now}", "from {before} to {now}")
_FROM_UP = Text("từ {before} lên {now}", "from {before} to {now}")
_ONLY = Text("mới có {n}/{all} đơn vị", "only {n} of {all} agencies so far")
_WAITING = Text("chờ: {names}", "waiting for: {names}")
_WEIGHT = Text("chiếm {weight} mẫu số kỳ trước", "with {weight} of last period's denominator")
_LAST_KNOWN = Text("gần nhất: {period}: {value}", "last known: {period}: {value}")

_STILL = {
    "": Text("cần thêm {amount}", "needs {amount} more"),
    "reduce>=": Text("cần giảm thêm {amount}", "needs {amount} less"),
    "increase>=": Text("cần tăng thêm {amount}", "needs {amount} more"),
}
_SHORT = {
    "": Text("thiếu {amount} so với mức phải đạt", "{amount} short of the bound"),
    "reduce>=": Text("thiếu mức giảm {amount} so với mức phải đạt", "{amount} too many for the bound"),
    "increase>=": Text("thiếu mức tăng {amount} so với mức phải đạt", "{amount} short of the bound"),
}
THERE_ALREADY = Text("hiện bằng hoặc trên mức này", "at or above that bound already")
_POINTS = Text("điểm phần trăm", "percentage points")
_FEW = 3


def reached(run: Run, verdict: Verdict, language: Language) -> list[str]:
    """The figure, what it is made of, and who has reported; one line each."""
    lines = [figure_text(run, verdict, language), _parts(run, verdict, language)]
    return [*filter(None, lines), *reported(run, verdict, language)]


def reported(run: Run, verdict: Verdict, language: Language) -> list[str]:
    """Who has reported and who has not, and what was known last of a level that has ended; one line each."""
    lines = [coverage_text(verdict, language), _waiting(verdict, language)]
    if verdict.last_known is not None:
        lines.append(_last_known(run, verdict, verdict.last_known, language))
    return [line for line in lines if line]


def missing(run: Run, verdict: Verdict, language: Language) -> str:
    """How much is missing, in words that follow the status; empty where nothing is or none can say."""
    if verdict.status not in (Status.MISSED, Status.NOT_DUE):
        return ""
    value, bound = value_of(verdict), bound_of(verdict)
    if verdict.status is Status.NOT_DUE and value is not None and bound is not None and meets(value, bound):
        return THERE_ALREADY.in_language(language)
    amount = _shortfall(run, verdict, language) or _gap(run, verdict, language)
    if not amount:
        return ""
    words = _STILL if verdict.status is Status.NOT_DUE else _SHORT
    return words.get(asked_operator(verdict), words[""]).in_language(language).format(amount=amount)


def also_texts(verdict: Verdict, language: Language) -> list[str]:
    """The informative second figures that there are, each with the reading it belongs to."""
    return [also_text(also, language) for also in verdict.also if also.value is not None]


def also_text(also: AlsoFigure, language: Language) -> str:
    """One second figure, with the reading it belongs to."""
    unit = also.unit.in_language(language)
    value = "–" if also.value is None else with_unit(decimal_text(exact(also.value), 2, language), unit)
    bound = ""
    if also.bound is not None:
        least = quantity_text(rounded(exact(also.bound)), language)
        bound = f" (≥ {with_unit(least, unit)})"
    return f"{also.name.in_language(language)}: {value}{bound} ({also.reading})"


def figure_text(run: Run, verdict: Verdict, language: Language) -> str:
    """The value alone; empty where there is none."""
    value = value_text(verdict, unit_text(run, verdict, language), language) or ""
    if not value or verdict.kind != "change":
        return value
    # A change is counted in the direction asked for; the other way it is negative.
    rose = asked_operator(verdict).startswith("increase") != value.startswith("-")
    above, below = (_ABOVE_BASE, _BELOW_BASE) if _is_earlier(run, verdict) else (_ROSE, _FELL)
    words = above if rose else below
    return words.in_language(language).format(value=value.removeprefix("-"))


def _is_earlier(run: Run, verdict: Verdict) -> bool:
    """Whether a change is of a period before its baseline: then nothing has fallen or risen yet."""
    terms = run.glossary.indicators.get(verdict.indicator)
    if terms is None or terms.baseline is None:
        return False
    return Period.parse(verdict.period).end < Period.parse(terms.baseline).end


def _parts(run: Run, verdict: Verdict, language: Language) -> str:
    if verdict.numerator is None or verdict.denominator is None:
        return ""
    numerator = quantity_text(verdict.numerator, language)
    denominator = quantity_text(verdict.denominator, language)
    if verdict.kind in _DONE:
        done = _DONE[verdict.kind].in_language(language).format(n=numerator, all=denominator)
        day = verdict.done_on
        return f"{done}, {_DONE_ON.in_language(language).format(day=f'{day:%d/%m/%Y}')}" if day else done
    unit = quantity_unit(run, verdict, language)
    if verdict.kind == "change":
        words = _FROM_UP if verdict.numerator > verdict.denominator else _FROM_DOWN
        words = _EARLIER if _is_earlier(run, verdict) else words
        change = words.in_language(language).format(before=denominator, now=numerator)
        return with_unit(change, unit)
    return with_unit(f"{numerator} / {denominator}", unit)


def coverage_text(verdict: Verdict, language: Language) -> str:
    """How many have reported of those expected; empty for one agency alone."""
    reporting, expected = verdict.coverage.reporting, verdict.coverage.expected
    if expected <= 1 or verdict.scope.kind is ScopeKind.AGENCY:
        return ""
    words = REPORTED if reporting >= expected else _ONLY
    said = words.in_language(language).format(n=reporting, all=expected)
    weight = verdict.coverage.weight
    if weight is None or reporting >= expected:
        return said
    share = with_unit(decimal_text(exact(weight), 2, language), "%")
    return f"{said}, {_WEIGHT.in_language(language).format(weight=share)}"


def _waiting(verdict: Verdict, language: Language) -> str:
    """The first who have not reported, and how many more; not the row's own agency, nor everybody."""
    coverage = verdict.coverage
    missing = coverage.missing_names or [Text(code, code) for code in coverage.missing]
    if not missing or verdict.scope.kind is ScopeKind.AGENCY or verdict.status is Status.NOT_APPLICABLE:
        return ""
    if len(missing) > _FEW and not coverage.reporting:
        return ""
    names = first_names([name.in_language(language) for name in missing], _FEW, language)
    return _WAITING.in_language(language).format(names=names)


def _last_known(run: Run, verdict: Verdict, known: LastKnown, language: Language) -> str:
    """The value as far as it tells what became of it; of an agency in the words of steering."""
    unit, asked = unit_text(run, verdict, language), known.operator or ">="
    held = None if known.bound is None else held_to(asked, known.bound, None)
    value = "–" if known.value is None else telling_text(exact(known.value), held, unit, language)
    period = Period.parse(known.period).in_words(language)
    shown = _LAST_KNOWN.in_language(language).format(period=period, value=value)
    if known.bound is not None:
        shown += f" ({bound_text(verdict.kind, asked, known.bound, None, unit, language)})"
    words = status_texts(verdict.official)
    return f"{shown}, {words[known.status].in_language(language)}"


def _shortfall(run: Run, verdict: Verdict, language: Language) -> str:
    if not verdict.shortfall:
        return ""
    amount = quantity_text(verdict.shortfall, language)
    return with_unit(amount, quantity_unit(run, verdict, language))


def _gap(run: Run, verdict: Verdict, language: Language) -> str:
    if verdict.gap is None or exact(verdict.gap) >= Fraction(0):
        return ""
    unit = unit_text(run, verdict, language)
    points = _POINTS.in_language(language) if unit == "%" else unit
    return with_unit(gap_text(verdict.gap, language), points)
