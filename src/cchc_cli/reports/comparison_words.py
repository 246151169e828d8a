"""The words of a comparison: headings, remarks, what stood and what stands."""

from collections.abc import Iterable
from fractions import Fraction

from cchc_cli.comparison.arrangement import flips, leading, moves, new_targets
from cchc_cli.comparison.comparison import (
    AgencyChange,
    Comparison,
    Direction,
    Named,
    Pair,
    PeriodPair,
    Remark,
    Reorganisation,
    Side,
)
from cchc_cli.language import Language, Text
from cchc_cli.period import Period
from cchc_cli.reports.numbers_text import gap_text, quantity_text, with_unit
from cchc_cli.reports.outcome import reached
from cchc_cli.reports.requirement import asked, quantity_unit, unit_text
from cchc_cli.reports.wording import ASPIRATIONAL, SIGN, map_words, period_words, status_words
from cchc_cli.run import Run, Verdict

TITLE = Text("So sánh kết quả", "What changed")
OLD, NEW = Text("Trước", "Old"), Text("Sau", "New")
DIFFERENCE = Text("Chênh lệch", "Difference")
DIRECTION = {
    Direction.WORSE: Text("Kém hơn trước", "Worse than before"),
    Direction.DUE: Text("Đã đến hạn", "Come due"),
    Direction.BETTER: Text("Tốt hơn trước", "Better than before"),
    Direction.OTHER: Text("Đổi khác", "Changed otherwise"),
}
REORGANISATION = {
    Reorganisation.MERGED: Text("Hợp nhất, sáp nhập", "Merged"),
    Reorganisation.SPLIT: Text("Chia, tách", "Split"),
    Reorganisation.REORGANISED: Text("Sắp xếp lại", "Reorganised"),
    Reorganisation.RENAMED: Text("Đổi tên hoặc đổi mã", "Renamed or under another code"),
    Reorganisation.APPEARED: Text("Mới có", "New"),
    Reorganisation.ENDED: Text("Chấm dứt", "Ended"),
}
NOTHING_CHANGED = Text("Không có gì thay đổi.", "Nothing has changed.")
NEW_FINDINGS = Text("Nội dung cần xử lý mới", "New findings")

_SIDE = Text("{label}: {source}; {what}", "{label}: {source}; {what}")
_SAVED = Text("kết quả đã lưu, {files} tệp số liệu", "a saved run; workbooks: {files}")
_READ = Text("{files} tệp số liệu", "workbooks: {files}")
_AGAINST = Text("Kỳ: {new} so với {old}.", "Periods: {new} against {old}.")
_SAME_PERIOD = Text("Kỳ: {period}.", "Period: {period}.")
_ONE_SIDE = Text("Chỉ có ở một bên, không so sánh: {periods}.", "On one side only, not compared: {periods}.")
_FLIPS = Text(
    "Đổi kết quả: {n} (kém hơn {worse}, đã đến hạn {due}, tốt hơn {better}, khác {other}).",
    "Verdicts that changed: {n} (worse {worse}, come due {due}, better {better}, otherwise {other}).",
)
_NEW_MISSED = Text("Không đạt mà trước không như vậy: {n}.", "Newly missed: {n}.")
_MOVED = Text("Giá trị thay đổi: {n}.", "Values that moved: {n}.")
_TARGETS = Text("Mục tiêu mới có hiệu lực hoặc đã đổi: {n}.", "Targets newly in force, or changed: {n}.")
_CORRECTIONS = Text("Số liệu thay đổi: {n}.", "Figures changed: {n}.")
_FINDINGS = Text("Nội dung cần xử lý: mới {new}, không còn {fixed}.", "Findings: new {new}, gone {fixed}.")
_REMARKS = {
    Remark.OTHER_PERIODS: Text(
        "Hai bên không có kỳ chung: kỳ mới nhất của mỗi bên đứng cạnh nhau; nội dung cần xử lý không so từng "
        "mục.",
        "The sides have no period in common: the newest of each stand against each other; findings are not "
        "compared.",
    ),
    Remark.OTHER_MAP: Text(
        "Hai bên quy về danh mục đơn vị của hai ngày khác nhau (--as-of): kết quả có thể khác vì thế.",
        "The sides are on the maps of two different days (--as-of): verdicts may differ for that reason.",
    ),
    Remark.OTHER_CATALOGUE: Text(
        "Hai bên dùng hai danh mục chỉ tiêu khác nhau: kết quả có thể khác vì danh mục.",
        "The sides were judged by different catalogues: verdicts may differ for that reason.",
    ),
    Remark.OTHER_AGENCIES: Text(
        "Hai bên dùng hai danh mục đơn vị khác nhau: kết quả có thể khác vì danh mục.",
        "The sides were judged by different registries: verdicts may differ for that reason.",
    ),
    Remark.NO_VERDICTS_OLD: Text("Bên trước không có kết quả đánh giá.", "The old side has no verdicts."),
    Remark.NO_VERDICTS_NEW: Text("Bên sau không có kết quả đánh giá.", "The new side has no verdicts."),
    Remark.NO_OBSERVATIONS_OLD: Text(
        "Kết quả đã lưu ở bên trước không kèm số liệu (--with observations): không thấy được số liệu đính "
        "chính.",
        "The saved run on the old side is without its figures (--with observations): corrections cannot be "
        "seen.",
    ),
    Remark.NO_OBSERVATIONS_NEW: Text(
        "Kết quả đã lưu ở bên sau không kèm số liệu (--with observations): không thấy được số liệu đính "
        "chính.",
        "The saved run on the new side is without its figures (--with observations): corrections cannot be "
        "seen.",
    ),
}
_NO_TARGET = Text("chưa có mục tiêu nào có hiệu lực", "no target was in force")
_POINTS = Text("điểm phần trăm", "percentage points")
_SINCE = Text("từ {day}", "since {day}")
_AGENCY = Text("{name} ({code})", "{name} ({code})")


def side_line(side: Side, label: Text, language: Language) -> str:
    """What stands on one side."""
    what = (_SAVED if side.saved else _READ).filled(files=len(side.run.inputs))
    line = _SIDE.filled(label=label, source=side.source, what=what).in_language(language)
    return "; ".join([line, *map_words(side.run, language)])


def period_lines(periods: Iterable[PeriodPair], language: Language) -> list[str]:
    """Which periods stand against each other, and which against none."""
    lines, alone = [], []
    for pair in periods:
        if pair.old is None or pair.new is None:
            alone.append(period_words(pair.old or pair.new or "", language))
        elif pair.is_apart:
            old, new = (Period.parse(period).words_in_a_sentence for period in (pair.old, pair.new))
            lines.append(_AGAINST.filled(old=old, new=new).in_language(language))
        else:
            period = period_words(pair.new, language)
            lines.append(_SAME_PERIOD.in_language(language).format(period=period))
    if alone:
        lines.append(_ONE_SIDE.in_language(language).format(periods=", ".join(alone)))
    return lines


def remark_lines(comparison: Comparison, language: Language) -> list[str]:
    """What a reader must know before believing a difference."""
    return [_REMARKS[remark].in_language(language) for remark in comparison.remarks]


def headline(comparison: Comparison, language: Language) -> str:
    """Everything in one paragraph."""
    pairs = leading(comparison)
    parts = [
        flips_words(pairs),
        _NEW_MISSED.filled(n=len(comparison.new_missed)),
        moves_words(pairs),
        _TARGETS.filled(n=len(new_targets(pairs))),
    ]
    apart = any(pair.is_apart for pair in comparison.periods)
    if comparison.corrections or (comparison.corrections is not None and not apart):
        parts.append(_CORRECTIONS.filled(n=len(comparison.corrections)))
    if comparison.findings is not None:
        found = comparison.findings
        parts.append(_FINDINGS.filled(new=len(found.new), fixed=len(found.fixed)))
    return " ".join(part.in_language(language) for part in parts)


def flips_words(pairs: Iterable[Pair]) -> Text:
    """How many verdicts changed, and where they went."""
    listed = list(pairs)
    counts = {direction.value: len(flips(listed, direction)) for direction in Direction}
    return _FLIPS.filled(n=len(flips(listed)), **counts)


def moves_words(pairs: Iterable[Pair]) -> Text:
    """How many values moved."""
    return _MOVED.filled(n=len(moves(pairs)))


def is_unchanged(comparison: Comparison) -> bool:
    """Whether there is nothing to tell."""
    found = comparison.findings
    return not (
        any(pair.is_changed for pair in comparison.pairs)
        or comparison.only_old
        or comparison.only_new
        or comparison.reorganised
        or comparison.stopped
        or comparison.started
        or comparison.corrections
        or (found and (found.new or found.fixed))
    )


def row_name(verdict: Verdict, with_period: bool, language: Language) -> list[str]:
    """What a verdict is about; one line each."""
    scope = verdict.scope.name.in_language(language)
    if with_period:
        scope += f", {period_words(verdict.period, language)}"
    label = [ASPIRATIONAL.in_language(language)] if verdict.aspirational else []
    return [verdict.name.in_language(language), scope, *label]


def stand_lines(run: Run, verdict: Verdict, language: Language) -> list[str]:
    """Status, figure and what is asked; one line each."""
    words = f"{SIGN[verdict.status]} {status_words(verdict, language)}"
    return [words, *reached(run, verdict, language)[:1], asked_line(run, verdict, language)]


def figure_lines(run: Run, verdict: Verdict, language: Language) -> list[str]:
    """The value; of a change also from what to what."""
    return reached(run, verdict, language)[: 2 if verdict.kind == "change" else 1]


def asked_line(run: Run, verdict: Verdict, language: Language) -> str:
    """What is asked and by when, on one line."""
    return " ".join(asked(run, verdict, language)[:2])


def asked_before(run: Run, verdict: Verdict, language: Language) -> str:
    """The target that was in force."""
    return (
        _NO_TARGET.in_language(language) if verdict.operator is None else asked_line(run, verdict, language)
    )


def difference_lines(run: Run, pair: Pair, language: Language) -> list[str]:
    """How far a value moved; of a change also how far the figure itself."""
    unit = unit_text(run, pair.new, language)
    points = _POINTS.in_language(language) if unit == "%" else unit
    lines = [_signed(pair.difference, points, language)]
    if pair.counted:
        size = quantity_text(abs(pair.counted), language)
        sign = "+" if pair.counted > 0 else "-"
        lines.append(with_unit(f"{sign}{size}", quantity_unit(run, pair.new, language)))
    return [line for line in lines if line]


def _signed(number: Fraction | None, unit: str, language: Language) -> str:
    if not number:
        return ""
    size = gap_text(float(number), language)
    return with_unit(f"{'+' if number > 0 else '-'}{size}", unit)


def agency_words(agency: Named, language: Language) -> str:
    """An agency's name and code."""
    return _AGENCY.filled(name=agency.name, code=agency.code).in_language(language)


def reorganisation_lines(change: AgencyChange, language: Language) -> list[str]:
    """What happened, and since when."""
    words = REORGANISATION[change.kind].in_language(language)
    if change.since is None:
        return [words]
    return [words, _SINCE.in_language(language).format(day=f"{change.since:%d/%m/%Y}")]
