"""The line of targets of a trace: every rung of a ladder, and the one in force."""

from cchc_cli.catalogue.target import Target
from cchc_cli.engine.case import Case
from cchc_cli.engine.exact import shown_or_none
from cchc_cli.trace import TracedTarget


def targets_of(case: Case) -> list[TracedTarget]:
    """The targets that may bind the row, in the catalogue's order."""
    return [_target(case, target) for target in case.indicator.targets_binding(case.row.levels)]


def _target(case: Case, target: Target) -> TracedTarget:
    step, external = target.step, target.external
    in_force = target == case.target
    return TracedTarget(
        due=target.due,
        since=target.since,
        until=target.until,
        operator=target.operator.value,
        bound=shown_or_none(case.bound if in_force else target.stated_bound),
        upper=shown_or_none(target.upper),
        points=shown_or_none(step.points) if step else None,
        percent=shown_or_none(step.percent) if step else None,
        cap=shown_or_none(step.cap) if step else None,
        in_force=in_force,
        fixed_by=external.name if external else None,
        source=external.source if external else None,
        line=target.line,
    )
