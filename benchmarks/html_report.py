"""How long the page of an evaluation takes to be made, and how large it is.

    python -m benchmarks.html_report PATH... [--period P] [--by level agency]

The goals for 200 agencies and all indicators of a year are 1 s and 3 MB.
"""

import argparse
import sys

from benchmarks.measuring import best, dossier_of
from cchc_cli.language import Language
from cchc_cli.reports.html.report import html_report
from cchc_cli.reports.presentation import Presentation


def main() -> None:
    """Measures one call."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--by", nargs="*", default=["level", "agency"])
    parser.add_argument("--period", nargs="*", default=[])
    given = parser.parse_args()
    dossier = dossier_of(given.paths, given.by, given.period)
    presentation = Presentation(Language.VI)
    seconds = best(lambda: html_report(dossier, presentation))
    megabytes = len(html_report(dossier, presentation)) / 1e6
    sys.stdout.write(f"verdicts {len(dossier.run.verdicts)}: {seconds:.2f} s, {megabytes:.2f} MB\n")


if __name__ == "__main__":
    main()
