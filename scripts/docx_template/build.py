"""One template of the periodic report, from the heading block to the annex."""

import io
from datetime import datetime

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from cchc_cli.language import Language, Text
from cchc_cli.reports.docx.package import repacked
from docx_template import words
from docx_template.look import (
    ANNEX_WIDTH,
    TEXT_WIDTH,
    blank,
    body,
    landscape,
    number_pages,
    portrait,
    underline,
)
from docx_template.tables import annex_table, plain_table, repeating_table

_LANGUAGES = {Language.VI: "vi-VN", Language.EN: "en-GB"}
_MADE = datetime(2021, 10, 18)
_GREY = RGBColor(0x80, 0x80, 0x80)


class Builder:
    """Writes the parts of the template into one document."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.document: Document = blank(_LANGUAGES[language])

    def build(self) -> bytes:
        portrait(self.document.sections[0])
        number_pages(self.document.sections[0])
        self._heading_block()
        self._title()
        self._summary()
        self._areas()
        self._missed()
        self._risks()
        self._signature()
        landscape(self.document)
        self._annex()
        self._behind_the_annex()
        return self._content()

    def _heading_block(self) -> None:
        left, right = plain_table(self.document, [Mm(62), Mm(98)])
        self._centred(left, words.ABOVE, Pt(13))
        self._centred(left, words.ISSUER, Pt(13), bold=True)
        self._rule(left, Mm(18))
        self._centred(left, words.NUMBER, Pt(13), before=6)
        self._centred(right, words.COUNTRY, Pt(12), bold=True)
        self._centred(right, words.MOTTO, Pt(13), bold=True)
        self._rule(right, Mm(20))
        self._centred(right, words.PLACE_AND_DATE, Pt(13), italic=True, before=6)
        for cell in (left, right):
            cell._tc.remove(cell.paragraphs[0]._p)

    def _title(self) -> None:
        for text, before, size in ((words.TITLE, Pt(12), Pt(14)), (words.SUBJECT, Pt(0), Pt(14))):
            paragraph = self._line(text, bold=True)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = before, Pt(2)
            paragraph.runs[0].font.size = size
        underline(self.document.add_paragraph(), Mm(58))
        addressee = self._line(words.ADDRESSEE)
        addressee.alignment = WD_ALIGN_PARAGRAPH.CENTER
        addressee.paragraph_format.space_before = Pt(10)
        body(self._line(words.OPENING))
        self._each("line in remarks", "{{ line }}")

    def _summary(self) -> None:
        self._heading(words.SUMMARY)
        self._tag("if not is_judged")
        body(self._plain("{{ not_judged }}"))
        self._tag("endif")
        self._heading(words.REPORTING, 2)
        self._if_any("reporting")
        self._if_any("standing")
        self._heading(words.VERDICTS, 2)
        self._each("line in headline", "{{ line }}")
        self._heading(words.CHANGES, 2)
        self._if_any("changes_sentence")
        self._each("line in changes", "- {{ line }}")

    def _areas(self) -> None:
        self._heading(words.AREAS)
        self._tag("for area in areas")
        self._heading(words.AREA, 2)
        body(self._plain("{{ area.counts }}")).paragraph_format.keep_with_next = True
        repeating_table(self.document, words.AREA_COLUMNS, "row in area.rows", TEXT_WIDTH, self.language)
        self._tag("endfor")

    def _missed(self) -> None:
        self._heading(words.MISSED)
        self._tag("for each in missed")
        body(self._line(words.MISSED_ONE))
        self._tag("else")
        body(self._line(words.NONE_MISSED))
        self._tag("endfor")

    def _risks(self) -> None:
        self._heading(words.RISKS)
        self._tag("for group in due")
        self._heading(words.RISK_YEAR, 2)
        repeating_table(self.document, words.RISK_COLUMNS, "risk in group.risks", TEXT_WIDTH, self.language)
        self._tag("else")
        body(self._line(words.NO_RISKS))
        self._tag("endfor")

    def _signature(self) -> None:
        closing = body(self._line(words.CLOSING))
        closing.paragraph_format.keep_with_next = True
        closing.paragraph_format.space_before, closing.paragraph_format.space_after = Pt(12), Pt(12)
        left, right = plain_table(self.document, [Mm(75), Mm(85)])
        recipients = left.paragraphs[0]
        run = recipients.add_run(self._say(words.RECIPIENTS))
        run.bold = run.italic = True
        run.font.size = Pt(12)
        recipients.paragraph_format.space_after = Pt(0)
        for line in words.RECIPIENT_LINES:
            paragraph = left.add_paragraph()
            paragraph.add_run(self._say(line)).font.size = Pt(11)
            paragraph.paragraph_format.space_after = Pt(0)
        self._centred(right, words.AUTHORITY, Pt(13), bold=True)
        self._centred(right, words.SIGNATURE, Pt(13), italic=True, after=48)
        self._centred(right, words.SIGNATORY, Pt(13), bold=True)
        right._tc.remove(right.paragraphs[0]._p)

    def _annex(self) -> None:
        for text, bold, italic in (
            (words.ANNEX, True, False),
            (words.ANNEX_SUBJECT, True, False),
            (words.ANNEX_OF, False, True),
        ):
            paragraph = self._line(text, bold, italic)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(2)
        self._heading(words.FIRST, 2)
        annex_table(self.document)
        self._each("line in annex.left_out", "{{ line }}")

    def _behind_the_annex(self) -> None:
        self._heading(words.SECOND, 2)
        self._tag("for arrived in arrivals")
        body(self._plain("{{ arrived.sentence }}"))
        self._if("arrived.missing", self._say(words.MISSING_AGENCIES), "Table Text")
        self._if("arrived.late", self._say(words.LATE_AGENCIES), "Table Text")
        self._tag("endfor")
        self._heading(words.THIRD, 2)
        self._tag("if corrections")
        repeating_table(
            self.document, words.CORRECTION_COLUMNS, "each in corrections", ANNEX_WIDTH, self.language
        )
        self._tag("else")
        body(self._line(words.NO_CORRECTIONS))
        self._tag("endif")
        self._heading(words.FOURTH, 2)
        self._each("line in readings", "{{ line }}", "Table Text")
        self._heading(words.FIFTH, 2)
        self._each("each in fingerprints", "{{ each.name }}: {{ each.value }}")
        font = self._plain("{{ provenance }}").runs[0].font
        font.size, font.color.rgb = Pt(6), _GREY

    def _each(self, loop: str, text: str, style: str = "Normal") -> None:
        self._tag(f"for {loop}")
        body(self._plain(text)).style = style
        self._tag("endfor")

    def _if_any(self, field: str) -> None:
        self._if(field, f"{{{{ {field} }}}}")

    def _if(self, condition: str, text: str, style: str = "Normal") -> None:
        self._tag(f"if {condition}")
        body(self._plain(text)).style = style
        self._tag("endif")

    def _tag(self, words_of_jinja: str) -> None:
        """A paragraph that Word shows in the template and that no report has."""
        self._plain(f"{{%p {words_of_jinja} %}}").runs[0].font.color.rgb = _GREY

    def _heading(self, text: Text, level: int = 1) -> None:
        self.document.add_heading(self._say(text), level)

    def _line(self, text: Text, bold: bool = False, italic: bool = False) -> Paragraph:
        paragraph = self._plain(self._say(text))
        paragraph.runs[0].bold, paragraph.runs[0].italic = bold or None, italic or None
        return paragraph

    def _plain(self, text: str) -> Paragraph:
        return self.document.add_paragraph(text)

    def _centred(
        self,
        cell: _Cell,
        text: Text,
        size: Length,
        bold: bool = False,
        italic: bool = False,
        before: int = 0,
        after: int = 0,
    ) -> None:
        paragraph = cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = Pt(before)
        paragraph.paragraph_format.space_after = Pt(after)
        run = paragraph.add_run(self._say(text))
        run.font.size, run.bold, run.italic = size, bold or None, italic or None

    def _rule(self, cell: _Cell, indent: Length) -> None:
        underline(cell.add_paragraph(), indent)

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _content(self) -> bytes:
        properties = self.document.core_properties
        properties.title = properties.comments = ""
        properties.author = properties.last_modified_by = "cchc"
        properties.created = properties.modified = _MADE
        self._drop_thumbnail()
        content = io.BytesIO()
        self.document.save(content)
        return repacked(content.getvalue())

    def _drop_thumbnail(self) -> None:
        """The picture of an empty page that python-docx begins with."""
        relations = self.document.part.package.rels
        for name in [name for name, relation in relations.items() if relation.reltype.endswith("thumbnail")]:
            del relations[name]
