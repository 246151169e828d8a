"""The workbook that the fast reader gets: the parts that were checked, and a list of sheets of our own.

It would find the parts of a sheet by rules of its own. Where they differ from ours, as with two relations of
one name, it could open a part that nobody measured, and end the process.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence

from cchc_cli.intake.files.archive import Parts
from cchc_cli.intake.files.parts import SHARED_STRINGS, STYLES, SheetPart
from cchc_cli.intake.files.xlsx.calculation import Calculation

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def sheet_name(index: int) -> str:
    """What a sheet is called in the package, counting from 0."""
    return f"s{index}"


def fast_package(parts: Parts, sheets: Sequence[SheetPart], calculation: Calculation) -> bytes:
    """A workbook file of these sheets, in their order, with the texts and styles that they share."""
    contents = {
        "_rels/.rels": _relations({"workbook": ("officeDocument", "/xl/workbook.xml")}),
        "xl/workbook.xml": _workbook(len(sheets), calculation),
        "xl/_rels/workbook.xml.rels": _relations(
            {
                "texts": ("sharedStrings", "/xl/sharedStrings.xml"),
                "styles": ("styles", "/xl/styles.xml"),
                **{sheet_name(index): ("worksheet", f"/{_path(index)}") for index in range(len(sheets))},
            }
        ),
        "xl/sharedStrings.xml": parts.get(SHARED_STRINGS),
        "xl/styles.xml": parts.get(STYLES),
        **{_path(index): parts[sheet.part] for index, sheet in enumerate(sheets)},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in contents.items():
            if content is not None:
                archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def _path(index: int) -> str:
    return f"xl/worksheets/{sheet_name(index)}.xml"


def _workbook(count: int, calculation: Calculation) -> str:
    sheets = "".join(
        f'<sheet name="{sheet_name(index)}" sheetId="{index + 1}" r:id="{sheet_name(index)}"/>'
        for index in range(count)
    )
    dates = f'<workbookPr date1904="{int(calculation.from_1904)}"/>'
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{dates}<sheets>{sheets}</sheets></workbook>'


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    """A kind and a part by id."""
    lines = "".join(
        f'<Relationship Id="{each}" Type="{_RELATIONS}/{kind}" Target="{part}"/>'
        for each, (kind, part) in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'
