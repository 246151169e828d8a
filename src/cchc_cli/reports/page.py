"""The page a report is laid out on: how wide it is, and which signs it can carry."""

from dataclasses import dataclass
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text as RichText

from cchc_cli.reports.legible import legible
from cchc_cli.reports.sinks import terminal

NARROWEST = 60
"""Below this a table of four columns has no room for its words."""


@dataclass(frozen=True, slots=True)
class Page:
    """A terminal, a pipe or a text file."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"
    whole: bool = False
    """A file has room for everything; a terminal gets what can be read on it."""

    def text(self, words: str, style: str = "") -> RichText:
        """Words as they can stand on this page; never read as markup."""
        return RichText(legible(terminal(words), self.encoding), style=style)

    def render(self, *parts: RenderableType) -> str:
        """The parts one below the other, without blanks at line ends."""
        lines = StringIO()
        console = Console(
            file=lines,
            width=max(self.width, NARROWEST),
            force_terminal=self.colour,
            color_system="standard" if self.colour else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )
        for part in parts:
            console.print(part)
        text = "\n".join(line.rstrip() for line in lines.getvalue().split("\n"))
        return legible(text, self.encoding)
