"""Writing a set of scorecards: several cards side by side where that pays, the same bytes either way."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from cchc_cli.cli.extras import check_extra
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError, no_such_format
from cchc_cli.cli.progress import progress
from cchc_cli.cli.set_folder import SetFolder
from cchc_cli.language import Text
from cchc_cli.reports.scorecard.edition import Edition, edition_of
from cchc_cli.reports.scorecard.files import INDEX, CardFile, card_files, contents
from cchc_cli.reports.scorecard.formats import CARD_FORMATS
from cchc_cli.reports.scorecard.index_page import index_page
from cchc_cli.scorecards.scorecard import Card, Scorecards

_MAKING = Text("Lập phiếu", "Making cards")
_CANNOT = Text("--format {name}: {why}", "--format {name}: {why}")
_JOBS = Text("--jobs: hãy nêu số từ 1 trở lên", "--jobs: name a number from 1 on")
_FIRST = "html"
"""The format that is always written: the index leads to it."""


def formats_of(named: Sequence[str]) -> list[str]:
    """The formats asked for, each once, HTML first and always.

    Raises UsageError for one that isn't there, or whose library isn't installed.
    """
    wanted = [word.strip().lower() for value in named for word in value.split(",") if word.strip()]
    for name in wanted:
        if name not in CARD_FORMATS:
            raise no_such_format("--format", name, CARD_FORMATS)
        check_extra("--format", name, CARD_FORMATS[name].extra)
        why_not = CARD_FORMATS[name].why_not()
        if why_not is not None:
            raise UsageError(_CANNOT.filled(name=name, why=why_not))
    return list(dict.fromkeys([_FIRST, *wanted]))


def check_jobs(jobs: int | None) -> None:
    """Raises UsageError for a number of processes that cannot be."""
    if jobs is not None and jobs < 1:
        raise UsageError(_JOBS)


def write_cards(
    scorecards: Scorecards,
    cards: Sequence[Card],
    formats: Sequence[str],
    folder: SetFolder,
    jobs: int | None,
    output: Output,
) -> None:
    """Writes the cards and the page that leads to them; all of it, or nothing.

    Raises UsageError where the folder cannot be written.
    """
    files = card_files(cards)
    edition = edition_of(scorecards, output.language)
    work = _Work(edition, tuple(formats))
    with folder.filling() as filling, progress(output, _MAKING, len(files)) as step:
        for made in _made(work, files, _processes(formats, jobs, len(files))):
            filling.add(made)
            step()
        filling.add({INDEX: index_page(edition, files, formats)})


@dataclass(frozen=True, slots=True)
class _Work:
    """What every card needs."""

    edition: Edition
    formats: tuple[str, ...]

    def of(self, file: CardFile) -> Mapping[str, bytes]:
        return contents(self.edition, file, self.formats)


def _processes(formats: Sequence[str], jobs: int | None, cards: int) -> int:
    """A page is made faster than a process: without `--jobs` only slow formats get several."""
    pays = any(CARD_FORMATS[name].is_slow for name in formats)
    wanted = jobs or ((os.cpu_count() or 1) if pays else 1)
    return max(1, min(wanted, cards))


def _made(work: _Work, files: Sequence[CardFile], processes: int) -> Iterator[Mapping[str, bytes]]:
    """The files of each card, in their order."""
    if processes == 1:
        yield from map(work.of, files)
        return
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(work, files)) as pool:
        yield from pool.map(_make, range(len(files)))


_given: list[tuple[_Work, Sequence[CardFile]]] = []
"""Of a process of the pool: its work, handed over once."""


def _begin(work: _Work, files: Sequence[CardFile]) -> None:
    _given.append((work, files))


def _make(number: int) -> Mapping[str, bytes]:
    work, files = _given[-1]
    return work.of(files[number])
