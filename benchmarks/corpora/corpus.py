"""The corpora by name: what each holds, and how it is made, once, into a folder outside the repository."""

import json
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from benchmarks.corpora.calendar import months, ten_days
from benchmarks.corpora.forms import Form, forms
from benchmarks.corpora.odd import odd
from benchmarks.corpora.office import office_program
from benchmarks.corpora.package import Package, package
from benchmarks.corpora.tables import YEAR, write_large_csv, write_large_matrix, write_matrix

_VERSION = 3
"""Of what the makers write: corpora of another are made anew."""
OFFICE, OURS = "LibreOffice", "openpyxl"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many forms, rows and figures the corpora have."""

    clean: int = 2_000
    nation: int = 12_600
    growth: int = 25_000
    rows: int = 20_000
    figures: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Made:
    """What stands in the folder of a corpus: how many files, who saved them, and which period to judge."""

    files: int
    saved_by: str
    period: str


Maker = Callable[[Path, Path, Sizes], Made]
"""Makes a corpus in a folder; the second is that of all corpora, the others of which may stand there."""


def make_corpus(name: str, folder: Path, sizes: Sizes) -> Made:
    """What stands there already is taken as it is, where it was made with the same sizes."""
    target = folder / name
    wanted = {"version": _VERSION, **asdict(sizes)}
    record = folder / f"{name}.json"
    if record.is_file():
        known = json.loads(record.read_text(encoding="utf-8"))
        if known["sizes"] == wanted:
            return Made(**known["made"])
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    made = CORPORA[name](target, folder, sizes)
    record.write_text(json.dumps({"sizes": wanted, "made": asdict(made)}, indent=1), encoding="utf-8")
    return made


def _clean(target: Path, folder: Path, sizes: Sizes) -> Made:
    """Every month of a year; nine of them make up a period that can be judged."""
    periods = [period for period in months() if period.start.year == YEAR]
    return _written(forms(periods, sizes.clean), target, f"{YEAR}-9M", sizes.clean)


def _odd(target: Path, folder: Path, sizes: Sizes) -> Made:
    """The forms of `clean`, which is made first."""
    made = make_corpus("clean", folder, sizes)
    paths = form_paths(folder / "clean")
    for path, spoilt in zip(paths, odd(package(path.read_bytes()) for path in paths), strict=True):
        _write(spoilt, target / path.relative_to(folder / "clean"))
    return made


def _growth(target: Path, folder: Path, sizes: Sizes) -> Made:
    """Every ten days, from the programme's first day on."""
    return _written(forms(ten_days(), sizes.growth), target, "2021", sizes.growth)


def _nation(target: Path, folder: Path, sizes: Sizes) -> Made:
    """The first of `growth`, as links where the disk can, else as copies."""
    make_corpus("growth", folder, sizes)
    source = folder / "growth"
    for path in islice(form_paths(source), sizes.nation):
        link = target / path.relative_to(source)
        link.parent.mkdir(parents=True, exist_ok=True)
        _link(path, link)
    return Made(sizes.nation, saved_by(), "2021")


def _matrix(target: Path, folder: Path, sizes: Sizes) -> Made:
    write_matrix(target / "matrix.xlsx")
    return Made(1, OURS, str(YEAR))


def _large_matrix(target: Path, folder: Path, sizes: Sizes) -> Made:
    write_large_matrix(target / "matrix.xlsx", sizes.rows)
    return Made(1, "XlsxWriter", "2021")


def _large_csv(target: Path, folder: Path, sizes: Sizes) -> Made:
    write_large_csv(target / "figures.csv", sizes.figures)
    return Made(1, "Python", "2021")


CORPORA: dict[str, Maker] = {
    "clean": _clean,
    "odd": _odd,
    "growth": _growth,
    "nation": _nation,
    "matrix": _matrix,
    "large-matrix": _large_matrix,
    "large-csv": _large_csv,
}


def saved_by() -> str:
    """Who saves the forms on this machine."""
    return OFFICE if office_program() else OURS


def form_paths(folder: Path) -> list[Path]:
    """The forms of a corpus, period by period."""
    return sorted(folder.glob("*/*.xlsx"))


def _written(made: Iterable[Form], target: Path, period: str, wanted: int) -> Made:
    files = 0
    for form in made:
        _write(form.package, target / form.name)
        files += 1
    if files < wanted:
        raise ValueError(f"only {files} of {wanted} forms could be made")
    return Made(files, saved_by(), period)


def _write(form: Package, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(form.content())


def _link(path: Path, link: Path) -> None:
    try:
        os.link(path, link)
    except OSError:
        shutil.copyfile(path, link)
