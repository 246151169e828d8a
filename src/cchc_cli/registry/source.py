"""`agencies.yaml` as its author writes it: one pydantic model for each kind of entry.

`cchc schema agencies` is made from here; `load` turns the entries into agencies.
"""

from typing import Literal

from pydantic import Field

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.strict_yaml import Day, Strict, StrictBool


class GroupSource(Strict):
    """What all agencies of one group have in common."""

    level: Level
    pooled: StrictBool = True
    """false: outside the official figures, shown apart."""


class AgencySource(Strict):
    """One life of one agency: another name or another type is another entry with the same code."""

    code: str
    """In quotes; unique on every day."""
    name: Text
    short: Text | None = None
    """The name for narrow places."""
    group: str
    parent: str | None = None
    """The code of the agency above it."""
    cluster: str | None = None
    """With whom it is compared, where the province says so."""
    pooled: StrictBool | None = None
    """Absent: as its group."""
    territory: Literal["former", "other"] = "former"
    """other: outside the former province's territory."""
    valid_from: Day | None = None
    """First day; absent: before everything the registry is used for."""
    valid_until: Day | None = None
    """Last day; absent: it still exists."""
    successors: list[str] = Field(default=[])
    """Who carries its work on from the day after; its own code where only the name changed."""
    note: Text | None = None
    """What is uncertain about it, such as where two sources disagree."""


class RenamingSource(Strict):
    """Another name of the province from a day on."""

    valid_from: Day
    """First day."""
    name: Text


class RegistrySource(Strict):
    """The whole of `agencies.yaml`."""

    province: Text | None = None
    """The province's name without "tỉnh", as agencies write it behind their own."""
    province_renamed: list[RenamingSource] = Field(default=[])
    """Its later names, oldest first."""
    groups: dict[str, GroupSource] = Field(min_length=1)
    agencies: list[AgencySource] = Field(min_length=1)
