"""Forms and rows that are taken as a whole say what they say cell by cell."""

from pathlib import Path

import pytest

from cchc_cli.intake.layouts import form
from cchc_cli.intake.layouts.whole_rows import WholeRows
from tests.outgoing.forms import read

EXAMPLES = Path(__file__).parents[2] / "examples"


def said(path: Path) -> tuple[object, ...]:
    intake = read(path)
    return intake.observations, intake.findings, intake.unusable, intake.set_aside


@pytest.mark.parametrize("name", ["forms", "data.xlsx", "years/2021.xlsx"])
def test_cell_by_cell_they_say_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    as_a_whole = said(EXAMPLES / name)
    monkeypatch.setattr(form, "whole_form", lambda *_: None)
    monkeypatch.setattr(WholeRows, "take", lambda *_: False)
    assert said(EXAMPLES / name) == as_a_whole
