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
    from cchc_cli.nearness import nearest

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


def no_such_format(option: str, name: str, formats: Iterable[str]) -> UsageError:
    """The name of no format; says which there are, and the nearest of them."""
    from cchc_cli.nearness import nearest

    names = list(formats)
    suggestion = nearest(name, names)
    meant = _DID_YOU_MEAN.filled(name=suggestion) if suggestion else Text("", "")
    return UsageError(_NO_FORMAT.filled(option=option, name=name, meant=meant, known=", ".join(names)))


def goes_to_a_file(option: str, name: str) -> UsageError:
    """A format that a terminal cannot show, asked for on stdout."""
    return UsageError(_TO_A_FILE.filled(option=option, name=name))


_NO_FORMAT = Text(
    "{option}: không có “{name}”{meant}; có thể dùng: {known}",
    "{option}: there is no '{name}'{meant}; choose from {known}",
)
_DID_YOU_MEAN = Text(" (có phải là “{name}”?)", " (did you mean '{name}'?)")
_TO_A_FILE = Text(
    "{option}: dạng {name} ghi vào tệp, không in ra màn hình; hãy dùng -o {name}=TỆP",
    "{option}: {name} goes to a file, not to stdout; use -o {name}=FILE",
)
_FEW = 12
_LISTED_BY = {
    "INDICATOR": "cchc targets list",
    "--indicator": "cchc targets list",
    "--agency": "cchc agencies list",
    "CODE": "cchc explain",
}
