"""A web page against the same one made again: what is read in it first, then all that it is made of."""

from cchc_cli.provenance import MARK
from cchc_cli.verification.difference import Difference
from cchc_cli.verification.page_content import page_content
from cchc_cli.verification.sequences import first_difference


def provenance_text(html: str) -> str | None:
    """What the script element with the mark holds."""
    return page_content(html).provenance if MARK in html else None


def compare_pages(reported: str, remade: str) -> Difference | None:
    """The first text that differs, else the first data, script or style, else the first element.

    What it was made from is left out; comments, line breaks and the order of attributes are nothing.
    """
    old, new = page_content(reported), page_content(remade)
    return (
        first_difference(old.read, new.read)
        or first_difference(old.scripts, new.scripts)
        or first_difference(old.made_of, new.made_of)
    )
