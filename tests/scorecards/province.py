"""Scorecards of a small province whose figures are written in one line."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.cli.evaluation import evidence_of
from cchc_cli.compilation.call import Call
from cchc_cli.compilation.scorecards import compile_scorecards
from cchc_cli.engine.evidence import Question
from cchc_cli.intake.intake import Intake
from cchc_cli.intake.read_count import ReadCount
from cchc_cli.language import Language
from cchc_cli.level import Level
from cchc_cli.observation import Observation, Submission
from cchc_cli.observations import Observations
from cchc_cli.period import Period
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.run import Asked
from cchc_cli.scorecards.scorecard import Card, Row, Scorecards
from tests.engine.province import agency, registry

DISTRICTS = tuple(f"D{number}" for number in range(1, 6))
SHARE = """
  - {{id: {id}, area: TTHC, name: {{vi: {id}, en: {id}}}, kind: share, numerator: [{numerator}],
     denominator: [{denominator}], {more} targets: [{targets}]}}
"""
AT_LEAST_80 = (
    "{year: 2024, level: [province, district, commune], bound: 80, "
    'cite: {line: 1, place: điểm a, quote: "x"}}'
)
UNTIL_2030 = (
    "{year: 2030, level: [province, district, commune], bound: 90, "
    'cite: {line: 2, place: điểm b, quote: "y"}}'
)
FOR_ALL_80 = '{year: 2024, bound: 80, cite: {line: 1, place: điểm a, quote: "x"}}'


def share(
    id: str = "measure",
    numerator: str = "done",
    denominator: str = "all",
    targets: str = AT_LEAST_80,
    more: str = "",
) -> str:
    """One share as an entry of the catalogue."""
    return SHARE.format(id=id, numerator=numerator, denominator=denominator, targets=targets, more=more)


def districts(*further: Agency, codes: Iterable[str] = DISTRICTS) -> Registry:
    """One department and some districts, with whoever else there is."""
    return registry(agency("A", Level.PROVINCE), *(agency(code, Level.DISTRICT) for code in codes), *further)


def scorecards(
    catalogue: Catalogue,
    observations: Iterable[Observation],
    agencies: Registry | None = None,
    year: str = "2024",
    cutoff: date | None = None,
) -> Scorecards:
    """The cards of a year, from figures that came in one workbook."""
    listed = tuple(observations)
    counts = Counter((found.agency, found.period) for found in listed)
    read = ReadCount(
        agencies=len({found.agency for found in listed}),
        periods=tuple(sorted({found.period for found in listed})),
        observations=len(listed),
        figures=counts,
    )
    intake = Intake(
        submissions=(Submission("data.xlsx", "0" * 64, "matrix", ("Số liệu",)),),
        observations=Observations(listed),
        unusable=frozenset(),
        superseded=(),
        findings=(),
        read=(read,),
        skipped=0,
    )
    asked = Asked(language=Language.VI, periods=[], cutoff=cutoff)
    call = Call(catalogue, agencies or districts(), intake, evidence_of(intake), Question(), cutoff)
    return compile_scorecards(call, Period.parse(year), asked, Language.VI).scorecards


def card(made: Scorecards, code: str) -> Card:
    """The card of an agency, or of the province or a level (`level:district`)."""
    kind, _, named = code.rpartition(":")
    found = [
        each
        for each in made.cards
        if each.subject.code == named and (each.subject.kind.value == (kind or "agency"))
    ]
    assert len(found) == 1, [(each.subject.kind.value, each.subject.code) for each in made.cards]
    return found[0]


def row(made: Scorecards, code: str, indicator: str = "measure") -> Row:
    """The row of one indicator on a card."""
    (found,) = [each for each in card(made, code).rows if each.verdict.indicator == indicator]
    return found
