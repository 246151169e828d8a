"""How a report on paper is wanted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_cli.language import Language

if TYPE_CHECKING:
    from cchc_cli.annex.source import AnnexSource


@dataclass(frozen=True, slots=True)
class Presentation:
    """The reader's language, and what an office puts in the place of ours."""

    language: Language
    template: bytes | None = None
    """A checked Word template; None: ours."""
    annex: "AnnexSource | None" = None
    """The rows and columns of the document's annex; None: ours."""
