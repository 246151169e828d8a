"""Reading the public packages that the map is taken from: their data files, never their code.

A source is a wheel, or a folder of the same name with what is in it.
"""

import ast
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

BEFORE, AFTER, LATEST = "vietnam_provinces-0.3.0", "vietnam_provinces-0.6.0", "vietnam_provinces-2025.10.1"
UNITS, CONVERTER = "vietnamadminunits", "vietnam_address_converter"
_PROVINCE = 82
_OLD, _NEW = "Tiền Giang", "Đồng Tháp"

Mapping: TypeAlias = dict[tuple[str, str], list[str]]
"""What each commune became: its district and its name → names, the likeliest first; all in bare letters."""


@dataclass(frozen=True, slots=True)
class Commune:
    """One commune in one snapshot of the official list; `district` is empty from 01/07/2025."""

    code: str
    name: str
    district: str = ""
    district_name: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Its district and its name in bare letters, as the mappings know it."""
        return bare(self.district_name), bare(self.name)


def read_communes(folder: Path, release: str) -> dict[str, Commune]:
    """The province's communes by five-digit code, in a release of vietnam-provinces."""
    rows = json.loads(_text(folder, release, "vietnam_provinces/data/flat-divisions.json"))
    if release == LATEST:
        rows = [row for row in rows if _composed(row["province_name"]).endswith(_NEW)]
        return _by_code(Commune(f"{row['code']:05}", _composed(row["name"])) for row in rows)
    return _by_code(
        Commune(
            f"{row['ward_code']:05}",
            _composed(row["ward_name"]),
            f"{row['district_code']:03}",
            _composed(row["district_name"]),
        )
        for row in rows
        if row["province_code"] == _PROVINCE
    )


def read_units_mapping(folder: Path) -> Mapping:
    """What each commune became on 01/07/2025, after vietnamadminunits."""
    data = json.loads(_text(folder, UNITS, "vietnamadminunits/data/converter_2025.json"))
    became: Mapping = {}
    province = f"tinh{bare(_NEW)}"
    for new, olds in data["DICT_PROVINCE_WARD_NO_DIVIDED"][province].items():
        for old in olds:
            became.setdefault(_key(old), []).append(bare(new))
    for old, news in data["DICT_PROVINCE_WARD_DIVIDED"].get(province, {}).items():
        ordered = sorted(news, key=lambda one: not one["isDefaultNewWard"])
        became.setdefault(_key(old), []).extend(bare(one["newWardKey"]) for one in ordered)
    became.pop(_ELSEWHERE, None)
    return became


def read_converter_mapping(folder: Path) -> Mapping:
    """The same after vietnam-address-converter, whose data is JSON in a string of one of its modules."""
    module = ast.parse(_text(folder, CONVERTER, "vietnam_address_converter/data.py"))
    (data,) = [json.loads(value) for value in _long_strings(module)]
    became: Mapping = {}
    for row in data["mapping"]["rows"]:
        old, new = row["old"], row["new"]
        if old["province_name"].endswith(_OLD):
            key = bare(old["district_name"]), bare(old["ward_name"])
            became.setdefault(key, []).append(bare(new["ward_name"]))
    return became


def bare(text: str) -> str:
    """Letters and digits without marks or case: Phường 5 → phuong5."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]", "", letters)


_ELSEWHERE = ("", "")
"""The key of a commune of another province."""


def _key(path: str) -> tuple[str, str]:
    province, district, commune = path.split("_")
    return (bare(district), bare(commune)) if province == f"tinh{bare(_OLD)}" else _ELSEWHERE


def _by_code(communes: Iterable[Commune]) -> dict[str, Commune]:
    return {commune.code: commune for commune in communes}


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _long_strings(module: ast.Module) -> list[str]:
    """The JSON texts in a module, without running it."""
    constants = [node.value for node in ast.walk(module) if isinstance(node, ast.Constant)]
    return [value for value in constants if isinstance(value, str) and value.startswith("{")]


def _text(folder: Path, source: str, path: str) -> str:
    found = sorted(one for one in folder.iterdir() if one.name == source or one.name.startswith(f"{source}-"))
    if not found:
        raise SystemExit(f"{folder}: there is no {source} here, neither a wheel nor a folder")
    if found[0].is_dir():
        return (found[0] / path).read_text(encoding="utf-8")
    with zipfile.ZipFile(found[0]) as wheel:
        return wheel.read(path).decode()
