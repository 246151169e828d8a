"""The layouts as JSON: what `cchc layouts list -f json` prints."""

from collections.abc import Sequence
from typing import Any

from cchc_cli import form_words
from cchc_cli.intake.layouts.description import LayoutSource
from cchc_cli.intake.layouts.form import FORM
from cchc_cli.intake.layouts.matrix import MATRIX
from cchc_cli.language import Text

_OWN = {
    FORM: Text(
        f"Biểu mẫu của một đơn vị: cột “{form_words.VALUE}” và “{form_words.ITEM_CODE}”",
        f"The form of one agency: the columns '{form_words.VALUE}' and '{form_words.ITEM_CODE}'",
    ),
    MATRIX: Text(
        f"Bảng tổng hợp: mỗi dòng một đơn vị (“{form_words.AGENCY_CODE}”), mỗi cột một mã số liệu",
        f"The matrix: a row for each agency ('{form_words.AGENCY_CODE}'), a column for each item code",
    ),
}
_SOURCES = {FORM: "cchc template", MATRIX: "cchc consolidate"}


def layout_listing(mapped: Sequence[LayoutSource]) -> dict[str, Any]:
    """Every layout: those of the program itself, then the mapped ones, in their order.

    Plain values only; `items` are codes, null where every item of the catalogue can stand in the layout.
    """
    own = [_entry(name, "own", text, _SOURCES[name], None) for name, text in _OWN.items()]
    return {"layouts": [*own, *(_mapped(layout) for layout in mapped)]}


def _mapped(layout: LayoutSource) -> dict[str, Any]:
    items = [column.item for column in layout.columns if column.item is not None]
    return _entry(layout.id, "mapped", layout.name, layout.source, items)


def _entry(name: str, kind: str, text: Text, source: str, items: list[str] | None) -> dict[str, Any]:
    return {
        "id": name,
        "kind": kind,
        "name": {"vi": text.vi, "en": text.en},
        "source": source,
        "items": items,
    }
