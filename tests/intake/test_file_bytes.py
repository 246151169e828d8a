"""The bytes of a file: all of them, but for what is more than is ever read."""

import hashlib
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from cchc_cli.intake import submission_reading
from cchc_cli.intake.submission_reading import content_sha256


@pytest.mark.parametrize("said", [0, 3, 10, 1_000])
def test_a_file_is_read_whole_whatever_size_it_is_said_to_have(
    said: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"0123456789")
    monkeypatch.setattr(os, "fstat", lambda _: SimpleNamespace(st_size=said))
    assert content_sha256(path) == hashlib.sha256(b"0123456789").hexdigest()


@pytest.mark.parametrize("said", [0, 4, 10])
def test_of_a_file_that_is_too_large_hardly_more_is_read(
    said: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"0123456789")
    monkeypatch.setattr(os, "fstat", lambda _: SimpleNamespace(st_size=said))
    monkeypatch.setattr(submission_reading, "MAXIMUM_FILE_BYTES", 4)
    assert content_sha256(path) == hashlib.sha256(b"01234").hexdigest()
