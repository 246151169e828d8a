"""The pages of the docs are made from the table of codes, and nothing else."""

from pathlib import Path

import pytest

from cchc_cli.findings.kinds import KINDS
from cchc_cli.language import Language
from cchc_cli.reports.explain_page import explained_document

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {Language.EN: "findings.md", Language.VI: "findings.vi.md"}


@pytest.mark.parametrize("language", Language)
def test_the_page_is_the_table(language: Language) -> None:
    """Where it is not: `python scripts/make_findings_page.py` writes both anew."""
    assert (DOCS / PAGES[language]).read_text(encoding="utf-8") == explained_document(language)


@pytest.mark.parametrize("language", Language)
def test_every_code_has_a_section_and_a_line_in_the_list(language: Language) -> None:
    lines = explained_document(language).splitlines()
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == list(KINDS)
    for code in KINDS:
        assert any(line.startswith(f"| [`{code}`](#{code}) |") for line in lines)
