"""Strict YAML: the one way in which catalogue, registry and layout files are read."""

from cchc_cli.strict_yaml.builder import Location
from cchc_cli.strict_yaml.document import Document, read_document
from cchc_cli.strict_yaml.model import (
    Day,
    ExactNumber,
    OneOrMany,
    Strict,
    StrictBool,
    load,
    objection,
    validate,
)
from cchc_cli.strict_yaml.problem import InvalidFileError, Mark, Problem

__all__ = [
    "Day",
    "Document",
    "ExactNumber",
    "InvalidFileError",
    "Location",
    "Mark",
    "OneOrMany",
    "Problem",
    "Strict",
    "StrictBool",
    "load",
    "objection",
    "read_document",
    "validate",
]
