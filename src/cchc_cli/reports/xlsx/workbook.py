"""The whole workbook: which sheets there are, and in which order they are filled."""

from cchc_cli.dossier import Dossier
from cchc_cli.language import Text
from cchc_cli.outgoing.book import Book
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.xlsx.agencies_sheet import agencies_table, write_agencies
from cchc_cli.reports.xlsx.catalogue_sheet import catalogue_table, write_catalogue
from cchc_cli.reports.xlsx.charts_sheet import ChartsSheet
from cchc_cli.reports.xlsx.figures_sheet import figures_table, write_figures
from cchc_cli.reports.xlsx.findings_sheet import findings_table, write_findings
from cchc_cli.reports.xlsx.pooled_sheet import pooled_table, write_pooled
from cchc_cli.reports.xlsx.provenance_sheet import provenance_table, write_provenance
from cchc_cli.reports.xlsx.summary_sheet import SummarySheet
from cchc_cli.reports.xlsx.sums import Sums
from cchc_cli.reports.xlsx.verdicts_sheet import verdicts_table, write_verdicts
from cchc_cli.reports.xlsx.workings import Workings
from cchc_cli.reports.xlsx.years_sheet import YearsSheet

_TITLE = Text("Kết quả thực hiện các mục tiêu", "How the targets stand")


def xlsx_report(dossier: Dossier, presentation: Presentation) -> bytes:
    """The workbook; the same bytes for the same dossier and language."""
    run, language = dossier.run, presentation.language
    book = Book(_TITLE.in_language(language))
    summary = SummarySheet(book, dossier, language)
    verdicts = verdicts_table(book, run, language)
    pooled = pooled_table(book, language)
    figures = figures_table(book, language)
    agencies = agencies_table(book, dossier, language)
    years = YearsSheet(book, dossier, language)
    charts = ChartsSheet(book, years, language)
    findings = findings_table(book, language)
    catalogue = catalogue_table(book, language)
    provenance = provenance_table(book, language)

    workings = Workings(dossier)
    indicators = {verdict.indicator: verdict.name.in_language(language) for verdict in run.verdicts}
    write_figures(figures, workings, indicators, language)
    write_pooled(pooled, workings, figures.name, language)
    write_verdicts(verdicts, book, run, Sums(workings, pooled.name), language)
    write_agencies(agencies, book, dossier, verdicts, language)
    years.write(verdicts)
    charts.write()
    write_findings(findings, book, run, language)
    write_catalogue(catalogue, dossier, language)
    write_provenance(provenance, book, run, language)
    others = [sheet.name for sheet in book.workbook.worksheets()][1:]
    summary.write(verdicts, others)
    return book.content()
