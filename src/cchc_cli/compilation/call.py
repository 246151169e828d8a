"""What a dossier is compiled from: one call, read and judged."""

from dataclasses import dataclass
from datetime import date

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.engine.evidence import Evidence, Question
from cchc_cli.intake.intake import Intake
from cchc_cli.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Call:
    """The ground, what was read, and what is asked."""

    catalogue: Catalogue
    registry: Registry
    intake: Intake
    evidence: Evidence
    question: Question
    cutoff: date | None = None
