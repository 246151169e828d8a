"""The explanation as Markdown: the same lines as nested lists, with everything that a terminal leaves out."""

from collections.abc import Iterator

from cchc_cli.language import Language
from cchc_cli.reports.sinks import markdown
from cchc_cli.reports.why.explanation import explanations
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.tree import NOTHING
from cchc_cli.reports.why.view import Limits
from cchc_cli.run import Run


def why_markdown(run: Run, language: Language) -> str:
    """The explanation of every verdict, complete."""
    lines = [line for node in explanations(run, language, Limits()) for line in _items(node, 0)]
    return "\n".join(lines or [NOTHING.in_language(language)]) + "\n"


def _items(node: Node, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {markdown(node.words)}"
    for child in node.children:
        yield from _items(child, depth + 1)
