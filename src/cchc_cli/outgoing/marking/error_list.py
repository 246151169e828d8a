"""What one workbook has to have mended or explained, as its agency reads it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import PurePath

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding, Severity
from cchc_cli.findings.finding import Place as PlaceInFile
from cchc_cli.intake.files.sheet import Place
from cchc_cli.intake.returned import ReturnedKey, where_text
from cchc_cli.language import Language, Text
from cchc_cli.observation import Submission
from cchc_cli.outgoing import look
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry

MOST_ENTRIES = 5_000
_MOST_AGENCIES = 3
_ASIDE_FOR_ANALYSTS = re.compile(r",? hoặc chỉ rõ bằng --[a-z-]+|\s*\(xem(?: mã)? bằng lệnh: [^)]*\)")
_SENTENCE_FOR_ANALYSTS = re.compile(r"(?:^|(?<=\. ))[^.]*(?:--[a-z]|\bcchc )[^.]*\.? ?")


class Mark(Enum):
    """What a row asks for, in the order in which the rows stand."""

    ERROR = "Lỗi phải sửa"
    WARNING = "Cần giải trình"
    ANSWERED = "Đã giải trình"

    @property
    def colour(self) -> str:
        """Behind the cell; '' where it keeps its own."""
        return {Mark.ERROR: look.ERROR, Mark.WARNING: look.WARNING}.get(self, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: where, what, and what to do about it. All texts are for reading, as files may write them."""

    mark: Mark
    sheet: str | None
    row: int | None
    column: int | None
    content: str
    found: str
    problem: str
    cure: str
    explanation: str
    key: ReturnedKey

    @property
    def where(self) -> str:
        return where_text(self.sheet, self.row, self.column)

    @property
    def place(self) -> tuple[str, Place] | None:
        """Sheet and cell, where it is about a cell."""
        if self.sheet is None or self.row is None or self.column is None:
            return None
        return self.sheet, (self.row, self.column)


@dataclass(frozen=True, slots=True)
class ErrorList:
    """Everything that is said to one agency about one workbook."""

    agency: str
    period: str
    file: str
    entries: tuple[Entry, ...]
    left_out: int
    """Rows that are too many to be listed."""
    errors: int
    warnings: int
    is_used: bool
    """Whether any figure of the workbook counts."""
    contact: str | None = None
    return_by: date | None = None

    @property
    def asks_for_anything(self) -> bool:
        return bool(self.errors or self.warnings)


@dataclass(frozen=True)
class Correspondence:
    """What the lists of one call have in common."""

    items: Mapping[str, Item]
    registry: Registry
    paths: Collection[str]
    """The files that findings may name; an agency sees their names only."""
    contact: str | None = None
    return_by: date | None = None

    def error_list(
        self,
        submission: Submission,
        findings: Iterable[Finding],
        agencies: Sequence[str],
        periods: Sequence[Period],
        is_used: bool,
    ) -> ErrorList:
        """The list of one submission; `agencies` and `periods` are those that it has figures of."""
        marked = [(mark, one) for one in findings if (mark := _mark(one)) is not None]
        order = list(Mark)
        marked.sort(key=lambda each: (order.index(each[0]), _position(each[1], submission)))
        several = len(periods) > 1
        return ErrorList(
            agency=self._agencies(submission, agencies, periods),
            period=_periods(submission, periods),
            file=PurePath(submission.path).name,
            entries=tuple(
                self._entry(mark, finding, submission, several) for mark, finding in marked[:MOST_ENTRIES]
            ),
            left_out=max(0, len(marked) - MOST_ENTRIES),
            errors=sum(mark is Mark.ERROR for mark, _ in marked),
            warnings=sum(mark is Mark.WARNING for mark, _ in marked),
            is_used=is_used,
            contact=self.contact,
            return_by=self.return_by,
        )

    def _entry(self, mark: Mark, finding: Finding, submission: Submission, several: bool) -> Entry:
        place = finding.place
        key = ReturnedKey(finding.code, finding.agency or "", finding.period or "", finding.item or "")
        return Entry(
            mark=mark,
            sheet=place.sheet if place else None,
            row=place.row if place else None,
            column=place.column if place else None,
            content=self._content(finding, submission, several),
            found=_found(finding),
            problem=self._without_folders(finding.message(Language.VI)),
            cure=for_officers(finding.hint(Language.VI)),
            explanation=finding.explanation or "",
            key=key,
        )

    def _content(self, finding: Finding, submission: Submission, several: bool) -> str:
        """The figure in words; with its agency and period where the workbook holds those of several."""
        item = self.items.get(finding.item or "")
        parts = [item.name.vi if item else finding.kind.title.vi]
        if finding.agency and finding.agency != submission.submitter:
            parts.append(self._agency(finding.agency, finding.period))
        if finding.period and several:
            parts.append(Period.parse(finding.period).in_words(Language.VI))
        return " – ".join(parts)

    def _agencies(self, submission: Submission, agencies: Sequence[str], periods: Sequence[Period]) -> str:
        codes = [submission.submitter] if submission.submitter else list(agencies)
        period = str(submission.period or (periods[0] if periods else "")) or None
        named = [f"{self._agency(code, period)} ({code})" for code in codes[:_MOST_AGENCIES]]
        rest = len(codes) - len(named)
        if not named:
            return "Chưa rõ (xem các lỗi dưới đây)"
        return "; ".join(named) + (f" và {rest} đơn vị khác" if rest else "")

    def _agency(self, code: str, period: str | None) -> str:
        agency = self.registry.life_in(code, Period.parse(period)) if period else None
        agency = agency or self.registry.latest(code)
        return self.registry.full_name(agency).vi if agency else code

    def _without_folders(self, message: str) -> str:
        """A message that names other files, without the folders they are kept in."""
        if "/" not in message and "\\" not in message:
            return message
        for path in self._longest_first:
            if path in message:
                message = message.replace(path, PurePath(path).name)
        return message

    @cached_property
    def _longest_first(self) -> list[str]:
        """A path may be the end of another."""
        return sorted(self.paths, key=len, reverse=True)


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings that each file is to hear of, by its path.

    Whoever sent the other file of two that contradict each other must not read that all was received.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.place is not None:
            found[finding.place.file].append(finding)
        for place in finding.other_places:
            found[place.file].append(_as_seen_at(place, finding))
    return found


def _as_seen_at(place: PlaceInFile, finding: Finding) -> Finding:
    """The finding at a cell of another file; the figure that it quotes as written stands elsewhere."""
    facts = {name: fact for name, fact in finding.facts.items() if name != "value"}
    return replace(finding, place=place, value=None, facts=facts)


def for_officers(hint: str) -> str:
    """A hint without what it says of the program's commands: whoever fills in the form has none.

    >>> for_officers("Điền mã đơn vị, hoặc chỉ rõ bằng --as-agency.")
    'Điền mã đơn vị.'
    """
    return _SENTENCE_FOR_ANALYSTS.sub("", _ASIDE_FOR_ANALYSTS.sub("", hint)).strip()


def _position(finding: Finding, submission: Submission) -> tuple[int, int, int]:
    """For the order in which somebody meets the findings going through the file."""
    place = finding.place
    if place is None or place.sheet not in submission.sheets:
        return -1, 0, 0
    return submission.sheets.index(place.sheet), place.row or 0, place.column or 0


def _mark(finding: Finding) -> Mark | None:
    if finding.severity is Severity.ERROR:
        return Mark.ERROR
    if finding.severity is Severity.WARNING:
        return Mark.ANSWERED if finding.is_answered else Mark.WARNING
    return None


def _found(finding: Finding) -> str:
    fact = finding.facts.get("value")
    shown = fact.vi if isinstance(fact, Text) else fact
    return shown or finding.value or ""


def _periods(submission: Submission, periods: Sequence[Period]) -> str:
    stated = [submission.period] if submission.period else list(periods)
    return "; ".join(period.in_words(Language.VI) for period in stated) or "Chưa rõ (xem các lỗi dưới đây)"
