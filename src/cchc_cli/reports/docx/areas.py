"""The areas: a sentence of counts and a table each."""

from cchc_cli.language import Text
from cchc_cli.reports.docx.fields import Area, Row
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.outcome import coverage_text, missing, reached
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.sections import Section, sections
from cchc_cli.reports.wording import ASPIRATIONAL, STATUS, UNOFFICIAL, note_words, status_words
from cchc_cli.run import Status, Verdict

_COUNTS = Text("{total} mục tiêu: {counts}.", "Targets: {total}; {counts}.")
_COUNT = Text("{words} {n}", "{words} {n}")


def areas_of(material: Material) -> tuple[Area, ...]:
    """Every area that has a verdict in the newest period, in the catalogue's order."""
    return tuple(_area(material, section) for section in sections(material.newest, material.language))


def verdict_lines(material: Material, verdict: Verdict) -> list[str]:
    """The verdict, how much is missing, and what must be known beside it."""
    language = material.language
    label = ASPIRATIONAL.in_language(language) if verdict.aspirational else ""
    lines = [status_words(verdict, language), label, missing(material.run, verdict, language)]
    return [*filter(None, lines), *note_words(verdict, language)]


def _area(material: Material, section: Section) -> Area:
    verdicts = [verdict for verdict in material.newest.verdicts if verdict.area == section.area]
    return Area(
        code=section.area,
        name=section.name,
        counts=_counts(material, section.counts, any(verdict.official for verdict in verdicts)),
        rows=tuple(_row(material, verdict) for verdict in verdicts),
    )


def _row(material: Material, verdict: Verdict) -> Row:
    language = material.language
    return Row(
        name=verdict.name.in_language(language),
        scope=verdict.scope.name.in_language(language),
        asked=tuple(asked(material.run, verdict, language)),
        reached=tuple(_reached(material, verdict)),
        verdict=tuple(verdict_lines(material, verdict)),
    )


def _reached(material: Material, verdict: Verdict) -> list[str]:
    """The figure; who has reported only where somebody has not. The rest stands in the annex."""
    coverage = verdict.coverage
    lines = reached(material.run, verdict, material.language)[:1]
    if coverage.reporting < coverage.expected:
        lines.append(coverage_text(verdict, material.language))
    return list(dict.fromkeys(filter(None, lines)))


def _counts(material: Material, counts: dict[Status, int], official: bool) -> str:
    words = STATUS if official else {**STATUS, **UNOFFICIAL}
    said = [
        material.say(_COUNT, words=words[status].in_language(material.language).lower(), n=number)
        for status in Status
        if (number := counts.get(status, 0))
    ]
    total = quantity_text(sum(counts.values()), material.language)
    return material.say(_COUNTS, total=total, counts=", ".join(said)) if said else ""
