"""From the code of a reading, such as A34, to its text at the end of the page: a bare code says nothing."""

import re

from markupsafe import Markup

from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.sinks import html

_PLAIN = re.compile(r"[A-Za-z]+[0-9]+")


def reading_anchor(code: str) -> str:
    """Where the text of a reading stands on the page."""
    return f"reading-{code}"


def linked(reader: Reader, line: str) -> Markup:
    """A line with the codes of readings as links; everything else in it is text."""
    codes = [code for code in reader.run.glossary.readings if _PLAIN.fullmatch(code)]
    escaped = html(line)
    if not codes:
        return Markup(escaped)
    return Markup(re.sub(rf"\b(?:{'|'.join(codes)})\b", _link, escaped))


def _link(found: re.Match[str]) -> str:
    return f'<a href="#{reading_anchor(found[0])}">{found[0]}</a>'
