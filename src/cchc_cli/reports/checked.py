"""A run of submissions that were checked, summed up: how each file stands, and how often each code occurs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cchc_cli.language import Language, Text
from cchc_cli.reports.found import CONCERN, Concern, arranged, concern_of, counts_text, kind_title
from cchc_cli.reports.wording import period_words
from cchc_cli.run import FindingRecord, Input, Run

TITLE = Text("Kiểm tra báo cáo số liệu", "Check of submissions")
BY_FILE = Text("Theo tệp", "By file")
BY_KIND = Text("Theo loại", "By kind")
FILE_HEADINGS = (
    Text("Tệp", "File"),
    Text("Đơn vị, kỳ", "Agency, period"),
    Text("Nội dung cần xử lý", "Findings"),
)
KIND_HEADINGS = (
    Text("Mức độ", "Severity"),
    Text("Nội dung", "Kind"),
    Text("Mã", "Code"),
    Text("Số lượng", "Count"),
)
_CHECKED = Text("Đã kiểm tra {files} tệp: {standings}.", "Files checked: {files} ({standings}).")
_NOTHING_CHECKED = Text("Không có tệp nào về đơn vị, kỳ đã chọn.", "No file is about what was chosen.")
_STANDINGS = {
    Concern.MEND: Text("{n} tệp có lỗi phải sửa", "{n} to mend"),
    Concern.EXPLAIN: Text("{n} tệp cần giải trình", "{n} to explain"),
    Concern.NOTE: Text("{n} tệp không phải xử lý gì", "{n} with nothing to do"),
}
_NOTHING_NEW = Text("{n} tệp không có gì mới phải xử lý", "{n} with nothing new to do")
_FINE = Text("Không có nội dung cần xử lý", "Nothing found")
_KNOWN = Text("Đã biết, không nêu lại: {n}", "Known, not listed: {n}")
_AGENCIES = Text("{n} đơn vị", "{n} agencies")
_NO_FILE = Text("(không thuộc tệp nào)", "(of no file)")
_MORE_FILES = Text("… và {n} tệp nữa ({counts})", "… and {n} more files ({counts})")


class CheckedFile(NamedTuple):
    """One file: whose it is, of when, and what was found in it."""

    path: str
    read: Input | None
    """Absent for findings that stand in no file of the call."""
    findings: list[FindingRecord]

    @property
    def worst(self) -> Concern:
        """What has to be done about it; `NOTE` where nothing has."""
        concerns = {concern_of(finding) for finding in self.findings}
        return next((one for one in (Concern.MEND, Concern.EXPLAIN) if one in concerns), Concern.NOTE)

    @property
    def known(self) -> int:
        """How many findings of it are not listed, because a baseline knows them."""
        return max(self.read.findings - len(self.findings), 0) if self.read else 0

    def standing(self, language: Language) -> str:
        words = counts_text(self.findings, language) if self.findings else ""
        return _with_known(words, self.known, language) or _FINE.in_language(language)


@dataclass(frozen=True, slots=True)
class KindCount:
    """How often a code occurs, of one concern."""

    concern: Concern
    code: str
    count: int

    def cells(self, language: Language) -> tuple[str, str, str, str]:
        """As `KIND_HEADINGS` has them."""
        concern = CONCERN[self.concern].in_language(language)
        return concern, kind_title(self.code, language), self.code, str(self.count)


def checked_files(run: Run, language: Language) -> list[CheckedFile]:
    """Every file of the call in its order; what stands in none of them comes last."""
    found: dict[str | None, list[FindingRecord]] = {read.path: [] for read in run.inputs}
    for finding in run.findings:
        found.setdefault(finding.file, []).append(finding)
    reads = {read.path: read for read in run.inputs}
    return [
        CheckedFile(_NO_FILE.in_language(language) if path is None else path, reads.get(path or ""), same)
        for path, same in found.items()
    ]


def kind_counts(run: Run) -> list[KindCount]:
    """Every code that occurs, the most urgent first."""
    return [
        KindCount(part.concern, group.code, group.count)
        for part in arranged(run.findings)
        for group in part.groups
    ]


def headline(files: Sequence[CheckedFile], language: Language) -> str:
    """How many files there are, and how many of them have to be mended or explained."""
    if not files:
        return _NOTHING_CHECKED.in_language(language)
    return _CHECKED.in_language(language).format(files=len(files), standings=_standings(files, language))


def totals(run: Run, language: Language) -> str:
    """How many findings of each concern, and how many a baseline knows."""
    known = sum(file.known for file in checked_files(run, language))
    words = counts_text(run.findings, language) if run.findings or not known else ""
    return _with_known(words, known, language)


def whose(file: CheckedFile, run: Run, language: Language) -> str:
    """Agency and period of a file, as far as they are known."""
    if file.read is None:
        return ""
    parts = [_agency(file.read, run, language)]
    parts.append(period_words(file.read.period, language) if file.read.period else "")
    return ", ".join(part for part in parts if part)


def shown_files(
    files: Sequence[CheckedFile], most: int | None = None, most_fine: int | None = None
) -> tuple[list[CheckedFile], list[CheckedFile]]:
    """The files to show, the most urgent first, and those left out.

    At most so many with something to do, and so many with nothing; without a limit all are shown.
    """
    shown: list[CheckedFile] = []
    hidden: list[CheckedFile] = []
    for concern in (Concern.MEND, Concern.EXPLAIN, Concern.NOTE):
        alike = [file for file in files if file.worst is concern]
        limit = most_fine if concern is Concern.NOTE else most
        room = len(alike) if limit is None else max(limit - len(shown), 0)
        shown += alike[:room]
        hidden += alike[room:]
    return shown, hidden


def more_files(hidden: Sequence[CheckedFile], language: Language) -> str:
    """How many files are not shown, and how they stand; '' where all are."""
    if not hidden:
        return ""
    return _MORE_FILES.in_language(language).format(n=len(hidden), counts=_standings(hidden, language))


def _standings(files: Sequence[CheckedFile], language: Language) -> str:
    nothing = [file for file in files if file.worst is Concern.NOTE]
    counts = {concern: sum(file.worst is concern for file in files) for concern in _STANDINGS}
    counts[Concern.NOTE] = sum(not file.known for file in nothing)
    spoken = [(words, counts[concern]) for concern, words in _STANDINGS.items()]
    spoken.append((_NOTHING_NEW, sum(bool(file.known) for file in nothing)))
    return ", ".join(words.in_language(language).format(n=count) for words, count in spoken if count)


def _with_known(words: str, known: int, language: Language) -> str:
    said = _KNOWN.in_language(language).format(n=known) if known else ""
    return "; ".join(part for part in (words, said) if part)


def _agency(read: Input, run: Run, language: Language) -> str:
    if read.submitter is not None:
        name = run.glossary.agencies.get(read.submitter)
        return name.in_language(language) if name else read.submitter
    return _AGENCIES.in_language(language).format(n=read.agencies) if read.agencies else ""
