"""How long the page of an evaluation takes to be made, and how large it is.

    python -m benchmarks.html_report PATH... [--period P] [--by level agency]

The goals for 200 agencies and all indicators of a year are 1 s and 3 MB.
"""

import sys

from benchmarks.measuring import best, dossier_asked_for
from cchc_cli.language import Language
from cchc_cli.reports.html.report import html_report
from cchc_cli.reports.presentation import Presentation


def main() -> None:
    """Measures one call."""
    dossier = dossier_asked_for(__doc__)
    presentation = Presentation(Language.VI)
    seconds = best(lambda: html_report(dossier, presentation))
    megabytes = len(html_report(dossier, presentation)) / 1e6
    sys.stdout.write(f"verdicts {len(dossier.run.verdicts)}: {seconds:.2f} s, {megabytes:.2f} MB\n")


if __name__ == "__main__":
    main()
