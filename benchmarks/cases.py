"""The cases: what is promised of speed, each beside its floor and its peers."""

import sys
from collections.abc import Callable
from dataclasses import replace

from benchmarks.bench import PEERS, Bench
from benchmarks.case import Case, Goal, Side
from benchmarks.corpora import ROOT
from benchmarks.corpora.office import office_program
from benchmarks.machine import installed

_CCHC, _BARE, _PLAIN = "cchc -j 1", "bare calamine", "plain pandas + openpyxl script"
_MEBIBYTES = 1 / 1024**2
_SHARE, _FEW = 100, 50


def start_up(bench: Bench) -> Case:
    """`--help` and `--version`."""
    return Case(
        "start-up",
        "Start-up",
        "call",
        [
            _python("import typer", "import typer"),
            bench.side("cchc --help", ["--help"]),
            bench.side("cchc --version", ["--version"]),
        ],
        [
            Goal("--help ≤ 2.5 × import typer", "cchc --help", "wall", "import typer", most=2.5),
            Goal("--version ≤ 2.5 × import typer", "cchc --version", "wall", "import typer", most=2.5),
        ],
        rounds=7,
    )


def one_form(bench: Bench) -> Case:
    """One form judged and one form checked."""
    imports = "import pandas, typer, pydantic, yaml, rich.table"
    evaluate, validate = "cchc evaluate", "cchc validate"
    heavy = "heavy imports of validate"
    return Case(
        "one-form",
        "One form, whole process",
        "call",
        [
            _python("imports", imports),
            bench.side(evaluate, ["evaluate", bench.form, "-q"]),
            bench.side(validate, ["validate", bench.form, "-q"]),
            bench.inside(heavy, ["heavy", "validate", bench.form, "-q"], counted="packages"),
        ],
        [
            Goal(f"evaluate ≤ 1.5 × python -c '{imports}'", evaluate, "wall", "imports", most=1.5),
            Goal("validate ≤ 0.6 × evaluate", validate, "wall", evaluate, most=0.6),
            Goal("validate imports neither pandas nor openpyxl", heavy, "count", most=0),
        ],
        rounds=7,
    )


def forms(bench: Bench) -> Case:
    """2,000 forms by one process, beside the floor and the plain script."""
    script = [sys.executable, str(PEERS / "plain_script.py"), str(bench.folder / "clean")]
    share = min(_SHARE, bench.sizes.clean)
    script_name = f"{_PLAIN} ({share} forms)"
    return Case(
        "forms",
        f"{bench.sizes.clean:,} forms, one process",
        "form",
        [
            bench.bare(_BARE, "clean"),
            bench.evaluate(_CCHC, "clean"),
            Side(
                script_name,
                [*script, str(ROOT / "targets.yaml"), str(share)],
                share,
                lacks=_missing("openpyxl"),
            ),
        ],
        [
            Goal("evaluate -j 1 ≤ 2.2 × bare calamine", _CCHC, "wall", _BARE, most=2.2),
            Goal("≥ 8 times faster than the plain script", script_name, "wall", _CCHC, least=8),
        ],
    )


def two_processes(bench: Bench) -> Case:
    """The same by two processes."""
    two, bare = "cchc -j 2", "bare calamine, two processes"
    reading = "-j 2 ≤ 1.5 × bare two-process reading (0.9 ms where it takes 0.6)"
    return Case(
        "two-processes",
        f"{bench.sizes.clean:,} forms, two processes",
        "form",
        [bench.bare(bare, "clean", 2), bench.evaluate(_CCHC, "clean"), bench.evaluate(two, "clean", 2)],
        [
            Goal("-j 2 ≥ 1.6 times faster than -j 1", _CCHC, "wall", two, least=1.6),
            Goal(reading, two, "wall", bare, most=1.5),
        ],
    )


def cluster(bench: Bench) -> Case:
    """The same by the workers of a cluster, on this machine too."""
    return Case(
        "cluster",
        f"{bench.sizes.clean:,} forms, a cluster of two workers",
        "form",
        [bench.evaluate("cchc -j 2", "clean", 2), bench.clustered("cchc --cluster, the call", "clean")],
    )


def nation(bench: Bench) -> Case:
    """12,600 forms."""
    ours, bare = "cchc", "bare calamine, two processes"
    return Case(
        "nation",
        f"{bench.sizes.nation:,} forms",
        "form",
        [bench.bare(bare, "nation", 2), bench.evaluate(ours, "nation", 2 if bench.knows_jobs else 1)],
        [
            Goal("≤ 20 s", ours, "wall", most=20, whole=True),
            Goal("≤ 2 × bare two-process reading (20 s where the floor is 10)", ours, "wall", bare, most=2),
            Goal("peak memory ≤ 600 MiB", ours, "memory", most=600, scale=_MEBIBYTES, whole=True),
        ],
        rounds=2,
    )


def growth(bench: Bench) -> Case:
    """Whether a form costs the same among many."""
    few, many = f"{bench.sizes.clean:,} forms", f"{bench.sizes.growth:,} forms"
    jobs = 2 if bench.knows_jobs else 1
    return Case(
        "growth",
        f"{bench.sizes.growth:,} forms beside {bench.sizes.clean:,}",
        "form",
        [bench.evaluate(few, "clean", jobs), bench.evaluate(many, "growth", jobs)],
        [
            Goal("time a form within 1.15", many, "wall", few, most=1.15),
            Goal("memory a form within 1.15", many, "memory", few, most=1.15),
        ],
        rounds=2,
    )


def odd_cells(bench: Bench) -> Case:
    """A fifth of the figures blank or odd."""
    clean, odd = "clean forms", "a fifth of the figures odd"
    return Case(
        "odd",
        "Odd cells",
        "form",
        [bench.evaluate(clean, "clean"), bench.evaluate(odd, "odd")],
        [Goal("≤ 3 × clean ones", odd, "wall", clean, most=3)],
        rounds=2,
    )


def large_matrix(bench: Bench) -> Case:
    """A workbook with many rows."""
    return Case(
        "large-matrix",
        f"A matrix of {bench.sizes.rows:,} rows",
        "row",
        [
            bench.bare(_BARE, "large-matrix", units=bench.sizes.rows),
            _of_rows(bench.evaluate(_CCHC, "large-matrix"), bench.sizes.rows),
        ],
        rounds=2,
    )


def large_csv(bench: Bench) -> Case:
    """A file with a million figures."""
    path = str(bench.folder / "large-csv" / "figures.csv")
    bare = [sys.executable, str(PEERS / "bare_csv.py"), path]
    plain = [sys.executable, str(PEERS / "plain_csv.py"), path]
    return Case(
        "large-csv",
        f"Separated values, {bench.sizes.figures:,} figures",
        "figure",
        [
            Side("bare csv", bare, bench.sizes.figures),
            Side("csv, int() and a tuple a row", plain, bench.sizes.figures),
            Side("pandas.read_csv", [*plain, "--pandas"], bench.sizes.figures),
            _of_rows(bench.evaluate(_CCHC, "large-csv"), bench.sizes.figures),
        ],
        rounds=2,
    )


def matrix(bench: Bench) -> Case:
    """The consolidated workbook of a province."""
    return Case(
        "matrix",
        "One matrix of a year, some 200 agencies and all items",
        "call",
        [bench.bare(_BARE, "matrix", units=1), bench.evaluate(_CCHC, "matrix")],
        rounds=3,
    )


def engine(bench: Bench) -> Case:
    """What judging costs, reading left out."""
    folder, units = str(bench.folder / "clean"), bench.made["clean"].files
    return Case(
        "engine",
        "The engine apart (processor seconds within one process)",
        "form",
        [
            bench.inside("reading", ["read", folder], units),
            bench.inside("judging", ["judge", folder, bench.made["clean"].period], units),
        ],
        rounds=2,
    )


def peers(bench: Bench) -> Case:
    """Other programs on the same files."""
    few = bench.paths(_FEW)
    program = office_program()
    profile = (bench.scratch / "profile").as_uri()
    convert = [program or "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "csv"]
    schema_script = [sys.executable, str(PEERS / "frictionless_tables.py"), str(bench.folder / "clean")]
    return Case(
        "peers",
        f"Other programs on {len(few)} forms",
        "form",
        [
            bench.side("cchc validate", ["validate", *few, "-q"], len(few)),
            Side(
                "LibreOffice converts",
                [*convert, "--outdir", str(bench.scratch / "converted"), *few],
                len(few),
                lacks=None if program else "LibreOffice is not installed",
            ),
            Side(
                "frictionless validates",
                [*schema_script, str(len(few))],
                len(few),
                lacks=_missing("frictionless"),
            ),
        ],
        rounds=2,
    )


CASES: dict[str, Callable[[Bench], Case]] = {
    "start-up": start_up,
    "one-form": one_form,
    "forms": forms,
    "two-processes": two_processes,
    "cluster": cluster,
    "nation": nation,
    "growth": growth,
    "odd": odd_cells,
    "matrix": matrix,
    "large-matrix": large_matrix,
    "large-csv": large_csv,
    "engine": engine,
    "peers": peers,
}
CORPORA_OF: dict[str, tuple[str, ...]] = {
    "start-up": (),
    "nation": ("nation",),
    "growth": ("clean", "growth"),
    "odd": ("clean", "odd"),
    "matrix": ("matrix",),
    "large-matrix": ("large-matrix",),
    "large-csv": ("large-csv",),
}
"""What each case reads; the forms of `clean` where nothing is said."""


def _python(name: str, line: str) -> Side:
    return Side(name, [sys.executable, "-c", line])


def _of_rows(side: Side, units: int) -> Side:
    return replace(side, units=units)


def _missing(package: str) -> str | None:
    return None if installed(package) else f"{package} is not installed"
