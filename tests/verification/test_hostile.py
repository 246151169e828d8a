"""Reports that strangers made to harm whoever checks them: said in one sentence, soon, and within memory."""

from collections.abc import Callable

import pytest

from cchc_cli.verification.problems import NoReportError
from cchc_cli.verification.report import open_report
from tests.verification.files import document, paragraph, workbook
from tests.zip_parts import parts_of, zipped

SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "0123456789"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


def with_part(raw: bytes, part: str, change: Callable[[str], str]) -> bytes:
    parts = parts_of(raw)
    return zipped({**parts, part: change(parts[part].decode("utf-8")).encode("utf-8")})


def sheet_of(rows: str) -> bytes:
    return with_part(
        workbook({"A": [(1,)]}), SHEET, lambda xml: xml.replace("<sheetData>", f"<sheetData>{rows}")
    )


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a document that unpacks to far more than it is": lambda: document("<w:p/>" * 8_000_000),
    "a workbook that unpacks to far more": lambda: sheet_of("<row/>" * 8_000_000),
    "entities in a document": lambda: with_part(
        document(paragraph("&amp;")),
        "word/document.xml",
        lambda xml: ENTITIES + xml.replace("&amp;", "&b;&x;"),
    ),
    "entities in a workbook": lambda: with_part(
        workbook({"A": [("x",)]}), "xl/sharedStrings.xml", lambda xml: xml.replace("<sst", f"{ENTITIES}<sst")
    ),
    "a document in a document": lambda: document("<w:p><w:r><w:t>" * 20_000),
    "cells without end": lambda: sheet_of('<row r="9"><c r="A9"><v>1</v></c><c r="A9"><v>'),
    "a cell that is nowhere": lambda: sheet_of('<row r="9"><c r="ZZZZ99999999"><v>1</v></c></row>'),
    "a text that is not there": lambda: sheet_of('<row r="9"><c r="A9" t="s"><v>99999999</v></c></row>'),
    "a shared formula that nobody wrote": lambda: sheet_of(
        '<row r="9"><c r="A9"><f t="shared" si="7"/></c></row>'
    ),
    "a workbook without sheets": lambda: with_part(
        workbook({"A": [(1,)]}), "xl/workbook.xml", lambda xml: xml.replace("<sheet ", "<nothing ")
    ),
    "a package of something else": lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}
    ),
    "a page without end": lambda: b"<!-- cchc-provenance -->" + b"<div>" * 100_000,
    "a page of one unfinished tag": lambda: b"<a " + b"x=" * 500_000,
    "a page with unfinished marks": lambda: b"<script>" + b"<!--" * 200_000,
    "a broken table": lambda: b"PAR1" + b"\x00" * 100 + b"PAR1",
    "a table without its end": lambda: b"PAR1",
    "numbers that nobody can count to": lambda: (
        b'{"findings": [], "verdicts": [], "schema_version": "1", "x": 1e999}'
    ),
    "a longer number": lambda: (
        b'{"findings": [], "verdicts": [], "schema_version": "1", "x": ' + b"9" * 100_000 + b"}"
    ),
    "more than is read": lambda: b"{" + b" " * (64 * 1024 * 1024),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=list(HOSTILE))
def test_it_is_refused_in_one_sentence(content: Callable[[], bytes]) -> None:
    with pytest.raises(NoReportError) as refused:
        open_report(content())
    assert refused.value.text.vi and "\n" not in refused.value.text.vi


def test_a_card_is_told_what_it_is() -> None:
    record = (
        '{"format": "scorecard", "tool": {"name": "cchc", "version": "1"}, "programme": "p", '
        '"catalogue_sha256": "", "agencies_sha256": "", "as_of": null, "files": 0, "inputs_sha256": "", '
        '"inputs": null, "asked": {"language": "vi", "periods": [], "later": 1}}'
    )
    with pytest.raises(NoReportError, match="scorecard"):
        open_report(f'<script type="application/json" id="cchc-provenance">{record}</script>'.encode())
