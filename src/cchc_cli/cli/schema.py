"""`cchc schema`: JSON Schemas, for editors and for machines."""

import json
from typing import Annotated, Any

import typer

from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import not_among
from cchc_cli.cli.setting import setting_of


def schema(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")]) -> int:
    """Prints one of the schemas."""
    output = Output(setting_of(context).language)
    if name not in _SCHEMAS:
        raise not_among("schema", name, _SCHEMAS)
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_SCHEMAS[name]()}
    output.document(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    return 0


def _run() -> dict[str, Any]:
    from cchc_cli.run import Run

    return Run.model_json_schema(mode="serialization")


def _status() -> dict[str, Any]:
    from cchc_cli.standing.records import Standing

    return Standing.model_json_schema(mode="serialization")


def _compare() -> dict[str, Any]:
    from cchc_cli.comparison.records import ComparisonRecord

    return ComparisonRecord.model_json_schema(mode="serialization")


def _targets() -> dict[str, Any]:
    from cchc_cli.catalogue.source import CatalogueSource

    return CatalogueSource.model_json_schema()


def _agencies() -> dict[str, Any]:
    from cchc_cli.registry.source import RegistrySource

    return RegistrySource.model_json_schema()


def _layout() -> dict[str, Any]:
    from cchc_cli.intake.layouts.description import LayoutSource

    return LayoutSource.model_json_schema()


def _scenarios() -> dict[str, Any]:
    from cchc_cli.scenarios.source import ScenarioFileSource

    return ScenarioFileSource.model_json_schema()


_SCHEMAS = {
    "run": _run,
    "status": _status,
    "compare": _compare,
    "targets": _targets,
    "agencies": _agencies,
    "layout": _layout,
    "scenarios": _scenarios,
}
