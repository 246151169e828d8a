"""The part that lists the sheets of a workbook: another sheet is put before them, or one taken away."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from cchc_cli.outgoing.marking.package import RELATIONS, Package
from cchc_cli.outgoing.marking.styles import MAIN
from cchc_cli.outgoing.marking.unusual import UnusualPackageError
from cchc_cli.outgoing.marking.xml_outline import Edits, Element, native, outline, with_attributes

WORKSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
_BESIDE_A_SHEET = ("comments", "vmlDrawing", "printerSettings")
_SELECTED = re.compile(rb"""(<(?:\w+:)?sheetView(?:\s[^<>]*?)?)\stabSelected=["'](?:1|true)["']""")
_DATA = re.compile(rb"<(?:\w+:)?sheetData[\s/>]")


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A sheet as the workbook lists it: its name, the id of its relation, and its part."""

    name: str
    relation: str
    part: str


class WorkbookPart:
    """The workbook's own part in its package; each change is written there at once."""

    def __init__(self, package: Package) -> None:
        """Raises UnusualPackageError where it is not written as the common programs write it."""
        self._package = package
        listed = list(package.related("", "officeDocument"))
        if len(listed) != 1:
            raise UnusualPackageError("no workbook")
        self.name = listed[0].target
        root = outline(package[self.name], 0)
        declared = f"xmlns:{root.prefix}" if root.prefix else "xmlns"
        if root.attributes.get(declared) != MAIN:
            raise UnusualPackageError("namespace")

    @property
    def sheets(self) -> list[ListedSheet]:
        """Those that are there, in their order; chart sheets too."""
        targets = {each.id: each.target for each in self._package.relations(self.name)}
        listed = self._outline().child("sheets")
        if listed is None:
            raise UnusualPackageError("no sheets")
        return [
            ListedSheet(each.attributes.get("name", ""), relation, targets.get(relation, ""))
            for each in listed.children
            for relation in [_relation(each)]
        ]

    def part_beside(self, kind: str) -> str:
        """The one part of a type that belongs to the workbook, such as its styles."""
        found = list(self._package.related(self.name, kind))
        if len(found) != 1:
            raise UnusualPackageError(f"no {kind}")
        return found[0].target

    def put_first(self, name: str, xml: bytes, names: list[tuple[str, str]]) -> None:
        """Puts a sheet before all others and shows it first; `names` are its defined names with formulas."""
        part = self._package.free_name("xl/worksheets/sheet{}.xml")
        self._package.add(part, xml, WORKSHEET)
        relation = self._package.relate(self.name, "worksheet", part)
        edits, root = self._begin()
        listed = root.child("sheets")
        if listed is None:
            raise UnusualPackageError("no sheets")
        ids = [int(each.attributes.get("sheetId", "0")) for each in listed.children]
        attributes = f'sheetId="{max(ids, default=0) + 1}" r:id="{relation}" xmlns:r="{RELATIONS}"'
        sheet = native(root, f'<sheet xmlns="" {attributes}/>', MAIN)
        edits.insert(listed.inner, with_attributes(sheet, {"name": name}))
        self._renumber(edits, root, lambda index: index + 1)
        self._define(edits, root, names)
        self._show_first(edits, root)
        self._package[self.name] = edits.result()
        self._deselect(part)

    def take_away(self, sheet: ListedSheet) -> None:
        """Takes a sheet out of the workbook, with its part and the names that are its own."""
        gone = [each.relation for each in self.sheets].index(sheet.relation)
        edits, root = self._begin()
        listed = root.child("sheets")
        if listed is None or len(listed.children) == 1:
            raise UnusualPackageError("no other sheet")
        edits.remove(listed.children[gone])
        self._renumber(edits, root, lambda index: None if index == gone else index - (index > gone))
        self._package[self.name] = edits.result()
        self._package.unrelate(self.name, {sheet.relation})
        for kind in _BESIDE_A_SHEET:
            for each in self._package.related(sheet.part, kind):
                self._package.remove(each.target)
        self._package.remove(sheet.part)

    def forget_order_of_calculation(self) -> None:
        """Excel works it out again; what the file says would name the wrong sheets."""
        found = list(self._package.related(self.name, "calcChain"))
        self._package.unrelate(self.name, {each.id for each in found})
        for each in found:
            self._package.remove(each.target)

    def _begin(self) -> tuple[Edits, Element]:
        return Edits(self._package[self.name]), self._outline()

    def _outline(self) -> Element:
        return outline(self._package[self.name], 2)

    def _renumber(self, edits: Edits, root: Element, moved: Callable[[int], int | None]) -> None:
        """Names that belong to one sheet name it by its position."""
        listed = root.child("definedNames")
        for each in listed.children if listed is not None else ():
            if "localSheetId" not in each.attributes:
                continue
            position = moved(int(each.attributes["localSheetId"]))
            if position is None:
                edits.remove(each)
            else:
                edits.set(each, {"localSheetId": str(position)})

    def _define(self, edits: Edits, root: Element, names: list[tuple[str, str]]) -> None:
        """Adds names of the first sheet."""
        written = "".join(
            f'<definedName xmlns="" name="{name}" localSheetId="0">{escape(formula)}</definedName>'
            for name, formula in names
        )
        listed = root.child("definedNames")
        if listed is not None:
            edits.append(listed, native(root, written, MAIN))
            return
        before = [each for each in root.children if each.name in _BEFORE_NAMES]
        whole = f'<definedNames xmlns="">{written.replace(_UNDECLARED, "")}</definedNames>'
        edits.insert(before[-1].end, native(root, whole, MAIN))

    def _show_first(self, edits: Edits, root: Element) -> None:
        views = root.child("bookViews")
        for view in views.children if views is not None else ():
            edits.set(view, {"activeTab": None, "firstSheet": None})

    def _deselect(self, first: str) -> None:
        """Of two selected sheets both would change with every stroke."""
        for sheet in self.sheets:
            if sheet.part != first and sheet.part in self._package:
                xml = self._package[sheet.part]
                data = _DATA.search(xml)
                end = data.start() if data else len(xml)
                head = _SELECTED.sub(rb"\1", xml[:end])
                if len(head) != end:
                    self._package[sheet.part] = head + xml[end:]


_UNDECLARED = ' xmlns=""'


def _relation(sheet: Element) -> str:
    return next((value for name, value in sheet.attributes.items() if name.endswith(":id")), "")
