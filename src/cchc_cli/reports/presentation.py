"""How a report on paper is wanted."""

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.language import Language

if TYPE_CHECKING:
    from cchc_cli.annex.source import AnnexSource


class Presentation(NamedTuple):
    """The reader's language, and what an office puts in the place of ours."""

    language: Language
    template: bytes | None = None
    """A checked Word template; None: ours."""
    annex: "AnnexSource | None" = None
    """The rows and columns of the document's annex; None: ours."""

    @property
    def template_sha256(self) -> str | None:
        """Of the office's template; None for ours."""
        return None if self.template is None else hashlib.sha256(self.template).hexdigest()

    @property
    def annex_sha256(self) -> str | None:
        """Of what the office's annex file says, however it is written; None for ours."""
        said = None if self.annex is None else self.annex.model_dump_json()
        return None if said is None else hashlib.sha256(said.encode("utf-8")).hexdigest()
