"""The one sheet of a workbook that XlsxWriter made, as the part of another workbook."""

import html
import io
import re
import zipfile
from dataclasses import dataclass

from cchc_cli.outgoing.marking.styles import Styles

_SHEET, _TEXTS, _STYLES, _WORKBOOK = (
    f"xl/{name}.xml" for name in ("worksheets/sheet1", "sharedStrings", "styles", "workbook")
)
_TEXT = re.compile(rb"<si>(.*?)</si>", re.DOTALL)
_CELL_WITH_TEXT = re.compile(rb'(<c r="[A-Z0-9]+"(?: s="\d+")?) t="s"><v>(\d+)</v>')
_FORMAT = re.compile(rb'(<(?:c|row) r="[A-Z0-9]+"[^>]*? s=")(\d+)(")')
_FORMAT_OF_COLUMN = re.compile(rb'(<col [^>]*? style=")(\d+)(")')
_NAME = re.compile(rb'<definedName name="([^"]+)" localSheetId="0">([^<]*)</definedName>')


@dataclass(frozen=True, slots=True)
class GraftedSheet:
    """The part of a sheet, and the names it defines with their formulas."""

    xml: bytes
    names: list[tuple[str, str]]


def graft(workbook: bytes, styles: Styles) -> GraftedSheet:
    """The sheet of the workbook; its texts stand in its cells, its formats are added to `styles`.

    The workbook has one sheet, with links inside the workbook only, and no picture.
    """
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        xml, shared, formats, listed = map(archive.read, (_SHEET, _TEXTS, _STYLES, _WORKBOOK))
    texts = _TEXT.findall(shared)
    numbers = styles.grafted(formats)
    # A cell without a format has the first one, which is another here.
    xml = re.sub(rb'(<c r="[A-Z0-9]+")(?! s=)', rb'\1 s="0"', xml)
    for pattern in (_FORMAT, _FORMAT_OF_COLUMN):
        xml = pattern.sub(lambda match: b"%b%d%b" % (match[1], numbers[int(match[2])], match[3]), xml)
    xml = _CELL_WITH_TEXT.sub(
        lambda match: b'%b t="inlineStr"><is>%b</is>' % (match[1], texts[int(match[2])]), xml
    )
    names = [(name.decode(), html.unescape(formula.decode())) for name, formula in _NAME.findall(listed)]
    return GraftedSheet(xml, names)
