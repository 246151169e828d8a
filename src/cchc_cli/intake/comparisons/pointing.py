"""Findings about figures that were read: where each stands, and what its agency and item are called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cchc_cli.catalogue.item import Item
from cchc_cli.findings.finding import Finding, FindingKind, Place
from cchc_cli.intake.gathering import Facts
from cchc_cli.intake.wording import number_text
from cchc_cli.language import Text
from cchc_cli.observation import Address, Observation, Submission, a1
from cchc_cli.period import Period
from cchc_cli.registry.registry import Registry


@dataclass(frozen=True)
class Pointer:
    """Knows the files, items and agencies behind the numbers of an observation; `items` are by code."""

    submissions: Sequence[Submission]
    items: Mapping[str, Item]
    registry: Registry

    def finding(
        self,
        kind: FindingKind,
        observation: Observation,
        facts: Facts | None = None,
        other_items: tuple[str, ...] = (),
    ) -> Finding:
        """A finding at the cell of a figure; the facts name the figure, its agency and its period."""
        return Finding(
            kind,
            self.place(observation.address),
            agency=observation.agency,
            period=str(observation.period),
            item=observation.item,
            value=f"{observation.value:f}",
            facts={
                "name": self.items[observation.item].name,
                "agency_name": self.agency_name(observation.agency, observation.period),
                "period_words": observation.period.words_in_a_sentence,
                "value": number_text(observation.value),
                **(facts or {}),
            },
            other_items=other_items,
        )

    def place(self, address: Address) -> Place:
        submission = self.submissions[address.file]
        return Place(submission.path, submission.sheets[address.sheet], address.row, address.column)

    def elsewhere(self, observation: Observation, others: Iterable[Observation]) -> tuple[Place, ...]:
        """The first cell among others in each file that is not the observation's."""
        addresses = {other.address.file: other.address for other in reversed(list(others))}
        addresses.pop(observation.address.file, None)
        return tuple(self.place(addresses[file]) for file in sorted(addresses))

    def where(self, address: Address) -> str:
        """An address in words: file, sheet and cell."""
        submission = self.submissions[address.file]
        return f"{submission.path} › {submission.sheets[address.sheet]}!{a1(address.row, address.column)}"

    def agency_name(self, code: str, period: Period) -> Text:
        """What the agency is called in the period, told apart from its namesakes."""
        agency = self.registry.life_in(code, period)
        return self.registry.full_name(agency) if agency else Text(code, code)
