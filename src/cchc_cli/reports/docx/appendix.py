"""What stands behind the annex's table: agencies missing and late, corrections, readings, hashes."""

from collections.abc import Iterable, Iterator

from cchc_cli.language import Text
from cchc_cli.period import Period
from cchc_cli.provenance import MARK, Provenance, provenance_of
from cchc_cli.reports.docx.fields import Arrivals, Correction, Fingerprint
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.docx.summary import reporting_sentence
from cchc_cli.reports.numbers_text import quantity_text
from cchc_cli.reports.places import place_text
from cchc_cli.reports.presentation import Presentation
from cchc_cli.reports.provenance_words import CATALOGUE_HASH, REGISTRY_HASH
from cchc_cli.reports.reporting_words import LATE_LETTER
from cchc_cli.reports.sections import readings
from cchc_cli.reports.why.cells import letter_words, value_words
from cchc_cli.reports.why.view import Limits, View
from cchc_cli.run import Cell, Verdict
from cchc_cli.trace import Trace, TracedAnswer, TracedCell, TracedFigure, TracedMember

_ITEM = Text("{item}, {period}", "{item}, {period}")
_TOOL = Text("Chương trình tính", "Program")
_TEMPLATE = Text("Mẫu Word của cơ quan (SHA-256)", "The office's Word template (SHA-256)")
_ANNEX = Text("Nội dung tệp phụ lục của cơ quan (SHA-256)", "What the office's annex file says (SHA-256)")
_INPUTS = Text("Các tệp số liệu, tính chung (SHA-256)", "All workbooks together (SHA-256)")
_FILES = Text("Số tệp số liệu", "Workbooks")


def arrivals_of(material: Material) -> tuple[Arrivals, ...]:
    """Who has reported, period by period, the newest first."""
    language = material.language
    return tuple(
        Arrivals(
            sentence=reporting_sentence(material, each),
            missing=tuple(agency.name.in_language(language) for agency in each.missing),
            late=tuple(
                material.say(LATE_LETTER, agency=late.agency.name, day=f"{late.dated:%d/%m/%Y}")
                for late in each.late
            ),
        )
        for each in reversed(material.dossier.reporting)
    )


def corrections_of(material: Material) -> tuple[Correction, ...]:
    """The figures that took the place of others by a correction, each once."""
    found: dict[tuple[str, ...], Correction] = {}
    traced = [(verdict, material.dossier.trace(verdict)) for verdict in material.run.verdicts]
    # The cells of an agency's own row do not say of which part of the period they are, or in which letter.
    for verdict, trace in sorted(traced, key=lambda one: one[1] is None):
        for key, correction in _corrected(material, verdict, trace):
            found.setdefault(key, correction)
    return tuple(found.values())


def readings_of(material: Material) -> tuple[str, ...]:
    """How the words of the clauses are understood that the verdicts stand on."""
    run = material.run
    return tuple(readings(run, sorted(run.glossary.readings), material.language))


def provenance_lines(material: Material, presentation: Presentation) -> tuple[tuple[Fingerprint, ...], str]:
    """Hashes and numbers for people, and the line for `cchc verify`; empty for a run that judges nothing."""
    provenance = provenance_of(material.run, "docx", with_inputs=False)
    if provenance is None:
        return (), ""
    provenance = provenance.model_copy(
        update={
            "template_sha256": presentation.template_sha256,
            "annex_sha256": presentation.annex_sha256,
        }
    )
    named = tuple(
        Fingerprint(material.say(name), value) for name, value in _fingerprints(material, provenance)
    )
    return named, f"{MARK}: {provenance.written}"


def _fingerprints(material: Material, provenance: Provenance) -> Iterator[tuple[Text, str]]:
    yield _TOOL, f"{provenance.tool.name} {provenance.tool.version}"
    yield _FILES, quantity_text(provenance.files, material.language)
    yield _INPUTS, provenance.inputs_sha256
    yield CATALOGUE_HASH, provenance.catalogue_sha256
    yield REGISTRY_HASH, provenance.agencies_sha256
    if provenance.template_sha256:
        yield _TEMPLATE, provenance.template_sha256
    if provenance.annex_sha256:
        yield _ANNEX, provenance.annex_sha256


def _corrected(
    material: Material, verdict: Verdict, trace: Trace | None
) -> Iterator[tuple[tuple[str, ...], Correction]]:
    if trace is None:
        yield from (_of_cell(material, verdict, cell) for cell in verdict.cells if cell.replaced)
        return
    view = View(material.run, verdict, trace, material.language, Limits())
    for member in _members(trace):
        for figure in member.figures:
            yield from _of_figure(material, view, member.name, figure)
    for answer in trace.answers:
        for cell in _answered(answer):
            yield _of_traced(material, view, answer.name, _only_item(material, verdict), cell)


def _members(trace: Trace) -> Iterable[TracedMember]:
    ends = [*trace.ends, *([trace.rises_from] if trace.rises_from else [])]
    pools = [*(pool for end in ends for pool in end.pools), *(also.pool for also in trace.also)]
    return (member for pool in pools for member in pool.members)


def _of_figure(
    material: Material, view: View, agency: Text, figure: TracedFigure
) -> Iterator[tuple[tuple[str, ...], Correction]]:
    for cell in figure.cells:
        if cell.replaced:
            yield _of_traced(material, view, agency, figure.item, cell)


def _answered(answer: TracedAnswer) -> Iterator[TracedCell]:
    return (cell for cell in answer.cells if cell.replaced)


def _of_traced(
    material: Material, view: View, agency: Text, item: str, cell: TracedCell
) -> tuple[tuple[str, ...], Correction]:
    before = "; ".join(value_words(view, old) for old in cell.replaced)
    correction = Correction(
        agency=agency.in_language(material.language),
        item=_item(material, item, cell.period),
        before=before,
        after=value_words(view, cell),
        source=(
            ", ".join(letter_words(view, cell)),
            _place(material, cell),
        ),
    )
    return (agency.vi, item, cell.file, cell.sheet or "", cell.cell or ""), correction


def _of_cell(material: Material, verdict: Verdict, cell: Cell) -> tuple[tuple[str, ...], Correction]:
    numbers = [quantity_text(old.value, material.language) for old in cell.replaced]
    agency = verdict.scope.name
    correction = Correction(
        agency=agency.in_language(material.language),
        item=_item(material, cell.item, verdict.period),
        before="; ".join(numbers),
        after=quantity_text(cell.value, material.language),
        source=(_place(material, cell),),
    )
    return (agency.vi, cell.item, cell.file, cell.sheet or "", cell.cell or ""), correction


def _place(material: Material, cell: TracedCell | Cell) -> str:
    return place_text(material.file(cell.file), cell.sheet, cell.cell)


def _item(material: Material, code: str, period: str) -> str:
    known = material.run.glossary.items.get(code)
    name = known.name if known else Text(code, code)
    return material.say(_ITEM, item=name, period=Period.parse(period).words_in_a_sentence)


def _only_item(material: Material, verdict: Verdict) -> str:
    terms = material.run.glossary.indicators.get(verdict.indicator)
    return terms.numerator[0].item if terms and terms.numerator else verdict.indicator
