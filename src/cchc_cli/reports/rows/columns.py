"""The columns of the tidy table of verdicts, in their order: the one place that defines them.

CSV, Parquet and the data dictionary are made from this table. Names are those of the JSON where it has them;
they are kept, and new columns stand at the end. Codes are the same in every language; columns that end in
`name` or `_text` are in the reader's.
"""

from cchc_cli.reports.rows.column import Column
from cchc_cli.reports.rows.estimates import ESTIMATES
from cchc_cli.reports.rows.figures import FIGURES
from cchc_cli.reports.rows.further import FURTHER
from cchc_cli.reports.rows.standing import CLAUSE, STANDING
from cchc_cli.reports.rows.subject import SUBJECT, VERDICT

COLUMNS: tuple[Column, ...] = (*SUBJECT, *VERDICT, *FIGURES, *STANDING, *CLAUSE, *ESTIMATES, *FURTHER)
KEY = ("indicator", "scope_kind", "scope", "period")
"""What tells a row from all others."""
