"""The zip file of a document, the same bytes for the same parts."""

import io
import zipfile

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say; it stands for the moment of saving."""
_UNIX = 3


def repacked(document: bytes) -> bytes:
    """The same parts in the same order, without the time at which they were written."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Whichever system this runs on.
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
