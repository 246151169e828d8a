"""Writing a set of scorecards: several cards side by side where that pays, the same bytes either way."""

from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from typing import NamedTuple

from cchc_cli.cli.extras import check_extra
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError, no_such_format
from cchc_cli.cli.progress import progress
from cchc_cli.cli.set_folder import SetFolder
from cchc_cli.intake.crew.processes import begin_worker, usable_processors
from cchc_cli.language import Text
from cchc_cli.reports.scorecard.edition import Edition, edition_of
from cchc_cli.reports.scorecard.files import INDEX, CardFile, card_files, contents
from cchc_cli.reports.scorecard.formats import CARD_FORMATS
from cchc_cli.reports.scorecard.index_page import index_page
from cchc_cli.scorecards.scorecard import Card, Scorecards

_MAKING = Text("Lập phiếu", "Making cards")
_CANNOT = Text("--format {name}: {why}", "--format {name}: {why}")
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
    work = _Work(edition.without_cards(), tuple(formats))
    processes = _processes(formats, jobs, len(files))
    with (
        folder.filling() as filling,
        progress(output, _MAKING, len(files)) as step,
        closing(_made(work, files, processes)) as all_made,
    ):
        for made in all_made:
            filling.add(made)
            step()
        filling.add({INDEX: index_page(edition, files, formats)})


class _Work(NamedTuple):
    """What every card needs."""

    edition: Edition
    formats: tuple[str, ...]

    def of(self, file: CardFile) -> Mapping[str, bytes]:
        return contents(self.edition, file, self.formats)


def _processes(formats: Sequence[str], jobs: int | None, cards: int) -> int:
    """A page is made faster than a process: without `--jobs` only slow formats get several."""
    pays = any(CARD_FORMATS[name].is_slow for name in formats)
    wanted = jobs or (usable_processors() if pays else 1)
    return max(1, min(wanted, cards))


def _made(
    work: _Work, files: Sequence[CardFile], processes: int
) -> Generator[Mapping[str, bytes], None, None]:
    """The files of each card, in their order; whoever stops asking stops the work."""
    if processes == 1:
        yield from map(work.of, files)
        return
    # A new process, not a copy of this one: libraries behind it may have started threads.
    fresh = get_context("spawn")
    with ProcessPoolExecutor(processes, fresh, initializer=_begin, initargs=(work,)) as pool:
        try:
            yield from pool.map(_make, files)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


_given: list[_Work] = []
"""Of a process of the pool: what every card needs, handed over once."""


def _begin(work: _Work) -> None:
    begin_worker()
    _given.append(work)


def _make(file: CardFile) -> Mapping[str, bytes]:
    return _given[-1].of(file)
