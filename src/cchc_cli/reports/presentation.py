"""How a report on paper is wanted."""

from dataclasses import dataclass

from cchc_cli.language import Language


@dataclass(frozen=True, slots=True)
class Presentation:
    """The reader's language, and what an office puts in the place of ours."""

    language: Language
