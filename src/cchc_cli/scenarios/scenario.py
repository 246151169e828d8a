"""A scenario that can be run: the catalogue it is about, what is reported, and what must come of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc_cli.engine.evidence import Evidence
from cchc_cli.period import Period
from cchc_cli.run import ScopeKind
from cchc_cli.scenarios.ground import Ground
from cchc_cli.scenarios.source import ExpectSource
from cchc_cli.strict_yaml import Document, Location


@dataclass(frozen=True, slots=True)
class ScopeName:
    """Whom an expectation is about; two scopes have the code `province`, so the kind belongs to it."""

    kind: ScopeKind
    code: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one verdict must say. `scope` None: the only official one there is."""

    source: ExpectSource
    location: Location
    indicator: str
    period: Period
    scope: ScopeName | None


@dataclass(frozen=True)
class Scenario:
    """One case worked by hand. `location` is its place in the document."""

    title: str
    why: str
    readings: tuple[str, ...]
    document: Document
    location: Location
    base: Ground
    """The catalogue and registry as they are."""
    ground: Ground
    """The same with what the scenario changes of them."""
    evidence: Evidence
    min_coverage: Decimal
    as_of: date | None
    expectations: tuple[Expectation, ...]

    @property
    def is_changed(self) -> bool:
        """Whether it shows another reading (`instead`): then it says nothing about the catalogue as it is."""
        return self.ground is not self.base

    @property
    def line(self) -> int:
        return self.document.mark(self.location).line
