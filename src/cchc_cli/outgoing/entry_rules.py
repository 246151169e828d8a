"""What a spreadsheet lets somebody type into a cell, and what it says before and after."""

from collections.abc import Iterable, Mapping
from typing import Any

from cchc_cli.catalogue.item import Check, Item, Term
from cchc_cli.catalogue.source import ItemKind

_LONGEST_TITLE = 32
_LONGEST_MESSAGE = 255
_LONGEST_FORMULA = 255
_ANSWERS = ("có", "không", "x", "1", "0", "yes", "no")

_TITLES = {
    ItemKind.COUNT: "Nhập số nguyên, từ 0 trở lên",
    ItemKind.AMOUNT: "Nhập số, từ 0 trở lên",
    ItemKind.SCORE: "Nhập điểm đã công bố",
    ItemKind.YES_NO: "Nhập có, không hoặc ngày",
}
_ERRORS = {
    ItemKind.COUNT: "Cần một số nguyên từ 0 trở lên, không nhập tỷ lệ % hay chữ. Không phát sinh: ghi 0.",
    ItemKind.AMOUNT: "Cần một số từ 0 trở lên, không kèm chữ hay đơn vị tính. Không phát sinh: ghi 0.",
    ItemKind.SCORE: "Cần một điểm số trong khoảng cho phép, như đã công bố (ví dụ 85,5).",
    ItemKind.YES_NO: "Cần “có”, “không” hoặc ngày hoàn thành, viết đủ như 31/12/2024.",
}
_PARTS = " Bộ phận không được lớn hơn tổng thể: xem cột Kiểm tra."


def entry_rule(
    item: Item, cell: str, cells: Mapping[str, str], checks: Iterable[Check], help_lines: Iterable[str]
) -> dict[str, Any]:
    """The data validation of a figure's cell, as XlsxWriter takes it.

    `cells` are the addresses of all figures of the same agency by item; of the checks, those about parts
    count. `help_lines` are shown when the cell is selected.
    """
    conditions = _own_conditions(item, cell)
    parts = [check for check in checks if check.kind == "part" and item.code in check.items]
    if item.kind in (ItemKind.COUNT, ItemKind.AMOUNT):
        for check in parts:
            condition = _part_condition(check, cells)
            if len(_all_of([*conditions, condition])) <= _LONGEST_FORMULA:
                conditions.append(condition)
    return {
        "validate": "custom",
        "value": _all_of(conditions),
        "input_title": _TITLES[item.kind][:_LONGEST_TITLE],
        "input_message": _cut(" ".join(help_lines)) or None,
        "error_title": "Số liệu chưa hợp lệ",
        "error_message": _cut(_ERRORS[item.kind] + (_PARTS if parts else "")),
    }


def side(terms: Iterable[Term], cells: Mapping[str, str]) -> str:
    """One side of a check as a sum of cells; a blank cell adds nothing.

    >>> side([Term("a", 1), Term("b", -1)], {"a": "D9", "b": "D10"})
    'N(D9)-N(D10)'
    """
    joined = "".join(f"{'-' if term.sign < 0 else '+'}N({cells[term.item]})" for term in terms)
    return joined.removeprefix("+")


def _own_conditions(item: Item, cell: str) -> list[str]:
    if item.kind is ItemKind.YES_NO:
        answers = ",".join(f'{cell}="{answer}"' for answer in _ANSWERS)
        day = f'AND(LEN({cell})=10,MID({cell},3,1)="/",MID({cell},6,1)="/")'
        return [f"OR({answers},{day})"]
    conditions = [f"ISNUMBER({cell})", f"{cell}>={item.lowest:f}"]
    if item.highest is not None:
        conditions.append(f"{cell}<={item.highest:f}")
    if item.kind is ItemKind.COUNT:
        conditions.append(f"{cell}=INT({cell})")
    return conditions


def _part_condition(check: Check, cells: Mapping[str, str]) -> str:
    """Held once every figure of the check is there, whichever is typed last."""
    named = [cells[code] for code in dict.fromkeys(check.items)]
    left, right = side(check.left, cells), side(check.right, cells)
    return f"OR(COUNT({','.join(named)})<{len(named)},{left}<={right})"


def _all_of(conditions: list[str]) -> str:
    return f"=AND({','.join(conditions)})" if len(conditions) > 1 else f"={conditions[0]}"


def _cut(message: str) -> str:
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[: _LONGEST_MESSAGE - 1]}…"
