"""Who has not done what was asked."""

from datetime import date

from cchc_cli.language import Text
from cchc_cli.reports.holding_back import not_done
from cchc_cli.trace import Trace, TracedAnswer


def answer(agency: str, counted: int | None, done_on: date | None = None) -> TracedAnswer:
    return TracedAnswer.model_construct(
        agency=agency, name=Text(agency, agency), done_on=done_on, counted=counted, cells=[]
    )


def test_who_never_answered_is_not_said_to_have_failed() -> None:
    answers = [answer("done", 0, date(2024, 5, 1)), answer("silent", None), answer("not done", 0)]
    trace = Trace.model_construct(answers=answers)
    assert [each.agency for each in not_done(trace)] == ["not done"]
