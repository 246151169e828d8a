"""Number formats that paint a figure of their own over whatever stands in a cell.

"85,00%" between quotation marks shows 85,00% for any value.
"""

import html
import re

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.parts import STYLES

_CODE = re.compile(rb"""\sformatCode=(?:"([^"]*)"|'([^']*)')""")
_LITERAL = re.compile(r'"([^"]*)"|[\\_*](.)')
_CONDITION = re.compile(r"\[[^\]]*\]")
_DIGIT, _SHOWN_DIGIT = re.compile("[0-9]"), re.compile("[1-9]")


def painted_figures(parts: Parts) -> set[str]:
    """The format codes of a workbook that show digits which are no part of the value."""
    found = _CODE.findall(parts.get(STYLES, b""))
    codes = {html.unescape((one or other).decode("utf-8", "replace")) for one, other in found}
    return {code for code in codes if _paints(code)}


def _paints(code: str) -> bool:
    """Of digits outside quotation marks only the zero stands for one of the value.

    >>> _paints('0.00"%"'), _paints('"85"'), _paints("85"), _paints('[>99]0" điểm"')
    (False, True, True, False)
    """
    literals = "".join(quoted or escaped for quoted, escaped in _LITERAL.findall(code))
    bare = _CONDITION.sub("", _LITERAL.sub("", code))
    return bool(_DIGIT.search(literals) or _SHOWN_DIGIT.search(bare))
