"""The levels of government that a target binds or an agency belongs to."""

from enum import StrEnum
from typing import Final


class Level(StrEnum):
    """A level of government; the province level is the tier of departments."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


ALL_LEVELS: Final = "all"
"""What a target says when it binds the whole province, every level pooled."""
