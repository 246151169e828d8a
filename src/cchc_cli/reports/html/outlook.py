"""What is at risk: targets that are not due yet and behind, or lead to less than is asked."""

from dataclasses import dataclass
from datetime import date

from cchc_cli.language import Text
from cchc_cli.pace import Pace
from cchc_cli.reports.at_risk import is_at_risk
from cchc_cli.reports.html.reader import Reader, figure_and_more, target_name
from cchc_cli.reports.pace_text import pace_brief

MOST = 4
"""How many of one due date there is room for."""

_TITLE = Text("Đến hạn {due}: {n} mục tiêu có nguy cơ", "Due {due}; targets at risk: {n}")


@dataclass(frozen=True, slots=True)
class Endangered:
    """One target with what is reached, and what the pace says."""

    anchor: str
    name: str
    reached: str
    pace: str


@dataclass(frozen=True, slots=True)
class DueDate:
    """The endangered targets of one day, the furthest from its bound first; some may be left out."""

    title: str
    shown: list[Endangered]
    more: int


def outlook(reader: Reader) -> list[DueDate]:
    """By due date, the next one first."""
    days: dict[date, list[tuple[float, Endangered]]] = {}
    for verdict in reader.leading():
        pace = verdict.pace
        if isinstance(pace, Pace) and pace.to.due is not None and is_at_risk(pace):
            words = Endangered(
                reader.anchor(verdict.indicator),
                target_name(reader, verdict),
                figure_and_more(reader, verdict)[0],
                pace_brief(reader.run, verdict, reader.language),
            )
            days.setdefault(pace.to.due, []).append((_distance(pace), words))
    return [_day(reader, due, days[due]) for due in sorted(days)]


def _distance(pace: Pace) -> float:
    """The part of the bound that is missing when it is due, as far as that can be told; else today."""
    reached_then = pace.projected.value if pace.projected is not None else pace.actual
    bound = pace.to.bound
    return (bound - reached_then) / abs(bound) if bound else 0.0


def _day(reader: Reader, due: date, targets: list[tuple[float, Endangered]]) -> DueDate:
    ranked = [words for _, words in sorted(targets, key=lambda target: -target[0])]
    title = reader.say(_TITLE, due=f"{due:%d/%m/%Y}", n=reader.number(len(ranked)))
    return DueDate(title, ranked[:MOST], len(ranked[MOST:]))
