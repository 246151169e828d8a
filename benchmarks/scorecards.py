"""How long it takes to make and write the scorecards of a year, apart from reading and judging.

    python -m benchmarks.scorecards PATH... --year 2024 [--format html xlsx pdf] [--jobs N]

The goal is 200 cards as pages in 10 s.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from cchc_cli.cli.call import Filters, Sources
from cchc_cli.cli.choices import Choices, question_of
from cchc_cli.cli.evaluation import asked_of, completed, evidence_of
from cchc_cli.cli.output import Output
from cchc_cli.cli.reading import open_ground, read_submissions
from cchc_cli.cli.scorecard_files import write_cards
from cchc_cli.cli.set_folder import SetFolder
from cchc_cli.compilation.call import Call
from cchc_cli.compilation.scorecards import compile_scorecards
from cchc_cli.language import Language
from cchc_cli.period import Period
from cchc_cli.scorecards.scorecard import Scorecards


def main() -> None:
    """Measures one year."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--year", required=True)
    parser.add_argument("--format", nargs="*", default=["html"])
    parser.add_argument("--jobs", type=int)
    given = parser.parse_args()
    scorecards = _scorecards(given.paths, given.year)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "cards"
        started = time.perf_counter()
        output = Output(Language.VI, quiet=True)
        write_cards(scorecards, scorecards.cards, given.format, SetFolder(str(target)), given.jobs, output)
        _say("made and written", started)
        size = sum(path.stat().st_size for path in target.iterdir())
    sys.stdout.write(f"cards {len(scorecards.cards)}, megabytes {size / 1e6:.1f}\n")


def _scorecards(paths: list[str], given_year: str) -> Scorecards:
    sources = Sources(paths)
    started = time.perf_counter()
    ground = open_ground(sources)
    question = question_of(Choices(ground.catalogue, ground.registry), Filters())
    intake = read_submissions(sources, ground)
    _say("read", started)
    call = Call(ground.catalogue, ground.registry, intake, evidence_of(intake), question)
    started = time.perf_counter()
    year = Period.parse(given_year)
    asked = completed(asked_of(sources, question, Language.VI), intake, [year])
    compiled = compile_scorecards(call, year, asked, Language.VI)
    _say("judged and compared", started)
    return compiled.scorecards


def _say(what: str, started: float) -> None:
    sys.stdout.write(f"{what}: {time.perf_counter() - started:.2f} s\n")


if __name__ == "__main__":
    main()
