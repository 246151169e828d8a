"""The column `Kiểm tra`: formulas that speak while the form is filled in."""

from collections.abc import Iterable, Sequence

from cchc_cli.catalogue.item import Check, Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.outgoing.form.boxes import Boxes
from cchc_cli.outgoing.form.entry_rules import is_figure

AGREES = "Khớp"
WRONG = "Lỗi"
"""What must be mended before the form can be sent."""
DIFFERS = "Lệch"
"""What must be mended or explained."""


def checks_by_row(checks: Iterable[Check]) -> dict[str, list[Check]]:
    """Beside which item each check stands: its first, or another of its items that has none yet."""
    placed: dict[str, list[Check]] = {}
    for check in checks:
        named = list(dict.fromkeys(check.items))
        anchor = next((code for code in named if code not in placed), named[0])
        placed.setdefault(anchor, []).append(check)
    return placed


def live_check(item: Item, boxes: Boxes, checks: Sequence[Check]) -> str:
    """The formula of an item's row: blank until there is something to say.

    Data validation holds back what is typed; what is pasted only meets this formula.
    """
    cell = boxes.cells[item.code]
    return f'=IF({cell}="","",IF({is_figure(item, cell)},{_of_checks(boxes, checks)},"{_wrong_kind(item)}"))'


def live_nil_check(tick: str, flows: Iterable[str]) -> str:
    """The formula of a tick's row: nothing can have arisen where there is a figure above 0."""
    return f'=IF({tick}="","",IF(SUM({",".join(flows)})>0,"{WRONG}: có số phát sinh","{AGREES}"))'


def longest_words(item: Item, boxes: Boxes, checks: Iterable[Check]) -> str:
    """The longest that a row's formula may say."""
    return max([_wrong_kind(item), *(_broken(check, boxes) for check in checks)], key=len)


def _of_checks(boxes: Boxes, checks: Sequence[Check]) -> str:
    if not checks:
        return '""'
    if len(checks) == 1:
        check = checks[0]
        said = f'IF({boxes.holds(check)},"{AGREES}","{_broken(check, boxes)}")'
        return f'IF({boxes.unfilled(check)},"",{said})'
    formula = f'IF(OR({",".join(boxes.unfilled(check) for check in checks)}),"","{AGREES}")'
    for check in reversed(checks):
        held = f"OR({boxes.unfilled(check)},{boxes.holds(check)})"
        formula = f'IF({held},{formula},"{_broken(check, boxes)}")'
    return formula


def _broken(check: Check, boxes: Boxes) -> str:
    word = WRONG if check.severity == "error" else DIFFERS
    sign = ">" if check.kind == "part" else "≠"
    return f"{word}: {boxes.named(check.left)} {sign} {boxes.named(check.right)}"


def _wrong_kind(item: Item) -> str:
    words = {
        ItemKind.COUNT: "cần số nguyên",
        ItemKind.AMOUNT: "cần một số",
        ItemKind.SCORE: "cần điểm số",
        ItemKind.YES_NO: "có, không, ngày",
    }
    return f"{WRONG}: {words[item.kind]}"
