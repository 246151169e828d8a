"""The run names agencies as they were called in the period that it is about."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_cli.engine.assemble import assemble
from cchc_cli.engine.evaluate import evaluate
from cchc_cli.engine.evidence import Evidence
from cchc_cli.language import Language, Text
from cchc_cli.level import Level
from cchc_cli.observation import Submission
from tests.engine.province import CITE, agency, ask, catalogue, figures, registry, share


def _names(folder: Path, *periods: str) -> dict[str, Text]:
    source = catalogue(folder, share(f"      - {{every: period, bound: 50, {CITE}}}"))
    village = agency("C1", Level.COMMUNE, valid_until=date(2024, 4, 30))
    town = agency("C1", Level.COMMUNE, valid_from=date(2024, 5, 1))
    lives = (replace(village, name=Text("Xã", "Village")), replace(town, name=Text("Phường", "Town")))
    map_of_both = registry(agency("A", Level.PROVINCE), *lives)
    submission = Submission("data.xlsx", "0" * 64, "matrix", ("Số liệu",))
    evidence = Evidence(tuple(figures("2023", done={"A": 1}, all={"A": 1})), submissions=(submission,))
    evaluation = evaluate(source, map_of_both, evidence, ask(*periods, by=["province"]))
    return assemble(source, map_of_both, evidence, [], evaluation.verdicts, Language.VI).glossary.agencies


def test_a_missing_agency_has_the_name_of_its_time(tmp_path: Path) -> None:
    assert _names(tmp_path, "2023")["C1"].en == "Village"
    assert _names(tmp_path, "2023", "2024")["C1"].en == "Town", "of several periods the newest"


def test_every_item_of_a_figure_that_is_listed_has_a_name(tmp_path: Path) -> None:
    """Also one that no indicator needs: rules between items do, and corrections are compared."""
    source = catalogue(tmp_path, share(f"      - {{every: period, bound: 50, {CITE}}}"))
    submission = Submission("data.xlsx", "0" * 64, "matrix", ("Số liệu",))
    evidence = Evidence(tuple(figures("2023", spent={"A": 1})), submissions=(submission,))
    for with_observations, named in ((True, {"spent"}), (False, set())):
        run = assemble(source, registry(), evidence, [], [], Language.VI, with_observations)
        assert set(run.glossary.items) == named
