"""The table of finding codes: every code that a report, `cchc explain` or the docs can name."""

from functools import cache

from cchc_cli.findings import (
    of_comparisons,
    of_files,
    of_identity,
    of_maps,
    of_submissions,
    of_tables,
    of_values,
)
from cchc_cli.findings.finding import FindingKind

_MODULES = (of_files, of_tables, of_identity, of_values, of_comparisons, of_submissions, of_maps)

KINDS: dict[str, FindingKind] = {kind.code: kind for module in _MODULES for kind in module.KINDS}
"""Every kind by its code, in the order in which a reader meets them: from the file to the submission."""


@cache
def variants_of(code: str) -> tuple[FindingKind, ...]:
    """Every kind with a code: some findings are worded otherwise than most of theirs."""
    return tuple(
        kind
        for module in _MODULES
        for kind in vars(module).values()
        if isinstance(kind, FindingKind) and kind.code == code
    )
