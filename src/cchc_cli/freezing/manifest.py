"""What stands in a frozen folder: the names of its parts, and the record that lists them by hash."""

from typing import Annotated

from pydantic import Field

from cchc_cli.provenance import Provenance
from cchc_cli.record import Record

MANIFEST = "freeze.json"
RUN = "run.json"
TARGETS = "targets.yaml"
AGENCIES = "agencies.yaml"
LAYOUT = "layout.yaml"
INPUTS = "inputs"
SUMS = "SHA256SUMS"
READ_ME = "README.txt"

_VERSION = "1"


class FrozenFile(Record):
    """One file of the folder."""

    path: str
    """From the folder, with slashes."""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Manifest(Record):
    """Inputs, catalogue, registry and run of one period, kept together (`cchc freeze`)."""

    freeze_version: Annotated[str, Field(pattern="^1$")] = _VERSION
    made_from: Provenance
    """Of `run.json`: the program, what was asked, and the hashes of everything it depends on."""
    layout: str | None
    """The file that describes a layout, where one was used."""
    files: list[FrozenFile]
    """All but this record and the list of sums, by their paths."""
