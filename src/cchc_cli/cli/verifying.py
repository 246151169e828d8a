"""A report held against itself: what it was made from is read again, and the same report made once more."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from cchc_cli.cli.call import ALONE, Paper, Sources, Staffing
from cchc_cli.cli.frozen import open_kept
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.remaking import Own, made_again
from cchc_cli.cli.sources import unreadable
from cchc_cli.freezing.checking import Frozen, is_frozen
from cchc_cli.intake.files.limits import MAXIMUM_FILE_BYTES
from cchc_cli.intake.layouts.form import FORM
from cchc_cli.intake.layouts.matrix import MATRIX
from cchc_cli.intake.layouts.shipped import shipped_layouts
from cchc_cli.intake.paths import PathError
from cchc_cli.language import Text
from cchc_cli.provenance import Provenance
from cchc_cli.run import Asked
from cchc_cli.strict_yaml import InvalidFileError
from cchc_cli.verification.causes import causes_of, remarks_on
from cchc_cli.verification.problems import NoReportError
from cchc_cli.verification.report import Report, open_report
from cchc_cli.verification.verification import Outcome, Verification, concluded
from cchc_cli.visible import visible

_NO_REPORT = Text("{file}: {reason}", "{file}: {reason}")
_NO_PATH = Text(
    "thiếu PATH: hãy nêu các tệp số liệu mà báo cáo đã dùng, hoặc thư mục do cchc freeze lập",
    "PATH is missing: name the workbooks that the report was made from, or a folder that cchc freeze has "
    "made",
)
_NEEDS_LAYOUT = Text(
    "báo cáo đã dùng tệp bố cục {name}; hãy nêu tệp ấy bằng --layout",
    "the report was made with the layout file {name}; name it with --layout",
)
_NO_LAYOUT = Text(
    "báo cáo ghi một bố cục không có: {name}", "the report names a layout that there is not: {name}"
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a call of `verify` was given, as typed; `layout` and `baseline` are files."""

    report: str
    paths: Sequence[str]
    targets: str | None = None
    agencies: str | None = None
    layout: str | None = None
    baseline: str | None = None
    paper: Paper = field(default_factory=Paper)
    staffing: Staffing = ALONE


class Verified(NamedTuple):
    """A verification, and what it was about."""

    verification: Verification
    provenance: Provenance
    frozen: Frozen | None
    files: int


def verify_call(given: Given) -> Verified:
    """Reads, judges and writes again, and compares.

    Raises UsageError for what cannot be meant or is no report of ours, PathError where there is nothing to
    read, InvalidFileError for a catalogue, registry or layout that is invalid.
    """
    frozen = _frozen(given)
    try:
        return _verified(given, frozen)
    except (UsageError, PathError, InvalidFileError) as error:
        if frozen is None or not frozen.faults:
            raise
        return _past_reading(frozen, error)


def _past_reading(frozen: Frozen, error: UsageError | PathError | InvalidFileError) -> Verified:
    """Of a folder whose files were changed so that nothing can be computed from them any more."""
    why = error.problems[0].text if isinstance(error, InvalidFileError) else error.text
    verification = Verification(Outcome.NOT_COMPUTED, (why,), frozen.faults)
    return Verified(verification, frozen.manifest.made_from, frozen, 0)


def _verified(given: Given, frozen: Frozen | None) -> Verified:
    file = frozen.run if frozen and not given.paths else Path(given.report)
    report = _opened(file)
    sources = _sources(given, frozen, report.provenance.asked)
    try:
        remade = made_again(report, sources, Own(given.baseline, given.paper))
        difference = None if remade.content == report.content else report.difference(remade.content)
    except NoReportError as error:
        raise UsageError(_NO_REPORT.filled(file=file, reason=error.text)) from None
    causes = [*(frozen.faults if frozen else ()), *causes_of(report.provenance, remade.at_hand)]
    return Verified(
        concluded(
            remade.content == report.content,
            difference,
            causes,
            remarks_on(report.provenance, remade.at_hand),
        ),
        report.provenance,
        frozen,
        len(remade.at_hand.inputs),
    )


def _frozen(given: Given) -> Frozen | None:
    """The folder of `cchc freeze` that is named: in the place of a report, or as the only path."""
    named = [given.report] if not given.paths else given.paths
    folders = [Path(path) for path in named]
    if len(folders) == 1 and is_frozen(folders[0]):
        return open_kept(folders[0])
    if not given.paths:
        raise UsageError(_NO_PATH)
    return None


def _opened(file: Path) -> Report:
    try:
        with file.open("rb") as opened:
            return open_report(opened.read(MAXIMUM_FILE_BYTES + 1))
    except OSError as error:
        raise unreadable("REPORT", file, error) from None
    except NoReportError as error:
        raise UsageError(_NO_REPORT.filled(file=file, reason=error.text)) from None


def _sources(given: Given, frozen: Frozen | None, asked: Asked) -> Sources:
    """What is read, and how: as the call says, else as the frozen folder has it."""
    kept_layout = str(frozen.layout) if frozen and frozen.layout else None
    layout = (given.layout or kept_layout) if asked.layout_sha256 else asked.layout
    if layout is None and asked.layout_sha256:
        raise UsageError(_NEEDS_LAYOUT.filled(name=asked.layout or "-"))
    if not asked.layout_sha256 and layout not in (None, FORM, MATRIX, *(one.id for one in shipped_layouts())):
        raise UsageError(_NO_LAYOUT.filled(name=visible(str(layout))))
    return Sources(
        paths=[str(frozen.inputs)] if frozen else [*given.paths],
        targets=given.targets or (str(frozen.targets) if frozen else None),
        agencies=given.agencies or (str(frozen.agencies) if frozen else None),
        layout=layout,
        as_agency=asked.as_agency,
        as_period=asked.as_period,
        cutoff=asked.cutoff.isoformat() if asked.cutoff else None,
        today=asked.today,
        staffing=given.staffing,
    )
