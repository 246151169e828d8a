"""What a reader must know beside a verdict. Source: model, «Statuses», `notes`."""

from fractions import Fraction

from cchc_cli.catalogue.in_force import is_kept_floor
from cchc_cli.catalogue.source import Operator
from cchc_cli.catalogue.target import Target
from cchc_cli.engine.case import Case
from cchc_cli.run import Note, Reason, Status


def notes_of(case: Case, status: Status, reason: Reason | None) -> list[Note]:
    """The codes that apply, in the order in which they are declared."""
    notes = _notes_of_target(case, status)
    reached = case.reached
    if 0 < reached.reporting < len(reached.expected):
        notes.append(Note.PARTIAL_COVERAGE)
    if reason is Reason.TERRITORY_CHANGED:
        notes.append(Note.TERRITORY_CHANGED)
    if not case.ledger.figures.approximate.isdisjoint(reached.rows):
        notes.append(Note.APPROXIMATION)
    return notes


def _notes_of_target(case: Case, status: Status) -> list[Note]:
    target = case.target
    if target is None:
        return []
    applies = {
        Note.KEPT_FLOOR: is_kept_floor(target, case.period),
        Note.ABOVE_BAND: _is_above_band(case, target),
        Note.BELOW_STOP_CONDITION: _is_below_stop_condition(case, target),
        Note.LATE: status is Status.MET and _is_late(case, target),
    }
    return [note for note, holds in applies.items() if holds]


def _is_above_band(case: Case, target: Target) -> bool:
    """Above the band's upper end, which is no breach (A07)."""
    value, upper = case.reached.value, case.upper
    if target.operator is not Operator.BETWEEN or value is None or upper is None:
        return False
    return value > upper


def _is_below_stop_condition(case: Case, target: Target) -> bool:
    """A ladder that ended in an earlier year below the share it was to rise to, not reached since (A03)."""
    value, bound = case.reached.value, case.bound
    if target.step is None or case.stand.following is not None or value is None or bound is None:
        return False
    cap = Fraction(target.step.cap)
    return is_kept_floor(target, case.period) and bound < cap and value < cap


def _is_late(case: Case, target: Target) -> bool:
    done_on = case.reached.done_on
    return target.due is not None and done_on is not None and done_on > target.due
