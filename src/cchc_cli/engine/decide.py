"""The status of a case: the first row of the model's table that holds, from the top.

Source: model, «Statuses».
"""

from cchc_cli.catalogue.source import Operator
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.case import Case
from cchc_cli.engine.judge import is_met
from cchc_cli.run import Reason, Status

Decision = tuple[Status, Reason | None]


def decide(case: Case) -> Decision:
    """Status and reason of a case."""
    target = case.target
    early = _not_applicable(case)
    if early or target is None:
        return early or (Status.NOT_DUE, None)
    if target.judged == "year" and not case.period.is_full_year:
        return Status.NOT_DUE, None
    return not_confirmed(case, target) or case.reached.obstacle or _judged(case, target)


def _not_applicable(case: Case) -> Decision | None:
    if case.level_has_ended:
        return Status.NOT_APPLICABLE, Reason.LEVEL_ENDED
    if case.stand.cited is None:
        return Status.NOT_APPLICABLE, Reason.LEVEL_NOT_BOUND
    if case.stand.state == "ended":
        return Status.NOT_APPLICABLE, Reason.AFTER_UNTIL
    return None


def not_confirmed(case: Case, target: Target) -> Decision | None:
    """Why a target cannot be judged whatever the figure says; None where it can."""
    if target.external and (target.bound is None or _lacks_baseline(target)):
        return Status.NOT_EVALUABLE, Reason.EXTERNAL_MISSING
    if target.baseline and not target.baseline.confirmed:
        return Status.NOT_EVALUABLE, Reason.BASELINE_UNCONFIRMED
    if case.covers_more_territory:
        return Status.NOT_EVALUABLE, Reason.TERRITORY_CHANGED
    return None


def _lacks_baseline(target: Target) -> bool:
    return target.operator in (Operator.REDUCE, Operator.INCREASE) and target.baseline is None


def _judged(case: Case, target: Target) -> Decision:
    reached = case.reached
    if case.is_attested:
        return (Status.MISSED if reached.refused else Status.MET), None
    if case.bound is None or reached.value is None:
        return Status.NOT_EVALUABLE, Reason.BASELINE_MISSING
    if case.is_below_min_coverage and not case.is_proven_breach:
        return Status.NO_DATA, Reason.BELOW_MIN_COVERAGE
    met = is_met(reached.value, target.operator, case.bound, case.upper)
    return (Status.MET if met else Status.MISSED), None
