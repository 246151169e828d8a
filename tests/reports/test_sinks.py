"""One hostile string through every sink and every report."""

import csv
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.findings.finding import Severity
from cchc_cli.language import Language, Text
from cchc_cli.reports.formats import FORMATS, VALIDATE_FORMATS, WHY_FORMATS
from cchc_cli.reports.page import Page
from cchc_cli.reports.sinks import (
    annotation,
    annotation_property,
    csv_cell,
    html,
    json_document,
    markdown,
    sarif,
    script_json,
    terminal,
    xml,
)
from cchc_cli.run import Cell, FindingRecord, Run, Status, Verdict
from cchc_cli.trace import (
    Trace,
    TracedAlso,
    TracedAnswer,
    TracedCell,
    TracedEnd,
    TracedFigure,
    TracedMember,
    TracedPart,
    TracedPool,
    TracedSum,
    TracedTarget,
)

MakeVerdict = Callable[..., Verdict]
MakeRun = Callable[..., Run]

HOSTILE = (
    "=HYPERLINK(1)[bold red]x[/] :smile: <script>alert(1)</script> | `a` *b* _c_ ~d~ \\ @ www.x.vn "
    "http://x.vn "
    "\x1b[31m\x07\u202eđảo\u202c\u200b\r\n# tiêu đề\ud800"
)
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _unseen(text: str) -> set[str]:
    return {character for character in text if unicodedata.category(character) in _UNSEEN}


@given(st.text())
def test_nothing_unseen_reaches_a_terminal(text: str) -> None:
    assert not _unseen(terminal(text))


@given(st.text())
def test_json_says_the_same_after_its_unseen_characters_are_escaped(text: str) -> None:
    document = json_document({"text": text})
    assert json.loads(document) == {"text": text}
    assert _unseen(document) <= {"\n"}


@given(st.text())
def test_no_cell_of_a_csv_starts_as_a_formula(text: str) -> None:
    assert not csv_cell(text).lstrip().startswith(("=", "+", "-", "@"))


@given(st.text())
def test_xml_holds_whatever_a_file_says(text: str) -> None:
    element = ElementTree.Element("a", b=xml(text))
    element.text = xml(text)
    read = ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8"))
    assert read.text or not text
    assert (read.text or "") == read.get("b") == xml(text)
    assert not _unseen(xml(text))


@given(st.text())
def test_no_markup_of_others_reaches_a_page(text: str) -> None:
    shown = html(text)
    assert not _unseen(shown)
    assert not set(shown) & set("<>\"'")
    assert unescape(shown) == terminal(text)


@given(st.text())
def test_a_script_element_holds_whatever_a_file_says(text: str) -> None:
    document = script_json({text: [text]})
    assert json.loads(document) == {text: [text]}
    assert not _unseen(document)
    assert not set(document) & set("<>&")


@given(st.text())
def test_an_annotation_stays_one_command(text: str) -> None:
    assert not _unseen(annotation(text))
    assert not re.search(r"%(?!25)", annotation(text))
    assert not re.search(r"[:,]|%(?!25|3A|2C)", annotation_property(text))


@given(st.text())
def test_a_message_of_sarif_has_no_placeholder_and_no_link(text: str) -> None:
    assert not re.search(r"(?<!\\)\]\(", sarif(text))
    assert sarif(text).replace("{{", "").count("{") == sarif(text).replace("}}", "").count("}") == 0


def test_a_page_never_reads_text_as_markup() -> None:
    words = Page().text("[bold]x[/bold] :smile:")
    assert (words.plain, words.spans) == ("[bold]x[/bold] :smile:", [])


def test_plain_words_pass_every_sink_unchanged() -> None:
    words = "Sở Y tế – 8,5% (quý I/2024): đạt ≥ 80%, 1.825 hồ sơ."
    assert terminal(words) == Page().text(words).plain == csv_cell(words) == markdown(words) == words
    assert xml(words) == sarif(words) == words
    assert annotation(words) == words.replace("%", "%25")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", "a\\|b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("1. x", "1\\. x"),
        ("12) x", "12\\) x"),
        ("[x](y)", "\\[x\\](y)"),
        ("http://x", "http&#58;//x"),
        ("WWW.x", "WWW&#46;x"),
        ("a@b", "a&#64;b"),
        ("x\ny", "x\\\\x0ay"),
    ],
)
def test_markdown_signs_are_escaped(text: str, expected: str) -> None:
    assert markdown(text) == expected


@pytest.fixture
def hostile_run(make_verdict: MakeVerdict, make_run: MakeRun) -> Run:
    name = Text(HOSTILE, HOSTILE)
    scope = {"kind": "agency", "code": HOSTILE, "name": name, "level": None}
    verdict = make_verdict(
        indicator="online-dossiers",
        name=name,
        scope=scope,
        official=False,
        status=Status.MISSED,
        numerator=1,
        denominator=4,
        reading=HOSTILE,
        lead={"agency": HOSTILE, "line": 1},
        coverage={"reporting": 1, "expected": 2, "weight": None, "missing": [HOSTILE]},
        citations=[{"document": HOSTILE, "place": HOSTILE, "line": 1, "quote": HOSTILE}],
        cells=[Cell(item="online", file=HOSTILE, sheet=HOSTILE, cell="A1", value=1)],
        also=[{"reading": HOSTILE, "unit": name, "name": name, "value": 1, "bound": None}],
    )
    texts = ("code", "message", "hint", "file", "sheet", "cell", "agency", "period", "item", "value")
    finding: dict[str, Any] = dict.fromkeys((*texts, "explanation"), HOSTILE)
    findings = [FindingRecord(**finding, severity=severity) for severity in Severity]
    findings.append(FindingRecord(**{**finding, "item": "online", "period": "2024"}, severity=Severity.ERROR))
    return make_run([verdict], findings, traces=[hostile_trace(name)])


def hostile_trace(name: Text) -> Trace:
    """Every text of a trace that a file, a letter or a catalogue could have written."""
    cell = TracedCell(
        period="2024",
        value=1,
        file=HOSTILE,
        sheet=HOSTILE,
        cell="A1",
        document=HOSTILE,
        submitter=HOSTILE,
        added=[HOSTILE],
        code=HOSTILE,
    )
    kept = cell.model_copy(update={"report": "kept", "code": None, "replaced": [cell]})
    used = TracedFigure(item="online", value=1, cells=[kept, cell])
    lacking = TracedFigure(item="online", value=None, cells=[], lack="unusable", unused=[cell])
    members = [
        TracedMember(agency=HOSTILE, name=name, numerator=1, denominator=4, figures=[used]),
        TracedMember(agency=HOSTILE, name=name, numerator=None, denominator=None, figures=[lacking]),
    ]
    sums = [TracedSum(item=HOSTILE, numerator=1, denominator=1, value=1)]
    pool = TracedPool(period="2024", numerator=1, denominator=4, sums=sums, members=members)
    part = TracedPart(
        agency=HOSTILE,
        name=name,
        numerator=1,
        denominator=4,
        value=25,
        weight=9,
        without=99,
        without_meets=True,
    )
    target = TracedTarget(
        due=None, since=None, until=None, operator=">=", bound=1, upper=None, points=None, percent=None,
        cap=None, in_force=True, fixed_by=name, source=HOSTILE, line=1,
    )  # fmt: skip
    return Trace(
        indicator="online-dossiers",
        scope_kind="agency",
        scope=HOSTILE,
        period="2024",
        ends=[TracedEnd(role="present", of="period", window=None, figure=None, pools=[pool])],
        parts=[part],
        answers=[TracedAnswer(agency=HOSTILE, name=name, done_on=None, counted=0, cells=[cell])],
        also=[TracedAlso(reading=HOSTILE, name=name, value=1, pool=pool)],
        targets=[target],
        rises_from=None,
    )


@pytest.fixture
def hostile_submissions(hostile_run: Run) -> Run:
    """The same findings in a file of the same name, sent by an agency of that name."""
    (read,) = hostile_run.inputs
    facts: dict[str, Any] = {"path": HOSTILE, "submitter": HOSTILE, "period": None, "findings": 3}
    return hostile_run.model_copy(update={"verdicts": [], "inputs": [read.model_copy(update=facts), read]})


@pytest.mark.parametrize("language", Language)
def test_no_report_of_findings_lets_it_through(hostile_submissions: Run, language: Language) -> None:
    for name, chosen in VALIDATE_FORMATS.items():
        for page in (Page(), Page(whole=True)):
            text = chosen.write(hostile_submissions, language, page)
            line_ends = {"\n", "\r"} if name == "csv" else {"\n"}
            assert _unseen(text) <= line_ends, name
            text.encode("utf-8")


def test_findings_in_markdown_show_no_markup_of_others(hostile_submissions: Run) -> None:
    text = VALIDATE_FORMATS["markdown"].write(hostile_submissions, Language.VI, Page())
    assert "<script" not in text
    assert not re.search(r"(?<!\\)[`*_]\w[`*_]", text)
    assert "http:" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {4, 5}


def test_junit_and_sarif_have_it_as_text(hostile_submissions: Run) -> None:
    document = ElementTree.fromstring(
        VALIDATE_FORMATS["junit"].write(hostile_submissions, Language.VI, Page())
    )
    assert [suite.get("name") for suite in document] == [terminal(HOSTILE), "data.xlsx"]
    (run,) = json.loads(VALIDATE_FORMATS["sarif"].write(hostile_submissions, Language.VI, Page()))["runs"]
    assert len(run["results"]) == 4
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9_.~%/-]+", uri)


def test_every_annotation_is_on_a_line_of_its_own(hostile_submissions: Run) -> None:
    lines = VALIDATE_FORMATS["github"].write(hostile_submissions, Language.VI, Page()).splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "::notice",
        "::error",
        "::error",
        "::notice",
        "::notice",
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("formats", [FORMATS, WHY_FORMATS], ids=["evaluate", "why"])
def test_no_report_lets_it_through(hostile_run: Run, formats: dict[str, Any], language: Language) -> None:
    for name, chosen in formats.items():
        text = chosen.write(hostile_run, language, Page())
        line_ends = {"\n", "\r"} if name == "csv" else {"\n"}
        assert _unseen(text) <= line_ends, name
        text.encode("utf-8")


def test_markdown_shows_no_markup_of_others(hostile_run: Run) -> None:
    text = FORMATS["markdown"].write(hostile_run, Language.VI, Page())
    assert "<script" not in text
    assert not re.search(r"(?<!\\)[`*_]\w[`*_]", text)
    assert "http:" not in text
    assert "www." not in text


def test_csv_has_the_row_whole(hostile_run: Run) -> None:
    text = FORMATS["csv"].write(hostile_run, Language.VI, Page())
    header, row = csv.reader(io.StringIO(text, newline=""))
    assert len(row) == len(header)
    assert row[header.index("name")].startswith("'=HYPERLINK(1)[bold red]x[/]")


def test_the_table_shows_markup_as_it_was_written(hostile_run: Run) -> None:
    text = FORMATS["table"].write(hostile_run, Language.VI, Page(width=200))
    assert "[bold red]x[/] :smile:" in text
