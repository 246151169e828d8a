"""What stands first: who has reported, provisional or final, and what changed since the period before."""

from collections.abc import Iterator

from cchc_cli.comparison.arrangement import flips
from cchc_cli.comparison.comparison import Direction, Pair
from cchc_cli.dossier import Reporting, row_key
from cchc_cli.language import Text, joined
from cchc_cli.period import Period
from cchc_cli.reports.comparison_words import (
    DIRECTION,
    NOTHING_CHANGED,
    difference_lines,
    flips_words,
    moves_words,
)
from cchc_cli.reports.counting import is_final, leading
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.docx.selection import selection_sentence
from cchc_cli.reports.outcome import figure_text
from cchc_cli.reports.reporting_words import NO_EARLIER_FIGURES
from cchc_cli.reports.wording import FOR_STEERING, map_words, period_words, status_words
from cchc_cli.run import ScopeKind, Verdict

_REPORTING = Text(
    "{period}: {n}/{all} đơn vị phải báo cáo đã báo cáo số liệu",
    "{period}: {n} of {all} agencies have reported",
)
_MISSING = Text("chưa báo cáo {n}", "{n} have not")
_LATE = Text("nộp sau thời điểm chốt số liệu {n}", "{n} came after the cut-off")
_CUTOFF = Text("thời điểm chốt số liệu {day}", "cut-off {day}")
_PROVISIONAL = Text(
    "Số liệu tạm tính: {n} mục tiêu chưa có đủ đơn vị báo cáo.",
    "Provisional figures: for {n} targets not every agency has reported.",
)
_NOBODY = Text("Chưa có số liệu nào của kỳ báo cáo này.", "There are no figures of this period yet.")
_FINAL = Text("Số liệu chính thức.", "Final figures.")
_AGAINST = Text("So với {period}, {words}", "Compared with {period}: {words}")
_FLIP = Text(
    "{direction}: {name} ({scope}): từ “{before}”{old} sang “{after}”{new}",
    "{direction}: {name} ({scope}): from '{before}'{old} to '{after}'{new}",
)
_MORE = Text("{direction}: còn {n} kết quả nữa, xem Phụ lục.", "{direction}: {n} more, see the annex.")
_MOST = 8
"""Changes of one kind that the text names."""
_FIGURE = Text(", {figure}", ", {figure}")
_TEXT_AND_ANNEX = Text(
    "Phần thuyết minh nói về {newest}; Phụ lục nêu cả {others}.",
    "The text speaks of {newest}; the annex has {others} too.",
)
_NOT_JUDGED = Text(
    "Không có kết quả đánh giá nào: không có số liệu dùng được, hoặc không có mục tiêu nào được chọn.",
    "Nothing was judged: there are no usable figures, or no target was selected.",
)


def not_judged(material: Material) -> str:
    """Says that the run has no verdict; empty where it has."""
    return "" if material.newest.verdicts else material.say(_NOT_JUDGED)


def remarks(material: Material) -> Iterator[str]:
    """Which periods the text speaks of, on which map, and what was left out by whoever asked."""
    newest = material.dossier.period
    others = [each for each in dict.fromkeys(v.period for v in material.run.verdicts) if each != newest]
    if newest and others:
        words = ", ".join(_in_a_sentence(material, period) for period in others)
        yield material.say(_TEXT_AND_ANNEX, newest=_in_a_sentence(material, newest), others=words)
    if selection := selection_sentence(material):
        yield selection
    yield from (f"{line}." for line in map_words(material.run, material.language))
    if len({verdict.scope.code for verdict in leading(material.run) if _is_of_an_agency(verdict)}) > 1:
        yield f"{material.say(FOR_STEERING)}."


def _is_of_an_agency(verdict: Verdict) -> bool:
    return verdict.scope.kind is ScopeKind.AGENCY


def reporting_sentence(material: Material, reporting: Reporting) -> str:
    """How many agencies have reported for a period, how many have not, and how many came late."""
    period = period_words(reporting.period, material.language)
    parts = [material.say(_REPORTING, period=period, n=reporting.reporting, all=reporting.expected)]
    if reporting.missing:
        parts.append(material.say(_MISSING, n=len(reporting.missing)))
    if reporting.late:
        parts.append(material.say(_LATE, n=len(reporting.late)))
    if material.run.asked and material.run.asked.cutoff:
        parts.append(material.say(_CUTOFF, day=f"{material.run.asked.cutoff:%d/%m/%Y}"))
    return "; ".join(parts) + "."


def newest_reporting(material: Material) -> str:
    """The sentence of the newest period; empty where nothing is judged."""
    reporting = _newest(material)
    return reporting_sentence(material, reporting) if reporting else ""


def standing(material: Material) -> str:
    """Whether the figures are provisional or final; empty where that cannot be said."""
    reporting = _newest(material)
    if reporting is None or not material.newest.verdicts:
        return ""
    if not reporting.reporting:
        return material.say(_NOBODY)
    provisional = sum(verdict.provisional for verdict in material.newest.verdicts)
    if provisional:
        return material.say(_PROVISIONAL, n=provisional)
    return material.say(_FINAL) if is_final([reporting], material.newest.verdicts) else ""


def _newest(material: Material) -> Reporting | None:
    found = (each for each in material.dossier.reporting if each.period == material.dossier.period)
    return next(found, None)


def changes_sentence(material: Material) -> str:
    """How many verdicts changed since the period before."""
    if not material.newest.verdicts:
        return ""
    previous = material.dossier.previous_period
    if previous is None:
        return material.say(NO_EARLIER_FIGURES)
    pairs = _leading(material)
    told = joined([flips_words(pairs), moves_words(pairs)], " ") if pairs else NOTHING_CHANGED
    words = told.in_language(material.language)
    words = words[0].lower() + words[1:]
    return material.say(_AGAINST, period=_in_a_sentence(material, previous), words=words)


def changes(material: Material) -> Iterator[str]:
    """The verdicts that changed, the worst first, and how many more there are where they are many."""
    pairs = _leading(material)
    for direction in Direction:
        changed = flips(pairs, direction)
        for pair in changed[:_MOST]:
            yield _flip(material, direction, pair)
        if len(changed) > _MOST:
            yield material.say(_MORE, direction=DIRECTION[direction], n=len(changed) - _MOST)


def _leading(material: Material) -> list[Pair]:
    shown = {row_key(verdict) for verdict in material.newest.verdicts if not verdict.aspirational}
    return [pair for pair in material.dossier.changes if row_key(pair.new) in shown]


def _flip(material: Material, direction: Direction, pair: Pair) -> str:
    run, language = material.run, material.language
    old, new = (_figure(material, figure_text(run, side, language)) for side in (pair.old, pair.new))
    words = material.say(
        _FLIP,
        direction=DIRECTION[direction],
        name=pair.new.name,
        scope=pair.new.scope.name,
        before=status_words(pair.old, language),
        after=status_words(pair.new, language),
        old=old,
        new=new,
    )
    difference = difference_lines(run, pair, language)[:1]
    return f"{words} ({difference[0]})." if difference else f"{words}."


def _figure(material: Material, figure: str) -> str:
    return material.say(_FIGURE, figure=figure) if figure else ""


def _in_a_sentence(material: Material, period: str) -> str:
    return Period.parse(period).words_in_a_sentence.in_language(material.language)
