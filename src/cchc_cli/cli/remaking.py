"""A report made again: the same question to the workbooks at hand, written the same way."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from cchc_cli.cli.against import against, open_baseline
from cchc_cli.cli.call import Paper, Sources
from cchc_cli.cli.choices import Choices, parse_sort, parse_top
from cchc_cli.cli.delivery import file_content
from cchc_cli.cli.evaluation import Outcome as Evaluated
from cchc_cli.cli.evaluation import Wanted, judge, layout_sha256
from cchc_cli.cli.extras import check_extra
from cchc_cli.cli.pages import FILE_PAGE
from cchc_cli.cli.paper import presentation_of
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.reading import Ground, open_ground, read_submissions
from cchc_cli.engine.evidence import Question, Tracing
from cchc_cli.intake.own_report import is_own_report_file
from cchc_cli.intake.paths import find_workbooks
from cchc_cli.intake.submission_reading import content_sha256
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.provenance import InputHash, Provenance
from cchc_cli.reports.formats import FILE_FORMATS, FORMATS, PAPER_FORMATS
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Asked, Input, Run
from cchc_cli.verification.causes import AtHand
from cchc_cli.verification.inputs import pair
from cchc_cli.verification.report import Report
from cchc_cli.visible import visible

_OUR_TARGETS = "targets.yaml"
_SHARE = re.compile("[0-9]{1,20}(?:/[1-9][0-9]{0,19})?")

_NEEDS_BASELINE = Text(
    "báo cáo chỉ nêu nội dung cần xử lý mới so với một kết quả đã lưu (SHA-256 {sha256}…); hãy nêu kết quả "
    "ấy bằng --baseline",
    "the report leaves out findings that a saved run knows (SHA-256 {sha256}…); name it with --baseline",
)
_OTHER_BASELINE = Text(
    "--baseline {file}: không phải kết quả đã lưu mà báo cáo đã dùng",
    "--baseline {file}: it is not the saved run that the report was made with",
)
_NEEDS_TEMPLATE = Text(
    "báo cáo được lập trên mẫu tài liệu riêng; hãy nêu mẫu ấy bằng --docx-template",
    "the report was made on a template of the office's own; name it with --docx-template",
)
_NEEDS_ANNEX = Text(
    "báo cáo có phụ lục theo tệp riêng; hãy nêu tệp ấy bằng --docx-annex",
    "the annex of the report follows a file of the office's own; name it with --docx-annex",
)
_BAD_QUESTION = Text(
    "câu hỏi ghi trong báo cáo không đọc được: {reason}",
    "what the report says was asked is unreadable: {reason}",
)


class Own(NamedTuple):
    """What whoever made the report had put beside the workbooks: a saved run, a template, an annex file."""

    baseline: str | None
    paper: Paper


class Remade(NamedTuple):
    """The report made again, and what it was made from this time."""

    content: bytes
    at_hand: AtHand


def made_again(report: Report, sources: Sources, own: Own) -> Remade:
    """Reads, judges and writes.

    Raises UsageError for what cannot be meant, PathError where there is nothing to read, InvalidFileError for
    a catalogue, registry or layout that is invalid.
    """
    if report.provenance.format in FILE_FORMATS:
        check_extra("REPORT", report.provenance.format, FILE_FORMATS[report.provenance.format].extra)
    presentation = _presentation(report, sources, own.paper)
    asked = report.provenance.asked
    hashes = _hashes(sources, report.provenance)
    pairing = pair(report.provenance.inputs or (), hashes)
    sources = replace(sources, paths=[*map(str, hashes)])
    ground = _under_its_name(open_ground(sources), asked)
    question = _question(report, ground)
    intake = read_submissions(replace(sources, known_as=pairing.known_as), ground)
    on_paper = report.provenance.format in PAPER_FORMATS
    wanted = Wanted(report.extras.observations, on_paper, asked)
    evaluated = _against(own.baseline, asked, judge(intake, ground, question, asked.language, wanted))
    at_hand = AtHand(
        tool=evaluated.run.tool,
        catalogue_sha256=ground.catalogue.sha256,
        agencies_sha256=ground.registry.sha256,
        layout_sha256=layout_sha256(sources.layout),
        inputs=[InputHash(path=read.path, sha256=read.sha256) for read in evaluated.run.inputs],
        pairing=pairing,
        template_sha256=presentation.template_sha256,
        annex_sha256=presentation.annex_sha256,
    )
    return Remade(_written(report.provenance, evaluated, presentation), at_hand)


def _hashes(sources: Sources, provenance: Provenance) -> dict[Path, str]:
    """The workbooks at hand; reports of ours that have come to lie among them since are not."""
    reported = {read.sha256 for read in provenance.inputs or ()}
    hashes = {path: content_sha256(path) or "" for path in find_workbooks(sources.paths).files}
    return {
        path: sha256 for path, sha256 in hashes.items() if sha256 in reported or not is_own_report_file(path)
    }


def _presentation(report: Report, sources: Sources, paper: Paper) -> Presentation:
    """How the report is written: in its own language, on what an office had put in the place of ours."""
    provenance = report.provenance
    needed = (
        (provenance.template_sha256, paper.template, _NEEDS_TEMPLATE),
        (provenance.annex_sha256, paper.annex, _NEEDS_ANNEX),
    )
    for sha256, file, text in needed:
        if sha256 is not None and file is None:
            raise UsageError(text)
    return presentation_of(paper, sources.targets, provenance.asked.language)


def _under_its_name(ground: Ground, asked: Asked) -> Ground:
    """A catalogue is called in a report as its file was called then."""
    return ground._replace(catalogue=replace(ground.catalogue, file=asked.targets or _OUR_TARGETS))


def _question(report: Report, ground: Ground) -> Question:
    """The question that the report answers. Raises UsageError where it is none for this catalogue."""
    asked, choices = report.provenance.asked, Choices(ground.catalogue, ground.registry)
    if not _SHARE.fullmatch(asked.min_coverage):
        raise UsageError(_BAD_QUESTION.filled(reason=visible(asked.min_coverage[:40])))
    parse_sort(asked.sort)
    parse_top(None if asked.top is None else str(asked.top))
    as_of = report.provenance.as_of
    return Question(
        periods=_periods(choices, asked),
        by=choices.by(asked.by),
        min_coverage=Fraction(asked.min_coverage),
        levels=choices.levels(asked.levels),
        agencies=choices.agencies_on(as_of, asked.agencies),
        areas=choices.areas(asked.areas),
        indicators=choices.indicators(asked.indicators),
        statuses=choices.statuses(asked.statuses),
        tracing=Tracing.ALL if report.extras.traces else Tracing.NONE,
        as_of=as_of,
    )


def _periods(choices: Choices, asked: Asked) -> tuple[Period, ...]:
    """The periods that were judged; a report names them, also where the call asked for all."""
    periods = choices.periods(asked.periods)
    if periods is None:
        raise UsageError(_BAD_QUESTION.filled(reason=", ".join(map(visible, asked.periods))))
    return periods


def _against(baseline: str | None, asked: Asked, evaluated: Evaluated) -> Evaluated:
    """Without the findings that were left out of the report."""
    if asked.baseline_sha256 is None:
        return evaluated
    known = open_baseline(baseline, (), frozenset())
    if known is None:
        raise UsageError(_NEEDS_BASELINE.filled(sha256=asked.baseline_sha256[:12]))
    if known.sha256 != asked.baseline_sha256:
        raise UsageError(_OTHER_BASELINE.filled(file=known.file))
    return against(known, evaluated, asked.language).outcome


def _written(provenance: Provenance, evaluated: Evaluated, presentation: Presentation) -> bytes:
    """The report, saying of program and files what the report says that is checked.

    What differs there is told by name; the first difference is to be one of figures and words.
    """
    name, run = provenance.format, _as_reported(evaluated.run, provenance)
    dossier = evaluated.dossier and replace(evaluated.dossier, run=run)
    if name in FILE_FORMATS:
        return file_content(FILE_FORMATS[name], run, dossier, presentation)
    return FORMATS[name].write(run, presentation.language, FILE_PAGE).encode("utf-8")


def _as_reported(run: Run, provenance: Provenance) -> Run:
    hashes = {read.path: read.sha256 for read in provenance.inputs or ()}
    return run.model_copy(
        update={
            "tool": provenance.tool,
            "catalogue_sha256": provenance.catalogue_sha256,
            "agencies_sha256": provenance.agencies_sha256,
            "asked": provenance.asked,
            "inputs": [_under_its_hash(read, hashes) for read in run.inputs],
        }
    )


def _under_its_hash(read: Input, hashes: Mapping[str, str]) -> Input:
    return read.model_copy(update={"sha256": hashes.get(read.path, read.sha256)})
