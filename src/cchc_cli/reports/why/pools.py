"""Pools in words: the agencies behind a sum, each with its figures, and those that are missing."""

from collections.abc import Mapping
from typing import TypeAlias

from cchc_cli.language import Text
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import decimal_text, exact, with_unit
from cchc_cli.reports.why.cells import workbook_nodes
from cchc_cli.reports.why.gaps import gap_node
from cchc_cli.reports.why.node import Node, limited
from cchc_cli.reports.why.view import View
from cchc_cli.trace import TracedMember, TracedPart, TracedPool, TracedSum

Parts: TypeAlias = Mapping[tuple[str, Number, Number], TracedPart]
"""By agency, numerator and denominator: two agencies of one period may bear one code after each other."""

_NUMERATOR = Text("Tử số", "Numerator")
_DENOMINATOR = Text("Mẫu số", "Denominator")
_BEHIND = Text("Số liệu của {n} đơn vị", "Agencies with figures: {n}")
_LARGEST_FIRST = Text("{words}, đơn vị lớn trước", "{words}, the largest first")
_MISSING = Text(
    "{n} đơn vị chưa đủ số liệu, không tính vào kết quả",
    "Agencies without complete figures, not counted in: {n}",
)
_WEIGHT = Text("chiếm {weight} mẫu số", "{weight} of the denominator")
_DIVIDED = Text(
    "và một phần, không rõ bao nhiêu, của {names}: đơn vị này bị chia cho nhiều đơn vị",
    "and a part, nobody knows how much, of {names}, which was divided among several",
)
_NOBODY = Text("Không có ô số liệu nào được dùng", "No cell was used")


def sum_nodes(view: View, pool: TracedPool, unit: str) -> list[Node]:
    """Numerator and denominator, each with its items, their signs and totals."""
    if pool.numerator is None or pool.denominator is None:
        return []
    above = [(one.numerator, one) for one in pool.sums if one.numerator]
    below = [(one.denominator, one) for one in pool.sums if one.denominator]
    return [
        _side(view, f"{view.say(_NUMERATOR)}: {with_unit(view.number(pool.numerator), unit)}", above),
        _side(view, f"{view.say(_DENOMINATOR)}: {with_unit(view.number(pool.denominator), unit)}", below),
    ]


def _side(view: View, title: str, signed: list[tuple[int, TracedSum]]) -> Node:
    terms = [
        Node(f"{'-' if sign < 0 else '+'} {view.item(one.item)}: {view.number(one.value)}")
        for sign, one in signed
    ]
    return Node(title, "", terms)


def member_nodes(view: View, pool: TracedPool, most: int | None, parts: Parts | None = None) -> list[Node]:
    """Those that entered, the largest first, then those that did not."""
    entered = [member for member in pool.members if member.numerator is not None]
    missing = [member for member in pool.members if member.numerator is None]
    nodes = []
    if len(entered) == 1:
        nodes.append(_member(view, entered[0], pool.period, parts or {}))
    elif entered:
        title = view.say(_LARGEST_FIRST, words=view.say(_BEHIND, n=len(entered)))
        shown = [
            _member(view, member, pool.period, parts or {})
            for member in sorted(entered, key=_size, reverse=True)
        ]
        nodes.append(Node(title, "", limited(shown, most, view.language)))
    else:
        nodes.append(Node(view.say(_NOBODY), "yellow"))
    if pool.divided:
        names = ", ".join(split.name.in_language(view.language) for split in pool.divided)
        nodes.append(Node(view.say(_DIVIDED, names=names), "yellow"))
    if missing:
        gaps = [gap_node(view, member, pool.period) for member in missing]
        nodes.append(Node(view.say(_MISSING, n=len(missing)), "yellow", limited(gaps, most, view.language)))
    return nodes


def _member(view: View, member: TracedMember, period: str, parts: Parts) -> Node:
    words = f"{member.name.in_language(view.language)}: {_amounts(view, member)}"
    part = parts.get((member.agency, member.numerator or 0, member.denominator or 0))
    if part is not None and part.value is not None:
        words += f" = {_percent(view, part.value)}"
    if part is not None and part.weight is not None:
        words += f"; {view.say(_WEIGHT, weight=_percent(view, part.weight))}"
    return Node(words, "", workbook_nodes(view, member.agency, member.figures, period))


def _percent(view: View, value: Number) -> str:
    return f"{decimal_text(exact(value), 2, view.language)}%"


def _amounts(view: View, member: TracedMember) -> str:
    """What it adds to the sums."""
    numerator = view.number(member.numerator or 0)
    return f"{numerator} / {view.number(member.denominator)}" if member.denominator else numerator


def _size(member: TracedMember) -> Number:
    """What its weight in the pool goes by."""
    return member.denominator or member.numerator or 0
