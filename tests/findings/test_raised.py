"""Every code that is promised can be met: a test raises it.

The quirk corpus raises what can be found in a workbook; what needs a broken file or a whole province stands
here, code by code.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cchc_cli.findings.kinds import KINDS
from cchc_cli.level import Level
from tests.engine.province import CITE, agency, ask, catalogue, figures, judge, registry, share
from tests.intake.corpus import quirks
from tests.intake.programme import take_in_small
from tests.intake.test_hostile import GOOD, claiming
from tests.reception.province import form, standing
from tests.zip_parts import zipped

_ENCRYPTED = zipped(
    {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": b"<manifest><encryption-data/></manifest>",
        "content.xml": b"<x/>",
    }
)


def _reading(name: str, content: bytes) -> Callable[[Path], set[str]]:
    def read(folder: Path) -> set[str]:
        path = folder / name
        path.write_bytes(content)
        return {finding.code for finding in take_in_small(path).findings}

    return read


def _stocktaking(dated: date) -> Callable[[Path], set[str]]:
    def take_stock(folder: Path) -> set[str]:
        stood = standing(form(folder / "a.xlsx", "SNV", dated=dated), deadline=date(2025, 1, 20))
        return {finding.code for finding in stood.findings}

    return take_stock


def _on_another_map(*successors: str) -> Callable[[Path], set[str]]:
    """A commune that these carry on, restated on the day after its last."""

    def restate(folder: Path) -> set[str]:
        new = date(2025, 7, 1)
        agencies = (
            agency("C1", Level.COMMUNE, valid_until=new - timedelta(days=1), successors=successors),
            *(agency(code, Level.COMMUNE, valid_from=new) for code in successors),
            agency("C9", Level.COMMUNE),
        )
        source = catalogue(folder, share(f"      - {{every: period, bound: 50, {CITE}}}"))
        question = replace(ask("2024"), as_of=new)
        observations = figures("2024", done={"C1": 1}, all={"C1": 2})
        found = judge(source, observations, question, registry(*agencies)).findings
        return {finding.code for finding in found}

    return restate


RAISED_HERE = {
    "file-unreadable": _reading("a.xlsx", b""),
    "file-encrypted": _reading("a.ods", _ENCRYPTED),
    "file-too-large": _reading("a.xlsx", claiming(GOOD, 3 * 1024**3)),
    "submission-missing": _stocktaking(date(2025, 1, 10)),
    "submission-late": _stocktaking(date(2025, 1, 25)),
    "split-not-restated": _on_another_map("C2", "C3"),
    "ended-not-restated": _on_another_map(),
}


@pytest.mark.parametrize("code", RAISED_HERE)
def test_it_is_raised(code: str, tmp_path: Path) -> None:
    assert code in RAISED_HERE[code](tmp_path)


def test_no_code_is_left_that_nothing_raises(tmp_path: Path) -> None:
    assert KINDS.keys() - RAISED_HERE.keys() <= _raised_by_the_corpus(tmp_path)


def _raised_by_the_corpus(folder: Path) -> set[str]:
    return {finding.code for quirk in quirks() for finding in quirk.read(folder / quirk.name).findings}
