"""A finding: what is wrong with a submission, where, and how to mend it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cchc_cli.language import Language, Text
from cchc_cli.observation import a1


class Severity(StrEnum):
    """error: the value isn't used; warning: used, to be explained; info: good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SEVERITY_NAMES = {
    Severity.ERROR: Text("Lỗi phải sửa", "Error, must be mended"),
    Severity.WARNING: Text("Cần giải trình", "Warning, to be explained"),
    Severity.INFO: Text("Lưu ý", "Info"),
}


class Example(NamedTuple):
    """What a finding looks like: what stood in the cell and what it should have been."""

    found: Text
    mended: Text


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A code with everything that is said about it, once, for messages, `explain` and the docs.

    `meaning` says why it is looked for and what becomes of the figure; `message` and `hint` are templates
    over the finding's facts and `value`.
    """

    code: str
    severity: Severity
    title: Text
    meaning: Text
    message: Text
    hint: Text
    example: Example

    def __reduce__(self) -> tuple[Callable[[str, int], "FindingKind"], tuple[str, int]]:
        """Between processes a kind goes as its code, and which of the kinds with that code it is: there is
        one of each wherever findings are read."""
        from cchc_cli.findings.kinds import variants_of

        return _kind, (self.code, variants_of(self.code).index(self))


def _kind(code: str, variant: int) -> FindingKind:
    from cchc_cli.findings.kinds import variants_of

    return variants_of(code)[variant]


class Place(NamedTuple):
    """Where in a file; row and column count from 1 as in Excel."""

    file: str
    sheet: str | None = None
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str | None:
        return a1(self.row, self.column) if self.row and self.column else None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, as facts; sentences are made when somebody reads it.

    The fact `suggestion`, what was most likely meant, may be absent: then nothing is suggested.
    """

    kind: FindingKind
    place: Place | None = None
    agency: str | None = None
    period: str | None = None
    item: str | None = None
    value: str | None = None
    facts: dict[str, str | Text] = field(default_factory=dict, hash=False)
    other_items: tuple[str, ...] = ()
    """Items it is about beside `item`: those of a sum that does not agree."""
    other_places: tuple[Place, ...] = ()
    """In other files, what cannot be used because of it: a cell for each file."""
    explanation: str | None = None
    """What the agency says about it (`Giải trình, ghi chú`)."""

    @property
    def is_answered(self) -> bool:
        """Whether it asked for an explanation and has one."""
        return self.severity is Severity.WARNING and self.explanation is not None

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    def message(self, language: Language) -> str:
        return self._say(self.kind.message, language)

    def hint(self, language: Language) -> str:
        return self._say(self.kind.hint, language)

    def _say(self, template: Text, language: Language) -> str:
        facts = {
            name: fact.in_language(language) if isinstance(fact, Text) else fact
            for name, fact in self.facts.items()
        }
        own = {"value": self.value, "agency": self.agency, "period": self.period, "item": self.item}
        own |= {"suggestion": ""}
        return template.in_language(language).format_map({**own, **facts})
