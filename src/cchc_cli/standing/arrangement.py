"""A standing arranged for reading: whom to remind and why, then everybody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cchc_cli.language import Text
from cchc_cli.standing.records import AgencyStanding, Sent, State


class Shortcoming(StrEnum):
    """Why an agency is reminded; the first that holds is the one it is listed under."""

    MISSING = "missing"
    ERRORS = "errors"
    LATE = "late"
    INCOMPLETE = "incomplete"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Reminder:
    """The agencies to remind of one shortcoming, in their order."""

    shortcoming: Shortcoming
    agencies: list[AgencyStanding]


def shortcoming_of(agency: AgencyStanding) -> Shortcoming | None:
    """Why somebody must speak to the agency; None where its report is whole, right, explained and in time."""
    if agency.state is State.MISSING:
        return Shortcoming.MISSING
    if agency.errors:
        return Shortcoming.ERRORS
    if agency.state is State.LATE:
        return Shortcoming.LATE
    if not agency.is_complete:
        return Shortcoming.INCOMPLETE
    return Shortcoming.UNEXPLAINED if agency.to_explain else None


def reminders(agencies: Iterable[AgencyStanding]) -> list[Reminder]:
    """Whom to remind, the worst first; nobody twice."""
    listed = list(agencies)
    found = {
        shortcoming: [agency for agency in listed if shortcoming_of(agency) is shortcoming]
        for shortcoming in Shortcoming
    }
    return [Reminder(shortcoming, agencies) for shortcoming, agencies in found.items() if agencies]


def others(agencies: Iterable[AgencyStanding]) -> list[AgencyStanding]:
    """Those nobody has to remind."""
    return [agency for agency in agencies if shortcoming_of(agency) is None]


def by_parent(agencies: Iterable[AgencyStanding]) -> list[tuple[Text | None, list[AgencyStanding]]]:
    """Neighbours of one parent together, under its name; those without a parent under none."""
    found: dict[str | None, list[AgencyStanding]] = {}
    for agency in agencies:
        found.setdefault(agency.parent, []).append(agency)
    return [(members[0].parent_name, members) for members in found.values()]


def contact(agency: AgencyStanding) -> Sent | None:
    """The workbook that says whom to call: the newest that counts and names anybody."""
    named = [sent for sent in agency.sent if sent.counts and (sent.prepared_by or sent.phone)]
    return named[-1] if named else None


def files(agency: AgencyStanding) -> list[str]:
    """The workbooks its state is judged by."""
    return list(dict.fromkeys(sent.file for sent in agency.sent if sent.counts))


def documents(agency: AgencyStanding) -> list[str]:
    """The numbers of the letters that its state is judged by."""
    return list(dict.fromkeys(sent.document for sent in agency.sent if sent.counts and sent.document))
