"""The formats of a workbook file: new ones are added behind those it has, none is changed."""

import re
from collections.abc import Callable
from typing import Final

from cchc_cli.outgoing.marking.unusual import UnusualPackageError
from cchc_cli.outgoing.marking.xml_outline import Edits, Element, native, outline, with_attributes

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NO_FILL: Final = "none"
_SOLID = "solid"
_RGB = re.compile(r"(?:[0-9A-F]{2})?[0-9A-F]{6}")
_THEME = re.compile(r"theme ([0-9]{1,2}) (-?[0-9]{1,2}(?:\.[0-9]{1,20})?(?:E-?[0-9]{1,2})?)")
"""Excel writes small numbers with an exponent (-4.9989318521683403E-2)."""
_INDEXED = re.compile(r"indexed ([0-9]{1,2})")
_MOST_FORMATS = 65_490
"""Excel opens no more."""
_GRAFTED = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}


class Styles:
    """The formats of one file; `content` gives the part with those that were added."""

    def __init__(self, xml: bytes) -> None:
        """Raises UnusualPackageError where it lacks what other formats are added to."""
        self._xml = xml
        self._root = outline(xml, 4)
        self._added: dict[str, list[bytes]] = {}
        self._made: dict[tuple[str, object], int] = {}
        groups = {name: self._list(name).children for name in ("cellXfs", *_GRAFTED.values())}
        self._formats, self._fills = groups["cellXfs"], groups["fills"]

    def fill_of(self, number: int) -> str:
        """What a format has behind its text, as one word for `filled`; '' for a pattern or a gradient."""
        fill = int(self._format(number).attributes.get("fillId", "0"))
        if fill >= len(self._fills):
            return ""
        pattern = self._fills[fill].child("patternFill")
        if pattern is None:
            return ""
        kind = pattern.attributes.get("patternType", NO_FILL)
        colour = pattern.child("fgColor")
        if kind != _SOLID or colour is None:
            return NO_FILL if kind == NO_FILL else ""
        return _colour_word(colour.attributes)

    def filled(self, number: int, fill: str) -> int:
        """The format that is like another one but for its fill ('': its own), and that it is not locked."""
        return self._once("filled", (number, fill), lambda: self._add_filled(number, fill))

    def differential(self, colour: str) -> int:
        """The number of a format for a condition: a solid fill, RRGGBB, and nothing else."""
        content = '<dxf xmlns=""><fill><patternFill patternType="solid">'
        content += f'<fgColor rgb="FF{colour}"/><bgColor rgb="FF{colour}"/></patternFill></fill></dxf>'
        return self._once("differential", colour, lambda: self._add("dxfs", self._native(content)))

    def grafted(self, other: bytes) -> list[int]:
        """Adds every format of another workbook's part; returns the new numbers in the old order.

        The other one is ours: it uses the built-in number formats only.
        """
        root = outline(other, 3)
        numbers = {
            attribute: [
                self._add(group, self._declared(other[each.start : each.end]))
                for each in _group(root, group).children
            ]
            for attribute, group in _GRAFTED.items()
        }
        return [self._graft(other, each, numbers) for each in _group(root, "cellXfs").children]

    def content(self) -> bytes:
        """The part, with everything that was added. Raises UnusualPackageError where it is too much."""
        if len(self._formats) + len(self._added.get("cellXfs", ())) > _MOST_FORMATS:
            raise UnusualPackageError("formats")
        edits = Edits(self._xml)
        for name, added in self._added.items():
            group = self._root.child(name)
            if group is None:
                edits.insert(self._place_of_conditions(), self._new_conditions(added))
            else:
                count = str(len(group.children) + len(added))
                edits.append(group, b"".join(added), {"count": count})
        return edits.result()

    def _graft(self, other: bytes, each: Element, numbers: dict[str, list[int]]) -> int:
        changed = {name: str(of[int(each.attributes.get(name, "0"))]) for name, of in numbers.items()}
        tag = with_attributes(other[each.start : each.inner], {**changed, "xfId": "0"})
        return self._add("cellXfs", self._declared(tag + other[each.inner : each.end]))

    def _add_filled(self, number: int, fill: str) -> int:
        old = self._format(number)
        changed = {"fillId": str(self._fill(fill)), "applyFill": "1"} if fill else {}
        changed["applyProtection"] = "1"
        inside = {each.name: self._xml[each.start : each.end] for each in old.children}
        protection = old.child("protection")
        kept = protection.attributes if protection else {}
        hidden = ' hidden="1"' if kept.get("hidden") in ("1", "true") else ""
        inside["protection"] = self._native(f'<protection xmlns="" locked="0"{hidden}/>')
        tag = with_attributes(self._xml[old.start : old.inner], changed).rstrip(b"/>") + b">"
        name = re.match(rb"<([^\s>]+)", tag)
        content = b"".join(inside[each] for each in ("alignment", "protection", "extLst") if each in inside)
        return self._add("cellXfs", tag + content + b"</" + (name[1] if name else b"xf") + b">")

    def _fill(self, fill: str) -> int:
        return self._once("fill", fill, lambda: self._add("fills", self._native(_fill_element(fill))))

    def _format(self, number: int) -> Element:
        """The format by its number: of those that the file came with."""
        return self._formats[number if 0 <= number < len(self._formats) else 0]

    def _list(self, name: str) -> Element:
        group = _group(self._root, name)
        if not group.children:
            raise UnusualPackageError(f"no {name}")
        return group

    def _once(self, kind: str, key: object, make: Callable[[], int]) -> int:
        if (kind, key) not in self._made:
            self._made[kind, key] = make()
        return self._made[kind, key]

    def _add(self, group: str, element: bytes) -> int:
        """The number of the new element among the others of its group."""
        there = self._root.child(group)
        added = self._added.setdefault(group, [])
        added.append(element)
        return (len(there.children) if there is not None else 0) + len(added) - 1

    def _place_of_conditions(self) -> int:
        """Where formats for conditions stand in a part that has none yet: behind the named styles."""
        before = [each for each in self._root.children if each.name in ("cellXfs", "cellStyles")]
        return before[-1].end

    def _new_conditions(self, added: list[bytes]) -> bytes:
        # Each of them says its namespace itself where it has to.
        name = f"{self._root.prefix}:dxfs" if self._root.prefix else "dxfs"
        return f'<{name} count="{len(added)}">'.encode() + b"".join(added) + f"</{name}>".encode()

    def _native(self, content: str) -> bytes:
        return native(self._root, content, MAIN)

    def _declared(self, element: bytes) -> bytes:
        """An element of another part, written without prefixes, in its namespace here too."""
        name = re.match(rb"<[^\s/>]+", element)
        end = name.end() if name else 0
        return element[:end] + (f' xmlns="{MAIN}"'.encode() if self._root.prefix else b"") + element[end:]


def _group(root: Element, name: str) -> Element:
    group = root.child(name)
    if group is None:
        raise UnusualPackageError(f"no {name}")
    return group


def _colour_word(colour: dict[str, str]) -> str:
    if "rgb" in colour:
        return colour["rgb"].upper()
    if "theme" in colour:
        return f"theme {colour['theme']} {colour.get('tint', '0')}"
    return f"indexed {colour['indexed']}" if "indexed" in colour else ""


def _fill_element(fill: str) -> str:
    colour = ""
    if _RGB.fullmatch(fill):
        colour = f'rgb="{fill}"'
    elif match := _THEME.fullmatch(fill):
        colour = f'theme="{match[1]}" tint="{match[2]}"'
    elif match := _INDEXED.fullmatch(fill):
        colour = f'indexed="{match[1]}"'
    if not colour:
        return '<fill xmlns=""><patternFill patternType="none"/></fill>'
    inside = f'<patternFill patternType="solid"><fgColor {colour}/><bgColor indexed="64"/></patternFill>'
    return f'<fill xmlns="">{inside}</fill>'
