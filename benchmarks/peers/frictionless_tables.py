"""A peer: frictionless holds the sheet of figures of each form against a schema.

python frictionless_tables.py FOLDER COUNT
"""

import sys
from pathlib import Path

from frictionless import Dialect, Resource, Schema, fields, system
from frictionless.formats import ExcelControl

_SHEET, _HEADER_ROW = "Số liệu", 9


def main() -> None:
    """Says how many errors there were."""
    errors = 0
    with system.use_context(trusted=True):
        for path in sorted(Path(sys.argv[1]).rglob("*.xlsx"))[: int(sys.argv[2])]:
            dialect = Dialect(header_rows=[_HEADER_ROW], controls=[ExcelControl(sheet=_SHEET)])
            resource = Resource(path=str(path), dialect=dialect, schema=schema())
            errors += resource.validate().stats["errors"]
    sys.stdout.write(f"{errors} errors\n")


def schema() -> Schema:
    """The columns of the form. A figure is anything: some items are answered in words."""
    names = [
        "STT",
        "Nội dung báo cáo",
        "Đơn vị tính",
        "Số liệu kỳ báo cáo",
        "Kỳ trước",
        "Kiểm tra",
        "Giải trình, ghi chú",
        "Tài liệu kiểm chứng",
        "Mã số liệu",
    ]
    return Schema(fields=[fields.AnyField(name=name) for name in names])


if __name__ == "__main__":
    main()
