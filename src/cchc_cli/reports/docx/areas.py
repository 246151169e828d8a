"""The areas: a sentence of counts and a table each."""

from collections import Counter

from cchc_cli.language import Text
from cchc_cli.reports.docx.fields import Area, Row
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.outcome import coverage_text, missing, reached
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.wording import ASPIRATIONAL, note_words, status_texts, status_words
from cchc_cli.run import Status, Verdict

_COUNTS = Text("{total} mục tiêu: {counts}.", "Targets: {total}; {counts}.")
_COUNT = Text("{words} {n}", "{words} {n}")


def areas_of(material: Material) -> tuple[Area, ...]:
    """Every area that has a verdict in the newest period, in the catalogue's order."""
    areas: dict[str, list[Verdict]] = {}
    for verdict in material.newest.verdicts:
        areas.setdefault(verdict.area, []).append(verdict)
    return tuple(_area(material, code, verdicts) for code, verdicts in areas.items())


def verdict_lines(material: Material, verdict: Verdict) -> list[str]:
    """The verdict, how much is missing, and what must be known beside it."""
    language = material.language
    label = ASPIRATIONAL.in_language(language) if verdict.aspirational else ""
    lines = [status_words(verdict, language), label, missing(material.run, verdict, language)]
    return [*filter(None, lines), *note_words(verdict, language)]


def _area(material: Material, code: str, verdicts: list[Verdict]) -> Area:
    name = material.run.glossary.areas.get(code)
    return Area(
        code=code,
        name=name.in_language(material.language) if name else code,
        counts=_counts(material, verdicts),
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


def _counts(material: Material, verdicts: list[Verdict]) -> str:
    """How many stand how; those aimed at only are counted apart."""
    counted: Counter[Text] = Counter()
    for verdict in sorted(verdicts, key=_order):
        counted[_counted_as(verdict)] += 1
    said = [
        material.say(_COUNT, words=words.in_language(material.language).lower(), n=number)
        for words, number in counted.items()
    ]
    total = quantity_text(len(verdicts), material.language)
    return material.say(_COUNTS, total=total, counts=", ".join(said))


def _order(verdict: Verdict) -> tuple[bool, bool, int]:
    return verdict.aspirational, not verdict.official, list(Status).index(verdict.status)


def _counted_as(verdict: Verdict) -> Text:
    if verdict.aspirational:
        return ASPIRATIONAL
    return status_texts(verdict.official)[verdict.status]
