"""The run as JSON: the contract between `cchc` and other programs (`cchc schema run`)."""

from cchc_cli.reports.sinks import json_document
from cchc_cli.run import Run


def json_report(run: Run) -> str:
    """The same run gives the same text; `observations` and `traces` are there only when asked for."""
    document = run.model_dump(mode="json")
    for part in ("observations", "traces"):
        if document[part] is None:
            del document[part]
    return json_document(document)
