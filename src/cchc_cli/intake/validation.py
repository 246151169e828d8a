"""The border between what files say and what the engine computes with: whole columns, by pydantic."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from pydantic import ConfigDict, InstanceOf, TypeAdapter

from cchc_cli.observation import Address, Observation
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


def validated(observations: Sequence[Observation]) -> list[Observation]:
    """The same observations, each field of its type and every value a finite number.

    Raises pydantic.ValidationError, which is a defect of a layout and not of a file.
    """
    if observations:
        _adapter().validate_python(tuple(map(list, zip(*observations, strict=True))))
    return list(observations)


@cache
def _adapter() -> TypeAdapter[_Columns]:
    return TypeAdapter(_Columns, config=ConfigDict(strict=True))
