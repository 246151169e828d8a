"""Writes docs/findings.md and docs/findings.vi.md from the table of finding codes."""

from pathlib import Path

from cchc_cli.language import Language
from cchc_cli.reports.explain_page import explained_document

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {Language.EN: DOCS / "findings.md", Language.VI: DOCS / "findings.vi.md"}


def main() -> None:
    """Writes both pages as UTF-8 with line feeds, whatever the system."""
    for language, path in PAGES.items():
        path.write_bytes(explained_document(language).encode("utf-8"))


if __name__ == "__main__":
    main()
