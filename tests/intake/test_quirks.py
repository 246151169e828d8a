"""Spreadsheets as they come: what each quirk of the corpus gives."""

import pickle
from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from cchc_cli.findings.kinds import KINDS
from cchc_cli.intake.crew.errand import make_errands, run_errand
from cchc_cli.intake.crew.packet import unpack
from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from cchc_cli.language import Language
from tests.intake.corpus import Quirk, Report, quirks

QUIRKS = quirks()

NOT_IN_THE_CORPUS = {
    # Files that are no workbooks: test_hostile.py.
    "file-unreadable",
    "file-encrypted",
    "file-too-large",
    # Nothing says these yet.
    "submission-missing",
    "submission-late",
    # Only said on the map of another day: tests/engine/test_other_maps.py.
    "split-not-restated",
    "ended-not-restated",
}


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_a_quirk_is_read_as_the_corpus_says(quirk: Quirk, tmp_path: Path) -> None:
    assert Report(quirk.read(tmp_path)).as_expected() == quirk.data["expect"]


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_every_finding_makes_sentences_in_both_languages(quirk: Quirk, tmp_path: Path) -> None:
    for finding in quirk.read(tmp_path).findings:
        for language in Language:
            for sentence in (finding.message(language), finding.hint(language)):
                assert sentence
                assert "None" not in sentence
                assert "{" not in sentence


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_the_fast_and_the_exact_reader_see_the_same_cells(quirk: Quirk, tmp_path: Path) -> None:
    for path in quirk.write(tmp_path):
        fast, exact = (read_workbook(path.read_bytes(), ".xlsx", exact=exact) for exact in (False, True))
        for one, other in zip(fast.sheets, exact.sheets, strict=True):
            for row in range(1, max(one.height, other.height) + 1):
                assert list(one.cells(row)) == list(other.cells(row))
            assert (one.merged, one.hidden, one.hidden_rows) == (
                other.merged,
                other.hidden,
                other.hidden_rows,
            )


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_the_order_of_the_paths_changes_nothing(quirk: Quirk, tmp_path: Path) -> None:
    paths = quirk.write(tmp_path)
    assert quirk.take_in(paths) == quirk.take_in(paths[::-1]) == quirk.take_in([tmp_path, *paths])


class _Mail:
    """A crew in this process that sends errands and what they bring as workers do."""

    def read(self, files: Sequence[SubmittedFile], orders: Orders) -> Generator[ReadSubmission, None, None]:
        for errand in make_errands(files, orders):
            packet = run_errand(pickle.loads(pickle.dumps(errand)))
            yield from unpack(pickle.loads(pickle.dumps(packet)))


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_what_a_worker_read_is_what_is_read_here(quirk: Quirk, tmp_path: Path) -> None:
    paths = quirk.write(tmp_path)
    assert quirk.take_in(paths, _Mail()) == quirk.take_in(paths)


def test_every_code_of_intake_has_a_quirk(tmp_path: Path) -> None:
    raised = {finding.code for quirk in QUIRKS for finding in quirk.read(tmp_path / quirk.name).findings}
    assert raised == KINDS.keys() - NOT_IN_THE_CORPUS
