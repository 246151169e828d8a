"""The quirks: each YAML file describes small workbooks and what reading them must give.

`files` (or `sheets`, where there is one file) hold the rows; `expect` the layout, the observations, what is
unusable, and the findings, each on one line; `given: {layout: x.yaml}` is a file of the folder `layouts`:

    SNV settled 2024 = 120 @ Tổng hợp!C4
    value-negative @ Tổng hợp!C5
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from cchc_cli.findings.finding import Finding
from cchc_cli.intake.crew.crew import LONE_READER, Crew
from cchc_cli.intake.intake import Intake
from cchc_cli.observation import Address, Observation, a1
from cchc_cli.period import Period
from tests.intake.programme import CHECKS, take_in_small
from tests.intake.workbooks import write_workbook

FOLDER = Path(__file__).parent / "quirks"
ONLY_FILE = "báo cáo.xlsx"


@dataclass(frozen=True)
class Quirk:
    """One YAML file of the corpus."""

    name: str
    data: dict[str, Any]

    def write(self, folder: Path) -> list[Path]:
        files = self.data.get("files") or {ONLY_FILE: self.data["sheets"]}
        return [write_workbook(folder / name, sheets) for name, sheets in files.items()]

    def read(self, folder: Path) -> Intake:
        return self.take_in(self.write(folder))

    def take_in(self, paths: Sequence[Path], crew: Crew = LONE_READER) -> Intake:
        given = self.data.get("given", {})
        as_period = given.get("as_period")
        return take_in_small(
            *paths,
            items=self.data["items"],
            checks=[check for check in CHECKS if set(check.items) <= set(self.data["items"])],
            layout=_layout(given.get("layout")),
            as_agency=given.get("as_agency"),
            as_period=Period.parse(as_period) if as_period else None,
            cutoff=given.get("cutoff"),
            today=given.get("today"),
            crew=crew,
        )


def _layout(named: str | None) -> str | None:
    """A layout by its id, or as a file of the corpus."""
    return str(FOLDER / "layouts" / named) if named and named.endswith(".yaml") else named


def quirks() -> list[Quirk]:
    return [
        Quirk(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.yaml"))
    ]


class Report:
    """An intake as the corpus writes it."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake

    def as_expected(self) -> dict[str, Any]:
        layouts = [submission.layout for submission in self._intake.submissions]
        said = {
            "layout": layouts[0] if len(layouts) == 1 else layouts,
            "observations": [self._observation(one) for one in self._intake.observations],
            "unusable": sorted(f"{key.agency} {key.item} {key.period}" for key in self._intake.unusable),
            "findings": [self.finding(finding) for finding in self._intake.findings],
        }
        return {name: value for name, value in said.items() if value}

    def finding(self, finding: Finding) -> str:
        place = finding.place
        assert place is not None
        where = f"{place.sheet}!{place.cell}" if place.cell else place.sheet
        parts = [finding.code, finding.item, "@", where or "", self._file(place.file)]
        parts.append("answered" if finding.is_answered else "")
        return " ".join(part for part in parts if part)

    def _observation(self, one: Observation) -> str:
        done = f" on {one.done_on.isoformat()}" if one.done_on else ""
        nearly = " approximate" if one.approximate else ""
        return (
            f"{one.agency} {one.item} {one.period} = {one.value}{done}{nearly} @ {self._address(one.address)}"
        )

    def _address(self, address: Address) -> str:
        submission = self._intake.submissions[address.file]
        where = f"{submission.sheets[address.sheet]}!{a1(address.row, address.column)}"
        return f"{where} {self._file(submission.path)}".strip()

    def _file(self, path: str) -> str:
        return "" if len(self._intake.submissions) == 1 else Path(path).name
