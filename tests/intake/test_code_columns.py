"""Columns of item codes are read once for all forms of a kind."""

import pytest

from cchc_cli.intake import code_columns
from cchc_cli.intake.code_columns import CodeColumns
from cchc_cli.intake.files.sheet import Value
from cchc_cli.plain_text import plain
from tests.intake.programme import ITEMS


def columns() -> CodeColumns:
    return CodeColumns({plain(code): item for code, item in ITEMS.items()})


def test_the_items_of_a_column_and_what_stands_beside_them() -> None:
    found = columns().of((None, "settled", None, "pending"))
    assert found is not None
    assert (found.items, found.rows) == (("settled", "pending"), (1, 3))
    assert found.beside(["a", 1, "b", 2]) == (1, 2)


@pytest.mark.parametrize(
    "odd",
    [
        (None, "settled"),
        ("settled", "pending", "Tổng cộng"),
        ("settled", "pending", 12),
        ("settled", "Pending "),
        (None, None),
        (),
    ],
)
def test_a_column_with_anything_else_is_for_a_closer_look(odd: tuple[Value, ...]) -> None:
    assert columns().of(odd) is None


def test_of_very_many_columns_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_columns, "_MOST_REMEMBERED", 5)
    known = columns()
    for height in range(100):
        found = known.of(("settled", *[None] * height, "pending"))
        assert found is not None
        assert found.rows == (0, height + 1)
    assert len(known._known) <= 5
