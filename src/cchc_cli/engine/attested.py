"""Milestones and duties: what agencies attest as done.

Source: model, «Operators»: a milestone's «done» stays done in later periods of the call, expected are the
reporters on the map of its due day; a duty is the same on the period's own map, nothing carried over.
"""

from datetime import date

from cchc_cli.catalogue.indicator import Indicator
from cchc_cli.catalogue.source import IndicatorKind
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.ledger import Ledger
from cchc_cli.engine.places import Place
from cchc_cli.engine.reached import Answer, Reached
from cchc_cli.period import Period
from cchc_cli.roster import Member
from cchc_cli.run import Reason, Status


def attest(
    ledger: Ledger, indicator: Indicator, scope: str, period: Period, target: Target | None
) -> Reached:
    """How many of the expected agencies have done it, when, and who has not answered."""
    milestone = indicator.kind is IndicatorKind.MILESTONE and target is not None and target.due is not None
    due = target.due if target and milestone else None
    day = Period.between(due, due) if due else period
    found = _expected(ledger, indicator, scope, day, period)
    if any(place.is_divided and scope in place.rows for _, place in found):
        return Reached(obstacle=(Status.NOT_EVALUABLE, Reason.MAP_CHANGED))
    expected = [member for member, _ in found]
    answers = tuple(_answer(ledger, indicator, member, period, milestone) for member in expected)
    return _tally(ledger, indicator, period, expected, answers)


def _tally(
    ledger: Ledger,
    indicator: Indicator,
    period: Period,
    expected: list[Member],
    answers: tuple[Answer, ...],
) -> Reached:
    days = [answer.done_on for answer in answers if answer.done_on is not None]
    rows = tuple(answer.row for answer in answers if answer.row is not None)
    silent = [member for member, answer in zip(expected, answers, strict=True) if answer.row is None]
    refused = len(rows) - len(days)
    reached = Reached(
        numerator=len(days),
        denominator=len(expected),
        expected=tuple(expected),
        missing=tuple(silent),
        rows=rows,
        refused=refused,
        answers=answers,
    )
    if expected and len(days) == len(expected):
        return reached._replace(done_on=max(days))
    if refused:
        return reached
    spoiled = any(_is_spoiled(ledger, member, indicator.items[0], period) for member in silent)
    reason = Reason.UNUSABLE if spoiled else Reason.NOT_SUBMITTED
    return reached._replace(obstacle=(Status.NO_DATA, reason))


def _is_spoiled(ledger: Ledger, member: Member, item: str, period: Period) -> bool:
    alive = any(life.exists_during(period) for life in member.lives)
    return alive and ledger.is_spoiled(member, item, period)


def _expected(
    ledger: Ledger, indicator: Indicator, scope: str, day: Period, period: Period
) -> list[tuple[Member, Place]]:
    """The reporters whose figures belong to the scope, as a whole or in part.

    An agency's row of a period is not about whoever bore its code on the day, if that was another agency.
    """
    item = ledger.catalogue.item_by_code[indicator.items[0]]
    roster, places = ledger.roster(day), ledger.places(day)
    found = ((roster.members[each], places.of(each)) for each in roster.reporters(item.code))
    return [
        (member, place)
        for member, place in found
        if scope in place.scopes(item)
        or (scope in place.rows and (ledger.as_of or ledger.registry.is_one_agency(member.code, day, period)))
    ]


def _answer(
    ledger: Ledger, indicator: Indicator, member: Member, period: Period, carried_over: bool
) -> Answer:
    item = indicator.items[0]
    if carried_over:
        rows = ledger.answers_until(period, member, item)
    else:
        rows = ledger.answers_in(period, member, item)[-1:]
    for row in rows:
        done_on = _done_on(ledger, row)
        if done_on is not None:
            return Answer(member, done_on, row, rows)
    return Answer(member, None, rows[-1] if rows else None, rows)


def _done_on(ledger: Ledger, row: int) -> date | None:
    """The day an observation says it was done; its period's last day for a plain yes; None for a no."""
    observation = ledger.evidence.observations[row]
    if observation.value == 0:
        return None
    return observation.done_on or observation.period.end
