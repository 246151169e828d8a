"""Who has sent what as JSON."""

from cchc_cli.reports.sinks import json_document
from cchc_cli.standing.records import Standing


def standing_json(standing: Standing) -> str:
    """The same standing gives the same text."""
    return json_document(standing.model_dump(mode="json"))
