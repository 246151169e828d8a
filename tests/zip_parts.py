"""Zipped files, as workbooks and documents are, taken apart and put together."""

import io
import zipfile
from collections.abc import Mapping


def parts_of(raw: bytes) -> dict[str, bytes]:
    """The parts by their names."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zipped file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_parts(raw: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The same file with parts replaced or added."""
    return zipped({**parts_of(raw), **changed})


def part_texts(raw: bytes) -> dict[str, str]:
    """The parts by their names, each as text."""
    return {name: part.decode("utf-8") for name, part in parts_of(raw).items()}
