"""The border between what files say and what the engine computes with: whole lists, by pydantic."""

from collections.abc import Sequence
from functools import cache

from pydantic import TypeAdapter

from cchc_cli.observation import Observation


def validated(observations: Sequence[Observation]) -> list[Observation]:
    """The same observations, each field of its type and every value a finite number.

    Raises pydantic.ValidationError, which is a defect of a layout and not of a file.
    """
    return _adapter().validate_python(list(observations))


@cache
def _adapter() -> TypeAdapter[list[Observation]]:
    return TypeAdapter(list[Observation])
