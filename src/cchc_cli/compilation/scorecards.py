"""One call, read and judged → the year-end scorecards of a year."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from cchc_cli.compilation.call import Call
from cchc_cli.compilation.reporting import reporting_of
from cchc_cli.dossier import LateReport
from cchc_cli.engine.assemble import assemble
from cchc_cli.engine.evaluate import evaluate
from cchc_cli.engine.evidence import Evidence, Question
from cchc_cli.engine.judged_periods import default_period
from cchc_cli.language import Language
from cchc_cli.period import Period
from cchc_cli.reception.stocktaking import Asked as AskedOfReception
from cchc_cli.reception.stocktaking import take_stock
from cchc_cli.run import Asked, Verdict
from cchc_cli.scorecards.make import make_scorecards
from cchc_cli.scorecards.material import Material
from cchc_cli.scorecards.scorecard import Scorecards

ROWS: Final[frozenset[Literal["province", "level", "agency"]]] = frozenset({"level", "agency"})
"""The rows that cards need beside the official ones."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The cards, and whether any usable figure bears on the year."""

    scorecards: Scorecards
    has_figures: bool


def compile_scorecards(call: Call, year: Period, asked: Asked, language: Language) -> Compiled:
    """The cards of one whole year, held against the year before where the call has figures of it."""
    evaluation = evaluate(call.catalogue, call.registry, call.evidence, _question(call, year))
    before = _year_before(call, year)
    run = assemble(
        call.catalogue,
        call.registry,
        call.evidence,
        (*call.intake.findings, *evaluation.findings),
        evaluation.verdicts,
        language,
        asked=asked,
    )
    reception = AskedOfReception(year, cutoff=call.cutoff)
    material = Material(
        catalogue=call.catalogue,
        registry=call.registry,
        run=run.model_copy(update={"has_figures": evaluation.has_figures}),
        year=year,
        past=_past(call, before),
        before=before,
        standing=take_stock(call.catalogue, call.registry, call.intake, reception, language),
        late={late.agency.code: late.dated for late in _late(call, year)},
    )
    return Compiled(make_scorecards(material), evaluation.has_figures)


def newest_year(evidence: Evidence) -> Period | None:
    """The newest whole year that is well covered; None where no whole year was reported."""
    whole = Evidence(
        tuple(found for found in evidence.observations if found.period.is_full_year),
        frozenset(key for key in evidence.unusable if key.period.is_full_year),
    )
    return default_period(whole)


def _question(call: Call, year: Period) -> Question:
    return replace(call.question, periods=(year,), by=ROWS)


def _late(call: Call, year: Period) -> tuple[LateReport, ...]:
    return reporting_of(call, year).late if call.cutoff is not None else ()


def _year_before(call: Call, year: Period) -> Period | None:
    """The year before, where anything was reported for it or a part of it."""
    before = year.previous
    if before is None or not any(before.covers(period) for _, period in call.evidence.reporting):
        return None
    return before


def _past(call: Call, before: Period | None) -> tuple[Verdict, ...]:
    if before is None:
        return ()
    return evaluate(call.catalogue, call.registry, call.evidence, _question(call, before)).verdicts
