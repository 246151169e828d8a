"""The honest alternative: what a good analyst writes in an afternoon with pandas and openpyxl.

    python plain_script.py FOLDER TARGETS_YAML [COUNT]

It reads every form, adds up each item and prints each share of the catalogue. It checks nothing, knows no
levels and no days, and takes every figure as it comes.
"""

import sys
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

_INFORMATION, _FIGURES = "Thông tin", "Số liệu"
_CODE, _PERIOD, _ITEM, _VALUE = "Mã đơn vị", "Kỳ báo cáo", "Mã số liệu", "Số liệu kỳ báo cáo"


def main() -> None:
    """Prints a line for each share."""
    count = int(sys.argv[3]) if len(sys.argv) > 3 else None
    paths = sorted(Path(sys.argv[1]).rglob("*.xlsx"))[:count]
    figures = pd.concat([read_form(path) for path in paths], ignore_index=True)
    figures["value"] = pd.to_numeric(figures["value"], errors="coerce")
    sums = figures.groupby("item")["value"].sum()
    catalogue = yaml.load(Path(sys.argv[2]).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for indicator in catalogue["indicators"]:
        if "denominator" in indicator:
            numerator, denominator = (
                total(sums, indicator["numerator"]),
                total(sums, indicator["denominator"]),
            )
            share = f"{100 * numerator / denominator:.2f}%" if denominator else "-"
            sys.stdout.write(f"{indicator['id']}: {share}\n")


def read_form(path: Path) -> pd.DataFrame:
    """A row for each item of a form."""
    sheets = pd.read_excel(path, sheet_name=[_INFORMATION, _FIGURES], header=None, engine="openpyxl")
    information = sheets[_INFORMATION]
    said = dict(zip(information[0], information[1], strict=True))
    rows = sheets[_FIGURES]
    header = int(rows.index[(rows == _ITEM).any(axis=1)][0])
    table = rows.iloc[header + 1 :].set_axis(rows.iloc[header], axis=1)
    table = table[table[_ITEM].notna()]
    return pd.DataFrame(
        {"agency": said[_CODE], "period": said[_PERIOD], "item": table[_ITEM], "value": table[_VALUE]}
    )


def total(sums: "pd.Series[Any]", items: list[str] | str) -> float:
    """The sum of items, those with a minus taken off."""
    terms = [items] if isinstance(items, str) else items
    return float(
        sum(sums.get(item.removeprefix("-"), 0.0) * (-1 if item.startswith("-") else 1) for item in terms)
    )


if __name__ == "__main__":
    main()
