"""Writes the Word templates of the periodic report, where they stand in the package or into a folder.

python scripts/make_docx_template.py [FOLDER]
"""

import sys
from pathlib import Path

from cchc_cli.language import Language
from cchc_cli.reports.docx.shipped import FOLDER, template_file
from docx_template.build import Builder


def main(folder: Path) -> None:
    """Writes one template a language, the same bytes each time."""
    folder.mkdir(exist_ok=True)
    for language in Language:
        (folder / template_file(language).name).write_bytes(Builder(language).build())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
