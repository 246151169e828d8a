"""What a marked copy does not have of the workbook it was made from, in words for its first sheet."""

import io
import re
import zipfile
from collections.abc import Iterable

from cchc_cli.intake.file_type import FileType

_KINDS = (
    (re.compile(r"/charts?/|^object[^/]*/content\.xml$"), "biểu đồ"),
    (re.compile(r"/media/|^pictures/"), "hình ảnh"),
    (re.compile(r"vbaproject\.bin$|macrosheets/|^basic/|^scripts/"), "macro"),
    (re.compile(r"/(?:threaded)?comments?[^/]*\.(?:xml|bin)$"), "ghi chú (comment) của ô"),
    (re.compile(r"/pivottables?/|/pivotcache/"), "bảng tổng hợp (PivotTable)"),
    (re.compile(r"/externallinks/"), "liên kết đến tệp khác"),
    (re.compile(r"/ctrlprops/|/activex/"), "nút và ô điều khiển"),
    (re.compile(r"/embeddings/"), "tệp nhúng"),
    (re.compile(r"/slicers?/"), "bộ lọc (slicer)"),
)
"""Parts by the names that the formats give them, in lower case."""
_SIGNATURE = "chữ ký số của tệp gốc (đã sửa tệp thì phải ký lại)"
_OF_ANY = ("công thức", "định dạng")
_OF_OLD = "hình ảnh, biểu đồ, macro và ghi chú (nếu có)"
_OVER_THREADS = "ghi chú ở ô {cells} (ô đã có trao đổi, nên hướng dẫn chỉ ghi ở trang này)"


def lost_by_copying(found: FileType, raw: bytes) -> list[str]:
    """What is gone where only the values of the cells are copied."""
    if found is FileType.CSV:
        return []
    lowered = _parts(raw) if found is not FileType.XLS else []
    kinds = [word for pattern, word in _KINDS if any(pattern.search(name) for name in lowered)]
    return [*_OF_ANY, *(kinds if lowered else [_OF_OLD])]


def signature_lost() -> str:
    """A changed file is no longer what was signed."""
    return _SIGNATURE


def comments_left_out(cells: Iterable[str]) -> str:
    """Cells with a conversation: Excel shows that and no comment beside it."""
    return _OVER_THREADS.format(cells=", ".join(cells))


def _parts(raw: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return [name.lower() for name in archive.namelist()]
