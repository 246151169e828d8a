"""Strict YAML: the one way in which catalogue, registry and layout files are read."""

from cchc_cli.strict_yaml.document import Document, read_document
from cchc_cli.strict_yaml.model import Day, ExactNumber, Strict, StrictBool, load, nearest, validate
from cchc_cli.strict_yaml.problem import InvalidFileError, Mark, Problem

__all__ = [
    "Day",
    "Document",
    "ExactNumber",
    "InvalidFileError",
    "Mark",
    "Problem",
    "Strict",
    "StrictBool",
    "load",
    "nearest",
    "read_document",
    "validate",
]
