"""Which layouts to look for: all of them, the one that was named, or the user's own before all others."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_cli.intake.layouts.form import FORM
from cchc_cli.intake.layouts.matrix import MATRIX
from cchc_cli.intake.layouts.shipped import load_layout, shipped_layouts
from cchc_cli.intake.paths import PathError
from cchc_cli.language import Text
from cchc_cli.nearness import nearest

if TYPE_CHECKING:
    from cchc_cli.intake.layouts.description import LayoutSource


class UnknownLayoutError(PathError):
    """The layout that was asked for is neither shipped nor a file that can be opened."""

    def __init__(self, name: str, known: list[str]) -> None:
        near, listed = nearest(name, known), ", ".join(known)
        meant = Text(f"; có phải là “{near}”?", f"; did you mean '{near}'?") if near else Text(".", ".")
        text = Text(
            f"không có bố cục “{name}”{meant.vi} Các bố cục có sẵn: {listed}, hoặc một tệp .yaml",
            f"there is no layout '{name}'{meant.en} Layouts: {listed}, or a .yaml file",
        )
        super().__init__(text)


@dataclass(frozen=True)
class LayoutChoice:
    """`only` names the one layout to read; `described` is a mapped one that is looked for before others."""

    only: str | None = None
    described: "LayoutSource | None" = None

    def allows(self, name: str) -> bool:
        return self.only in (None, name)

    @cached_property
    def shipped(self) -> "list[LayoutSource]":
        """The mapped layouts to look for where nothing else is found, in the order of their names."""
        return shipped_layouts() if self.only is None else []


def choose_layout(name: str | None) -> LayoutChoice:
    """Only the layout with a name (`form`, `matrix`, a shipped id), or one in a YAML file beside all others.

    None: whatever is found. Raises UnknownLayoutError, and InvalidFileError where the file is no layout.
    """
    if name is None or name in (FORM, MATRIX):
        return LayoutChoice(name)
    shipped = {layout.id: layout for layout in shipped_layouts()}
    if name in shipped:
        return LayoutChoice(name, shipped[name])
    try:
        described = load_layout(Path(name))
    except OSError:
        raise UnknownLayoutError(name, [FORM, MATRIX, *shipped]) from None
    return LayoutChoice(described=described)
