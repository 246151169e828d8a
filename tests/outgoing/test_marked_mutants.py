"""Whatever was sent, its answer is a workbook that opens."""

from pathlib import Path

import pytest

from cchc_cli.intake.files.reader import read_workbook
from cchc_cli.intake.returned import is_returned
from cchc_cli.outgoing.marking.marked_workbook import marked_workbook
from tests.hostile.mutations import mutant
from tests.intake.programme import CHECKS, take_in_small
from tests.outgoing.returning import error_list, full_workbook, marked, saved
from tests.zip_parts import parts_of, with_parts

_BROKEN = (b"", b"<", b"<a/>", b"\xff\xfe<\x00", b"<x>&lol;</x>")
_ODD_NUMBERS = ((b'sheetId="', b"-"), (b'fillId="', b"9"), (b's="', b"9"), (b'localSheetId="', b"x"))


@pytest.mark.parametrize("seed", range(0, 4_000, 40))
def test_mutants_are_answered(tmp_path: Path, seed: int) -> None:
    file = mutant(seed)
    path = tmp_path / file.name
    path.write_bytes(file.raw)
    made = marked_workbook(file.raw, path.suffix, error_list(take_in_small(path, checks=CHECKS)))
    assert is_returned(read_workbook(made.content, made.suffix).sheets[0])


def test_a_part_that_is_broken_costs_no_more_than_the_marking_in_place(tmp_path: Path) -> None:
    twice = marked(saved(marked(full_workbook(tmp_path / "a.xlsm")), tmp_path / "b.xlsm")).content
    for name, content in parts_of(twice).items():
        spoilt = [content.replace(before, before + odd) for before, odd in _ODD_NUMBERS if before in content]
        for changed in (*_BROKEN, *spoilt):
            raw = with_parts(twice, {name: changed})
            path = tmp_path / "c.xlsm"
            path.write_bytes(raw)
            made = marked_workbook(raw, ".xlsm", error_list(take_in_small(path)))
            assert is_returned(read_workbook(made.content, made.suffix).sheets[0])


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("xl/drawings/vmlDrawing1.vml", b"<v:shape "),
        ("xl/drawings/vmlDrawing1.vml", b"<o:idmap "),
        ("xl/threadedComments/t.xml", b"<threadedComment "),
    ],
)
def test_tags_that_never_end_keep_nobody_waiting(tmp_path: Path, name: str, beginning: bytes) -> None:
    """With a search that runs to the end from each of them the test would take days."""
    path = full_workbook(tmp_path / "a.xlsx")
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    threads = b'<Relationship Id="rId99" Type="http://x/threadedComment" Target="../threadedComments/t.xml"/>'
    end = b"</Relationships>"
    related = parts_of(path.read_bytes())[relations].replace(end, threads + end)
    changed = {relations: related, name: b"<xml >" + 1_000_000 * beginning + b"</xml>"}
    path.write_bytes(with_parts(path.read_bytes(), changed))
    assert is_returned(read_workbook(marked(path).content, ".xlsx").sheets[0])


def test_names_that_lead_out_of_the_file_are_not_passed_on(tmp_path: Path) -> None:
    path = full_workbook(tmp_path / "a.xlsx")
    path.write_bytes(with_parts(path.read_bytes(), {"../../x.bin": b"x", "xl/media/../../../y.bin": b"y"}))
    assert not any(".." in name for name in parts_of(marked(path).content))
