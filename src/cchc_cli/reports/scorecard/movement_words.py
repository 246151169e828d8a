"""What improved and what fell since last year, in words."""

from cchc_cli.language import Language, Text
from cchc_cli.reports.comparison_words import difference_lines
from cchc_cli.reports.outcome import reached
from cchc_cli.run import Run
from cchc_cli.scorecards.scorecard import Card, Course, Movement, NoCourse, Row

IMPROVED = Text("Tiến bộ so với năm trước", "Better than last year")
FELL = Text("Giảm sút so với năm trước", "Worse than last year")
SIGN = {Course.IMPROVED: "▲", Course.FELL: "▼", Course.UNCHANGED: "=", Course.UNKNOWN: ""}
_UNCHANGED = Text("không đổi", "unchanged")
_WAS = Text("năm trước {figure}", "last year {figure}")
_NEW_TARGET = Text("mục tiêu khác năm trước", "another target than last year")
_DONE = {
    Course.IMPROVED: Text("năm trước chưa thực hiện", "not done last year"),
    Course.FELL: Text("năm trước đã thực hiện", "done last year"),
}
_WHY = {
    NoCourse.NO_YEAR: Text("không có số liệu năm trước", "nothing was reported last year"),
    NoCourse.NEW_AGENCY: Text("đơn vị mới, không so với năm trước", "a new agency, not compared"),
    NoCourse.NEW_INDICATOR: Text("năm trước không phải báo cáo", "not asked last year"),
    NoCourse.NO_FIGURE_BEFORE: Text("năm trước chưa có số liệu", "no figure last year"),
    NoCourse.NO_FIGURE_NOW: Text("năm nay chưa có số liệu", "no figure this year"),
}


def movement_lines(run: Run, row: Row, language: Language) -> list[str]:
    """How far it moved and from where; or why nobody can say. One line each."""
    movement = row.movement
    if movement.why is not None:
        return [_WHY[movement.why].in_language(language)]
    lines = [f"{SIGN[movement.course]} {_how_far(run, movement, language)}".strip()]
    was = _before(run, movement, language)
    if was and movement.course is not Course.UNCHANGED:
        lines.append(_WAS.filled(figure=was).in_language(language))
    if movement.pair is not None and movement.pair.new_target:
        lines.append(_NEW_TARGET.in_language(language))
    return lines


def no_past_words(card: Card, language: Language) -> str:
    """Why nothing on a card can be held against last year; empty where there is no one reason."""
    reasons = {row.movement.why for row in card.rows}
    why = reasons.pop() if len(reasons) == 1 else None
    if why is None:
        return ""
    words = _WHY[why].in_language(language)
    return f"{words[:1].upper()}{words[1:]}."


def _how_far(run: Run, movement: Movement, language: Language) -> str:
    if movement.course is Course.UNCHANGED or movement.pair is None:
        return _UNCHANGED.in_language(language)
    if movement.difference is None:
        return _DONE[movement.course].in_language(language)
    return "; ".join(difference_lines(run, movement.pair, language))


def _before(run: Run, movement: Movement, language: Language) -> str:
    if movement.pair is None or movement.difference is None:
        return ""
    return next(iter(reached(run, movement.pair.old, language)), "")
