"""The missed targets on one page, for whoever reads nothing else."""

from cchc_cli.language import Language, Text
from cchc_cli.reports.outcome import missing, reached
from cchc_cli.reports.requirement import asked
from cchc_cli.reports.wording import period_words, status_words
from cchc_cli.run import Note, Run, Status, Verdict

MOST = 40
"""Missed targets named; each stands in its area's table too."""

TITLE = Text("Mục tiêu không đạt", "Missed targets")
NONE_MISSED = Text("Không có mục tiêu nào không đạt.", "No target is missed.")
_LINE = Text("{name} ({scope}): {figure}", "{name} ({scope}): {figure}")
_ASKED = Text("mức phải đạt: {bound}", "bound: {bound}")
_MORE = Text("… và {n} mục tiêu nữa trong các bảng dưới", "… and {n} more in the tables below")


def missed_targets(run: Run) -> list[Verdict]:
    """The official targets that are missed, all periods, in the order of the run."""
    return [
        verdict
        for verdict in run.verdicts
        if verdict.status is Status.MISSED and verdict.official and not verdict.aspirational
    ]


def missed_lines(run: Run, language: Language, most: int = MOST) -> list[str]:
    """One line for each official target that is missed, and how many more there are."""
    missed = missed_targets(run)
    lines = [missed_line(run, verdict, language) for verdict in missed[:most]]
    if len(missed) > most:
        lines.append(_MORE.in_language(language).format(n=len(missed) - most))
    return lines


def missed_line(run: Run, verdict: Verdict, language: Language) -> str:
    """What is missed, by how much; with the period where the run has several."""
    scope = verdict.scope.name.in_language(language)
    if len({each.period for each in run.verdicts}) > 1:
        scope += f", {period_words(verdict.period, language)}"
    parts = [
        _LINE.in_language(language).format(
            name=verdict.name.in_language(language),
            scope=scope,
            figure=next(iter(reached(run, verdict, language)), "–"),
        )
    ]
    if verdict.operator != "done":
        bound, *_ = asked(run, verdict, language)
        parts.append(_ASKED.in_language(language).format(bound=bound))
    parts.append(missing(run, verdict, language))
    if Note.KEPT_FLOOR in verdict.notes:
        parts.append(status_words(verdict, language))
    return "; ".join(part for part in parts if part)
