"""The floor: the standard library splits a file of separated values, and nothing is done with it.

python bare_csv.py FILE
"""

import csv
import sys
from pathlib import Path


def main() -> None:
    """Reads everything and says how many values there were."""
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        sys.stdout.write(f"{sum(map(len, csv.reader(file, delimiter=';')))}\n")


if __name__ == "__main__":
    main()
