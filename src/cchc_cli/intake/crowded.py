"""Files of which more is wrong than anybody would mend, once their figures are held against each other."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cchc_cli.findings.finding import Finding
from cchc_cli.intake.files import limits


class Crowded:
    """Counts what is found by file; `files` are those of too much, by their paths."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        self._counts: Counter[str] = Counter()

    def kept(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The same findings, without those of a file beyond the most that is said of one.

        It ends where it has left out very many: all is held together again then, without those files.
        """
        left_out = 0
        for finding in findings:
            path = finding.place.file if finding.place is not None else ""
            self._counts[path] += 1
            if self._counts[path] <= limits.MAXIMUM_FINDINGS:
                yield finding
                continue
            self.files.add(path)
            left_out += 1
            if left_out > limits.MAXIMUM_FINDINGS:
                return
