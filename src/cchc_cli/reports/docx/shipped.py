"""The templates that come with the program, one a language; `scripts/make_docx_template.py` makes them."""

from pathlib import Path

from cchc_cli.language import Language

FOLDER = Path(__file__).parent / "templates"


def template_file(language: Language) -> Path:
    """Where the template of a language stands in this installation."""
    return FOLDER / f"report.{language.value}.docx"


def shipped_template(language: Language) -> bytes:
    """The template of a language."""
    return template_file(language).read_bytes()
