"""The page that a stream offers: its width, its colours, its code page."""

import shutil
from typing import TextIO

from rich.console import Console

from cchc_cli.reports.page import Page

_WIDEST = 140
"""Lines longer than this are hard to follow with the eye."""


def page_of(stream: TextIO) -> Page:
    """The terminal behind a stream; 80 columns without colour where there is none."""
    console = Console(file=stream)
    colour = (
        console.is_terminal
        and console.color_system is not None
        and not console.no_color
        and not console.legacy_windows
    )
    width = min(shutil.get_terminal_size(fallback=(80, 24)).columns, _WIDEST)
    return Page(width=width, colour=colour, encoding=getattr(stream, "encoding", None) or "utf-8")


FILE_PAGE = Page(width=100, whole=True)
"""For a table written into a text file, in UTF-8."""
