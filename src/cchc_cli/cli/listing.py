"""What the list and lint commands of catalogue and registry share."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cchc_cli.cli.format_names import LIST_FORMAT_NAMES
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import no_such_format
from cchc_cli.language import Text

if TYPE_CHECKING:
    from cchc_cli.strict_yaml import Problem

FILE_INVALID = 4


def check_format(name: str) -> None:
    """Raises UsageError for a format that lists don't have."""
    if name not in LIST_FORMAT_NAMES:
        raise no_such_format("--format", name, LIST_FORMAT_NAMES)


def as_json(listing: dict[str, Any]) -> str:
    """A listing as JSON text."""
    return json.dumps(listing, ensure_ascii=False, indent=2) + "\n"


def report_problems(problems: "Sequence[Problem]", output: Output) -> int:
    """Every problem on its line of stdout, or that there is none; gives the exit code."""
    for problem in problems:
        output.text_lines(problem.describe(output.language))
    if problems:
        return FILE_INVALID
    output.text_lines(_CLEAN.in_language(output.language))
    return 0


_CLEAN = Text("Không có mâu thuẫn nào.", "No contradictions.")
