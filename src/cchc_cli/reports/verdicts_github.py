"""Verdicts as annotations of GitHub Actions: how the programme stands, what is missed, what must be mended.

A step shows ten annotations of a kind and no more. So the first, a notice, counts everything; of the errors
the five targets furthest below their bounds come first, then five findings, then all others. What does not
count in the exit code is no annotation: it stands in the report. Neither does a missed target name a file:
the workbooks are right, and so is `targets.yaml`.
"""

from collections.abc import Iterator

from cchc_cli.language import Language, Text
from cchc_cli.reports.arrangement import Sort, sorted_verdicts
from cchc_cli.reports.counting import is_about_one_agency, is_counted, nothing_text
from cchc_cli.reports.found import counts_text
from cchc_cli.reports.github import command, finding_commands
from cchc_cli.reports.headline import headline
from cchc_cli.reports.missed import missed_line
from cchc_cli.reports.sections import answering, clauses, usual_document
from cchc_cli.reports.wording import NOTHING_TO_SHOW, status_words
from cchc_cli.run import Run, Status, Verdict

_FIRST = 5
"""Of each kind of error, before the others; the page shows ten."""
_TITLE = Text("{verdict}: {name}", "{verdict}: {name}")
_CLAUSE = Text("{place}: “{quote}”", "{place}: “{quote}”")


def verdicts_github(run: Run, language: Language) -> str:
    """The commands, ready to be printed by a step of a workflow."""
    return "\n".join(_lines(run, language)) + "\n"


def _lines(run: Run, language: Language) -> Iterator[str]:
    standing = headline(run, language)
    if not run.verdicts:
        standing.append(NOTHING_TO_SHOW.in_language(language))
    counts = counts_text(run.findings, language)
    yield command("notice", {"title": "cchc evaluate"}, [*standing, counts])
    nothing = nothing_text(run, language)
    if nothing:
        yield command("error", {"title": "cchc evaluate"}, [nothing])
    usual = usual_document(run)
    missed = [_of_missed(run, verdict, usual, language) for verdict in _missed(run, language)]
    found = list(finding_commands(run.findings, language))
    yield from (*missed[:_FIRST], *found[:_FIRST], *missed[_FIRST:], *found[_FIRST:])


def _missed(run: Run, language: Language) -> list[Verdict]:
    """What is missed and counts, the furthest below its bound first."""
    own = is_about_one_agency(run)
    missed = [
        verdict for verdict in run.verdicts if verdict.status is Status.MISSED and is_counted(verdict, own)
    ]
    return sorted_verdicts(missed, Sort.GAP, language)


def _of_missed(run: Run, verdict: Verdict, usual: str, language: Language) -> str:
    words, name = status_words(verdict, language), verdict.name.in_language(language)
    cited = [
        _CLAUSE.in_language(language).format(place=clause.place, quote=clause.quote)
        for clause in clauses(run, [verdict], language, usual)
    ]
    said = [missed_line(run, verdict, language), *answering(run, [verdict], language), *cited]
    title = _TITLE.in_language(language).format(verdict=words, name=name)
    return command("error", {"title": title}, said)
