"""The workbook of a small province, made once."""

from pathlib import Path

import pytest

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.xlsx.workbook import xlsx_report
from tests.reports.xlsx.province import NARROWLY_MISSED, judged


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """Two of three departments, with their own rows."""
    return judged(Path(tmp_path_factory.mktemp("province")), NARROWLY_MISSED, by=["agency"])


@pytest.fixture(scope="session")
def workbook(dossier: Dossier) -> bytes:
    return xlsx_report(dossier, Presentation(Language.VI))
