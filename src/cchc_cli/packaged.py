"""The files that come with the program: next to the code in a wheel, at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def packaged_file(name: str) -> Path:
    """The path of `targets.yaml` or `agencies.yaml` as it came with this installation."""
    in_wheel = _PACKAGE / "data" / name
    return in_wheel if in_wheel.exists() else _PACKAGE.parents[1] / name
