"""Wrong usage: what the caller asked for cannot be done, and what to do instead."""

from collections.abc import Iterable

from cchc_cli.language import Text


class UsageError(Exception):
    """Ends the program with exit code 2 and one sentence in the reader's language."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def not_among(option: str, value: str, known: Iterable[str]) -> UsageError:
    """The value of an option is none of those that exist; names the nearest, or all where they are few."""
    from cchc_cli.strict_yaml import nearest

    names = list(known)
    suggestion = nearest(value, names)
    vi, en = f"{option}: không có “{value}”", f"{option}: there is no '{value}'"
    if suggestion is not None:
        return UsageError(Text(f"{vi}; có phải là “{suggestion}”?", f"{en}; did you mean '{suggestion}'?"))
    if len(names) <= _FEW:
        listed = ", ".join(names)
        return UsageError(Text(f"{vi}; có thể dùng: {listed}", f"{en}; choose from {listed}"))
    command = _LISTED_BY.get(option, "cchc --help")
    return UsageError(Text(f"{vi} (xem: {command})", f"{en} (see: {command})"))


_FEW = 12
_LISTED_BY = {
    "INDICATOR": "cchc targets list",
    "--indicator": "cchc targets list",
    "--agency": "cchc agencies list",
    "CODE": "cchc explain",
}
