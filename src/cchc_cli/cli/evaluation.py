"""One call from workbooks to a run: what the commands that judge have in common."""

import importlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.choices import Choices, parse_day, parse_sort, parse_top, question_of
from cchc_cli.cli.reading import Ground, open_ground, read_submissions
from cchc_cli.engine.assemble import assemble
from cchc_cli.engine.evidence import Evidence, Question, Tracing
from cchc_cli.intake.clerk import today_in_words
from cchc_cli.intake.intake import Intake
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.submission_reading import content_sha256
from cchc_cli.language import Language
from cchc_cli.observation import Key, Observation, SetAside, SubmissionKind
from cchc_cli.period import Period
from cchc_cli.reports.arrangement import arranged
from cchc_cli.reports.counting import is_about_one_agency
from cchc_cli.run import Asked, Run
from cchc_cli.unswept import unswept

if TYPE_CHECKING:
    from cchc_cli.dossier import Dossier


class Outcome(NamedTuple):
    """A run, and what its reader should know beside it."""

    run: Run
    periods: tuple[Period, ...]
    other_periods: tuple[Period, ...]
    about_one_agency: bool
    """Whether all rows are one agency's own; then they count although they are not official."""
    has_figures: bool
    """Whether any usable figure bears on the periods evaluated."""
    agencies: int
    skipped: int
    """Files that are no spreadsheets."""
    dossier: "Dossier | None" = None
    """For reports on paper, where it was asked for."""


class Wanted(NamedTuple):
    """What a call wants beside its verdicts."""

    observations: bool = False
    dossier: bool = False
    asked: Asked | None = None
    """What the run is to say it was asked; its periods are filled in."""


NOTHING_MORE = Wanted()


def evaluate_call(
    sources: Sources,
    filters: Filters,
    language: Language,
    with_observations: bool = False,
    with_dossier: bool = False,
) -> Outcome:
    """Reads, judges and assembles.

    Raises InvalidFileError for a catalogue, registry or layout that is invalid, UsageError for what
    cannot be meant, PathError where there is nothing to read.
    """
    shown = {"sort": parse_sort(filters.sort), "top": parse_top(filters.top)}
    ground = open_ground(sources)
    question = question_of(Choices(ground.catalogue, ground.registry), filters)
    asked = asked_of(sources, question, language).model_copy(update=shown)
    wanted = Wanted(with_observations, with_dossier, asked)
    intake = read_submissions(sources, ground, _prepare_judging)
    return judge(intake, ground, question, language, wanted)


def _prepare_judging() -> None:
    """Loads pandas and what works with it: a third of a second that need not come after the reading."""
    importlib.import_module("cchc_cli.engine.evaluate")


@unswept()
def judge(
    intake: Intake, ground: Ground, question: Question, language: Language, wanted: Wanted = NOTHING_MORE
) -> Outcome:
    """Judges and assembles what was read."""
    from cchc_cli.engine.evaluate import evaluate

    catalogue, registry = ground.catalogue, ground.registry
    evidence = evidence_of(intake)
    if wanted.dossier:
        question = replace(question, tracing=Tracing.POOLED)
    evaluation = evaluate(catalogue, registry, evidence, question)
    everything = assemble(
        catalogue,
        registry,
        evidence,
        (*intake.findings, *evaluation.findings),
        evaluation.verdicts,
        language,
        wanted.observations,
        None if wanted.dossier else evaluation.traces,
        question.as_of,
        completed(wanted.asked, intake, evaluation.periods) if wanted.asked else None,
    )
    run = arranged(everything.model_copy(update={"has_figures": evaluation.has_figures}), language)
    outcome = Outcome(
        run=run,
        periods=evaluation.periods,
        other_periods=evaluation.other_periods,
        about_one_agency=is_about_one_agency(run),
        has_figures=evaluation.has_figures,
        agencies=len({agency for agency, _ in evidence.reporting}),
        skipped=intake.skipped,
    )
    if not wanted.dossier:
        return outcome
    from cchc_cli.compilation.call import Call
    from cchc_cli.compilation.compile import compile_dossier

    cutoff = wanted.asked.cutoff if wanted.asked else None
    call = Call(catalogue, registry, intake, evidence, question, cutoff)
    dossier = compile_dossier(call, run, evaluation.traces or (), evaluation.periods)
    return outcome._replace(dossier=dossier)


def asked_of(sources: Sources, question: Question, language: Language) -> Asked:
    """What a call asks, as its run says it; the periods are those that will be judged."""
    return Asked(
        language=language,
        periods=[],
        by=sorted(question.by),
        levels=sorted(question.levels),
        agencies=sorted(question.agencies),
        areas=sorted(question.areas),
        indicators=sorted(question.indicators),
        statuses=sorted(question.statuses),
        min_coverage=str(question.min_coverage),
        cutoff=parse_day("--cutoff", sources.cutoff) if sources.cutoff else None,
        targets=Path(sources.targets).name if sources.targets else None,
        layout=Path(sources.layout).name if sources.layout else None,
        layout_sha256=layout_sha256(sources.layout),
        as_agency=sources.as_agency,
        as_period=sources.as_period,
        today=sources.today,
    )


def layout_sha256(layout: str | None) -> str | None:
    """The hash of the file that describes a layout; None for the name of one that comes with the program."""
    is_named = layout is None or choose_layout(layout).only is not None
    return None if is_named or layout is None else content_sha256(Path(layout))


def completed(asked: Asked, intake: Intake, periods: Iterable[Period]) -> Asked:
    """With the periods that were judged, and the day of the call only where a finding depends on it."""
    judged = [str(period) for period in periods]
    day = asked.today and today_in_words(asked.today)
    depends = any(finding.facts.get("day") == day for finding in intake.findings)
    return asked.model_copy(update={"periods": judged, "today": asked.today if depends else None})


def evidence_of(intake: Intake) -> Evidence:
    """What was read, as the engine takes it."""
    replaced: dict[Key, tuple[Observation, ...]] = {}
    for pair in intake.superseded:
        # A supplement that says otherwise than what is there already was never in force.
        if intake.submissions[pair.used.address.file].kind is SubmissionKind.CORRECTION:
            replaced[pair.used.key] = (*replaced.get(pair.used.key, ()), pair.other)
    set_aside: dict[Key, tuple[SetAside, ...]] = {}
    for aside in intake.set_aside:
        set_aside[aside.key] = (*set_aside.get(aside.key, ()), aside)
    return Evidence(intake.observations, intake.unusable, intake.submissions, replaced, set_aside)
