"""What an office puts in the place of ours in a document: its template and its annex file."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_cli.cli.call import Paper
from cchc_cli.cli.destinations import Destination, check_destinations
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.sources import open_catalogue, unreadable
from cchc_cli.language import Language, Text
from cchc_cli.reports.presentation import Presentation

if TYPE_CHECKING:
    from cchc_cli.annex.source import AnnexSource
    from cchc_cli.dossier import Dossier

_TEMPLATE, _ANNEX = "--docx-template", "--docx-annex"


def open_paper(
    paper: Paper, targets: str | None, destinations: list[Destination], language: Language
) -> Presentation:
    """How the documents are wanted; looks at the files before any work.

    Raises UsageError where no document is written, or the template cannot serve; InvalidFileError for an
    annex file with mistakes.
    """
    named = [(_TEMPLATE, paper.template), (_ANNEX, paper.annex)]
    files = [(option, file) for option, file in named if file is not None]
    if files and not any(destination.format == "docx" for destination in destinations):
        raise UsageError(_NO_DOCUMENT.filled(option=files[0][0]))
    check_destinations(destinations, [Path(file) for _, file in files])
    return presentation_of(paper, targets, language)


def presentation_of(paper: Paper, targets: str | None, language: Language) -> Presentation:
    """The files as they are used; raises what `open_paper` raises for them. A copy of ours is ours."""
    return Presentation(
        language,
        template=_template(Path(paper.template), language) if paper.template is not None else None,
        annex=_annex(Path(paper.annex), targets) if paper.annex is not None else None,
    )


def left_out_remarks(presentation: Presentation, dossier: "Dossier | None") -> Iterable[str]:
    """Says which indicators the office's annex file leaves out, where it does."""
    if dossier is None or presentation.annex is None:
        return
    from cchc_cli.reports.docx.annex import indicators_left_out
    from cchc_cli.reports.docx.material import Material

    language = presentation.language
    if names := indicators_left_out(Material.of(dossier, language), presentation.annex):
        yield _LEFT_OUT.filled(n=len(names), names=", ".join(names)).in_language(language)


def _template(file: Path, language: Language) -> bytes | None:
    from cchc_cli.reports.docx.shipped import shipped_template
    from cchc_cli.reports.docx.template_check import LARGEST, TemplateUnusableError, check_template

    try:
        with file.open("rb") as opened:
            template = opened.read(LARGEST + 1)
    except OSError as error:
        raise unreadable(_TEMPLATE, file, error) from None
    try:
        check_template(template)
    except TemplateUnusableError as error:
        raise UsageError(_UNUSABLE.filled(option=_TEMPLATE, file=file, why=error.text)) from None
    return None if template == shipped_template(language) else template


def _annex(file: Path, targets: str | None) -> "AnnexSource | None":
    from cchc_cli.annex.load import load_annex, shipped_annex

    catalogue = open_catalogue(targets)
    try:
        annex = load_annex(file, catalogue.indicator_by_id, catalogue.area_by_id)
    except OSError as error:
        raise unreadable(_ANNEX, file, error) from None
    return None if annex == shipped_annex() else annex


_NO_DOCUMENT = Text(
    "{option} chỉ dùng khi ghi tài liệu Word (-o TỆP.docx)",
    "{option} is for Word documents; ask for one (-o FILE.docx)",
)
_UNUSABLE = Text("{option} {file}: {why}", "{option} {file}: {why}")
_LEFT_OUT = Text(
    "Phụ lục của tài liệu Word không nêu {n} chỉ tiêu: {names}.",
    "Indicators that the annex of the document leaves out: {n} ({names}).",
)
