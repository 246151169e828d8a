"""A template of the office: what it may say, and what is said of one that cannot serve."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm

from cchc_cli.language import Language
from cchc_cli.provenance import MARK
from cchc_cli.reports.docx.environment import environment
from cchc_cli.reports.docx.field_page import template_page
from cchc_cli.reports.docx.field_table import entries, parts
from cchc_cli.reports.docx.fields import Report
from cchc_cli.reports.docx.shipped import shipped_template, template_file
from cchc_cli.reports.docx.template_check import TemplateUnusableError, check_template
from tests.cli.calls import MET, MISSED, OWN_FILES, call, write_matrix
from tests.reports.docx.documents import (
    annex,
    lines,
    opened,
    rows,
    small_dossier,
    template_of,
    template_with,
    written,
)
from tests.zip_parts import parts_of

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SCRIPT = ROOT / "scripts" / "make_docx_template.py"


def refusal(template: bytes) -> str:
    """What is said of a template, in English."""
    with pytest.raises(TemplateUnusableError) as raised:
        check_template(template)
    return raised.value.text.en


def test_our_templates_are_what_the_script_makes(tmp_path: Path) -> None:
    """Where they are not: `python scripts/make_docx_template.py` writes both anew."""
    subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], check=True)
    for language in Language:
        kept, made = shipped_template(language), (tmp_path / template_file(language).name).read_bytes()
        assert list(parts_of(kept).items()) == list(parts_of(made).items())


@pytest.mark.parametrize("language", Language)
def test_our_template_can_serve(language: Language) -> None:
    check_template(shipped_template(language))


@pytest.mark.parametrize(("language", "page"), [("en", "docx-template.md"), ("vi", "docx-template.vi.md")])
def test_the_page_about_templates_is_the_table_of_fields(language: str, page: str) -> None:
    """Where it is not: `python scripts/make_docx_template_page.py` writes both anew."""
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text == template_page(Language(language))
    for each in parts(Report):
        assert all(f"| `{name}` |" in text for name in entries(each))


def test_a_template_of_the_office_takes_the_place_of_ours(tmp_path: Path) -> None:
    template = template_of(
        "UBND TỈNH",
        "{{ period_title }}: {{ headline | join('; ') }}",
        "{%p for area in areas %}",
        "{{ area.name }}{% for row in area.rows %} | {{ row.name }}: {{ row.reached }}{% endfor %}",
        "{%p endfor %}",
    )
    check_template(template)
    said = lines(written(small_dossier(tmp_path, MET), template=template))
    assert said[:2] == [
        "UBND TỈNH",
        "Năm 2024: Đã đến hạn: 2 mục tiêu; đạt 2, không đạt 0.; Chỉ tiêu phấn đấu: 1; đạt 1.",
    ]
    assert said[2] == "Thủ tục hành chính | Tỷ lệ hồ sơ trực tuyến: 85,00% | Mức độ hài lòng: 90,00 điểm"


def test_the_line_for_verify_is_added_where_a_template_has_it_not(tmp_path: Path) -> None:
    said = lines(written(small_dossier(tmp_path, MET), template=template_of("{{ period }}")))
    assert said[0] == "năm 2024"
    assert said[-1].startswith(f"{MARK}: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ peroid }}", "there is no field 'peroid'; did you mean 'period'?"),
        ("{{ area.name }}", "there is no field 'area'; did you mean 'areas'?"),
        ("{% for area in areas %}{{ area.nmae }}{% endfor %}", "did you mean 'area.name'?"),
        ("{% for x in areas %}{% for y in x.row %}{% endfor %}{% endfor %}", "did you mean 'x.rows'?"),
        ("{{ annex.left }}", "did you mean 'annex.left_out'?"),
        ("{{ period.year }}", "there is no field 'period.year' (see docs/docx-template.md)"),
        ("{% for x in period %}{% endfor %}", "'period' is no list to go through"),
        ("{{ areas }}", "'areas' has fields of its own"),
        ("{% for x in areas %}{{ loop.indx }}{% endfor %}", "did you mean 'loop.index'?"),
        ("{{ period | uper }}", "there is no filter 'uper'"),
        ("{{ period | attr('x') }}", "there is no filter 'attr'"),
        ("{% if period %}", "the tag {% if … %} has no {% endif %}"),
        ("{% endfor %}", "the tag 'endfor' does not exist or is out of place, at: {% endfor %}"),
        ("{{ period", "a tag is written wrongly"),
        ("{{ period.upper() }}", "a template may not use …(…)"),
        ("{{ cycler.__init__.__globals__ }}", "there is no field 'cycler'"),
        ("{{ period * 99999999999 }}", "a template may not use *"),
        ("{{ '%999999999d' % 5 }}", "a template may not use %"),
        ("{{ " + "(" * 900 + "1" + ")" * 900 + " }}", "nested too deep"),
        ("{% if 1 %}" * 150 + "{% endif %}" * 150, "nested too deep"),
        ("{{ " + "9" * 6000 + " }}", "a number is too long"),
        ("{% set x = areas %}", "a template may not use {% set %}"),
        ("{% autoescape false %}{{ period }}{% endautoescape %}", "may not use {% autoescape %}"),
        ("{% for a, b in areas %}{% endfor %}", "may not use {% for x, y in … %}"),
        ("{{ annex.rows[0] }}", "may not use …[…]"),
        ("{% include 'x' %}", "a template may not use {% include %}"),
    ],
)
def test_a_template_that_asks_for_what_is_not_there_is_told_so(text: str, expected: str) -> None:
    assert expected in refusal(template_with(text))


def test_headers_are_looked_at_too() -> None:
    document = opened(shipped_template(Language.VI))
    document.sections[0].header.paragraphs[0].add_run("{{ peroid }}")
    content = io.BytesIO()
    document.save(content)
    assert "did you mean 'period'?" in refusal(content.getvalue())


def test_a_header_whose_loop_ends_nowhere_is_refused() -> None:
    document = opened(shipped_template(Language.VI))
    cell = document.sections[0].header.add_table(1, 1, Mm(160)).rows[0].cells[0]
    cell.text = "{% for line in headline %}"
    document.sections[0].header.add_paragraph("{% endfor %}")
    content = io.BytesIO()
    document.save(content)
    assert "don't match their places" in refusal(content.getvalue())


def test_conditions_and_conditions_of_loops_are_fine(tmp_path: Path) -> None:
    template = template_of(
        "{% for area in areas if area.code == 'TTHC' %}{{ area.name | upper }}{% else %}-{% endfor %}",
        "{% if cutoff and is_judged %}{{ cutoff }}{% elif not missed %}{{ missed | length }}{% endif %}",
    )
    check_template(template)
    said = lines(written(small_dossier(tmp_path, MET), template=template))
    assert said[:2] == ["THỦ TỤC HÀNH CHÍNH", "0"]


def test_a_tag_that_word_has_cut_into_pieces_is_still_one() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ per", "oid }", "}"):
        paragraph.add_run(piece)
    content = io.BytesIO()
    document.save(content)
    assert "did you mean 'period'?" in refusal(content.getvalue())


def test_loops_that_begin_and_end_in_different_places_are_refused() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "{% for line in headline %}"
    document.add_paragraph("{% endfor %}")
    content = io.BytesIO()
    document.save(content)
    assert "don't match their places" in refusal(content.getvalue())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html></html>", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    assert "no Word document" in refusal(content)


def test_a_workbook_and_a_damaged_document_are_refused(tmp_path: Path) -> None:
    assert "no Word document" in refusal(write_matrix(tmp_path / "a.xlsx", MET).read_bytes())
    kept = shipped_template(Language.VI)
    assert refusal(kept[: len(kept) // 2])
    assert refusal(kept[:20000] + b"\0" * 2000 + kept[22000:])


@pytest.mark.parametrize(
    ("kind", "target", "calls"),
    [
        ("image", "http://example.org/a.png", True),
        ("attachedTemplate", "\\\\server\\a.dotx", True),
        ("attachedTemplate", "file://server/a.dotx", True),
        ("attachedTemplate", "file:///C:/Templates/a.dotx", False),
        ("hyperlink", "https://example.org", False),
    ],
)
def test_a_template_calls_nobody(kind: str, target: str, calls: bool) -> None:
    """What Word would fetch when the document is opened; a link waits for whoever clicks on it."""
    document = docx.Document(io.BytesIO(shipped_template(Language.VI)))
    document.part.rels.get_or_add_ext_rel(f"{RELATIONS}/{kind}", target)
    saved = io.BytesIO()
    document.save(saved)
    if not calls:
        check_template(saved.getvalue())
        return
    with pytest.raises(TemplateUnusableError) as refused:
        check_template(saved.getvalue())
    assert target in refused.value.text.vi


def test_the_sandbox_holds_even_where_nobody_looked() -> None:
    made = environment()
    assert not made.globals
    for text in ("{{ ''.__class__ }}", "{{ x.__class__.__mro__ }}", "{{ range(9) }}", "{{ nothing }}"):
        with pytest.raises(Exception, match=r"unsafe|undefined"):
            made.from_string(text).render(x=())


def test_the_command_line_refuses_before_any_work(capsys: Any, tmp_path: Path) -> None:
    data = str(write_matrix(tmp_path / "data.xlsx", MISSED))
    bad, target = tmp_path / "mau.docx", tmp_path / "bao-cao.docx"
    bad.write_bytes(template_with("{{ peroid }}"))
    arguments = ("evaluate", *OWN_FILES, data, "-o", str(target), "--docx-template", str(bad))
    ended = call(capsys, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "không có trường “peroid”; có phải là “period”?" in ended.err
    assert not target.exists()
    assert call(capsys, *arguments[:-1], str(tmp_path / "none.docx")).code == 2
    assert call(capsys, *arguments[:-1], str(tmp_path)).code == 2


def test_a_template_is_for_documents_and_is_never_overwritten(capsys: Any, tmp_path: Path) -> None:
    data = str(write_matrix(tmp_path / "data.xlsx", MISSED))
    template = tmp_path / "mau.docx"
    template.write_bytes(shipped_template(Language.VI))
    alone = call(capsys, "evaluate", *OWN_FILES, data, "--docx-template", str(template), "--lang", "en")
    assert (alone.code, "is for Word documents" in alone.err) == (2, True)
    over = ("-o", str(template), "--docx-template", str(template))
    assert call(capsys, "evaluate", *OWN_FILES, data, *over).code == 2
    assert template.read_bytes() == shipped_template(Language.VI)


def test_the_copies_of_init_make_the_same_report(capsys: Any, tmp_path: Path) -> None:
    data = str(write_matrix(tmp_path / "data.xlsx", MISSED))
    folder = tmp_path / "own"
    call(capsys, "init", str(folder))
    own = (
        "--docx-template",
        str(folder / "report-template.docx"),
        "--docx-annex",
        str(folder / "annex.yaml"),
    )
    for name, options in (("ours", ()), ("theirs", own)):
        ended = call(
            capsys, "evaluate", *OWN_FILES, data, "-o", str(tmp_path / f"{name}.docx"), *options, "-q"
        )
        assert ended.code == 1, ended.err
    ours, theirs = ((tmp_path / f"{name}.docx").read_bytes() for name in ("ours", "theirs"))
    assert ours == theirs
    assert rows(annex(opened(ours)))[0][0] == "STT"
