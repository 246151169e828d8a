"""The column `Kiểm tra`: the catalogue's checks as formulas that speak while the form is filled in."""

from collections.abc import Iterable, Mapping

from cchc_cli.catalogue.item import Check, Term
from cchc_cli.outgoing.entry_rules import side

AGREES = "Khớp"
EXCEEDS = "Lỗi"
DIFFERS = "Lệch"


def live_checks(
    checks: Iterable[Check], cells: Mapping[str, str], numbers: Mapping[str, int]
) -> dict[str, str]:
    """A formula for each item whose row shows a check or several, by item.

    `cells` are the addresses of the figures, `numbers` the row numbers (STT) that the words name. A check
    stands beside its first item; a second one there beside another of its items, where one is free.
    """
    formulas: dict[str, list[str]] = {}
    for check in checks:
        named = list(dict.fromkeys(check.items))
        anchor = next((code for code in named if code not in formulas), named[0])
        formulas.setdefault(anchor, []).append(_formula(check, cells, numbers))
    return {code: f"={'&'.join(found)}" for code, found in formulas.items()}


def _formula(check: Check, cells: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    named = [cells[code] for code in dict.fromkeys(check.items)]
    left, right = side(check.left, cells), side(check.right, cells)
    if check.kind == "part":
        holds = f"{left}<={right}"
        wrong = f'"{EXCEEDS}: {_rows(check.left, numbers)} > {_rows(check.right, numbers)}"'
    else:
        holds = f"{left}={right}"
        wrong = f'"{DIFFERS}: {_rows(check.left, numbers)} ≠ {_rows(check.right, numbers)}"'
    return f'IF(COUNT({",".join(named)})<{len(named)},"",IF({holds},"{AGREES}",{wrong}))'


def _rows(terms: Iterable[Term], numbers: Mapping[str, int]) -> str:
    """Which rows of the form a side adds up.

    >>> _rows([Term("a", 1), Term("b", 1)], {"a": 3, "b": 4})
    'dòng 3+4'
    """
    joined = "".join(f"{'−' if term.sign < 0 else '+'}{numbers[term.item]}" for term in terms)
    return f"dòng {joined.removeprefix('+')}"
