"""What a report was made from, so that it can be made again and held against itself (`cchc verify`).

The record stands in every report as JSON: in a script element of a page, a cell of a workbook, a paragraph of
a document, under this mark.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from cchc_cli.record import Record
from cchc_cli.run import Asked, Run, Tool

MARK = "cchc-provenance"
FIRST_COLUMNS = ("indicator", "area", "area_name")
"""How the table of verdicts begins, which as CSV has no room for a record."""


class InputHash(Record):
    """One workbook that was read."""

    path: str
    sha256: str


class Provenance(Record):
    """A report's format, and everything that it depends on."""

    format: str
    tool: Tool
    programme: str
    catalogue_sha256: str
    agencies_sha256: str
    as_of: date | None
    asked: Asked
    files: int
    inputs_sha256: str
    """Of the hashes of all inputs, whatever they are called."""
    inputs: list[InputHash] | None
    """Null where a report has no room for them."""
    template_sha256: str | None = None
    """Of the office's own template of a document; null: the program's."""
    annex_sha256: str | None = None
    """Of the office's own annex file; null: the program's."""

    @property
    def written(self) -> str:
        """The record as text for any file: plain ASCII, whatever letters or halves of letters names hold."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=True, separators=(",", ":"))


def provenance_of(run: Run, format_name: str, with_inputs: bool = True) -> Provenance | None:
    """Of a report in this format; None for a run that was not asked for by an evaluation."""
    if run.asked is None:
        return None
    listed = [InputHash(path=read.path, sha256=read.sha256) for read in run.inputs]
    return Provenance(
        format=format_name,
        tool=run.tool,
        programme=run.programme.id,
        catalogue_sha256=run.catalogue_sha256,
        agencies_sha256=run.agencies_sha256,
        as_of=run.as_of,
        asked=run.asked,
        files=len(run.inputs),
        inputs_sha256=inputs_sha256(listed),
        inputs=listed if with_inputs else None,
    )


def read_provenance(text: str) -> Provenance | None:
    """The record that a report carries; None where the text is none."""
    try:
        return Provenance.model_validate(json.loads(text, parse_constant=_nothing), extra="ignore")
    except (ValueError, RecursionError):
        return None


def _nothing(written: str) -> None:
    """JSON has no such number."""


def inputs_sha256(inputs: Iterable[InputHash]) -> str:
    """One hash for all workbooks: of their hashes, each on a line, whatever they are called."""
    lines = "".join(f"{digest}\n" for digest in sorted(read.sha256 for read in inputs))
    return hashlib.sha256(lines.encode("ascii")).hexdigest()
