"""What a call of `evaluate` or `why` was given, as typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cchc_cli.language import Language


class Staffing(NamedTuple):
    """Who reads, as typed, and who is told how far they have come."""

    jobs: str | None = None
    cluster: str | None = None
    language: Language = Language.VI
    quiet: bool = True


ALONE = Staffing()


@dataclass(frozen=True, slots=True)
class Sources:
    """What is read, and how."""

    paths: list[str]
    targets: str | None = None
    agencies: str | None = None
    layout: str | None = None
    as_agency: str | None = None
    as_period: str | None = None
    cutoff: str | None = None
    today: date | None = field(default_factory=date.today)
    """The day of the call; None where a call is made again that no finding of which depended on its day."""
    known_as: Mapping[Path, str] = field(default_factory=dict)
    """What workbooks are called in the run, where that is not their path; they come first, in this order."""
    staffing: Staffing = ALONE


@dataclass(frozen=True, slots=True)
class Filters:
    """Which verdicts are asked for; empty lists: everything."""

    periods: list[str] = field(default_factory=list)
    by: list[str] = field(default_factory=list)
    levels: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    min_coverage: str = "0"
    trace: bool = False
    as_of: str | None = None
    sort: str | None = None
    top: str | None = None


class Reporting(NamedTuple):
    """How the result is handed over."""

    format: str
    outputs: list[str]
    quiet: bool = False


class Paper(NamedTuple):
    """What an office puts in the place of ours in a Word document."""

    template: str | None = None
    annex: str | None = None
