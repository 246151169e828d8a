"""How many dossiers each agency receives in an ordinary year: very unlike each other, and steady."""

from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from illustrative.chance import between, leaning, skewed, whole
from illustrative.stretch import YEARS, Stretch

# A few departments settle nearly nothing, four or five nearly everything.
_NAMED = {
    "VPUBND": 19,
    "SNV": 412,
    "STP": 23_740,
    "STC": 118,
    "SKHDT": 6_290,
    "SCT": 9_860,
    "SNNPTNT": 3_310,
    "SGTVT": 25_930,
    "SXD": 1_880,
    "STNMT": 20_460,
    "STTTT": 96,
    "SLDTBXH": 4_020,
    "SVHTTDL": 1_140,
    "SKHCN": 208,
    "SGDDT": 1_370,
    "SYT": 5_260,
    "SNGV": 341,
    "TTRA": 12,
    "BQLKCN": 2_730,
    "CTHUE": 214_300,
    "KBNN": 8_940,
    "BHXH": 287_600,
    "NHNN": 41,
    "CAT": 318_200,
    "815": 41_870,
    "816": 17_940,
    "817": 19_310,
    "818": 13_680,
    "819": 33_460,
    "820": 26_090,
    "821": 36_720,
    "822": 27_550,
    "823": 18_630,
    "824": 20_180,
    "825": 12_980,
}
# 2021 was the year of the lockdowns.
_YEARS = (0.93, 0.98, 1.0, 1.03, 1.06)
_SMALL = (1_990, 2_700)
"""Wards and communes that were merged in 2024 were small, and so were those they went to."""
_MADE_OF_SEVERAL = (7_300, 21_800)
"""Communes outside the former territory, each made of two to four in 2025."""
_ENDED = frozenset({"28255", "28258", "28267", "28294", "28303", "28531", "28546", "28555"})
_GREW = frozenset({"28261", "28264", "28297", "28300", "28519", "28564"})


def dossiers_received(of: Stretch) -> int:
    """Dossiers received in the period, what was taken over from others included."""
    full = sum(_usual(part.agency) * part.share for part in of.parts)
    year = _YEARS[of.year - YEARS.start] * (1 + 0.06 * leaning(of.code, of.year, "received"))
    return whole(full * year)


def _usual(agency: Agency) -> float:
    code = agency.code
    if code in _NAMED:
        return _NAMED[code]
    if agency.level is not Level.COMMUNE:
        raise ValueError(f"no usual number of dossiers is known for {code}")
    if agency.territory == "other":
        return skewed(*_MADE_OF_SEVERAL, code, "size")
    if code in _ENDED | _GREW:
        return between(*_SMALL, code, "size")
    town = 900 if agency.name.vi.startswith(("Phường", "Thị trấn")) else 0
    return skewed(2_150 + town, 7_900 + town, code, "size")
