"""The periodic report as a Word document: what a province sends every quarter, half-year and year."""

from cchc_cli.annex.load import shipped_annex
from cchc_cli.dossier import Dossier
from cchc_cli.language import Text
from cchc_cli.reports.docx.annex import widths
from cchc_cli.reports.docx.filling import filled
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.docx.report import report_of
from cchc_cli.reports.docx.shipped import shipped_template
from cchc_cli.reports.presentation import Presentation

_TITLE = Text(
    "Báo cáo kết quả thực hiện các chỉ tiêu cải cách hành chính {period}",
    "Report on the targets of administrative reform, {period}",
)


def docx_report(dossier: Dossier, presentation: Presentation) -> bytes:
    """The document, on the office's template and annex file where there are any, else on ours."""
    material = Material.of(dossier, presentation.language)
    template = presentation.template or shipped_template(presentation.language)
    annex = presentation.annex or shipped_annex()
    report = report_of(material, annex, presentation)
    title = _TITLE.in_language(presentation.language).format(period=report.period)
    return filled(template, report, widths(annex), title)
