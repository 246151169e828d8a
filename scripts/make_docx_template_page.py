"""Writes docs/docx-template.md and docs/docx-template.vi.md from the table of fields."""

from pathlib import Path

from cchc_cli.language import Language
from cchc_cli.reports.docx.field_page import template_page

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {Language.EN: DOCS / "docx-template.md", Language.VI: DOCS / "docx-template.vi.md"}


def main() -> None:
    """Writes both pages as UTF-8 with line feeds, whatever the system."""
    for language, path in PAGES.items():
        path.write_bytes(template_page(language).encode("utf-8"))


if __name__ == "__main__":
    main()
