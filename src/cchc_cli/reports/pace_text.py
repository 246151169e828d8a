"""Pace in words: always an estimate, never in the words of a verdict."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from cchc_cli.language import Language, Text
from cchc_cli.pace import DatedValue, Pace, PaceMethod, PaceState, Projection
from cchc_cli.period import Period
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import (
    Bound,
    exact,
    gap_text,
    held_to,
    quantity_text,
    telling_text,
    with_unit,
)
from cchc_cli.reports.outcome import THERE_ALREADY
from cchc_cli.reports.requirement import bound_text, unit_text
from cchc_cli.reports.wording import period_words
from cchc_cli.run import Run, Verdict

PACE = {
    PaceState.AHEAD: Text("Vượt tiến độ (ước tính)", "Ahead (estimate)"),
    PaceState.ON_TRACK: Text("Đúng tiến độ (ước tính)", "On track (estimate)"),
    PaceState.BEHIND: Text("Chậm tiến độ (ước tính)", "Behind (estimate)"),
}
_NO_STATE = Text("Tiến độ (ước tính)", "Pace (estimate)")
_TOWARDS = Text("{pace}, mục tiêu {bound} đến {due}", "{pace}, target {bound} by {due}")
_EXPECTED = Text("nay cần {value}", "{value} expected by now")
_NEEDED = Text("cần thêm {amount} mỗi năm", "needs {amount} more a year")
_PROJECTED = Text("dự báo {due}: {value}, {outcome}", "projected for {due}: {value}, {outcome}")
_LEADS = Text("dự báo đến hạn {value}", "{value} projected when due")
_REACHES = Text("tới mức {bound}", "reaches {bound}")
_SHORT = Text("chưa tới mức {bound}", "short of {bound}")
_WITHIN = Text("trong khung {bound}–{upper}", "within {bound}–{upper}")
_BEYOND = Text("vượt khung {bound}–{upper}", "above {bound}–{upper}")
_STAND = Text(
    "Đến {day} cần {expected}; thực tế {actual}; chênh lệch {difference}",
    "Expected by {day}: {expected}; actual {actual}; difference {difference}",
)
_FLOOR = Text(
    "Mức đang áp dụng {floor} cao hơn mức tính được nên lấy mức này",
    "The bound in force, {floor}, is more than the way asks for, so it is what is expected",
)
_NOT_BEGUN = Text("Chưa có giá trị trước đó để so sánh", "There is no earlier value to compare with")
_METHODS = {
    PaceMethod.LADDER: Text(
        "Cách tính: theo lộ trình, từ {start} đến {bound} ({due})",
        "Method: the ladder, from {start} to {bound} ({due})",
    ),
    PaceMethod.RATE: Text(
        "Cách tính: theo tiến độ ghi trong danh mục, từ {start} đến {bound} ({due})",
        "Method: the rate in the catalogue, from {start} to {bound} ({due})",
    ),
    PaceMethod.LINE: Text(
        "Cách tính: đường thẳng từ {start} đến {bound} ({due})",
        "Method: a straight line from {start} to {bound} ({due})",
    ),
}
_LIMITED = Text(
    "tính ra vượt giới hạn nên lấy {limit}", "the change leads beyond what can be, so {limit} is taken"
)
_TREND = Text("thay đổi bình quân mỗi năm {change}: {values}", "mean yearly change of {change}: {values}")
_RULES = Text(
    "Chênh không quá 0,5 điểm là đúng tiến độ; đã tới mức của mục tiêu là vượt; dưới mức đang áp dụng, "
    "hoặc đến hạn mà chưa tới, là chậm. Ước tính, không phải kết quả đánh giá",
    "Within 0.5 points is on track; at the target's bound already is ahead; below the bound in force, or "
    "short of the target when it is due, is behind. An estimate, no verdict",
)
_POINTS = Text("điểm phần trăm", "percentage points")
_FELL = Text("giảm {value}", "a fall of {value}")
_ROSE = Text("tăng {value}", "a rise of {value}")
_COUNTS = Text(
    "Tiến độ đến mục tiêu kế tiếp (ước tính): vượt {ahead}, đúng {on_track}, chậm {behind}.",
    "Pace towards the next target (estimate): ahead {ahead}, on track {on_track}, behind {behind}.",
)
_NOT_COMPARED = Text(" Chưa so sánh được {unknown}.", " No earlier value to compare with: {unknown}.")
_OUTCOMES = Text(
    " Dự báo khi đến hạn: tới mức {reach}, chưa tới mức {short}.",
    " Projected for the due date: {reach} reach the bound, {short} fall short.",
)


def pace_brief(run: Run, verdict: Verdict, language: Language) -> str:
    """One sentence for a narrow place; empty where there is no pace."""
    words = _Words.of(run, verdict, language)
    return words.sentence(words.brief()) if words else ""


def pace_sentence(run: Run, verdict: Verdict, language: Language) -> str:
    """What is expected now, what is needed from here, and where it leads; empty where there is no pace."""
    words = _Words.of(run, verdict, language)
    return words.sentence(words.details()) if words else ""


def pace_explained(run: Run, verdict: Verdict, language: Language) -> list[str]:
    """The same with the method and every part of it; the first line says how it stands."""
    words = _Words.of(run, verdict, language)
    return [words.title(), *words.parts()] if words else []


def pace_counts(verdicts: Iterable[Verdict], language: Language) -> str:
    """How many are ahead, on track and behind, and where they lead; empty where no pace can be told."""
    paces = [verdict.pace for verdict in verdicts if isinstance(verdict.pace, Pace)]
    states = [pace.state for pace in paces if pace.state is not None]
    if not states:
        return ""
    outcomes = [pace.projected.meets for pace in paces if pace.projected is not None]
    numbers = {
        "ahead": states.count(PaceState.AHEAD),
        "on_track": states.count(PaceState.ON_TRACK),
        "behind": states.count(PaceState.BEHIND),
        "unknown": len(paces) - len(states),
        "reach": outcomes.count(True),
        "short": outcomes.count(False),
    }
    written = {name: quantity_text(number, language) for name, number in numbers.items()}
    said = [_COUNTS]
    said += [_NOT_COMPARED] if numbers["unknown"] else []
    said += [_OUTCOMES] if outcomes else []
    return "".join(words.in_language(language) for words in said).format(**written)


class _Words:
    """The pace of one verdict, said in a language."""

    def __init__(self, run: Run, verdict: Verdict, pace: Pace, language: Language) -> None:
        self.verdict = verdict
        self.pace = pace
        self.language = language
        self.unit = unit_text(run, verdict, language)

    @classmethod
    def of(cls, run: Run, verdict: Verdict, language: Language) -> "_Words | None":
        pace = verdict.pace
        return cls(run, verdict, pace, language) if isinstance(pace, Pace) else None

    def title(self) -> str:
        """How it stands; towards which target, where the row speaks of another one first."""
        pace = self.pace
        words = self._say(PACE[pace.state] if pace.state else _NO_STATE)
        if self.verdict.operator is None or pace.to.due is None:
            return words
        return self._say(_TOWARDS, pace=words, bound=self._bound(), due=f"{pace.to.due:%d/%m/%Y}")

    def sentence(self, details: Iterable[str]) -> str:
        said = "; ".join(details)
        return f"{self.title()}: {said}" if said else self.title()

    def brief(self) -> Iterator[str]:
        yield from self._reached_early()
        yield from self._expected()
        if self.pace.projected is not None:
            yield self._say(_LEADS, value=self._projected_value(self.pace.projected))
        elif self.pace.state is None:
            yield from self._needed()

    def details(self) -> Iterator[str]:
        yield from self._reached_early()
        yield from self._expected()
        yield from self._needed()
        for projection in (self.pace.projected, self.pace.ladder_end):
            if projection is not None:
                yield self._projection(projection)

    def parts(self) -> Iterator[str]:
        pace = self.pace
        yield self._method()
        if pace.expected is not None:
            expected = exact(pace.expected)
            yield self._say(
                _STAND,
                day=f"{Period.parse(self.verdict.period).end:%d/%m/%Y}",
                expected=self._value(expected),
                actual=self._value(exact(pace.actual), (">=", expected, None)),
                difference=self._difference(pace.difference or 0),
            )
        if pace.floor is not None:
            yield self._say(_FLOOR, floor=self._value(exact(pace.floor)))
        yield from self._reached_early()
        yield from self._needed()
        if pace.projected is not None:
            yield f"{self._projection(pace.projected)}; {self._trend(pace.projected)}"
        if pace.ladder_end is not None:
            yield self._projection(pace.ladder_end)
        yield self._say(_RULES)

    def _reached_early(self) -> Iterator[str]:
        """Where the row is about another target; else it says so itself."""
        if self.pace.reached_early and self.verdict.operator is not None:
            yield self._say(THERE_ALREADY)

    def _expected(self) -> Iterator[str]:
        if self.pace.expected is not None and not self.pace.reached_early:
            yield self._say(_EXPECTED, value=self._value(exact(self.pace.expected)))

    def _method(self) -> str:
        pace = self.pace
        if pace.start is None or pace.to.due is None:
            return self._say(_NOT_BEGUN)
        start = self._dated(pace.start)
        return self._say(
            _METHODS[pace.method], start=start, bound=self._bound(), due=f"{pace.to.due:%d/%m/%Y}"
        )

    def _needed(self) -> Iterator[str]:
        """Told by the year while there is a year left; after that the shortfall says it all."""
        pace = self.pace
        if not pace.needed_per_year or pace.to.due is None:
            return
        if pace.to.due.year > Period.parse(self.verdict.period).end.year:
            yield self._say(_NEEDED, amount=self._points(pace.needed_per_year))

    def _projection(self, projection: Projection) -> str:
        return self._say(
            _PROJECTED,
            due=f"{projection.due:%d/%m/%Y}",
            value=self._projected_value(projection),
            outcome=self._outcome(projection),
        )

    def _outcome(self, projection: Projection) -> str:
        to = self.pace.to
        ends = {"bound": self._end(projection.bound)}
        if to.operator != "within" or to.upper is None:
            return self._say(_REACHES if projection.meets else _SHORT, **ends)
        ends["upper"] = self._end(to.upper)
        if projection.meets:
            return self._say(_WITHIN, **ends)
        return self._say(_SHORT if projection.value < projection.bound else _BEYOND, **ends)

    def _end(self, bound: Number) -> str:
        return with_unit(quantity_text(bound, self.language), self.unit)

    def _projected_value(self, projection: Projection) -> str:
        to = self.pace.to
        return self._value(exact(projection.value), held_to(to.operator, projection.bound, to.upper))

    def _trend(self, projection: Projection) -> str:
        values = "; ".join(map(self._dated, projection.values))
        trend = self._say(_TREND, change=self._difference(projection.per_year), values=values)
        if projection.limit is None:
            return trend
        return f"{trend}; {self._say(_LIMITED, limit=self._value(exact(projection.limit)))}"

    def _dated(self, value: DatedValue) -> str:
        when = period_words(value.period, self.language) if value.period else f"{value.day:%d/%m/%Y}"
        return f"{self._value(exact(value.value))} ({when})"

    def _bound(self) -> str:
        to = self.pace.to
        return bound_text(self.verdict.kind, to.operator, to.bound, to.upper, self.unit, self.language)

    def _value(self, value: Fraction, held: Bound | None = None) -> str:
        """A value as the row shows its own: a change is counted in the direction asked for."""
        if self.verdict.kind != "change" or not value:
            return telling_text(value, held, self.unit, self.language)
        fell = (self.pace.to.operator == "reduce>=") == (value >= 0)
        written = telling_text(abs(value), held if value >= 0 else None, self.unit, self.language)
        return self._say(_FELL if fell else _ROSE, value=written)

    def _difference(self, difference: Number) -> str:
        sign = "-" if difference < 0 else "+" if difference else ""
        return sign + self._points(difference)

    def _points(self, amount: Number) -> str:
        """A number of points without its sign."""
        unit = self._say(_POINTS) if self.unit == "%" else self.unit
        return with_unit(gap_text(amount, self.language), unit)

    def _say(self, words: Text, **facts: str) -> str:
        return words.in_language(self.language).format(**facts)
