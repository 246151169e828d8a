"""Drawing with words: numbers and texts as they stand in an SVG picture."""

from collections.abc import Iterable

from markupsafe import Markup

from cchc_cli.reports.sinks import html


def place(number: float) -> str:
    """A coordinate, to a tenth.

    >>> place(12.0), place(3.14)
    ('12', '3.1')
    """
    return f"{number:.1f}".removesuffix(".0")


def label(x: float, y: float, words: str, anchor: str, kind: str) -> str:
    """Words in a picture; `anchor` is start, middle or end, `kind` a class of the style sheet."""
    return f'<text class="{kind}" x="{place(x)}" y="{place(y)}" text-anchor="{anchor}">{html(words)}</text>'


def picture(kind: str, width: float, height: float, alternative: str, parts: Iterable[str]) -> Markup:
    """The whole picture; `alternative` says in words what it shows."""
    return Markup(  # every part is made in this package, every text in it has passed the sink
        f'<svg class="{kind}" viewBox="0 0 {place(width)} {place(height)}" role="img" '
        f'aria-label="{html(alternative)}">{"".join(parts)}</svg>'
    )


def anchor_within(x: float, width: float) -> str:
    """How a label at `x` is set so that it does not leave the picture."""
    margin = 20
    if x < margin:
        return "start"
    return "end" if x > width - margin else "middle"
