"""The events of a YAML text → plain data, and the place of each part of it."""

from typing import Any, Final, TypeAlias

import yaml

from cchc_cli.language import Text
from cchc_cli.strict_yaml.problem import InvalidFileError, Mark, Problem
from cchc_cli.strict_yaml.scalars import Value, plain_value, tagged_value

MAXIMUM_VALUES: Final = 250_000
"""Keys, values, lists and mappings; a registry of the whole country has about 150,000."""
MAXIMUM_DEPTH: Final = 40
"""Lists and mappings in one another; libyaml's composer would go on until the stack overflows."""
MOST_PROBLEMS: Final = 100
"""Whoever has more than these to mend is not helped by reading on."""

Location: TypeAlias = tuple[int | str, ...]
"""The way from the top of a document to a value: keys and list positions."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COLLECTIONS = (None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class Builder:
    """Goes through the events of a text once, and stops where there is too much of anything to be taken in.

    An alias repeats what stands elsewhere; repeated often enough, a page holds more than any memory. So none
    is followed.
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.marks: dict[Location, Mark] = {(): Mark(1, 1)}
        self._events = iter(yaml.parse(text, Loader=_LOADER))
        self._values = self._depth = 0
        self._anchors: set[str] = set()
        self._aliases: list[Problem] = []
        self._broken: list[Problem] = []
        self._problems: list[Problem] = []

    def build(self) -> Any:
        """The data of the text; raises InvalidFileError, or a YAMLError where it is no YAML."""
        documents: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors.clear()
                if documents:
                    self._broken.append(self._problem(event, unreadable("but found another document")))
            elif isinstance(event, yaml.NodeEvent):
                if not documents:
                    self.marks[()] = _mark(event)
                documents.append(self._node(event, ()))
        # Whoever uses aliases is told so before anything that follows from them.
        problems = self._aliases or self._broken[:1] or self._problems
        if problems:
            raise InvalidFileError(problems[:MOST_PROBLEMS])
        return documents[0] if documents else None

    def _node(self, event: yaml.Event, location: Location) -> Any:
        self._count(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._collection(event, location)
        self._aliases.append(self._problem(event, _ALIAS))
        return None

    def _count(self, event: yaml.Event) -> None:
        self._values += 1
        if self._values > MAXIMUM_VALUES:
            raise InvalidFileError([self._problem(event, _TOO_MANY)])

    def _collection(self, event: yaml.CollectionStartEvent, location: Location) -> Any:
        if event.anchor is not None:
            self._note_anchor(event.anchor, event)
        self._depth += 1
        if self._depth > MAXIMUM_DEPTH:
            raise InvalidFileError([self._problem(event, _TOO_DEEP)])
        said = len(self._problems)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        built = self._mapping(event, location) if is_mapping else self._sequence(location)
        self._depth -= 1
        if event.tag in _COLLECTIONS:
            return built
        self._problems[said:] = [self._problem(event, _TAG)]
        return None

    def _sequence(self, location: Location) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            here = (*location, len(values))
            self.marks[here] = _mark(event)
            values.append(self._node(event, here))
        return values

    def _mapping(self, start: yaml.CollectionStartEvent, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._pass_over_pair(event, location)
                continue
            self._count(event)
            if event.anchor is not None:
                self._note_anchor(event.anchor, event)
            key, value = event.value, next(self._events)
            if start.flow_style and key.isdecimal() and _is_empty(value):
                self._object(event, _SPLIT_NUMBER.filled(key=key))
            if key in values:
                self._object(event, _duplicate_key(key))
            here = (*location, key)
            self.marks[here] = _mark(event)
            values[key] = self._node(value, here)
        return values

    def _pass_over_pair(self, key: yaml.Event, location: Location) -> None:
        """A key that is no word; nothing more is said about what stands in it and behind it."""
        self._object(key, _KEY)
        said = len(self._problems)
        self._node(key, location)
        self._node(next(self._events), location)
        del self._problems[said:]

    def _scalar(self, event: yaml.ScalarEvent) -> Value:
        if event.anchor is not None:
            self._note_anchor(event.anchor, event)
        if event.tag is None or event.tag == "!":
            return plain_value(event.value) if event.implicit[0] else event.value
        try:
            return tagged_value(event.tag, event.value)
        except ValueError:
            self._object(event, _TAG)
            return None

    def _note_anchor(self, anchor: str, event: yaml.NodeEvent) -> None:
        """As YAML has it: two anchors of one name are an error, although nothing is ever taken from one."""
        if anchor in self._anchors:
            self._broken.append(self._problem(event, unreadable("second occurrence")))
        self._anchors.add(anchor)

    def _object(self, event: yaml.Event, text: Text) -> None:
        self._problems.append(self._problem(event, text))

    def _problem(self, event: yaml.Event, text: Text) -> Problem:
        return Problem(self.file, _mark(event), text)


def _mark(event: yaml.Event) -> Mark:
    place = event.start_mark
    return Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)


def _is_empty(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.value == ""


def unreadable(cause: str) -> Text:
    """What to say of a text that is no YAML, or not one document."""
    return Text(
        f"không đọc được YAML ({cause}); hãy kiểm tra thụt lề, dấu hai chấm và dấu nháy",
        f"not readable as YAML ({cause}); check indentation, colons and quotes",
    )


_TOO_MANY = Text(
    f"tệp có hơn {MAXIMUM_VALUES:,} khóa và giá trị; hãy kiểm tra có đúng tệp không".replace(",", "."),
    f"the file has more than {MAXIMUM_VALUES:,} keys and values; check that it is the right one",
)
_TOO_DEEP = Text(
    f"các mục lồng nhau quá {MAXIMUM_DEPTH} tầng; hãy kiểm tra dấu ngoặc và thụt lề",
    f"entries stand more than {MAXIMUM_DEPTH} deep in one another; check brackets and indentation",
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
