"""Models whose schema says what their fields mean, in the words that stand below them in the source."""

import ast
import inspect
import textwrap
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Described(BaseModel):
    """A frozen model that refuses unknown keys.

    Its docstrings are read from the source when somebody asks for a schema, and validators are built when
    something is validated: most calls use few of the models that they import.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        described = handler(schema)
        properties = handler.resolve_ref_schema(described)["properties"]
        for name, description in _descriptions(cls).items():
            if name in cls.model_fields:
                properties[cls.model_fields[name].alias or name]["description"] = description
        return described


def _descriptions(model: type[BaseModel]) -> dict[str, str]:
    """The docstring below each attribute of a class and of those it builds on."""
    found: dict[str, str] = {}
    for written in reversed([each for each in model.__mro__ if issubclass(each, Described)]):
        (definition,) = ast.parse(textwrap.dedent(inspect.getsource(written))).body
        statements = definition.body if isinstance(definition, ast.ClassDef) else []
        for attribute, below in pairwise(statements):
            match attribute, below:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    found[name] = inspect.cleandoc(text)
    return found
