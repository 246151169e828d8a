"""Where everything on the page is from: program, lists, workbooks, and how the words are read."""

from dataclasses import dataclass

from cchc_cli.language import Text
from cchc_cli.provenance import InputHash, inputs_sha256
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.html.reading_links import reading_anchor
from cchc_cli.reports.sections import readings

_TOOL = Text("{name} {version}", "{name} {version}")
_FILES = Text("{n} tệp số liệu đã đọc", "Workbooks read: {n}")


@dataclass(frozen=True, slots=True)
class Source:
    """A file and its hash."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How some words of a clause are understood; links lead to `anchor`."""

    anchor: str
    line: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The end of the page."""

    tool: str
    catalogue: str
    registry: str
    files: str
    together: str
    """One hash for all workbooks, whatever they are called."""
    sources: list[Source]
    readings: list[Reading]


def origin(reader: Reader) -> Origin:
    """Of the whole run."""
    run = reader.run
    return Origin(
        tool=reader.say(_TOOL, name=run.tool.name, version=run.tool.version),
        catalogue=run.catalogue_sha256,
        registry=run.agencies_sha256,
        files=reader.say(_FILES, n=reader.number(len(run.inputs))),
        together=inputs_sha256(InputHash(path=read.path, sha256=read.sha256) for read in run.inputs),
        sources=[Source(read.path, read.sha256) for read in run.inputs],
        readings=[
            Reading(reading_anchor(code), line)
            for code in run.glossary.readings
            for line in readings(run, [code], reader.language)
        ],
    )
