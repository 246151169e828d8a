"""The least that makes figures of separated values: each a number, known by its agency, period and item.

python plain_csv.py FILE                the standard library: int(), one look-up and one tuple a row
python plain_csv.py FILE --pandas       pandas.read_csv: a frame of numbers
"""

import csv
import sys
from pathlib import Path

_OWNER = 3
"""So many columns say whose a row is and for when."""


def main() -> None:
    """Reads everything and says how many figures there were."""
    path = Path(sys.argv[1])
    sys.stdout.write(f"{_in_pandas(path) if '--pandas' in sys.argv else _in_plain(path)}\n")


def _in_plain(path: Path) -> int:
    figures: dict[tuple[str, ...], tuple[int, ...]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        for row in rows:
            owner = tuple(row[:_OWNER])
            if owner not in figures:
                figures[owner] = tuple(map(int, row[_OWNER:]))
    return sum(map(len, figures.values()))


def _in_pandas(path: Path) -> int:
    import pandas as pd

    frame = pd.read_csv(path, sep=";", dtype={0: str})
    return int(frame.iloc[:, _OWNER:].size)


if __name__ == "__main__":
    main()
