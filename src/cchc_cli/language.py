"""The two languages of the program, and a text that exists in both."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, TypeAlias


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

    def filled(self, **facts: "Fact") -> "Text":
        """The text with its places filled in; a fact that is a text itself speaks each language.

        >>> Text("{name}: {why}", "{name}: {why}").filled(name="a.xlsx", why=Text("trống", "empty"))
        Text(vi='a.xlsx: trống', en='a.xlsx: empty')
        """
        return Text(_filled(self.vi, facts, Language.VI), _filled(self.en, facts, Language.EN))


Fact: TypeAlias = str | int | Path | Text


def _filled(template: str, facts: dict[str, Fact], language: Language) -> str:
    said = {
        name: fact.in_language(language) if isinstance(fact, Text) else fact for name, fact in facts.items()
    }
    return template.format(**said)


def joined(texts: Iterable[Text], separator: str) -> Text:
    """Several texts as one.

    >>> joined([Text("a", "b"), Text("c", "d")], ", ")
    Text(vi='a, c', en='b, d')
    """
    listed = list(texts)
    return Text(separator.join(text.vi for text in listed), separator.join(text.en for text in listed))
