"""The data dictionary of the tidy table: a Frictionless Table Schema, which people and programs read."""

from typing import Any

from cchc_cli.language import Language, Text
from cchc_cli.reports.rows.column import Column, ColumnType
from cchc_cli.reports.rows.columns import COLUMNS, KEY
from cchc_cli.reports.sinks import json_document

Json = dict[str, Any]

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
_TITLE = Text("Kết quả đánh giá, mỗi dòng một kết quả", "Verdicts, one a row")
_AS_IN = Text("đơn vị tính: cột {column}", "unit: the column {column}")


def columns_document(language: Language) -> str:
    """The schema as it is written beside a table."""
    return json_document(table_schema(language))


def table_schema(language: Language) -> Json:
    """Every column with its type, its words in the language, its unit and the codes that it may have."""
    return {
        "$schema": PROFILE,
        "name": "cchc-verdicts",
        "title": _TITLE.in_language(language),
        "fields": [_field(column, language) for column in COLUMNS],
        "missingValues": [""],
        "primaryKey": list(KEY),
    }


def description(column: Column, language: Language) -> str:
    """What else there is to know about a column, on one line."""
    parts = [column.description.in_language(language)] if column.description else []
    if column.unit is not None and column.unit != "%":
        parts.append(_AS_IN.in_language(language).format(column=column.unit))
    return "; ".join(parts)


def _field(column: Column, language: Language) -> Json:
    facts: Json = {
        "name": column.name,
        "type": column.type.value,
        "title": column.title.in_language(language),
        "description": description(column, language),
        "unit": column.unit,
        "constraints": _constraints(column),
    }
    field = {name: fact for name, fact in facts.items() if fact}
    if column.type is ColumnType.BOOLEAN:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field


def _constraints(column: Column) -> Json:
    limits: Json = {"required": True} if column.required else {}
    return {**limits, "enum": list(column.choices)} if column.choices else limits
