"""Formulas as programs write them differently and mean the same.

A cell is named by how far it stands from the formula's own, so that a formula shared by many cells is the
same in each; spaces, letter case and prefixes for newer functions make no difference.
"""

import re

from cchc_cli.intake.files.sheet import Place
from cchc_cli.intake.files.xlsx.scan import column_number

_TOKENS = re.compile(
    r"""
    (?P<text>"(?:[^"]|"")*")
    | (?P<sheet>'(?:[^']|'')*'!)
    | (?P<cell>(?<![A-Z0-9_.])
        (?P<fixed_column>\$?)(?P<column>[A-Z]{1,3})(?P<fixed_row>\$?)(?P<row>[1-9][0-9]{0,6})
        (?![A-Z0-9_.(!]))
    | (?P<space>\s+)
    | (?P<prefix>_XLFN\.|_XLWS\.)
    | (?P<constant>\b(?:TRUE|FALSE)\(\))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN_SHEET = re.compile(r"[^\W\d]\w*")


def canonical(formula: str, place: Place) -> str:
    """A formula in one form, whoever wrote it, for the cell in which it stands.

    >>> canonical("SUM(B2:B$5)", (6, 2)), canonical("sum( C2 : C$5 )", (6, 3))
    ('SUM(R[-4]C[0]:R5C[0])', 'SUM(R[-4]C[0]:R5C[0])')
    """
    pieces = []
    end = 0
    for token in _TOKENS.finditer(formula):
        pieces += [formula[end : token.start()].upper(), _token(token, place)]
        end = token.end()
    return "".join([*pieces, formula[end:].upper()])


def _token(token: re.Match[str], place: Place) -> str:
    match token.lastgroup:
        case "text":
            return token[0]
        case "sheet":
            name = token[0][1:-2].replace("''", "'")
            return f"{name if _PLAIN_SHEET.fullmatch(name) else token[0][:-1]}!".upper()
        case "space" | "prefix":
            return ""
        case "constant":
            return token[0][:-2].upper()
    row = _step("R", int(token["row"]), place[0], token["fixed_row"])
    return row + _step("C", column_number(token["column"].upper().encode()), place[1], token["fixed_column"])


def _step(letter: str, target: int, own: int, fixed: str) -> str:
    return f"{letter}{target}" if fixed else f"{letter}[{target - own}]"
