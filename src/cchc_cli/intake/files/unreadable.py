"""Why a file could not be read, as what the finding will say."""

from cchc_cli.findings.finding import FindingKind
from cchc_cli.findings.of_files import FILE_TOO_LARGE, FILE_UNREADABLE
from cchc_cli.language import Text


class UnreadableError(Exception):
    """One file cannot be read; the others are."""

    def __init__(self, kind: FindingKind, facts: dict[str, str | Text]) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.facts = facts


def unreadable(vi: str, en: str) -> UnreadableError:
    """The file is not what it should be, for a reason that its sender understands."""
    return UnreadableError(FILE_UNREADABLE, {"reason": Text(vi, en)})


def too_large(size: Text, limit: Text) -> UnreadableError:
    """The file is larger than is read."""
    return UnreadableError(FILE_TOO_LARGE, {"size": size, "limit": limit})


def damaged() -> UnreadableError:
    """The file was a workbook once."""
    return unreadable("tệp bị hỏng hoặc chép chưa hết", "the file is damaged or was not copied completely")


def megabytes(size: int) -> Text:
    """A size in bytes as a message says it, rounded up."""
    amount = -(-size // (1024 * 1024))
    return Text(f"{amount} MB", f"{amount} MB")
