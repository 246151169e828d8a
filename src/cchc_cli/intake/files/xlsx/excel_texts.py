"""What the sheets of an Excel workbook share, read the slow way: their texts, and their cells' styles."""

from collections.abc import Iterator

from cchc_cli.intake.files.cell_styles import CellStyles
from cchc_cli.intake.files.limits import Allowance
from cchc_cli.intake.files.number_formats import built_in_format
from cchc_cli.intake.files.small_parts import kept_when_small
from cchc_cli.intake.files.unreadable import damaged
from cchc_cli.intake.files.xlsx.excel_xml import Begins, ExcelReading, Finishes, unescaped
from cchc_cli.intake.files.xml_parsing import Attributes, parse

_A_TEXT = 8
"""A text takes the memory of so many cells."""


class SharedTexts(ExcelReading):
    """`texts` by their numbers. How a text is pronounced, which may stand beside it, is no part of it."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__(allowance, _BEGINS_OF_TEXTS, _FINISHES_OF_TEXTS)
        self.texts: list[str] = []
        self._pieces: list[str] = []

    def begin_text(self, _: Attributes) -> None:
        self._pieces = []

    def add_piece(self) -> None:
        self._pieces.append(self.heard())

    def finish_text(self) -> None:
        self.allowance.spend(_A_TEXT)
        self.texts.append(unescaped("".join(self._pieces)))


_BEGINS_OF_TEXTS: Begins = {
    ("sst", "si"): SharedTexts.begin_text,
    ("si", "t"): SharedTexts.listen_to_text,
    ("r", "t"): SharedTexts.listen_to_text,
}
_FINISHES_OF_TEXTS: Finishes = {
    ("sst", "si"): SharedTexts.finish_text,
    ("si", "t"): SharedTexts.add_piece,
    ("r", "t"): SharedTexts.add_piece,
}


class Styles(ExcelReading):
    """The number formats of the cells' styles."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__(allowance, _BEGINS_OF_STYLES, {})
        self._codes: dict[str, str] = {}
        self._used: list[str] = []

    def add_format(self, attributes: Attributes) -> None:
        self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def add_style(self, attributes: Attributes) -> None:
        self._used.append(attributes.get("numFmtId", "0"))

    def codes(self) -> Iterator[str]:
        """The format codes of the styles, in their order. Raises ValueError where one has no number."""
        return (self._codes.get(number) or built_in_format(int(number)) for number in self._used)


_BEGINS_OF_STYLES: Begins = {
    ("numFmts", "numFmt"): Styles.add_format,
    ("cellXfs", "xf"): Styles.add_style,
}


def exact_texts(xml: bytes | None, allowance: Allowance) -> list[str]:
    """The texts that the sheets share, if there are any. Raises UnreadableError."""
    reading = SharedTexts(allowance)
    if xml is not None:
        parse(xml, reading)
    return reading.texts


@kept_when_small
def cell_styles(xml: bytes, from_1904: bool) -> CellStyles:
    """The styles of the cells, where the part is not empty. Raises UnreadableError where it is damaged."""
    reading = Styles(Allowance())
    if xml:
        parse(xml, reading)
    try:
        return CellStyles(reading.codes(), from_1904=from_1904)
    except ValueError:
        raise damaged() from None
