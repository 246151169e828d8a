"""What would move most targets, in words: what to do, how much of it, and which targets it moves."""

from dataclasses import dataclass

from cchc_cli.language import Language, Text
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import quantity_text, with_unit
from cchc_cli.reports.outcome import reached
from cchc_cli.reports.reporting_words import first_names
from cchc_cli.reports.requirement import bound_text, quantity_unit, unit_text
from cchc_cli.run import Run, ScopeKind, Status, Verdict
from cchc_cli.scorecards.scorecard import Card, Gain, Helper, Move

TITLE = Text("Ba việc làm chuyển biến nhiều mục tiêu nhất", "Three things that would move most targets")
_NOTHING = Text("Không có mục tiêu nào còn thiếu.", "No target lacks anything.")
_UNKNOWN = Text("Chưa có số liệu nên chưa tính được.", "Nothing can be told: figures are missing.")
HOW = Text(
    "Số còn thiếu tính theo số liệu trong năm, giữ nguyên mẫu số; việc nào chuyển được nhiều mục tiêu hơn "
    "đứng trước, sau đó là việc cần thêm ít hơn so với mẫu số.",
    "What is lacking follows from the year's figures with their denominators as they are; what moves more "
    "targets stands first, then what takes the smaller part of its denominator.",
)
_MORE = Text("Thêm {amount}", "{amount} more")
_LESS = Text("Giảm {amount}", "{amount} less")
_WHAT = Text("{how_much}: {items}", "{how_much}: {items}")
_DO = Text("Hoàn thành: {name}", "Get done: {name}")
_OR = Text(" hoặc ", " or ")
_GAIN = Text(
    "{name}: {how_much} thì tới mức {bound} (hiện {value})",
    "{name}: {how_much} to reach {bound} (now {value})",
)
_UNDONE = Text("{name}: {bound}", "{name}: {bound}")
_BY = Text("{bound} đến {due}", "{bound} by {due}")
_ENOUGH = Text(
    "chỉ cần {n} trong {all} đơn vị dưới mức: {names}", "{n} of the {all} below it are enough: {names}"
)
_ALL = Text("cần cả {n} đơn vị dưới mức: {names}", "all {n} below it are needed: {names}")
_LACKING = Text("{name} ({amount})", "{name} ({amount})")
_NAMED = 3


@dataclass(frozen=True, slots=True)
class MoveWords:
    """One action, and a line for each target that it moves."""

    title: str
    gains: list["GainWords"]


@dataclass(frozen=True, slots=True)
class GainWords:
    """One target that an action moves, and the agencies that would be enough."""

    words: str
    helpers: list[str]


def move_words(run: Run, move: Move, language: Language) -> MoveWords:
    """One action in words."""
    return MoveWords(
        _title(run, move, language), [_gain_words(run, move, gain, language) for gain in move.gains]
    )


def no_moves_words(card: Card, language: Language) -> str:
    """Why a card has no action: nothing lacks, or nobody knows."""
    known = any(row.verdict.status in (Status.MET, Status.MISSED) for row in card.rows)
    return (_NOTHING if known else _UNKNOWN).in_language(language)


def _title(run: Run, move: Move, language: Language) -> str:
    amounts = [gain.amount for gain in move.gains if gain.amount is not None]
    items = [run.glossary.items[item].name.in_language(language) for item in move.items]
    if not amounts:
        return _DO.filled(name=move.gains[0].verdict.name).in_language(language)
    is_pooled = any(gain.helpers for gain in move.gains)
    what = _OR.in_language(language).join([items[0], *(_lower(item) for item in items[1:])])
    if is_pooled and len(amounts) > 1:
        return what
    unit = quantity_unit(run, move.gains[0].verdict, language)
    return _WHAT.filled(
        how_much=_amount(max(amounts), unit, move.is_less, language), items=_lower(what)
    ).in_language(language)


def _gain_words(run: Run, move: Move, gain: Gain, language: Language) -> GainWords:
    verdict = gain.verdict
    name = verdict.name.in_language(language)
    if verdict.scope.kind is not ScopeKind.AGENCY:
        name = f"{name} ({verdict.scope.name.in_language(language)})"
    bound = _asked(run, verdict, language)
    if gain.amount is None:
        said = _UNDONE.filled(name=name, bound=bound)
    else:
        amount = _amount(gain.amount, quantity_unit(run, verdict, language), move.is_less, language)
        value = next(iter(reached(run, verdict, language)), "–")
        said = _GAIN.filled(name=name, how_much=_lower(amount), bound=bound, value=value)
    return GainWords(said.in_language(language), _helpers(gain, language))


def _asked(run: Run, verdict: Verdict, language: Language) -> str:
    """The target in force, else the next with its date."""
    unit = unit_text(run, verdict, language)
    if verdict.operator is not None:
        return bound_text(verdict.kind, verdict.operator, verdict.bound, verdict.upper, unit, language)
    following = verdict.next
    if following is None:
        return "–"
    bound = bound_text(verdict.kind, following.operator, following.bound, following.upper, unit, language)
    if following.due is None:
        return bound
    return _BY.filled(bound=bound, due=f"{following.due:%d/%m/%Y}").in_language(language)


def _helpers(gain: Gain, language: Language) -> list[str]:
    """Of a pooled target: who would be enough; nothing where one agency alone feeds it."""
    if len(gain.helpers) + gain.others < 2:
        return []
    names = first_names([_lacking(helper, language) for helper in gain.helpers], _NAMED, language)
    count, everybody = len(gain.helpers), len(gain.helpers) + gain.others
    words = _ENOUGH if gain.others else _ALL
    return [words.filled(n=count, all=everybody, names=names).in_language(language)]


def _lacking(helper: Helper, language: Language) -> str:
    name = helper.name.in_language(language)
    if helper.amount is None:
        return name
    return _LACKING.filled(name=name, amount=quantity_text(helper.amount, language)).in_language(language)


def _amount(number: Number, unit: str, is_less: bool, language: Language) -> str:
    amount = with_unit(quantity_text(number, language), unit)
    return (_LESS if is_less else _MORE).filled(amount=amount).in_language(language)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
