"""The sample layout reads its export: a row for each commune, sent by the province's office."""

from pathlib import Path

import pytest

from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.intake.brief import Brief
from cchc_cli.intake.intake import Intake, take_in
from cchc_cli.intake.layouts.description import LayoutSource
from cchc_cli.intake.layouts.lint import lint
from cchc_cli.registry.load import load_registry
from cchc_cli.strict_yaml import load
from tests.examples.reading import EXAMPLES, ROOT, of_year

LAYOUT = EXAMPLES / "layouts" / "ket-xuat-cap-xa.yaml"
EXPORT = EXAMPLES / "layouts" / "ket-xuat-cap-xa-2024.xlsx"


@pytest.fixture(scope="module")
def brief() -> Brief:
    catalogue, registry = load_catalogue(ROOT / "targets.yaml"), load_registry(ROOT / "agencies.yaml")
    return Brief(catalogue.item_by_code, catalogue.checks, catalogue.programme.years, registry)


def read(brief: Brief, *paths: Path) -> Intake:
    return take_in(paths, brief, str(LAYOUT))


def test_the_layout_is_sound(brief: Brief) -> None:
    layout, document = load(LAYOUT, LayoutSource)
    assert lint(layout, document, list(brief.items)) == []


def test_every_commune_is_read_and_none_is_mistaken_for_another(brief: Brief) -> None:
    intake = read(brief, EXPORT)
    assert intake.findings == ()
    assert intake.read[0].agencies == 164
    assert intake.submissions[0].submitter == "VPUBND"
    figures: dict[str, dict[str, int]] = {}
    for one in intake.observations:
        figures.setdefault(one.agency, {})[one.item] = int(one.value)
    sent = {line.code: line.figures for line in of_year(2024)}
    assert len(sent.keys() & figures.keys()) == 162
    for agency in sent.keys() & figures.keys():
        assert figures[agency].items() <= sent[agency].items()
        # Phường 1 began within the year: nothing was carried over to it on the first day.
        assert len(figures[agency]) == (7 if agency == "28300" else 8)


def test_beside_the_workbook_of_the_analyst_it_only_repeats_and_adds(brief: Brief) -> None:
    intake = read(brief, EXPORT, EXAMPLES / "data.xlsx")
    assert {submission.layout for submission in intake.submissions} == {"ket-xuat-cap-xa", "matrix"}
    assert {finding.code for finding in intake.findings} <= {
        "duplicate-observation",
        "overlap-with-predecessor",
        "value-missing",
    }
