"""A run arranged for reading: area by area, indicator by indicator, one row a verdict.

What table and Markdown share; every string here is plain words, escaped only where it is laid out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from cchc_cli.language import Language, Text
from cchc_cli.reports.arrangement import below_bound_first
from cchc_cli.reports.outcome import also_texts, missing, reached
from cchc_cli.reports.pace_text import pace_brief, pace_sentence
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.wording import (
    ASPIRATIONAL,
    SIGN,
    STEERING,
    agency_name,
    area_name,
    days_words,
    note_words,
    period_words,
    status_texts,
    status_words,
)
from cchc_cli.run import CitationRecord, IndicatorTerms, Run, ScopeKind, Status, TermRecord, Verdict

_FORMULA = Text(
    "Tử số: {numerator}. Mẫu số: {denominator}.", "Numerator: {numerator}. Denominator: {denominator}."
)
_MINUS = Text("trừ {item}", "less {item}")
_CLAUSE = Text("{place} (dòng {line})", "{place} (line {line})")
_READING = Text("Cách hiểu: {reading}.", "Reading: {reading}.")
_LEAD = Text("Chủ trì: {agency}.", "Lead: {agency}.")
_LIKEWISE = Text("Các kỳ trước tương tự.", "Earlier periods likewise.")
_LEFT_OUT = Text("còn {n} đơn vị không hiện ở đây ({counts})", "{n} more agencies not shown here ({counts})")


class Row(NamedTuple):
    """One verdict: for whom, what is asked, what is reached, what it means, and how it goes on."""

    status: Status
    scope: list[str]
    asked: list[str]
    reached: list[str]
    verdict: list[str]
    pace: str
    pace_brief: str


class Clause(NamedTuple):
    """Where the decision says it, and its words."""

    place: str
    quote: str


class Block(NamedTuple):
    """One indicator with its rows."""

    indicator: str
    name: str
    formula: str
    rows: list[Row]
    left_out: str
    """How many rows of agencies do not stand here, and how they stand; empty where all do."""
    hidden: int
    """How many of them the run has, so that another report may show them."""
    remarks: list[str]
    clauses: list[Clause]


class Section(NamedTuple):
    """One area.

    `counts` are the statuses of its official verdicts (of all rows where none is official), as in the
    headline without the aspirational ones.
    """

    area: str
    name: str
    counts: dict[Status, int]
    blocks: list[Block]


def sections(run: Run, language: Language, most_agencies: int | None = None) -> list[Section]:
    """The verdicts in their order, grouped; at most so many agency rows for one indicator."""
    areas: dict[str, dict[str, list[Verdict]]] = {}
    for verdict in run.verdicts:
        areas.setdefault(verdict.area, {}).setdefault(verdict.indicator, []).append(verdict)
    whole = _Whole(run, usual_document(run), len({verdict.period for verdict in run.verdicts}) > 1)
    return [_section(whole, area, blocks, language, most_agencies) for area, blocks in areas.items()]


class _Whole(NamedTuple):
    """A run, and what every part of it must know of the others."""

    run: Run
    usual_document: str
    several_periods: bool


def _section(
    whole: _Whole, area: str, blocks: dict[str, list[Verdict]], language: Language, most: int | None
) -> Section:
    run = whole.run
    verdicts = [verdict for block in blocks.values() for verdict in block]
    firm = [verdict for verdict in verdicts if not verdict.aspirational]
    official = [verdict for verdict in firm if verdict.official] or firm
    counts = Counter(verdict.status for verdict in official)
    if not any(verdict.official for verdict in firm):
        counts.update(_counts_left_out(run, {verdict.indicator for verdict in firm}))
    return Section(
        area=area,
        name=area_name(run, area, language),
        counts=counts,
        blocks=[_block(whole, block, language, most) for block in blocks.values()],
    )


def _block(whole: _Whole, verdicts: list[Verdict], language: Language, most: int | None) -> Block:
    run = whole.run
    shown, hidden = _shown(verdicts, most)
    mixed = any(verdict.official for verdict in verdicts)
    first = verdicts[0]
    return Block(
        indicator=first.indicator,
        name=first.name.in_language(language),
        formula=formula_text(run, run.glossary.indicators.get(first.indicator), language),
        rows=[_row(run, verdict, language, whole.several_periods, mixed) for verdict in shown],
        left_out=_left_out(run, first.indicator, hidden, language),
        hidden=len(hidden),
        remarks=_remarks(run, shown, language),
        clauses=clauses(run, verdicts, language, whole.usual_document),
    )


def _row(run: Run, verdict: Verdict, language: Language, several_periods: bool, mixed: bool) -> Row:
    """`mixed`: unofficial rows stand among official ones and are marked."""
    scope = [verdict.scope.name.in_language(language)]
    if mixed and not verdict.official:
        scope.append(STEERING.in_language(language))
    if several_periods:
        scope.append(period_words(verdict.period, language))
    words = f"{SIGN[verdict.status]} {status_words(verdict, language)}"
    label = ASPIRATIONAL.in_language(language) if verdict.aspirational else ""
    remarks = [label, missing(run, verdict, language), *note_words(verdict, language)]
    return Row(
        status=verdict.status,
        scope=scope,
        asked=asked(run, verdict, language),
        reached=reached(run, verdict, language),
        verdict=[words, *(remark for remark in remarks if remark)],
        pace=pace_sentence(run, verdict, language),
        pace_brief=pace_brief(run, verdict, language),
    )


def _shown(verdicts: list[Verdict], most: int | None) -> tuple[list[Verdict], list[Verdict]]:
    """All but surplus agency rows; those below their bound are the last to go."""
    agencies = [verdict for verdict in verdicts if verdict.scope.kind is ScopeKind.AGENCY]
    if most is None or len(agencies) <= most:
        return verdicts, []
    ranked = below_bound_first(agencies)
    surplus = {id(verdict) for verdict in ranked[most:]}
    shown = [verdict for verdict in verdicts if id(verdict) not in surplus]
    return shown, ranked[most:]


def _left_out(run: Run, indicator: str, hidden: list[Verdict], language: Language) -> str:
    counts = Counter(verdict.status for verdict in hidden) + _counts_left_out(run, {indicator})
    if not counts:
        return ""
    words = status_texts(official=False)
    spoken = ", ".join(
        f"{words[status].in_language(language).lower()}: {number}" for status, number in counts.items()
    )
    return _LEFT_OUT.in_language(language).format(n=counts.total(), counts=spoken)


def _counts_left_out(run: Run, indicators: Collection[str]) -> Counter[Status]:
    """How the rows stand that the run was asked to leave out."""
    counts: Counter[Status] = Counter()
    for rows in run.left_out:
        if rows.indicator in indicators:
            counts.update(rows.statuses)
    return counts


def formula_text(run: Run, terms: IndicatorTerms | None, language: Language) -> str:
    """What is divided by what, in words; empty where nothing is divided."""
    if terms is None or not terms.denominator:
        return ""
    return _FORMULA.in_language(language).format(
        numerator=sum_words(run, terms.numerator, language),
        denominator=sum_words(run, terms.denominator, language),
    )


def sum_words(run: Run, terms: list[TermRecord], language: Language) -> str:
    """The names of the items that are added, and of those taken away."""
    words = ""
    for term in terms:
        item = run.glossary.items.get(term.item)
        name = item.name.in_language(language) if item else term.item
        if term.sign < 0:
            words += " " + _MINUS.in_language(language).format(item=name)
        else:
            words += f" + {name}" if words else name
    return words.strip()


def _remarks(run: Run, verdicts: Sequence[Verdict], language: Language) -> list[str]:
    second = {verdict.scope.name.in_language(language): also_texts(verdict, language) for verdict in verdicts}
    said_once = [line for lines in second.values() for line in lines]
    if len(set(map(tuple, second.values()))) > 1:
        said_once = [f"{scope}: {line}" for scope, lines in second.items() for line in lines]
    return [
        *dict.fromkeys(said_once),
        *window_lines(run, verdicts, language),
        *answering(run, verdicts, language),
    ]


def window_lines(run: Run, verdicts: Sequence[Verdict], language: Language) -> list[str]:
    """Which days the figures cover where they are not the calendar's; of several periods the newest alone."""
    indicators = dict.fromkeys(verdict.indicator for verdict in verdicts)
    days = [each for indicator in indicators for each in run.glossary.windows.get(indicator, ())]
    newest = {each.name: each for each in sorted(days, key=lambda each: each.last_day)}
    several = len({each.period for each in days}) > 1
    lines = [f"{days_words(each, language)}." for each in newest.values()]
    return [f"{line} {_LIKEWISE.in_language(language)}" if several else line for line in lines]


def answering(run: Run, verdicts: Iterable[Verdict], language: Language) -> list[str]:
    """Who answers for some verdicts, and how the decision's words are read; one line, or none."""
    readings = dict.fromkeys(verdict.reading for verdict in verdicts if verdict.reading)
    leads = dict.fromkeys(verdict.lead.agency for verdict in verdicts if verdict.lead)
    names = [agency_name(run, code, language) for code in leads]
    words = [_LEAD.in_language(language).format(agency="; ".join(names))] if names else []
    words += [_READING.in_language(language).format(reading="; ".join(readings))] if readings else []
    return [" ".join(words)] if words else []


def usual_document(run: Run) -> str:
    """The document that most clauses stand in; only the others are named."""
    documents = Counter(citation.document for verdict in run.verdicts for citation in verdict.citations)
    return documents.most_common(1)[0][0] if documents else ""


def readings(run: Run, codes: Iterable[str], language: Language) -> list[str]:
    """How the words of clauses are understood, one line each, of those codes that are explained."""
    known = run.glossary.readings
    return [f"{code}: {known[code].in_language(language)}" for code in codes if code in known]


def clauses(
    run: Run, verdicts: Iterable[Verdict], language: Language, usual: str | None = None
) -> list[Clause]:
    """The clauses that some verdicts stand on, each once; `usual`: `usual_document(run)`, if known."""
    known = usual_document(run) if usual is None else usual
    cited = {_key(citation): citation for verdict in verdicts for citation in verdict.citations}
    return [_clause(citation, known, language) for citation in cited.values()]


def _clause(citation: CitationRecord, usual: str, language: Language) -> Clause:
    place = _CLAUSE.in_language(language).format(place=citation.place, line=citation.line)
    if citation.document != usual:
        place = f"{citation.document}, {place}"
    return Clause(place=place, quote=citation.quote)


def _key(citation: CitationRecord) -> tuple[str, str, int, str]:
    return citation.document, citation.place, citation.line, citation.quote
