"""What shows only when figures are held against each other: across periods, agencies and levels."""

from collections.abc import Iterator

from cchc_cli.findings.finding import Finding
from cchc_cli.intake.comparisons.figures import Figures
from cchc_cli.intake.comparisons.jumps import jump_findings
from cchc_cli.intake.comparisons.overlaps import overlap_findings
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.comparisons.predecessors import predecessor_findings
from cchc_cli.intake.comparisons.same_figures import same_figures_findings
from cchc_cli.intake.comparisons.subordinates import subordinate_findings


def comparison_findings(figures: Figures, pointer: Pointer) -> Iterator[Finding]:
    """Every finding about figures that can be used and are hard to believe beside others."""
    for compare in (
        overlap_findings,
        jump_findings,
        same_figures_findings,
        subordinate_findings,
        predecessor_findings,
    ):
        yield from compare(figures, pointer)
