"""What a reader can choose from to narrow the page: areas, verdicts, levels, periods."""

from collections.abc import Iterable
from dataclasses import dataclass

from cchc_cli.reports.html.cards import Area
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.wording import status_texts
from cchc_cli.run import Status


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a list, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Only what stands on the page; a list of one is no choice."""

    areas: list[Choice]
    statuses: list[Choice]
    levels: list[Choice]
    periods: list[Choice]


def choices(reader: Reader, areas: Iterable[Area]) -> Choices:
    """Of all targets shown as cards."""
    listed = list(areas)
    targets = [target for area in listed for card in area.cards for target in card.targets]
    return Choices(
        areas=[Choice(area.code, area.name) for area in listed],
        statuses=_statuses(reader, {target.status for target in targets}),
        levels=_once((target.level, target.scope[0]) for target in targets if target.level),
        periods=_once((target.period, reader.period(target.period)) for target in targets),
    )


def _statuses(reader: Reader, found: set[str]) -> list[Choice]:
    words = status_texts(official=not reader.is_for_steering)
    return [Choice(status.value, reader.text(words[status])) for status in Status if status.value in found]


def _once(pairs: Iterable[tuple[str, str]]) -> list[Choice]:
    return [Choice(value, words) for value, words in dict(pairs).items()]
