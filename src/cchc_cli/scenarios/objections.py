"""What is wrong in a file of scenarios, gathered with its place."""

from collections.abc import Iterable

from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.strict_yaml import Document, InvalidFileError, Location, Problem


class Objections:
    """The problems of one document, in the order in which they were met."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def add(self, location: Location, text: Text) -> None:
        """Notes what is wrong at a place, once."""
        problem = Problem(self.document.file, self.document.mark(location), text)
        if problem not in self.problems:
            self.problems.append(problem)

    def unknown(self, location: Location, noun: Text, word: str, known: Iterable[str]) -> None:
        """A word that names nothing: with what was most likely meant, or the few there are."""
        self.add(location, _unknown(noun, word, list(known)))

    def take(self, error: InvalidFileError) -> None:
        """What another part of the program objects to."""
        self.problems.extend(error.problems)

    def raise_any(self) -> None:
        """Raises InvalidFileError where anything was objected to."""
        if self.problems:
            raise InvalidFileError(self.problems)


_FEW = 12


def _unknown(noun: Text, word: str, known: list[str]) -> Text:
    vi, en = f"không có {noun.vi} “{word}”", f"there is no {noun.en} '{word}'"
    meant = nearest(word, known)
    if meant is not None:
        return Text(f"{vi}; có phải là “{meant}”?", f"{en}; did you mean '{meant}'?")
    if 0 < len(known) <= _FEW:
        listed = ", ".join(known)
        return Text(f"{vi}; có: {listed}", f"{en}; there is {listed}")
    return Text(f"{vi}; hãy kiểm tra lại", f"{en}; check how it is written")
