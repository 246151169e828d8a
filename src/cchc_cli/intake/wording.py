"""Small pieces of sentences that several findings share."""

from collections.abc import Iterable
from decimal import Decimal

from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.labels import Labelled
from cchc_cli.language import Text
from cchc_cli.observation import a1

_BLANK = Text("để trống", "is blank")
_VIETNAMESE = str.maketrans(",.", ".,")
NOTHING = Text("", "")
A_DAY = Text(
    " Excel đã đổi ô này thành một ngày: định dạng lại ô là Văn bản (Text) rồi gõ lại.",
    " Excel made a day of this cell: format it as Text and type it again.",
)
"""What follows the message about a period that became a date."""


def number_text(value: Decimal) -> Text:
    """A number with all its decimals: comma and thousands points in Vietnamese.

    >>> number_text(Decimal("1405.6"))
    Text(vi='1.405,6', en='1,405.6')
    """
    english = f"{value:,f}"
    return Text(english.translate(_VIETNAMESE), english)


def did_you_mean(names: Iterable[Text]) -> Text:
    """What follows the message about an unknown word; nothing where nothing is near."""
    near = list(names)
    if not near:
        return NOTHING
    listed = Text(
        " hoặc ".join(f"“{name.vi}”" for name in near), " or ".join(f"'{name.en}'" for name in near)
    )
    return Text(f" Có phải là {listed.vi}?", f" Did you mean {listed.en}?")


def by_its_name(labels: Iterable[Text]) -> Text:
    """What follows the message about a code that is missing or wrong, where the name beside it is known."""
    meant = did_you_mean(labels)
    return Text(
        f" Theo tên đơn vị ghi bên cạnh:{_lower(meant.vi)}", f" By the name beside it:{_lower(meant.en)}"
    )


def looks_like(near: Labelled, word: str) -> Text:
    """What follows the message about a label or heading that is missing, where one nearly is it.

    >>> looks_like(Labelled(Cell("Ky bao cao: 2024"), 2, 1), "Kỳ báo cáo").vi
    ' Ô A2 ghi “Ky bao cao”: có phải là “Kỳ báo cáo”?'
    """
    cell, head = a1(near.row, near.column), near.text.partition(":")[0]
    return Text(
        f" Ô {cell} ghi “{head}”: có phải là “{word}”?", f" Cell {cell} says '{head}': did you mean '{word}'?"
    )


def absence(cell: Cell) -> Text:
    """How a cell says that there is no figure: a blank, or the sign that it arose and is not known yet.

    >>> absence(Cell("…")).vi
    'ghi “…”, tức là có phát sinh nhưng chưa có số liệu'
    """
    if cell.is_blank:
        return _BLANK
    return Text(
        f"ghi “{cell.text}”, tức là có phát sinh nhưng chưa có số liệu",
        f"says '{cell.text}', which means that it arose and the figure is not there yet",
    )


def _lower(sentence: str) -> str:
    """A sentence that follows a colon."""
    return sentence[:1] + sentence[1:2].lower() + sentence[2:]
