"""The XML of an Excel workbook, element by element, whatever way it is written in."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from cchc_cli.intake.files.limits import Allowance
from cchc_cli.intake.files.xml_parsing import Attributes

_NAMESPACES = frozenset(
    {
        "",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    }
)
_SPACE = "http://www.w3.org/XML/1998/namespace space"
BLANKS = " \t\r\n"
_AN_ELEMENT = 6
"""An element takes the time of so many cells."""
_ESCAPED = re.compile("_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""How Excel writes characters that XML does not allow; halves of a character stay as they are."""

Begins: TypeAlias = Mapping[tuple[str, str], Callable[[Any, Attributes], None]]
Finishes: TypeAlias = Mapping[tuple[str, str], Callable[[Any], None]]
"""What is done where an element begins or ends, by the names of the one around it and its own."""


class ExcelReading:
    """Where the parser stands. Raises ValueError where an element stands inside a text."""

    def __init__(self, allowance: Allowance, begins: Begins, finishes: Finishes) -> None:
        self.allowance = allowance
        self._begins = begins
        self._finishes = finishes
        self._around = [""]
        """The elements that are open, the innermost last."""
        self._heard: list[str] | None = None
        self._is_trimmed = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._heard is not None:
            raise ValueError("an element inside a text")
        self.allowance.spend(_AN_ELEMENT)
        name = _local(tag)
        begin = self._begins.get((self._around[-1], name))
        self._around.append(name)
        if begin is not None:
            begin(self, attributes)

    def end(self, tag: str) -> None:
        name = self._around.pop()
        finish = self._finishes.get((self._around[-1], name))
        if finish is not None:
            finish(self)

    def text(self, data: str) -> None:
        if self._heard is not None:
            self._heard.append(data)

    def listen(self, _: Attributes) -> None:
        """Gathers the text from here on."""
        self._heard = []

    def listen_to_text(self, attributes: Attributes) -> None:
        """Gathers what is shown as text: spaces at its ends count only where it says so."""
        self._heard = []
        self._is_trimmed = attributes.get(_SPACE) != "preserve"

    def heard(self) -> str:
        """The text that was gathered, which ends here."""
        text = "".join(self._heard or ())
        if self._is_trimmed:
            text = text.strip(BLANKS)
        self._heard, self._is_trimmed = None, False
        return text


def unescaped(text: str) -> str:
    """A text with the characters that Excel wrote in letters.

    >>> unescaped("a_x000D_b"), unescaped("_x005F_x000D_")
    ('a\\rb', '_x000D_')
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    """The name of an element; '' for one of another namespace."""
    namespace, _, name = tag.rpartition(" ")
    return name if namespace in _NAMESPACES else ""
