"""What became of holding a report against itself."""

from dataclasses import dataclass
from enum import StrEnum

from cchc_cli.language import Text
from cchc_cli.verification.difference import Difference


class Outcome(StrEnum):
    """How a report stands to itself made again."""

    IDENTICAL = "identical"
    """Byte for byte."""
    SAVED_AGAIN = "saved-again"
    """The same content, in a file that another program has saved."""
    OTHER_SOURCES = "other-sources"
    """The same content, though not made from the same files."""
    DIFFERENT = "different"
    NOT_COMPUTED = "not-computed"
    """The files were changed so that nothing can be computed from them."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome, what may explain it, and the first difference."""

    outcome: Outcome
    remarks: tuple[Text, ...] = ()
    """What may explain a difference and is none by itself."""
    causes: tuple[Text, ...] = ()
    """What is not what the report was made from."""
    difference: Difference | None = None

    @property
    def holds(self) -> bool:
        """Whether the report says what comes out of the files it was made from."""
        return self.outcome in (Outcome.IDENTICAL, Outcome.SAVED_AGAIN)


def concluded(
    same_bytes: bool, difference: Difference | None, causes: list[Text], remarks: list[Text]
) -> Verification:
    """The outcome of a comparison."""
    if difference is not None:
        outcome = Outcome.DIFFERENT
    elif causes:
        outcome = Outcome.OTHER_SOURCES
    else:
        outcome = Outcome.IDENTICAL if same_bytes else Outcome.SAVED_AGAIN
    return Verification(outcome, tuple(remarks), tuple(causes), difference)
