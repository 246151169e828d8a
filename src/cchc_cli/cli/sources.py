"""The catalogue and the registry of a call: named on the command line, or those of the program."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cchc_cli.cli.problems import UsageError
from cchc_cli.language import Text
from cchc_cli.packaged import packaged_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from cchc_cli.catalogue.catalogue import Catalogue
    from cchc_cli.registry.registry import Registry

Loaded = TypeVar("Loaded")


def open_catalogue(path: str | None) -> "Catalogue":
    """Raises InvalidFileError where the file is invalid, UsageError where it cannot be read."""
    from cchc_cli.catalogue.load import load_catalogue

    return _open(load_catalogue, path, "targets.yaml", "--targets")


def open_registry(path: str | None) -> "Registry":
    """Raises InvalidFileError where the file is invalid, UsageError where it cannot be read."""
    from cchc_cli.registry.load import load_registry

    return _open(load_registry, path, "agencies.yaml", "--agencies")


def _open(load: "Callable[[Path], Loaded]", path: str | None, packaged: str, option: str) -> Loaded:
    file = Path(path) if path else packaged_file(packaged)
    try:
        return load(file)
    except OSError as error:
        raise unreadable(option, file, error) from None


def unreadable(option: str, file: Path, error: OSError) -> UsageError:
    """The file of an option cannot be read."""
    if isinstance(error, FileNotFoundError):
        return UsageError(Text(f"{option}: không tìm thấy tệp {file}", f"{option}: there is no file {file}"))
    cause = error.strerror or str(error)
    return UsageError(
        Text(f"{option}: không đọc được tệp {file}: {cause}", f"{option}: {file} cannot be read: {cause}")
    )
