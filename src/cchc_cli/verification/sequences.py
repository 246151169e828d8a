"""Two sequences of pieces of text, as they stand in a page or a document → where they begin to differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_cli.language import Text
from cchc_cli.verification.difference import ABSENT, Difference, quoted, quoted_pair


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and its place; `kind` tells apart what must not stand for each other."""

    text: str
    place: Text
    kind: str = "text"

    @property
    def said(self) -> tuple[str, str]:
        return self.kind, self.text


def first_difference(reported: Sequence[Piece], remade: Sequence[Piece]) -> Difference | None:
    """The first piece that is another one, is only in the report, or is missing there."""
    pairs = zip(reported, remade, strict=False)
    position = next((at for at, (one, other) in enumerate(pairs) if one.said != other.said), None)
    position = min(len(reported), len(remade)) if position is None else position
    if position == len(reported) == len(remade):
        return None
    if position == len(remade) or _is_inserted(reported, remade, position):
        return Difference(reported[position].place, quoted(reported[position].text), ABSENT)
    if position == len(reported) or _is_inserted(remade, reported, position):
        return Difference(remade[position].place, ABSENT, quoted(remade[position].text))
    one, other = reported[position], remade[position]
    return Difference(one.place, *quoted_pair(one.text, other.text))


def _is_inserted(longer: Sequence[Piece], shorter: Sequence[Piece], position: int) -> bool:
    following = longer[position + 1 : position + 2]
    return len(longer) > len(shorter) and bool(following) and following[0].said == shorter[position].said
