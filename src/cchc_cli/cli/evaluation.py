"""One call from workbooks to a run: what `evaluate` and `why` have in common."""

from dataclasses import dataclass

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.choices import Choices, question_of
from cchc_cli.cli.reading import Ground, open_ground, read_submissions
from cchc_cli.engine.assemble import assemble
from cchc_cli.engine.evaluate import Evaluation, evaluate
from cchc_cli.engine.evidence import Evidence, Question
from cchc_cli.intake.intake import Intake
from cchc_cli.language import Language
from cchc_cli.observation import Key, Observation, SetAside
from cchc_cli.period import Period
from cchc_cli.run import Run


@dataclass(frozen=True, slots=True)
class Outcome:
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


def evaluate_call(
    sources: Sources, filters: Filters, language: Language, with_observations: bool = False
) -> Outcome:
    """Reads, judges and assembles.

    Raises InvalidFileError for a catalogue, registry or layout that is invalid, UsageError for what
    cannot be meant, PathError where there is nothing to read.
    """
    ground = open_ground(sources)
    question = question_of(Choices(ground.catalogue, ground.registry), filters)
    return judge(read_submissions(sources, ground), ground, question, language, with_observations)


def judge(
    intake: Intake, ground: Ground, question: Question, language: Language, with_observations: bool = False
) -> Outcome:
    """Judges and assembles what was read."""
    catalogue, registry = ground.catalogue, ground.registry
    replaced: dict[Key, tuple[Observation, ...]] = {}
    for pair in intake.superseded:
        replaced[pair.used.key] = (*replaced.get(pair.used.key, ()), pair.other)
    set_aside: dict[Key, tuple[SetAside, ...]] = {}
    for aside in intake.set_aside:
        set_aside[aside.key] = (*set_aside.get(aside.key, ()), aside)
    evidence = Evidence(intake.observations, intake.unusable, intake.submissions, replaced, set_aside)
    evaluation = evaluate(catalogue, registry, evidence, question)
    run = assemble(
        catalogue,
        registry,
        evidence,
        (*intake.findings, *evaluation.findings),
        evaluation.verdicts,
        language,
        with_observations,
        evaluation.traces,
        question.as_of,
    )
    return Outcome(
        run=run,
        periods=evaluation.periods,
        other_periods=evaluation.other_periods,
        about_one_agency=_is_about_one_agency(evaluation, question),
        has_figures=evaluation.has_figures,
        agencies=len({key.agency for key in evidence.reported}),
        skipped=intake.skipped,
    )


def _is_about_one_agency(evaluation: Evaluation, question: Question) -> bool:
    if question.by:
        return False
    return len(question.agencies) == 1 or evaluation.only_agency is not None
