"""The targets that may be missed when they are due. An estimate, and called one."""

from cchc_cli.pace import Pace
from cchc_cli.reports.at_risk import is_at_risk
from cchc_cli.reports.docx.fields import Due, Risk
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.outcome import figure_text
from cchc_cli.reports.pace_text import pace_sentence
from cchc_cli.reports.requirement import bound_text, unit_text
from cchc_cli.run import Verdict


def due_of(material: Material) -> tuple[Due, ...]:
    """The targets behind their way, or projected to fall short, by the year they are due."""
    years: dict[int, list[Risk]] = {}
    for verdict in material.newest.verdicts:
        pace = verdict.pace
        if isinstance(pace, Pace) and pace.to.due is not None and is_at_risk(pace):
            years.setdefault(pace.to.due.year, []).append(_risk(material, verdict, pace))
    return tuple(Due(year=str(year), risks=tuple(risks)) for year, risks in sorted(years.items()))


def _risk(material: Material, verdict: Verdict, pace: Pace) -> Risk:
    run, language, to = material.run, material.language, pace.to
    unit = unit_text(run, verdict, language)
    bound = bound_text(verdict.kind, to.operator, to.bound, to.upper, unit, language)
    due = f"{to.due:%d/%m/%Y}" if to.due else ""
    return Risk(
        name=verdict.name.in_language(language),
        scope=verdict.scope.name.in_language(language),
        target=(bound, due),
        reached=figure_text(run, verdict, language),
        pace=pace_sentence(run, verdict, language),
    )
