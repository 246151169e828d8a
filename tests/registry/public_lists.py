"""The public packages that `make_agencies.py` reads, as small as can be, made from the registry itself."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

FAR_AWAY = "29869"
CONTESTED = {"28252", "28270", "28437", "28439"}
Rows = list[dict[str, Any]]


class PublicLists:
    """What the five packages say; change it, then `write` it."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self.before = self._communes_of_districts(date(2021, 1, 1))
        self.after = self._communes_of_districts(date(2024, 11, 1))
        self.latest = {life.code: life.name.vi for life in self._communes(date(2025, 7, 1))}
        old = self._communes(date(2025, 6, 30))
        self.converter = {life.code: life.successors[0] for life in old}
        self.units = {
            code: [new, FAR_AWAY] if code in CONTESTED else [new] for code, new in self.converter.items()
        }

    def write(self, folder: Path) -> Path:
        provinces = "vietnam_provinces/data/flat-divisions.json"
        for release, rows in (("0.3.0", self.before), ("0.6.0", self.after)):
            self._write(folder / f"vietnam_provinces-{release}" / provinces, json.dumps(rows))
        latest = [
            {"code": int(code), "name": name, "province_name": "Đồng Tháp"}
            for code, name in self.latest.items()
        ]
        self._write(folder / "vietnam_provinces-2025.10.1" / provinces, json.dumps(latest))
        units = folder / "vietnamadminunits" / "vietnamadminunits" / "data" / "converter_2025.json"
        self._write(units, json.dumps(self._units_data()))
        data = json.dumps({"mapping": {"rows": self._converter_rows()}})
        module = folder / "vietnam_address_converter" / "vietnam_address_converter" / "data.py"
        self._write(module, f"import json\nDATA = json.loads({data!r})\n")
        return folder

    def _communes(self, day: date) -> list[Agency]:
        agencies = self._registry.agencies
        return [life for life in agencies if life.level is Level.COMMUNE and life.exists_on(day)]

    def _communes_of_districts(self, day: date) -> Rows:
        return [
            {
                "province_code": 82,
                "district_code": int(commune.parent),
                "district_name": self._district(commune.parent, day),
                "ward_code": int(commune.code),
                "ward_name": commune.name.vi,
            }
            for commune in self._communes(day)
            if commune.parent
        ]

    def _district(self, code: str, day: date) -> str:
        return next(life.name.vi for life in self._registry.lives_by_code[code] if life.exists_on(day))

    def _units_data(self) -> dict[str, Any]:
        whole: dict[str, list[str]] = {}
        divided: dict[str, list[dict[str, Any]]] = {}
        for row in self.after:
            old = "_".join(("tinhtiengiang", _joined(row["district_name"]), _joined(row["ward_name"])))
            became = self.units[f"{row['ward_code']:05}"]
            if len(became) == 1:
                whole.setdefault(_joined(self.latest[became[0]]), []).append(old)
            else:
                divided[old] = [
                    {"newWardKey": _joined(self.latest[new]), "isDefaultNewWard": new == became[0]}
                    for new in reversed(became)
                ]
        whole[_joined(self.latest[FAR_AWAY])] = ["tinhdongthap_thanhphocaolanh_phuong3"]
        return {
            "DICT_PROVINCE_WARD_NO_DIVIDED": {"tinhdongthap": whole},
            "DICT_PROVINCE_WARD_DIVIDED": {"tinhdongthap": divided},
        }

    def _converter_rows(self) -> Rows:
        return [
            {
                "old": {
                    "province_name": "Tỉnh Tiền Giang",
                    "district_name": row["district_name"].title(),
                    "ward_name": row["ward_name"],
                },
                "new": {"ward_name": self.latest[self.converter[f"{row['ward_code']:05}"]]},
            }
            for row in self.after
        ]

    def _write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _joined(name: str) -> str:
    return name.lower().replace(" ", "")
