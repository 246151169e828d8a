"""The two sides of a comparison: workbooks that are read and judged, or a saved run that is read back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from cchc_cli.cli.call import Filters, Reporting, Sources
from cchc_cli.cli.choices import Choices, Rows, question_of
from cchc_cli.cli.closing import READ
from cchc_cli.cli.destinations import Destination, check_destinations, parse_destinations
from cchc_cli.cli.evaluation import Wanted, judge
from cchc_cli.cli.frozen import open_sound
from cchc_cli.cli.problems import UsageError, no_such_format
from cchc_cli.cli.reading import Ground, open_ground, read_submissions
from cchc_cli.cli.saved import open_saved
from cchc_cli.comparison.choice import Choice
from cchc_cli.comparison.compare import compare, is_about_one_agency
from cchc_cli.comparison.comparison import Comparison, Side
from cchc_cli.engine.evidence import Question
from cchc_cli.freezing.checking import is_frozen
from cchc_cli.intake.intake import Intake
from cchc_cli.intake.paths import SPREADSHEETS, PathError, PathNotFoundError, find_workbooks, itself, matching
from cchc_cli.language import Language, Text, joined
from cchc_cli.packaged import packaged_file
from cchc_cli.period import Period
from cchc_cli.reports.comparison_formats import COMPARE_FORMATS
from cchc_cli.reports.counting import has_usable_figures
from cchc_cli.run import Run, ScopeKind
from cchc_cli.saved_run import read_run

_NAMES = ("OLD", "NEW")
_LABELS = (Text("Trước", "Old"), Text("Sau", "New"))
_SAME = Text(
    "OLD và NEW là một: {path}; hãy nêu hai bộ số liệu. Để so hai kỳ trong cùng thư mục: lưu từng kỳ bằng "
    "cchc evaluate … --period KỲ -o TỆP.json rồi so hai tệp ấy",
    "OLD and NEW are the same: {path}; name two sets. To compare two periods of one folder, save each with "
    "cchc evaluate … --period P -o FILE.json and compare these files",
)
_SEVERAL = Text(
    "{name}: {path} là {n} tệp không phải bảng tính; hãy nêu một kết quả đã lưu",
    "{name}: {path} are {n} files that are not spreadsheets; name one saved run",
)
_NOTHING = Text("{name}: {reason}", "{name}: {reason}")
_NOTHING_TO_READ = Text("{name} {path}: {reason}", "{name} {path}: {reason}")
_OTHER_PROGRAMME = Text(
    "hai bên thuộc hai chương trình khác nhau: {old}; {new}", "the sides are of two programmes: {old}; {new}"
)
_NO_PERIOD = Text(
    "{name} {path}: không có kỳ đã chọn bằng --period; có: {periods}",
    "{name} {path}: it has none of the periods of --period; it has: {periods}",
)
_OTHER_MAP = Text(
    "{name} {path}: kết quả đã lưu không quy về danh mục đơn vị ngày {day}; hãy lưu lại bằng cchc evaluate … "
    "--as-of",
    "{name} {path}: the saved run is not on the map of {day}; save it again with cchc evaluate … --as-of",
)
_NO_VERDICT = Text("không có kết quả đánh giá nào", "no verdict at all")
_ROWS: dict[ScopeKind, Rows] = {ScopeKind.LEVEL: "level", ScopeKind.AGENCY: "agency"}
_SAVED = Text(
    "{label}: kết quả đã lưu {path} (cchc {version}; {files} tệp số liệu).",
    "{label}: the saved run {path} (cchc {version}; workbooks: {files}).",
)
_READ = Text("{label} ({path}): {read}", "{label} ({path}): {read}")


class Compared(NamedTuple):
    """A comparison, what was read for it, and whether both sides have figures to stand on."""

    comparison: Comparison
    read: tuple[Text, ...]
    is_usable: bool


class _Source(NamedTuple):
    """One argument: `file` is the saved run that it names, if it names one."""

    position: int
    given: str
    file: Path | None

    @property
    def name(self) -> str:
        return _NAMES[self.position]

    @property
    def label(self) -> Text:
        return _LABELS[self.position]


class _Call(NamedTuple):
    """What both sides are read and judged with."""

    sources: Sources
    ground: Ground
    question: Question
    language: Language


def prepare_comparison(reporting: Reporting, sources: Sources) -> list[Destination]:
    """Checks before any work that both sides are there and that everything can be handed over.

    Raises UsageError.
    """
    if reporting.format not in COMPARE_FORMATS:
        raise no_such_format("--format", reporting.format, COMPARE_FORMATS)
    destinations = parse_destinations(reporting.outputs, COMPARE_FORMATS)
    own = [packaged_file("targets.yaml"), packaged_file("agencies.yaml")]
    named = [Path(source) for source in (sources.targets, sources.agencies, sources.layout) if source]
    inputs = [file for source in _sources(sources) for file in _files(source)]
    check_destinations(destinations, [*own, *named, *inputs])
    return destinations


def compare_call(sources: Sources, filters: Filters, language: Language) -> Compared:
    """Reads and judges both sides, and compares them.

    Raises InvalidFileError for a catalogue, registry or layout that is invalid, UsageError for what cannot
    be meant.
    """
    ground = open_ground(sources)
    question = question_of(Choices(ground.catalogue, ground.registry), filters)
    call = _Call(sources, ground, question, language)
    given = _sources(sources)
    saved = [open_saved(read_run, source.name, source.file) if source.file else None for source in given]
    (old, about_old), (new, about_new) = (
        _saved(source, run) if run is not None else _judged(source, other, call)
        for source, run, other in zip(given, saved, reversed(saved), strict=True)
    )
    if old.run.programme.id != new.run.programme.id:
        raise UsageError(_OTHER_PROGRAMME.filled(old=old.run.programme.title, new=new.run.programme.title))
    for source, side in zip(given, (old, new), strict=True):
        _check_map(source, side, question)
    choice = _choice(question)
    before, after = _chosen(given[0], old, new, choice), _chosen(given[1], new, old, choice)
    return Compared(
        comparison=compare(before, after, ground.registry, choice),
        read=(about_old, about_new),
        is_usable=has_usable_figures(old.run) and has_usable_figures(new.run),
    )


def _sources(sources: Sources) -> tuple[_Source, _Source]:
    """The two arguments. Raises UsageError where they are the same, or one of them is not there."""
    old, new = (_source(position, path) for position, path in enumerate(sources.paths))
    if _itself(old) == _itself(new):
        raise UsageError(_SAME.filled(path=new.given))
    return old, new


def _source(position: int, given: str) -> _Source:
    named = matching(given)
    if not named:
        reason = PathNotFoundError(given).text
        raise UsageError(_NOTHING.filled(name=_NAMES[position], reason=reason))
    if len(named) == 1 and is_frozen(named[0]):
        return _Source(position, given, open_sound(named[0]).run)
    others = [path for path in named if path.is_file() and path.suffix.lower() not in SPREADSHEETS]
    if not others or len(others) < len(named):
        return _Source(position, given, None)
    if len(others) > 1:
        raise UsageError(_SEVERAL.filled(name=_NAMES[position], path=given, n=len(others)))
    return _Source(position, given, others[0])


def _itself(source: _Source) -> list[Path]:
    return sorted(itself(path) for path in matching(source.given))


def _files(source: _Source) -> list[Path]:
    if source.file is not None:
        return [source.file]
    try:
        return list(find_workbooks([source.given]).files)
    except PathError as error:
        raise UsageError(
            _NOTHING_TO_READ.filled(name=source.name, path=source.given, reason=error.text)
        ) from None


def _saved(source: _Source, run: Run) -> tuple[Side, Text]:
    version, files = run.tool.version, len(run.inputs)
    said = _SAVED.filled(label=source.label, path=source.given, version=version, files=files)
    return Side(source.given, run, saved=True), said


def _judged(source: _Source, other: Run | None, call: _Call) -> tuple[Side, Text]:
    """A set of submissions; beside a saved run it is asked what the run was."""
    intake = read_submissions(replace(call.sources, paths=[source.given]), call.ground)
    question = call.question if other is None else _as_in(other, call.question, intake)
    outcome = judge(intake, call.ground, question, call.language, Wanted(observations=True))
    read = READ.filled(files=len(outcome.run.inputs), skipped=outcome.skipped, agencies=outcome.agencies)
    said = _READ.filled(label=source.label, path=source.given, read=read)
    return Side(source.given, outcome.run, saved=False), said


def _as_in(run: Run, question: Question, intake: Intake) -> Question:
    """The question with what the run was asked, where the call names nothing: periods, map and rows."""
    question = replace(question, as_of=question.as_of or run.as_of)
    if question.periods == ():
        question = replace(question, periods=tuple(_reported(_periods(run), intake)))
    if question.by or question.agencies:
        return question
    beside = {(verdict.scope.kind, verdict.scope.code) for verdict in run.verdicts if not verdict.official}
    if is_about_one_agency(run):
        return replace(question, agencies=frozenset(code for _, code in beside))
    return replace(question, by=frozenset(_ROWS[kind] for kind, _ in beside if kind in _ROWS))


def _reported(periods: Iterable[Period], intake: Intake) -> Iterator[Period]:
    reported = {observation.period for observation in intake.observations}
    return (period for period in periods if any(period.covers(each) for each in reported))


def _periods(run: Run) -> list[Period]:
    return sorted({Period.parse(verdict.period) for verdict in run.verdicts})


def _choice(question: Question) -> Choice:
    return Choice(
        periods=question.periods or None,
        levels=question.levels,
        agencies=question.agencies,
        areas=question.areas,
        indicators=question.indicators,
        only_province="province" in question.by,
    )


def _check_map(source: _Source, side: Side, question: Question) -> None:
    """Raises UsageError for a saved run that is not on the map asked for: nobody can put it there."""
    if question.as_of is not None and side.run.as_of != question.as_of:
        day = f"{question.as_of:%d/%m/%Y}"
        raise UsageError(_OTHER_MAP.filled(name=source.name, path=source.given, day=day))


def _chosen(source: _Source, side: Side, other: Side, choice: Choice) -> Side:
    """A saved run with what is asked about; the engine has chosen from submissions already."""
    if not side.saved:
        return side
    shown = choice.of(side.run, rows_of=None if other.saved else other.run)
    if choice.periods and not set(choice.periods).intersection(_periods(side.run)):
        listed = joined([period.words for period in _periods(side.run)], "; ") or _NO_VERDICT
        raise UsageError(_NO_PERIOD.filled(name=source.name, path=source.given, periods=listed))
    return replace(side, run=shown)
