"""What agencies say about their figures, put beside the findings that asked for it.

An explanation stands in the row of one figure and answers the warnings about that figure: that it is blank,
that a sum with it does not agree, that it jumped. A warning about many figures at once (the same as another
agency's, the communes' among them) is answered only in the row that it names: what is said beside any other
figure is most likely about that figure alone.
"""

from collections.abc import Iterable
from dataclasses import replace

from cchc_cli.findings.finding import Finding, Severity
from cchc_cli.findings.of_comparisons import (
    INCLUDES_SUBORDINATES,
    OVERLAP_WITH_PREDECESSOR,
    SAME_FIGURES_AS_ANOTHER,
)
from cchc_cli.intake.files.sheet import Cell
from cchc_cli.intake.gathering import Explanation
from cchc_cli.plain_text import plain

_FEWEST_LETTERS = 2
_LONGEST = 500
_SAY_NOTHING = frozenset(map(plain, ("không", "không có", "ko", "no", "none", "n/a")))
_OF_MANY_FIGURES = (SAME_FIGURES_AS_ANOTHER, INCLUDES_SUBORDINATES, OVERLAP_WITH_PREDECESSOR)


def explanation_in(cell: Cell) -> str | None:
    """What a cell explains; None for a blank one, a sign that only fills it (-, …, x), or a number.

    >>> explanation_in(Cell("Dịch bệnh")), explanation_in(Cell("-")), explanation_in(Cell("xxx."))
    ('Dịch bệnh', None, None)
    """
    if not isinstance(cell.value, str):
        return None
    text = " ".join(cell.value.split())
    letters = {letter for letter in plain(text) if letter.isalpha()}
    if len(letters) < _FEWEST_LETTERS or plain(text).strip(" .-…") in _SAY_NOTHING:
        return None
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def explained(findings: Iterable[Finding], explanations: Iterable[Explanation]) -> list[Finding]:
    """The same findings; one about a figure that its agency explains carries the explanation.

    An explanation of one finding alone goes before one of the figure; of two, the later one stands.
    """
    said = {
        (one.key.agency, one.key.item, str(one.key.period), one.code, one.file): one.text
        for one in explanations
    }
    return [_explained(finding, said) for finding in findings] if said else list(findings)


_Said = dict[tuple[str, str, str, str | None, str | None], str]
"""What is said of an agency, item and period, perhaps of findings of one code or in one file only."""


def _explained(finding: Finding, said: _Said) -> Finding:
    if finding.agency is None or finding.period is None or finding.severity is Severity.INFO:
        return finding
    named = [item for item in (finding.item, *finding.other_items) if item is not None]
    about_figure = named[:1] if finding.kind in _OF_MANY_FIGURES else named
    file = finding.place.file if finding.place else None
    asked = [(finding.code, item) for item in named] + [(None, item) for item in about_figure]
    found = (
        said.get((finding.agency, item, finding.period, code, of_file))
        for code, item in asked
        for of_file in dict.fromkeys((None, file))
    )
    text = next((text for text in found if text is not None), None)
    return finding if text is None else replace(finding, explanation=text)
