"""The cards of a small province with ugly names, two years and everything a card can say."""

from pathlib import Path

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.scorecards.scorecard import Scorecards
from tests.engine.province import agency, catalogue, figures
from tests.scorecards.province import UNTIL_2030, districts, scorecards, share

HOSTILE = "Xã <script>alert(1)</script> =HYPERLINK(1) \u202e"
COMMUNES = tuple(f"C{number}" for number in range(1, 9))


def example(folder: Path) -> Scorecards:
    """Eight communes of two districts: one hostile by name, one without any figure, one with few cases."""
    source = catalogue(
        folder,
        share() + share("to-come", numerator="open", denominator="all", targets=UNTIL_2030),
        "scorecards: {smallest_denominator: 30, fewest_peers: 3}",
    )
    done = dict(zip(COMMUNES, (60, 90, 70, 80, 85, 20, 10, 5), strict=True))
    whole = {**dict.fromkeys(COMMUNES, 100), "C8": 20}
    observed = [
        *figures("2023", done=dict.fromkeys(done, 50), all=whole, open=dict.fromkeys(done, 5)),
        *figures("2024", done=_without(done), all=_without(whole), open=_without(dict.fromkeys(done, 10))),
    ]
    agencies = districts(*map(_commune, COMMUNES), codes=("D1", "D2"))
    return scorecards(source, observed, agencies)


def _without(values: dict[str, int]) -> dict[str, int]:
    return {code: value for code, value in values.items() if code != "C7"}


def _commune(code: str) -> Agency:
    parent = "D1" if code in COMMUNES[:4] else "D2"
    if code != "C1":
        return agency(code, Level.COMMUNE, parent=parent)
    return Agency(code, Text(HOSTILE, HOSTILE), group="commune", level=Level.COMMUNE, parent=parent)
