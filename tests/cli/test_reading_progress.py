"""Who waits longer than a second is told how far the reading has come."""

from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.cli.reading_progress import Watched
from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.of_files import FILE_UNREADABLE
from cchc_cli.findings.of_values import VALUE_MISSING
from cchc_cli.intake.gathering import Gathering
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.read_count import count_of
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from cchc_cli.language import Language
from cchc_cli.observation import Submission
from tests.cli.calls import OWN_FILES, call
from tests.intake.programme import BRIEF

_LINE_BEFORE_WIPED = "\x1b[1A\x1b[2K"
"""What a terminal is told to go up to the bar and wipe it away."""


class _Crew:
    """Reads at once; the first file has an error, the second something to explain."""

    def __init__(self, begin: Callable[[], None]) -> None:
        self._begin = begin

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        self._begin()
        kinds = {0: FILE_UNREADABLE, 1: VALUE_MISSING}
        for file in files:
            kind = kinds.get(file.position)
            gathering = Gathering(findings=[Finding(kind, Place(file.name))] if kind else [])
            submission = Submission(file.name, "", None, ())
            yield ReadSubmission(submission, gathering, count_of(gathering))


def watch(files: int, seconds_each: float, language: Language = Language.VI, beginning: float = 0.0) -> None:
    """Follows the reading of files, each of which takes so long, by workers that take their time to begin."""
    named = [SubmittedFile(number, Path(f"{number}.xlsx")) for number in range(files)]
    done, begun = 0, False

    def begin() -> None:
        nonlocal begun
        begun = True

    watched = Watched(_Crew(begin), language, lambda: (beginning if begun else 0.0) + done * seconds_each)
    for _ in watched.read(named, Orders(BRIEF, choose_layout(None))):
        done += 1


def test_what_is_read_within_a_second_says_nothing(capsys: Any) -> None:
    watch(9, 0.1)
    assert capsys.readouterr() == ("", "")


def test_a_log_gets_a_line_now_and_then(capsys: Any) -> None:
    watch(2_000, 0.01)
    out, err = capsys.readouterr()
    first, *others = err.splitlines()
    assert out == ""
    assert first.startswith("Đã đọc 101/2.000 tệp")
    assert "1 lỗi, 1 nội dung cần giải trình" in first
    assert "giây" in first
    assert len(others) == 3


def test_how_long_workers_take_to_begin_is_not_what_a_file_takes(capsys: Any) -> None:
    watch(2_000, 0.01, beginning=30.0)
    first, second, *_ = capsys.readouterr().err.splitlines()
    assert first.startswith("Đã đọc 31/2.000 tệp, chưa rõ còn bao lâu")
    assert second.startswith("Đã đọc 531/2.000 tệp, 100 tệp/giây, còn khoảng 15 giây")


def test_it_is_said_in_english_too(capsys: Any) -> None:
    watch(200, 0.5, Language.EN)
    first, _, third, *_ = capsys.readouterr().err.splitlines()
    assert first.startswith("Read 3 of 200 files, time left not known yet; 1 errors, 1 warnings")
    assert third.startswith("Read 23 of 200 files, time left not known yet")


def test_workers_bring_many_at_once_and_the_first_does_not_tell_how_fast(capsys: Any) -> None:
    watch(2_000, 0.5)
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if "giây" in line] == [line for line in lines if "chưa rõ" not in line]
    assert "Đã đọc 103/2.000 tệp, 2 tệp/giây, còn khoảng 15 phút" in "\n".join(lines)


def test_a_terminal_shows_a_bar_and_keeps_nothing_of_it(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    watch(200, 0.05)
    out, err = capsys.readouterr()
    assert out == ""
    assert "21/200 tệp, chưa rõ còn bao lâu; 1 lỗi, 1 cần giải trình" in err
    assert "25/200 tệp, 20/giây, còn 9 giây; 1 lỗi, 1 cần giải trình" in err
    assert err.endswith(_LINE_BEFORE_WIPED)


def test_nobody_is_told_who_wants_quiet(capsys: Any, met: str) -> None:
    assert call(capsys, "validate", met, *OWN_FILES, "-q", "-j", "1").err == ""
