"""Loading `targets.yaml`: strict, all problems at once."""

from pathlib import Path

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.expand import expand
from cchc_cli.catalogue.references import find_problems
from cchc_cli.catalogue.source import CatalogueSource
from cchc_cli.strict_yaml import InvalidFileError, load


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue written in a file.

    Raises InvalidFileError with every problem at its line and column, OSError where the file cannot be
    read.
    """
    source, document = load(path, CatalogueSource)
    problems = find_problems(source, document)
    if problems:
        raise InvalidFileError(problems)
    return expand(source, document.file, document.sha256, lambda *location: document.mark(location).line)
