"""What is said about layouts that contradict themselves, each with its cure."""

from collections.abc import Iterable

from cchc_cli.language import Text
from cchc_cli.nearness import nearest

NO_ITEMS = Text(
    "không cột nào chứa số liệu (item) nên không đọc được gì; hãy ghi item cho ít nhất một cột",
    "no column holds an item, so nothing can be read; give at least one column an item",
)


def id_taken(name: str) -> Text:
    """An id that a layout of the program has."""
    return Text(
        f"mã “{name}” là của một bố cục có sẵn; hãy đặt mã khác",
        f"the id '{name}' is that of a layout that comes with the program; choose another",
    )


def unknown_item(code: str, items: Iterable[str]) -> Text:
    """A code that is no item, and the one that was most likely meant."""
    near = nearest(code, list(items))
    vi, en = (
        f"không có số liệu “{code}” trong danh mục chỉ tiêu",
        f"there is no item '{code}' in the catalogue",
    )
    if near is None:
        return Text(f"{vi} (xem: cchc targets list -f json)", f"{en} (see: cchc targets list -f json)")
    return Text(f"{vi}; có phải là “{near}”?", f"{en}; did you mean '{near}'?")


def same_item(code: str, other: str) -> Text:
    """One item from two columns."""
    return Text(
        f"số liệu “{code}” đã có ở cột “{other}”; hãy bỏ một cột",
        f"the item '{code}' stands in the column '{other}' already; remove one of the columns",
    )


def same_place(place: str, other: str) -> Text:
    """One place for two things."""
    return Text(
        f"“{place}” cũng là chỗ của “{other}”; mỗi cột chỉ dùng cho một thứ",
        f"'{place}' is where '{other}' stands too; a column is used for one thing",
    )


def part_without_column(title: str, code: str) -> Text:
    """A part of a sum that no column holds."""
    return Text(
        f"tổng “{title}” gồm “{code}” nhưng không cột nào chứa số liệu ấy nên không đối chiếu được; hãy thêm "
        "cột hoặc bỏ khỏi sum_of",
        f"the sum '{title}' has '{code}', which stands in no column, so the sum cannot be checked; add the "
        "column or take it out of sum_of",
    )


def empty_step(header: str) -> Text:
    """A header with nothing between two signs."""
    return Text(
        f"tiêu đề “{header}” có tầng trống; hãy bỏ dấu > thừa",
        f"the header '{header}' has an empty step; remove the > too many",
    )


def too_deep(header: str, steps: int, rows: int) -> Text:
    """A header with more steps than there are header rows."""
    return Text(
        f"tiêu đề “{header}” có {steps} tầng nhưng header_rows là {rows}; hãy sửa một trong hai",
        f"the header '{header}' has {steps} steps but header_rows is {rows}; correct one of them",
    )


def out_of_reach(place: str) -> Text:
    """A place where nothing is ever read."""
    return Text(
        f"“{place}” nằm ngoài phần được đọc của trang tính (500 cột, 20.000 hàng); hãy sửa lại",
        f"'{place}' lies outside what is read of a sheet (500 columns, 20,000 rows); correct it",
    )


def two_kinds_of_row(word: str, kind: str, other: str) -> Text:
    """Words that make a row two things."""
    return Text(
        f"“{word}” ở {kind} cũng thuộc {other}; mỗi dòng chỉ là một loại, hãy bỏ một chỗ",
        f"'{word}' in {kind} belongs to {other} too; a row is of one kind, remove one of the two",
    )
