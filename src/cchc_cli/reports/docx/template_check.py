"""Whether a file can serve as a template: a Word document that names only what a report has.

A template is data of the office. It is read before any work, and it never runs: nothing in it is called.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, nodes
from lxml import etree

from cchc_cli.language import Text, joined
from cchc_cli.nearness import nearest
from cchc_cli.reports.docx.environment import FILTERS, environment
from cchc_cli.reports.docx.fields import Report
from cchc_cli.reports.docx.filling import filled
from cchc_cli.reports.docx.sample import sample
from cchc_cli.reports.docx.template_names import unknown_names
from cchc_cli.visible import visible

LARGEST = 20 * 1024 * 1024
_LARGEST_UNPACKED = 200 * 1024 * 1024
_MOST_NAMED = 5
_SHARES = (0.5, 0.5)
"""Widths of the columns of an annex that is tried out."""
_PARTS = re.compile(r"/word/(header|footer|footnotes)\d*\.xml")
_TAG = re.compile("<[^>]+>")
_NETWORK = re.compile(r"(?i)(?:https?|ftp|smb|webdavs?):|[\\/]{2}|file:(?://(?![/\\])|/{2,3}\\\\|/{4})")
"""An address of another machine; a template on a drive of this one (`file:///C:/…`) is none."""
_LONGEST_TARGET = 120


class TemplateUnusableError(Exception):
    """Says why a file cannot serve as a template."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def check_template(template: bytes) -> None:
    """Raises TemplateUnusableError where a file is no Word document, is broken, or names what isn't there."""
    opened = _opened(template)
    objections = list(dict.fromkeys(each for xml in _sources(opened) for each in _objections(xml)))
    if objections:
        raise TemplateUnusableError(joined(objections[:_MOST_NAMED], "; "))
    if called := next(_calls_away(opened), None):
        raise TemplateUnusableError(_CALLS_AWAY.filled(target=visible(called)[:_LONGEST_TARGET]))
    for full in (True, False):
        _try_out(template, full)


def _opened(template: bytes) -> DocxTemplate:
    if len(template) > LARGEST:
        raise TemplateUnusableError(_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            if sum(part.file_size for part in package.infolist()) > _LARGEST_UNPACKED:
                raise TemplateUnusableError(_TOO_LARGE)
            if package.testzip() is not None:
                raise TemplateUnusableError(_BROKEN)
        opened = DocxTemplate(io.BytesIO(template))
        opened.render_init()
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, NotImplementedError, OSError):
        raise TemplateUnusableError(_NO_DOCUMENT) from None
    except (etree.XMLSyntaxError, RuntimeError, EOFError, AttributeError, TypeError, zlib.error):
        raise TemplateUnusableError(_BROKEN) from None
    return opened


def _calls_away(opened: DocxTemplate) -> Iterator[str]:
    """What Word would fetch from a network as soon as somebody opens the document; links wait for a click."""
    for part in opened.docx.part.package.iter_parts():
        for relationship in part.rels.values():
            is_link = str(relationship.reltype).endswith("/hyperlink")
            if relationship.is_external and not is_link and _NETWORK.match(relationship.target_ref):
                yield str(relationship.target_ref)


def _sources(opened: DocxTemplate) -> Iterator[str]:
    """What Jinja will read: the body, and the headers, footers and footnotes."""
    yield opened.patch_xml(opened.get_xml())
    for part in opened.docx.part.package.iter_parts():
        if _PARTS.fullmatch(str(part.partname)):
            yield opened.patch_xml(part.blob.decode("utf-8", "replace"))


def _objections(xml: str) -> Iterator[Text]:
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)
    try:
        tree = environment().parse(source)
        unknown = list(unknown_names(tree))
        if not unknown:
            # Not before: what a template may not use would be computed here, however long that takes.
            environment().from_string(source)
    except TemplateSyntaxError as error:
        yield _syntax(error, source)
        return
    except (RecursionError, SyntaxError, ValueError):
        yield _TOO_DEEP
        return
    yield from unknown
    for used in tree.find_all(nodes.Filter):
        if used.name not in FILTERS:
            yield _no_filter(used.name)


def _syntax(error: TemplateSyntaxError, source: str) -> Text:
    message = error.message or ""
    if found := re.match("No filter named '(.*)'", message):
        return _no_filter(found[1])
    if found := re.search("The innermost block that needs to be closed is '(.*)'", message):
        return _NOT_CLOSED.filled(tag=found[1])
    lines = source.splitlines()[error.lineno - 1 : error.lineno]
    near = " ".join(_TAG.sub(" ", " ".join(lines)).split())[:120]
    if found := re.match("Encountered unknown tag '(.*?)'", message):
        return _NO_TAG.filled(tag=found[1], near=near)
    return _SYNTAX.filled(cause=message, near=near)


def _no_filter(name: str) -> Text:
    meant = nearest(name, list(FILTERS))
    words = _NO_FILTER.filled(name=name, filters=", ".join(FILTERS))
    return joined([words, _MEANT.filled(meant=meant)], "; ") if meant else words


def _try_out(template: bytes, full: bool) -> None:
    """Fills the template once with something of everything, once with nothing, as real figures will."""
    report = Report(**sample(Report, full))
    try:
        opened = DocxTemplate(io.BytesIO(template))
        opened.render_init()
        etree.fromstring(opened.build_xml(sample(Report, full), environment()))
        filled(template, report, _SHARES, "")
    except etree.XMLSyntaxError:
        raise TemplateUnusableError(_MISPLACED) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise TemplateUnusableError(_FAILS.filled(cause=str(error))) from None


_NO_DOCUMENT = Text(
    "không phải tài liệu Word .docx; hãy lưu lại bằng Word với dạng .docx",
    "it is no Word document; save it from Word as .docx",
)
_BROKEN = Text(
    "tệp hỏng, không mở được; hãy lưu lại bằng Word", "the file is broken; save it again from Word"
)
_CALLS_AWAY = Text(
    "mẫu gọi đến một địa chỉ trên mạng ({target}); hãy chèn hình vào tệp, bỏ mẫu đính kèm rồi lưu lại",
    "the template calls an address on a network ({target}); put the picture into the file, detach the "
    "template, and save it again",
)
_TOO_LARGE = Text("tệp quá lớn (tối đa 20 MB)", "the file is too large (at most 20 MB)")
_SYNTAX = Text("viết sai thẻ ({cause}) ở: {near}", "a tag is written wrongly ({cause}) at: {near}")
_NOT_CLOSED = Text(
    "thẻ {{% {tag} … %}} chưa có thẻ đóng {{% end{tag} %}}", "the tag {{% {tag} … %}} has no {{% end{tag} %}}"
)
_NO_TAG = Text(
    "thẻ “{tag}” không có hoặc không đúng chỗ, ở: {near}",
    "the tag '{tag}' does not exist or is out of place, at: {near}",
)
_TOO_DEEP = Text(
    "các thẻ lồng nhau quá sâu, hoặc có số quá dài", "tags are nested too deep, or a number is too long"
)
_NO_FILTER = Text(
    "không có bộ lọc “{name}” (có: {filters})", "there is no filter '{name}' (there are {filters})"
)
_MEANT = Text("có phải là “{meant}”?", "did you mean '{meant}'?")
_FAILS = Text("không điền được: {cause}", "it cannot be filled: {cause}")
_MISPLACED = Text(
    "thẻ mở và thẻ đóng không cùng chỗ: vòng lặp theo dòng bảng viết {%tr …%}, theo đoạn viết {%p …%}, mỗi "
    "thẻ một dòng hoặc một đoạn riêng",
    "tags that open and close don't match their places: loops over table rows are written {%tr …%}, over "
    "paragraphs {%p …%}, each in a row or paragraph of its own",
)
