"""Writes the Word templates of the periodic report: src/cchc_cli/reports/docx/templates/report.*.docx."""

from cchc_cli.language import Language
from cchc_cli.reports.docx.shipped import FOLDER, template_file
from docx_template.build import Builder


def main() -> None:
    """Writes one template a language, the same bytes each time."""
    FOLDER.mkdir(exist_ok=True)
    for language in Language:
        template_file(language).write_bytes(Builder(language).build())


if __name__ == "__main__":
    main()
