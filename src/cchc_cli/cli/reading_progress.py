"""How far the reading has come, on stderr: a bar on a terminal, a line now and then elsewhere.

What takes less than a second says nothing.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing

from cchc_cli.findings.finding import Severity
from cchc_cli.intake.crew.crew import Crew
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from cchc_cli.language import Language, Text

_SECONDS_OF_SILENCE = 1.0
_SECONDS_TO_JUDGE = 0.3
"""Workers take seconds until the first file comes, and then many come at once: what the first one took says
nothing of the others."""
_SECONDS_BETWEEN_LINES = 5.0
_SECONDS_BETWEEN_LOOKS = 0.2
_MINUTE = 60
_LINE = Text(
    "Đã đọc {done}/{total} tệp, {pace}; đến lúc này {errors} lỗi, {warnings} nội dung cần giải trình",
    "Read {done} of {total} files, {pace}; {errors} errors, {warnings} warnings so far",
)
_PACE = Text("{rate} tệp/giây, còn khoảng {left}", "{rate} a second, about {left} left")
_BESIDE_BAR = Text(
    "{done}/{total} tệp, {pace}; {errors} lỗi, {warnings} cần giải trình",
    "{done}/{total} files, {pace}; {errors} errors, {warnings} warnings",
)
_PACE_BESIDE_BAR = Text("{rate}/giây, còn {left}", "{rate}/s, {left} left")
_NO_PACE_YET = Text("chưa rõ còn bao lâu", "time left not known yet")
_MANY, _A_PART = 100, 8
"""From so many files, or such a part of them, it can be told how fast they are read: workers bring many at
once, so that the first of them seems to have taken long and the last no time at all."""
_BAR_WIDTH = 8
"""So that a terminal of 80 columns shows all that stands beside it."""
_SECONDS = Text("{count} giây", "{count} s")
_MINUTES = Text("{count} phút", "{count} min")


class Watched:
    """A crew whose work somebody follows. `clock` gives seconds."""

    def __init__(self, crew: Crew, language: Language, clock: Callable[[], float] = time.monotonic) -> None:
        self._crew = crew
        self._language = language
        self._clock = clock

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        """What the crew reads, as it reads it."""
        with ExitStack() as stack:
            display = _Bar(stack, len(files)) if sys.stderr.isatty() else _Lines()
            count = _Count(len(files), self._clock)
            following = self._clock() + _SECONDS_OF_SILENCE
            for read in stack.enter_context(closing(self._crew.read(files, orders))):
                if count.done == 0:
                    following = max(following, self._clock() + _SECONDS_TO_JUDGE)
                count.add(read)
                if self._clock() >= following and count.done < count.total:
                    display.show(count, self._language)
                    following = self._clock() + display.seconds_between
                yield read


class _Count:
    """What has been read until now."""

    def __init__(self, total: int, clock: Callable[[], float]) -> None:
        self.total = total
        self.done = 0
        self.findings: Counter[Severity] = Counter()
        self._clock = clock
        self._first = clock()

    def add(self, read: ReadSubmission) -> None:
        self.done += 1
        if self.done == 1:
            self._first = self._clock()
        self.findings.update(finding.severity for finding in read.gathering.findings)

    def line(self, text: Text, pace: Text, language: Language) -> str:
        errors, warnings = self.findings[Severity.ERROR], self.findings[Severity.WARNING]
        said = {"done": self.done, "total": self.total, "errors": errors, "warnings": warnings}
        return text.in_language(language).format(pace=self._pace(pace, language), **_written(said, language))

    def _pace(self, text: Text, language: Language) -> str:
        if self.done < min(_MANY, self.total // _A_PART):
            return _NO_PACE_YET.in_language(language)
        rate = max(self.done - 1, 1) / max(self._clock() - self._first, 0.001)
        left = _duration(round((self.total - self.done) / rate), language)
        return text.in_language(language).format(left=left, **_written({"rate": round(rate)}, language))


def _written(numbers: dict[str, int], language: Language) -> dict[str, str]:
    from cchc_cli.reports.numbers_text import quantity_text

    return {name: quantity_text(number, language) for name, number in numbers.items()}


def _duration(seconds: int, language: Language) -> str:
    unit, count = (_SECONDS, max(1, seconds)) if seconds < 2 * _MINUTE else (_MINUTES, seconds // _MINUTE)
    return unit.in_language(language).format(count=count)


class _Lines:
    """Lines of a log."""

    seconds_between = _SECONDS_BETWEEN_LINES

    def show(self, count: _Count, language: Language) -> None:
        from cchc_cli.cli.output import Output

        Output(language).remark(count.line(_LINE, _PACE, language))


class _Bar:
    """A bar of a terminal, begun when there is something to show."""

    seconds_between = _SECONDS_BETWEEN_LOOKS

    def __init__(self, stack: ExitStack, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (BarColumn(_BAR_WIDTH), TextColumn("{task.description}", markup=False))
        # Drawn when told, never by a thread of its own: workers may begin as copies of this process.
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        self._task = self._bar.add_task("", total=total)
        self._stack = stack
        self._is_shown = False

    def show(self, count: _Count, language: Language) -> None:
        if not self._is_shown:
            self._stack.enter_context(self._bar)
            self._is_shown = True
        said = count.line(_BESIDE_BAR, _PACE_BESIDE_BAR, language)
        self._bar.update(self._task, completed=count.done, description=said, refresh=True)
