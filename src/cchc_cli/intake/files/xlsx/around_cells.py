"""What stands before and behind the rows of a sheet: which columns are hidden, and which cells are one block.

As for the cells, one pattern describes all of it that counts: what is written in another way sends the sheet
to the exact reader, which finds the same things wherever XML allows them. What counts for nothing here is not
looked at: it may be broken where the exact reader would call the file damaged.
"""

import re
from collections.abc import Iterator
from itertools import islice

from cchc_cli.intake.files.limits import MAXIMUM_BLOCKS
from cchc_cli.intake.files.sheet import Range, joined
from cchc_cli.intake.files.small_parts import kept_when_small
from cchc_cli.intake.files.xlsx.regular_texts import ROOT, IrregularError, check_characters
from cchc_cli.intake.files.xlsx.scan import LAST_COLUMN, LAST_ROW, merged_ranges

_ROOT = re.compile(ROOT % b"worksheet")
_COLUMNS = re.compile(rb'<cols ?+>(?:<col(?: (?!xmlns)[\w:]++="[^"<>&]*+")++ ?+/>)*+</cols>')
_OTHER_COLUMNS = (b"<col", b":col")
_HIDES = b"hidden="
_HIDDEN = re.compile(rb'<col(?=[^<>]* hidden="(?:1|true)")[^<>]*>')
_ENDS = re.compile(rb' (min|max)="([0-9]{1,7})"')
_MAXIMUM_RUNS = 16_384
_NO_ELEMENTS = {b"!": b"<!", b"?": b"<?"}
"""What may look like elements and holds none, by the rarer byte of it, which is looked for much faster."""
_OTHER_NAMES = b"xmlns"

_ADDRESS = rb"[A-Z]{1,3}[1-9][0-9]{0,6}"
_MERGED = re.compile(
    rb'<mergeCells(?: count="[0-9]{1,9}")?+ ?+>(?:<mergeCell ref="%b:%b" ?+/>)*+</mergeCells>'
    % (_ADDRESS, _ADDRESS)
)
_MERGES = b"mergeCell"
_ROWS_AGAIN = b"sheetData"


@kept_when_small
def hidden_columns(head: bytes) -> tuple[tuple[int, int], ...]:
    """First and last column of each hidden run, by what stands before the rows. Raises IrregularError."""
    check_characters(head)
    root = _ROOT.match(head)
    if root is None:
        raise IrregularError
    within = head[root.end() :]
    columns = _COLUMNS.search(within)
    rest = within[: columns.start()] + within[columns.end() :] if columns else within
    if any(mark in rest for mark in (*_OTHER_COLUMNS, _OTHER_NAMES)) or _has_other_than_elements(rest):
        raise IrregularError
    return joined(_runs(columns[0])) if columns and _HIDES in columns[0] else ()


def _runs(columns: bytes) -> Iterator[tuple[int, int]]:
    for element in islice(_HIDDEN.finditer(columns), _MAXIMUM_RUNS):
        run = dict(_ENDS.findall(element[0]))
        if len(run) != len(("min", "max")):
            raise IrregularError
        yield int(run[b"min"]), int(run[b"max"])


def merged_blocks(tail: bytes) -> tuple[Range, ...]:
    """The merged blocks, by what stands behind the rows. Raises IrregularError."""
    if _ROWS_AGAIN in tail or _has_other_than_elements(tail):
        raise IrregularError
    if _MERGES not in tail:
        return ()
    merged = _MERGED.search(tail)
    if merged is None or _MERGES in tail[: merged.start()] or _MERGES in tail[merged.end() :]:
        raise IrregularError
    return _blocks(merged[0])


def _has_other_than_elements(xml: bytes) -> bool:
    return any(byte in xml and mark in xml for byte, mark in _NO_ELEMENTS.items())


@kept_when_small
def _blocks(merged: bytes) -> tuple[Range, ...]:
    blocks = tuple(islice(merged_ranges(merged), MAXIMUM_BLOCKS))
    if any(block.last_row > LAST_ROW or block.last_column > LAST_COLUMN for block in blocks):
        raise IrregularError
    return blocks
