"""The floor: python-calamine reads all cells of all sheets, and nothing is done with them.

python bare_calamine.py PATH [JOBS]     a folder of workbooks, or one of them
"""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from python_calamine import CalamineWorkbook

_CHUNK = 50


def main() -> None:
    """Reads everything and says how many rows there were."""
    given = Path(sys.argv[1])
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    paths = [str(path) for path in (sorted(given.rglob("*.xlsx")) if given.is_dir() else [given])]
    if jobs == 1:
        sys.stdout.write(f"{rows(paths)}\n")
        return
    chunks = [paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK)]
    with ProcessPoolExecutor(jobs) as pool:
        sys.stdout.write(f"{sum(pool.map(rows, chunks))}\n")


def rows(paths: Sequence[str]) -> int:
    """How many rows these workbooks have."""
    count = 0
    for path in paths:
        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            count += len(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
    return count


if __name__ == "__main__":
    main()
