"""Cells in words, workbook by workbook: what stands where, in which letter it came, what it replaced."""

from collections.abc import Iterable, Iterator, Sequence

from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.record import Number
from cchc_cli.reports.places import place_text, within_text
from cchc_cli.reports.why.node import Node
from cchc_cli.reports.why.view import View
from cchc_cli.trace import TracedCell, TracedFigure

_YES = Text("có", "yes")
_NO = Text("không", "no")
_ATTESTED = ("milestone", "duty")
_LETTER = Text("văn bản {document}", "letter {document}")
_UNNUMBERED = Text("văn bản", "letter")
_DATED = Text("{letter} ngày {day}", "{letter} of {day}")
_NO_LETTER = Text("không ghi số văn bản", "no letter named")
_REPORT = {
    "supplement": Text("Bổ sung", "Supplement"),
    "correction": Text("Đính chính", "Correction"),
}
_NUMBERED = Text("lần {number}", "no. {number}")
_SENT_BY = Text("do {agency} gửi", "sent by {agency}")
_KEPT = Text("dòng {line}, nguồn: {source}", "line {line}, source: {source}")
_REPLACES = Text("thay cho {value} ← {place}", "replaces {value} ← {place}")
_ADDED = Text("cộng {cells}", "the sum of {cells}")
_APPROXIMATE = Text("cột này chỉ gần đúng với số liệu", "the column only comes close to the item")
_UNREADABLE = Text("không đọc được", "unreadable")
_PUT_TOGETHER = Text(
    "{item}: {sum} = {pieces}, ghép từ các kỳ ngắn hơn",
    "{item}: {sum} = {pieces}, put together from shorter periods",
)
NOT_USED = Text("{words}, không dùng: {code}", "{words}, not used: {code}")


def workbook_nodes(view: View, agency: str, figures: Sequence[TracedFigure], period: str) -> list[Node]:
    """The workbooks that some figures of an agency for a period stand in, each with its cells.

    Before them the sums of what was put together from shorter periods.
    """
    cells = [(figure.item, cell) for figure in figures for cell in (*figure.cells, *figure.unused)]
    return [*_put_together(view, figures), *_workbooks(view, agency, cells, period)]


def answer_workbooks(view: View, agency: str, item: str, cells: Iterable[TracedCell]) -> list[Node]:
    """The workbooks that an agency answered a yes-no item in; there is only one item to speak of."""
    return _workbooks(view, agency, [(item, cell) for cell in cells], view.verdict.period, False)


def value_words(view: View, cell: TracedCell) -> str:
    """What a cell says: a number, or yes and no with the day."""
    if cell.value is None:
        return view.say(_UNREADABLE)
    words = figure_words(view, cell.value)
    return f"{words}, {cell.done_on:%d/%m/%Y}" if cell.done_on and view.verdict.kind in _ATTESTED else words


def figure_words(view: View, value: Number) -> str:
    """A figure that went in: a number, or yes and no."""
    if view.verdict.kind not in _ATTESTED:
        return view.number(value)
    return view.say(_YES if value else _NO)


def cell_remarks(view: View, cell: TracedCell) -> list[str]:
    """What a cell is beside its value: a sum of several cells, something near the item."""
    remarks = []
    if cell.added:
        remarks.append(view.say(_ADDED, cells=", ".join([str(cell.cell), *cell.added])))
    if cell.approximate:
        remarks.append(view.say(_APPROXIMATE))
    return remarks


def replaced_words(view: View, value: str, file: str, sheet: str | None, cell: str | None) -> str:
    """What a correction took the place of, and where it stands."""
    return view.say(_REPLACES, value=value, place=place_text(file, sheet, cell))


def source_words(view: View, agency: str, cell: TracedCell) -> str:
    """The workbook, and the letter it came with; for a figure kept in the catalogue, its line and source."""
    if cell.report == "kept":
        kept = view.say(_KEPT, line=cell.line, source=cell.document)
        return f"{cell.file}, {kept}"
    parts = [cell.file, *letter_words(view, cell)]
    if cell.submitter is not None and cell.submitter != agency:
        parts.append(view.say(_SENT_BY, agency=view.agency(cell.submitter)))
    return ", ".join(parts)


def letter_words(view: View, cell: TracedCell) -> list[str]:
    """What the letter says it is, and which letter it is."""
    words = view.say(_LETTER, document=cell.document) if cell.document else ""
    if cell.dated:
        words = view.say(_DATED, letter=words or view.say(_UNNUMBERED), day=f"{cell.dated:%d/%m/%Y}")
    kind = [view.say(_REPORT[cell.report])] if cell.report in _REPORT else []
    if kind and cell.number:
        kind = [f"{kind[0]} {view.say(_NUMBERED, number=cell.number)}"]
    return [*kind, words or view.say(_NO_LETTER)]


def _put_together(view: View, figures: Iterable[TracedFigure]) -> Iterator[Node]:
    for figure in figures:
        if len(figure.cells) > 1 and figure.value is not None:
            pieces = " + ".join(value_words(view, cell) for cell in figure.cells)
            yield Node(
                view.say(_PUT_TOGETHER, item=figure.item, sum=view.number(figure.value), pieces=pieces)
            )


def _workbooks(
    view: View, agency: str, cells: Iterable[tuple[str, TracedCell]], period: str, name_item: bool = True
) -> list[Node]:
    workbooks: dict[str, list[Node]] = {}
    for item, cell in cells:
        nodes = workbooks.setdefault(source_words(view, agency, cell), [])
        days = "" if cell.period == period else _period_text(view, cell.period)
        about = ", ".join(part for part in (item if name_item else "", days) if part)
        value = _as_it_stands(view, agency, item, cell) if cell.value is None else value_words(view, cell)
        nodes.append(_cell(view, cell, f"{value} ({about})" if about else value))
    return [Node(words, "", nodes) for words, nodes in workbooks.items()]


def _as_it_stands(view: View, agency: str, item: str, cell: TracedCell) -> str:
    """What stands in a cell that nobody can read, where a finding says it."""
    place = (cell.file, cell.sheet, cell.cell)
    found = view.findings_about(agency, item)
    said = [one.value for one in found if one.value and (one.file, one.sheet, one.cell) == place]
    return f"“{said[0]}”" if said else value_words(view, cell)


def _cell(view: View, cell: TracedCell, words: str) -> Node:
    if cell.code is not None:
        words = view.say(NOT_USED, words=words, code=cell.code)
    place = within_text(cell.sheet, cell.cell)
    line = "; ".join([f"{place}: {words}" if place else words, *cell_remarks(view, cell)])
    return Node(line, "yellow" if cell.code else "", [_replaced(view, old) for old in cell.replaced])


def _period_text(view: View, period: str) -> str:
    return Period.parse(period).words_in_a_sentence.in_language(view.language)


def _replaced(view: View, old: TracedCell) -> Node:
    words = replaced_words(view, value_words(view, old), old.file, old.sheet, old.cell)
    return Node(", ".join([words, *letter_words(view, old)]), "yellow")
