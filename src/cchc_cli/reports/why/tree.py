"""The explanation as a tree for a terminal: what is long is shortened, and says so."""

from rich.tree import Tree

from cchc_cli.language import Language, Text
from cchc_cli.reports.page import Page
from cchc_cli.reports.why.explanation import explanations
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.view import Limits
from cchc_cli.run import Run

TERMINAL = Limits(agencies=10, holding_back=3, second_agencies=0, without_repeats=True)
"""What can be read on a terminal; the document has all of it."""
NOTHING = Text("Không có kết quả nào để giải thích.", "There is no verdict to explain.")


def why_tree(run: Run, language: Language, page: Page) -> str:
    """The explanation of every verdict of the run; a file has room for all of it."""
    nodes = explanations(run, language, Limits() if page.whole else TERMINAL)
    if not nodes:
        return page.render(page.text(NOTHING.in_language(language)))
    return page.render(*(_branch(node, page) for node in nodes))


def _branch(node: Node, page: Page) -> Tree:
    branch = Tree(page.text(node.words, node.style))
    branch.children = [_branch(child, page) for child in node.children]
    return branch
