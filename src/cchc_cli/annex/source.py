"""The annex of the periodic report as its author writes it in YAML; `cchc schema annex` is made from here."""

from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from cchc_cli.language import Text
from cchc_cli.strict_yaml import Strict, objection

EVERY_AREA = "*"


class Column(StrEnum):
    """What a column of the annex holds."""

    NUMBER = "number"
    NAME = "name"
    CLAUSE = "clause"
    UNIT = "unit"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    RESULT = "result"
    TARGET = "target"
    VERDICT = "verdict"
    LEAD = "lead"
    SOURCE = "source"
    REMARKS = "remarks"


def _both_languages(value: Any) -> Any:
    return {"vi": value, "en": value} if isinstance(value, str) else value


class _ByName:
    """Marks a column that may be written as its name alone; the schema says both."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_named, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"enum": [column.value for column in Column]}, handler(schema)]}


def _named(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


Wording = Annotated[
    Text,
    BeforeValidator(_both_languages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
                    "required": ["vi", "en"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
"""One text for both languages, or one for each."""


class ColumnSource(Strict):
    """A column: what it holds, and how it is headed where that is not as usual."""

    column: Column
    title: Wording | None = None
    width: Annotated[float, Field(gt=0, le=100)] | None = None
    """Its share of the table's width, against the shares of the other columns."""


class RowSource(Strict):
    """One entry of the annex: a heading, an indicator, or the indicators of an area under its name."""

    heading: Wording | None = None
    indicator: str | None = None
    """The id of an indicator (`cchc targets list`)."""
    area: str | None = None
    """The code of an area, or `*` for every area in the catalogue's order. Indicators that have an entry of
    their own are left out of it."""
    number: str | None = None
    """What stands in the column STT; else it is counted on."""
    name: Wording | None = None
    """What an indicator is called in the annex, where that is not as in the catalogue."""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if sum(each is not None for each in (self.heading, self.indicator, self.area)) != 1:
            raise objection(_ONE_THING)
        if self.name is not None and self.indicator is None:
            raise objection(_NAME_OF_NOTHING)
        return self


class AnnexSource(Strict):
    """The columns and rows of the annex, in their order."""

    columns: Annotated[list[Annotated[ColumnSource, _ByName()]], Field(min_length=1)]
    """Names of columns, or columns with a title and a width of their own."""
    rows: Annotated[list[RowSource], Field(min_length=1)]


_ONE_THING = Text(
    "mỗi dòng phải có đúng một trong ba khóa: heading, indicator, area",
    "an entry has exactly one of the keys heading, indicator, area",
)
_NAME_OF_NOTHING = Text(
    "khóa “name” chỉ đi với “indicator”; tiêu đề viết ở “heading”",
    "'name' goes with 'indicator' only; a heading is written at 'heading'",
)
