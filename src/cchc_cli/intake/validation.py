"""The border between what files say and what the engine computes with: whole columns, by pydantic."""

from datetime import date
from decimal import Decimal
from functools import cache

from pydantic import ConfigDict, InstanceOf, TypeAdapter

from cchc_cli.observation import Address
from cchc_cli.observations import Observations
from cchc_cli.period import Period

_Columns = tuple[
    list[str],
    list[str],
    list[InstanceOf[Period]],
    list[Decimal],
    list[InstanceOf[Address]],
    list[date | None],
    list[bool],
    list[tuple[int, ...]],
]
"""The fields of observations, in their order."""
_Lines = tuple[
    list[str],
    list[InstanceOf[Period]],
    list[tuple[str, ...]],
    list[tuple[Decimal, ...]],
    list[int],
    list[int],
    list[tuple[int, ...]],
    list[tuple[int, ...]],
]
"""The fields of lines, in their order."""


def validated(observations: Observations) -> Observations:
    """The same observations, each field of its type and every value a finite number.

    Raises pydantic.ValidationError, which is a defect of a layout and not of a file.
    """
    if lines := observations.lines:
        _of_lines().validate_python(tuple(map(list, zip(*lines, strict=True))))
    if others := observations.others:
        _of_observations().validate_python(tuple(map(list, zip(*others, strict=True))))
    return observations


@cache
def _of_observations() -> TypeAdapter[_Columns]:
    return TypeAdapter(_Columns, config=ConfigDict(strict=True))


@cache
def _of_lines() -> TypeAdapter[_Lines]:
    return TypeAdapter(_Lines, config=ConfigDict(strict=True))
