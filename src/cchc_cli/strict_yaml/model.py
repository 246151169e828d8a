"""Documents → frozen pydantic models; what pydantic objects to is said in the reader's words."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictBool,
    ValidationError,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from cchc_cli.described import Described
from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.strict_yaml.builder import MOST_PROBLEMS
from cchc_cli.strict_yaml.document import Document, read_document
from cchc_cli.strict_yaml.problem import InvalidFileError, Problem

Model = TypeVar("Model", bound=BaseModel)

__all__ = ["Day", "ExactNumber", "OneOrMany", "Strict", "StrictBool", "load", "objection", "validate"]


class Strict(Described):
    """What every model written in YAML builds on: frozen, and unknown keys are errors."""


def objection(text: Text) -> PydanticCustomError:
    """What a model's own validator raises: a sentence in both languages, shown behind the key."""
    return PydanticCustomError("objection", "{en}", {"vi": text.vi, "en": text.en})


def _refuse_text(value: Any) -> Any:
    if isinstance(value, str):
        raise PydanticCustomError("number_as_text", "a number is needed, without quotes")
    return value


ExactNumber = Annotated[Decimal, BeforeValidator(_refuse_text)]
"""A decimal number exactly as written: 22.5 is 22.5, and "22,5" is an error."""


def _refuse_number(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("date_type", "a date is needed")
    return value


Day = Annotated[date, BeforeValidator(_refuse_number)]
"""A date as written, 2025-12-31; a bare number is an error, not so many seconds since 1970."""


class OneOrMany:
    """Marks a list whose only entry may be written alone; the schema says both.

    >>> from pydantic import TypeAdapter
    >>> words = TypeAdapter(Annotated[list[str], OneOrMany()])
    >>> words.validate_python("a"), words.validate_python(["a", "b"])
    (['a'], ['a', 'b'])
    >>> [form["type"] for form in words.json_schema()["anyOf"]]
    ['string', 'array']
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


def load(path: Path, model: type[Model]) -> tuple[Model, Document]:
    """Reads a YAML file as a model, with the places of its parts.

    Raises InvalidFileError with all problems at once, OSError where the file cannot be read.
    """
    document = read_document(path)
    return validate(document, model), document


def validate(document: Document, model: type[Model]) -> Model:
    """Raises InvalidFileError with every objection at its line and column."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST_PROBLEMS]
        problems = [_problem(document, model, detail) for detail in details]
    raise InvalidFileError(problems)


def _problem(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    return Problem(document.file, document.mark(detail["loc"]), _text(document, model, detail))


def _text(document: Document, model: type[BaseModel], detail: ErrorDetails) -> Text:
    key = _key(document, detail)
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return _unknown_key(key, nearest(key, _known_keys(model)))
    if kind in ("enum", "literal_error"):
        return _not_among(detail["input"], str(context["expected"]))
    if kind == "objection":
        before = f"{key}: " if key else ""
        return Text(f"{before}{context['vi']}", f"{before}{context['en']}")
    if kind in _NO_MAPPING and not key:
        return _no_keys_at_all(document, model)
    template = _TEXTS.get(kind)
    if template is None:
        return Text(f"“{key}” chưa đúng: {detail['msg']}", f"'{key}' is not right: {detail['msg']}")
    return template.filled(**{"key": key, "input": detail["input"], **context})


def _key(document: Document, detail: ErrorDetails) -> str:
    """The key that is objected to: the missing one, else the last that the file does have."""
    if detail["type"] == "missing":
        return str(detail["loc"][-1])
    return next((step for step in reversed(document.known(detail["loc"])) if isinstance(step, str)), "")


def _known_keys(model: type[BaseModel]) -> list[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return sorted({key for part in parts for key in part.get("properties", {})})


def _unknown_key(key: str, suggestion: str | None) -> Text:
    vi, en = f"không có khóa “{key}” ở đây", f"there is no key '{key}' here"
    if suggestion is None or suggestion == key:
        return Text(f"{vi}; hãy bỏ hoặc chuyển đến đúng mục", f"{en}; remove it or move it where it belongs")
    return Text(f"{vi}; có phải là “{suggestion}”?", f"{en}; did you mean '{suggestion}'?")


def _no_keys_at_all(document: Document, model: type[BaseModel]) -> Text:
    """The whole file is no mapping; says which keys it must have."""
    needed = ", ".join(name for name, field in model.model_fields.items() if field.is_required())
    return (_EMPTY if document.data is None else _NO_KEYS).filled(needed=needed)


def _not_among(value: Any, expected: str) -> Text:
    known = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    suggestion = nearest(str(value), known)
    meant = (f"; có phải là “{suggestion}”?", f"; did you mean '{suggestion}'?") if suggestion else ("", "")
    listed = ", ".join(known)
    return Text(
        f"“{value}” không phải giá trị được dùng ({listed}){meant[0]}",
        f"'{value}' is not one of {listed}{meant[1]}",
    )


_EMPTY = Text("tệp trống; cần có các khóa: {needed}", "the file is empty; it needs the keys: {needed}")
_NO_KEYS = Text(
    "tệp phải gồm các khóa và giá trị, trong đó có: {needed}",
    "the file must hold keys and values, among them: {needed}",
)
_NO_MAPPING = ("model_type", "dataclass_type", "dict_type")
_HOLDS_KEYS = Text("“{key}” phải gồm các khóa và giá trị", "'{key}' must hold keys and values")
_NOT_A_DATE = Text(
    "“{input}” không phải ngày; hãy viết theo dạng 2025-12-31",
    "'{input}' is not a date; write it as 2025-12-31",
)
_TEXTS = {
    "missing": Text("thiếu khóa “{key}”", "the key '{key}' is missing"),
    "string_type": Text(
        "“{key}” phải là chữ; nếu là mã số, hãy đặt trong dấu nháy",
        "'{key}' must be text; put a code made of digits in quotes",
    ),
    "number_as_text": Text(
        "“{key}” phải là số, không đặt trong dấu nháy, dùng dấu chấm thập phân (22.5)",
        "'{key}' must be a number, without quotes and with a decimal point (22.5)",
    ),
    "decimal_type": Text("“{key}” phải là số", "'{key}' must be a number"),
    "string_pattern_mismatch": Text(
        "“{input}” chưa đúng dạng của khóa “{key}” ({pattern})",
        "'{input}' does not have the form of '{key}' ({pattern})",
    ),
    "greater_than_equal": Text("“{key}” phải từ {ge} trở lên", "'{key}' must be {ge} or more"),
    "less_than_equal": Text("“{key}” phải từ {le} trở xuống", "'{key}' must be {le} or less"),
    "greater_than": Text("“{key}” phải lớn hơn {gt}", "'{key}' must be more than {gt}"),
    "too_short": Text("“{key}” cần ít nhất {min_length} mục", "'{key}' needs at least {min_length} entries"),
    "too_long": Text("“{key}” có nhiều nhất {max_length} mục", "'{key}' has at most {max_length} entries"),
    "int_type": Text("“{key}” phải là số nguyên", "'{key}' must be a whole number"),
    "int_parsing": Text("“{key}” phải là số nguyên", "'{key}' must be a whole number"),
    "bool_type": Text("“{key}” phải là true hoặc false", "'{key}' must be true or false"),
    "list_type": Text(
        "“{key}” phải là một danh sách (mỗi dòng một dấu gạch đầu dòng)",
        "'{key}' must be a list (one dash a line)",
    ),
    **dict.fromkeys(_NO_MAPPING, _HOLDS_KEYS),
    "date_from_datetime_parsing": _NOT_A_DATE,
    "date_from_datetime_inexact": _NOT_A_DATE,
    "date_parsing": _NOT_A_DATE,
    "date_type": _NOT_A_DATE,
}
