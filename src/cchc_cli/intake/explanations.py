"""What agencies say about their figures, put beside the findings that asked for it."""

from collections.abc import Iterable
from dataclasses import replace

from cchc_cli.findings.finding import Finding, Severity
from cchc_cli.intake.gathering import Explanation


def explained(findings: Iterable[Finding], explanations: Iterable[Explanation]) -> list[Finding]:
    """The same findings; one about a figure that its agency explains carries the explanation.

    An explanation of one finding alone goes before one of the figure; of two, the later one stands.
    """
    said = {(one.key.agency, one.key.item, str(one.key.period), one.code): one.text for one in explanations}
    return [_explained(finding, said) for finding in findings] if said else list(findings)


def _explained(finding: Finding, said: dict[tuple[str, str, str, str | None], str]) -> Finding:
    if finding.agency is None or finding.period is None or finding.severity is Severity.INFO:
        return finding
    items = [item for item in (finding.item, *finding.other_items) if item is not None]
    for code in (finding.code, None):
        for item in items:
            text = said.get((finding.agency, item, finding.period, code))
            if text is not None:
                return replace(finding, explanation=text)
    return finding
