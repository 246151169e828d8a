"""The page a report is laid out on: how wide it is, and which signs it can carry."""

from io import StringIO
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text as RichText

from cchc_cli.reports.legible import legible
from cchc_cli.reports.sinks import terminal

NARROWEST = 60
"""Below this a table of four columns has no room for its words."""
_ANY_HEIGHT = 25
"""Said, for else the terminal is asked for each part anew; nothing of ours depends on it."""


class Page(NamedTuple):
    """A terminal, a pipe or a text file."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"
    whole: bool = False
    """A file has room for everything; a terminal gets what can be read on it."""

    def text(self, words: str, style: str = "") -> RichText:
        """Words as they can stand on this page; never read as markup."""
        return RichText(legible(terminal(words), self.encoding), style=style)

    def indented(self, words: str, style: str = "", by: int = 2) -> RenderableType:
        """The same, each line so many blanks from the edge."""
        return _Indented(self.text(words, style), by)

    def render(self, *parts: RenderableType) -> str:
        """The parts one below the other, without blanks at line ends."""
        lines = StringIO()
        console = Console(
            file=lines,
            width=max(self.width, NARROWEST),
            height=_ANY_HEIGHT,
            force_terminal=self.colour,
            color_system="standard" if self.colour else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )
        console.print(Group(*parts))
        text = "\n".join(line.rstrip() for line in lines.getvalue().split("\n"))
        return legible(text, self.encoding)


class _Indented:
    """Words away from the edge; what rich pads on all sides, line by line, takes three times as long."""

    def __init__(self, words: RichText, by: int) -> None:
        self._words = words
        self._by = by

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = self._words.wrap(console, options.max_width - self._by)
        edge = RichText(" " * self._by)
        yield RichText("\n").join(edge + line for line in lines)
