"""Findings about a text that was typed in a font of before Unicode: they say so first."""

from dataclasses import replace

from cchc_cli.findings.finding import Finding
from cchc_cli.findings.of_identity import AGENCY_UNKNOWN, ITEM_UNKNOWN, PERIOD_UNKNOWN
from cchc_cli.findings.of_tables import LEGACY_FONT_TEXT
from cchc_cli.findings.of_values import VALUE_AMBIGUOUS, VALUE_NOT_A_NUMBER
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.language import Language, Text

_SOFT_HYPHEN = "\u00ad"
"""The letter ư of TCVN3."""
_ABOUT_WORDS = (
    AGENCY_UNKNOWN,
    PERIOD_UNKNOWN,
    ITEM_UNKNOWN,
    VALUE_NOT_A_NUMBER,
    VALUE_AMBIGUOUS,
)
"""Kinds of findings about words that match nothing and should match something."""


def about_text(finding: Finding, cell: Cell) -> Finding:
    """The same finding; where a legacy text of the cell matches nothing even in Unicode, that it is one.

    Its facts are the text as it looks in another font and as it reads; what else is wrong follows as
    `problem`.
    """
    if cell.legacy is None or finding.kind not in _ABOUT_WORDS:
        return finding
    stored = cell.legacy.text.strip().replace(_SOFT_HYPHEN, "-")
    return replace(
        finding,
        kind=LEGACY_FONT_TEXT,
        value=stored,
        facts={
            "value": stored,
            "recovered": cell.text,
            "encoding": cell.legacy.encoding,
            "problem": Text(finding.message(Language.VI), finding.message(Language.EN)),
        },
    )
