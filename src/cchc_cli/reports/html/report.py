"""The report as one page for a browser, whole in one file."""

from collections.abc import Mapping

from markupsafe import Markup

from cchc_cli.dossier import Dossier
from cchc_cli.provenance import MARK, provenance_of
from cchc_cli.reports.html.agency_rows import AgencyTables
from cchc_cli.reports.html.cards import areas
from cchc_cli.reports.html.choices import choices
from cchc_cli.reports.html.directors_page import directors_page
from cchc_cli.reports.html.environment import page
from cchc_cli.reports.html.evidence import Evidence
from cchc_cli.reports.html.origin import origin
from cchc_cli.reports.html.packing import Numbered
from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.html.texts import in_script, labels
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.sinks import script_json
from cchc_cli.reports.wording import FOR_STEERING
from cchc_cli.run import Status


def html_report(dossier: Dossier, presentation: Presentation) -> bytes:
    """One page that loads nothing: the director's page, every target with its evidence, where it all is from.

    Official targets stand in it without any script; the cells behind them and the rows of agencies are
    carried as JSON and laid out when they are opened.
    """
    reader = Reader.of(dossier, presentation.language)
    texts: Numbered[str] = Numbered()
    evidence = Evidence(reader, texts)
    tables = AgencyTables(reader, texts, evidence)
    shown = areas(reader, evidence, tables)
    packed = {
        "words": in_script(reader.language),
        "statuses": [status.value for status in Status],
        "tables": tables.packed(),
        **evidence.packed(),
        "texts": texts.listed,
    }
    first = directors_page(reader)
    return page(
        "report.html.j2",
        reader.language,
        f"{first.programme}, {first.period}",
        script="report.js",
        styles=("report.css",),
        t=labels(reader.language),
        first=first,
        areas=shown,
        choices=choices(reader, shown),
        total=sum(len(card.targets) for area in shown for card in area.cards),
        origin=origin(reader),
        steering=reader.text(FOR_STEERING),
        compares_agencies=any(not verdict.official for verdict in dossier.run.verdicts),
        data=_script(packed),
        provenance=_provenance(dossier),
        mark=MARK,
    )


def _script(document: Mapping[str, object]) -> Markup:
    return Markup(script_json(document))  # nothing in it can end its element


def _provenance(dossier: Dossier) -> Markup | None:
    record = provenance_of(dossier.run, "html")
    return _script(record.model_dump(mode="json")) if record else None
