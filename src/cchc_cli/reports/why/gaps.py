"""Who is expected and did not enter a pool: what is there of it, what is not, and why."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.reports.places import place_text
from cchc_cli.reports.why.cells import workbook_nodes
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.view import View
from cchc_cli.run import FindingRecord
from cchc_cli.trace import Lack, TracedFigure, TracedMember

LACK: dict[Lack, Text] = {
    "not-submitted": Text("chưa nộp", "not submitted"),
    "blank": Text("để trống", "left blank"),
    "unusable": Text("số liệu không dùng được", "reported, but not usable"),
    "incomplete": Text(
        "số liệu không đúng kỳ này hoặc chưa đủ các kỳ để ghép", "figures do not make up this period"
    ),
}
_UNUSED = Text(
    "{item}: {value}, chưa dùng vì đơn vị còn thiếu số liệu khác",
    "{item}: {value}, not used while another figure is missing",
)
_EXPLAINED = Text("đơn vị giải trình: {words}", "the agency explains: {words}")


def gap_node(view: View, member: TracedMember, period: str) -> Node:
    """One agency without a complete set of figures."""
    name = member.name.in_language(view.language)
    if all(figure.lack == "not-submitted" for figure in member.figures):
        return Node(f"{name}: {view.say(LACK['not-submitted'])}", "yellow")
    return Node(name, "", [_figure(view, member.agency, figure, period) for figure in member.figures])


def _figure(view: View, agency: str, figure: TracedFigure, period: str) -> Node:
    item, cells = view.item(figure.item), workbook_nodes(view, agency, [figure], period)
    if figure.lack is None:
        value = "" if figure.value is None else view.number(figure.value)
        return Node(view.say(_UNUSED, item=item, value=value), "", cells)
    periods = {cell.period for cell in figure.unused}
    if figure.lack != "unusable":
        periods.add(period)
    found = [finding for finding in view.findings_about(agency, figure.item) if finding.period in periods]
    words = f"{item}: {view.say(LACK[figure.lack])}"
    if figure.lack == "blank":
        words = " ← ".join([words, *(_place(finding) for finding in found if finding.file)])
    said = [line for finding in found for line in _finding(view, finding, figure.lack == "blank")]
    return Node(words, "yellow", [*cells, *map(Node, said)])


def _finding(view: View, finding: FindingRecord, blank: bool) -> Iterator[str]:
    """What is wrong, and what the agency says; of a blank cell there is no more to say."""
    if not blank:
        yield f"{finding.code}: {finding.message}"
    if finding.explanation:
        yield view.say(_EXPLAINED, words=finding.explanation)


def _place(finding: FindingRecord) -> str:
    return place_text(finding.file or "", finding.sheet, finding.cell)
