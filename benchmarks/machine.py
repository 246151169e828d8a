"""What was measured on: enough to compare, nothing that tells whose machine it is."""

import os
import platform
from importlib import metadata
from pathlib import Path
from typing import Any

_PACKAGES = (
    "pandas",
    "pydantic",
    "typer",
    "rich",
    "PyYAML",
    "python-calamine",
    "openpyxl",
    "frictionless",
    "distributed",
    "pyarrow",
    "lxml",
)
_MEMORY = Path("/proc/meminfo")


def machine() -> dict[str, Any]:
    """Cores, memory, system, Python, packages: None for what is not installed."""
    return {
        "cores": os.cpu_count(),
        "memory_gib": _memory(),
        "system": platform.system(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def installed(package: str) -> bool:
    """Whether a package is there."""
    return _version(package) is not None


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _memory() -> float | None:
    if not _MEMORY.is_file():
        return None
    total = next(line for line in _MEMORY.read_text().splitlines() if line.startswith("MemTotal:"))
    return round(int(total.split()[1]) / 1024**2, 1)
