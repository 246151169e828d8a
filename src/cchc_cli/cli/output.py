"""The one place that prints: payload to stdout, everything said about it to stderr."""

import codecs
import errno
import os
import sys
from functools import partial
from typing import TextIO

from cchc_cli.cli.problems import UsageError
from cchc_cli.language import Language, Text

_LEGIBLE = "cchc-legible"


def make_streams_safe() -> None:
    """Printing never fails: what the console's code page lacks is written with signs that it has.

    A stream that the caller has closed takes everything and keeps nothing.
    """
    sys.stdout, sys.stderr = _present(sys.stdout), _present(sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            name = f"{_LEGIBLE}-{stream.encoding}"
            codecs.register_error(name, partial(_spell_out, stream.encoding))
            stream.reconfigure(errors=name)


def _present(stream: TextIO | None) -> TextIO:
    if stream is not None:
        return stream
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _spell_out(encoding: str, error: UnicodeError) -> tuple[str, int]:
    """`encoding` is the stream's: the error of every code page calls it by the same name, `charmap`."""
    from cchc_cli.reports.legible import legible

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return legible(error.object[error.start : error.end], encoding), error.end


class Output:
    """What a command prints. `quiet` leaves out what is only good to know."""

    def __init__(self, language: Language, quiet: bool = False) -> None:
        self.language = language
        self.quiet = quiet

    def payload(self, text: str) -> None:
        """What was asked for, as the console can show it."""
        _write(sys.stdout, text)

    def document(self, text: str) -> None:
        """What was asked for, as UTF-8 whatever the console: JSON, CSV, Markdown."""
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:
            _write(sys.stdout, text)
            return
        sys.stdout.flush()
        try:
            buffer.write(text.encode("utf-8"))
            buffer.flush()
        except OSError as error:
            _forget_absent_reader(error, sys.stdout)

    def remark(self, text: str) -> None:
        """Something good to know about the payload."""
        if not self.quiet:
            _write(sys.stderr, text)

    def trouble(self, text: Text, place: str = "") -> None:
        """Something that must be read; said even when quiet."""
        self.trouble_lines(f"{place}{text.in_language(self.language)}")

    def trouble_lines(self, text: str) -> None:
        """The same for text that is in the language already."""
        _write(sys.stderr, _harmless(text))

    def text_lines(self, text: str) -> None:
        """Lines of payload that came from files as they are."""
        _write(sys.stdout, _harmless(text))


def _harmless(text: str) -> str:
    """Whatever files or arguments put into these lines cannot steer the terminal."""
    from cchc_cli.reports.sinks import terminal

    return "\n".join(terminal(line) for line in text.split("\n"))


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text if text.endswith("\n") else f"{text}\n")
        stream.flush()
    except OSError as error:
        _forget_absent_reader(error, stream)


def _forget_absent_reader(error: OSError, stream: TextIO) -> None:
    """Whoever read the output has gone (`| head`); that is no failure of the evaluation.

    Windows says so with EINVAL. Raises UsageError where the output goes to a disk that is full; where
    complaints do, there is nobody left to tell.
    """
    gone = isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if not gone and stream is sys.stdout:
        from cchc_cli.cli.writing import cause_of

        raise UsageError(_NOT_PRINTED.filled(cause=cause_of(error))) from None


_NOT_PRINTED = Text("không in được kết quả: {cause}", "the output cannot be printed: {cause}")
