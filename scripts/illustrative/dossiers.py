"""Dossiers and what comes of them: every agency's books, carried on from year to year."""

from collections import Counter
from collections.abc import Iterable, Mapping

from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from illustrative.chance import between, part_of, shifted, skewed, split, whole
from illustrative.sizes import dossiers_received
from illustrative.stretch import YEARS, Stretch
from illustrative.trends import rate

_CIRCULATED = {Level.PROVINCE: 0.12, Level.DISTRICT: 0.17, Level.COMMUNE: 0.045}
_ONLINE_DEPARTMENTS = {"SKHDT": 2.1, "SCT": 2.6, "BQLKCN": 1.4, "STNMT": -1.1, "SGTVT": -0.6, "SLDTBXH": -0.4}
"""Departments far ahead or behind with online dossiers, in steps of the odds."""
_PENDING = ("dossiers-pending-in-time", "dossiers-pending-overdue")
_IN_FORCE = ("results-in-force", "results-digitised")


Books = dict[tuple[Agency, int], dict[str, int]]
"""By the first life of an agency and year: its dossiers and what came of them."""


def dossier_books(stretches: Iterable[Stretch]) -> Books:
    """The dossier figures of every agency and year.

    What is pending at the end of a year is carried over into the next, or by the one that takes over. Whoever
    ends within a year for which it reports as a whole settles everything before, and its results still in
    force stand with the one that took over.
    """
    books: Books = {}
    for of in sorted(stretches, key=lambda of: (of.year, of.origin.first_day)):
        before = _standing_before(of, books)
        books[of.origin, of.year] = {
            **(figures := _dossiers(of, before)),
            **_results(of, before, _settled(figures)),
            **_services(of, figures["dossiers-online"] + figures["dossiers-direct"]),
        }
    return books


def _standing_before(of: Stretch, books: Books) -> dict[str, int]:
    """The stocks an agency begins with: its own of last year, and of those it took over from."""
    before = Counter(_stocks(books.get((of.origin, of.year - 1), {})))
    for taken in of.taken_over:
        stocks = _stocks(books.get((taken.giver, of.year), {}))
        if "results-in-force" not in stocks:
            last_year = books[taken.giver, of.year - 1]
            stocks = {item: figure for item, figure in _stocks(last_year).items() if item not in _PENDING}
        before.update({item: figure // taken.heirs for item, figure in stocks.items()})
    return before


def _stocks(book: Mapping[str, int]) -> dict[str, int]:
    return {item: book[item] for item in (*_PENDING, *_IN_FORCE) if item in book}


def _settled(figures: dict[str, int]) -> int:
    return sum(figures[f"dossiers-settled-{how}"] for how in ("early", "on-time", "late"))


def _dossiers(of: Stretch, before: Mapping[str, int]) -> dict[str, int]:
    received = dossiers_received(of)
    online_rate = shifted(rate("dossiers-online", of), _ONLINE_DEPARTMENTS.get(of.code, 0))
    online, direct = split(received, online_rate)
    carried_over = sum(before.get(item, 0) for item in _PENDING)
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


def _results(of: Stretch, before: Mapping[str, int], settled: int) -> dict[str, int]:
    """Results still in force: those of before, what was added less what ran out."""
    if not of.stands_at_end:
        return {}
    kept = before.get("results-in-force", 0)
    if not kept:
        kept = whole(settled * between(1.6, 4.4, of.code, "in force"))
    in_force = whole(kept + settled * between(0.03, 0.12, of.code, of.year, "in force"))
    digitised = part_of(in_force, rate("results-digitised", of))
    return {
        "results-in-force": in_force,
        "results-digitised": min(in_force, max(digitised, before.get("results-digitised", 0))),
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
