"""What scenarios stand on: a catalogue and a registry, and what one scenario changes of them."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.load import catalogue_of
from cchc_cli.engine.strangers import find_strange_baselines
from cchc_cli.registry.load import registry_of
from cchc_cli.registry.registry import Registry
from cchc_cli.scenarios.changes import changed
from cchc_cli.strict_yaml import Document, InvalidFileError, read_document

OF_CATALOGUE = ("indicators", "items", "checks", "baselines")
OF_REGISTRY = ("agencies",)

Changes: TypeAlias = Document
"""The part of a scenario that stands under `instead`."""


@dataclass(frozen=True)
class Ground:
    """A catalogue and a registry with the documents they were read from."""

    catalogue: Catalogue
    registry: Registry
    catalogue_document: Document
    registry_document: Document

    @classmethod
    def read(cls, targets: Path, agencies: Path) -> "Ground":
        """Raises InvalidFileError for a file that is invalid, OSError for one that cannot be read."""
        catalogue, registry = read_document(targets), read_document(agencies)
        ground = cls(catalogue_of(catalogue), registry_of(registry), catalogue, registry)
        ground.check_baselines()
        return ground

    def with_registry(self, document: Document) -> "Ground":
        """The same with another registry. Raises InvalidFileError where it is invalid."""
        return replace(self, registry=registry_of(document), registry_document=document)

    def with_changes(self, changes: Changes) -> "Ground":
        """The same with some entries written differently. Raises InvalidFileError."""
        ground = self
        if any(changes.data.get(section) for section in OF_CATALOGUE):
            document = changed(self.catalogue_document, changes, OF_CATALOGUE)
            ground = replace(ground, catalogue=catalogue_of(document), catalogue_document=document)
        if any(changes.data.get(section) for section in OF_REGISTRY):
            ground = ground.with_registry(changed(self.registry_document, changes, OF_REGISTRY))
        if changes.data.get("baselines"):
            ground.check_baselines()
        return ground

    def check_baselines(self) -> None:
        """Raises InvalidFileError for kept baselines that nobody of the registry can have reported."""
        if problems := find_strange_baselines(self.catalogue, self.registry):
            raise InvalidFileError(problems)


def narrowed(catalogue: Catalogue, indicators: set[str]) -> Catalogue:
    """The catalogue with these indicators alone; their verdicts are the same, and sooner there."""
    return replace(
        catalogue, indicators=tuple(found for found in catalogue.indicators if found.id in indicators)
    )
