"""The targets missed: what was asked and reached, what is missing, who answers, who holds the figure back."""

from collections.abc import Sequence

from cchc_cli.language import Text
from cchc_cli.reports.docx.fields import Missed
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.holding_back import held_back_by
from cchc_cli.reports.missed import TITLE, missed_line
from cchc_cli.reports.numbers_text import decimal_text, exact, with_unit
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.reporting_words import first_names
from cchc_cli.reports.requirement import asked, unit_text
from cchc_cli.reports.why.parts import HOLDING_BACK
from cchc_cli.reports.wording import status_words
from cchc_cli.run import Status, Verdict
from cchc_cli.trace import Trace, TracedAnswer, TracedPart

_OR_BELOW = Text(
    "Mục tiêu không đạt hoặc dưới mức của cấp", "Targets missed, or figures below the level's bound"
)
_MOST = 3
_LINE = Text("{title}: {names}", "{title}: {names}")
_WITH_VALUE = Text("{name} ({value})", "{name} ({value})")
_NOT_DONE = Text("Đơn vị chưa hoàn thành", "Agencies that have not done it")


def missed_title(material: Material) -> str:
    """What stands over them: an agency's own row is never called missed."""
    unofficial = any(not verdict.official for verdict in material.newest.verdicts)
    return material.say(_OR_BELOW if unofficial else TITLE)


def missed_of(material: Material) -> tuple[Missed, ...]:
    """Every target missed in the newest period that counts, in the catalogue's order."""
    return tuple(
        _missed(material, verdict)
        for verdict in material.newest.verdicts
        if verdict.status is Status.MISSED and not verdict.aspirational
    )


def _missed(material: Material, verdict: Verdict) -> Missed:
    run, language = material.newest, material.language
    return Missed(
        name=verdict.name.in_language(language),
        scope=verdict.scope.name.in_language(language),
        asked=" ".join(asked(run, verdict, language)[:2]),
        reached=next(iter(reached(run, verdict, language)), "–"),
        missing=missing(run, verdict, language),
        sentence=_sentence(material, verdict),
        lead=material.lead(verdict),
        held_back_by=_held_back_by(material, verdict, material.dossier.trace(verdict)),
    )


def _sentence(material: Material, verdict: Verdict) -> str:
    """Of an agency's own row also in which words it is told: it is no verdict on the programme."""
    line = missed_line(material.newest, verdict, material.language)
    return line if verdict.official else f"{line}; {status_words(verdict, material.language)}"


def _held_back_by(material: Material, verdict: Verdict, trace: Trace | None) -> str:
    parts = held_back_by(verdict, trace) if trace else []
    if parts:
        unit = unit_text(material.run, verdict, material.language)
        return _listed(material, HOLDING_BACK, [_part(material, part, unit) for part in parts])
    answers = [answer for answer in trace.answers if _is_no(answer)] if trace else []
    names = [answer.name.in_language(material.language) for answer in answers]
    return _listed(material, _NOT_DONE, names) if len(names) > 1 else ""


def _is_no(answer: TracedAnswer) -> bool:
    return answer.counted is not None and answer.done_on is None


def _part(material: Material, part: TracedPart, unit: str) -> str:
    name = part.name.in_language(material.language)
    if part.value is None:
        return name
    value = with_unit(decimal_text(exact(part.value), 2, material.language), unit)
    return material.say(_WITH_VALUE, name=name, value=value)


def _listed(material: Material, title: Text, names: Sequence[str]) -> str:
    return material.say(_LINE, title=title, names=first_names(names, _MOST, material.language))
