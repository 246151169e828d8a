"""The document as a file: the same bytes, text that stays text, and a program that opens it."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from cchc_cli.dossier import AgencyName, Dossier, LateReport, Reporting
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.reports.docx.document import docx_report
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.sinks import xml
from cchc_cli.run import Run, Verdict
from tests.cli.calls import MISSED, write_matrix
from tests.libreoffice import saved_by_libreoffice
from tests.reports.docx.documents import dossier_of, everything, opened, small_dossier

HOSTILE = "{{ 7 * 7 }} {% x %} {_{ }_} <w:p> & \"' ]]> \u202eđảo\x0b\ud800\ufffe =HYPERLINK(1)\n\t.\f"


@pytest.mark.parametrize("language", Language)
def test_the_same_figures_give_the_same_bytes(tmp_path: Path, language: Language) -> None:
    data = write_matrix(tmp_path / "data.xlsx", MISSED)
    first, again = (docx_report(dossier_of([data]), Presentation(language)) for _ in range(2))
    assert first == again
    with zipfile.ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.fixture
def hostile(make_verdict: Callable[..., Verdict], make_run: Callable[..., Run]) -> Dossier:
    name = Text(HOSTILE, HOSTILE)
    verdict = make_verdict(
        indicator="online-dossiers",
        name=name,
        scope={"kind": "agency", "code": HOSTILE, "name": name, "level": None},
        official=False,
        status="missed",
        numerator=1,
        denominator=4,
        reading=HOSTILE,
        lead={"agency": HOSTILE, "line": 1},
        coverage={"reporting": 1, "expected": 2, "weight": None, "missing": [HOSTILE]},
        citations=[{"document": HOSTILE, "place": HOSTILE, "line": 1, "quote": HOSTILE}],
        cells=[
            {
                "item": HOSTILE, "file": HOSTILE, "sheet": HOSTILE, "cell": "A1", "value": 1,
                "replaced": [{"file": HOSTILE, "sheet": HOSTILE, "cell": HOSTILE, "value": 2}],
            }
        ],
    )  # fmt: skip
    agency = AgencyName(HOSTILE, name, Level.COMMUNE)
    late = LateReport(agency, date(2025, 2, 1))
    return Dossier(
        run=make_run([verdict]),
        period=verdict.period,
        reporting=(Reporting(verdict.period, 2, 0, (agency,), (late,)),),
        history={},
        previous_period=None,
        changes=(),
        traces={},
    )


def test_hostile_text_stays_text(hostile: Dossier) -> None:
    text = everything(opened(docx_report(hostile, Presentation(Language.VI))))
    assert text.count(xml(HOSTILE)) > 10
    assert "49" not in text
    assert text.count("{{") == text.count("{{ 7 * 7 }}")


def test_a_real_word_processor_opens_it(tmp_path: Path, hostile: Dossier) -> None:
    dossiers: dict[str, Any] = {"small": small_dossier(tmp_path, MISSED), "hostile": hostile}
    for name, dossier in dossiers.items():
        (tmp_path / f"{name}.docx").write_bytes(docx_report(dossier, Presentation(Language.VI)))
    files = [tmp_path / f"{name}.docx" for name in dossiers]
    saved = saved_by_libreoffice(files, tmp_path, "txt:Text (encoded):UTF8")
    small, strange = (file.read_text(encoding="utf-8-sig") for file in saved)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in small
    assert "79,00%" in small
    assert "thiếu 1 hồ sơ so với mức phải đạt" in small
    assert "{{ 7 * 7 }} {% x %} {_{ }_} <w:p>" in strange
