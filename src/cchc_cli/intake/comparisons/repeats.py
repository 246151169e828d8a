"""What is said about figures that were reported more than once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cchc_cli.findings.finding import Finding, Place
from cchc_cli.findings.of_comparisons import (
    CONFLICTING_OBSERVATION,
    DUPLICATE_OBSERVATION,
)
from cchc_cli.findings.of_submissions import SUBMISSION_SUPERSEDED
from cchc_cli.intake.comparisons.pointing import Pointer
from cchc_cli.intake.comparisons.reconcile import Pair, Reconciled
from cchc_cli.intake.gathering import Facts
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text, joined
from cchc_cli.observation import Observation

_MOST_IN_A_FILE = 100
"""More that one file says twice are a table copied within it."""
_WHOLE_FILE = Text("Cả tệp", "The whole file")


class Repeats:
    """Makes the findings of one reconciliation; `sizes` says how many figures each file has."""

    def __init__(self, pointer: Pointer, sizes: Sequence[int]) -> None:
        self._pointer = pointer
        self._submissions = pointer.submissions
        self._sizes = sizes

    def findings(self, reconciled: Reconciled) -> Iterator[Finding]:
        for conflict in reconciled.conflicts:
            yield self._conflict(conflict)
        yield from self._copies(reconciled.copies)
        yield from self._superseded(reconciled.superseded)

    def _conflict(self, observations: list[Observation]) -> Finding:
        values = joined((self._value_and_place(observation) for observation in observations), "; ")
        *others, last = observations
        finding = self._pointer.finding(CONFLICTING_OBSERVATION, last, {"values": values})
        return replace(finding, other_places=self._pointer.elsewhere(last, others))

    def _copies(self, copies: list[Pair]) -> Iterator[Finding]:
        by_files: dict[tuple[int, int], list[Pair]] = defaultdict(list)
        for pair in copies:
            by_files[pair.used.address.file, pair.other.address.file].append(pair)
        for (used, other), pairs in by_files.items():
            whole = next((file for file in (other, used) if self._sizes[file] == len(pairs)), None)
            if (used == other and len(pairs) <= _MOST_IN_A_FILE) or (whole is None and len(pairs) == 1):
                yield from map(self._copy, pairs)
            elif whole is None:
                yield self._copied_part(used, other, len(pairs))
            else:
                repeated = other if whole == used else used
                facts: Facts = {"what": _WHOLE_FILE, "other": self._submissions[repeated].path}
                place = Place(self._submissions[whole].path)
                yield Finding(DUPLICATE_OBSERVATION, place, facts=facts)

    def _copied_part(self, used: int, other: int, count: int) -> Finding:
        """Files that have much in common, such as a consolidated workbook and a corrected form."""
        what = Text(f"{count} số liệu trong tệp", f"{count} figures of the file")
        facts: Facts = {"what": what, "other": self._submissions[used].path}
        return Finding(DUPLICATE_OBSERVATION, Place(self._submissions[other].path), facts=facts)

    def _copy(self, pair: Pair) -> Finding:
        observation = pair.other
        name, period = self._pointer.items[observation.item].name, observation.period.words_in_a_sentence
        agency = self._pointer.agency_name(observation.agency, observation.period)
        what = Text(
            f"“{name.vi}” của {agency.vi}, kỳ {period.vi},", f"'{name.en}' of {agency.en}, {period.en},"
        )
        where = self._pointer.where(pair.used.address)
        return self._pointer.finding(DUPLICATE_OBSERVATION, observation, {"what": what, "other": where})

    def _superseded(self, pairs: list[Pair]) -> Iterator[Finding]:
        counts = Counter((pair.used.address.file, pair.other.address.file) for pair in pairs)
        for (used, other), count in counts.items():
            facts: Facts = {"count": str(count), "other": self._submissions[used].path}
            yield Finding(SUBMISSION_SUPERSEDED, Place(self._submissions[other].path), facts=facts)

    def _value_and_place(self, observation: Observation) -> Text:
        value, where = number_text(observation.value), self._pointer.where(observation.address)
        return Text(f"{value.vi} ({where})", f"{value.en} ({where})")
