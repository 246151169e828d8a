"""The sentence that stands over every report: how many targets are due, met, missed, waiting.

Verdicts are counted, never judged. A level counts as one target. Floors kept from earlier years stand
apart from what is due now, and the undated 100 % duties in a block of their own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cchc_cli.language import Language, Text
from cchc_cli.reports.counting import nothing_text
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.pace_text import pace_counts
from cchc_cli.reports.wording import period_words, periods_shown
from cchc_cli.run import Note, Run, ScopeKind, Status, Verdict

_DUE = Text(
    "Đã đến hạn: {total} mục tiêu; đạt {met}, không đạt {missed}.",
    "Due targets: {total}; met {met}, missed {missed}.",
)
_NOT_DUE = Text("Chưa đến hạn {n}.", "Not due yet {n}.")
_NOT_EVALUABLE = Text("Chưa đủ cơ sở {n}.", "Not evaluable yet {n}.")
_KEPT = Text(
    "Duy trì mức các năm trước: {total}; đạt {met}, không đạt {missed}.",
    "Floors kept from earlier years: {total}; met {met}, missed {missed}.",
)
_NO_DATA = Text("Chưa có số liệu {n}.", "No data yet {n}.")
_NOT_APPLICABLE = Text("Không thuộc đối tượng áp dụng {n}.", "Not applicable {n}.")
_INCONCLUSIVE = Text("Chưa kết luận được {n}.", "Inconclusive {n}.")
_STANDING = Text(
    "Yêu cầu thường xuyên 100%: {total} mục tiêu; đạt {met}, không đạt {missed}.",
    "Standing 100% duties: {total}; met {met}, missed {missed}.",
)
_ASPIRATIONAL = Text("Chỉ tiêu phấn đấu: {total}; đạt {met}.", "Aspirational: {total}; met {met}.")
_STEERING = Text(
    "Phục vụ điều hành, không tính vào kết quả chung: {total} dòng; "
    "bằng hoặc trên mức của cấp {met}, dưới mức của cấp {missed}.",
    "For steering, outside the counts above: {total}; "
    "at or above the level's bound {met}, below it {missed}.",
)
_STEERING_ASPIRATIONAL = Text(
    "Chỉ tiêu phấn đấu, phục vụ điều hành: {total} dòng; bằng hoặc trên mức của cấp {met}.",
    "Aspirational, for steering: {total}; at or above the level's bound {met}.",
)

_ONE_AGENCY = Text(
    "{name}: số liệu của riêng một đơn vị báo cáo, không phải số liệu toàn tỉnh.",
    "{name}: the figures of one reporting agency alone, not those of the province.",
)


def headline(run: Run, language: Language) -> list[str]:
    """One paragraph for each group of each period; the period is named where there are several.

    Where there was nothing to judge on, that comes first.
    """
    by_period: dict[str, list[Verdict]] = {period: [] for period in periods_shown(run)}
    for verdict in run.verdicts:
        by_period[verdict.period].append(verdict)
    lines = [line for line in [nothing_text(run, language)] if line]
    for period, verdicts in by_period.items():
        name = f"{period_words(period, language)}: " if len(by_period) > 1 else ""
        lines += [name + line for line in _paragraphs(verdicts, _left_out(run, period), language)]
    return lines


def is_standing(verdict: Verdict) -> bool:
    """An undated duty: 100 % in every period, or attested in every period."""
    asked = verdict if verdict.operator is not None else verdict.next
    if asked is None or asked.due is not None:
        return False
    return asked.bound == 100 or asked.operator == "done"


def _left_out(run: Run, period: str) -> Iterator[Status]:
    """What `--top` leaves out is counted all the same."""
    for rows in run.left_out:
        if rows.period == period:
            yield from Counter(rows.statuses).elements()


def _paragraphs(verdicts: list[Verdict], left_out: Iterable[Status], language: Language) -> list[str]:
    official = [verdict for verdict in verdicts if verdict.official and not verdict.aspirational]
    standing = [verdict for verdict in official if is_standing(verdict)]
    dated = [verdict for verdict in official if not is_standing(verdict)]
    parts = []
    if dated or not standing:
        parts.append(_dated(dated, language))
    pace = pace_counts(official or verdicts, language)
    if standing:
        statuses = _statuses(standing)
        parts.append(_counts(_STANDING, statuses, language) + _waiting(statuses, language))
    aspirational = [verdict for verdict in verdicts if verdict.official and verdict.aspirational]
    unofficial = [verdict for verdict in verdicts if not verdict.official]
    if unofficial and not official:
        parts = []
    if aspirational:
        parts.append(_counts(_ASPIRATIONAL, _statuses(aspirational), language))
    return [*parts, *_steering(unofficial, left_out, language), *filter(None, [pace])]


def _steering(verdicts: list[Verdict], left_out: Iterable[Status], language: Language) -> list[str]:
    if not verdicts:
        return []
    statuses = [*_statuses(each for each in verdicts if not each.aspirational), *left_out]
    lines = [_counts(_STEERING, statuses, language) + _waiting(statuses, language)] if statuses else []
    aspirational = _statuses(each for each in verdicts if each.aspirational)
    if aspirational:
        lines.append(_counts(_STEERING_ASPIRATIONAL, aspirational, language))
    names = {verdict.scope.code: verdict.scope.name for verdict in verdicts}
    if len(names) == 1 and verdicts[0].scope.kind is ScopeKind.AGENCY:
        name = verdicts[0].scope.name.in_language(language)
        lines.append(_ONE_AGENCY.in_language(language).format(name=name))
    return lines


def _dated(verdicts: list[Verdict], language: Language) -> str:
    kept = [verdict for verdict in verdicts if Note.KEPT_FLOOR in verdict.notes]
    due = [verdict for verdict in verdicts if Note.KEPT_FLOOR not in verdict.notes]
    statuses = _statuses(verdicts)
    sentence = _counts(_DUE, _judged(due), language)
    sentence += _count_of(Status.NOT_DUE, _NOT_DUE, statuses, language)
    sentence += _count_of(Status.NOT_EVALUABLE, _NOT_EVALUABLE, statuses, language)
    judged_kept = _judged(kept)
    if judged_kept:
        sentence += " " + _counts(_KEPT, judged_kept, language)
    for status, words in _REMAINING:
        sentence += _count_of(status, words, statuses, language)
    return sentence


_REMAINING = (
    (Status.NO_DATA, _NO_DATA),
    (Status.INCONCLUSIVE, _INCONCLUSIVE),
    (Status.NOT_APPLICABLE, _NOT_APPLICABLE),
)


def _waiting(statuses: Sequence[Status], language: Language) -> str:
    named = ((Status.NOT_DUE, _NOT_DUE), (Status.NOT_EVALUABLE, _NOT_EVALUABLE), *_REMAINING)
    return "".join(_count_of(status, words, statuses, language) for status, words in named)


def _statuses(verdicts: Iterable[Verdict]) -> list[Status]:
    return [verdict.status for verdict in verdicts]


def _judged(verdicts: Iterable[Verdict]) -> list[Status]:
    return [status for status in _statuses(verdicts) if status in (Status.MET, Status.MISSED)]


def _counts(words: Text, statuses: Sequence[Status], language: Language) -> str:
    count = Counter(statuses)
    numbers = {"total": len(statuses), "met": count[Status.MET], "missed": count[Status.MISSED]}
    written = {name: quantity_text(number, language) for name, number in numbers.items()}
    return words.in_language(language).format(**written)


def _count_of(status: Status, words: Text, statuses: Sequence[Status], language: Language) -> str:
    number = statuses.count(status)
    return f" {words.in_language(language).format(n=quantity_text(number, language))}" if number else ""
