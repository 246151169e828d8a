"""What a marked copy does not have of the workbook it was made from, in words for its first sheet."""

import io
import re
import zipfile
from collections.abc import Sequence

from cchc_cli.intake.files.file_type import FileType

_NOTES = "ghi chú (comment) của ô"
_KINDS = (
    (re.compile(r"/charts?/|^object[^/]*/content\.xml$"), "biểu đồ"),
    (re.compile(r"/media/|^pictures/"), "hình ảnh"),
    (re.compile(r"vbaproject\.bin$|macrosheets/|^basic/|^scripts/"), "macro"),
    (re.compile(r"/(?:threaded)?comments?[^/]*\.(?:xml|bin)$"), _NOTES),
    (re.compile(r"/pivottables?/|/pivotcache/"), "bảng tổng hợp (PivotTable)"),
    (re.compile(r"/externallinks/"), "liên kết đến tệp khác"),
    (re.compile(r"/ctrlprops/|/activex/"), "nút và ô điều khiển"),
    (re.compile(r"/embeddings/"), "tệp nhúng"),
    (re.compile(r"/slicers?/"), "bộ lọc (slicer)"),
)
"""Parts by the names that the formats give them, in lower case."""
_SIGNATURE = "chữ ký số của tệp gốc (đã sửa tệp thì phải ký lại)"
_NOTE_OF_ODS = b"<office:annotation"
_OF_ANY = ("công thức", "định dạng", "ràng buộc nhập liệu, khóa ô, bộ lọc và liên kết (nếu có)")
_OF_OLD = "hình ảnh, biểu đồ, macro và ghi chú (nếu có)"
_MOST_CELLS = 10
_OVER_THREADS = "ghi chú ở ô {cells} (ô đã có trao đổi, nên hướng dẫn chỉ ghi ở trang này)"


def lost_by_copying(found: FileType, raw: bytes) -> list[str]:
    """What is gone where only the values of the cells are copied."""
    if found is FileType.CSV:
        return []
    if found is FileType.XLS:
        return [*_OF_ANY, _OF_OLD]
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = archive.namelist()
        documents = [name for name in names if found is FileType.ODS and name.lower() == "content.xml"]
        has_notes = any(_NOTE_OF_ODS in archive.read(name) for name in documents)
    kinds = [word for pattern, word in _KINDS if any(pattern.search(name.lower()) for name in names)]
    return [*_OF_ANY, *kinds, *([_NOTES] if has_notes else [])]


def signature_lost() -> str:
    """A changed file is no longer what was signed."""
    return _SIGNATURE


def comments_left_out(cells: Sequence[str]) -> str:
    """Cells with a conversation: Excel shows that and no comment beside it."""
    named, rest = ", ".join(cells[:_MOST_CELLS]), len(cells) - _MOST_CELLS
    return _OVER_THREADS.format(cells=f"{named} và {rest} ô khác" if rest > 0 else named)
