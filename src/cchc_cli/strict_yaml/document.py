"""YAML text → plain data, where every value and key knows its line and column."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import yaml

from cchc_cli.language import Text
from cchc_cli.strict_yaml.problem import InvalidFileError, Mark, Problem

MAXIMUM_BYTES = 4 * 1024 * 1024
MAXIMUM_VALUES = 250_000
"""Keys, values, lists and mappings; a registry of the whole country has about 150,000."""
MAXIMUM_DEPTH = 40
"""Lists and mappings in one another; libyaml's composer would go on until the stack overflows."""
MOST_PROBLEMS = 100
"""Whoever has more than these to mend is not helped by reading on."""

Location: TypeAlias = tuple[int | str, ...]
"""The way from the top of a document to a value: keys and list positions."""

# An official's `no` or `on` is a word, 017 is no octal number and 12:30 no number in base sixty.
_SCALARS = (
    ("tag:yaml.org,2002:null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", ["t", "f"]),
    ("tag:yaml.org,2002:int", r"^-?(?:0|[1-9][0-9]{0,29})$", list("-0123456789")),
    ("tag:yaml.org,2002:float", r"^-?(?:0|[1-9][0-9]{0,29})\.[0-9]{1,30}$", list("-0123456789")),
)


class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in _SCALARS:
    _StrictLoader.add_implicit_resolver(_tag, re.compile(_pattern), _first)

_WRITTEN_AS = {tag: re.compile(pattern) for tag, pattern, _ in _SCALARS}
_COLLECTIONS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


@dataclass(frozen=True, slots=True)
class Document:
    """The data of one YAML file and the place of each part of it."""

    file: str
    data: Any
    sha256: str
    marks: dict[Location, Mark]

    def mark(self, location: Location) -> Mark:
        """The place of a value, or of the nearest thing around it that the file does have."""
        return self.marks[self.known(location)]

    def part(self, location: Location) -> "Document":
        """What stands at a place as a document of its own, with the lines it has in this one."""
        data, depth = self.data, len(location)
        for step in location:
            data = data[step]
        marks = {found[depth:]: mark for found, mark in self.marks.items() if found[:depth] == location}
        return Document(self.file, data, self.sha256, marks)

    def known(self, location: Location) -> Location:
        """The steps of a way that the file does have."""
        here: Location = ()
        for step in location:
            if (*here, step) in self.marks:
                here = (*here, step)
        return here


def read_document(path: Path) -> Document:
    """Raises InvalidFileError where the text is not strict YAML, OSError where it cannot be read."""
    with path.open("rb") as file:
        return parse_document(file.read(MAXIMUM_BYTES + 1), str(path))


def parse_document(raw: bytes, file: str) -> Document:
    """Raises InvalidFileError where the bytes are not strict YAML."""
    if len(raw) > MAXIMUM_BYTES:
        raise _invalid(file, Mark(1, 1), _TOO_LARGE)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _invalid(file, Mark(line, 1), _NOT_UTF8) from None
    sha256 = hashlib.sha256(raw).hexdigest()
    try:
        _check_shape(text, file)
        node = yaml.compose(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        mark = Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)
        cause = error.problem or error.context or ""
        raise _invalid(file, mark, _TAB if _is_tab(text, mark) else _syntax(cause)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _invalid(file, Mark(line, 1), _syntax(error.reason)) from None
    builder = _Builder(file)
    data = builder.build(node, ()) if node is not None else None
    if builder.problems:
        raise InvalidFileError(builder.problems[:MOST_PROBLEMS])
    builder.marks.setdefault((), Mark(1, 1))
    return Document(file=file, data=data, sha256=sha256, marks=builder.marks)


def _check_shape(text: str, file: str) -> None:
    """Raises where there is too much of anything to be taken in; nothing is built before.

    An alias repeats what stands elsewhere; repeated often enough, a page holds more than any memory.
    """
    depth = values = 0
    aliases: list[Problem] = []
    for event in yaml.parse(text, Loader=_StrictLoader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            values += 1
            depth += isinstance(event, yaml.CollectionStartEvent)
        if depth > MAXIMUM_DEPTH or values > MAXIMUM_VALUES:
            raise _invalid(file, _mark(event), _TOO_DEEP if depth > MAXIMUM_DEPTH else _TOO_MANY)
        if isinstance(event, yaml.AliasEvent):
            aliases.append(Problem(file, _mark(event), _ALIAS))
    if aliases:
        raise InvalidFileError(aliases[:MOST_PROBLEMS])


def _mark(event: yaml.Event) -> Mark:
    place = event.start_mark
    return Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)


class _Builder:
    """Walks the node graph once, building the data and noting every place."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.marks: dict[Location, Mark] = {}
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node, location: Location) -> Any:
        mark = Mark(node.start_mark.line + 1, node.start_mark.column + 1)
        self.marks.setdefault(location, mark)
        if isinstance(node, yaml.CollectionNode) and node.tag not in _COLLECTIONS:
            self._problem(mark, _TAG)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*location, i)) for i, child in enumerate(node.value)]
        return self._scalar(node, mark)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            mark = Mark(key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(mark, _KEY)
                continue
            key = str(key_node.value)
            if node.flow_style and key.isdecimal() and _is_empty(value_node):
                self._problem(mark, _SPLIT_NUMBER.filled(key=key))
            if key in values:
                self._problem(mark, _duplicate_key(key))
            self.marks[(*location, key)] = mark
            values[key] = self.build(value_node, (*location, key))
        return values

    def _scalar(self, node: yaml.Node, mark: Mark) -> str | int | Decimal | bool | None:
        value, kind = str(node.value), node.tag.rpartition(":")[2]
        written_as = _WRITTEN_AS.get(node.tag)
        if kind not in _VALUES or (written_as is not None and not written_as.match(value)):
            self._problem(mark, _TAG)
            return None
        return _VALUES[kind](value)

    def _problem(self, mark: Mark, text: Text) -> None:
        self.problems.append(Problem(self.file, mark, text))


_VALUES: dict[str, Callable[[str], str | int | Decimal | bool | None]] = {
    "null": lambda written: None,
    "bool": lambda written: written == "true",
    "int": int,
    "float": Decimal,
    "str": str,
}


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == ""


def _is_tab(text: str, mark: Mark) -> bool:
    """Whether a tab stands at a place."""
    line = text.split("\n")[mark.line - 1 : mark.line]
    return "".join(line)[mark.column - 1 : mark.column] == "\t"


def _invalid(file: str, mark: Mark, text: Text) -> InvalidFileError:
    return InvalidFileError([Problem(file, mark, text)])


_TOO_LARGE = Text(
    f"tệp lớn hơn {MAXIMUM_BYTES // 1024 // 1024} MB; hãy kiểm tra có đúng tệp không",
    f"the file is larger than {MAXIMUM_BYTES // 1024 // 1024} MB; check that it is the right one",
)
_TOO_MANY = Text(
    f"tệp có hơn {MAXIMUM_VALUES:,} khóa và giá trị; hãy kiểm tra có đúng tệp không".replace(",", "."),
    f"the file has more than {MAXIMUM_VALUES:,} keys and values; check that it is the right one",
)
_NOT_UTF8 = Text(
    "tệp không ở bảng mã UTF-8; hãy lưu lại với bảng mã UTF-8",
    "the file is not in UTF-8; save it again as UTF-8",
)
_TOO_DEEP = Text(
    f"các mục lồng nhau quá {MAXIMUM_DEPTH} tầng; hãy kiểm tra dấu ngoặc và thụt lề",
    f"entries stand more than {MAXIMUM_DEPTH} deep in one another; check brackets and indentation",
)
_TAB = Text(
    "có phím Tab ở đây; YAML chỉ thụt lề bằng dấu cách, hãy thay Tab bằng dấu cách",
    "there is a tab here; YAML is indented with spaces only, put spaces in its place",
)
_SPLIT_NUMBER = Text(
    "giữa hai dấu ngoặc nhọn, dấu phẩy ngăn cách các khóa nên “{key}” thành một khóa; số viết liền (45981),"
    " số thập phân viết bằng dấu chấm (22.5)",
    "between braces a comma separates keys, so that '{key}' became one; write numbers without separators"
    " (45981), decimals with a point (22.5)",
)
_KEY = Text("khóa phải là một từ, không phải danh sách", "a key must be a word, not a list")
_ALIAS = Text(
    "không dùng neo (&) và tham chiếu (*); hãy viết lại giá trị tại đây",
    "anchors (&) and aliases (*) are not used here; write the value out",
)
_TAG = Text("không dùng thẻ (!); hãy viết giá trị thường", "tags (!) are not used here; write a plain value")


def _duplicate_key(key: str) -> Text:
    return Text(
        f"khóa “{key}” đã có ở trên trong cùng mục; hãy bỏ một trong hai",
        f"the key '{key}' already stands above in the same entry; remove one of the two",
    )


def _syntax(cause: str) -> Text:
    return Text(
        f"không đọc được YAML ({cause}); hãy kiểm tra thụt lề, dấu hai chấm và dấu nháy",
        f"not readable as YAML ({cause}); check indentation, colons and quotes",
    )
