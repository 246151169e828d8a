"""The names in a template, held against the fields that there are, through loops and parts of parts."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.reports.docx.field_table import Kind, entries
from cchc_cli.reports.docx.fields import Report

LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length")
"""What a loop knows of itself: `loop.index`."""

Scope = Mapping[str, Kind | None]
"""The names at hand; None: a name whose fields nobody knows, as of a `set`."""

_NEVER: dict[type[nodes.Node], str] = {
    nodes.Call: "…(…)",
    nodes.Getitem: "…[…]",
    nodes.Mul: "*",
    nodes.Pow: "**",
    nodes.Mod: "%",
    nodes.Assign: "{% set %}",
    nodes.AssignBlock: "{% set %}",
    nodes.With: "{% with %}",
    nodes.Macro: "{% macro %}",
    nodes.CallBlock: "{% call %}",
    nodes.FilterBlock: "{% filter %}",
    nodes.Include: "{% include %}",
    nodes.Import: "{% import %}",
    nodes.FromImport: "{% from %}",
    nodes.Extends: "{% extends %}",
    nodes.Block: "{% block %}",
    nodes.ScopedEvalContextModifier: "{% autoescape %}",
}
"""What no template needs, and what could make one call something or run for long."""


def unknown_names(template: nodes.Template) -> Iterator[Text]:
    """What a template names that isn't there, or does that it may not."""
    scope: dict[str, Kind | None] = {name: entry.kind for name, entry in entries(Report).items()}
    yield from _each(template.iter_child_nodes(), scope)


def _each(found: Iterator[nodes.Node] | list[nodes.Node], scope: Scope) -> Iterator[Text]:
    for node in found:
        yield from _check(node, scope)


def _check(node: nodes.Node, scope: Scope) -> Iterator[Text]:
    if type(node) in _NEVER:
        yield _NOT_ALLOWED.filled(what=_NEVER[type(node)])
    elif isinstance(node, nodes.For):
        yield from _check_loop(node, scope)
    elif isinstance(node, nodes.Getattr | nodes.Name):
        yield from _check_name(node, scope)
    elif isinstance(node, nodes.Output):
        yield from _check_output(node, scope)
    else:
        yield from _each(node.iter_child_nodes(), scope)


def _check_loop(node: nodes.For, scope: Scope) -> Iterator[Text]:
    problems = list(_check(node.iter, scope))
    yield from problems
    kind = _kind(node.iter, scope)
    if not problems and (kind is None or kind.items is None):
        yield _NO_LIST.filled(name=_written(node.iter))
    target = node.target
    if not isinstance(target, nodes.Name):
        yield _NOT_ALLOWED.filled(what="{% for x, y in … %}")
        return
    inside = {**scope, target.name: kind.items if kind else None, "loop": None}
    yield from _each([*node.body, *([node.test] if node.test else [])], inside)
    yield from _each(node.else_, scope)


def _check_output(node: nodes.Output, scope: Scope) -> Iterator[Text]:
    for printed in node.nodes:
        problems = list(_check(printed, scope))
        yield from problems
        kind = _kind(printed, scope) if isinstance(printed, nodes.Name | nodes.Getattr) else None
        if not problems and kind is not None and not kind.is_printable:
            yield _NOT_PRINTABLE.filled(name=_written(printed))


def _check_name(node: nodes.Getattr | nodes.Name, scope: Scope) -> Iterator[Text]:
    if isinstance(node, nodes.Name):
        if node.name not in scope:
            yield _unknown(node.name, node.name, scope, "")
        return
    before = list(_check(node.node, scope))
    yield from before
    if before:
        return
    owner, known = _written(node.node), _fields_of(node.node, scope)
    if known is not None and node.attr not in known:
        yield _unknown(f"{owner}.{node.attr}", node.attr, known, f"{owner}.")


def _fields_of(node: nodes.Node, scope: Scope) -> list[str] | None:
    """The fields below an expression; None where nobody knows them."""
    if isinstance(node, nodes.Name) and node.name == "loop":
        return list(LOOP)
    kind = _kind(node, scope)
    if kind is None:
        return None
    return list(entries(kind.part)) if kind.part else []


def _kind(node: nodes.Node, scope: Scope) -> Kind | None:
    """What an expression holds; None where that is not known."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _kind(node.node, scope)
        entry = entries(owner.part).get(node.attr) if owner and owner.part else None
        return entry.kind if entry else None
    return None


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return "…"


def _unknown(written: str, name: str, known: Mapping[str, Kind | None] | list[str], owner: str) -> Text:
    meant = nearest(name, list(known))
    if meant is not None:
        return _MEANT.filled(name=written, meant=f"{owner}{meant}")
    return _NOWHERE.filled(name=written)


_MEANT = Text(
    "không có trường “{name}”; có phải là “{meant}”?", "there is no field '{name}'; did you mean '{meant}'?"
)
_NOWHERE = Text(
    "không có trường “{name}” (xem docs/docx-template.vi.md)",
    "there is no field '{name}' (see docs/docx-template.md)",
)
_NO_LIST = Text("“{name}” không phải danh sách để lặp", "'{name}' is no list to go through")
_NOT_PRINTABLE = Text(
    "“{name}” gồm nhiều trường, không in thẳng được; hãy lặp hoặc nêu một trường của nó",
    "'{name}' has fields of its own; go through it or name one of them",
)
_NOT_ALLOWED = Text("mẫu không được dùng {what}", "a template may not use {what}")
