"""The run as JSON: the contract between `cchc` and other programs (`cchc schema run`)."""

from cchc_cli.reports.sinks import json_document
from cchc_cli.run import Run


def json_report(run: Run) -> str:
    """The same run gives the same text; `observations` is there only when it was asked for."""
    document = run.model_dump(mode="json")
    if document["observations"] is None:
        del document["observations"]
    return json_document(document)
