"""Words that several sheets of the workbook share."""

from cchc_cli.language import Text, joined
from cchc_cli.reports.wording import ASPIRATIONAL
from cchc_cli.run import Run, Verdict

COUNTED = Text("Kết quả chung", "Counted")
"""A row that counts in the headline."""
STEERING = Text("Phục vụ điều hành", "For steering")
ASPIRATIONAL_ROW = ASPIRATIONAL
STEERING_ASPIRATIONAL = Text("Phục vụ điều hành (chỉ tiêu phấn đấu)", "For steering (aspirational)")
_LEFT_OUT = Text(
    "{n} dòng của đơn vị không hiện ở đây (theo --top).", "{n} rows of agencies are not shown here (--top)."
)


def kind_words(verdict: Verdict) -> Text:
    """Whether a row counts, and in which of the counts."""
    if verdict.official:
        return ASPIRATIONAL_ROW if verdict.aspirational else COUNTED
    return STEERING_ASPIRATIONAL if verdict.aspirational else STEERING


def left_out(run: Run) -> Text | None:
    """How many rows of agencies the call asked to leave out; None where all stand here."""
    number = sum(sum(rows.statuses.values()) for rows in run.left_out)
    return _LEFT_OUT.filled(n=number) if number else None


def with_left_out(note: Text, run: Run) -> Text:
    """A note that says so too."""
    said = left_out(run)
    return joined([note, said], " ") if said else note
