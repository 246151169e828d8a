"""Small pieces of sentences that several findings share."""

from collections.abc import Iterable
from decimal import Decimal

from cchc_cli.language import Text

_VIETNAMESE = str.maketrans(",.", ".,")
NOTHING = Text("", "")


def number_text(value: Decimal) -> Text:
    """A number with all its decimals: comma and thousands points in Vietnamese.

    >>> number_text(Decimal("1405.6"))
    Text(vi='1.405,6', en='1,405.6')
    """
    english = f"{value:,f}"
    return Text(english.translate(_VIETNAMESE), english)


def joined(texts: Iterable[Text], separator: str) -> Text:
    """Several texts as one.

    >>> joined([Text("a", "b"), Text("c", "d")], ", ")
    Text(vi='a, c', en='b, d')
    """
    listed = list(texts)
    return Text(separator.join(text.vi for text in listed), separator.join(text.en for text in listed))


def did_you_mean(names: Iterable[Text]) -> Text:
    """What follows the message about an unknown word; nothing where nothing is near."""
    near = list(names)
    if not near:
        return NOTHING
    listed = Text(
        " hoặc ".join(f"“{name.vi}”" for name in near), " or ".join(f"'{name.en}'" for name in near)
    )
    return Text(f" Có phải là {listed.vi}?", f" Did you mean {listed.en}?")
