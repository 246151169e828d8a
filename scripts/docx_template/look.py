"""How the templates look: A4 with the margins of Nghị định 30/2020/NĐ-CP, Times New Roman 13."""

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

FACE = "Times New Roman"
BODY, TABLE, SMALL = Pt(13), Pt(11), Pt(9)
TEXT_WIDTH = Mm(210 - 30 - 20)
ANNEX_WIDTH = Mm(297 - 20 - 20)
BLACK = RGBColor(0, 0, 0)


def blank(language: str) -> Document:
    """An empty document with our styles: Normal, Heading 1 and 2, Table Text, Small."""
    document = docx.Document()
    styles = document.styles
    normal = styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _face(normal, BODY)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.space_before = Pt(0)
    _speak(normal, language)
    for name in ("Heading 1", "Heading 2"):
        heading = styles[name]
        assert isinstance(heading, ParagraphStyle)
        _face(heading, BODY)
        heading.font.bold, heading.font.italic = True, False
        heading.font.color.rgb = BLACK
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(6)
        heading.paragraph_format.keep_with_next = True
    for name, size in (("Table Text", TABLE), ("Small", SMALL)):
        style = styles.add_style(name, 1)
        assert isinstance(style, ParagraphStyle)
        style.base_style = normal
        _face(style, size)
        style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.space_before = Pt(1)
    return document


def portrait(section: Section) -> None:
    """A4 upright: 20 mm above and below, 30 mm left, 20 mm right."""
    section.orientation = WD_ORIENT.PORTRAIT
    _page(section, Mm(210), Mm(297), left=Mm(30), right=Mm(20))


def landscape(document: Document) -> Section:
    """A new section, A4 across."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    _page(section, Mm(297), Mm(210), left=Mm(20), right=Mm(20))
    return section


def _page(section: Section, width: Length, height: Length, left: Length, right: Length) -> None:
    section.page_width, section.page_height = width, height
    section.left_margin, section.right_margin = left, right
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)


def number_pages(section: Section) -> None:
    """The page number in the middle above, from the second page on."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run._r.append(_field_sign(kind) if kind else _instruction(text or ""))


def underline(paragraph: Paragraph, indent: Length) -> None:
    """A rule below a paragraph, shortened on both sides, as below the motto and the issuing agency."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(2)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def body(paragraph: Paragraph) -> Paragraph:
    """Running text: both edges straight, the first line drawn in."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)
    return paragraph


def _face(style: ParagraphStyle, size: Length) -> None:
    style.font.name, style.font.size = FACE, size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FACE)


def _speak(style: ParagraphStyle, language: str) -> None:
    """Tells a spelling checker which language it is."""
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language)
    style.element.get_or_add_rPr().append(tag)


def _field_sign(kind: str) -> BaseOxmlElement:
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    return sign


def _instruction(text: str) -> BaseOxmlElement:
    instruction = OxmlElement("w:instrText")
    instruction.text = text
    return instruction
