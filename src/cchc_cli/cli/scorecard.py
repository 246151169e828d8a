"""`cchc scorecard`: year-end scorecards, one for each agency, with an index page."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cchc_cli.cli import options
from cchc_cli.cli.call import Sources, Staffing
from cchc_cli.cli.output import Output
from cchc_cli.cli.problems import UsageError
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cchc_cli.cli.set_folder import SetFolder
    from cchc_cli.compilation.scorecards import Compiled
    from cchc_cli.intake.intake import Intake
    from cchc_cli.level import Level
    from cchc_cli.period import Period
    from cchc_cli.run import Run
    from cchc_cli.scorecards.scorecard import Card

FAIL_ON = ("missed", "invalid", "warning", "no-data", "never")
"""What `--fail-on` may name: there is no baseline to be new against."""

_WHERE = Text("hãy nêu thư mục để ghi phiếu bằng -o, ví dụ -o phieu", "name a folder: -o cards")
_NO_YEAR = Text(
    "không có số liệu của trọn năm nào; hãy nêu năm bằng --year, ví dụ --year 2024",
    "there are figures of no whole year; name one, for example --year 2024",
)
_NOT_A_YEAR = Text(
    "--year: “{value}” không phải năm; hãy viết 2024", "--year: '{value}' is no year; write 2024"
)
_NO_CARDS = Text(
    "không có phiếu nào để lập cho {year} với --agency, --level đã nêu",
    "there is no card to make for {year} with that --agency or --level",
)
_MADE = Text("Đã lập {count} phiếu ({year}): {place}.", "Cards made: {count} ({year}): {place}.")


class _Wanted(NamedTuple):
    """What is asked, as typed."""

    year: str | None
    folder: str | None
    formats: list[str]
    levels: list[str]
    agencies: list[str]
    fail_on: list[str]
    jobs: str | None


def scorecard(
    context: typer.Context,
    paths: options.Paths,
    year: Annotated[str | None, typer.Option("--year", metavar="Y")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="DIR")] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", "-f", metavar="FORMAT")] = None,
    level: options.Levels = None,
    agency: options.AgencyCodes = None,
    targets: options.Targets = None,
    agencies: options.Agencies = None,
    layout: options.Layout = None,
    as_agency: options.AsAgency = None,
    as_period: options.AsPeriod = None,
    cutoff: options.Cutoff = None,
    min_coverage: options.MinCoverage = None,
    fail_on: options.FailOn = None,
    jobs: options.Jobs = None,
    cluster: options.Cluster = None,
    quiet: options.Quiet = False,
) -> int:
    """Makes a card for each agency, each level and the province, and the page that leads to them."""
    wanted = _Wanted(year, output, formats or [], level or [], agency or [], fail_on or [], jobs)
    language = setting_of(context).language
    # Beside a cluster, which reads, the processes of this machine only make the cards.
    staffing = Staffing(None if cluster else jobs, cluster, language, quiet)
    sources = Sources(paths, targets, agencies, layout, as_agency, as_period, cutoff, staffing=staffing)
    return _scorecard(sources, wanted, min_coverage or "0", Output(language, quiet))


def _scorecard(sources: Sources, wanted: _Wanted, min_coverage: str, output: Output) -> int:
    from cchc_cli.cli.choices import parse_fail_on
    from cchc_cli.cli.crews import parse_jobs
    from cchc_cli.cli.scorecard_files import formats_of, write_cards

    failing, formats = parse_fail_on(wanted.fail_on, FAIL_ON), formats_of(wanted.formats)
    jobs = parse_jobs(wanted.jobs)
    folder = _folder(sources, wanted, formats)
    made = _make(sources, wanted, min_coverage, output.language)
    write_cards(made.compiled.scorecards, made.chosen, formats, folder, jobs, output)
    return _close(made, failing, folder, output)


class _Made(NamedTuple):
    """The cards, those of them that are written, and what they were made from."""

    intake: "Intake"
    year: "Period"
    compiled: "Compiled"
    chosen: "list[Card]"
    is_all: bool


def _make(sources: Sources, wanted: _Wanted, min_coverage: str, language: Language) -> _Made:
    """Reads, judges and compares. Raises UsageError where there is no year, or no card that is asked for."""
    from cchc_cli.cli.call import Filters
    from cchc_cli.cli.choices import Choices, question_of
    from cchc_cli.cli.evaluation import asked_of, completed, evidence_of
    from cchc_cli.cli.reading import open_ground, read_submissions
    from cchc_cli.compilation.call import Call
    from cchc_cli.compilation.scorecards import ROWS, compile_scorecards, newest_year

    ground = open_ground(sources)
    choices = Choices(ground.catalogue, ground.registry)
    rows = Filters(by=sorted(ROWS), min_coverage=min_coverage)
    question = question_of(choices, rows)
    levels, codes = choices.levels(wanted.levels), choices.agencies(wanted.agencies)
    named = choices.period(_year(wanted.year)) if wanted.year else None
    intake = read_submissions(sources, ground)
    evidence = evidence_of(intake)
    year = named or newest_year(evidence)
    if year is None:
        raise UsageError(_NO_YEAR)
    asked = completed(asked_of(sources, question, language), intake, [year])
    call = Call(ground.catalogue, ground.registry, intake, evidence, question, asked.cutoff)
    compiled = compile_scorecards(call, year, asked, language)
    chosen = [card for card in compiled.scorecards.cards if _is_chosen(card, levels, codes)]
    if not chosen:
        raise UsageError(_NO_CARDS.filled(year=year.words_in_a_sentence))
    return _Made(intake, year, compiled, chosen, is_all=not levels and not codes)


def _year(value: str) -> str:
    """Raises UsageError for what is no whole year."""
    from cchc_cli.period import Period

    try:
        period = Period.parse(value)
    except ValueError:
        raise UsageError(_NOT_A_YEAR.filled(value=value)) from None
    if not period.is_full_year:
        raise UsageError(_NOT_A_YEAR.filled(value=value))
    return str(period)


def _folder(sources: Sources, wanted: _Wanted, formats: "Sequence[str]") -> "SetFolder":
    """Where the cards go. Raises UsageError, before any work, where they cannot."""
    from cchc_cli.cli.set_folder import SetFolder
    from cchc_cli.intake.paths import SPREADSHEETS, find_workbooks, itself, matching
    from cchc_cli.reports.scorecard.formats import CARD_FORMATS

    if not wanted.folder:
        raise UsageError(_WHERE)
    folder = SetFolder(wanted.folder)
    named = [source for source in (sources.targets, sources.agencies, sources.layout) if source]
    files = [*find_workbooks(sources.paths).files, *map(Path, named)]
    folder.must_not_hold({str(path): itself(path) for path in files})
    if any(CARD_FORMATS[name].suffix in SPREADSHEETS for name in formats):
        read = [path for given in sources.paths for path in matching(given) if path.is_dir()]
        folder.must_not_lie_in({str(path): itself(path) for path in read})
    return folder


def _is_chosen(card: "Card", levels: "frozenset[Level]", codes: frozenset[str]) -> bool:
    """All cards where nothing is asked for; else those of the agencies named, and of the levels named."""
    from cchc_cli.run import ScopeKind

    subject = card.subject
    if not levels and not codes:
        return True
    if codes and (subject.kind is not ScopeKind.AGENCY or subject.code not in codes):
        return False
    level = subject.peers.level if subject.peers else subject.level
    return not levels or level in levels


def _close(made: _Made, failing: frozenset[str], folder: "SetFolder", output: Output) -> int:
    """Says what was made and what it means; gives the exit code."""
    from cchc_cli.cli.exit_codes import ExitCode, exit_code, meaning
    from cchc_cli.cli.remarks import remarks

    run = _shown(made)
    about_one = len(made.chosen) == 1 and not made.is_all
    code = exit_code(run, failing, about_one, made.compiled.has_figures)
    said = _MADE.filled(count=len(made.chosen), year=made.year.words_in_a_sentence, place=str(folder.path))
    why = meaning(run, code, failing)
    text = remarks(
        made.intake,
        run.findings,
        (),
        code,
        why,
        output.language,
        with_findings=True,
        further=[said.in_language(output.language)],
    )
    output.remark(text)
    if output.quiet and code is ExitCode.INVALID:
        output.trouble(why)
    return code


def _shown(made: _Made) -> "Run":
    """The run with the verdicts that the cards written show."""
    run = made.compiled.scorecards.run
    if made.is_all:
        return run
    shown = {id(row.verdict) for card in made.chosen for row in card.rows}
    return run.model_copy(update={"verdicts": [each for each in run.verdicts if id(each) in shown]})
