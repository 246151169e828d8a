"""A web page as what is read in it, in its order, and as everything that it is made of."""

import json
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from cchc_cli.language import Text
from cchc_cli.provenance import MARK
from cchc_cli.verification.sequences import Piece

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNREAD = ("script", "style")
_SAID = ("aria-label", "alt", "title")
"""Attributes that are read to whoever cannot see."""
_MAXIMUM_LABEL = 80

_PAGE = Text("đầu trang", "the top of the page")
_UNDER = Text("mục “{heading}”", "under '{heading}'")
_IN_ROW = Text("{place}, dòng “{row}”", "{place}, row '{row}'")
_SCRIPT = Text("chương trình trong trang (script)", "the program in the page (script)")
_STYLE = Text("kiểu trình bày trong trang (style)", "the styles of the page")
_DATA = Text("dữ liệu trong trang ({name})", "the data in the page ({name})")
_MARKUP = Text("{place}, mã trang", "{place}, the markup")


@dataclass(frozen=True, slots=True)
class PageContent:
    """`read` is what people read; `made_of` all elements; `scripts` what is run or looked at by programs."""

    read: list[Piece]
    scripts: list[Piece]
    made_of: list[Piece]
    provenance: str | None


def page_content(html: str) -> PageContent:
    """The page; whatever the text is, something is made of it."""
    reading = _Reading()
    reading.feed(html)
    reading.close()
    return PageContent(reading.read, reading.scripts, reading.made_of, reading.provenance)


@dataclass(slots=True)
class _Where:
    """The heading and the row that the reading stands under; the parts that are still being heard."""

    heading: str = ""
    row: str = ""
    open_heading: list[str] | None = None
    open_cell: list[str] | None = None

    @property
    def place(self) -> Text:
        return _place(self.heading, self.row)

    @property
    def markup(self) -> Text:
        return _markup(self.heading, self.row)

    def begin(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.open_heading, self.row = [], ""
        elif tag in ("tr", "table"):
            self.row = ""
        elif tag in ("td", "th") and not self.row:
            self.open_cell = []

    def hear(self, text: str) -> None:
        for heard in (self.open_heading, self.open_cell):
            if heard is not None:
                heard.append(text)

    def finish(self, tag: str) -> None:
        if tag in _HEADINGS and self.open_heading is not None:
            self.heading, self.open_heading = _label(self.open_heading), None
        elif tag in ("td", "th") and self.open_cell is not None:
            label, self.open_cell = _label(self.open_cell), None
            self.row = label if any(map(str.isalpha, label)) else ""
        elif tag == "table":
            self.row = ""


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read: list[Piece] = []
        self.scripts: list[Piece] = []
        self.made_of: list[Piece] = []
        self.provenance: str | None = None
        self._where = _Where()
        self._unread: tuple[str, str, str] | None = None
        """Tag, id and type of the script or style that is open."""
        self._heard: list[str] = []
        self._status: str | None = None
        """The tag of the element that is open and that the page's own program writes into (role `status`)."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            given.pop("hidden", None)  # The page's own program shows what it is there for.
        if given.get("role") == "status":
            self._status = tag
        if tag in _UNREAD:
            self._unread = tag, given.get("id", ""), given.get("type", "")
        self._where.begin(tag)
        place = self._where.place
        self.read += [Piece(_one_line(given[name]), place, name) for name in _SAID if given.get(name)]
        written = " ".join([tag, *(f'{name}="{given[name]}"' for name in sorted(given))])
        self.made_of.append(Piece(f"<{written}>", self._where.markup, "tag"))

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        self._where.finish(tag)
        if tag == self._status:
            self._status = None
        self.made_of.append(Piece(f"</{tag}>", self._where.markup, "tag"))

    def handle_data(self, data: str) -> None:
        self._heard.append(data)

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        """What was heard until an element begins or ends is one piece."""
        text, self._heard = "".join(self._heard), []
        if self._unread is not None:
            self._finish_unread(text, *self._unread)
            self._unread = None
            return
        text = _one_line(text)
        if text and self._status is None:
            self._where.hear(text)
            self.read.append(Piece(text, self._where.place))

    def _finish_unread(self, text: str, tag: str, identity: str, kind: str) -> None:
        if identity == MARK:
            self.provenance = text
        elif kind.endswith("json"):
            self.scripts.append(Piece(_same_json(text), _DATA.filled(name=identity), "data"))
        else:
            lines = "\n".join(text.split())
            self.scripts.append(Piece(lines, _SCRIPT if tag == "script" else _STYLE, tag))


@lru_cache(maxsize=64)
def _place(heading: str, row: str) -> Text:
    place = _UNDER.filled(heading=heading) if heading else _PAGE
    return _IN_ROW.filled(place=place, row=row) if row else place


@lru_cache(maxsize=64)
def _markup(heading: str, row: str) -> Text:
    return _MARKUP.filled(place=_place(heading, row))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _label(heard: list[str]) -> str:
    return _one_line(" ".join(heard))[:_MAXIMUM_LABEL]


def _same_json(text: str) -> str:
    """JSON in one form; what is none, as it is."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True)
    except (ValueError, RecursionError):
        return text
