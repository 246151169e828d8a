"""YAML text → plain data, where every value and key knows its line and column."""

import hashlib
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from cchc_cli.language import Text
from cchc_cli.strict_yaml.builder import Builder, Location, unreadable
from cchc_cli.strict_yaml.problem import InvalidFileError, Mark, Problem

MAXIMUM_BYTES: Final = 4 * 1024 * 1024


class Document(NamedTuple):
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
        builder = Builder(file, text)
        data = builder.build()
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        mark = Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)
        cause = error.problem or error.context or ""
        raise _invalid(file, mark, _TAB if _is_tab(text, mark) else unreadable(cause)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _invalid(file, Mark(line, 1), unreadable(error.reason)) from None
    return Document(file=file, data=data, sha256=sha256, marks=builder.marks)


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
_NOT_UTF8 = Text(
    "tệp không ở bảng mã UTF-8; hãy lưu lại với bảng mã UTF-8",
    "the file is not in UTF-8; save it again as UTF-8",
)
_TAB = Text(
    "có phím Tab ở đây; YAML chỉ thụt lề bằng dấu cách, hãy thay Tab bằng dấu cách",
    "there is a tab here; YAML is indented with spaces only, put spaces in its place",
)
