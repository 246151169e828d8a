"""Which verdicts count: reports speak of them, and the missed ones end an evaluation with exit code 1."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cchc_cli.language import Language, Text
from cchc_cli.run import Run, Verdict

if TYPE_CHECKING:
    from cchc_cli.dossier import Reporting

NOTHING_USABLE = Text("không có số liệu nào dùng được", "no figure could be used")
NOTHING_FOR_PERIOD = Text(
    "không có số liệu nào của kỳ được đánh giá", "no figure is there for the periods evaluated"
)


def is_about_one_agency(run: Run) -> bool:
    """Whether all rows are one agency's own; then they count although they are not official.

    An evaluation that asks for no rows of agencies shows them only where it is about one.
    """
    if run.asked is None:
        scopes = {verdict.scope.code for verdict in run.verdicts}
        return len(scopes) == 1 and not any(verdict.official for verdict in run.verdicts)
    return not run.asked.by and len(run.asked.agencies) <= 1


def is_counted(verdict: Verdict, about_one_agency: bool) -> bool:
    """Not aspirational, and official unless all rows are one agency's own."""
    return not verdict.aspirational and (verdict.official or about_one_agency)


def is_for_steering(run: Run) -> bool:
    """Whether a report speaks of agencies and not of the programme: of one agency's own rows, or of rows of
    which none is official."""
    if not any(verdict.official for verdict in run.verdicts):
        return True
    return is_about_one_agency(run) and any(not verdict.official for verdict in run.verdicts)


def leading(run: Run) -> list[Verdict]:
    """The rows that a report speaks of: the official ones, all of them in a run for steering; those of
    aspirational targets too, which are told apart."""
    all_lead = is_for_steering(run)
    return [verdict for verdict in run.verdicts if verdict.official or all_lead]


def is_final(reporting: "Iterable[Reporting]", verdicts: Iterable[Verdict]) -> bool:
    """Whether nothing may change any more: everybody has reported, and no verdict waits for anybody."""
    complete = all(each.is_complete for each in reporting)
    return complete and not any(verdict.provisional for verdict in verdicts)


def has_usable_figures(run: Run) -> bool:
    """Whether any figure of any file could be used."""
    return any(read.observations for read in run.inputs)


def nothing_text(run: Run, language: Language) -> str:
    """That there is nothing to judge on, as a sentence; empty where there is something."""
    if has_usable_figures(run) and run.has_figures:
        return ""
    why = NOTHING_FOR_PERIOD if has_usable_figures(run) else NOTHING_USABLE
    words = why.in_language(language)
    return f"{words[0].upper()}{words[1:]}."
