"""A document of JUnit XML whose totals are those of its cases."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable

from cchc_cli.reports.sinks import xml

Element = ElementTree.Element

_COUNTED = ("tests", "failures", "errors", "skipped")


def junit_document(name: str, suites: Iterable[Element]) -> str:
    """The XML of all suites."""
    root = Element("testsuites", name=name)
    root.extend(suites)
    for total in _COUNTED:
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def junit_suite(name: str, cases: Iterable[Element]) -> Element:
    """A suite of cases, counted."""
    suite = Element("testsuite", name=xml(name))
    suite.extend(cases)
    counts = (
        len(suite),
        len(suite.findall("testcase/failure")),
        len(suite.findall("testcase/error")),
        len(suite.findall("testcase/skipped")),
    )
    for total, count in zip(_COUNTED, counts, strict=True):
        suite.set(total, str(count))
    return suite


def junit_case(
    classname: str,
    name: str,
    tag: str = "",
    message: str = "",
    lines: Iterable[str] = (),
    kind: str = "",
) -> Element:
    """A case that passes, or the one thing that is to be said of it: failure, error, skipped, system-out."""
    case = Element("testcase", classname=xml(classname), name=xml(name))
    if tag:
        facts = {"type": kind, "message": message}
        said = ElementTree.SubElement(case, tag, {key: xml(text) for key, text in facts.items() if text})
        said.text = "\n".join(map(xml, lines)) or None
    return case
