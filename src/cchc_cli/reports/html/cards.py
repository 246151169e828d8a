"""Area by area, indicator by indicator: what is said of each target, with its pictures and its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from cchc_cli.reports.html.agency_rows import AgencyTable, AgencyTables
from cchc_cli.reports.html.charts import bullet_of, years_of
from cchc_cli.reports.html.counts import Count, counts
from cchc_cli.reports.html.evidence import Behind, Evidence
from cchc_cli.reports.html.reader import Reader, figure_and_more
from cchc_cli.reports.html.reading_links import linked
from cchc_cli.reports.sections import Block, Clause, Row, Section, sections
from cchc_cli.run import LeftOut, ScopeKind, Verdict


@dataclass(frozen=True, slots=True)
class Target:
    """One verdict in words, with its pictures."""

    status: str
    level: str
    period: str
    gap: str
    """A number to sort by, empty where there is none."""
    is_official: bool
    scope: list[str]
    verdict: str
    remarks: list[str]
    asked: list[str]
    figure: str
    more: list[str]
    pace: str
    bullet: Markup | None
    years: Markup | None
    behind: Behind | None


@dataclass(frozen=True, slots=True)
class Card:
    """One indicator; `anchor` is where links to it lead."""

    anchor: str
    name: str
    formula: str
    remarks: list[Markup]
    clauses: list[Clause]
    targets: list[Target]
    agencies: AgencyTable | None
    left_out: str
    """How many rows of agencies do not stand here because the call asked for fewer."""


@dataclass(frozen=True, slots=True)
class Area:
    """One area with its cards."""

    code: str
    name: str
    counts: list[Count]
    cards: list[Card]


def areas(reader: Reader, evidence: Evidence, tables: AgencyTables) -> list[Area]:
    """In the order of the run; the rows of agencies fold into one table under their indicator."""
    in_cards = reader.in_cards()
    own = {id(verdict) for verdict in in_cards}
    folded = _by_indicator(verdict for verdict in reader.run.verdicts if id(verdict) not in own)
    shown = _by_indicator(in_cards)
    alone = [rows[0] for indicator, rows in folded.items() if indicator not in shown]
    run = reader.run.model_copy(update={"verdicts": [*in_cards, *alone]})
    return [
        Area(
            code=section.area,
            name=section.name,
            counts=counts(reader, _counted(reader, section.area), _left_out(reader, section)),
            cards=[
                _card(
                    reader,
                    block,
                    shown.get(block.indicator, []),
                    evidence,
                    tables.table(folded[block.indicator]) if block.indicator in folded else None,
                )
                for block in section.blocks
            ],
        )
        for section in sections(run, reader.language)
    ]


def _by_indicator(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    rows: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        rows.setdefault(verdict.indicator, []).append(verdict)
    return rows


def _counted(reader: Reader, area: str) -> list[Verdict]:
    """The verdicts of an area that count: those of the first page."""
    return [verdict for verdict in reader.leading() if verdict.area == area]


def _left_out(reader: Reader, section: Section) -> list[LeftOut]:
    indicators = {block.indicator for block in section.blocks}
    return [
        rows
        for rows in reader.run.left_out
        if reader.is_for_steering and rows.indicator in indicators and rows.period == reader.dossier.period
    ]


def _card(
    reader: Reader, block: Block, verdicts: list[Verdict], evidence: Evidence, agencies: AgencyTable | None
) -> Card:
    """The rows of a block stand in the order of its verdicts; there are none where all of them are folded."""
    rows = block.rows if verdicts else []
    return Card(
        anchor=reader.anchor(block.indicator),
        name=block.name,
        formula=block.formula,
        remarks=[linked(reader, remark) for remark in block.remarks],
        clauses=block.clauses,
        targets=[
            _target(reader, verdict, row, evidence) for verdict, row in zip(verdicts, rows, strict=True)
        ],
        agencies=agencies,
        left_out=block.left_out,
    )


def _target(reader: Reader, verdict: Verdict, row: Row, evidence: Evidence) -> Target:
    trace = reader.dossier.trace(verdict)
    words, *remarks = row.verdict
    figure, more = figure_and_more(reader, verdict)
    own_name = verdict.scope.kind is ScopeKind.AGENCY
    return Target(
        status=verdict.status.value,
        level="" if own_name else verdict.scope.code if verdict.scope.level else "whole",
        period=verdict.period,
        gap="" if verdict.gap is None else f"{verdict.gap:.6f}",
        is_official=verdict.official,
        scope=row.scope,
        verdict=words,
        remarks=remarks,
        asked=row.asked,
        figure=figure,
        more=more,
        pace=row.pace,
        bullet=bullet_of(reader, verdict),
        years=years_of(reader, verdict),
        behind=evidence.of_trace(verdict, trace) if trace else evidence.of_row(verdict),
    )
