"""Handing over a run: files first, then stdout, then the closing summary on stderr."""

import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_cli.cli.call import Reporting, Sources
from cchc_cli.cli.destinations import Destination, check_destinations, parse_destinations
from cchc_cli.cli.extras import check_extra
from cchc_cli.cli.output import Output
from cchc_cli.cli.pages import FILE_PAGE, page_of
from cchc_cli.cli.problems import goes_to_a_file, no_such_format
from cchc_cli.cli.writing import write_all
from cchc_cli.intake.paths import find_workbooks
from cchc_cli.language import Language
from cchc_cli.packaged import packaged_file
from cchc_cli.reports.formats import Companion, DataFormat, FileFormat, Format
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Run

if TYPE_CHECKING:
    from cchc_cli.dossier import Dossier

NO_FILES: Mapping[str, FileFormat] = {}
NO_COMPANIONS: Mapping[str, Companion] = {}


def prepare(
    reporting: Reporting,
    sources: Sources,
    formats: Collection[str],
    files: Mapping[str, FileFormat] = NO_FILES,
    companions: Mapping[str, Companion] = NO_COMPANIONS,
) -> list[Destination]:
    """Checks before any work that everything asked for can be handed over; only files get `files`.

    Each file that has a companion is followed by it. Raises UsageError for a format that isn't there or a
    file that must not be written, PathError where there is nothing to read.
    """
    if reporting.format in files:
        raise goes_to_a_file("--format", reporting.format)
    if reporting.format not in formats:
        raise no_such_format("--format", reporting.format, formats)
    asked = parse_destinations(reporting.outputs, [*formats, *files])
    for name in (destination.format for destination in asked if destination.format in files):
        check_extra("--output", name, files[name].extra)
    destinations = [each for destination in asked for each in _with_companion(destination, companions)]
    workbooks = find_workbooks(sources.paths).files
    own = [packaged_file("targets.yaml"), packaged_file("agencies.yaml")]
    named = [source for source in (sources.targets, sources.agencies, sources.layout) if source]
    check_destinations(destinations, [*workbooks, *own, *map(Path, named)])
    return destinations


def deliver(
    run: Run,
    language: Language,
    reporting: Reporting,
    destinations: list[Destination],
    formats: Mapping[str, Format],
    dossier: "Dossier | None" = None,
    files: Mapping[str, FileFormat] = NO_FILES,
    companions: Mapping[str, Companion] = NO_COMPANIONS,
    presentation: Presentation | None = None,
) -> None:
    """Makes all files, writes them, then prints what stdout gets; papers are made of the dossier."""
    wanted = presentation or Presentation(language)
    beside = {companion.name: companion for companion in companions.values()}

    def content(name: str) -> bytes:
        if name in files:
            return file_content(files[name], run, dossier, wanted)
        if name in beside:
            return _text(beside[name].write(run, language))
        return _text(formats[name].write(run, language, FILE_PAGE), formats[name].byte_order_mark)

    contents = [content(destination.format) for destination in destinations]
    paths = [destination.path for destination in destinations]
    write_all(list(zip(paths, contents, strict=True)))
    chosen = formats[reporting.format]
    text = chosen.write(run, language, page_of(sys.stdout))
    output = Output(language)
    if chosen.for_people:
        output.payload(text)
    else:
        output.document(text)


def _with_companion(destination: Destination, companions: Mapping[str, Companion]) -> Iterator[Destination]:
    yield destination
    companion = companions.get(destination.format)
    if companion is not None:
        suffix = f".{destination.format}"
        name = destination.path.name
        stem = name[: -len(suffix)] if name.lower().endswith(suffix) else name
        yield Destination(companion.name, destination.path.with_name(stem + companion.suffix))


def file_content(
    chosen: FileFormat, run: Run, dossier: "Dossier | None", presentation: Presentation
) -> bytes:
    """A report that only a file can hold; on paper it is made of the dossier."""
    if isinstance(chosen, DataFormat):
        return chosen.write(run, presentation.language)
    if dossier is None:
        raise ValueError("a report on paper is made of a dossier")
    return chosen.write(dossier, presentation)


def _text(text: str, byte_order_mark: bool = False) -> bytes:
    return (("\ufeff" if byte_order_mark else "") + text).encode("utf-8")
