"""Loading `targets.yaml`: strict, all problems at once."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.expand import expand
from cchc_cli.catalogue.references import find_problems
from cchc_cli.catalogue.source import BaselineFigureSource, CatalogueSource, CheckSource, IndicatorSource
from cchc_cli.strict_yaml import Document, InvalidFileError, Problem, read_document, validate

_SECTIONS: dict[str, type[BaseModel]] = {
    "indicators": IndicatorSource,
    "checks": CheckSource,
    "baselines": BaselineFigureSource,
}
"""What refers to items and to nothing else: one faulty entry says nothing about the others."""


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue written in a file.

    Raises InvalidFileError with every problem at its line and column, OSError where the file cannot be
    read.
    """
    return catalogue_of(read_document(path))


def catalogue_of(document: Document) -> Catalogue:
    """The catalogue that a document holds. Raises InvalidFileError with every problem at its place."""
    try:
        source = validate(document, CatalogueSource)
    except InvalidFileError as error:
        raise InvalidFileError([*error.problems, *_problems_of_sound_entries(document)]) from None
    problems = find_problems(source, document)
    if problems:
        raise InvalidFileError(problems)
    return expand(source, document.file, document.sha256, lambda *location: document.mark(location).line)


def _problems_of_sound_entries(document: Document) -> list[Problem]:
    """What is wrong with the references of those entries that are well written themselves."""
    if not isinstance(document.data, dict):
        return []
    for section in _SECTIONS:
        document = _without_faulty(document, section)
    try:
        return find_problems(validate(document, CatalogueSource), document)
    except InvalidFileError:
        return []


def _without_faulty(document: Document, section: str) -> Document:
    """The document without the faulty entries of a section; the others keep their lines."""
    entries = document.data.get(section)
    if not isinstance(entries, list):
        return document
    sound = [number for number, entry in enumerate(entries) if _is_sound(entry, section)]
    moved = {number: position for position, number in enumerate(sound)}
    marks = {}
    for location, mark in document.marks.items():
        if location[:1] == (section,) and len(location) > 1:
            if location[1] in moved:
                marks[(section, moved[int(location[1])], *location[2:])] = mark
        else:
            marks[location] = mark
    data = {**document.data, section: [entries[number] for number in sound]}
    return document._replace(data=data, marks=marks)


def _is_sound(entry: object, section: str) -> bool:
    try:
        _SECTIONS[section].model_validate(entry)
    except ValidationError:
        return False
    return True
