"""`cchc schema`: JSON Schemas, and the columns of the CSV, for editors and for machines."""

import json
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import typer

from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import not_among
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language


def schema(context: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")]) -> int:
    """Prints one of the schemas."""
    language = setting_of(context).language
    output = Output(language)
    schemas: dict[str, Callable[[], dict[str, Any]]] = {**_SCHEMAS, "columns": partial(_columns, language)}
    if name not in schemas:
        raise not_among("schema", name, schemas)
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schemas[name]()}
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


def _annex() -> dict[str, Any]:
    from cchc_cli.annex.source import AnnexSource

    return AnnexSource.model_json_schema()


def _scenarios() -> dict[str, Any]:
    from cchc_cli.scenarios.source import ScenarioFileSource

    return ScenarioFileSource.model_json_schema()


def _columns(language: Language) -> dict[str, Any]:
    """The data dictionary of the CSV, which names its own schema."""
    from cchc_cli.reports.rows.table_schema import table_schema

    return table_schema(language)


_SCHEMAS = {
    "run": _run,
    "status": _status,
    "compare": _compare,
    "targets": _targets,
    "agencies": _agencies,
    "layout": _layout,
    "annex": _annex,
    "scenarios": _scenarios,
}
