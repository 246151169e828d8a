"""Whatever happens to a worker, what it hands over can travel between processes."""

import pickle
from pathlib import Path

import pytest

from cchc_cli.intake.crew import crew, errand
from cchc_cli.intake.crew.crew import LONE_READER
from cchc_cli.intake.crew.errand import (
    Errand,
    ErrandFailedError,
    VersionsDifferError,
    make_errands,
    run_errand,
)
from cchc_cli.intake.layouts.choice import choose_layout
from cchc_cli.intake.submission_reading import Orders, ReadSubmission, SubmittedFile
from tests.intake.crew.workers import FORM
from tests.intake.programme import BRIEF

ORDERS = Orders(BRIEF, choose_layout(None))


class _RootedError(Exception):
    """It holds what cannot leave the process, as those of some libraries do."""

    def __init__(self, what: str, where: object) -> None:
        super().__init__(what, where)


def _fail(file: SubmittedFile, orders: Orders) -> ReadSubmission:
    raise _RootedError("no such thing", lambda: file)


def _recur(file: SubmittedFile, orders: Orders) -> ReadSubmission:
    return _recur(file, orders)


def _starve(file: SubmittedFile, orders: Orders) -> ReadSubmission:
    raise MemoryError


def an_errand() -> Errand:
    (made,) = make_errands([SubmittedFile(0, FORM)], ORDERS)
    return made


@pytest.mark.parametrize(("read", "named"), [(_fail, "_RootedError"), (_recur, "RecursionError")])
def test_a_defect_of_the_program_arrives_as_text(
    monkeypatch: pytest.MonkeyPatch, read: object, named: str
) -> None:
    monkeypatch.setattr(errand, "read_submission", read)
    with pytest.raises(ErrandFailedError) as raised:
        run_errand(an_errand())
    arrived = pickle.loads(pickle.dumps(raised.value))
    assert named in arrived.report
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)
    assert raised.traceback[-1].name == "run_errand"


def test_want_of_memory_arrives_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errand, "read_submission", _starve)
    with pytest.raises(MemoryError):
        run_errand(an_errand())


def test_an_errand_of_another_version_is_not_run() -> None:
    with pytest.raises(VersionsDifferError):
        run_errand(an_errand()._replace(version="0.0.0"))


def test_who_reads_alone_names_the_file_that_needs_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "read_submission", _starve)
    (read,) = LONE_READER.read([SubmittedFile(0, FORM)], ORDERS)
    (finding,) = read.gathering.findings
    assert finding.code == "file-unreadable"
    assert "bộ nhớ" in str(finding.facts["reason"])


def test_large_files_are_errands_of_their_own(tmp_path: Path) -> None:
    files = []
    for number, size in enumerate((10, 3_000_000, 10, 10)):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(b" " * size)
        files.append(SubmittedFile(number, path))
    many = [files[0]] * 64 + files
    sizes = [len(made.files) for made in make_errands(many, ORDERS)]
    assert sum(sizes) == len(many)
    assert [files[1]] in [list(made.files) for made in make_errands(many, ORDERS)]


def test_errands_keep_the_order_of_the_files() -> None:
    files = [SubmittedFile(number, FORM) for number in range(70)]
    assert [file for made in make_errands(files, ORDERS) for file in made.files] == files
