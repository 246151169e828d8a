"""A dossier → everything that a template may name."""

from cchc_cli.annex.source import AnnexSource
from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.reports.docx import summary
from cchc_cli.reports.docx.annex import annex_of
from cchc_cli.reports.docx.appendix import arrivals_of, corrections_of, provenance_lines, readings_of
from cchc_cli.reports.docx.areas import areas_of
from cchc_cli.reports.docx.fields import Report
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.docx.risks import due_of
from cchc_cli.reports.docx.shortfalls import missed_of, missed_title
from cchc_cli.reports.headline import headline
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.wording import period_words

_NO_PERIOD = Text("kỳ báo cáo …", "period …")


def report_of(material: Material, annex: AnnexSource, presentation: Presentation) -> Report:
    """The report of a dossier; the text is about its newest period, the annex about all of them."""
    newest, language, asked = material.dossier.period, material.language, material.run.asked
    words = Period.parse(newest).words_in_a_sentence if newest else _NO_PERIOD
    fingerprints, provenance = provenance_lines(material, presentation)
    judged = bool(material.newest.verdicts)
    return Report(
        period=words.in_language(language),
        period_title=period_words(newest, language) if newest else material.say(_NO_PERIOD),
        programme=material.run.programme.title.in_language(language),
        cutoff=f"{asked.cutoff:%d/%m/%Y}" if asked and asked.cutoff else "",
        remarks=tuple(summary.remarks(material)),
        is_judged=judged,
        not_judged=summary.not_judged(material),
        reporting=summary.newest_reporting(material),
        standing=summary.standing(material),
        headline=tuple(headline(material.newest, language)) if judged else (),
        changes_sentence=summary.changes_sentence(material),
        changes=tuple(summary.changes(material)),
        areas=areas_of(material),
        missed_title=missed_title(material),
        missed=missed_of(material),
        due=due_of(material),
        annex=annex_of(material, annex),
        arrivals=arrivals_of(material),
        corrections=corrections_of(material),
        readings=readings_of(material),
        fingerprints=fingerprints,
        provenance=provenance,
    )
