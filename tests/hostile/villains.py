"""Files made to crash, hang, fill the memory or escape, each with the codes that may be said about it."""

import io
import zipfile
from collections.abc import Callable

from tests.intake.workbooks import first_sheet, with_part, workbook_bytes
from tests.zip_parts import parts_of, zipped

_HEAD: list[list[object]] = [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "dossiers-online", "dossiers-direct"]]
_UNREADABLE = frozenset({"file-unreadable"})
_TOO_LARGE = frozenset({"file-too-large"})
_STRANGER = frozenset({"agency-unknown"})

_NAMES = (
    '=HYPERLINK("file:///etc/passwd","x")',
    "../../../../etc/passwd",
    "..\\..\\windows\\system32",
    "<script>alert(1)</script>",
    "[bold red]x[/]",
    "Sở \u202eụv iộN\u202c",
    "a\u200bb\u2066c",
    "%0a::error::x",
    "{value} %s {0}",
)


def villains() -> dict[str, tuple[bytes, frozenset[str]]]:
    """Name, content, and the error codes of which at least one must be said."""
    good = _matrix(["SNV", 1, 2])
    return {
        "zero.xlsx": (b"", _UNREADABLE),
        "truncated.xlsx": (good[:1500], _UNREADABLE),
        "text.xlsx": (b"not a workbook at all\n" * 3, frozenset({"file-unreadable", "header-missing"})),
        "html.xls": (b"<html><table><tr><td>1</td></tr></table></html>", _UNREADABLE),
        "bomb.xlsx": (_bomb(300), _TOO_LARGE),
        "lying-bomb.xlsx": (_lying(_bomb(300)), _UNREADABLE | _TOO_LARGE),
        "nested.xlsx": (zipped({"inner.xlsx": zipped({"inner.xlsx": _bomb(20)})}), _UNREADABLE),
        "entities.xlsx": (first_sheet(good, (b"<worksheet ", _LAUGHS + b"<worksheet ")), _UNREADABLE),
        "external.xlsx": (first_sheet(good, (b"<worksheet ", _EXTERNAL + b"<worksheet ")), _UNREADABLE),
        "far-part.xlsx": (
            with_part(good, "xl/_rels/workbook.xml.rels", (b"worksheets/sheet1.xml", b"../../../etc/passwd")),
            _UNREADABLE,
        ),
        "names.xlsx": (_matrix(*([name, 1, 2] for name in _NAMES)), _STRANGER),
        "long-cell.xlsx": (_matrix(["x" * 1_000_000, 1, 2]), _STRANGER),
        "sheets.xlsx": (
            _many_sheets(10_000),
            frozenset({"header-missing", "file-without-values", *_TOO_LARGE}),
        ),
    }


def hermits() -> dict[str, Callable[[], bytes]]:
    """Files with one good row and something monstrous around it: the row is read."""
    return {
        "far corner.xlsx": lambda: _with_far_cell("XFD", 1_048_576),
        "far row.xlsx": lambda: _with_far_cell("A", 1_048_576),
        "a million styles.xlsx": _with_many_styles,
    }


_LETTERS = tuple(bytes([letter]) for letter in range(ord("A"), ord("Z") + 1)) + tuple(
    b"A" + bytes([letter]) for letter in range(ord("A"), ord("X") + 1)
)
_LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_EXTERNAL = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _matrix(*rows: list[object]) -> bytes:
    return workbook_bytes({"Bảng": [*_HEAD, *rows]})


def _with_far_cell(letters: str, row: int) -> bytes:
    cell = f'<row r="{row}"><c r="{letters}{row}"><v>7</v></c></row></sheetData>'
    return first_sheet(_matrix(["SNV", 1, 2]), (b"</sheetData>", cell.encode()))


def _with_many_styles() -> bytes:
    rows = (
        b'<row r="%d">%b</row>' % (row, b"".join(b'<c r="%b%d" s="0"/>' % (each, row) for each in _LETTERS))
        for row in range(4, 20_004)
    )
    return first_sheet(_matrix(["SNV", 1, 2]), (b"</sheetData>", b"".join(rows) + b"</sheetData>"))


def _bomb(megabytes: int) -> bytes:
    """A workbook whose sheet unpacks to so many megabytes of nothing."""
    raw = io.BytesIO(_matrix(["SNV", 1, 2]))
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if not part.endswith("sheet1.xml"):
                new.writestr(part, old.read(part))
        with new.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(megabytes):
                sheet.write(bytes(1024 * 1024))
    return packed.getvalue()


def _lying(raw: bytes) -> bytes:
    """The same zip file; its directory and its entry claim that the sheet is small."""
    size = len(b"\x00") * 300 * 1024 * 1024
    return raw.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def _many_sheets(count: int) -> bytes:
    good = parts_of(workbook_bytes({"Một": [["x"]]}))
    numbers = range(2, count + 1)
    sheets = b"".join(b'<sheet name="s%d" sheetId="%d" r:id="rId9%d"/>' % (n, n, n) for n in numbers)
    relations = b"".join(
        b'<Relationship Id="rId9%d" Target="worksheets/s%d.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/worksheet"/>' % (n, n)
        for n in numbers
    )
    workbook = good["xl/workbook.xml"].replace(b"</sheets>", sheets + b"</sheets>")
    if b"xmlns:r=" not in workbook:
        workbook = workbook.replace(
            b"<workbook ",
            b'<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
        )
    links = good["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", relations + b"</Relationships>")
    first = good["xl/worksheets/sheet1.xml"]
    return zipped(
        good
        | {"xl/workbook.xml": workbook, "xl/_rels/workbook.xml.rels": links}
        | {f"xl/worksheets/s{n}.xml": first for n in numbers}
    )
