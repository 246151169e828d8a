"""What a spreadsheet lets somebody type into the cell of a figure, and what it says before and after."""

from collections.abc import Iterable
from typing import Any

from cchc_cli.catalogue.item import Check, Item
from cchc_cli.catalogue.source import ItemKind
from cchc_cli.outgoing.figures import vietnamese
from cchc_cli.outgoing.form.boxes import Boxes

LONGEST_MESSAGE, LONGEST_FORMULA = 255, 255
"""Letters that Excel takes; of more it says that the workbook is damaged."""

TITLES = {
    ItemKind.COUNT: "Nhập số nguyên, từ 0 trở lên",
    ItemKind.AMOUNT: "Nhập số, từ 0 trở lên",
    ItemKind.SCORE: "Nhập điểm đã công bố",
    ItemKind.YES_NO: "Nhập có, không hoặc ngày",
}
_ERRORS = {
    ItemKind.COUNT: "Cần một số nguyên từ 0 trở lên, không nhập tỷ lệ % hay chữ. Không phát sinh: ghi 0.",
    ItemKind.AMOUNT: "Cần một số từ 0 trở lên, không kèm chữ hay đơn vị tính. Không phát sinh: ghi 0.",
    ItemKind.SCORE: "Cần một điểm số {range} như đã công bố, ví dụ 85,5; không nhập 0,855.",
    ItemKind.YES_NO: "Cần “có”, “không” hoặc ngày hoàn thành, viết đủ như 31/12/2024.",
}
_ANSWERS = ("có", "không", "x", "1", "0", "yes", "no")
_FIRST_DAY = 36526
"""01/01/2000 as Excel counts days; smaller numbers are no answer."""


def entry_rule(item: Item, boxes: Boxes, checks: Iterable[Check], message: str) -> dict[str, Any]:
    """The data validation of a figure's cell, as XlsxWriter takes it.

    It holds the item's own range and, once all their figures are there, the checks of parts that have it.
    `message` is shown when the cell is selected; where there is none, what the figure is checked against.
    """
    cell, own_checks = boxes.cells[item.code], [check for check in checks if item.code in check.items]
    conditions, parts = number_conditions(item, cell), []
    for check in own_checks:
        if item.is_counted and check.kind == "part":
            condition = f"OR({boxes.unfilled(check)},{boxes.holds(check)})"
            if len(_rule(item, cell, [*conditions, condition])) <= LONGEST_FORMULA:
                conditions.append(condition)
                parts.append(boxes.stated(check))
    return {
        **(_plain_rule(item) if item.is_counted and not parts else _formula_rule(item, cell, conditions)),
        "input_title": TITLES[item.kind],
        "input_message": message or _cut(_checked(boxes, own_checks)),
        "error_title": "Số liệu chưa hợp lệ",
        "error_message": _error(item, parts),
    }


def _checked(boxes: Boxes, checks: Iterable[Check]) -> str:
    """What the figure is held against; in any case some words, for a rule must have them."""
    stated = [boxes.stated(check) for check in checks]
    return f"Để đối chiếu: {'; '.join(stated)}." if stated else "Chưa có số liệu: để trống và ghi lý do."


def _cut(message: str) -> str:
    return message if len(message) <= LONGEST_MESSAGE else f"{message[: LONGEST_MESSAGE - 1]}…"


def _plain_rule(item: Item) -> dict[str, Any]:
    validate = "integer" if item.kind is ItemKind.COUNT else "decimal"
    if item.highest is None:
        return {"validate": validate, "criteria": ">=", "value": f"{item.lowest:f}"}
    return {
        "validate": validate,
        "criteria": "between",
        "minimum": f"{item.lowest:f}",
        "maximum": f"{item.highest:f}",
    }


def _formula_rule(item: Item, cell: str, conditions: list[str]) -> dict[str, Any]:
    # Excel lets anything pass where it is to ignore blanks and the rule looks at a blank cell.
    return {"validate": "custom", "value": f"={_rule(item, cell, conditions)}", "ignore_blank": False}


def number_conditions(item: Item, cell: str) -> list[str]:
    """What a number must fulfil to be a figure of the item."""
    if item.kind is ItemKind.YES_NO:
        return [f"OR({cell}=0,{cell}=1,{cell}>={_FIRST_DAY})"]
    conditions = [f"{cell}>={item.lowest:f}"]
    if item.highest is not None:
        conditions.append(f"{cell}<={item.highest:f}")
    if item.kind is ItemKind.COUNT:
        conditions.append(f"{cell}=INT({cell})")
    if item.kind is ItemKind.SCORE:
        # 0,855 may be meant for 85,5.
        conditions.append(f"OR({cell}<=0,{cell}>1)")
    return conditions


def text_conditions(item: Item, cell: str) -> list[str]:
    """What a text may be; no text is a number."""
    if item.kind is not ItemKind.YES_NO:
        return []
    return [*(f'{cell}="{answer}"' for answer in _ANSWERS), is_written_day(cell)]


def is_written_day(cell: str) -> str:
    """A condition that holds for a day written as text, 31/12/2024."""
    return f'AND(LEN({cell})=10,MID({cell},3,1)="/",MID({cell},6,1)="/")'


def is_figure(item: Item, cell: str) -> str:
    """A condition that holds for a cell with a figure of the item, and not for a blank one."""
    texts = text_conditions(item, cell)
    return _choice(cell, number_conditions(item, cell), f"OR({','.join(texts)})" if texts else "FALSE")


def _rule(item: Item, cell: str, conditions: list[str]) -> str:
    texts = [f'{cell}=""', *text_conditions(item, cell)]
    return _choice(cell, conditions, f"OR({','.join(texts)})" if len(texts) > 1 else texts[0])


def _choice(cell: str, of_numbers: list[str], of_text: str) -> str:
    numbers = f"AND({','.join(of_numbers)})" if len(of_numbers) > 1 else of_numbers[0]
    return f"IF(ISNUMBER({cell}),{numbers},{of_text})"


def _error(item: Item, parts: list[str]) -> str:
    message = _ERRORS[item.kind]
    if item.kind is ItemKind.SCORE:
        message = message.format(range=_range(item))
    for number, part in enumerate(parts):
        longer = f"{message}{'; ' if number else ' Phải có: '}{part}"
        if len(longer) >= LONGEST_MESSAGE:
            break
        message = longer
    return message if message.endswith(".") else f"{message}."


def _range(item: Item) -> str:
    """From where to where a figure of the item may lie."""
    lowest = vietnamese(item.lowest)
    return f"từ {lowest} trở lên" if item.highest is None else f"từ {lowest} đến {vietnamese(item.highest)}"
