"""The two languages of the program, and a text that exists in both."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Language(StrEnum):
    """The language that the reader asked for."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Vietnamese and English.

    >>> Text("Đạt", "Met").in_language(Language.EN)
    'Met'
    """

    vi: str
    en: str

    # Read by pydantic where a Text stands in a model: a third language or a typo is an error.
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    def in_language(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en
