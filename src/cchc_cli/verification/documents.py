"""A Word document against the same one made again, paragraph by paragraph."""

from cchc_cli.intake.files.archive import Parts
from cchc_cli.provenance import MARK
from cchc_cli.verification.difference import Difference
from cchc_cli.verification.document_content import document_content
from cchc_cli.verification.sequences import first_difference

_BEGINNING = f"{MARK}: "


def provenance_text(parts: Parts) -> str | None:
    """What the paragraph with the mark says behind it."""
    said = (piece.text for piece in document_content(parts))
    return next((text.removeprefix(_BEGINNING) for text in said if text.startswith(_BEGINNING)), None)


def compare_documents(reported: Parts, remade: Parts) -> Difference | None:
    """The first paragraph or table cell that differs; what it was made from is left out."""
    old, new = (
        [piece for piece in document_content(parts) if not piece.text.startswith(_BEGINNING)]
        for parts in (reported, remade)
    )
    return first_difference(old, new)
