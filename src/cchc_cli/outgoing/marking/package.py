"""A workbook file as its parts: what is not changed comes out as it went in, byte for byte."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from cchc_cli.outgoing.marking.unusual import UnusualPackageError
from cchc_cli.outgoing.marking.xml_outline import Edits, native, outline

RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_ID = re.compile(r"rId([0-9]+)")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LARGEST = 128 * 1024 * 1024
"""Bytes of all parts together."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part needs beside it; `target` is the name of a part, or an address outside the file."""

    id: str
    type: str
    """The last word of its type: worksheet, comments, vmlDrawing."""
    target: str
    is_inside: bool


class Package:
    """The parts of one file by name. Names differ in more than the case of their letters."""

    def __init__(self, raw: bytes) -> None:
        """`raw` is a zip file that the guard of the readers has let pass."""
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self._parts: dict[str, bytes] = {}
        self._declared: list[str] = []
        """What the list of types is to say of new parts; it is written with the file."""
        try:
            self._read(raw)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            # The guard looks into the parts that are read, this into all of them.
            raise UnusualPackageError("damaged") from None
        self._names = {name.lower(): name for name in self._parts}

    @property
    def names(self) -> list[str]:
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def __getitem__(self, name: str) -> bytes:
        try:
            return self._parts[self._names[name.lower()]]
        except KeyError:
            raise UnusualPackageError(f"no part {name}") from None

    def __setitem__(self, name: str, content: bytes) -> None:
        """Replaces a part that is there."""
        self._parts[self._names[name.lower()]] = content

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """A new part, declared with its type."""
        self.add_undeclared(name, content)
        self._declared.append(f'<Override xmlns="" PartName="/{name}" ContentType="{content_type}"/>')

    def add_undeclared(self, name: str, content: bytes) -> None:
        """A new part of a type that its suffix says."""
        self._names[name.lower()] = name
        self._parts[name] = content

    def declare_suffix(self, suffix: str, content_type: str) -> None:
        """Says what parts with a suffix are, where nothing says it yet."""
        if suffix not in self._suffixes:
            self._suffixes.add(suffix)
            self._declared.append(f'<Default xmlns="" Extension="{suffix}" ContentType="{content_type}"/>')

    def content_type(self, name: str) -> str:
        """What a part is said to be, by its name or else by its suffix; '' where nothing is said of it."""
        types = outline(self[_CONTENT_TYPES], 1)
        by_suffix = ("Default", "Extension", name.rpartition(".")[2])
        for group, attribute, wanted in (("Override", "PartName", f"/{name}"), by_suffix):
            for each in types.named(group):
                if each.attributes.get(attribute, "").lower() == wanted.lower():
                    return each.attributes.get("ContentType", "")
        return ""

    def remove(self, name: str) -> None:
        """Takes a part away with what is said of it and its relations; not who refers to it."""
        for gone in (name, _relations_of(name)):
            if gone in self:
                del self._parts[self._names.pop(gone.lower())]
        edits = Edits(self[_CONTENT_TYPES])
        for each in outline(edits.xml, 1).named("Override"):
            if each.attributes.get("PartName", "").lower() == f"/{name}".lower():
                edits.remove(each)
        self[_CONTENT_TYPES] = edits.result()

    def relations(self, name: str) -> list[Relation]:
        """What a part needs beside it; the package's own where the name is ''."""
        part = _relations_of(name)
        if part not in self:
            return []
        folder = posixpath.dirname(name)
        return [
            Relation(
                id=each.attributes.get("Id", ""),
                type=each.attributes.get("Type", "").rpartition("/")[2],
                target=_resolved(folder, each.attributes.get("Target", "")),
                is_inside=each.attributes.get("TargetMode", "Internal") != "External",
            )
            for each in outline(self[part], 1).named("Relationship")
        ]

    def related(self, name: str, kind: str) -> Iterator[Relation]:
        """The parts of one type beside another that are really there."""
        for relation in self.relations(name):
            if relation.type.lower() == kind.lower() and relation.is_inside and relation.target in self:
                yield relation

    def relate(self, name: str, kind: str, target: str) -> str:
        """Puts a part beside another; returns the id by which the other refers to it."""
        part = _relations_of(name)
        if part not in self:
            self.declare_suffix("rels", _RELATIONS_TYPE)
            self.add_undeclared(part, f'<Relationships xmlns="{PACKAGE_RELATIONS}"></Relationships>'.encode())
        taken = [_ID.fullmatch(relation.id) for relation in self.relations(name)]
        number = 1 + max((int(match[1]) for match in taken if match), default=0)
        attributes = f'Id="rId{number}" Type="{RELATIONS}/{kind}" Target="/{target}"'
        self._append(part, f'<Relationship xmlns="" {attributes}/>', PACKAGE_RELATIONS)
        return f"rId{number}"

    def unrelate(self, name: str, ids: set[str]) -> None:
        """Takes relations of a part away."""
        part = _relations_of(name)
        edits = Edits(self[part])
        for each in outline(edits.xml, 1).named("Relationship"):
            if each.attributes.get("Id") in ids:
                edits.remove(each)
        self[part] = edits.result()

    def free_name(self, pattern: str) -> str:
        """The first name of the pattern with a number that no part has."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def content(self) -> bytes:
        """The whole file; the same bytes for the same parts."""
        self._append(_CONTENT_TYPES, "".join(self._declared), _TYPES)
        self._declared.clear()
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in self._parts.items():
                old = self._infos.get(name)
                info = zipfile.ZipInfo(name, old.date_time if old else _EPOCH)
                is_usual = old is not None and old.compress_type in _PACKED
                info.compress_type = old.compress_type if old and is_usual else zipfile.ZIP_DEFLATED
                # Whichever system this runs on.
                info.create_system = 0
                archive.writestr(info, content)
        return file.getvalue()

    def _read(self, raw: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir() and _is_safe(info.filename)]
            if sum(info.file_size for info in infos) > _LARGEST:
                raise UnusualPackageError("size")
            for info in infos:
                self._infos[info.filename] = info
                self._parts[info.filename] = archive.read(info)

    @cached_property
    def _suffixes(self) -> set[str]:
        types = outline(self[_CONTENT_TYPES], 1)
        return {each.attributes.get("Extension", "").lower() for each in types.named("Default")}

    def _append(self, part: str, element: str, namespace: str) -> None:
        edits = Edits(self[part])
        root = outline(edits.xml, 0)
        edits.append(root, native(root, element, namespace))
        self[part] = edits.result()


def _relations_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")


def _is_safe(name: str) -> bool:
    """Whether whoever unpacks the file finds the part inside the folder that he chose."""
    return not (name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"))
