"""What is wrong in a file that people edit by hand, with its line and its cure."""

from typing import NamedTuple

from cchc_cli.language import Language, Text


class Mark(NamedTuple):
    """A place in a text file; line and column count from 1."""

    line: int
    column: int


class Problem(NamedTuple):
    """One thing wrong in one file: where, and what to do about it."""

    file: str
    mark: Mark
    text: Text

    def describe(self, language: Language) -> str:
        """The problem on one line, as `file:line:column: text`."""
        place = f"{self.file}:{self.mark.line}:{self.mark.column}"
        return f"{place}: {self.text.in_language(language)}"


class InvalidFileError(Exception):
    """A catalogue, registry or layout that cannot be used; carries every problem found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.describe(Language.EN) for problem in problems))
        self.problems = sorted(problems, key=lambda problem: (problem.mark.line, problem.mark.column))
