"""Dossiers and what comes of them: every agency's books, carried on from year to year."""

from collections.abc import Iterable

from cchc_cli.level import Level
from illustrative.chance import between, part_of, shifted, skewed, split, whole
from illustrative.sizes import dossiers_received
from illustrative.stretch import YEARS, Stretch
from illustrative.trends import rate

_CIRCULATED = {Level.PROVINCE: 0.12, Level.DISTRICT: 0.17, Level.COMMUNE: 0.045}
_ONLINE_DEPARTMENTS = {"SKHDT": 2.1, "SCT": 2.6, "BQLKCN": 1.4, "STNMT": -1.1, "SGTVT": -0.6, "SLDTBXH": -0.4}
"""Departments far ahead or behind with online dossiers, in steps of the odds."""


def dossier_books(stretches: Iterable[Stretch]) -> dict[tuple[str, int], dict[str, int]]:
    """The dossier figures of every agency and year, oldest year first.

    What is pending at the end of a year is carried over into the next. Whoever ends within a year settles
    everything before, and its results still in force stand with the one that took over.
    """
    books: dict[tuple[str, int], dict[str, int]] = {}
    for of in stretches:
        last_year = books.get((of.code, of.year - 1), {})
        ended = [code for code, share in of.taken_over if share < 1]
        handed_over = sum(books[code, of.year - 1]["results-in-force"] for code in ended)
        books[of.code, of.year] = {
            **(figures := _dossiers(of, last_year)),
            **_results(of, last_year, handed_over, _settled(figures)),
            **_services(of, figures["dossiers-online"] + figures["dossiers-direct"]),
        }
    return books


def _settled(figures: dict[str, int]) -> int:
    return sum(figures[f"dossiers-settled-{how}"] for how in ("early", "on-time", "late"))


def _dossiers(of: Stretch, last_year: dict[str, int]) -> dict[str, int]:
    received = dossiers_received(of)
    online_rate = shifted(rate("dossiers-online", of), _ONLINE_DEPARTMENTS.get(of.code, 0))
    online, direct = split(received, online_rate)
    carried_over = sum(last_year.get(f"dossiers-pending-{how}", 0) for how in ("in-time", "overdue"))
    if of.year == YEARS.start:
        carried_over = part_of(received, rate("pending", of) * between(0.8, 1.2, of.code, "carried over"))
    pending = part_of(received, rate("pending", of)) if of.stands_at_end else 0
    overdue, in_time = split(pending, rate("dossiers-pending-overdue", of))
    settled = received + carried_over - pending
    late = part_of(settled, rate("dossiers-settled-late", of))
    early, on_time = split(settled - late, rate("dossiers-settled-early", of, spread=0.8))
    figures = {
        "dossiers-online": online,
        "dossiers-direct": direct,
        "dossiers-carried-over": carried_over,
        "dossiers-settled-early": early,
        "dossiers-settled-on-time": on_time,
        "dossiers-settled-late": late,
    }
    if of.stands_at_end:
        figures |= {"dossiers-pending-in-time": in_time, "dossiers-pending-overdue": overdue}
    return figures


def _results(of: Stretch, last_year: dict[str, int], handed_over: int, settled: int) -> dict[str, int]:
    """Results still in force: last year's, what came over, what was added less what ran out."""
    if not of.stands_at_end:
        return {}
    kept = last_year.get("results-in-force", 0) + handed_over
    if of.year == YEARS.start:
        kept = whole(settled * between(1.6, 4.4, of.code, "in force"))
    in_force = whole(kept + settled * between(0.03, 0.12, of.code, of.year, "in force"))
    digitised = part_of(in_force, rate("results-digitised", of))
    return {
        "results-in-force": in_force,
        "results-digitised": min(in_force, max(digitised, last_year.get("results-digitised", 0))),
    }


def _services(of: Stretch, received: int) -> dict[str, int]:
    """Circulation between agencies, payments, and papers that needn't be handed in again."""
    circulated = part_of(received, _CIRCULATED[of.level] * between(0.5, 1.5, of.code, "circulated"))
    with_fees = between(0.45, 0.7, of.code, "fees") * (1 if of.level is not Level.PROVINCE else 0.8)
    payments = part_of(received, with_fees * rate("offering-payment", of, spread=0.3))
    known = part_of(received, skewed(0.22, 0.48, of.code, "known"))
    return {
        "dossiers-circulated": circulated,
        "dossiers-circulated-online": part_of(circulated, rate("dossiers-circulated-online", of)),
        "payments": payments,
        "payments-online": part_of(payments, rate("payments-online", of)),
        "occasions-with-information-held": known,
        "occasions-without-resubmission": part_of(known, rate("occasions-without-resubmission", of)),
    }
